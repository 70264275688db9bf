/** People and bulk work behind one limit: who goes first, what is kept free, and that a minute never holds too much. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpOutcome, Transport } from '../../../../utils/http/transport.ts';
import { type Limited, limited } from '../../../../utils/sync/limiter.ts';
import type { LimitRule, Pace } from '../../../../utils/sync/limits/rules.ts';
import { EMPTY_WINDOW, roomAt } from '../../../../utils/sync/limits/window.ts';
import { ANSWER, DAY, handClock, MINUTE, memoryStore, request, rule, sharedClock, tooMany } from './stand-ins.ts';

const isSentAway = (outcome: HttpOutcome): boolean => outcome.kind === 'answer' && outcome.status === 429;

/** A limiter over a service that answers at once, and notes who asked when. */
function trying(changes: Partial<LimitRule> = {}, outcomes: readonly HttpOutcome[] = []) {
  const time = handClock();
  const store = memoryStore();
  const asked: string[] = [];
  const service: Transport = async ({ url }) => {
    asked.push(url);
    return outcomes[asked.length - 1] ?? ANSWER;
  };
  const own = rule({ perMinute: 5, reserve: { perMinute: 2, perDay: 0 }, ...changes });
  let limiter: Limited = limited('user', own, service, store, time.clock);
  return {
    ...time,
    store,
    asked,
    restart: () => {
      limiter = limited('user', own, service, store, time.clock);
    },
    send: (pace: Pace, url: string = pace) => limiter.through(pace)(request(url)),
    window: () => limiter.window(),
  };
}

describe('bulk work', () => {
  it('leaves the reserve of a minute to people', async () => {
    const { send, asked } = trying();
    for (const url of ['1', '2', '3']) await send('bulk', url);
    expect(await send('bulk', '4')).toMatchObject({ status: 429, retryAfterMs: MINUTE });
    for (const url of ['5', '6']) expect(await send('person', url)).toMatchObject({ status: 200 });
    expect(await send('person', '7')).toMatchObject({ status: 429, retryAfterMs: MINUTE });
    expect(asked).toEqual(['1', '2', '3', '5', '6']);
  });

  it('gives the reserve back that people have used, before it goes on', async () => {
    const { send, pass } = trying();
    for (const url of ['1', '2', '3']) await send('bulk', url);
    pass(20_000);
    for (const url of ['4', '5']) await send('person', url);
    pass(40_000);
    // The three are gone, the two of people count for bulk as well.
    expect(await send('bulk')).toMatchObject({ status: 200 });
    expect(await send('bulk')).toMatchObject({ status: 429, retryAfterMs: 20_000 });
    expect(await send('person')).toMatchObject({ status: 200 });
  });

  it('leaves the reserve of a day to people', async () => {
    const { send } = trying({ perDay: 4, reserve: { perMinute: 0, perDay: 1 } });
    for (const url of ['1', '2', '3']) await send('bulk', url);
    expect(await send('bulk', '4')).toMatchObject({ status: 429, retryAfterMs: DAY });
    expect(await send('person', '5')).toMatchObject({ status: 200 });
    expect(await send('person', '6')).toMatchObject({ status: 429, retryAfterMs: DAY });
  });

  it('shares its window with people, over a restart too', async () => {
    const { send, restart } = trying();
    for (const pace of ['bulk', 'person', 'bulk', 'person', 'person'] as const) {
      await send(pace);
      restart();
    }
    expect(await send('person')).toMatchObject({ status: 429, retryAfterMs: MINUTE });
    expect(await send('bulk')).toMatchObject({ status: 429, retryAfterMs: MINUTE });
  });
});

