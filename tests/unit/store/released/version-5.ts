/** A database as version 5 wrote it. Frozen like those before it, of which it has kept the rows; corrections came with it. */
import { ROWS as BEFORE, writeVersion4 } from './version-4.ts';

const [transfer] = BEFORE.transfers;

export const ROWS = BEFORE;

const { sale: _sale, ...unheld } = transfer.transfer;

const correction = (nth: number, wish: object) => ({
  ...transfer,
  recency: 9_000_000_000_000 + nth,
  transfer: { ...unheld, kind: 'correction', key: `c${nth}`, correction: wish },
});

const SAID = { invoiceKey: null, original: null, originalNumber: null, lines: null, reason: null, conditionsMet: true };

/** What stands beside the rows of version 4. */
export const CORRECTIONS = [
  correction(1, { ...SAID, invoiceKey: 'd77', original: '4711', originalNumber: '1/11/2026' }),
  correction(2, SAID),
];

export async function writeVersion5(name: string): Promise<void> {
  await writeVersion4(name);
  const request = indexedDB.open(name, 5);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('batches', { keyPath: 'panel' });
    for (const row of CORRECTIONS) request.transaction?.objectStore('transfers').put(row);
  };
  await new Promise<void>((resolve, reject) => {
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}
