/** `Zamknięcie miesiąca`: what the room asks for, part after part, and puts together itself. Of our own pages only. */
import type {
  MonthDocument,
  MonthInvoice,
  MonthTransfer,
  ReadDocument,
  ReadInvoice,
  YearMonth,
} from '../invoice/month-end/types';

/** How many single documents of each service one part may be asked for. */
export const MOST_MONTH_LOOKS = 100;

interface OfMonth {
  readonly accountId: string;
  readonly month: YearMonth;
}

/** What every part says: whoever asks goes on with `next`, and stops by asking no more. */
interface Part<Next> {
  /** null: that was the last part. */
  readonly next: Next | null;
  /** The service takes no request before (epoch milliseconds); 0: go on at once. */
  readonly notBefore: number;
}

/** Where the reading of the panel stands: in which list, at which row, and how many of the last rows in succession were too old. */
export interface MonthCursor {
  readonly list: 'documents' | 'corrections';
  readonly at: number;
  readonly old: number;
}

export interface MonthPanelPart extends Part<MonthCursor> {
  readonly rows: readonly MonthDocument[];
  /** How many of the panel's documents this part has looked at. */
  readonly looked: number;
  /** Documents whose answer nobody understands: whether they are of the month is not known. */
  readonly unreadable: readonly string[];
}

export interface MonthIfirmaPart extends Part<number> {
  readonly invoices: readonly MonthInvoice[];
}

export interface MonthLedgerPart extends Part<number> {
  readonly booked: readonly MonthTransfer[];
}

export interface MonthLookPart {
  readonly readInvoices: readonly ReadInvoice[];
  readonly readDocuments: readonly ReadDocument[];
  readonly notBefore: number;
}

export interface MonthEndCommands {
  /** The panel's documents of the month. What was read before `asOf` (epoch milliseconds) is read again. */
  'month-end.panel': {
    ask: OfMonth & { readonly asOf: number; readonly cursor: MonthCursor | null };
    reply: MonthPanelPart;
  };
  /** One page of iFirma's list of the month, from 1, with what the ledger knows of its rows. */
  'month-end.ifirma': { ask: OfMonth & { readonly page: number }; reply: MonthIfirmaPart };
  /** What the ledger calls booked in the month, newest change first. Asks neither service. */
  'month-end.ledger': { ask: OfMonth & { readonly before: number | null }; reply: MonthLedgerPart };
  /** Single documents, as many of them as fit into a part. */
  'month-end.look': {
    ask: {
      readonly accountId: string;
      readonly invoices: readonly string[];
      readonly documents: readonly string[];
    };
    reply: MonthLookPart;
  };
}
