/**
 * iFirma's accounting month, moved for one document and moved back (ifirma-api 6.6). It is one for the whole iFirma account and
 * everybody sees it, so that it is moved is an intent that outlives the worker; what is to be done next follows from the intent, from
 * what iFirma says and from how the document stands, and from nothing else:
 *
 *     home ──step──▶ … ──step──▶ away ──the POST──▶ away ──step──▶ … ──step──▶ home
 *
 * A step is relative and may not be repeated blindly: each is recorded before it begins, the month is read again after it, and one whose
 * end nobody saw is waited out.
 */
import type { DocumentKey } from './document';
import type { Reason } from './finding';

/** A calendar month, `YYYY-MM`. */
export type YearMonth = string;

/** `MiesiacKsiegowy` of the request: one month forward, one back. */
export type Direction = 'NAST' | 'POPRZ';

/** One step under way, or one whose end nobody saw. `at`: when it began, or was last known not to be known; epoch milliseconds. */
export interface MonthStep {
  readonly direction: Direction;
  readonly at: number;
}

/** That the month of one iFirma login is moved for one document. While it is open no other POST of that login begins. */
export interface MonthIntent {
  readonly login: string;
  /** Whose key `abonent` moves it. */
  readonly accountId: string;
  readonly panel: string;
  readonly key: DocumentKey;
  /** Where the month was, and where it is brought back to. */
  readonly home: YearMonth;
  /** The month of the document's sale. */
  readonly away: YearMonth;
  /** When it began; epoch milliseconds. */
  readonly since: number;
  /** Where it is, as far as is known. */
  readonly left: YearMonth;
  /** Where it was before the last step, until iFirma has shown that step. */
  readonly before: YearMonth | null;
  /** A step has begun: before that nothing has to be brought back. */
  readonly isMoved: boolean;
  /** iFirma has said that it is `away`, and nothing has moved it since. */
  readonly isThere: boolean;
  /** It goes home, whatever becomes of the document now. */
  readonly isBack: boolean;
  /** Recorded before the request; found by another worker, its end is not known. */
  readonly put: MonthStep | null;
  /** The last step, whose end nobody saw; nothing is decided for `QUIET_MS` after it. */
  readonly unclear: MonthStep | null;
  /** Steps that iFirma had not taken when their time was over. They may still come. */
  readonly late: readonly Direction[];
  /** How many steps ended unclear. */
  readonly unclears: number;
  /** Since when iFirma is known to be home again, where that is looked at once more. */
  readonly homeSince: number | null;
  /** Failed tries to bring it home. */
  readonly tries: number;
  /** Epoch milliseconds. */
  readonly notBefore: number;
  /** Why it is not home yet; null: nothing is in the way. */
  readonly reason: Reason | null;
  /** It is Mostek's no more: somebody else moved the month, or a person left it where it is. */
  readonly ended: Reason | null;
}

/** How the document stands: it may be posted now, at a moment that is near, or it is not on its way to the POST. */
export type Standing =
  | { readonly kind: 'due' }
  | { readonly kind: 'soon'; readonly at: number }
  | { readonly kind: 'gone' };

export type MonthMove =
  /** Epoch milliseconds; null: for nothing that comes by itself. */
  | { readonly kind: 'wait'; readonly until: number | null }
  /** Ask iFirma which month it is. */
  | { readonly kind: 'ask' }
  /** The document may be posted. */
  | { readonly kind: 'post' }
  /** Only to be recorded. */
  | { readonly kind: 'note'; readonly intent: MonthIntent }
  /** One step, to be recorded as it is here before it begins. */
  | { readonly kind: 'step'; readonly intent: MonthIntent; readonly direction: Direction }
  /** Too many steps on the way there ended unclear: the document is not sent. */
  | { readonly kind: 'refuse' }
  | { readonly kind: 'done' }
  /** iFirma says a month that Mostek has not set. */
  | { readonly kind: 'give-up'; readonly month: YearMonth };

/** So long a request whose end nobody saw may still be worked on. */
export const QUIET_MS = 120_000;

/** One unclear step on the way there is tried again. */
export const MOST_UNCLEAR = 2;

/** Nothing waits longer than this; what seems to was told by a clock that was set back since. */
export const LONGEST_WAIT_MS = 3_600_000;

export type Beginning = Pick<MonthIntent, 'login' | 'accountId' | 'panel' | 'key' | 'home' | 'away' | 'since'>;

export function begunIntent(beginning: Beginning): MonthIntent {
  return {
    ...beginning,
    left: beginning.home,
    before: null,
    isMoved: false,
    isThere: false,
    isBack: false,
    put: null,
    unclear: null,
    late: [],
    unclears: 0,
    homeSince: null,
    tries: 0,
    notBefore: 0,
    reason: null,
    ended: null,
  };
}

