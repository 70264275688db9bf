/**
 * Days of a shop with two computers or more that send by themselves and have the same rules, on an accelerated clock. Each sleeps, is switched off
 * for long, restarted, killed and cut off by itself, and its clock is its own; now and then a person has one take over. In the end all are
 * well again for some hours, and a person answers what only a person may.
 */
import { answer as answerErrors } from '../auto/days.ts';
import { issue, SHOP, settled, switchOn } from '../auto/scene.ts';
import { createComputers, passTogether } from '../computers.ts';
import { seriesOf } from '../ksef/scene.ts';
import { VIEW } from '../set-up.ts';
import { MINUTE, type World } from '../world.ts';
import { answerKsef, answerRuns } from './answer.ts';
import { createDayShop } from './day-shop.ts';
import { type Computer, createComputer, type Place } from './day-troubles.ts';
import { createDice } from './dice.ts';
import { draftsFor } from './rule-set.ts';
import { faultsOfTwo } from './two-faults.ts';
import { TOLD_TO_TWO } from './two-rules.ts';

export interface TwoDays {
  readonly seed: number;
  readonly hours: number;
  readonly orders: number;
  readonly computers: 2 | 3;
  /** Hours of each day without a network, the same for all. */
  readonly night: readonly [from: number, to: number];
}

export interface LivedTogether {
  /** What is wrong, in words; empty: everything was done once by one of them, and the log says why the others did not. */
  readonly faults: readonly string[];
  readonly orders: number;
  readonly documents: number;
  /** As the stand-ins have it. */
  readonly done: Readonly<Record<'booked' | 'emails' | 'payments' | 'notes', number>>;
  /** Notes that two computers wrote at the same moment, when neither saw one: the one thing that may happen twice. */
  readonly doubledNotes: number;
  readonly deaths: number;
  /** How often a person had a computer take over. */
  readonly taken: number;
  /** How often, and how long in all, a computer was switched off; hours. */
  readonly away: { readonly times: number; readonly hours: number };
  readonly answered: number;
  readonly errors: number;
  readonly requests: number;
}

const STEP = 4 * MINUTE;
const HOUR = 60 * MINUTE;
const NAMES = ['Biuro', 'Magazyn', 'Dom'] as const;
/** No clock is further away from everybody's. */
const AHEAD_MS = 3 * MINUTE;

/** Another computer may meet what is left of the document then. */
const POSTING: readonly Place[] = [
  (place) => /^before POST .*\/fakturakraj/.test(place),
  (place) => /^after POST .*\/fakturakraj/.test(place),
];

