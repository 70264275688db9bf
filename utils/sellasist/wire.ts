/**
 * What the Sellasist API answers, read into safe types. The names are the wire's own (sellasist-api 5, 7, 9, 10); the
 * values are normalised: ids are texts, money is grosze, quantities are thousandths, dates are Europe/Warsaw dates.
 */
import * as z from 'zod/mini';
import {
  amount,
  date,
  flag,
  id,
  isNothing,
  isRecord,
  ownId,
  part,
  quantity,
  raw,
  readId,
  readText,
  rows,
  statedAmount,
  sureAmount,
  sureDate,
  text,
  warning,
} from './loose';

export const addressWire = part({
  name: text,
  surname: text,
  company_name: text,
  company_nip: text,
  street: text,
  home_number: text,
  flat_number: text,
  postcode: text,
  city: text,
  /** `{id, code, name}` or a text (sellasist-api 2.3). */
  country: raw,
});
export type AddressWire = z.output<typeof addressWire>;

const cartWire = z.object({
  id,
  line_id: id,
  name: text,
  quantity,
  /** Unit price gross. */
  price: amount,
  tax_rate: raw,
  tax: raw,
});
export type CartWire = z.output<typeof cartWire>;

/** Some answers key the fields by their place instead of listing them. */
const fieldsWire = z.pipe(
  raw,
  z.transform((value): readonly FieldWire[] => {
    const entries: readonly unknown[] = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
    return entries.flatMap((entry) => {
      const fieldId = isRecord(entry) ? readId(entry.field_id) : null;
      return isRecord(entry) && fieldId !== null ? [{ field_id: fieldId, field_value: entry.field_value }] : [];
    });
  }),
);
export interface FieldWire {
  readonly field_id: string;
  /** Exactly as it came: base64, a link, a file name, an object or an array (sellasist-api 8.5). */
  readonly field_value: unknown;
}

export const orderWire = z.object({
  id: ownId,
  date,
  status: part({ id }),
  email: text,
  total: amount,
  currency: text,
  placeholder: warning,
  document_number: text,
  source: text,
  /** The buyer's. */
  comment: text,
  /** Whether the buyer wants an invoice. */
  invoice: flag,
  bill_address: addressWire,
  shipment_address: addressWire,
  /** `total`: null when there is none, undefined when it cannot be read. */
  shipment: part({ name: text, total: statedAmount }),
  payment: part({ id, name: text, paid: sureAmount, paid_date: date, cod: flag, currency: text }),
  carts: rows(cartWire),
  additional_fields: fieldsWire,
});
export type OrderWire = z.output<typeof orderWire>;

/** Of the list, which has more (sellasist-api 4.1). */
export const orderRowWire = z.object({ id: ownId, placeholder: warning, date, document_number: text });
export type OrderRowWire = z.output<typeof orderRowWire>;

/** Of the list, for whoever watches what becomes of orders (sellasist-api 4.1, 5.1, 5.3). */
export const watchedOrderWire = z.pipe(
  z.object({
    id: ownId,
    date,
    status: part({ id }),
    total: amount,
    payment: part({ paid: sureAmount, status: text }),
    payment_status: text,
  }),
  z.transform(({ status, total, payment, payment_status, ...row }) => ({
    ...row,
    statusId: status.id,
    isPaid: isPaid(payment.status || payment_status, payment.paid, total),
  })),
);
export type WatchedOrder = z.output<typeof watchedOrderWire>;

/** Where the panel has no word for it, its sums say it. */
function isPaid(word: string, paid: number | null | undefined, total: number | null | undefined): boolean {
  if (word !== '') return word.toLowerCase() === 'paid';
  return typeof paid === 'number' && typeof total === 'number' && total > 0 && paid >= total;
}

const productWire = z.object({
  id,
  /** null: it is no product of the panel. */
  product_id: id,
  name: text,
  quantity,
  /** Of the whole line, unlike in the old module (sellasist-api 9.4). */
  price_gross: amount,
  price_gross_unit: amount,
  vat: raw,
  discount: raw,
});
export type ProductWire = z.output<typeof productWire>;

export const documentWire = z.object({
  id: ownId,
  number: text,
  custom_number: text,
  type: text,
  subtype: text,
  issue_date: sureDate,
  sale_date: sureDate,
  total: amount,
  currency: text,
  order_id: id,
  /** Of a correction the corrected document. */
  main_document_id: id,
  email: text,
  buyer_address: addressWire,
  series_id: id,
  series: part({ id }),
  products: rows(productWire),
});
export type DocumentWire = z.output<typeof documentWire>;

export const documentRowWire = z.object({ id: ownId, type: text, subtype: text, number: text });
export type DocumentRowWire = z.output<typeof documentRowWire>;

const returnLineWire = z.pipe(
  z.object({ order_line_id: id, cart_id: id, line_id: id, name: text, quantity, price: amount }),
  z.transform(({ order_line_id, cart_id, line_id, ...row }) => ({
    ...row,
    /** The line of the order; the row has an id of its own beside it. */
    order_line_id: order_line_id ?? cart_id ?? line_id,
  })),
);

/**
 * A return is published nowhere (sellasist-api 3), so its rows are taken by any of the names that the panel has for such lists. One
 * without rows is unreadable: it would be a return of nothing.
 */
export const returnWire = z.pipe(
  z.pipe(
    z.looseObject({}),
    z.transform((row): unknown => ({
      ...row,
      order_id: readId(row.order_id) ?? (isRecord(row.order) ? row.order.id : null),
      products: [row.products, row.carts, row.lines, row.items].find(Array.isArray),
    })),
  ),
  z.object({ id: ownId, order_id: id, date, products: z.array(returnLineWire) }),
);
export type ReturnWire = z.output<typeof returnWire>;

/** Without `action`, which is HTML. */
export const logWire = z.object({ id, order_id: id, operation_tag: text, object_id: id });
export type LogWire = z.output<typeof logWire>;

/** `/payments` says `title` where the others say `name` (sellasist-api 7). */
export const dictionaryWire = z.pipe(
  z.object({ id, name: raw, title: raw, type: text, subtype: text }),
  z.transform((row) => ({
    id: row.id,
    name: readText(isNothing(row.name) ? row.title : row.name),
    type: row.type,
    subtype: row.subtype,
  })),
);
