/**
 * One order that several computers send at once, with time that is only reckoned: what takes how long, what is lost, what arrives later, who
 * dies when and whose clock is wrong, all by chance from one seed. The computers are as simple as they can be, around the real
 * `claimField` and `writeField`; whether the whole engine keeps to it as well is tried in `two-computers.test.ts`.
 */
import * as z from 'zod/mini';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import { orderWire } from '../../../utils/sellasist/wire.ts';
import type { StepContext } from '../../../utils/sync/context.ts';
import { writeField } from '../../../utils/sync/effects/field.ts';
import { claimField } from '../../../utils/sync/steps/claim-field.ts';
import { exampleAccount, exampleTransfer } from '../store/examples.ts';
import { createVirtualTime } from './virtual-time.ts';

export interface Weather {
  readonly seed: number;
  readonly computers: number;
  /** Of a hundred reads so many are cut off. */
  readonly lost: number;
  /** Of a hundred writes of the field so many are answered late or never, and land late or never. */
  readonly late: number;
  /** Of a hundred POSTs so many are slow; and so many are refused. */
  readonly slow: number;
  readonly refused: number;
  /** Of a hundred waits a worker does not survive so many. */
  readonly death: number;
  /** By how much the computers' clocks may differ at most (milliseconds). */
  readonly skew: number;
  /** Within which they begin (milliseconds). */
  readonly spread: number;
  /** What a request takes at most on its way, there or back (milliseconds), unless it goes wrong. */
  readonly latency: number;
}

export interface Outcome {
  /** Who has booked it, in order. */
  readonly booked: readonly { readonly by: string; readonly at: number }[];
  /** How each computer's transfer ended. */
  readonly ends: readonly Transfer[];
  /** What happened, for whoever has to find out why. */
  readonly story: readonly string[];
}

const START = Date.parse('2026-11-22T13:05:00+01:00');
const SECOND = 1_000;
/** So late lands a write whose end nobody saw, at most. */
const LATEST_WRITE = 110 * SECOND;
/** So late is booked what was posted, at most. */
const LATEST_POST = 89 * SECOND;
/** So long iFirma's list may lag. */
const LATEST_LIST = 25 * SECOND;
const LONGEST = 3 * 3_600 * SECOND;
const NUMBER = '12/11/2026';
const NOTES = 'Sellasist sklep/o1001/d77';

class Death extends Error {}

