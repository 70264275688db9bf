/** What an order says about having been invoiced or receipted already (sellasist-api 5.1; design: one sale, one invoice). */
import type { BookedSign } from '../invoice/document';
import { fieldValueOf, isEmptyField } from './field';
import type { OrderWire } from './wire';

/** Whether two numbers of documents are the same text; white space does not count. */
export function sameNumber(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}

/** `PA/1/2026`, `P/…`, `P12/…`, `PAR 3/11/2026`: a receipt's number, in the order's `document_number` the fiscal one. */
export function isReceiptNumber(number: string): boolean {
  return /^P(?:AR?)?[\s-]?\d*\//i.test(number);
}

export interface SignsAsked {
  /** The field that is to take the PDF; null when none is set. */
  readonly documentFieldId: string | null;
  /** Numbers of receipts of the order that are known from elsewhere. */
  readonly receipts?: readonly string[];
}

/** What the caller adds to what came over the wire. */
export interface SaleDocumentAsked extends SignsAsked {
  readonly panel: string;
}

export interface Signs {
  readonly receipts: readonly string[];
  readonly signs: readonly BookedSign[];
}

/** `own`: the numbers of the document itself, which speak for nothing. */
export function signsOf(order: OrderWire | null, own: readonly string[], asked: SignsAsked): Signs {
  const { documentFieldId, receipts: known = [] } = asked;
  const number = order?.document_number ?? '';
  const foreign = number !== '' && !own.some((mine) => sameNumber(mine, number));
  const receipt = foreign && isReceiptNumber(number);
  const signs: BookedSign[] = [];
  if (foreign && !receipt) signs.push({ kind: 'document-number', number });
  if (order !== null && documentFieldId !== null && !isEmptyField(fieldValueOf(order, documentFieldId))) {
    signs.push({ kind: 'field-filled', fieldId: documentFieldId });
  }
  const receipts = receipt ? [number, ...known] : known;
  return {
    receipts: receipts.filter((text, at) => receipts.findIndex((other) => sameNumber(other, text)) === at),
    signs,
  };
}