export async function liveTogether({ seed, hours, orders, computers, night }: TwoDays): Promise<LivedTogether> {
  const dice = createDice(seed);
  const { chance } = dice;
  const names = NAMES.slice(0, computers);
  const clocks = names.map(() => Math.round((2 * dice.dice() - 1) * AHEAD_MS));
  const { settings: _settings, ...shopSettings } = SHOP;
  const series = { ...SHOP.series, '1': seriesOf('manual') };
  const worlds = await createComputers(names, { savePdf: false }, { ...shopSettings, series }, clocks);
  const [first] = worlds;
  if (first === undefined) throw new Error('no computer');
  const { clock, panel, ifirma } = first;
  await begin(worlds);
  const before = { notesBefore: panel.notes.length, bookedBefore: ifirma.booked().length };
  const shop = createDayShop(first, dice, ({ isConfirmed }) => isConfirmed);
  const each = worlds.map((world) => createComputer(world, dice, POSTING));
  const begun = clock.now();
  /** Each is switched off once for a third of the time. */
  const offAt = each.map((_computer, at) => begun + ((at + dice.dice() / 2) / computers) * hours * HOUR);
  const away = { times: 0, hours: 0 };
  let taken = 0;

  const steps = Math.ceil((hours * HOUR) / STEP);
  let left = orders;
  for (let step = 0; step < steps; step += 1) {
    for (let due = Math.round((left * (0.5 + dice.dice())) / (steps - step)); due > 0 && left > 0; due -= 1, left -= 1)
      shop.come();
    shop.happen(clock.now());
    const hour = Math.floor(((clock.now() - begun) / HOUR) % 24);
    for (const [at, computer] of each.entries()) {
      const off = offAt[at] ?? 0;
      if (clock.now() >= off) {
        offAt[at] = Number.POSITIVE_INFINITY;
        switchOff(computer, (hours / 3) * HOUR);
      } else if (!computer.isAway() && chance(computer.world.life().isOver() ? 10 : 0.7)) {
        switchOff(computer, (0.3 + 3 * dice.dice()) * HOUR);
      }
      await computer.trouble(hour >= night[0] && hour < night[1]);
      if (!computer.isAway() && chance(1.5)) {
        taken += 1;
        const { world } = computer;
        void world.ask<'auto.take'>({ type: 'auto.take', accountId: world.accountId }, VIEW);
      }
    }
    const awake = each.flatMap((computer) => (computer.isAway() ? [] : [computer.world]));
    if (awake.length === 0) clock.advance(STEP);
    else await passTogether(awake, STEP);
  }
  shop.happen(Number.POSITIVE_INFINITY);
  for (const computer of each) {
    await computer.recover();
    await settled(computer.world);
  }
  // What the one that works sends tells the others that it does.
  for (let round = 0; round < 4; round += 1) {
    for (let due = 0; due < 4; due += 1) shop.come();
    await passTogether(worlds, HOUR);
    shop.happen(Number.POSITIVE_INFINITY);
    await passTogether(worlds, HOUR);
  }

  const { known } = shop;
  const unexpected: string[] = [];
  let answered = 0;
  let asked = 0;
  for (let round = 0; round < 3; round += 1) {
    const errors = await answerErrors(worlds);
    // Those that nobody can put right are asked about each time.
    if (round === 0) asked = errors;
    for (const world of worlds) {
      const runs = await answerRuns(world);
      answered += runs.answered + (await answerKsef(world));
      unexpected.push(...runs.faults);
      // The next person sees what came of it.
      await passTogether(worlds, 10 * MINUTE);
    }
    await passTogether(worlds, HOUR);
  }
  const { faults, doubledNotes } = await faultsOfTwo(worlds, known, before);
  const booked = ifirma.booked().slice(before.bookedBefore);
  const sum = (of: (each: (typeof booked)[number]) => number): number => booked.reduce((all, one) => all + of(one), 0);
  return {
    faults: [...unexpected, ...faults],
    orders: known.length,
    documents: known.filter(({ document }) => document !== null).length,
    done: {
      booked: booked.length,
      emails: sum(({ emails }) => emails),
      payments: sum(({ payments }) => payments),
      notes: panel.notes.length - before.notesBefore,
    },
    doubledNotes,
    deaths: each.reduce((all, { deaths }) => all + deaths(), 0),
    taken,
    away: { times: away.times, hours: Math.round(away.hours) },
    answered,
    errors: asked,
    requests: worlds.reduce((all, { network }) => all + network.passed.length, 0),
  };

  function switchOff(computer: Computer, ms: number): void {
    away.times += 1;
    away.hours += ms / HOUR;
    computer.switchOff(clock.now() + ms);
  }
}

/** Each has sent a first document by hand, sends by itself and has the rules. */
async function begin(worlds: readonly World[]): Promise<void> {
  for (const world of worlds) {
    const { id, orderId } = issue(world);
    await world.view(orderId, `d${id}`);
    await world.send(orderId, `d${id}`);
    await passTogether(worlds, 2 * MINUTE);
    world.honest = false;
    await switchOn(world);
  }
  for (const world of worlds) {
    const draft = { match: 'all', rules: draftsFor(world.accountId, TOLD_TO_TWO) } as const;
    const saved = await world.tell<'rules.save'>({ type: 'rules.save', panel: 'demo', revision: 0, draft }, VIEW);
    const errors = saved.problems.filter(({ weight }) => weight === 'error');
    if (errors.length > 0) throw new Error(`rules with errors: ${JSON.stringify(errors)}`);
    await settled(world);
  }
  await passTogether(worlds, 10 * MINUTE);
}