export async function sellTogether(weather: Weather): Promise<Outcome> {
  const time = createVirtualTime();
  const chance = randomOf(weather.seed);
  const upTo = (most: number): number => Math.floor(chance() * (most + 1));
  const percent = (share: number): boolean => chance() * 100 < share;
  const story: string[] = [];
  const booked: { by: string; at: number; seenAt: number }[] = [];
  const ends: Transfer[] = [];
  let field = '';
  let nonces = 0;

  function computer(name: string): () => Promise<void> {
    const skew = upTo(2 * weather.skew) - weather.skew;
    const facts = new Map<string, unknown>();
    const now = (): number => START + skew + time.now();
    const tell = (what: string): void => {
      story.push(`${(time.now() / SECOND).toFixed(2)} ${name}: ${what}`);
    };
    const way = (): number => 5 + upTo(weather.latency);

    /** Whoever waits may be dead before it is over. */
    async function wait(ms: number): Promise<void> {
      if (percent(weather.death)) {
        await time.sleep(upTo(ms));
        tell('dies');
        throw new Death();
      }
      await time.sleep(ms);
    }

    const problem = (kind: 'timeout' | 'network') => ({ ok: false, problem: { kind } }) as const;

    const sellasist = {
      async order() {
        await wait(way());
        if (percent(weather.lost)) return problem('network');
        const value = z.parse(orderWire, {
          id: '1001',
          additional_fields: [{ field_id: '13', field_value: field }],
        });
        await wait(way());
        return { ok: true, value };
      },
      async putOrder(_: string, update: { additional_fields: [{ field_value: string }] }, timeoutMs: number) {
        const [{ field_value: text }] = update.additional_fields;
        const isOdd = percent(weather.late);
        const there = isOdd ? upTo(percent(50) ? 12 * SECOND : LATEST_WRITE) : way();
        const isLost = isOdd && percent(20);
        const back = isOdd ? upTo(3 * SECOND) : way();
        if (!isLost) {
          time.start(async () => {
            await time.sleep(there);
            field = text;
            tell(`${text.slice(0, 60)} has landed`);
          });
        }
        if (isLost || there + back > timeoutMs) {
          // It breaks at once, or is given up.
          const breaks = percent(50);
          await wait(breaks ? upTo(timeoutMs) : timeoutMs);
          return problem(breaks ? 'network' : 'timeout');
        }
        await wait(there + back);
        return { ok: true, value: null };
      },
    };
    const ifirma = {
      async list() {
        await wait(way());
        const isThere = booked.some(({ seenAt }) => seenAt <= time.now());
        await wait(way());
        return isThere;
      },
      async invoice(number: string) {
        await wait(2 * way());
        return number === NUMBER && booked.length > 0
          ? { ok: true, value: { number, notes: NOTES, identifier: '900', gross: 12_300, ksefNumber: '' } }
          : { ok: false, problem: { kind: 'no-kod' } };
      },
      async issue(): Promise<'ok' | 'refused' | 'unclear'> {
        const isOdd = percent(weather.slow);
        const there = isOdd ? upTo(LATEST_POST) : way();
        if (percent(weather.refused)) {
          await wait(there + way());
          return 'refused';
        }
        time.start(async () => {
          await time.sleep(there);
          booked.push({ by: name, at: time.now(), seenAt: time.now() + upTo(LATEST_LIST) });
          tell('BOOKED');
        });
        await wait(isOdd ? LATEST_POST : there + way());
        return isOdd && percent(50) ? 'unclear' : 'ok';
      },
    };
    const account = exampleAccount();
    const contextOf = (transfer: Transfer) =>
      ({
        sellasist,
        ifirma,
        transfer,
        today: '2026-11-22',
        account: { ...account, settings: { ...account.settings, stateFieldId: '13' } },
        tools: {
          clock: { now },
          computer: async () => ({ id: name, name }),
          nonce: () => {
            nonces += 1;
            return `n${nonces}`;
          },
          store: {
            facts: {
              get: async (fact: { name: string }) => facts.get(fact.name) ?? null,
              set: async (fact: { name: string }, value: unknown) => facts.set(fact.name, value),
              remove: async (fact: { name: string }) => facts.delete(fact.name),
            },
            accounts: { all: async () => [account] },
            transfers: { get: async () => null, known: async () => new Map() },
          },
        },
      }) as unknown as StepContext;

    let transfer = exampleTransfer({ orderId: '1001' });
    const put = (patch: Partial<Transfer>): void => {
      transfer = { ...transfer, ...patch };
    };

    async function book(): Promise<void> {
      const askedAt = now();
      const order = await sellasist.order();
      if (!order.ok) return put({ state: 'queued', notBefore: now() + 5 * SECOND });
      // What else is read of the document.
      await wait(2 * way());
      const claimed = await claimField(contextOf(transfer), { order: order.value, askedAt });
      if (claimed.kind === 'stop') {
        tell(`${claimed.patch.state} ${claimed.patch.reason?.code ?? claimed.patch.findings?.[0]?.code}`);
        return put(claimed.patch);
      }
      tell('holds it');
      if (await ifirma.list()) return put({ state: 'issued', identifier: '900', number: NUMBER });
      if (now() >= claimed.until) return put({ state: 'queued', claim: null, notBefore: 0 });
      put({ post: { beganAt: now(), endedAt: null, gross: 1, nip: '', issueDate: '', lookFrom: '' } });
      tell('posts');
      switch (await ifirma.issue()) {
        case 'ok':
          return put({ state: 'issued', identifier: '900', number: NUMBER });
        case 'refused':
          return put({ state: 'incomplete', post: null, notBefore: Number.MAX_SAFE_INTEGER });
        case 'unclear':
          return put({ state: 'uncertain' });
      }
    }

    /** What people read in the field; tried some times. */
    async function say(): Promise<void> {
      for (let tries = 0; tries < 4; tries += 1) {
        const said = await writeField(contextOf(transfer));
        if (said.kind !== 'later') return;
        await wait(5 * SECOND);
      }
    }

    /** A worker that died is started again by its alarm; what it had written is all that it knows. */
    async function survive(work: () => Promise<void>): Promise<boolean> {
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof Death)) throw error;
        await time.sleep(upTo(30 * SECOND));
        if (transfer.state === 'sending') {
          put(transfer.post === null ? { state: 'queued', notBefore: 0 } : { state: 'uncertain' });
        }
        return false;
      }
    }

    return async () => {
      await time.sleep(upTo(weather.spread));
      while (time.now() < LONGEST) {
        if (transfer.state === 'queued') {
          await time.sleep(Math.min(transfer.notBefore - now(), LONGEST));
          put({ state: 'sending' });
          await survive(book);
        } else {
          while (!(await survive(say))) tell('tries again to say it');
          if (transfer.state === 'issued') {
            put({ state: 'done' });
          } else if (transfer.state === 'incomplete' && transfer.findings.length === 0) {
            // Somebody mends it and presses the button again.
            await time.sleep(upTo(30 * SECOND));
            put({ state: 'queued', claim: null, notBefore: 0 });
          } else {
            ends.push(transfer);
            return;
          }
        }
      }
      ends.push(transfer);
    };
  }

  for (let at = 0; at < weather.computers; at += 1) time.start(computer(`pc${at + 1}`));
  await time.run();
  return { booked, ends, story };
}

/** mulberry32: the same numbers from the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
