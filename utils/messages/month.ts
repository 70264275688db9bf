/** The accounting month of iFirma while it is moved for a document: what our own pages show of it, and what a person may say. */
import type { YearMonth } from '../invoice/accounting-month';
import type { DocumentKey } from '../invoice/document';
import type { Reason } from '../invoice/finding';

/** One iFirma login whose month is moved. Until it is home no other document of that login is sent. */
export interface MonthView {
  readonly login: string;
  /** The document for which it is moved. */
  readonly panel: string;
  readonly key: DocumentKey;
  readonly orderId: string | null;
  /** The panel's number of it; null for an order without a document. */
  readonly number: string | null;
  readonly home: YearMonth;
  readonly away: YearMonth;
  /** Where it is, as far as is known. */
  readonly at: YearMonth;
  /** `ended`: somebody else has moved it, and Mostek touches it no more; nothing waits for it, and it is shown until `month.leave`. */
  readonly stage: 'there' | 'back' | 'ended';
  /** Why it is not home yet; null: it is on its way. */
  readonly reason: Reason | null;
  /** Epoch milliseconds. */
  readonly since: number;
}

export interface MonthCommands {
  /** Empty: no month is moved. */
  'month.state': { ask: Record<never, never>; reply: readonly MonthView[] };
  /** Tries at once to bring it home. A step whose end nobody saw is waited out all the same. */
  'month.retry': { ask: { readonly login: string }; reply: readonly MonthView[] };
  /** `Zostaw tak`: the month stays where it is, and what waited for it goes on. Of an ended one: it was read. */
  'month.leave': { ask: { readonly login: string }; reply: readonly MonthView[] };
}
