/**
 * The documents of an order (sellasist-api 9.7). The list does not say which order a document belongs to, so a document
 * counts only once its detail has named the order; what was learnt is kept in a cache.
 */
import type { SellasistClient } from './client';
import { type DocumentCache, documentShelf, type FoundDocument, type KnownDocument } from './document-shelf';
import type { Failure, Result } from './problem';
import { isReceiptNumber, sameNumber } from './signs';
import type { OrderWire } from './wire';

export type { DocumentCache, FoundDocument, KnownDocument } from './document-shelf';

export interface DocumentsOfOrder {
  /** Invoices of the order, newest first. */
  readonly invoices: readonly FoundDocument[];
  /** Receipts of the order: never sent as invoices, and a reason not to issue one (design: one sale, one invoice). */
  readonly receipts: readonly FoundDocument[];
  /**
   * Every invoice and receipt that may belong to the order was looked at. While false, what was not found may still be
   * there; a later call goes on where this one stopped.
   */
  readonly complete: boolean;
  /** Ids of documents that the panel gave, and that could not be understood. */
  readonly unreadable: readonly string[];
}

export interface DocumentsOfOrderAsked {
  readonly client: Pick<SellasistClient, 'document' | 'documents' | 'orderLogs'>;
  readonly order: Pick<OrderWire, 'id' | 'date' | 'document_number'>;
  readonly cache: DocumentCache;
  /** Most details read in a search for a document that nothing points at. */
  readonly details?: number;
  /** Most pages of the list. */
  readonly pages?: number;
}

/** A problem says that the documents are not known, never that there are none. */
export async function documentsOfOrder(asked: DocumentsOfOrderAsked): Promise<Result<DocumentsOfOrder>> {
  const { client, order, cache, details = 20, pages = 5 } = asked;
  const shelf = documentShelf(client, cache, pages);
  const mine = (): readonly FoundDocument[] => shelf.known().filter((document) => document.orderId === order.id);

  async function search(): Promise<Failure | null> {
    const first = await shelf.page();
    return first ?? (await byNumber()) ?? (await byLog()) ?? (await oneByOne());
  }

  /** The order names its document. A receipt's number is the fiscal one there, which the list does not have. */
  async function byNumber(): Promise<Failure | null> {
    const number = order.document_number;
    if (number === '') return null;
    for (;;) {
      const { rows, reachesEnd } = shelf.unread(order.date);
      for (const row of rows.filter((candidate) => sameNumber(candidate.number, number))) {
        const problem = await shelf.read(row.id);
        if (problem !== null) return problem;
      }
      if (mine().length > 0 || isReceiptNumber(number) || reachesEnd || !shelf.hasMore()) return null;
      const problem = await shelf.page();
      if (problem !== null) return problem;
    }
  }

  /** The log is a hint: its ids may be those of the old module, so the detail decides (sellasist-api 9.1). */
  async function byLog(): Promise<Failure | null> {
    if (mine().length > 0) return null;
    const logs = await client.orderLogs(order.id);
    if (!logs.ok) return isOptional(logs) ? null : logs;
    const ids = logs.value.flatMap((log) =>
      log.order_id === order.id && log.object_id !== null ? [log.object_id] : [],
    );
    for (const id of [...new Set(ids)].slice(0, MOST_HINTS)) {
      const problem = await shelf.read(id);
      if (problem !== null) return problem;
    }
    return null;
  }

  async function oneByOne(): Promise<Failure | null> {
    let left = details;
    while (!mine().some((document) => document.kind === 'invoice')) {
      const { rows, reachesEnd } = shelf.unread(order.date);
      const next = rows.find((row) => !shelf.wasTried(row.id));
      if (next === undefined && (reachesEnd || !shelf.hasMore())) return null;
      if (next !== undefined && left === 0) return null;
      if (next !== undefined) left -= 1;
      const problem = next === undefined ? await shelf.page() : await shelf.read(next.id);
      if (problem !== null) return problem;
    }
    return null;
  }

  const problem = await search();
  await shelf.keep();
  if (problem !== null) return problem;
  const { rows, reachesEnd } = shelf.unread(order.date);
  const found = mine().toSorted(newestFirst);
  return {
    ok: true,
    value: {
      invoices: found.filter((document) => document.kind === 'invoice'),
      receipts: found.filter((document) => document.kind === 'receipt'),
      complete: reachesEnd && rows.length === 0,
      unreadable: shelf.unreadable(),
    },
  };
}

/** More documents than that one order does not have; a log that says so is not about this order. */
const MOST_HINTS = 5;

/** A panel that gives no log, by its rights or otherwise, still has its documents. */
function isOptional({ problem }: Failure): boolean {
  return ['forbidden', 'http', 'business', 'unreadable', 'redirect'].includes(problem.kind);
}

/** Ids are numbers of any length. */
function newestFirst(a: KnownDocument, b: KnownDocument): number {
  const byLength = b.documentId.length - a.documentId.length;
  return byLength !== 0 ? byLength : b.documentId < a.documentId ? -1 : 1;
}
