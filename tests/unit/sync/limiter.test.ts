import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpOutcome, HttpRequest, Transport } from '../../../utils/http/transport.ts';
import { limited, type WindowStore } from '../../../utils/sync/limiter.ts';
import { IFIRMA_RULE, type LimitRule, SELLASIST_RULE } from '../../../utils/sync/limits/rules.ts';
import { ANSWER, DAY, handClock, MINUTE, memoryStore, request, rule, tooMany } from './limits/stand-ins.ts';

/** A limited transport over a service that notes when it was asked what; whoever is sent away comes back then, as the queue does. */
function trying(changes: Partial<LimitRule> = {}, outcomes: readonly HttpOutcome[] = []) {
  const time = handClock();
  const store = memoryStore();
  const asked: { readonly url: string; readonly at: number }[] = [];
  const answered = new Set<HttpOutcome>();
  const service: Transport = async ({ url }) => {
    asked.push({ url, at: time.passed() });
    const outcome = { ...(outcomes[asked.length - 1] ?? ANSWER) };
    answered.add(outcome);
    return outcome;
  };
  const begin = (): Transport => limited('user', rule(changes), service, store, time.clock).through('person');
  let open = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const start = (): Transport => {
    const send = begin();
    const ask: Transport = async (wanted) => {
      open += 1;
      return send(wanted).finally(() => {
        open -= 1;
      });
    };
    async function comeBack(wanted: HttpRequest, sentAway: HttpOutcome): Promise<HttpOutcome> {
      // Time passes only while nobody is on the way.
      while (open > 0) await Promise.resolve();
      await time.clock.sleep(sentAway.kind === 'answer' ? (sentAway.retryAfterMs ?? 0) : 0);
      const outcome = await ask(wanted);
      return answered.has(outcome) ? outcome : comeBack(wanted, outcome);
    }
    return async (wanted) => {
      const first = await ask(wanted);
      if (answered.has(first)) return first;
      const later = turn.then(async () => {
        const again = await ask(wanted);
        return answered.has(again) ? again : comeBack(wanted, again);
      });
      turn = later;
      return later;
    };
  };
  return { ...time, store, asked, begin, start };
}

describe('the rules of the services', () => {
  it('are 100 a minute and 15,000 a day for iFirma, 60 a minute for Sellasist, one at a time for both', () => {
    expect(IFIRMA_RULE).toMatchObject({ perMinute: 100, perDay: 15_000, oneAtATime: true });
    expect(SELLASIST_RULE).toMatchObject({ perMinute: 60, oneAtATime: true });
  });

  it('leave people 4 a minute and 300 a day of iFirma, 2 a minute of Sellasist', () => {
    expect(IFIRMA_RULE.reserve).toEqual({ perMinute: 4, perDay: 300 });
    expect(SELLASIST_RULE.reserve).toEqual({ perMinute: 2, perDay: 0 });
  });
});

describe('a wait', () => {
  it('of up to 5 s is waited for', async () => {
    const { asked, begin, pass } = trying();
    const send = begin();
    for (const url of ['1', '2', '3']) await send(request(url));
    pass(MINUTE - 5000);
    expect(await send(request('4'))).toMatchObject({ status: 200 });
    expect(asked.at(-1)).toEqual({ url: '4', at: MINUTE });
  });

  it('of more is answered as the service would answer, at once and without asking it', async () => {
    const { asked, begin, pass, passed } = trying();
    const send = begin();
    for (const url of ['1', '2', '3']) await send(request(url));
    pass(MINUTE - 5001);
    expect(await send(request('4'))).toMatchObject({ kind: 'answer', status: 429, retryAfterMs: 5001 });
    expect(asked).toHaveLength(3);
    expect(passed()).toBe(MINUTE - 5001);
    // Being sent away does not count as a request, nor does it make the wait any longer.
    pass(5001);
    expect(await send(request('4'))).toMatchObject({ status: 200 });
  });
});

