/**
 * Days of a shop that has rules, on an accelerated clock: orders that come, are paid, get a status and a document at any time, a computer that
 * sleeps, is restarted or dies at any instruction, a night without a network, services that want to be left alone, answers that are lost. In
 * the end everything is well again for some hours, and a person answers what only a person may.
 */
import { dateInWarsaw } from '../../../sim/clock.ts';
import type { Address } from '../../../sim/sellasist/model.ts';
import { answer as answerErrors, diceOf } from '../auto/days.ts';
import { issue, issueCorrection, SHOP, sendFirst, settled } from '../auto/scene.ts';
import { seriesOf } from '../ksef/scene.ts';
import type { Life } from '../life.ts';
import { VIEW } from '../set-up.ts';
import { createWorld, MINUTE, type World } from '../world.ts';
import { answerRuns } from './answer.ts';
import { faultsIn } from './faults.ts';
import { acts, draftsFor, type Known, PAID, PAYU, SENT } from './rule-set.ts';

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
const PRICES = ['20.00', '49.00', '120.00', '300.00'] as const;
const COMMENTS = ['', '', 'Proszę o FV', 'pilne', 'fv na firmę'] as const;

export async function liveThrough({ seed, hours, orders, night }: Days): Promise<Lived> {
  const dice = diceOf(seed);
  const chance = (percent: number): boolean => dice() * 100 < percent;
  const one = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(dice() * values.length)] ?? values[0];
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

  const known: Known[] = [];
  const begun = world.clock.now();
  let awakeAt = 0;
  let life = world.life();
  let deaths = 0;
  const unexpected: string[] = [];
  /** What is still to happen, by its moment. */
  let plans: { readonly at: number; readonly run: () => void }[] = [];
  const later = (most: number, run: () => void): void => {
    plans.push({ at: world.clock.now() + dice() * most * HOUR, run });
  };

  const steps = Math.ceil((hours * HOUR) / STEP);
  let left = orders;
  for (let step = 0; step < steps; step += 1) {
    for (let due = Math.round((left * (0.5 + dice())) / (steps - step)); due > 0 && left > 0; due -= 1, left -= 1)
      come();
    happen(world.clock.now());
    const hour = Math.floor(((world.clock.now() - begun) / HOUR) % 24);
    await trouble(hour >= night[0] && hour < night[1]);
    if (awakeAt > world.clock.now()) world.clock.advance(STEP);
    else await world.pass(STEP);
  }
  happen(Number.POSITIVE_INFINITY);
  life.watched = null;
  world.network.mend();
  world.newLife(null);
  await world.restart();
  await settled(world);
  await world.pass(4 * HOUR);
  let answered = 0;
  let asked = 0;
  for (let round = 0; round < 3; round += 1) {
    const errors = await answerErrors([world]);
    // Those that nobody can put right are asked about each time.
    if (round === 0) asked = errors;
    const runs = await answerRuns(world);
    answered += runs.answered;
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
    deaths,
    answered,
    errors: asked,
    requests: world.network.passed.length,
  };

  function happen(until: number): void {
    const due = plans.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
    plans = plans.filter(({ at }) => at > until);
    for (const { run } of due) run();
    // What comes last may have set off something more.
    if (due.length > 0 && until === Number.POSITIVE_INFINITY) happen(until);
  }

  function come(): void {
    const country = chance(80) ? 'PL' : 'DE';
    const currency = country === 'DE' && chance(60) ? 'EUR' : 'PLN';
    const paymentId = one(['1', '2', PAYU, '4']);
    const isCompany = country === 'PL' && chance(50);
    const buyer: Partial<Address> = isCompany ? {} : { company_name: '', company_nip: '', country };
    const wantsInvoice = chance(70);
    const isConfirmed = !chance(5);
    const isPaid = chance(50);
    const status = paymentId !== PAYU && chance(10) ? one([PAID, SENT]) : '3';
    const source = one(['shop', 'allegro'] as const);
    const comment = one(COMMENTS);
    const order = world.panel.addOrder({
      date: timeIn(world),
      statusId: status,
      currency,
      source,
      comment,
      invoice: wantsInvoice,
      placeholder: !isConfirmed,
      buyer,
      lines: [{ quantity: '2', price: one(PRICES) }],
      payment: isPaid ? { id: paymentId, paidDate: dateInWarsaw(world.clock.now()) } : { id: paymentId, paid: '0' },
    });
    const story: Known = {
      ...{ id: order.id, source, country, currency, total: order.total, hasNip: isCompany, wantsInvoice },
      ...{ paymentId, comment, isConfirmed, isPaid, statuses: new Set([status]), status },
      ...{ document: null, correction: null },
    };
    known.push(story);
    if (!isConfirmed && chance(50)) later(3, () => confirm(story));
    if (!isPaid && chance(75)) later(10, () => pay(story));
    if (paymentId !== PAYU && status === '3' && chance(40)) later(12, () => move(story));
    if (paymentId !== PAYU && country === 'PL' && chance(75)) later(2, () => invoice(story));
  }

  function orderOf(id: string) {
    const order = world.panel.orders.get(id);
    if (order === undefined) throw new Error(`no order ${id}`);
    return order;
  }

  function confirm(story: Known): void {
    Object.assign(orderOf(story.id), { placeholder: false });
    story.isConfirmed = true;
  }

  function pay(story: Known): void {
    const { payment, total } = orderOf(story.id);
    Object.assign(payment, { paid: total, status: 'paid', paidDate: timeIn(world) });
    story.isPaid = true;
  }

  function move(story: Known): void {
    const status = one([PAID, SENT]);
    Object.assign(orderOf(story.id), { statusId: status });
    story.statuses.add(status);
    story.status = status;
  }

  function invoice(story: Known): void {
    const roll = dice() * 100;
    const series = roll < 10 ? 'PAR' : roll < 16 ? 'FV/OSS' : roll < 19 ? 'PRO' : 'FV';
    const { id } = issue(world, { orderId: story.id, series });
    const seriesId = world.panel.documents.get(id)?.seriesId ?? '';
    story.document = { id, seriesId };
    const isIssued = acts('r-firma', story) || acts('r-osoba', story);
    if (series !== 'FV' || !isIssued || !story.isPaid || story.total < 60_00 || !chance(15)) return;
    later(8, () => {
      story.correction = issueCorrection(world, id);
    });
  }

  async function trouble(isNight: boolean): Promise<void> {
    if (awakeAt > world.clock.now()) return;
    if (world.life().isOver()) await world.restart();
    // An alarm may have started it anew.
    if (world.life() !== life) deaths += 1;
    life = world.life();
    world.network.mend();
    const roll = dice() * 100;
    if (isNight) world.network.arm({}, { kind: 'offline' });
    else if (roll < 6) world.network.arm({ times: 2 }, { kind: 'too-many', retryAfter: 90 });
    else if (roll < 12) world.network.arm({ method: 'GET', times: 3 }, { kind: 'drop', when: 'before' });
    else if (roll < 16) world.network.arm({ method: 'POST', times: 1 }, { kind: 'drop', when: 'after' });
    else if (roll < 20) world.network.arm({ method: 'POST', times: 1 }, { kind: 'drop', when: 'before' });
    else if (roll < 24) world.network.arm({ method: 'PUT', times: 1 }, { kind: 'drop', when: 'after' });
    if (chance(30)) life.endIn(Math.floor(dice() * 60));
    const [places, after] = [placesIn(world), Math.floor(dice() * 6)];
    const place = one(places);
    life.watched = chance(60) ? dyingAt(place, life, place === places[0] ? after : 0) : null;
    if (chance(2)) {
      life.end();
      awakeAt = world.clock.now() + Math.floor(dice() * 90) * MINUTE;
    }
  }
}

/** Nobody hears the answer to what cannot be undone, or has noted that it was shown; or a run is not stored yet, or just was. */
function placesIn({ ruleNotices }: World): readonly [Place, ...Place[]] {
  const shown = ruleNotices.length;
  return [
    (place) => /runs\.(?:create|change)$/.test(place),
    (place) => /^after POST .*\/send\//.test(place),
    (place) => /^after POST .*\/notes$/.test(place),
    (place) => /^after POST .*\/wplaty\//.test(place),
    () => ruleNotices.length > shown,
  ];
}

type Place = (name: string) => boolean;

/** @param after so many such places. */
function dyingAt(isThere: Place, life: Life, after: number): (name: string) => void {
  let left = after;
  return (name) => {
    if (!isThere(name)) return;
    if (left === 0) life.end();
    left -= 1;
  };
}

/** As the panel writes it. */
function timeIn({ clock }: World): string {
  const time = new Date(clock.now()).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Warsaw' });
  return `${dateInWarsaw(clock.now())} ${time}`;
}
