/**
 * The panel's lists, as far as somebody asks: pages of a hundred, newest first, each read once. What is further back than the pages
 * that are worth reading is not found here.
 */
import type { SellasistClient } from '../../sellasist/client';
import type { Result } from '../../sellasist/problem';
import type { DocumentRowWire, OrderRowWire } from '../../sellasist/wire';

export interface LookUp {
  /** The row of the list of orders; of one that is further back, what the order itself says. null: the panel has none; undefined: too many were asked for. */
  order(id: string): Promise<Result<OrderRowWire | null | undefined>>;
  /** The first row of the list of sale documents that fits. */
  document(fits: (row: DocumentRowWire) => boolean): Promise<Result<DocumentRowWire | null>>;
  /** The same of the list of corrections. */
  correction(fits: (row: DocumentRowWire) => boolean): Promise<Result<DocumentRowWire | null>>;
}

const PAGE = 100;
const MOST_ORDER_PAGES = 5;
const MOST_DOCUMENT_PAGES = 5;
/** A person waits for the plan, and each is a request of its own. */
const MOST_SINGLE = 20;

export function createLookUp(sellasist: Pick<SellasistClient, 'order' | 'orders' | 'documents'>): LookUp {
  const orders = pagesOf(MOST_ORDER_PAGES, (offset) => sellasist.orders({ limit: PAGE, offset, confirmed: false }));
  const documents = pagesOf(MOST_DOCUMENT_PAGES, (offset) => sellasist.documents({ limit: PAGE, offset }));
  const corrections = pagesOf(MOST_DOCUMENT_PAGES, (offset) =>
    sellasist.documents({ limit: PAGE, offset, type: 'correct' }),
  );
  let single = 0;

  return {
    document: documents,
    correction: corrections,
    async order(id) {
      const listed = await orders((row) => row.id === id);
      if (!listed.ok || listed.value !== null) return listed;
      if (single >= MOST_SINGLE) return { ok: true, value: undefined };
      single += 1;
      const read = await sellasist.order(id);
      if (read.ok || read.problem.kind !== 'not-found') return read;
      return { ok: true, value: null };
    },
  };
}

function pagesOf<Row extends { readonly id: string }>(
  most: number,
  read: (offset: number) => Promise<Result<readonly Row[]>>,
) {
  const rows = new Map<string, Row>();
  let pages = 0;
  let ended = false;

  return async (fits: (row: Row) => boolean): Promise<Result<Row | null>> => {
    for (;;) {
      for (const row of rows.values()) if (fits(row)) return { ok: true, value: row };
      if (ended || pages >= most) return { ok: true, value: null };
      const answer = await read(pages * PAGE);
      if (!answer.ok) return answer;
      pages += 1;
      const before = rows.size;
      for (const row of answer.value) if (!rows.has(row.id)) rows.set(row.id, row);
      // A full page without anything new comes from a list that ignores `offset`.
      ended = answer.value.length < PAGE || rows.size === before;
    }
  };
}
