/** The log as its room shows it: a page at a time, never searched further at once than a person waits for. */
import type { DocumentKey, IsoDate } from '../invoice/document';
import type { Finding, Reason } from '../invoice/finding';
import type { KsefStanding } from '../invoice/ksef';
import type { LogEvent, Step, Transfer, TransferState } from '../invoice/transfer';

/** What is shown of the log; null and empty: everything. */
export interface LogFilter {
  readonly accountId: string | null;
  readonly state: TransferState | null;
  readonly kind: Transfer['kind'] | null;
  /** Days in Europe/Warsaw, both included. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Looked for in numbers, orders and figures of an entry. */
  readonly text: string;
  /** Codes of reasons, findings and events whose words contain the text: the sentences are known to the view alone. */
  readonly codes: readonly string[];
}

/** A place in the log, which is in order of time and then of writing. */
export interface LogCursor {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly id: number;
}

export interface LogRow {
  readonly id: number;
  /** Epoch milliseconds: when the attempt ended. */
  readonly at: number;
  readonly accountId: string;
  readonly panel: string;
  readonly key: DocumentKey;
  readonly kind: Transfer['kind'];
  /** null: of a document without an order, or one that the ledger does not know any more. */
  readonly orderId: string | null;
  readonly documentNumber: string | null;
  readonly event: LogEvent;
  readonly step: Step;
  readonly state: TransferState | 'unsent';
  /** iFirma's number. */
  readonly number: string | null;
  readonly reason: Reason | null;
  readonly findings: readonly Finding[];
  /** Of an event of KSeF: how far the document is there. */
  readonly ksef?: KsefStanding;
  /** Milliseconds. */
  readonly ms: number;
}

/** A part of the log, newest first: whoever wants more asks with `next`, and stops by asking no more. */
export interface LogPage {
  readonly rows: readonly LogRow[];
  /** How many entries this part has looked at; at most `LOG_LOOKS`. */
  readonly looked: number;
  /** When the last entry that was looked at was written (epoch milliseconds); null: none was. */
  readonly back: number | null;
  /** null: everything was looked at. */
  readonly next: LogCursor | null;
}

/** One transfer from its first entry on, oldest first. */
export interface LogStory {
  readonly entries: readonly LogRow[];
  /** There are older entries than are shown, or they were removed. */
  readonly isCut: boolean;
  /** null: the ledger has no transfer of this document any more. */
  readonly now: Pick<Transfer, 'state' | 'orderId' | 'documentNumber' | 'number' | 'kind'> | null;
}

/** How long entries are kept; null: without end. */
export interface LogRetention {
  readonly days: (typeof LOG_DAYS)[number] | null;
  readonly entries: (typeof LOG_ENTRIES)[number] | null;
}

export const LOG_DAYS = [90, 365, 730, 1_825] as const;
export const LOG_ENTRIES = [10_000, 50_000, 100_000, 500_000] as const;

export interface LogKept {
  readonly retention: LogRetention;
  /** How many entries there are. */
  readonly count: number;
}

/** So many entries one message looks at, at most. */
export const LOG_LOOKS = 2_000;
/** So many rows one message answers with, at most. */
export const LOG_ROWS = 500;

export interface LogCommands {
  /** `before` null: from the newest on. */
  'log.page': {
    ask: { readonly filter: LogFilter; readonly before: LogCursor | null; readonly limit: number };
    reply: LogPage;
  };
  'log.story': { ask: { readonly panel: string; readonly key: DocumentKey }; reply: LogStory };
  'log.kept': { ask: Record<never, never>; reply: LogKept };
  /** What is too old, or too much, goes in the background. */
  'log.keep': { ask: { readonly retention: LogRetention }; reply: LogKept };
}
