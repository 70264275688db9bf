/** The invoice as it will be booked, still without a wire name: what the preview shows and the request body is made of. */
import type { Buyer, Grosze, IsoDate, PercentHundredths, Thousandths, VatRate } from './document';
import type { PaymentCode } from './settings';

export interface DraftLine {
  readonly name: string;
  readonly quantity: Thousandths;
  readonly unit: string;
  /** Price of one, gross, before the discount. */
  readonly unitGross: Grosze;
  readonly discount: PercentHundredths;
  readonly vat: VatRate;
  readonly gross: Grosze;
}

export interface InvoiceDraft {
  readonly buyer: Buyer & { readonly continuedName: string };
  readonly lines: readonly DraftLine[];
  readonly gross: Grosze;
  readonly paid: Grosze;
  readonly payment: PaymentCode;
  readonly issueDate: IsoDate;
  readonly saleDate: IsoDate;
  /** What goes into `Uwagi`, the mark in its last line. */
  readonly notes: string;
}

/** Something Mostek changed on the way; the preview says it before anything is sent. */
export interface Remark {
  readonly code:
    | 'free-line-left-out' // {name}
    | 'overpaid' // {paid, sum} in grosze
    | 'line-name-cut' // {name}
    | 'buyer-name-continued' // {name}
    | 'discount-spread' // {amount} in grosze
    | 'line-split' // {name}
    | 'email-left-out' // {email}
    | 'notes-cut'
    | 'number-by-ifirma'; // {number} the panel's number, which goes into the remarks
  readonly params: Readonly<Record<string, string>>;
}
