import type { Protocol } from '../faults.ts';
import type { BookedDocument } from './account.ts';
import type { Body } from './fields.ts';

/** A document in the books, as a test counts it. Amounts are integer hundredths of the currency. */
export interface BookedInvoice {
  readonly id: string;
  readonly login: string;
  /** The endpoint that booked it: `fakturakraj`, `fakturakraj/korekta` … */
  readonly endpoint: string;
  readonly number: string;
  /** Of a correction the state after it. */
  readonly gross: number;
  readonly difference: number;
  readonly currency: string;
  readonly paid: number;
  /** Identifier of the corrected invoice. */
  readonly corrects: string | null;
  readonly body: Body;
  readonly raw: string;
  readonly protocol: Protocol | null;
  /** The clock, ms. */
  readonly at: number;
  readonly ksefNumber: string | null;
  readonly sentToKsef: boolean;
  readonly emails: number;
  readonly payments: number;
}

export const shownAs = (document: BookedDocument): BookedInvoice => ({
  id: document.id,
  login: document.login,
  endpoint: document.kind.endpoint,
  number: document.number,
  gross: document.gross,
  difference: document.difference,
  currency: document.currency,
  paid: document.paid,
  corrects: document.corrects,
  body: document.body,
  raw: document.raw,
  protocol: document.protocol,
  at: document.at,
  ksefNumber: document.ksef?.number ?? null,
  sentToKsef: document.ksef !== null,
  emails: document.sendings.length,
  payments: document.payments.length,
});
