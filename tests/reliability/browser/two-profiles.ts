/**
 * Two computers send the same documents at the same moment, and both services take their time. What keeps them apart is the order's state
 * field: one invoice and one file each, and in the end both computers say so.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Row } from '../record.ts';
import type { Trial, TrialTools } from '../trial.ts';
import { stateAtRest } from './at-rest.ts';
import { type Card, openCard } from './card.ts';
import { startComputer } from './computer.ts';
import { dice } from './dice.ts';
import { delaySome } from './latencies.ts';
import { outcomeOf } from './outcome.ts';
import { type Shops, STATE_FIELD, withShops } from './shops.ts';
import { openTally, type Tried } from './tally.ts';
import { until } from './until.ts';

/** Twice as many as documents at once, so that no computer comes near its 60 requests a minute to one panel. */
const SHOPS = 10;
/** The second computer met a sign of the first one's invoice, and leaves it to a person. */
const ASKS = 'Wymaga uzupełnienia';
const AT_ONCE = 5;
/** How much later than the first the second computer may press. */
const SKEW_MS = 1_500;
/** Of a claim, the pause and what follows; a document that waits longer does so beside the next ones. */
const BATCH_MS = 20_000;
/** A write whose end nobody saw keeps both computers from the order for six minutes, and then one of them has to look again. */
const REST_MS = 540_000;
/** Few documents have no write so slow: nobody who waits for `npm test` has six minutes. */
const FEW = { count: 20, mostMs: 1_800, restMs: 120_000 } as const;
const MOST_MS = 3_000;

export const twoProfiles: Trial = {
  name: 'two-profiles',
  full: 100,
  share: 5,
  run: (count, tools) => withShops({ shops: SHOPS }, (shops) => tryTwoProfiles(shops, count, tools)),
};

async function tryTwoProfiles(shops: Shops, count: number, { build, seed }: TrialTools): Promise<Row> {
  // Each computer keeps to 60 requests a minute by itself and knows nothing of the other's.
  for (const shop of shops.all) shops.panelOf(shop).switches.requestsPerMinute = 120;
  const isFew = count < FEW.count;
  const late = { mostMs: isFew ? FEW.mostMs : MOST_MS, slowPuts: !isFew };
  const tally = openTally('two-profiles', shops);
  const chance = dice(seed);
  const settings = { stateFieldId: STATE_FIELD };
  const computers: Page[][] = [];
  for (let computer = 0; computer < 2; computer += 1) {
    const { context } = await startComputer(shops, { build, settings });
    computers.push(await Promise.all(Array.from({ length: AT_ONCE }, () => context.newPage())));
  }

  const all: Tried[] = [];
  for (let batch = 0; all.length < count; batch += 1) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - all.length) }, (_, index) => {
      const shop = shops.all[(batch * AT_ONCE + index) % SHOPS] ?? shops.all[0];
      return tally.begin(shops.place(shop), 'both at once');
    });
    const cards = await Promise.all(computers.map((pages) => openAll(pages, some)));
    for (const { placed } of some) delaySome(shops, placed, chance, late);
    const [first, second] = cards;
    for (const index of chance.shuffled(some.map((_, index) => index)))
      await pressBoth(first?.[index], second?.[index], chance.pick([0, 0, chance.between(0, SKEW_MS)]));
    await until(() => some.every(({ placed }) => outcomeOf(shops, placed).invoices > 0), BATCH_MS);
    all.push(...some);
  }

  const end = Date.now() + (isFew ? FEW.restMs : REST_MS);
  let asking = 0;
  for (const tried of all) {
    const states: string[] = [];
    for (const [page] of computers) {
      if (page === undefined) throw new Error('no tab');
      const card = await openCard(page, tried.placed);
      const rest = Math.max(1_000, end - Date.now());
      states.push(await stateAtRest(shops, card, tried.placed, rest, (state) => state.startsWith(ASKS)));
    }
    const [sent, other] = states.toSorted((a, b) => Number(b.startsWith('Wysłano')) - Number(a.startsWith('Wysłano')));
    if (other?.startsWith(ASKS)) asking += 1;
    else if (sent !== other) tally.blame(tried, 'other', `the two computers say "${states.join('" and "')}"`);
    tally.judge(tried, sent ?? '');
  }
  const claims = all.map(({ placed }) => claimsOf(shops, placed.shop.host, placed.orderId));
  return tally.row({
    tried: `${tally.documents()} documents sent by two computers`,
    figures: [
      `${claims.filter((writers) => writers > 1).length} claimed by both`,
      `${asking} where the second asks a person`,
      `seed ${seed}`,
    ],
  });
}

/** @param skewMs how much later than the first the second is pressed. */
async function pressBoth(first: Card | undefined, second: Card | undefined, skewMs: number): Promise<void> {
  const later = wait(skewMs).then(() => second?.send());
  await Promise.all([first?.send(), later]);
}

async function openAll(pages: readonly Page[], some: readonly Tried[]): Promise<readonly Card[]> {
  const cards: Card[] = [];
  for (const [index, { placed }] of some.entries()) {
    const page = pages[index];
    if (page === undefined) throw new Error('too few tabs');
    const card = await openCard(page, placed);
    await card.ready();
    cards.push(card);
  }
  return cards;
}

/** How many computers have written a claim into the order's state field. */
function claimsOf({ standIns }: Shops, host: string, orderId: string): number {
  const writes = standIns.requests({ host, method: 'PUT', path: new RegExp(`/orders/${orderId}$`) });
  const computers = writes.map(({ body }) => /\[mostek claim \S+ (\S+) /.exec(body.toString('utf8'))?.[1]);
  return new Set(computers.filter((id) => id !== undefined)).size;
}
