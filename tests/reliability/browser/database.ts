/**
 * The database goes away while documents are on their way: newer code has changed it, an older version holds it, or the disk is full.
 * Some seconds later it is back, and nobody presses anything: one invoice and one file of each document that was accepted.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { openBarePage } from '../../browser/database.ts';
import { makeSmallDisk } from '../../browser/small-disk.ts';
import type { Row } from '../record.ts';
import type { Trial, TrialTools } from '../trial.ts';
import { stateAtRest } from './at-rest.ts';
import { type Card, openCard } from './card.ts';
import { startComputer } from './computer.ts';
import { dice } from './dice.ts';
import { killMoments } from './kill-moments.ts';
import { outages } from './outages.ts';
import { outcomeOf } from './outcome.ts';
import { type Shops, withShops } from './shops.ts';
import { openTally, type Tally, type Tried } from './tally.ts';

/** As many documents are on their way at once, each of a shop of its own. */
const SHOPS = 6;
const LATENCY_MS = 15;
/** Where the worker never comes to the moment, the database goes away all the same. */
const LATEST_MS = 3_000;
/** An alarm tries each minute; an unclear POST is looked up at once, after 5, 20 and 60 s. */
const REST_MS = 150_000;
const UNSENT = 'Nie wysłano';
const ASKS = 'Do sprawdzenia';

export const database: Trial = {
  name: 'database',
  full: 60,
  share: 6,
  run: (count, tools) => withShops({ shops: SHOPS }, (shops) => tryOutages(shops, count, tools)),
};

interface Seen {
  unsent: number;
  /** They ask a person: nothing of them was booked when they came to rest. */
  readonly asked: Tried[];
}

interface OnItsWay {
  readonly tried: Tried;
  readonly card: Card;
}

async function tryOutages(shops: Shops, count: number, { build, seed }: TrialTools): Promise<Row> {
  shops.standIns.faults.add({ match: { path: '^/(?:api/v1|iapi)/' }, do: { kind: 'delay', ms: LATENCY_MS } });
  const disk = makeSmallDisk();
  if (disk !== null) shops.closeAtEnd({ close: async () => disk.remove() });
  const computer = await startComputer(shops, disk === null ? { build } : { build, profile: disk.folder });
  const bare = await openBarePage(computer);
  const pages = await Promise.all(shops.all.map(() => computer.context.newPage()));
  const ways = outages(bare, disk);
  const tally = openTally('database', shops);
  const chance = dice(seed);
  const moments = killMoments(chance);
  const seen: Seen = { unsent: 0, asked: [] };

  for (let done = 0, turn = 0; done < count; turn += 1) {
    const way = ways[turn % ways.length] ?? ways[0];
    const moment = moments.next().value;
    const round: OnItsWay[] = [];
    for (const [index, page] of pages.slice(0, count - done).entries()) {
      const placed = shops.place(shops.all[index] ?? shops.all[0]);
      const card = await openCard(page, placed);
      await card.ready();
      round.push({ tried: tally.begin(placed, `${way.name}: ${moment.name}`), card });
    }
    const [first] = round;
    if (first === undefined) break;
    const armed = moment.arm(shops, first.tried.placed);
    await Promise.all(round.map(({ card }) => card.send()));
    await Promise.race([armed.due(), wait(LATEST_MS)]);
    armed.stop();
    await way.begin();
    await armed.release();
    await wait(chance.between(500, 4_000));
    await way.end();
    for (const each of round) await judge(shops, tally, each, seen);
    done += round.length;
  }
  // Nobody answered, so nothing was sent meanwhile.
  for (const tried of seen.asked) {
    const { invoices, posts } = outcomeOf(shops, tried.placed);
    if (invoices > 0 || posts > 1) tally.blame(tried, 'doubled', `${invoices} invoices, ${posts} POSTs after it asked`);
  }
  return tally.row({
    tried: `${count} documents, each with its database gone`,
    figures: [
      ways.map(({ name }) => name).join(', '),
      `${seen.unsent} not accepted, sent by a second click`,
      `${seen.asked.length} ask a person, nothing booked`,
      `seed ${seed}`,
    ],
  });
}

async function judge(shops: Shops, tally: Tally, { tried, card }: OnItsWay, seen: Seen): Promise<void> {
  const { placed } = tried;
  const rests = (state: string): boolean => outcomeOf(shops, placed).invoices === 0 && state.startsWith(ASKS);
  // The card reads anew when it hears that the database is back; what was not accepted still has its button then.
  let state = await stateAtRest(shops, card, placed, REST_MS, (now) => rests(now) || now.startsWith(UNSENT));
  if (state.startsWith(UNSENT) && outcomeOf(shops, placed).posts === 0) {
    seen.unsent += 1;
    await card.send();
    state = await stateAtRest(shops, card, placed, REST_MS, rests);
  } else if (!state.startsWith('Wysłano')) state = await stateAtRest(shops, card, placed, REST_MS, rests);
  if (rests(state)) seen.asked.push(tried);
  else tally.judge(tried, state);
}
