/**
 * iFirma answers after 45 s, in Chromiums that nobody debugs: a debugger keeps the worker alive, and hides what kills it in real life.
 * Nobody can click in such a browser, so the documents are put into the queue by a person before: iFirma asks to come back later, the
 * browser is closed, and a plain one goes on by itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../browser/launch.ts';
import { startPlainChromium } from '../../browser/plain.ts';
import type { Row } from '../record.ts';
import type { Trial, TrialTools } from '../trial.ts';
import { stateAtRest } from './at-rest.ts';
import { openCard } from './card.ts';
import { startComputer } from './computer.ts';
import { outcomeOf } from './outcome.ts';
import { IFIRMA, type Shop, type Shops, withShops } from './shops.ts';
import { openTally, type Tally, type Tried } from './tally.ts';
import { until } from './until.ts';

/** Each with a shop of its own; the documents of one wait for each other. */
const COMPUTERS = 5;
const ANSWER_MS = 45_000;
/** Longer than it takes to put the documents into the queue. */
const COME_BACK_S = 20;
/** What a document takes beside the answer, on a busy machine. */
const SPARE_MS = 60_000;

export const slowAnswers: Trial = {
  name: 'slow-answers',
  full: 10,
  // `npm test` tries one in the end-to-end tests.
  share: 0,
  run: (count, tools) =>
    withShops({ shops: Math.min(COMPUTERS, count) }, (shops) => trySlowAnswers(shops, count, tools)),
};

async function trySlowAnswers(shops: Shops, count: number, { build, seed }: TrialTools): Promise<Row> {
  const { faults, port } = shops.standIns;
  const tally = openTally('slow-answers', shops);
  const computers: { readonly profile: string; readonly queued: readonly Tried[] }[] = [];
  for (const [index, shop] of shops.all.entries()) {
    const profile = mkdtempSync(join(tmpdir(), 'mostek-'));
    const documents = Math.ceil((count - index) / shops.all.length);
    computers.push({ profile, queued: await queueAll(shops, shop, documents, { profile, build }, tally) });
  }
  const slow = faults.add({
    host: IFIRMA,
    match: { method: 'POST' },
    do: { kind: 'delay', ms: ANSWER_MS, when: 'after' },
  });
  const browsers = computers.map(({ profile }) => startPlainChromium(port, profile, 'about:blank', build));
  for (const browser of browsers) shops.closeAtEnd(browser);
  const all = computers.flatMap(({ queued }) => queued);
  const longest = Math.max(...computers.map(({ queued }) => queued.length)) * (ANSWER_MS + SPARE_MS);
  await until(() => all.every(({ placed }) => outcomeOf(shops, placed).files > 0), longest);
  await Promise.all(browsers.map((browser) => browser.close()));
  const received = all.flatMap(({ placed }) => shops.postsFor(placed)).filter(({ state }) => state === 'answered');

  for (const { profile, queued } of computers) {
    const { context, close } = await launch({ port, profile, build });
    const page = await context.newPage();
    for (const tried of queued)
      tally.judge(tried, await stateAtRest(shops, await openCard(page, tried.placed), tried.placed, SPARE_MS));
    await close();
    rmSync(profile, { recursive: true, force: true });
  }
  return tally.row({
    tried: `${slow.fired()} answers after ${ANSWER_MS / 1000} s`,
    figures: [`${received.length} of them received`, `${computers.length} browsers at once`, `seed ${seed}`],
  });
}

/** A person sends so many documents, and iFirma has none of them yet. */
async function queueAll(
  shops: Shops,
  shop: Shop,
  documents: number,
  { profile, build }: { readonly profile: string; readonly build: string },
  tally: Tally,
): Promise<readonly Tried[]> {
  const { faults } = shops.standIns;
  const computer = await startComputer(shops, { build, profile, only: [shop] });
  const later = faults.add({
    host: IFIRMA,
    match: { path: 'faktury' },
    do: { kind: 'too-many', retryAfter: COME_BACK_S },
  });
  const page = await computer.context.newPage();
  const queued: Tried[] = [];
  for (let index = 0; index < documents; index += 1) {
    const tried = tally.begin(shops.place(shop), `document ${index + 1} of ${documents}`);
    const card = await openCard(page, tried.placed);
    await card.send();
    if (!(await card.shows(['W kolejce'], COME_BACK_S * 1000)))
      throw new Error(`${shop.panel}/${tried.placed.orderId} does not wait: ${await card.state()}`);
    queued.push(tried);
  }
  await computer.close();
  later.remove();
  return queued;
}
