/** The correction as it will be booked, still without a wire name: what the preview shows and the request body is made of. */
import type { Grosze, IsoDate, Thousandths, VatRate } from '../document';
import type { Remark } from '../draft';
import type { Finding } from '../finding';
import type { BankAccount, PaymentCode, SignatureKind } from '../settings';
import type { Counted } from './booked';
import type { CorrectionReason } from './reasons';
import type { AddedLine, Reading } from './wanted';

export interface CorrectionLine extends AddedLine {
  /** What the line is worth afterwards, gross or net as the invoice counts. */
  readonly worth: Grosze;
  /** null: the line is added. */
  readonly before: {
    readonly quantity: Thousandths;
    readonly unitPrice: Grosze;
    readonly vat: VatRate;
    readonly worth: Grosze;
  } | null;
}

export interface CorrectionDraft {
  /** iFirma's identifier of the invoice, which stands in the path of the request alone. */
  readonly original: string;
  readonly counted: Counted;
  /** How the lines were come to. */
  readonly as: Reading['as'];
  /** Every line of the invoice in its order, then what is added. */
  readonly lines: readonly CorrectionLine[];
  /** Gross sums of the invoice before and after; `difference` is after − before. */
  readonly before: Grosze;
  readonly after: Grosze;
  readonly difference: Grosze;
  readonly reason: CorrectionReason;
  /** `SpelnionoWarunki`: the conditions for lowering the tax are met. */
  readonly conditionsMet: boolean;
  readonly issueDate: IsoDate;
  /** null: not sent. */
  readonly payment: PaymentCode | null;
  /** What goes into `Uwagi`, the mark in its last line. */
  readonly notes: string;
  /** iFirma's series and template; empty: its defaults. iFirma always gives the number. */
  readonly ifirmaSeries: string;
  readonly template: string;
  readonly issuePlace: string;
  readonly signature: SignatureKind;
  readonly bankAccount: BankAccount;
}

export interface CheckedCorrection {
  /** null while there are findings that keep it from being booked, or while it is not known what is meant. */
  readonly draft: CorrectionDraft | null;
  /** The draft as far as it could be worked out, for the preview; null: not even its lines are known. */
  readonly partial: CorrectionDraft | null;
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
}
