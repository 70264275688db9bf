/** Transfers put into the ledger past the extension, as it would have written them: a shop on a bad day, without sending anything. */
import type { Transfer } from '../../utils/invoice/transfer.ts';
import { rowOf } from '../../utils/store/transfer-row.ts';
import { openBarePage } from '../browser/database.ts';
import type { Shop } from './fixtures.ts';

/** One that needs its postcode; only what is named differs. */
export function waitingTransfer(nth: number, accountId: string, more: Partial<Transfer> = {}): Transfer {
  const at = Date.now() - nth * 60_000;
  return {
    panel: 'demo',
    key: `d${9000 + nth}`,
    accountId,
    kind: 'invoice',
    orderId: String(5000 + nth),
    documentId: String(9000 + nth),
    documentNumber: `FV ${nth}/11/2026`,
    state: 'incomplete',
    step: 'check',
    priority: 0,
    notBefore: Number.MAX_SAFE_INTEGER,
    tries: 0,
    post: null,
    looks: [],
    identifier: null,
    number: null,
    ksefNumber: null,
    bookedGross: null,
    sentHash: null,
    findings: [{ code: 'buyer-postcode-missing', path: 'buyer.postcode', params: {} }],
    reason: null,
    confirmed: [],
    attached: 'no',
    createdAt: at,
    updatedAt: at,
    ...more,
  };
}

/** Oldest first, as they would have come. */
export async function putTransfers(shop: Shop, transfers: readonly Transfer[]): Promise<void> {
  const bare = await openBarePage(shop.browser);
  let newest: number | null = null;
  const rows = transfers
    .toSorted((one, other) => one.updatedAt - other.updatedAt)
    .map((transfer) => {
      const row = rowOf(transfer, '2026-11-20', newest);
      newest = row.recency;
      return row;
    });
  await bare.evaluate(
    (some) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('mostek');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('transfers', 'readwrite');
          for (const row of some) transaction.objectStore('transfers').put(row);
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    rows,
  );
  await bare.close();
}
