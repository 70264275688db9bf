/** How the panel writes what it shows. */
import { shown as amount, type Grosze, type Thousandths } from '../amounts.ts';
import { HOSTILE_TEXTS } from '../hostile.ts';
import type { Address, Order, Rate } from '../model.ts';
import { type Html, html } from './html.ts';
import type { PageCall } from './page.ts';

export const money = (value: Grosze, currency: string): string => `${amount(value)} ${currency}`;

export const pieces = (value: Thousandths): string => `${String(value / 1000).replace('.', ',')} szt.`;

export const rate = (value: Rate): string => (typeof value === 'number' ? `${value}%` : (value ?? ''));

/** `2026-11-20 10:15:00` as `20.11.2026`. */
export const day = (date: string): string => date.slice(0, 10).split('-').reverse().join('.');

/** A name, or what tries to break the page instead of it. */
export const name = (call: PageCall, kind: keyof typeof HOSTILE_TEXTS, text: string): string =>
  call.has('hostile') ? HOSTILE_TEXTS[kind] : text;

export const personOf = (address: Address): string => `${address.name} ${address.surname}`.trim();

/** Who the document is for: the company, or else the person. */
export function buyerOf(order: Order): string {
  const { billAddress: bill, shipmentAddress: ship } = order;
  return bill.company_name || personOf(bill) || ship.company_name || personOf(ship);
}

const PAYMENT_STATES = { paid: 'Zapłacono', partial: 'Częściowo', unpaid: 'Niezapłacono' } as const;

export function paymentBadge({ payment }: Order): Html {
  if (payment.status === 'paid') return html`<div class="c-status__text">${PAYMENT_STATES.paid}</div>`;
  const text = payment.cod ? 'Przy odbiorze' : PAYMENT_STATES[payment.status];
  return html`<div class="c-status__text FAKE-open">${text}</div>`;
}
