/**
 * The worker is killed again and again while documents are on their way. Whatever it was doing: one invoice and one file, and the card
 * says so; or, where the POST never reached iFirma, the card asks a person and nothing is booked.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Row } from '../record.ts';
import type { Trial, TrialTools } from '../trial.ts';
import { stateAtRest } from './at-rest.ts';
import { type Card, openCard } from './card.ts';
import { startComputer } from './computer.ts';
import { dice } from './dice.ts';
import { ALONE, type KillMoment, killMoments } from './kill-moments.ts';
import { type Killer, openKiller } from './killer.ts';
import { type Outcome, outcomeOf, requestsOf } from './outcome.ts';
import { type Placed, type Shops, withShops } from './shops.ts';
import { openTally, type Tried } from './tally.ts';
import { until } from './until.ts';

const SHOPS = 6;
const ASKS = 'Do sprawdzenia';
const UNSENT = 'Nie wysłano';
/** Of a click, by a worker that has to start first. */
const TAKEN_IN_MS = 8_000;
const SILENT = 'Mostek nie odpowiedział';
const MOST_A_DOCUMENT = 3;
/** So many kills for each one that only the alarm mends, which takes half a minute. */
const EACH_ALONE = 50;
/** The alarm rings after 30 s; an unclear POST is looked up at once, after 5, 20 and 60 s. */
const REST_MS = 100_000;
/** What the stand-ins take for an answer. */
const LATENCY_MS = 15;

export const kills: Trial = {
  name: 'kills',
  full: 200,
  share: 12,
  run: (count, tools) => withShops({ shops: SHOPS }, (shops) => tryKills(shops, count, tools)),
};

async function tryKills(shops: Shops, count: number, { build, seed }: TrialTools): Promise<Row> {
  shops.standIns.faults.add({ match: { path: '^/(?:api/v1|iapi)/' }, do: { kind: 'delay', ms: LATENCY_MS } });
  const computer = await startComputer(shops, { build });
  const killer = await openKiller(computer);
  const page = await computer.context.newPage();
  const tally = openTally('kills', shops);
  const chance = dice(seed);
  const moments = killMoments(chance);
  const names = new Set<string>();
  const asked: Tried[] = [];
  let alone = 0;
  let again = 0;

  for (let turn = 0; killer.kills() < count; turn += 1) {
    const isAlone = alone < (killer.kills() + 1) / EACH_ALONE;
    const most = Math.min(chance.between(1, MOST_A_DOCUMENT), count - killer.kills());
    const met = Array.from({ length: most }, () => moments.next().value);
    const wanted = isAlone ? [ALONE] : met.toSorted((a, b) => a.place - b.place);
    const placed = shops.place(shops.all[turn % SHOPS] ?? shops.all[0]);
    const tried = tally.begin(placed, wanted.map(({ name }) => name).join('; '));
    let card = await openCard(page, placed);
    const hide = isAlone ? () => page.goto('about:blank') : null;
    for (const name of await killOver(shops, killer, card, placed, wanted, hide)) names.add(name);
    if (isAlone) {
      alone += 1;
      await until(() => outcomeOf(shops, placed).files > 0, REST_MS);
      card = await openCard(page, placed);
    }
    let state = await stateAtRest(shops, card, placed, REST_MS, unsentOrAsks());
    if (state === UNSENT) {
      // It died before it had taken the click in: the person is told, and presses once more.
      again += 1;
      if (!(await card.alert()).includes(SILENT))
        tally.blame(tried, 'lost', 'the click came to nothing, and nobody says so');
      await card.send();
      state = await stateAtRest(shops, card, placed, REST_MS, asks);
    }
    if (asks(state, outcomeOf(shops, placed))) {
      // Nobody may send it again before its absence is proven, which takes ten minutes.
      if ((await card.button('Wyślij ponownie').count()) > 0)
        tally.blame(tried, 'other', 'it may be sent again at once');
      asked.push(tried);
    } else tally.judge(tried, state);
  }
  // Nobody answered: nothing was sent meanwhile, and the cards still ask.
  for (const tried of asked) {
    const { invoices, posts } = outcomeOf(shops, tried.placed);
    const card = await openCard(page, tried.placed);
    if (invoices > 0 || posts > 1) tally.blame(tried, 'doubled', `${invoices} invoices, ${posts} POSTs`);
    else if (!(await card.shows([ASKS], REST_MS))) tally.blame(tried, 'lost', `nothing booked, ${await card.state()}`);
  }
  const refused = requestsOf(shops).filter(({ status }) => status === 429).length;
  return tally.row({
    tried: `${killer.kills()} kills`,
    figures: [
      `${tally.documents() + asked.length} documents`,
      `${names.size} kinds of moments`,
      `${killer.wakes()} starts of the worker`,
      `${alone} by the alarm alone`,
      `${again} clicks not taken in, and the card said so`,
      `${asked.length} ask a person, nothing booked`,
      `${refused} × 429`,
      `seed ${seed}`,
    ],
  });
}

/** Sends the document and kills the worker at each of the moments that it comes to; their names. */
async function killOver(
  shops: Shops,
  killer: Killer,
  card: Card,
  placed: Placed,
  moments: readonly KillMoment[],
  hide: (() => Promise<unknown>) | null,
): Promise<string[]> {
  const killed: string[] = [];
  const releases: Promise<void>[] = [];
  // What is held is to be held on the document's way, not while the card reads.
  await card.ready();
  let armed = moments[0]?.arm(shops, placed);
  let begun = card.send();
  for (const [index, { name }] of moments.entries()) {
    if (armed === undefined) break;
    await begun;
    const { due, release, stop } = armed;
    const isDue = await Promise.race([due().then(() => true), ended(shops, placed).then(() => false)]);
    stop();
    // The next one before the kill, or the new worker might be quicker.
    armed = moments[index + 1]?.arm(shops, placed);
    if (isDue) {
      await hide?.();
      begun = killer.woken(REST_MS);
      await killer.kill();
      killed.push(name);
    }
    releases.push(release());
  }
  await Promise.all(releases);
  return killed;
}

/** It has its file, or waits for a person or for its next look: what is not due by then is not due any more. */
async function ended(shops: Shops, placed: Placed): Promise<void> {
  await until(() => outcomeOf(shops, placed).files > 0, 20_000);
  await wait(1_000);
}

/** Or so long as if nobody had pressed the button: no click is taken in so late. */
function unsentOrAsks(): typeof asks {
  let since = Number.POSITIVE_INFINITY;
  return (state, outcome) => {
    since = state === UNSENT ? Math.min(since, Date.now()) : Number.POSITIVE_INFINITY;
    return Date.now() - since > TAKEN_IN_MS || asks(state, outcome);
  };
}

/** iFirma never worked on the POST: a person is asked. */
function asks(state: string, { invoices }: Outcome): boolean {
  return invoices === 0 && state.startsWith(ASKS);
}
