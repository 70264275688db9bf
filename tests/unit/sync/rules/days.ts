/**
 * Days of a shop that has rules, on an accelerated clock: orders that come, are paid, get a status and a document at any time, a computer that
 * sleeps, is restarted or dies at any instruction, a night without a network, services that want to be left alone, answers that are lost. In
 * the end everything is well again for some hours, and a person answers what only a person may.
 */
import { answer as answerErrors } from '../auto/days.ts';
import { SHOP, sendFirst, settled } from '../auto/scene.ts';
import { seriesOf } from '../ksef/scene.ts';
import { VIEW } from '../set-up.ts';
import { createWorld, MINUTE } from '../world.ts';
import { answerKsef, answerRuns } from './answer.ts';
import { createDayShop } from './day-shop.ts';
import { createComputer } from './day-troubles.ts';
import { createDice } from './dice.ts';
import { faultsIn } from './faults.ts';
import { acts, draftsFor, type Known } from './rule-set.ts';

export interface Days {
  readonly seed: number;
  readonly hours: number;
  readonly orders: number;
  /** Hours of each day without a network. */
  readonly night: readonly [from: number, to: number];
}

export interface Lived {
  /** What is wrong, in words; empty: each rule has done what it says once, and the log says why the others did not. */
  readonly faults: readonly string[];
  readonly orders: number;
  readonly documents: number;
  /** What was booked, sent by e-mail, registered, noted and shown, as the stand-ins and the browser have it. */
  readonly done: Readonly<Record<'booked' | 'emails' | 'payments' | 'notes' | 'notices', number>>;
  readonly deaths: number;
  /** What ended `unclear`, or was left for a person, and was answered. */
  readonly answered: number;
  readonly errors: number;
  readonly requests: number;
}

const STEP = 4 * MINUTE;
const HOUR = 60 * MINUTE;

export async function liveThrough({ seed, hours, orders, night }: Days): Promise<Lived> {
  const dice = createDice(seed);
  const world = await createWorld({ ...SHOP, series: { ...SHOP.series, '1': seriesOf('manual') } });
  world.honest = false;
  await sendFirst(world);
  const notesBefore = world.panel.notes.length;
  const bookedBefore = world.ifirma.booked().length;
  const draft = { match: 'all', rules: draftsFor(world.accountId) } as const;
  const saved = await world.tell<'rules.save'>({ type: 'rules.save', panel: 'demo', revision: 0, draft }, VIEW);
  const errors = saved.problems.filter(({ weight }) => weight === 'error');
  if (errors.length > 0) throw new Error(`rules with errors: ${JSON.stringify(errors)}`);
  await settled(world);
  await world.pass(5 * MINUTE);

  const isBooked = (order: Known): boolean => acts('r-firma', order) || acts('r-osoba', order);
  const shop = createDayShop(world, dice, isBooked);
  const { known } = shop;
  const computer = createComputer(world, dice);
  const begun = world.clock.now();
  const unexpected: string[] = [];

  const steps = Math.ceil((hours * HOUR) / STEP);
  let left = orders;
  for (let step = 0; step < steps; step += 1) {
    for (let due = Math.round((left * (0.5 + dice.dice())) / (steps - step)); due > 0 && left > 0; due -= 1, left -= 1)
      shop.come();
    shop.happen(world.clock.now());
    const hour = Math.floor(((world.clock.now() - begun) / HOUR) % 24);
    await computer.trouble(hour >= night[0] && hour < night[1]);
    if (computer.isAway()) world.clock.advance(STEP);
    else await world.pass(STEP);
  }
  shop.happen(Number.POSITIVE_INFINITY);
  await computer.recover();
  await settled(world);
  await world.pass(4 * HOUR);
  let answered = 0;
  let asked = 0;
  for (let round = 0; round < 3; round += 1) {
    const errors = await answerErrors([world]);
    // Those that nobody can put right are asked about each time.
    if (round === 0) asked = errors;
    const runs = await answerRuns(world);
    answered += runs.answered + (await answerKsef(world));
    unexpected.push(...runs.faults);
    await world.pass(HOUR);
  }
  const booked = world.ifirma.booked().slice(bookedBefore);
  const sum = (of: (each: (typeof booked)[number]) => number): number =>
    booked.reduce((all, each) => all + of(each), 0);
  return {
    faults: [...unexpected, ...(await faultsIn(world, known, { notesBefore, bookedBefore }))],
    orders: known.length,
    documents: known.filter(({ document }) => document !== null).length,
    done: {
      booked: booked.length,
      emails: sum(({ emails }) => emails),
      payments: sum(({ payments }) => payments),
      notes: world.panel.notes.length - notesBefore,
      notices: world.ruleNotices.length,
    },
    deaths: computer.deaths(),
    answered,
    errors: asked,
    requests: world.network.passed.length,
  };
}
