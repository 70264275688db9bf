/**
 * The services' limits, kept across restarts of the worker: iFirma takes 100 requests a minute and 15,000 a day of a user,
 * Sellasist 60 a minute, one at a time (ifirma-api 7, sellasist-api 1.1).
 *
 * A window of the last requests' moments rather than a bucket of tokens: a full bucket that refills lets twice its size
 * through in one minute, a window never does, and it leaves no gaps either.
 */
import type { HttpOutcome, Transport } from '../http/transport';
import type { Clock } from './clock';

export interface LimitRule {
  readonly perMinute: number;
  readonly perDay: number;
  readonly oneAtATime: boolean;
}

/** One at a time, too: with several idle sockets a decoy could not take the one a POST would reuse (`http/send-once`). */
export const IFIRMA_RULE: LimitRule = { perMinute: 100, perDay: 15_000, oneAtATime: true };
export const SELLASIST_RULE: LimitRule = { perMinute: 60, perDay: Number.MAX_SAFE_INTEGER, oneAtATime: true };

/** What is kept of one user's requests. Epoch milliseconds. */
export interface LimitWindow {
  /** Moments of the last minute's requests, oldest first. */
  readonly recent: readonly number[];
  /** Start of the day (24 hours) that `today` counts. */
  readonly dayFrom: number;
  readonly today: number;
  /** Nothing goes out before (`Retry-After`). */
  readonly closedUntil: number;
}

export interface WindowStore {
  load(name: string): Promise<LimitWindow | null>;
  save(name: string, window: LimitWindow): Promise<void>;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const EMPTY: LimitWindow = { recent: [], dayFrom: 0, today: 0, closedUntil: 0 };

/** How long to wait before the next request, in milliseconds; 0: it may go out now. */
export function waitFor(window: LimitWindow, rule: LimitRule, now: number): number {
  const oldest = window.recent[window.recent.length - rule.perMinute];
  const forMinute = oldest === undefined ? 0 : oldest + MINUTE - now;
  const forDay = window.today >= rule.perDay && now < window.dayFrom + DAY ? window.dayFrom + DAY - now : 0;
  return Math.max(0, forMinute, forDay, window.closedUntil - now);
}

export function taken(window: LimitWindow, now: number): LimitWindow {
  const newDay = now >= window.dayFrom + DAY;
  return {
    ...window,
    recent: [...window.recent.filter((moment) => moment > now - MINUTE), now],
    dayFrom: newDay ? now : window.dayFrom,
    today: newDay ? 1 : window.today + 1,
  };
}

/**
 * A clock that was set back leaves moments in the future. They count as now, or everybody would wait for them to come; and no
 * service is left alone for more than a day, because a longer wait is nearly always such a clock, and asking once too early costs
 * nothing but a refusal.
 */
function settled(window: LimitWindow, now: number): LimitWindow {
  const { recent, dayFrom, closedUntil } = window;
  if (dayFrom <= now && closedUntil <= now + DAY && recent.every((moment) => moment <= now)) return window;
  return {
    ...window,
    recent: recent.map((moment) => Math.min(moment, now)),
    dayFrom: Math.min(dayFrom, now),
    closedUntil: Math.min(closedUntil, now + DAY),
  };
}

/**
 * Longer than this nobody keeps the worker busy: the request is answered as the service would answer it, so that its document
 * goes back to the queue until then and others go on.
 */
const LONGEST_SLEEP_MS = 5_000;

/** A transport that keeps to the rule. Waiting callers go in the order they came. */
export function limited(
  name: string,
  rule: LimitRule,
  transport: Transport,
  store: WindowStore,
  clock: Clock,
): Transport {
  let turn: Promise<unknown> = Promise.resolve();
  let window: LimitWindow | null = null;

  /** 0: the request is written down and goes out. Else how long is too long to wait here. */
  async function slot(): Promise<number> {
    window ??= (await store.load(name)) ?? EMPTY;
    for (;;) {
      const before: LimitWindow = window;
      window = settled(before, clock.now());
      // Kept, or a worker that starts anew each time would begin to wait anew each time.
      if (window !== before) await store.save(name, window);
      const wait = waitFor(window, rule, clock.now());
      if (wait === 0) break;
      if (wait > LONGEST_SLEEP_MS) return wait;
      await clock.sleep(Math.min(wait, 1000));
    }
    window = taken(window, clock.now());
    await store.save(name, window);
    return 0;
  }

  async function note(outcome: HttpOutcome): Promise<void> {
    if (outcome.kind !== 'answer' || outcome.status !== 429 || window === null) return;
    const until = clock.now() + (outcome.retryAfterMs ?? MINUTE);
    window = { ...window, closedUntil: Math.max(window.closedUntil, until) };
    await store.save(name, window);
  }

  return async (request) => {
    const before = turn;
    let done = (): void => undefined;
    turn = new Promise<void>((resolve) => {
      done = resolve;
    });
    await before;
    try {
      const tooLong = await slot();
      if (tooLong > 0) return tooMany(tooLong);
      if (!rule.oneAtATime) done();
      const outcome = await transport(request);
      await note(outcome);
      return outcome;
    } finally {
      done();
    }
  };
}

function tooMany(retryAfterMs: number): HttpOutcome {
  return { kind: 'answer', status: 429, contentType: '', retryAfterMs, bytes: new Uint8Array() };
}
