/** What `Automatyczne wysyłanie faktur` remembers, over every death of the worker. */
import type { IsoDate } from '../../invoice/document';
import type { Reason } from '../../invoice/finding';
import { type Fact, fact } from '../../store/facts';

/** The lists of a panel that show new documents. */
export type NewsList = 'sale' | 'correct';

/** How far one of the panel's lists was read. */
export interface Watched {
  /** The newest id that it ever showed; null: it was not read yet, or was empty. */
  readonly upTo: string | null;
  /** The newest of the ids that it showed, newest first: one between them that it shows later is news as well. */
  readonly recent: readonly string[];
}

/** Found, and not decided yet. It stays here until what becomes of it is stored elsewhere. */
export interface Found {
  readonly id: string;
  /** When it was found. Epoch milliseconds. */
  readonly at: number;
  /** How often its detail was asked for in vain. */
  readonly tries: number;
  /** Epoch milliseconds before which it is not asked for again. */
  readonly notBefore: number;
  /** What the list said of one that is no invoice: its detail is not needed. */
  readonly left?: { readonly code: 'auto-receipt' | 'auto-other-kind'; readonly number: string };
  /** Met on the way down to the first day: it was there before anybody switched anything on. */
  readonly walked?: true;
  /** Of a correction: the id of the document that it corrects, as its detail says; empty: none. */
  readonly corrects?: string;
}

/** On the way down the lists to the first day that somebody asked for. */
export interface Walk {
  readonly list: NewsList;
  /** So many of its rows were read. */
  readonly at: number;
  /** The last ones that may be invoices or corrections. */
  readonly last: readonly string[];
  readonly from: IsoDate;
}

/** One record a panel. What was found and how far was read are written together, so neither is ever ahead of the other. */
export interface PanelNews {
  readonly sale: Watched;
  readonly correct: Watched;
  /** The newest id of the change log. */
  readonly logUpTo: string | null;
  readonly walk: Walk | null;
  readonly pending: readonly Found[];
  /** When each was read last; 0: never. Epoch milliseconds. */
  readonly saleAt: number;
  readonly correctAt: number;
  readonly logAt: number;
  /** The log knew a document that the list did not show: until then it is asked each time. Epoch milliseconds. */
  readonly doubtUntil: number;
  /** When it was looked last, and when it is looked again. Epoch milliseconds. */
  readonly lookedAt: number;
  readonly next: number;
  /** Why the last look saw nothing. */
  readonly problem: Reason | null;
}

const UNREAD: Watched = { upTo: null, recent: [] };

export const NO_NEWS: PanelNews = {
  sale: UNREAD,
  correct: UNREAD,
  logUpTo: null,
  walk: null,
  pending: [],
  saleAt: 0,
  correctAt: 0,
  logAt: 0,
  doubtUntil: 0,
  lookedAt: 0,
  next: 0,
  problem: null,
};

export function newsOf(panel: string): Fact<PanelNews> {
  return fact<PanelNews>(`auto.news:${panel}`, 1);
}

/** Since when, and from which documents on, an account sends by itself. */
export interface AutoStart {
  /** What the settings said; another answer is another start. */
  readonly asked: IsoDate | null;
  /** What is dated before is left out. */
  readonly from: IsoDate;
  /** By list: what is no newer was there before; null: the date alone counts. */
  readonly floor: Readonly<Record<NewsList, string | null>> | null;
  /** Epoch milliseconds. */
  readonly since: number;
  /** Which of two computers goes on (`sign.ts`). */
  readonly term: number;
}

export function startOf(accountId: string): Fact<AutoStart> {
  return fact<AutoStart>(`auto.start:${accountId}`, 1);
}

/** Another computer sends the account's documents by itself, so this one stands by. */
export interface Elsewhere {
  readonly computer: string;
  /** For people. */
  readonly name: string;
  readonly term: number;
  /** When it wrote the last sign that was met here, as it says itself; never later than it was met. Epoch milliseconds. */
  readonly at: number;
}

export function elsewhereOf(accountId: string): Fact<Elsewhere> {
  return fact<Elsewhere>(`auto.elsewhere:${accountId}`, 1);
}

/** Another computer works although this one is to: until then (epoch milliseconds) it is looked more often. */
export function rivalOf(accountId: string): Fact<number> {
  return fact<number>(`auto.rival:${accountId}`, 1);
}
