/** Repairs: what a person may type where a document is refused, and the accounting month of iFirma. */
import type { YearMonth } from '../invoice/accounting-month';
import type { RepairInput } from '../invoice/repair/inputs';
import type { RepairProblem } from '../invoice/repair/judge';
import type { RepairField, RepairScope } from '../invoice/repair/repair';
import type { Language } from './base';
import type { DocumentRef, OrderView } from './document';

export type { YearMonth } from '../invoice/accounting-month';
export type { RepairInput } from '../invoice/repair/inputs';
export type { RepairProblem } from '../invoice/repair/judge';
export type { RepairField, RepairScope } from '../invoice/repair/repair';

/**
 * What can be done about an accounting month that is not that of the sale (ifirma-api 6.6). `move`: Mostek can move it there and
 * back. `right`: it is the right one already, so sending again is enough.
 */
export type MonthPlan =
  | { readonly kind: 'move'; readonly from: YearMonth; readonly to: YearMonth }
  | { readonly kind: 'right' }
  /** There is no key `abonent`. */
  | { readonly kind: 'no-key'; readonly to: YearMonth }
  /** Another year: it is closed and opened in iFirma, never here. */
  | { readonly kind: 'other-year'; readonly from: YearMonth; readonly to: YearMonth }
  /** iFirma did not say which month it is. */
  | { readonly kind: 'unknown'; readonly to: YearMonth };

export interface RepairForm {
  readonly language: Language;
  /** Empty: nothing of it can be typed. */
  readonly inputs: readonly RepairInput[];
  /** The buyer's country, two letters, by which a postcode is judged; null: not known. */
  readonly country: string | null;
  /** null: the month is not what is wrong. */
  readonly month: MonthPlan | null;
}

export interface RepairEdit {
  readonly field: RepairField;
  readonly line: number | null;
  readonly value: string;
  readonly scope: RepairScope;
}

export type RepairReply =
  | { readonly ok: true; readonly value: OrderView }
  /** By the name of the place (`buyer.postcode`, `line.vat.2`); nothing was kept. */
  | { readonly ok: false; readonly fields: Readonly<Record<string, RepairProblem>> };

/** At most so many inputs of a form are sent at once. */
export const MOST_EDITS = 200;

export interface RepairCommands {
  /** What of a stopped document can be typed right. Reads the document anew. */
  'repair.form': { ask: DocumentRef; reply: RepairForm };
  /** Keeps what was typed, each where its scope says; sends nothing. */
  repair: { ask: DocumentRef & { readonly edits: readonly RepairEdit[] }; reply: RepairReply };
  /**
   * Sends the document while iFirma's accounting month is moved, and moves it back: only from and to the months that the person was
   * told.
   */
  'send.month': {
    ask: DocumentRef & { readonly from: YearMonth; readonly to: YearMonth };
    reply: OrderView;
  };
  /** What was sent and answered, for the maker of a bug report; no key, no signature. null: nothing is kept of it. */
  exchange: { ask: DocumentRef; reply: { readonly text: string } | null };
}
