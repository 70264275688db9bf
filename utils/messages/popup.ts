/** What the popup asks for beyond a single document: what waits grouped by its cause, a search, and a word when many were sent. */
import type { Reason } from '../invoice/finding';
import type { Language } from './base';
import type { DocumentView, ListPage } from './document';

/** What may be done to all documents of a cause. */
export type GroupAction = 'resend' | 'skip';

/** Documents that wait for a person for the same cause. */
export interface ErrorGroup {
  /** One short code; `texts/causes.ts` words it. */
  readonly cause: string;
  readonly count: number;
  /** The newest of them. */
  readonly rows: readonly DocumentView[];
  /** Pass it to `errors` with the cause to get those after `rows`; null: these are all. */
  readonly next: number | null;
  /** As far as `rows` tell; empty while nothing may be done. */
  readonly actions: readonly GroupAction[];
}

export interface ErrorGroups {
  readonly language: Language;
  /** By their newest member, newest first. */
  readonly groups: readonly ErrorGroup[];
  /** Of all causes. */
  readonly total: number;
  /** How many further causes there are that are not shown. */
  readonly moreCauses: number;
}

/** Why a document of a cause was left as it is. */
export type LeftWhy =
  /** A person has to say first that it is no second invoice, or which reading is right. */
  | 'overrule'
  /** Whether it is booked is not known: never sent again with many, and never skipped. */
  | 'uncertain'
  /** It is booked, or may be: it cannot be skipped. */
  | 'booked'
  /** Its order is held by another document. */
  | 'taken'
  /** It was sent, mended or skipped meanwhile. */
  | 'moved'
  /** Its account is gone. */
  | 'account-gone'
  /** In its panel Mostek only looks. */
  | 'erplink';

/** What a command about all documents of a cause came to. */
export interface ManyDone {
  /** Queued, or skipped. */
  readonly done: number;
  readonly left: readonly { readonly why: LeftWhy; readonly count: number }[];
  /** Not looked at: one press does so many at most. */
  readonly remaining: number;
  /** What ended it early; null: nothing did. */
  readonly stopped: Reason | null;
}

export interface SearchFound {
  readonly rows: readonly DocumentView[];
  readonly hasMore: boolean;
  /** Only so many of the newest were looked through; null: all. */
  readonly stoppedAfter: number | null;
}

/** `panel` null: of every panel. */
interface OfPanel {
  readonly panel: string | null;
}

export interface PopupCommands {
  'error.groups': { ask: OfPanel; reply: ErrorGroups };
  /** Transfers that need a person, newest first; of one cause where that is named. `before`: cursor of the page before, null for the first. */
  errors: { ask: { readonly before: number | null } & Partial<OfPanel & { readonly cause: string }>; reply: ListPage };
  recent: { ask: { readonly before: number | null } & Partial<OfPanel>; reply: ListPage };
  /** What is being sent and what waits, in the order in which it is taken up. */
  queue: { ask: { readonly before: number | null } & Partial<OfPanel>; reply: ListPage };
  /** Queues all of a cause as they stand then, behind whatever a person sends one by one. */
  'resend.cause': { ask: OfPanel & { readonly cause: string }; reply: ManyDone };
  'skip.cause': { ask: OfPanel & { readonly cause: string; readonly why: string }; reply: ManyDone };
  /** By the number of an order, of a document, or of iFirma. Asks nobody outside. */
  search: { ask: OfPanel & { readonly text: string }; reply: SearchFound };
  /** Whether a notification tells when many that were sent together are done. */
  'notify.get': { ask: Record<never, never>; reply: boolean };
  'notify.set': { ask: { readonly on: boolean }; reply: null };
}
