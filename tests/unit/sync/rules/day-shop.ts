/** A shop's orders as they come, are paid, get a status and a document at any time; what was made of each is known. */
import { dateInWarsaw } from '../../../sim/clock.ts';
import type { Address } from '../../../sim/sellasist/model.ts';
import { issue, issueCorrection } from '../auto/scene.ts';
import { MINUTE, type World } from '../world.ts';
import type { Dice } from './dice.ts';
import { type Known, PAID, PAYU, SENT } from './rule-set.ts';

const HOUR = 60 * MINUTE;
const PRICES = ['20.00', '49.00', '120.00', '300.00'] as const;
const COMMENTS = ['', '', 'Proszę o FV', 'pilne', 'fv na firmę'] as const;

export interface DayShop {
  readonly known: readonly Known[];
  /** One more order. */
  come(): void;
  /** What was planned until then. */
  happen(until: number): void;
}

/** @param isBooked whether an invoice of this order, of the series that is sent, comes to iFirma. */
export function createDayShop(world: World, { dice, chance, one }: Dice, isBooked: (order: Known) => boolean): DayShop {
  const known: Known[] = [];
  /** What is still to happen, by its moment. */
  let plans: { readonly at: number; readonly run: () => void }[] = [];
  const later = (most: number, run: () => void): void => {
    plans.push({ at: world.clock.now() + dice() * most * HOUR, run });
  };
  return { known, come, happen };

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
    if (series !== 'FV' || !isBooked(story) || !story.isPaid || story.total < 60_00 || !chance(15)) return;
    later(8, () => {
      story.correction = issueCorrection(world, id);
    });
  }
}

/** As the panel writes it. */
function timeIn({ clock }: World): string {
  const time = new Date(clock.now()).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Warsaw' });
  return `${dateInWarsaw(clock.now())} ${time}`;
}
