/**
 * Takes what names the buyer out of transfers that came to their end long ago (design 8); keys, numbers and hashes stay. In place: none
 * of them moves in a list because of it.
 */
import type { Transfer, TransferState } from '../invoice/transfer';
import type { Connection } from './connection';
import { write } from './write';

export interface Forgotten {
  /** How far it has come (`recency`); null: there was nothing left to look at. */
  readonly upTo: number | null;
}

/** `skipped` too: nobody sends it any more, unless they read it anew. */
const ENDED: readonly TransferState[] = ['done', 'skipped'];

export interface BuyerForgetter {
  /**
   * Looks at most at `looks` transfers whose `recency` is above `after` and not above `until`, the oldest first. @returns null: the
   * disk is full, and everything is as it was.
   */
  forgetBuyers(after: number, until: number, looks: number): Promise<Forgotten | null>;
}

export function createBuyerForgetter(connection: Connection): BuyerForgetter {
  return {
    async forgetBuyers(after, until, looks) {
      if (until <= after) return { upTo: null };
      let upTo: number | null = null;
      const written = await write(connection, ['transfers'], 'relaxed', async (transaction) => {
        const index = transaction.objectStore('transfers').index('byUpdate');
        let cursor = await index.openCursor(IDBKeyRange.bound(after, until, true));
        for (let looked = 0; cursor && looked < looks; looked += 1) {
          const row = cursor.value;
          const transfer = withoutBuyer(row.transfer);
          if (transfer !== row.transfer) await cursor.update({ ...row, transfer });
          upTo = row.recency;
          cursor = await cursor.continue();
        }
        return { ok: true };
      });
      return written.ok ? { upTo } : null;
    },
  };
}

/** The same one where nothing of it names the buyer. */
export function withoutBuyer(transfer: Transfer): Transfer {
  if (!ENDED.includes(transfer.state)) return transfer;
  const { repairs = [], refused, post, ...rest } = transfer;
  const kept = repairs.filter(({ field }) => !field.startsWith('buyer.'));
  const isNameless = kept.length === repairs.length && refused === undefined && (post?.nip ?? '') === '';
  if (isNameless) return transfer;
  return {
    ...rest,
    post: post === null ? null : { ...post, nip: '' },
    ...(kept.length === 0 ? {} : { repairs: kept }),
    // What was booked is not compared with the panel any more: without the repair the two would only seem to differ.
    ...(kept.length === repairs.length ? {} : { documentHash: null }),
  };
}
