/** Two faults on one way, at any two requests of it: whatever comes of the document, there is never a second invoice. */
import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { record } from '../../../reliability/record.ts';
import { bookedFor } from '../world.ts';
import { type Fault, faultsOf } from './faults.ts';
import { filesOf, isOffered, type Press, press, shown, sleepOver } from './person.ts';
import { requestsOf, type WayRequest } from './requests.ts';
import { RANDOM_PAIRS, SEED } from './share.ts';
import { WAYS, type Walk, type Way } from './ways.ts';

const MOST_PRESSES = 8;
const LONGEST_MS = 10_000 + RANDOM_PAIRS * 1_000;

interface Strike {
  readonly request: WayRequest;
  readonly fault: Fault;
}

const ways = await Promise.all(Object.values(WAYS).map(async (way) => ({ way, requests: await requestsOf(way) })));

const strike = (requests: readonly WayRequest[]): fc.Arbitrary<Strike> =>
  fc
    .constantFrom(...requests)
    .chain((request) =>
      fc.constantFrom(...faultsOf(request.service, request.changes)).map((fault) => ({ request, fault })),
    );
const pair = fc
  .constantFrom(...ways)
  .chain(({ way, requests }) => fc.tuple(fc.constant(way), strike(requests), strike(requests)));

let struck = 0;
let doubled = 0;
let lost = 0;
const failures: string[] = [];
const since = performance.now();

it(
  'two faults on one way: at most one invoice and one file, and what is shown is the truth',
  async () => {
    await fc.assert(
      fc.asyncProperty(pair, async ([way, ...strikes]) => {
        const walk = await way.begin();
        struck += 1;
        try {
          await walkThrough(walk, strikes);
        } catch (error) {
          const [what = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
          failures.push(`${told(way, ...strikes)}: ${what}`);
          throw error;
        } finally {
          const booked = bookedFor(walk.world, walk.orderId).length;
          if (booked > 1) doubled += 1;
          if (booked < 1) lost += 1;
          walk.world.store.close();
          indexedDB.deleteDatabase(walk.world.database);
        }
      }),
      {
        numRuns: RANDOM_PAIRS,
        ...(SEED === undefined ? {} : { seed: SEED }),
        reporter(details) {
          if (!details.failed) return;
          const [example] = details.counterexample ?? [];
          const what = example === undefined ? '' : told(...example);
          throw new Error(`seed ${details.seed}, ${what}: ${details.errorInstance}`, { cause: details.errorInstance });
        },
      },
    );
  },
  LONGEST_MS,
);

afterAll(() => {
  record({
    trial: 'Two faults on one way',
    tried: `${struck} pairs of faults`,
    lost,
    doubled,
    figures: [`${ways.reduce((sum, { requests }) => sum + requests.length, 0)} requests of ${ways.length} ways`],
    failures,
    seconds: Math.round((performance.now() - since) / 1000),
  });
});

async function walkThrough(walk: Walk, strikes: readonly Strike[]): Promise<void> {
  const { world } = walk;
  // Each strikes once, so what it says of what it has done is no truth to hold anybody to.
  const isLie = strikes.some(({ request, fault }) => request.place === 'post' && fault.worked);
  world.honest = !isLie;
  const armed = strikes.map(({ request, fault }) => world.network.arm({ ...request.match, times: 1 }, fault.trouble));
  await press(walk, 'send');
  expectAtMostOne(walk);
  for (const fault of armed) fault.remove();
  await sleepOver(world);
  expectAtMostOne(walk);
  await expectTruth(walk, isLie);

  // Whoever presses what is offered comes to the end, and to one invoice.
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    const view = await shown(walk);
    if (view?.state === 'done') break;
    for (const each of ['test', 'send', 'attach', 'check'] satisfies Press[]) {
      if (isOffered(await shown(walk), each)) await press(walk, each);
    }
    await sleepOver(world);
    expectAtMostOne(walk);
  }
  await expectTruth(walk, false);
  expect((await shown(walk))?.state).toBe('done');
  expect(bookedFor(world, walk.orderId)).toHaveLength(1);
  expect(filesOf(walk).whole).toBe(1);
}

function expectAtMostOne(walk: Walk): void {
  expect(bookedFor(walk.world, walk.orderId).length, 'invoices').toBeLessThanOrEqual(1);
  expect(filesOf(walk).whole, 'files').toBeLessThanOrEqual(1);
}

/** @param isLie iFirma said no and has booked; nobody could know better. */
async function expectTruth(walk: Walk, isLie: boolean): Promise<void> {
  const { world, orderId } = walk;
  const view = await shown(walk);
  const booked = bookedFor(world, orderId);
  switch (view?.state) {
    case 'issued':
    case 'done':
      expect(booked, 'it is said to be booked').toHaveLength(1);
      if (view.state === 'done') expect(view.ifirmaNumber).toBe(booked[0]?.number);
      return;
    case undefined:
    case 'failed':
    case 'incomplete':
      if (!isLie) expect(booked, 'it is said not to be booked').toEqual([]);
      return;
    case 'uncertain':
      if (view.reason?.code === 'absent-proven' && !isLie) expect(booked, 'its absence is proven').toEqual([]);
      return;
    case 'queued':
      expect.fail(`after a day it is still ${view.state}`);
      return;
    default:
      expect.fail(`that is no end: ${view?.state}`);
  }
}

function told(way: Way, ...strikes: readonly Strike[]): string {
  return [way.name, ...strikes.map(({ request, fault }) => `${request.place} (${request.name}): ${fault.name}`)].join(
    '; ',
  );
}
