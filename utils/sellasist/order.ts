import type { DocumentLine, PanelVat, Payment, SaleDocument } from '../invoice/document';
import { billingAddressOf, billingCountryOf, buyerOf } from './buyer';
import { isNothing } from './loose';
import { panelVatOf } from './panel-vat';
import { type SaleDocumentAsked, signsOf } from './signs';
import type { CartWire, OrderWire } from './wire';

/** The order does not say the rate of its shipping (sellasist-api 14.4): a setting decides it later. */
const SHIPPING_VAT: PanelVat = { kind: 'unknown', text: '' };

/** An order without a document → the document that may be issued for it. Its key is `o{id}`. */
export function saleDocumentOfOrder(order: OrderWire, asked: SaleDocumentAsked): SaleDocument {
  return {
    key: `o${order.id}`,
    panel: asked.panel,
    orderId: order.id,
    documentId: null,
    number: null,
    seriesId: null,
    issueDate: null,
    saleDate: null,
    orderDate: order.date,
    buyer: buyerOf(billingAddressOf(order), order.email, billingCountryOf(order)),
    currency: currencyOf(order),
    lines: [...order.carts.map(lineOf), ...shippingOf(order)],
    total: order.total,
    payment: paymentOf(order),
    unconfirmed: order.placeholder,
    ...signsOf(order, [], asked),
  };
}

/** Empty when the order names none. */
export function currencyOf(order: OrderWire): string {
  return (order.currency === '' ? order.payment.currency : order.currency).toUpperCase();
}

export function paymentOf(order: OrderWire): Payment {
  const { id, name, paid, paid_date, cod } = order.payment;
  return {
    methodId: id,
    methodName: name === '' ? null : name,
    paid: paid ?? 0,
    paidOn: paid_date,
    cashOnDelivery: cod,
  };
}

/** The price of a selected option may be inside `price` already (sellasist-api 5.4), so none is added. */
function lineOf(cart: CartWire, at: number): DocumentLine {
  return {
    id: cart.id ?? cart.line_id ?? `line-${at + 1}`,
    role: 'goods',
    name: cart.name,
    quantity: cart.quantity,
    unitGross: cart.price,
    lineGross: null,
    discount: 0,
    vat: panelVatOf(isNothing(cart.tax_rate) ? cart.tax : cart.tax_rate),
    unit: null,
  };
}

/** A surcharge of the payment method is not told apart by the API, so it is left to the comparison with the total. */
function shippingOf(order: OrderWire): readonly DocumentLine[] {
  const { name, total } = order.shipment;
  if (total === null || total === 0) return [];
  return [
    {
      id: 'shipping',
      role: 'shipping',
      name,
      quantity: 1000,
      unitGross: total ?? null,
      lineGross: null,
      discount: 0,
      vat: SHIPPING_VAT,
      unit: null,
    },
  ];
}