/** @param said what iFirma says now; null: it has not been asked yet. @param now epoch milliseconds. */
export function nextMove(intent: MonthIntent, standing: Standing, said: YearMonth | null, now: number): MonthMove {
  // What a person has left is Mostek's no more; what somebody else has moved is shown until a person has seen it.
  if (intent.ended !== null)
    return intent.ended.code === 'month-left' ? { kind: 'done' } : { kind: 'wait', until: null };
  // Whoever began it has died, or its end could not be recorded.
  if (intent.put !== null) return { kind: 'note', intent: withUnclear(intent, intent.put.direction, now) };
  // A clock that was set back since has measured nothing.
  const rebased = notInTheFuture(intent, now);
  if (rebased !== null) return { kind: 'note', intent: rebased };
  if (!goesBack(intent, standing) && intent.unclears >= MOST_UNCLEAR) return { kind: 'refuse' };
  const isBack = goesBack(intent, standing);
  if (isBack && !intent.isMoved) return { kind: 'done' };
  if (!isBack && intent.isThere)
    return standing.kind === 'soon' ? { kind: 'wait', until: standing.at } : { kind: 'post' };
  const until = quietUntil(intent, now);
  if (until > now) return { kind: 'wait', until };
  return said === null ? { kind: 'ask' } : afterReading({ ...intent, isBack }, said, now);
}

/** A step whose end nobody saw. */
export function withUnclear(intent: MonthIntent, direction: Direction, now: number): MonthIntent {
  return {
    ...intent,
    put: null,
    unclear: { direction, at: now },
    unclears: intent.unclears + 1,
    isThere: false,
    homeSince: null,
    notBefore: 0,
  };
}

/** A step that iFirma has confirmed. */
export function withStep(intent: MonthIntent, direction: Direction): MonthIntent {
  return { ...intent, put: null, before: intent.left, left: stepped(intent.left, direction), tries: 0, reason: null };
}

export function stepped(month: YearMonth, direction: Direction): YearMonth {
  const at = countOf(month) + (direction === 'NAST' ? 1 : -1);
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

export function isOneYear(one: YearMonth, other: YearMonth): boolean {
  return one.slice(0, 4) === other.slice(0, 4);
}

function goesBack({ isBack }: MonthIntent, standing: Standing): boolean {
  return isBack || standing.kind === 'gone';
}

function notInTheFuture(intent: MonthIntent, now: number): MonthIntent | null {
  const { unclear, homeSince } = intent;
  if (unclear !== null && unclear.at > now) return { ...intent, unclear: { ...unclear, at: now } };
  return homeSince !== null && homeSince > now ? { ...intent, homeSince: now } : null;
}

/** From when on something may be decided. */
function quietUntil({ unclear, homeSince, notBefore }: MonthIntent, now: number): number {
  const quiet = (since: number | null): number => (since === null ? 0 : since + QUIET_MS);
  const wanted = notBefore > now + LONGEST_WAIT_MS ? 0 : notBefore;
  return Math.max(quiet(unclear?.at ?? null), quiet(homeSince), wanted);
}

function afterReading(intent: MonthIntent, said: YearMonth, now: number): MonthMove {
  const { home, away, left, before, isMoved, isBack, unclears, homeSince } = intent;
  const goal = isBack ? home : away;
  // What iFirma shows may be older than the step that it has just confirmed: it is asked once more before anybody is suspected.
  if (isMoved && before !== null && said === before && said !== left && said !== goal)
    return { kind: 'note', intent: { ...intent, before: null, notBefore: now + QUIET_MS } };
  const late = isMoved ? lateAfter(intent, said, goal) : said === home || said === goal ? [] : null;
  if (late === null || !isOneYear(said, goal)) return { kind: 'give-up', month: said };
  const known = { ...intent, left: said, before: null, late, unclear: null, notBefore: 0 };
  if (said !== goal) {
    const direction: Direction = said < goal ? 'NAST' : 'POPRZ';
    return {
      kind: 'step',
      direction,
      intent: { ...known, isMoved: true, homeSince: null, put: { direction, at: now } },
    };
  }
  if (!isBack) return { kind: 'note', intent: { ...known, isThere: true } };
  // A step that ended unclear may still come, and move it away again.
  if (unclears > 0 && homeSince === null) return { kind: 'note', intent: { ...known, homeSince: now } };
  return { kind: 'done' };
}

/** Which unclear steps have still not been taken, when iFirma says this month; null: Mostek has not moved it there. */
function lateAfter(
  { left, late, unclear }: MonthIntent,
  said: YearMonth,
  goal: YearMonth,
): readonly Direction[] | null {
  const open = unclear === null ? late : [...late, unclear.direction];
  const direction: Direction = said > left ? 'NAST' : 'POPRZ';
  const missing = Math.abs(countOf(said) - countOf(left));
  const able = open.filter((each) => each === direction).length;
  if (able < missing) return said === goal ? open : null;
  const others = open.filter((each) => each !== direction);
  return [...others, ...Array.from({ length: able - missing }, () => direction)];
}

function countOf(month: YearMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
