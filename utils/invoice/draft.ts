/** The invoice as it will be booked, still without a wire name: what the preview shows and the request body is made of. */
import type { Buyer, Grosze, IsoDate, PercentHundredths, Thousandths, VatRate } from './document';
import type { BankAccount, FlatRate, GtuCode, PaymentCode, SignatureKind } from './settings';

export interface DraftLine {
  readonly name: string;
  readonly quantity: Thousandths;
  readonly unit: string;
  /** Price of one, gross, before the discount. */
  readonly unitGross: Grosze;
  readonly discount: PercentHundredths;
  readonly vat: VatRate;
  readonly gross: Grosze;
  readonly gtu: GtuCode | null;
  /** Empty: none. */
  readonly pkwiu: string;
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
  /** The running number to be kept; null: iFirma gives the next one. */
  readonly number: number | null;
  /** iFirma's series and template; empty: its defaults. */
  readonly ifirmaSeries: string;
  readonly template: string;
  readonly issuePlace: string;
  readonly signature: SignatureKind;
  readonly bankAccount: BankAccount;
  /** null: none is printed. */
  readonly dueDate: IsoDate | null;
  readonly showBdo: boolean;
  readonly showGios: boolean;
  /** null: as iFirma's own setting says; always null for a company without VAT (ifirma-api 2.7). */
  readonly splitPayment: boolean | null;
  /** The company is no VAT payer: every line is exempt (ifirma-api 2.7). */
  readonly exempt: boolean;
  /** Sent with every line; null: not taxed at a flat rate, or at the account's default. */
  readonly flatRate: FlatRate | null;
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
    | 'number-by-ifirma' // {number} the panel's number, which goes into the remarks
    | 'number-kept' // {number, running} the panel's number, and what is read out of it
    | 'split-payment-advised' // {gross} in grosze: above 15,000 zł to a company, and split payment is not asked for
    | 'due-date-moved' // {date} the rule gave a day before the sale or the issue
    | 'ksef-offline-date'; // {date} of issue, which is not the day on which it goes to KSeF
  readonly params: Readonly<Record<string, string>>;
}
