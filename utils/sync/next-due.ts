/** What is to be done next, and by which account. A person's click first, then what was begun, then what follows, then many at once. */
import type { Account } from '../invoice/settings';
import { type EffectName, PRIORITY, type Transfer } from '../invoice/transfer';
import type { EngineTools } from './context';
import { dueEffect } from './effects/follow';
import { erplinkAnswers } from './erplink';

export type Due =
  | { readonly kind: 'transfer'; readonly transfer: Transfer; readonly account: Account }
  | { readonly kind: 'effect'; readonly transfer: Transfer; readonly account: Account; readonly name: EffectName };

/** @param now epoch milliseconds. null: nothing is due. */
export async function nextDue({ store }: Pick<EngineTools, 'store'>, now: number): Promise<Due | null> {
  const all = await store.accounts.all();
  const accounts = new Map(all.map((account) => [account.id, account]));
  const open = ({ accountId, panel }: Transfer): boolean => {
    const account = accounts.get(accountId);
    // An account that was bound to another panel since would read another shop's order of the same number.
    return account?.pausedBy === null && account.panel === panel;
  };
  // With the vendor's own integration on in its panel, or while nobody knows, nothing new is booked; what is booked already goes on.
  const erplink = await erplinkAnswers(store, all);
  const mayBook = ({ panel }: Transfer): boolean => erplink.get(panel) === false;

  const found = (transfer: Transfer): Due | null => {
    const account = accounts.get(transfer.accountId);
    return account ? { kind: 'transfer', transfer, account } : null;
  };
  const queued = await store.transfers.queued(now, (each) => open(each) && mayBook(each));
  if (queued?.priority === PRIORITY.person) return found(queued);
  const begun = await store.transfers.waiting(now, open);
  if (begun !== null) return found(begun);
  const following = await store.transfers.following(now, open);
  const name = following === null ? null : dueEffect(following, now);
  const account = following === null ? undefined : accounts.get(following.accountId);
  if (following !== null && name !== null && account) return { kind: 'effect', transfer: following, account, name };
  return queued === null ? null : found(queued);
}
