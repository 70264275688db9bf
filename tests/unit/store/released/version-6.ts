/** A database as version 6 wrote it. Frozen like those before it, of which it has kept the rows; the names of a correction's invoice came with it. */
import { ROWS, writeVersion5 } from './version-5.ts';

const [{ transfer }] = ROWS.transfers;
const { sale: _sale, ...plain } = transfer;

const waiting = (nth: number, state: string, findings: readonly object[], reason: object | null) => ({
  issueDate: '2026-11-20',
  place: ['2026-11-20', '', nth],
  recency: 9_100_000_000_000 + nth,
  needsPerson: 9_100_000_000_000 + nth,
  transfer: { ...plain, kind: 'invoice', key: `d${nth}`, state, findings, reason },
});

const POSTCODE = { code: 'buyer-postcode-missing', path: 'buyer.postcode', params: {} };
const REFUSED = { code: 'ifirma-refused', path: 'Kontrahent.KodPocztowy', params: { kod: '201', text: '' } };

/** What stands beside the rows of version 5, all of it waiting for a person. */
export const WAITING = [
  waiting(901, 'incomplete', [POSTCODE], null),
  waiting(902, 'incomplete', [REFUSED], null),
  waiting(903, 'incomplete', [POSTCODE], null),
  waiting(904, 'failed', [], { code: 'kod-202', params: { kod: '202', text: '' } }),
];

/** @param rows what stands beside the rows of version 5. */
export async function writeVersion6(name: string, rows: readonly object[] = WAITING): Promise<void> {
  await writeVersion5(name);
  const request = indexedDB.open(name, 6);
  request.onupgradeneeded = () => {
    const transfers = request.transaction?.objectStore('transfers');
    transfers?.createIndex('corrects', 'corrects', { multiEntry: true });
    for (const row of rows) transfers?.put(row);
  };
  await new Promise<void>((resolve, reject) => {
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}
