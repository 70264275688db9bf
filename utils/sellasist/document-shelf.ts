/** The panel's documents as far as one search has seen them: pages of the list, details, and what the cache knew of both. */
import { addDays } from '../invoice/dates';
import type { Grosze, IsoDate } from '../invoice/document';
import type { SellasistClient } from './client';
import { type DocumentKind, kindOf } from './kind';
import type { Failure } from './problem';
import type { DocumentRowWire, DocumentWire } from './wire';

/** What a document's detail said, worth keeping. Whatever is here can be read from the panel again. */
export interface KnownDocument {
  readonly documentId: string;
  readonly orderId: string | null;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly seriesId: string | null;
  /** null: not known. */
  readonly issueDate: IsoDate | null;
  /** null: it cannot be read; absent in what an older version has kept. */
  readonly total?: Grosze | null;
  /** Empty: the panel does not say. */
  readonly currency?: string;
}

export interface FoundDocument extends KnownDocument {
  /** The detail where this search read it; null where the cache knew enough. */
  readonly wire: DocumentWire | null;
}

/** The documents of one panel that are known already. */
export interface DocumentCache {
  get(ids: readonly string[]): Promise<readonly KnownDocument[]>;
  put(rows: readonly KnownDocument[]): Promise<unknown>;
}

export interface DocumentShelf {
  /** Reads the next page of the list. */
  page(): Promise<Failure | null>;
  hasMore(): boolean;
  /** Reads a document's detail, unless it is known. */
  read(id: string): Promise<Failure | null>;
  /** Whether the detail was asked for, whatever came of it. */
  wasTried(id: string): boolean;
  /** Ids of the documents whose detail was answered, and could not be understood. */
  unreadable(): readonly string[];
  known(): readonly FoundDocument[];
  /**
   * Invoices and receipts whose order is not known, newest first, down to where everything is older than the order.
   * `reachesEnd`: the pages read so far go down to there, or to the end of the list.
   */
  unread(orderDate: IsoDate | null): { readonly rows: readonly DocumentRowWire[]; readonly reachesEnd: boolean };
  /** Puts what was learnt into the cache. */
  keep(): Promise<void>;
}

const PAGE = 100;
/** Issue dates are set by hand; a document that is dated this long before the order was not made after it. */
const BACKDATED_DAYS = 31;
/** This many in succession, so that one odd date does not end a search. */
const OLD_IN_SUCCESSION = 3;

export function documentShelf(
  client: Pick<SellasistClient, 'document' | 'documents'>,
  cache: DocumentCache,
  mostPages: number,
): DocumentShelf {
  const rows = new Map<string, DocumentRowWire>();
  const known = new Map<string, FoundDocument>();
  const learnt = new Map<string, KnownDocument>();
  const tried = new Set<string>();
  const gone = new Set<string>();
  const unreadable = new Set<string>();
  let pagesRead = 0;
  let ended = false;

  return {
    async page() {
      const answer = await client.documents({ limit: PAGE, offset: pagesRead * PAGE });
      if (!answer.ok) return answer;
      pagesRead += 1;
      const fresh = answer.value.filter((row) => !rows.has(row.id));
      for (const row of fresh) rows.set(row.id, row);
      // A full page without anything new comes from a list that ignores `offset`: it has no end to reach.
      if (answer.value.length < PAGE) ended = true;
      else if (fresh.length === 0) pagesRead = mostPages;
      const ids = fresh.filter(mayBelong).map((row) => row.id);
      for (const row of ids.length === 0 ? [] : await cache.get(ids)) known.set(row.documentId, { ...row, wire: null });
      return null;
    },

    hasMore: () => !ended && pagesRead < mostPages,

    async read(id) {
      if (known.has(id) || tried.has(id)) return null;
      tried.add(id);
      const answer = await client.document(id);
      if (answer.ok) {
        const document = knownOf(answer.value);
        learnt.set(id, document);
        known.set(id, { ...document, wire: answer.value });
        return null;
      }
      // One document that cannot be read must not hide all the others.
      switch (answer.problem.kind) {
        case 'not-found':
          gone.add(id);
          return null;
        case 'unreadable':
          unreadable.add(id);
          return null;
        default:
          return answer;
      }
    },

    wasTried: (id) => tried.has(id),

    unreadable: () => [...unreadable],

    known: () => [...known.values()],

    unread(orderDate) {
      const tooOld = orderDate === null ? '' : addDays(orderDate, -BACKDATED_DAYS);
      const unread: DocumentRowWire[] = [];
      let old = 0;
      for (const row of rows.values()) {
        if (!mayBelong(row) || gone.has(row.id)) continue;
        const document = known.get(row.id);
        if (document === undefined) unread.push(row);
        old = document?.issueDate != null && document.issueDate < tooOld ? old + 1 : 0;
        if (old === OLD_IN_SUCCESSION) return { rows: unread, reachesEnd: true };
      }
      return { rows: unread, reachesEnd: ended };
    },

    async keep() {
      if (learnt.size > 0) await cache.put([...learnt.values()]);
    },
  };
}

/** A row without any word on its kind is looked at; its detail may have one. */
function mayBelong(row: DocumentRowWire): boolean {
  const kind = kindOf(row);
  return kind === 'invoice' || kind === 'receipt' || (row.type === '' && row.subtype === '');
}

/** What is worth keeping of a detail. */
export function knownOf(document: DocumentWire): KnownDocument {
  return {
    documentId: document.id,
    orderId: document.order_id,
    kind: kindOf(document),
    number: document.number === '' ? document.custom_number : document.number,
    seriesId: document.series_id ?? document.series.id,
    issueDate: document.issue_date,
    total: document.total,
    currency: document.currency.trim().toUpperCase(),
  };
}
