/** What is to be done next, and by which account. A moved month first, then a person's click, then what was begun, then what follows, then many at once. */
import type { Account } from '../invoice/settings';
import { type EffectName, PRIORITY, type Transfer } from '../invoice/transfer';
import { type BatchDue, endingOf, placingOf } from './batch/due';
import { isHeld } from './batch/held';
import { awaitsChunk, CHUNK, needOf, roomFor } from './bulk/plan';
import type { EngineTools } from './context';
import { dueEffect } from './effects/follow';
import { erplinkAnswers } from './erplink';
import { type MonthDue, monthsAt } from './month/due';

export type Due =
  | { readonly kind: 'transfer'; readonly transfer: Transfer; readonly account: Account }
  | { readonly kind: 'effect'; readonly transfer: Transfer; readonly account: Account; readonly name: EffectName }
  | BatchDue
  | MonthDue
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
    const batches = await store.batches.all();
    const mayStart = (each: Transfer): boolean => open(each) && mayBook(each) && !isHeld(batches, each);
    // The month is everybody's: what was moved comes home before anything else.
    const months = await monthsAt(store, all, mayStart, now);
    if (months.due !== null) return months.due;
    if (months.ready !== null) return { kind: 'transfer', ...months.ready };
    const found = (transfer: Transfer): Due => {
      const begins = months.begins(transfer);
      if (begins !== null) return begins;
      const account = accounts.get(transfer.accountId);
      return account ? { kind: 'transfer', transfer, account } : { kind: 'rest', until: null };
    };

    const mayBegin = (each: Transfer): boolean => mayStart(each) && months.mayPost(each);
    const queued = await store.transfers.queued(now, mayBegin);
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

    const placing = placingOf(batches, (panel) => erplink.get(panel) === false, now);
    if (placing.due !== null) return placing.due;
    const rest = async (until: number): Promise<Due> => {
      const first = Math.min(until, placing.until, months.until);
      return (
        (await endingOf(store, batches)) ?? { kind: 'rest', until: first === Number.POSITIVE_INFINITY ? null : first }
      );
    };

    isFinishing = chunk.length > 0 && (isFinishing || chunk.length >= CHUNK || queued === null);
    if (queued === null && chunk.length === 0) return rest(Number.POSITIVE_INFINITY);
    const rooms = new Map(await Promise.all(all.map(async (account) => [account, await room(account)] as const)));
    const startOf = (next: Transfer): number => {
      const account = accounts.get(next.accountId);
      const its = account && rooms.get(account);
      return account && its ? roomFor(needOf(next, account), its) : Number.POSITIVE_INFINITY;
    };
    let until = Number.POSITIVE_INFINITY;
    const fits = (next: Transfer): boolean => {
      const start = startOf(next);
      until = Math.min(until, start);
      return start <= now;
    };
    // What does not fit below the limits leaves its room to what does: to another account's, and to what is in the other of the two rows.
    const first =
      queued === null || fits(queued)
        ? queued
        : await store.transfers.queued(now, (each) => mayBegin(each) && fits(each));
    const posted = chunk.find(fits) ?? null;
    const next = isFinishing ? (posted ?? first) : (first ?? posted);
    return next === null ? rest(until) : found(next);
  };
}
