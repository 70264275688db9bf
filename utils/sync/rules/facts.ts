/** What rules remember, over every death of the worker. */
import type { IsoDate } from '../../invoice/document';
import type { Reason } from '../../invoice/finding';
import type { RuleEvent } from '../../invoice/rules/decide';
import { emptyRuleSet, type RuleSet } from '../../invoice/rules/rule';
import { type Fact, fact } from '../../store/facts';
import type { Store } from '../../store/open';

export function ruleSetOf(panel: string): Fact<RuleSet> {
  return fact<RuleSet>(`rules.set:${panel}`, 1);
}

export async function storedSet({ facts }: Pick<Store, 'facts'>, panel: string): Promise<RuleSet> {
  return (await facts.get(ruleSetOf(panel))) ?? emptyRuleSet(panel);
}

/** Something has happened, and what rules make of it is not decided yet. It stays until that is stored elsewhere. */
export interface Happening {
  readonly event: RuleEvent;
  /** null: a document without an order. */
  readonly orderId: string | null;
  /** Of a document. */
  readonly documentId: string | null;
  readonly documentNumber: string | null;
  /** The order's status when it was noticed in the list of orders; absent: it was noticed otherwise. */
  readonly statusId?: string | null;
  /** It was left to another computer, which may have done it. */
  readonly stoodBy?: true;
  /** When it was noticed. Epoch milliseconds. */
  readonly at: number;
  /** How often its order was asked for in vain. */
  readonly tries: number;
  /** Epoch milliseconds before which it is not asked for again. */
  readonly notBefore: number;
}

/** How an order stood when it was last seen. */
export type Seen = readonly [statusId: string | null, isPaid: 0 | 1, date: IsoDate | null];

/** One record a panel. How the orders stood and what has happened since are written together, so neither is ever ahead of the other. */
export interface OrdersNews {
  /** By order; null: not all of them were looked at once yet. */
  readonly seen: Readonly<Record<string, Seen>> | null;
  /** When all of them were looked at last. Epoch milliseconds, as are the next three. */
  readonly sweptAt: number;
  readonly lookedAt: number;
  readonly next: number;
  readonly pending: readonly Happening[];
  /** Why the last look saw nothing. */
  readonly problem: Reason | null;
}

export const NO_ORDERS: OrdersNews = { seen: null, sweptAt: 0, lookedAt: 0, next: 0, pending: [], problem: null };

export function ordersNewsOf(panel: string): Fact<OrdersNews> {
  return fact<OrdersNews>(`rules.orders:${panel}`, 1);
}

/** Documents that were issued. */
export interface DocumentsNews {
  readonly pending: readonly Happening[];
  /** Those that were noticed last: whoever finds them keeps telling of them until they are decided elsewhere as well. */
  readonly recent: readonly string[];
}

export const NO_DOCUMENTS: DocumentsNews = { pending: [], recent: [] };

/** It is there while rules ask for documents: since then what a panel issues is news. */
export function documentsNewsOf(panel: string): Fact<DocumentsNews> {
  return fact<DocumentsNews>(`rules.documents:${panel}`, 1);
}
