/** The text of a rule for one order and its invoice. */
import { polishDate } from '../../../invoice/dates';
import { ruleText, says } from '../../../invoice/rules/texts';
import type { Transfer } from '../../../invoice/transfer';
import { billingAddressOf, buyerOf } from '../../../sellasist/buyer';
import type { OrderWire } from '../../../sellasist/wire';
import type { EffectContext } from './effect';

export function textOf(
  template: string,
  { run }: Pick<EffectContext, 'run'>,
  order: OrderWire,
  invoice: Transfer | null,
): string {
  return ruleText(template, {
    zamówienie: order.id,
    dokument: run.documentNumber ?? invoice?.documentNumber ?? '',
    'data zamówienia': order.date === null ? '' : polishDate(order.date),
    'metoda płatności': order.payment.name,
    nabywca: buyerOf(billingAddressOf(order), '', null).name,
    numer_ifirma: invoice?.number ?? '',
    numer_ksef: invoice?.ksefNumber ?? '',
  });
}

/** The number of KSeF is to be said, and is still to come. */
export function awaitsKsef(template: string, { run }: Pick<EffectContext, 'run'>, invoice: Transfer | null): boolean {
  return says(template, 'numer_ksef') && invoice !== null && isOnItsWayToKsef(invoice, run);
}

/** KSeF has, or is to get, the invoice, and has given no number; also by an effect of the same rule that has not come to its end. */
export function isOnItsWayToKsef(invoice: Transfer, { effects }: EffectContext['run']): boolean {
  if (invoice.ksefNumber !== null) return false;
  const isAsked = effects.some(({ effect, standing }) => effect.kind === 'ksef' && OPEN.includes(standing));
  return isAsked || (invoice.ksef != null && invoice.ksef.standing !== 'accepted');
}

const OPEN: readonly EffectContext['own']['standing'][] = ['due', 'waits', 'begun'];
