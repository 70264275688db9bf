/** What conditions of rules ask of an order (sellasist-api 5.1 to 5.3). */
import type { OrderFacts } from '../invoice/rules/order-facts';
import { billingAddressOf, billingCountryOf, buyerOf } from './buyer';
import { currencyOf, paymentOf } from './order';
import type { OrderWire } from './wire';

export function orderFactsOf(order: OrderWire): OrderFacts {
  const { nip, country } = buyerOf(billingAddressOf(order), order.email, billingCountryOf(order));
  return {
    paymentId: paymentOf(order).methodId,
    source: order.source,
    country,
    currency: currencyOf(order),
    total: order.total ?? null,
    hasNip: nip !== '',
    wantsInvoice: order.invoice,
    comment: order.comment,
  };
}

/** The whole of it is paid. */
export function isWhollyPaid(order: OrderWire): boolean {
  const { paid } = paymentOf(order);
  return order.total !== null && order.total !== undefined && order.total > 0 && paid >= order.total;
}
