/** A database as version 3 wrote it. Frozen like those before it, of which it has kept the tables and the rows of what was sent. */
import { PANEL } from '../examples.ts';
import { writeTables } from './version-1.ts';
import { ROWS as OLD_ROWS } from './version-2.ts';

const [, ...OTHERS] = OLD_ROWS.facts;

export const ROWS = {
  ...OLD_ROWS,
  facts: [{ name: `erplink:${PANEL}`, version: 1, value: false }, ...OTHERS],
} as const;

export async function writeVersion3(name: string): Promise<void> {
  await writeTables(name, 2, ROWS);
  const request = indexedDB.open(name, 3);
  request.onupgradeneeded = () => {
    request.transaction?.objectStore('transfers').createIndex('account', ['transfer.accountId', 'transfer.state']);
  };
  await new Promise<void>((resolve, reject) => {
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}