describe('a minute', () => {
  it('takes its number at once, without gaps, and the next one when the first is a minute old', async () => {
    const { asked, start } = trying();
    const send = start();
    for (const url of ['1', '2', '3', '4', '5']) await send(request(url));
    expect(asked.map(({ at }) => at)).toEqual([0, 0, 0, MINUTE, MINUTE]);
  });

  it('makes nobody wait who comes late enough', async () => {
    const { asked, start, pass } = trying();
    const send = start();
    for (let count = 0; count < 12; count += 1) {
      await send(request('x'));
      pass(MINUTE / 3);
    }
    expect(asked.map(({ at }) => at)).toEqual(Array.from({ length: 12 }, (_, count) => (count * MINUTE) / 3));
  });

  it('never sees more than its number, whenever they come and however often the worker is started anew', async () => {
    const wait = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 59_000, max: 61_000 }),
    );
    const steps = fc.array(
      fc.record({
        wait,
        at_once: fc.integer({ min: 1, max: 5 }),
        restart: fc.boolean(),
        /** Somebody, or a time server, sets the clock back. */
        back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 2 * DAY })),
      }),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.boolean(), steps, async (perMinute, oneAtATime, moments) => {
        const { asked, start, pass, set, passed } = trying({ perMinute, oneAtATime, perDay: 100_000 });
        let send = start();
        for (const { wait: ms, at_once: count, restart, back } of moments) {
          pass(ms);
          set(-back);
          if (restart) send = start();
          await Promise.all(Array.from({ length: count }, () => send(request('x'))));
        }
        for (const { at } of asked) {
          const within = asked.filter((other) => other.at > at - MINUTE && other.at <= at);
          expect(within.length).toBeLessThanOrEqual(perMinute);
        }
        // Nor is anybody held longer than the rule wants: a minute for every full number, and for a clock set back.
        const given = moments.reduce((sum, step) => sum + step.wait, 0);
        const minutes = Math.floor(asked.length / perMinute) + moments.filter(({ back }) => back > 0).length;
        expect(passed() - given).toBeLessThanOrEqual(minutes * MINUTE);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a clock that was set back', () => {
  it('costs a minute at most, not the time that it was set back by', async () => {
    const { asked, start, set } = trying();
    const send = start();
    for (const url of ['1', '2', '3']) await send(request(url));
    set(-DAY);
    await send(request('4'));
    expect(asked.at(-1)?.at).toBe(MINUTE);
  });

  it('costs a day at most where the day is full', async () => {
    const { asked, start, set } = trying({ perDay: 2 });
    const send = start();
    for (const url of ['1', '2']) await send(request(url));
    set(-3 * DAY);
    await send(request('3'));
    expect(asked.at(-1)?.at).toBe(DAY);
  });
});

describe('a clock that was ahead', () => {
  const YEARS = 10 * 365 * DAY;

  /** Comes back when it was told to, each time to a worker that has just started. */
  async function untilAsked(time: ReturnType<typeof trying>, url: string): Promise<number> {
    for (let tries = 0; tries < 10; tries += 1) {
      const outcome = await time.begin()(request(url));
      const last = time.asked.at(-1);
      if (last?.url === url) return last.at;
      time.pass(outcome.kind === 'answer' ? (outcome.retryAfterMs ?? 0) : 0);
    }
    throw new Error('it is never asked');
  }

  it('when the service wanted to be left alone costs a day at most once it is right', async () => {
    const time = trying({}, [tooMany(7000)]);
    time.set(YEARS);
    await time.begin()(request('1'));
    time.set(-YEARS);
    expect(await untilAsked(time, '2')).toBe(DAY);
  });

  it('by less than a day costs no more than that, and one that was right costs what the service said', async () => {
    const ahead = trying({}, [tooMany(7000)]);
    ahead.set(3_600_000);
    await ahead.begin()(request('1'));
    ahead.set(-3_600_000);
    expect(await untilAsked(ahead, '2')).toBe(3_607_000);

    const right = trying({}, [tooMany(3_600_000)]);
    await right.begin()(request('1'));
    expect(await untilAsked(right, '2')).toBe(3_600_000);
  });

  it('when a minute was full costs a minute, however often the worker is started anew', async () => {
    const time = trying();
    time.set(YEARS);
    for (const url of ['1', '2', '3']) await time.begin()(request(url));
    time.set(-YEARS);
    expect(await untilAsked(time, '4')).toBe(MINUTE);
  });

  it('when a day was full costs a day, however often the worker is started anew', async () => {
    const time = trying({ perDay: 2 });
    time.set(YEARS);
    for (const url of ['1', '2']) await time.begin()(request(url));
    time.set(-YEARS);
    expect(await untilAsked(time, '3')).toBe(DAY);
  });
});

