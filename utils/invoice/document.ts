/**
 * The document: what is to be booked, as one neutral shape that both services meet in.
 * Nothing here knows a wire name of Sellasist or iFirma.
 */

/** Whole grosze. 1 zł is 100. Never a fraction, never a float that was multiplied. */
export type Grosze = number;

/** Whole thousandths of a unit. `1500` is 1.5 pieces. */
export type Thousandths = number;

/** Whole hundredths of a per cent. `1000` is 10 %. */
export type PercentHundredths = number;

/** A calendar date in Europe/Warsaw, `YYYY-MM-DD`. */
export type IsoDate = string;

/** `d77` a sale document, `o1001` an order without a document, `r5` a return, `c{uuid}` a correction made in Mostek. */
export type DocumentKey = `${'d' | 'o' | 'r' | 'c'}${string}`;

export type VatRate =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'exempt'; readonly basis: string | null };

/**
 * A rate as the panel gave it. `zero` is kept apart from 0 %: the panel has no known marker for an exempt line
 * (sellasist-api 5.4), so what a bare zero means is the merchant's setting and never our guess.
 */
export type PanelVat =
  | { readonly kind: 'rate'; readonly rate: VatRate }
  | { readonly kind: 'zero' }
  | { readonly kind: 'unknown'; readonly text: string };

export interface DocumentLine {
  readonly id: string;
  readonly role: 'goods' | 'shipping' | 'surcharge';
  readonly name: string;
  /** null: could not be read. */
  readonly quantity: Thousandths | null;
  /** Price of one, gross, before any discount. Negative on a line that is itself a discount. null: could not be read. */
  readonly unitGross: Grosze | null;
  /** What the panel says the whole line is worth, gross, after its discount. null where the panel does not say (orders). */
  readonly lineGross: Grosze | null;
  /** 0 when there is none. */
  readonly discount: PercentHundredths;
  readonly vat: PanelVat;
  readonly unit: string | null;
}

export interface Buyer {
  /** The company, or the person where there is no company. Empty when the panel has neither. */
  readonly name: string;
  readonly isCompany: boolean;
  /** As typed, trimmed; empty when there is none (`"0"` counts as none). */
  readonly nip: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166 two letters, upper case. null: the panel does not say. */
  readonly country: string | null;
  readonly email: string;
}

export interface Payment {
  readonly methodId: string | null;
  readonly methodName: string | null;
  readonly paid: Grosze;
  readonly paidOn: IsoDate | null;
  readonly cashOnDelivery: boolean;
}

export interface SaleDocument {
  readonly key: DocumentKey;
  readonly panel: string;
  readonly orderId: string | null;
  readonly documentId: string | null;
  /** The number that the panel gave it; null for an order without a document. */
  readonly number: string | null;
  readonly seriesId: string | null;
  /** Issue date of the panel's document; null for an order, which is issued today. */
  readonly issueDate: IsoDate | null;
  /** Sale date of the panel's document; null for an order, whose sale date follows the setting. */
  readonly saleDate: IsoDate | null;
  readonly orderDate: IsoDate | null;
  readonly buyer: Buyer;
  /** Upper case, e.g. `PLN`. */
  readonly currency: string;
  readonly lines: readonly DocumentLine[];
  /** What the panel says the whole is worth. null: could not be read. */
  readonly total: Grosze | null;
  readonly payment: Payment;
  /** The order is a placeholder: not confirmed, not to be invoiced. */
  readonly unconfirmed: boolean;
  /** Numbers of receipts of the same order (`PA/…`). */
  readonly receipts: readonly string[];
  /** What speaks for the sale having been booked already, before iFirma is asked. */
  readonly signs: readonly BookedSign[];
}

export type BookedSign =
  /** The order carries the number of a document that is not this one. */
  | { readonly kind: 'document-number'; readonly number: string }
  /** The field that is to take the PDF holds something. */
  | { readonly kind: 'field-filled'; readonly fieldId: string }
  /** Not all of the panel's documents could be looked at: one of them may be of this order. */
  | { readonly kind: 'documents-unknown' };
