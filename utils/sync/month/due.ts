/** What is to be done about months that are moved, and which documents wait for them. */
import { type MonthIntent, type MonthMove, nextMove, type Standing } from '../../invoice/accounting-month';
import type { Account } from '../../invoice/settings';
import type { Transfer } from '../../invoice/transfer';
import type { Store } from '../../store/open';
import { monthIntents, openOf } from './intents';
import { standingOf } from './standing';

export type MonthDue =
  /** The turn of a document has come for which the month is to be moved. */
  | { readonly kind: 'month'; readonly work: 'begin'; readonly transfer: Transfer; readonly account: Account }
  | {
      readonly kind: 'month';
      readonly work: 'go';
      readonly intent: MonthIntent;
      readonly move: Exclude<MonthMove, { kind: 'wait' | 'post' }>;
      readonly standing: Standing;
      /** Whose key moves it; null: no account of this login is left. */
      readonly account: Account | null;
    };

export interface Months {
  /** null: nothing now. */
  readonly due: MonthDue | null;
  /** The document for which a month is away: its POST may begin, and nothing else goes before it. */
  readonly ready: { readonly transfer: Transfer; readonly account: Account } | null;
  /** When something is to be done next (epoch milliseconds); infinite: not by itself. */
  readonly until: number;
  /** No month of this document's login is moved, but for the one that is `ready`. */
  mayPost(transfer: Transfer): boolean;
  /** Before this document is taken up the month has to be moved; null: it may be taken up. */
  begins(transfer: Transfer): MonthDue | null;
}

/** @param mayBegin whether a document would be taken up at all, whatever the month is. */
export async function monthsAt(
  store: Pick<Store, 'facts' | 'transfers'>,
  accounts: readonly Account[],
  mayBegin: (transfer: Transfer) => boolean,
  now: number,
): Promise<Months> {
  const intents = await monthIntents(store);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const intentOf = ({ accountId }: Transfer): MonthIntent | null => openOf(intents, byId.get(accountId)?.login ?? '');
  let due: MonthDue | null = null;
  let ready: Months['ready'] = null;
  let until = Number.POSITIVE_INFINITY;
  for (const intent of intents) {
    const { panel, key, login, accountId } = intent;
    const transfer = intent.ended === null ? await store.transfers.get(panel, key) : null;
    const standing = standingOf(intent, transfer, transfer !== null && mayBegin(transfer), now);
    const move = nextMove(intent, standing, null, now);
    const own = transfer === null ? undefined : byId.get(transfer.accountId);
    if (move.kind === 'post') ready ??= transfer && own ? { transfer, account: own } : null;
    else if (move.kind === 'wait') until = Math.min(until, move.until ?? Number.POSITIVE_INFINITY);
    else {
      const account = byId.get(accountId) ?? accounts.find((each) => each.login === login) ?? null;
      due ??= { kind: 'month', work: 'go', intent, move, standing, account };
    }
  }
  return {
    due,
    ready,
    until,
    mayPost: (transfer) => intentOf(transfer) === null,
    begins(transfer) {
      const account = byId.get(transfer.accountId);
      if (transfer.state !== 'queued' || transfer.month === undefined || !account) return null;
      return intentOf(transfer) === null ? { kind: 'month', work: 'begin', transfer, account } : null;
    },
  };
}
