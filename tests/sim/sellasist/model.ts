/**
 * What one Sellasist account holds, exact and typed. The wire's loose spellings (sellasist-api 2.3) are put on when an
 * answer is written; the names of addresses stay the wire's, since nothing here gives them another meaning.
 */
import type { Grosze, Thousandths } from './amounts.ts';
import type { StoredFile } from './files.ts';

/** Laid over the finished wire object, for anything a test wants broken. */
export type WirePatch = Readonly<Record<string, unknown>>;

/** `YYYY-MM-DD HH:mm:ss` in Europe/Warsaw, the only form of date and time that the panel stores (sellasist-api 2.2). */
export type PanelTime = string;

export interface Country {
  readonly id: number;
  readonly code: string;
  readonly code3: string;
  readonly name: string;
}

export interface Address {
  name: string;
  surname: string;
  company_name: string;
  company_nip: string;
  street: string;
  home_number: string;
  flat_number: string;
  description: string;
  postcode: string;
  city: string;
  state: string;
  phone: string;
  /** ISO 3166, two letters; null when nothing is set. */
  country: string | null;
}

/** A number is a per cent; a text stands on the wire as it is (`""`, `"zw"`); null is null. */
export type Rate = number | string | null;

export interface CartLine {
  readonly id: string;
  readonly productId: string;
  readonly variantId: string | null;
  readonly name: string;
  readonly quantity: Thousandths;
  /** Gross, of one. */
  readonly price: Grosze;
  readonly rate: Rate;
  readonly symbol: string;
  readonly ean: string;
  readonly wire: WirePatch;
}

export interface OrderPayment {
  readonly id: string;
  readonly name: string;
  paid: Grosze;
  /** Empty when nothing was paid. */
  readonly paidDate: PanelTime | '';
  readonly cod: boolean;
  status: 'paid' | 'unpaid' | 'partial';
}

export interface Order {
  readonly id: string;
  readonly date: PanelTime;
  statusId: string;
  readonly email: string;
  readonly currency: string;
  comment: string;
  readonly source: string;
  readonly shop: string;
  readonly creator: string;
  readonly placeholder: boolean;
  readonly invoice: boolean;
  documentNumber: string;
  readonly trackingNumbers: readonly string[];
  billAddress: Address;
  shipmentAddress: Address;
  readonly shipment: { readonly id: string; readonly name: string; price: Grosze };
  readonly payment: OrderPayment;
  readonly carts: readonly CartLine[];
  total: Grosze;
  /** Text fields by field id. */
  readonly texts: Map<string, string>;
  /** File fields by field id: what is stored now. */
  readonly files: Map<string, readonly StoredFile[]>;
  readonly externalId: string;
  readonly wire: WirePatch;
}

export interface DocumentLine {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly symbol: string;
  readonly ean: string;
  readonly quantity: Thousandths;
  readonly rate: Rate;
  readonly unitGross: Grosze;
  readonly lineGross: Grosze;
  /** Per cent, as text. */
  readonly discount: string;
  readonly wire: WirePatch;
}

/** sellasist-api 9.3: what a document is, before the wire swaps the two words. */
export type DocumentKind =
  | { readonly type: 'sale'; readonly subtype: 'invoice' | 'receipt' | 'proforma' | 'bill' }
  | { readonly type: 'correct'; readonly subtype: 'correction' }
  | { readonly type: 'stock'; readonly subtype: 'admission' | 'release' };

export interface OperationDocument {
  readonly id: string;
  readonly number: string;
  readonly kind: DocumentKind;
  /** This one swaps `type` and `subtype` whatever the switch says. */
  readonly swapped: boolean;
  readonly issueDate: string;
  readonly saleDate: string;
  readonly total: Grosze;
  readonly currency: string;
  readonly orderId: string | null;
  readonly mainDocumentId: string | null;
  readonly email: string;
  readonly buyer: Address | null;
  comments: string;
  readonly ready: boolean;
  readonly seriesId: string;
  readonly products: readonly DocumentLine[];
  /** What the vendor's own integration shows in the list of documents. */
  readonly sync: string;
  readonly wire: WirePatch;
}

/** A document of the old module: other ids, other fields, and `price_gross` is of one (sellasist-api 9.4). */
export interface OldDocument {
  readonly id: string;
  readonly kind: 'invoice' | 'correct' | 'receipt';
  readonly number: string;
  readonly date: string;
  readonly orderId: string;
  readonly seriesId: string;
  readonly invoiceId: string | null;
  readonly total: Grosze;
}

export interface ReturnLine {
  readonly id: string;
  readonly cartId: string;
  readonly name: string;
  readonly quantity: Thousandths;
  readonly price: Grosze;
}

export interface Return {
  readonly id: string;
  readonly orderId: string;
  readonly date: PanelTime;
  readonly status: string;
  readonly reason: string;
  readonly lines: readonly ReturnLine[];
  readonly wire: WirePatch;
}

export interface Note {
  readonly id: string;
  readonly orderId: string;
  readonly text: string;
  readonly date: PanelTime;
}

/** sellasist-api 10. */
export interface OrderLog {
  readonly id: string;
  readonly orderId: string;
  readonly tag: 'order_create' | 'order_edit' | 'order_status_change' | 'invoice_create' | 'receipt_create';
  readonly objectId: string;
  /** HTML, as the service has it. */
  readonly action: string;
  readonly date: PanelTime;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Field extends Named {
  readonly type: 'text' | 'textarea' | 'saledocument' | 'files';
}

export interface Series extends Named {
  readonly type: 'invoice' | 'receipt' | 'order' | 'stock';
  readonly subtype: string;
  readonly prefix: string;
  readonly suffix: string;
}
