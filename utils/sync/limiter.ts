/**
 * A service's transport that keeps to its limit, over restarts of the worker too. People and bulk work share one window; whoever
 * waits as a person goes before waiting bulk work, even before one that sleeps until its minute has room.
 */
import type { HttpOutcome, Transport } from '../http/transport';
import type { Clock } from './clock';
import { createLine } from './limits/line';
import type { LimitRule, Pace } from './limits/rules';
import { answered, closed, EMPTY_WINDOW, freeAt, type LimitWindow, settled, taken } from './limits/window';

export interface WindowStore {
  load(name: string): Promise<LimitWindow | null>;
  save(name: string, window: LimitWindow): Promise<void>;
}

export interface Limited {
  through(pace: Pace): Transport;
  /** As it counts now. */
  window(): Promise<LimitWindow>;
}

/** What a service that wants to be left alone and does not say how long gets (sellasist-api 1.1). */
const REST_MS = 60_000;

/**
 * Longer than this nobody keeps the worker busy: the request is answered as the service would answer it, so that its document
 * goes back to the queue until then and others go on.
 */
const LONGEST_SLEEP_MS = 5_000;

/** Then it is looked again, because a clock may be moved while somebody sleeps. */
const NAP_MS = 1_000;

/** Written down as leaving at that moment; or how long would be too long to wait here. */
type Turn = { readonly sentAt: number } | { readonly tooLong: number };

interface Waiting {
  readonly pace: Pace;
  readonly called: (turn: Turn) => void;
  readonly failed: (error: unknown) => void;
}

export function limited(
  name: string,
  rule: LimitRule,
  transport: Transport,
  store: WindowStore,
  clock: Clock,
): Limited {
  const line = createLine<Waiting>();
  let window = EMPTY_WINDOW;
  let loading: Promise<void> | null = null;
  /** Requests on their way. */
  let open = 0;
  let isCalling = false;
  let again = false;
  let nextLook = Number.POSITIVE_INFINITY;

  async function load(): Promise<void> {
    window = (await store.load(name)) ?? EMPTY_WINDOW;
  }

  /** Loaded once, by whoever comes first, and put right where the clock was set back. */
  async function ready(): Promise<void> {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    await loading;
    const before = window;
    window = settled(before, clock.now());
    // Kept, or a worker that starts anew each time would begin to wait anew each time.
    if (window !== before) await store.save(name, window);
  }

  /** Calls those whose turn it is. To be called whenever that may have changed; never fails. */
  async function call(): Promise<void> {
    again = true;
    if (isCalling) return;
    isCalling = true;
    while (again) {
      again = false;
      for (let next = line.first(); next !== null && !(rule.oneAtATime && open > 0); next = line.first()) {
        if (!(await callOne(next))) break;
      }
    }
    isCalling = false;
  }

  async function callOne(next: Waiting): Promise<boolean> {
    try {
      return await tryOne(next);
    } catch (error) {
      line.leave(next);
      next.failed(error);
      return true;
    }
  }

  /** false: nobody can be called now. */
  async function tryOne(next: Waiting): Promise<boolean> {
    await ready();
    // Somebody may have come meanwhile who goes first.
    if (line.first() !== next) return true;
    const now = clock.now();
    const wait = freeAt(window, rule, next.pace, 1, now) - now;
    if (wait > 0 && wait <= LONGEST_SLEEP_MS) {
      lookIn(Math.min(wait, NAP_MS));
      return false;
    }
    line.leave(next);
    if (wait > 0) {
      next.called({ tooLong: wait });
      return true;
    }
    window = taken(window, now);
    await store.save(name, window);
    open += 1;
    next.called({ sentAt: now });
    return true;
  }

  /** Whoever came while another slept may have less to wait for. */
  function lookIn(ms: number): void {
    const at = clock.now() + ms;
    if (at >= nextLook) return;
    nextLook = at;
    void clock.sleep(ms).then(() => {
      nextLook = Number.POSITIVE_INFINITY;
      return call();
    });
  }

  function turnOf(pace: Pace): Promise<Turn> {
    return new Promise((called, failed) => {
      line.join({ pace, called, failed });
      void call();
    });
  }

  async function note(outcome: HttpOutcome, sentAt: number): Promise<void> {
    // Kept with the next request: what an answer says is stored before anything else (design: never twice).
    window = answered(window, sentAt, clock.now());
    if (outcome.kind !== 'answer' || outcome.status !== 429) return;
    window = closed(window, clock.now() + (outcome.retryAfterMs ?? REST_MS));
    // On a full disk it holds for as long as the worker lives.
    await store.save(name, window).catch(() => undefined);
  }

  return {
    through: (pace) => async (request) => {
      const turn = await turnOf(pace);
      if ('tooLong' in turn) return tooMany(turn.tooLong);
      try {
        const outcome = await transport(request);
        await note(outcome, turn.sentAt);
        return outcome;
      } finally {
        open -= 1;
        void call();
      }
    },

    async window() {
      await ready();
      return window;
    },
  };
}

function tooMany(retryAfterMs: number): HttpOutcome {
  return { kind: 'answer', status: 429, contentType: '', retryAfterMs, bytes: new Uint8Array() };
}