describe('a day', () => {
  it('takes its number, and the next one 24 hours after it began', async () => {
    const { asked, start, pass } = trying({ perMinute: 10, perDay: 4 });
    const send = start();
    for (const url of ['1', '2']) await send(request(url));
    pass(3_600_000);
    for (const url of ['3', '4', '5']) await send(request(url));
    expect(asked.map(({ at }) => at)).toEqual([0, 0, 3_600_000, 3_600_000, DAY]);
  });
});

describe('a restart of the worker', () => {
  it('forgets nothing', async () => {
    const { asked, start } = trying();
    for (const url of ['1', '2', '3', '4']) await start()(request(url));
    expect(asked.map(({ at }) => at)).toEqual([0, 0, 0, MINUTE]);
  });

  it('forgets nothing of what the service wants to be waited for', async () => {
    const { asked, start } = trying({}, [tooMany(7000)]);
    await start()(request('1'));
    await start()(request('2'));
    expect(asked.map(({ at }) => at)).toEqual([0, 7000]);
  });

  it('in the middle of a request forgets nothing either: the request was written down before it went out', async () => {
    const { clock } = handClock();
    const store = memoryStore();
    let written = 0;
    const service: Transport = async () => {
      written = store.windows.get('user')?.recent.length ?? 0;
      return ANSWER;
    };
    await limited('user', rule(), service, store, clock).through('person')(request('1'));
    expect(written).toBe(1);
  });

  it('keeps the windows of two users apart', async () => {
    const { clock, passed } = handClock();
    const store = memoryStore();
    const one = limited('ifirma:a', rule({ perMinute: 1 }), async () => ANSWER, store, clock).through('person');
    const two = limited('ifirma:b', rule({ perMinute: 1 }), async () => ANSWER, store, clock).through('person');
    await one(request('1'));
    await two(request('2'));
    expect(passed()).toBe(0);
    expect([...store.windows.keys()]).toEqual(['ifirma:a', 'ifirma:b']);
  });
});

describe('HTTP 429', () => {
  it.each([
    ['after the time that it names', 7000, 7000],
    ['after a long time that it names', 3_600_000, 3_600_000],
    ['after a minute when it names none', null, MINUTE],
    ['at once when it names no time', 0, 0],
  ])('lets the next one out %s', async (_title, retryAfterMs, at) => {
    const { asked, start } = trying({}, [tooMany(retryAfterMs)]);
    const send = start();
    expect(await send(request('1'))).toMatchObject({ status: 429 });
    await send(request('2'));
    expect(asked[1]?.at).toBe(at);
  });

  it('is not shortened by one that names less', async () => {
    const { clock } = handClock();
    const answers: ((outcome: HttpOutcome) => void)[] = [];
    const service: Transport = () => new Promise((resolve) => answers.push(resolve));
    const send = limited('user', rule(), service, memoryStore(), clock).through('person');
    const both = [send(request('1')), send(request('2'))];
    await expect.poll(() => answers.length).toBe(2);
    answers[0]?.(tooMany(120_000));
    await both[0];
    answers[1]?.(tooMany(1000));
    await both[1];
    expect(await send(request('3'))).toMatchObject({ status: 429, retryAfterMs: 120_000 });
  });

  it('reaches those who wait already', async () => {
    const { asked, start } = trying({ oneAtATime: true }, [tooMany(5000)]);
    const send = start();
    await Promise.all([send(request('1')), send(request('2')), send(request('3'))]);
    expect(asked.map(({ at }) => at)).toEqual([0, 5000, 5000]);
  });

  it.each<[string, HttpOutcome]>([
    ['another status', { ...ANSWER, status: 500, retryAfterMs: 7000 }],
    ['a time-out', { kind: 'timeout' }],
    ['no network', { kind: 'network' }],
  ])('is not %s', async (_title, outcome) => {
    const { asked, start } = trying({}, [outcome]);
    const send = start();
    expect(await send(request('1'))).toEqual(outcome);
    await send(request('2'));
    expect(asked[1]?.at).toBe(0);
  });
});

