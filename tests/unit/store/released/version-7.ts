/** A database as version 7 wrote it. Frozen like those before it, of which it has kept the rows; the causes of what waits came with it. */
import { CORRECTIONS, ROWS } from './version-5.ts';
import { WAITING, writeVersion6 } from './version-6.ts';

const CAUSES = [
  'buyer-postcode-missing',
  'ifirma-refused:kontrahent.kodpocztowy',
  'buyer-postcode-missing',
  'kod-202',
] as const;

/** What waits for a person says for what. */
const TRANSFERS = [
  ...ROWS.transfers.map((row) => ('needsPerson' in row ? { ...row, cause: 'uncertain' } : row)),
  ...WAITING.map((row, at) => ({ ...row, cause: CAUSES[at] })),
];

export const TABLES: readonly { readonly table: string; readonly rows: readonly object[] }[] = [
  { table: 'accounts', rows: ROWS.accounts },
  { table: 'documents', rows: ROWS.documents },
  { table: 'facts', rows: ROWS.facts },
  { table: 'transfers', rows: [...TRANSFERS, ...CORRECTIONS] },
];

export async function writeVersion7(name: string): Promise<void> {
  await writeVersion6(name, []);
  const request = indexedDB.open(name, 7);
  request.onupgradeneeded = () => {
    const transfers = request.transaction?.objectStore('transfers');
    transfers?.createIndex('cause', ['cause', 'needsPerson']);
    transfers?.createIndex('panelCause', ['transfer.panel', 'cause', 'needsPerson']);
    transfers?.createIndex('panelUpdate', ['transfer.panel', 'recency']);
    transfers?.createIndex('panelQueue', ['transfer.panel', 'transfer.state', 'transfer.priority', 'place']);
    for (const row of TRANSFERS) transfers?.put(row);
  };
  await new Promise<void>((resolve, reject) => {
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}
