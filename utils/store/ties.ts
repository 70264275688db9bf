/** What ties an account to its login and panel: transfers that are, or may be, in its books, and those that it still has to finish. */
import type { IDBPObjectStore } from 'idb';
import type { Transfer } from '../invoice/transfer';
import { UNDER_WAY } from '../invoice/transfer-states';
import type { MostekDb, StoreName } from './schema';

export interface Ties {
  /** Something of the account is in its books, or may be. */
  readonly hasSent: boolean;
  /** Something of it waits or is on its way. */
  readonly isBusy: boolean;
}

/** Whatever became of it since: a POST that ended unclear may still be there, or arrive. */
export function mayBeBooked({ post, identifier, wasPosted }: Transfer): boolean {
  return post !== null || identifier !== null || wasPosted === true;
}

/** Asked in the transaction that goes by the answer: in between, anything may be sent. */
export async function tiesOf<Names extends StoreName[], Mode extends IDBTransactionMode>(
  transfers: IDBPObjectStore<MostekDb, Names, 'transfers', Mode>,
  accountId: string,
): Promise<Ties> {
  const index = transfers.index('account');
  const anyOf = async (range: IDBKeyRange, is: (transfer: Transfer) => boolean): Promise<boolean> => {
    for (let cursor = await index.openCursor(range); cursor; cursor = await cursor.continue()) {
      if (is(cursor.value.transfer)) return true;
    }
    return false;
  };
  // What is booked, which is most of it, stands in an index of its own: the rest is few, and is looked at one by one.
  const booked = await transfers.index('identifier').getKey(IDBKeyRange.bound([accountId], [accountId, []]));
  const hasSent = booked !== undefined || (await anyOf(IDBKeyRange.bound([accountId], [accountId, []]), mayBeBooked));
  for (const state of UNDER_WAY) {
    if (await anyOf(IDBKeyRange.only([accountId, state]), isUnderWay)) return { hasSent, isBusy: true };
  }
  return { hasSent, isBusy: false };
}

/** Booked, and nothing of the rest is tried any more by itself. */
function isUnderWay({ state, notBefore }: Transfer): boolean {
  return state !== 'issued' || notBefore < Number.MAX_SAFE_INTEGER;
}