describe('those who wait', () => {
  /** A service that answers when the test says so. */
  function held(changes: Partial<LimitRule>) {
    const { clock } = handClock();
    const waiting: { readonly url: string; readonly answer: () => void }[] = [];
    const service: Transport = ({ url }) =>
      new Promise((resolve) => {
        waiting.push({ url, answer: () => resolve(ANSWER) });
      });
    const { through } = limited('user', rule({ perMinute: 100, ...changes }), service, memoryStore(), clock);
    const send = through('person');
    const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
    return { send, waiting, settle, urls: () => waiting.map(({ url }) => url) };
  }

  it('go one at a time where the service wants it, in the order they came', async () => {
    const { send, waiting, settle, urls } = held({ oneAtATime: true });
    const all = Promise.all(['1', '2', '3'].map((url) => send(request(url))));
    await settle();
    expect(urls()).toEqual(['1']);
    waiting[0]?.answer();
    await settle();
    expect(urls()).toEqual(['1', '2']);
    waiting[1]?.answer();
    await settle();
    waiting[2]?.answer();
    await all;
    expect(urls()).toEqual(['1', '2', '3']);
  });

  it('go together where it does not, and still in the order they came', async () => {
    const { send, waiting, settle, urls } = held({ oneAtATime: false });
    const all = Promise.all(['1', '2', '3'].map((url) => send(request(url))));
    await settle();
    expect(urls()).toEqual(['1', '2', '3']);
    for (const { answer } of waiting) answer();
    await all;
  });

  it('keep their order when they have to wait for the limit', async () => {
    const { asked, begin, pass } = trying({ perMinute: 2 });
    const send = begin();
    for (const url of ['1', '2']) {
      await send(request(url));
      pass(2000);
    }
    pass(MINUTE - 8000);
    await Promise.all(['3', '4'].map((url) => send(request(url))));
    expect(asked.map(({ url }) => url)).toEqual(['1', '2', '3', '4']);
    expect(asked.map(({ at }) => at)).toEqual([0, 2000, MINUTE, MINUTE + 2000]);
  });

  it.each([true, false])('are not held up by one that broke (one at a time: %s)', async (oneAtATime) => {
    const { clock } = handClock();
    const service: Transport = async ({ url }) => {
      if (url === '1') throw new Error('a bug');
      return ANSWER;
    };
    const send = limited('user', rule({ oneAtATime }), service, memoryStore(), clock).through('person');
    const [first, second] = await Promise.allSettled([send(request('1')), send(request('2'))]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  });
});

it('a request that could not be written down is not sent, and the next one may be', async () => {
  const { clock } = handClock();
  const store = memoryStore();
  const sent: string[] = [];
  const service: Transport = async ({ url }) => {
    sent.push(url);
    return ANSWER;
  };
  let full = true;
  const failing: WindowStore = {
    load: store.load,
    save: (name, window) => (full ? Promise.reject(new Error('quota')) : store.save(name, window)),
  };
  const send = limited('user', rule(), service, failing, clock).through('person');
  await expect(send(request('1'))).rejects.toThrow('quota');
  full = false;
  await send(request('2'));
  expect(sent).toEqual(['2']);
});
