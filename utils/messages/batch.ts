/** Sending many at once: what the bar `iFirma – zaznaczone` and the room `Nie wysłane` ask for, and what they are shown. */
import type { IsoDate } from '../invoice/document';
import type { Reason } from '../invoice/finding';
import type { Language } from './base';
import type { DocumentRef, DocumentView, OrderView } from './document';

/** What would become of the selected rows; nothing was written. */
export interface BatchPlan {
  /** Oldest issue date first, as far as it is known. */
  readonly toSend: readonly DocumentRef[];
  /** How many of those to send are corrections. */
  readonly corrections: number;
  /** The panel's own number of each of these, by key, where it is known: a list that shows another one is of something else. */
  readonly numbers: Readonly<Record<string, string>>;
  /** What is known to keep a document from being sent, without sending it. */
  readonly attention: readonly DocumentView[];
  /** How many are in iFirma, or on their way there. */
  readonly already: number;
  /** How many of the selected documents are neither invoices nor corrections. */
  readonly others: number;
}

/** How far a batch is, worked out from its transfers. The five counts and `attention` make up `total`. */
export interface BatchView {
  readonly id: string;
  readonly total: number;
  /** Their turn has not come. */
  readonly waiting: number;
  /** Being sent, or booked and still to be finished. */
  readonly underWay: number;
  /** Booked. */
  readonly sent: number;
  /** Nobody knows yet whether they are booked; they are being looked up in iFirma. */
  readonly uncertain: number;
  /** Taken out of the queue by `Anuluj`, or skipped by a person. */
  readonly withdrawn: number;
  /** Those that need a person. */
  readonly attention: readonly DocumentView[];
  /** How many have their place in the queue: nothing begins before all have. */
  readonly placed: number;
  readonly paused: boolean;
  readonly cancelled: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds; null: it goes on. */
  readonly endedAt: number | null;
  /** Milliseconds, at the pace of its last documents; null: nothing is known of its pace. */
  readonly timeLeft: number | null;
  /** Why nothing of it is begun at present, though it is not paused. */
  readonly waitsFor: Reason | null;
}

export interface BatchState {
  readonly language: Language;
  readonly mode: OrderView['mode'];
  /** null: nothing is being sent together, and no summary waits to be read. */
  readonly batch: BatchView | null;
}

/** `panel` null: the one whose page speaks, which can name no other; our own pages name one. */
interface OfPanel {
  readonly panel: string | null;
}

export interface BatchCommands {
  'batch.plan': {
    ask: OfPanel & { readonly orderIds: readonly string[]; readonly documentIds: readonly string[] };
    reply: BatchPlan;
  };
  /** Added to the panel's batch where one is going on. An order of null: it is read from the document. */
  'batch.start': { ask: OfPanel & { readonly documents: readonly DocumentRef[] }; reply: BatchState };
  'batch.state': { ask: OfPanel; reply: BatchState };
  /** What is under way ends; nothing further is begun, whatever is restarted meanwhile. */
  'batch.pause': { ask: OfPanel; reply: BatchState };
  'batch.resume': { ask: OfPanel; reply: BatchState };
  /** What waits leaves the queue; what was sent stays. */
  'batch.cancel': { ask: OfPanel; reply: BatchState };
  /** The summary was read; nothing happens while the batch goes on. */
  'batch.close': { ask: OfPanel; reply: BatchState };
}

export interface UnsentRow {
  readonly document: DocumentView;
  /** Of issue; of an order without a document the day on which it was placed. */
  readonly date: IsoDate;
}

/** A part of the search for what is not in iFirma: whoever asks goes on with `next`, and stops by asking no more. */
export interface UnsentPart {
  readonly rows: readonly UnsentRow[];
  /** How many of the panel's documents and orders this part has looked at. */
  readonly looked: number;
  /** null: everything of the period was looked at. */
  readonly next: UnsentCursor | null;
  /** The panel takes no request before (epoch milliseconds); 0: go on at once. */
  readonly notBefore: number;
}

/** Where the search stands: in which list, at which of its rows, and how many of the last rows in succession were too old. */
export interface UnsentCursor {
  readonly list: 'documents' | 'corrections' | 'orders';
  readonly at: number;
  readonly old: number;
}

export interface UnsentCommands {
  /** Both days are included. `cursor` null: from the beginning. */
  unsent: {
    ask: { readonly panel: string; readonly from: IsoDate; readonly to: IsoDate; readonly cursor: UnsentCursor | null };
    reply: UnsentPart;
  };
}
