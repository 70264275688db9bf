/** How a correction is spoken of between a card and the background: line numbers and quantities go in, never a price. */
import type { CorrectionReason } from '../invoice/correction/reasons';
import type { Reading } from '../invoice/correction/wanted';
import type { Grosze, IsoDate, Thousandths, VatRate } from '../invoice/document';
import type { Finding } from '../invoice/finding';
import type { Language } from './base';

/** What a person says of a correction. */
export interface CorrectionChoice {
  /** Place of a line in the invoice, from 0, and what should be left of it; null: as the panel's own document, or return, says. */
  readonly lines: readonly { readonly line: number; readonly quantity: Thousandths }[] | null;
  /** null: what follows from what changes. */
  readonly reason: CorrectionReason | null;
  /** `SpelnionoWarunki`: the conditions for lowering the tax are met (ifirma-api 4.2). */
  readonly conditionsMet: boolean;
}

export interface CorrectionSide {
  readonly quantity: Thousandths;
  /** Of one, gross or net as the invoice counts. */
  readonly unitPrice: Grosze;
  readonly vat: VatRate;
}

export interface CorrectionLineView {
  readonly name: string;
  readonly unit: string;
  /** null: the invoice does not have this line. */
  readonly before: CorrectionSide | null;
  readonly after: CorrectionSide;
}

/** A correction as it would be booked; nothing is sent. */
export interface CorrectionView {
  readonly language: Language;
  /** iFirma's number of the invoice that is corrected. */
  readonly number: string;
  /** null: iFirma does not say. */
  readonly invoiceDate: IsoDate | null;
  /** Of the correction. */
  readonly issueDate: IsoDate;
  /** Numbers of what was corrected of it before, oldest first: then `before` is the state after the last one. */
  readonly earlier: readonly string[];
  /** How the panel's document was read. */
  readonly as: Reading['as'];
  readonly counted: 'gross' | 'net';
  readonly lines: readonly CorrectionLineView[];
  /** null while findings keep it from being worked out. */
  readonly before: Grosze | null;
  readonly after: Grosze | null;
  /** Below 0: money goes back. */
  readonly difference: Grosze | null;
  readonly reason: CorrectionReason;
  readonly conditionsMet: boolean;
  /** What goes into `Uwagi`, the mark in its last line. */
  readonly notes: string;
  readonly findings: readonly Finding[];
}
