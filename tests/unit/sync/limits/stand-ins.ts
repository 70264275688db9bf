/** What a limiter is tried with: requests that say nothing, a store in memory, and clocks that only a test moves. */
import type { HttpOutcome, HttpRequest } from '../../../../utils/http/transport.ts';
import type { Clock } from '../../../../utils/sync/clock.ts';
import type { WindowStore } from '../../../../utils/sync/limiter.ts';
import type { LimitRule } from '../../../../utils/sync/limits/rules.ts';
import type { LimitWindow } from '../../../../utils/sync/limits/window.ts';

export const START = Date.parse('2026-11-22T12:00:00Z');
export const MINUTE = 60_000;
export const DAY = 86_400_000;

export const ANSWER: Extract<HttpOutcome, { readonly kind: 'answer' }> = {
  kind: 'answer',
  status: 200,
  contentType: '',
  retryAfterMs: null,
  bytes: new Uint8Array(),
};

export const tooMany = (retryAfterMs: number | null): HttpOutcome => ({ ...ANSWER, status: 429, retryAfterMs });

export const request = (url: string): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  body: null,
  timeoutMs: 1000,
  sending: 'repeatable',
});

export const rule = (changes: Partial<LimitRule> = {}): LimitRule => ({
  perMinute: 3,
  perDay: 1000,
  oneAtATime: false,
  reserve: { perMinute: 0, perDay: 0 },
  ...changes,
});

export function memoryStore(): WindowStore & { readonly windows: Map<string, LimitWindow> } {
  const windows = new Map<string, LimitWindow>();
  return {
    windows,
    load: async (name) => windows.get(name) ?? null,
    save: async (name, window) => {
      windows.set(name, structuredClone(window));
    },
  };
}

/** Time that passes only while somebody sleeps. `set` moves what the computer shows, not what passes. */
export function handClock() {
  let passed = 0;
  let shown = START;
  const clock: Clock = {
    now: () => shown,
    sleep: async (ms) => {
      passed += ms;
      shown += ms;
    },
  };
  return {
    clock,
    passed: () => passed,
    pass: (ms: number) => {
      passed += ms;
      shown += ms;
    },
    set: (ms: number) => {
      shown += ms;
    },
  };
}

/** Time in which several sleep side by side and wake in their order. Milliseconds from the beginning. */
export function sharedClock() {
  let passed = 0;
  let asleep: { readonly until: number; readonly wake: () => void }[] = [];
  const clock: Clock = {
    now: () => START + passed,
    sleep: (ms) =>
      new Promise((resolve) => {
        asleep.push({ until: passed + ms, wake: resolve });
      }),
  };
  /** Until nobody has anything left to do but to sleep. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 2));
  async function pass(ms: number): Promise<void> {
    const until = passed + ms;
    for (;;) {
      await settle();
      const first = asleep.toSorted((a, b) => a.until - b.until)[0];
      if (first === undefined || first.until > until) break;
      passed = first.until;
      asleep = asleep.filter((each) => each !== first);
      first.wake();
    }
    passed = until;
    await settle();
  }
  return { clock, passed: () => passed, pass, settle };
}
