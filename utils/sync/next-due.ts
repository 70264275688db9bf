/** What is to be done next, and by which account. A person's click first, then what was begun, then what follows, then many at once. */
import type { Account } from '../invoice/settings';
import { type EffectName, PRIORITY, type Transfer } from '../invoice/transfer';
import { awaitsChunk, CHUNK, needOf, roomFor } from './bulk/plan';
import type { EngineTools } from './context';
import { dueEffect } from './effects/follow';
import { erplinkAnswers } from './erplink';

export type Due =
  | { readonly kind: 'transfer'; readonly transfer: Transfer; readonly account: Account }
  | { readonly kind: 'effect'; readonly transfer: Transfer; readonly account: Account; readonly name: EffectName }
  /** Nothing now. `until`: what is due waits for the limits (epoch milliseconds); null: nothing is due. */
  | { readonly kind: 'rest'; readonly until: number | null };

type Tools = Pick<EngineTools, 'store' | 'room'>;

/** @returns asks what is due at a moment (epoch milliseconds). */
export function createNextDue({ store, room }: Tools): (now: number) => Promise<Due> {
  /** The numbers of a chunk are read one after the other: each POST in between would want a newer list. */
  let isFinishing = false;

  return async (now) => {
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
    const found = (transfer: Transfer): Due => {
      const account = accounts.get(transfer.accountId);
      return account ? { kind: 'transfer', transfer, account } : { kind: 'rest', until: null };
    };

    const queued = await store.transfers.queued(now, (each) => open(each) && mayBook(each));
    if (queued?.priority === PRIORITY.person) return found(queued);

    const chunk: Transfer[] = [];
    const begun = await store.transfers.waiting(now, (each) => {
      if (!open(each)) return false;
      if (!awaitsChunk(each)) return true;
      chunk.push(each);
      return false;
    });
    if (begun !== null) return found(begun);

    const effectOf = (transfer: Transfer): Due | null => {
      const account = accounts.get(transfer.accountId);
      if (account?.panel !== transfer.panel) return null;
      const name = dueEffect(transfer, account, now);
      return name === null ? null : { kind: 'effect', transfer, account, name };
    };
    const following = await store.transfers.following(now, (each) => effectOf(each) !== null);
    const effect = following === null ? null : effectOf(following);
    if (effect !== null) return effect;

    isFinishing = chunk.length > 0 && (isFinishing || chunk.length >= CHUNK || queued === null);
    const [posted = null] = chunk;
    let until: number | null = null;
    // What does not fit below the limits leaves its room to what does.
    for (const next of isFinishing ? [posted, queued] : [queued, posted]) {
      const whose = next === null ? undefined : accounts.get(next.accountId);
      if (next === null || whose === undefined) continue;
      const at = roomFor(needOf(next, whose), await room(whose));
      if (at <= now) return { kind: 'transfer', transfer: next, account: whose };
      until = Math.min(at, until ?? at);
    }
    return { kind: 'rest', until };
  };
}