describe('HTTP 429', () => {
  it.each<[Pace, number | null, number]>([
    ['person', 7000, 7000],
    ['bulk', 7000, 7000],
    ['person', null, MINUTE],
    ['bulk', null, MINUTE],
  ])('to %s (Retry-After %o) closes the window for both, over a restart too', async (pace, retryAfterMs, wait) => {
    const { send, restart, asked, pass } = trying({}, [tooMany(retryAfterMs)]);
    await send(pace);
    for (const each of ['person', 'bulk'] as const) {
      expect(await send(each)).toMatchObject({ status: 429, retryAfterMs: wait });
      restart();
    }
    expect(asked).toHaveLength(1);
    pass(wait);
    for (const each of ['person', 'bulk'] as const) expect(await send(each)).toMatchObject({ status: 200 });
  });

  it('that could not be kept is answered all the same, and holds as long as the worker lives', async () => {
    const { clock } = handClock();
    const store = memoryStore();
    const failing = { ...store, save: store.save };
    const service: Transport = async () => {
      failing.save = () => Promise.reject(new Error('quota'));
      return tooMany(7000);
    };
    const send = limited('user', rule(), service, failing, clock).through('person');
    expect(await send(request('1'))).toMatchObject({ status: 429, retryAfterMs: 7000 });
    expect(await send(request('2'))).toMatchObject({ status: 429, retryAfterMs: 7000 });
  });
});

describe('those who wait', () => {
  /** A service that answers when the test says so. */
  function held(changes: Partial<LimitRule> = {}) {
    const time = sharedClock();
    const asked: string[] = [];
    const answers = new Map<string, () => void>();
    const service: Transport = ({ url }) =>
      new Promise((resolve) => {
        asked.push(url);
        answers.set(url, () => resolve(ANSWER));
      });
    const own = rule({ perMinute: 100, oneAtATime: true, reserve: { perMinute: 2, perDay: 0 }, ...changes });
    const limiter = limited('user', own, service, memoryStore(), time.clock);
    return {
      ...time,
      asked,
      send: (pace: Pace, url: string) => limiter.through(pace)(request(url)),
      async answer(url: string) {
        answers.get(url)?.();
        await time.settle();
      },
    };
  }

  it('as people go before bulk work, and each of them in the order they came', async () => {
    const { send, asked, answer, settle } = held();
    const first = send('bulk', 'b1');
    await settle();
    const others = [send('bulk', 'b2'), send('person', 'p1'), send('bulk', 'b3'), send('person', 'p2')];
    for (const url of ['b1', 'p1', 'p2', 'b2', 'b3']) await answer(url);
    await Promise.all([first, ...others]);
    expect(asked).toEqual(['b1', 'p1', 'p2', 'b2', 'b3']);
  });

  it('as people are not held up by bulk work that sleeps until its minute has room', async () => {
    const { send, asked, answer, pass, passed } = held({ perMinute: 4 });
    for (const url of ['1', '2']) {
      const sent = send('bulk', url);
      await pass(0);
      await answer(url);
      await sent;
    }
    await pass(57_000);
    const bulk = send('bulk', '3');
    await pass(1500);
    const person = send('person', '4');
    await pass(0);
    expect(asked).toEqual(['1', '2', '4']);
    expect(passed()).toBe(58_500);
    await answer('4');
    await person;
    await pass(1500);
    expect(asked).toEqual(['1', '2', '4', '3']);
    await answer('3');
    await bulk;
  });

  it('as people sleep no longer than their own minute wants, although bulk work sleeps beside them', async () => {
    const { send, asked, answer, pass } = held({ perMinute: 4, reserve: { perMinute: 3, perDay: 0 } });
    for (const [url, gap] of [
      ['1', 300],
      ['2', 3000],
      ['3', 0],
      ['4', 56_500],
    ] as const) {
      const sent = send('person', url);
      await pass(0);
      await answer(url);
      await sent;
      await pass(gap);
    }
    // 59,800 ms have passed. People have room after 60,000, bulk work after 63,300.
    const bulk = send('bulk', 'b');
    await pass(10);
    const person = send('person', 'p');
    await pass(189);
    expect(asked).not.toContain('p');
    await pass(1);
    expect(asked.at(-1)).toBe('p');
    await answer('p');
    await person;
    void bulk;
  });

  it('are sent away when their turn comes and the wait is long, and let the next one go on', async () => {
    const { send, asked, answer, pass } = held({ perMinute: 3 });
    const first = send('bulk', '1');
    await pass(0);
    const second = send('bulk', '2');
    const third = send('person', '3');
    await pass(0);
    await answer('1');
    await answer('3');
    expect(await second).toMatchObject({ status: 429, retryAfterMs: MINUTE });
    expect((await Promise.all([first, third])).some(isSentAway)).toBe(false);
    expect(asked).toEqual(['1', '3']);
  });
});

