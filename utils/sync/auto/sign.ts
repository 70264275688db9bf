/**
 * Which of two computers sends by itself (design 3, "Two computers"). Whatever is written into an order's state field on account of automatic
 * sending says so in its nonce, which older versions read as a nonce like any other: it begins with a letter that no other nonce has, and
 * goes on with the writer's term.
 *
 * A computer that was switched on has the term 0, and one that has taken over that of the minute in which it did, and in any case a later one
 * than it has met. A computer that meets a fresh sign of a later term stands by; one of an earlier term it leaves to meet its own. Of
 * equal terms whoever meets the other stands by, but for the one with the larger id if it has sent something by itself just now: that sign
 * the other meets. So of two that meet each other one stands by and one goes on; and one that goes on although another still works looks
 * more often for a while, so that the other meets it soon.
 *
 * Nothing that is never to happen hangs on this. It says who works, and not who may: each document is claimed in its order before its POST,
 * whoever sends it, by a click or by itself (`steps/claim-field.ts`). Two computers that both believe in themselves, because their clocks are
 * wrong or because one has just been taken over, ask twice for what one would ask for once, and book it once.
 */
import type { StateText } from '../../invoice/state-text';
import type { Transfer } from '../../invoice/transfer';
import type { Store } from '../../store/open';
import type { EngineTools, StepContext } from '../context';
import { type Elsewhere, elsewhereOf, rivalOf, startOf } from './facts';

const MINUTE_MS = 60_000;
/** No other nonce has this letter (`computer.ts`). */
const LETTER = 'o';
/** Letters; beside the minute that is more than two texts of one order ever need. */
const RANDOM = 6;
const SIGN = /^o([0-9a-z]{5})[a-z0-9]+$/;
/** A claim that is older is nobody's (design 3). */
export const FRESH_MS = 900_000;
/** So long it looks more often after it has met another that is to stand by. */
const RIVAL_MS = 1_800_000;
const RECENT = 50;

/** One that wins over what was met. */
export function termAfter(met: number, now: number): number {
  return Math.max(Math.floor(now / MINUTE_MS), met + 1);
}

/** null: a person's doing, or an older version's. */
export function termIn(nonce: string): number | null {
  const digits = SIGN.exec(nonce)?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 36);
}

/** For a text about this transfer in its order's state field. */
export async function nonceFor(
  tools: Pick<EngineTools, 'store' | 'nonce'>,
  { auto, accountId }: Pick<Transfer, 'auto' | 'accountId'>,
): Promise<string> {
  const start = auto === undefined ? null : await tools.store.facts.get(startOf(accountId));
  const digits = start?.term.toString(36) ?? '';
  // Five digits last until the year 2084; a clock beyond that signs nothing.
  if (start === null || digits.length > 5) return tools.nonce();
  return `${LETTER}${digits.padStart(5, '0')}${tools.nonce().slice(0, RANDOM)}`;
}

export function isFreshSign(mark: Pick<StateText, 'at'>, now: number): boolean {
  return Math.abs(now - mark.at) < FRESH_MS;
}

/** What stands in the state field of any order that is looked at: another computer that sends by itself makes this one stand by. */
export async function meetSign(
  { account, tools }: Pick<StepContext, 'account' | 'tools'>,
  mark: StateText | null,
): Promise<void> {
  const { store, clock, announce } = tools;
  const term = mark === null ? null : termIn(mark.nonce);
  if (mark === null || term === null || !account.settings.autoSend) return;
  const { id } = await tools.computer();
  const now = clock.now();
  if (mark.computer === id || !isFreshSign(mark, now)) return;
  const own = (await store.facts.get(startOf(account.id)))?.term ?? 0;
  if (own > term || (own === term && id > mark.computer && (await hasSentJustNow(store, account.id, now)))) {
    await store.facts.set(rivalOf(account.id), now + RIVAL_MS);
    return;
  }
  const { computer } = mark;
  const before = await store.facts.get(elsewhereOf(account.id));
  const known = before?.computer === computer ? before.name : computer;
  const at = lastSign(before, mark, now);
  await store.facts.set(elsewhereOf(account.id), { computer, name: mark.name || known, term, at });
  if (before?.computer !== computer) announce();
}

/** @param before of whichever computer: that one worked then. */
export function lastSign(before: Pick<Elsewhere, 'at'> | null, mark: Pick<StateText, 'at'>, now: number): number {
  return Math.max(Math.min(before?.at ?? 0, now), Math.min(mark.at, now));
}

/** Without a click, so that its order tells so for everybody. */
async function hasSentJustNow({ transfers }: Store, accountId: string, now: number): Promise<boolean> {
  const { rows } = await transfers.recent({ before: null, limit: RECENT });
  return rows.some(
    ({ auto, post, accountId: whose }) =>
      auto !== undefined && whose === accountId && post !== null && Math.abs(now - post.beganAt) < FRESH_MS,
  );
}
