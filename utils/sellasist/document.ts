import type { DocumentLine, Payment, PercentHundredths, SaleDocument } from '../invoice/document';
import { folded } from '../invoice/folded';
import { lineGross, parseGrosze } from '../invoice/money';
import { billingCountryOf, buyerOf } from './buyer';
import { currencyOf, paymentOf } from './order';
import { panelVatOf } from './panel-vat';
import { type SaleDocumentAsked, signsOf } from './signs';
import type { DocumentWire, OrderWire, ProductWire } from './wire';

/** The API tells nothing of a document's payment (sellasist-api 9.4); its order does. */
const NO_PAYMENT: Payment = { methodId: null, methodName: null, paid: 0, paidOn: null, cashOnDelivery: false };

/** A document of the module "Dokumenty [Nowe]", with its order or null where it has none. Its key is `d{id}`. */
export function saleDocumentOfDocument(
  document: DocumentWire,
  order: OrderWire | null,
  asked: SaleDocumentAsked,
): SaleDocument {
  if (order !== null && order.id !== document.order_id) throw new Error('the order is not the one of the document');
  const number = document.number === '' ? document.custom_number : document.number;
  const email = document.email === '' ? (order?.email ?? '') : document.email;
  const currency = document.currency.toUpperCase();
  return {
    key: `d${document.id}`,
    panel: asked.panel,
    orderId: document.order_id,
    documentId: document.id,
    number: number === '' ? null : number,
    seriesId: document.series_id ?? document.series.id,
    issueDate: document.issue_date,
    saleDate: document.sale_date,
    orderDate: order?.date ?? null,
    // The document's address carries no country (sellasist-api 9.4).
    buyer: buyerOf(document.buyer_address, email, order === null ? null : billingCountryOf(order)),
    currency: currency === '' && order !== null ? currencyOf(order) : currency,
    lines: document.products.map((product, at) => lineOf(product, at, order)),
    total: document.total,
    payment: order === null ? NO_PAYMENT : paymentOf(order),
    unconfirmed: order?.placeholder ?? false,
    ...signsOf(order, [document.number, document.custom_number], asked),
  };
}

function lineOf(product: ProductWire, at: number, order: OrderWire | null): DocumentLine {
  return {
    id: product.id ?? `line-${at + 1}`,
    role: roleOf(product, order),
    name: product.name,
    quantity: product.quantity,
    unitGross: product.price_gross_unit,
    lineGross: product.price_gross,
    discount: discountOf(product),
    vat: panelVatOf(product.vat),
    unit: null,
  };
}

/**
 * A document does not say which of its lines is the shipping. It is the one with the name and the worth of the order's shipment; what
 * else is no product of the panel (sellasist-api 9.4), and was not typed by hand among the order's goods, is a surcharge.
 */
function roleOf({ product_id, name, price_gross }: ProductWire, order: OrderWire | null): DocumentLine['role'] {
  const isCalled = (other: string): boolean => folded(other) === folded(name);
  if (order !== null) {
    const { shipment, carts } = order;
    const isCharged = typeof shipment.total === 'number' && shipment.total > 0;
    if (isCharged && price_gross === shipment.total && isCalled(shipment.name)) return 'shipping';
    if (carts.some((cart) => isCalled(cart.name))) return 'goods';
  }
  return product_id === null ? 'surcharge' : 'goods';
}

/**
 * Whether `discount` is a per cent or an amount is not known. It counts as a per cent only where the line proves it: unit
 * price × quantity less it is the line's total. Otherwise 0, and the line's total decides.
 */
function discountOf(product: ProductWire): PercentHundredths {
  const { discount, quantity, price_gross_unit: unit, price_gross: total } = product;
  const percent = parseGrosze(typeof discount === 'string' ? discount.replace(/\s*%\s*$/, '') : discount);
  if (percent === null || percent <= 0 || percent > 10_000) return 0;
  if (quantity === null || unit === null || total === null) return 0;
  // A discount too small to change the line proves nothing.
  return lineGross(unit, quantity, percent) === total && lineGross(unit, quantity) !== total ? percent : 0;
}