describe('a window', () => {
  it('is the stored one before anything was asked, and counts every request since', async () => {
    const { send, restart, window, clock } = trying();
    expect(await window()).toEqual(EMPTY_WINDOW);
    await send('bulk');
    restart();
    expect((await window()).recent).toEqual([clock.now()]);
    await Promise.all([window(), send('person'), window()]);
    expect((await window()).recent).toEqual([clock.now(), clock.now()]);
  });

  it('loses no request to a look at it that loads it at the same time', async () => {
    const { clock } = handClock();
    const store = memoryStore();
    const own = rule();
    for (let round = 0; round < 3; round += 1) {
      const limiter = limited('user', own, async () => ANSWER, store, clock);
      await Promise.all([limiter.window(), limiter.through('person')(request('x')), limiter.window()]);
      expect((await limiter.window()).recent).toHaveLength(round + 1);
    }
  });

  it('that could not be loaded is loaded when it is asked for again', async () => {
    const { clock } = handClock();
    const store = memoryStore();
    let broken = true;
    const failing = { ...store, load: (name: string) => (broken ? Promise.reject(new Error('io')) : store.load(name)) };
    const limiter = limited('user', rule(), async () => ANSWER, failing, clock);
    await expect(limiter.window()).rejects.toThrow('io');
    await expect(limiter.through('person')(request('1'))).rejects.toThrow('io');
    broken = false;
    expect(await limiter.through('person')(request('2'))).toMatchObject({ status: 200 });
    expect((await limiter.window()).recent).toHaveLength(1);
  });

  it('after a clock that was set back is kept as it counts now, so that who plans by it and starts anew does not wait anew', async () => {
    const { send, set, pass, restart, window, clock } = trying();
    for (const url of ['1', '2', '3']) await send('bulk', url);
    set(-DAY);
    const back = await window();
    expect(back.recent).toEqual([clock.now(), clock.now(), clock.now()]);
    pass(MINUTE);
    restart();
    expect(roomAt(await window(), rule(), 'person', clock.now())).toBe(3);
  });
});

describe('a minute', () => {
  const latencies = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4000 }));
  const steps = fc.array(
    fc.record({
      wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 58_000, max: 61_000 })),
      paces: fc.array(fc.constantFrom<Pace>('person', 'bulk'), { minLength: 1, maxLength: 6 }),
      /** On the way there, and back. */
      there: latencies,
      back: latencies,
      restart: fc.boolean(),
      clockBack: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 2 * DAY })),
    }),
    { maxLength: 30 },
  );

  it('of the service never holds more than the limit, nor more bulk than its share, however slow the answers are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.nat(5), steps, async (perMinute, kept, moments) => {
        const reserve = { perMinute: Math.min(kept, perMinute - 1), perDay: 0 };
        const time = handClock();
        const store = memoryStore();
        const seen: { readonly pace: string; readonly at: number }[] = [];
        let slow = { there: 0, back: 0 };
        let isLastSlow = false;
        const service: Transport = async ({ url }) => {
          isLastSlow = slow.there + slow.back > 0;
          time.pass(slow.there);
          seen.push({ pace: url, at: time.passed() });
          time.pass(slow.back);
          return ANSWER;
        };
        const own = rule({ perMinute, perDay: 100_000, oneAtATime: true, reserve });
        const begin = () => limited('user', own, service, store, time.clock);
        let limiter = begin();
        for (const { wait, paces, there, back, restart, clockBack } of moments) {
          // Of the last request a worker leaves behind when it went, not when it was answered.
          if (restart && !isLastSlow) limiter = begin();
          slow = { there, back };
          time.pass(wait);
          time.set(-clockBack);
          await Promise.all(paces.map((pace) => limiter.through(pace)(request(pace))));
        }
        for (const { at } of seen) {
          const within = seen.filter((other) => other.at > at - MINUTE && other.at <= at);
          expect(within.length).toBeLessThanOrEqual(perMinute);
          const bulk = within.filter(({ pace }) => pace === 'bulk');
          expect(bulk.length).toBeLessThanOrEqual(perMinute - reserve.perMinute);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is filled by bulk work up to its share, without gaps', async () => {
    const { send, asked, pass } = trying({ perMinute: 10 });
    for (let round = 0; round < 3; round += 1) {
      while (!isSentAway(await send('bulk'))) {
        // As many as fit.
      }
      expect(asked).toHaveLength(8 * (round + 1));
      pass(MINUTE);
    }
  });
});
