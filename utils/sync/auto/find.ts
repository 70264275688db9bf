/**
 * New documents of a panel, by two ways that may both lie (sellasist-api 9.3, 10): its lists of documents, and the change log of its orders. A
 * list is read from the top down to what was seen before; what appears later between the ids that it has shown is news as well. What the
 * log knows and the list did not show is found all the same, and for a while the log is asked each time.
 */
import type { SellasistClient } from '../../sellasist/client';
import { kindOf } from '../../sellasist/kind';
import type { SellasistProblem } from '../../sellasist/problem';
import type { DocumentRowWire } from '../../sellasist/wire';
import type { Found, NewsList, PanelNews, Watched } from './facts';
import { isId, isNewer, newestFirst, newestOf } from './ids';

export type Reader = Pick<SellasistClient, 'documents' | 'newInvoices'>;

/** Rows of a page: some hours of a busy shop. */
const PAGE = 50;
/** More than a minute's limit does not hold: what lies further down is walked to (`walk.ts`). */
const MOST_PAGES = 40;
const MOST_RECENT = 300;
/** So long the log is asked each time once it knew more than the list. */
const DOUBT_MS = 3_600_000;

export type Read =
  /** `isCut`: there is more news further down the list. */
  | { readonly ok: true; readonly news: PanelNews; readonly isCut?: boolean }
  /** Nothing of it is kept: what was not read to its end is read anew. */
  | { readonly ok: false; readonly problem: SellasistProblem | 'no-room' };

/** @param mayAsk asked before each request. */
export async function readList(
  client: Reader,
  news: PanelNews,
  list: NewsList,
  now: number,
  mayAsk: () => Promise<boolean>,
): Promise<Read> {
  const watched = news[list];
  const rows = new Map<string, DocumentRowWire>();
  let isCut = true;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    if (!(await mayAsk())) return { ok: false, problem: 'no-room' };
    const answer = await client.documents({ type: list, limit: PAGE, offset: page * PAGE });
    if (!answer.ok) return answer;
    const fresh = answer.value.filter(({ id }) => isId(id) && !rows.has(id));
    for (const row of fresh) rows.set(row.id, row);
    const last = answer.value.at(-1);
    // Without anything new it is a list that ignores `offset`, or one in another order.
    const isNew = fresh.some(({ id }) => isNews(watched, id));
    const isEnd = last === undefined || answer.value.length < PAGE || !isId(last.id);
    if (watched.upTo === null || isEnd || !isNew || !isNews(watched, last.id)) {
      isCut = false;
      break;
    }
  }
  const found = [...rows.values()]
    .filter(({ id }) => isNews(watched, id) && !isPending(news, id))
    .map((row): Found => ({ ...foundAt(row.id, now), ...leftAt(row, list) }));
  const at = list === 'sale' ? { saleAt: now } : { correctAt: now };
  return {
    ok: true,
    news: { ...news, ...at, [list]: withIds(watched, [...rows.keys()]), pending: [...news.pending, ...found] },
    isCut,
  };
}

/** The ids that the log names may be those of the old module (sellasist-api 9.1): the detail decides. */
export async function readLog(
  client: Reader,
  news: PanelNews,
  now: number,
  mayAsk: () => Promise<boolean>,
): Promise<Read> {
  const { logUpTo } = news;
  const ids: string[] = [];
  let newest = logUpTo;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    if (!(await mayAsk())) return { ok: false, problem: 'no-room' };
    const answer = await client.newInvoices({ limit: PAGE, offset: page * PAGE });
    if (!answer.ok) return answer;
    const entries = answer.value.filter(
      ({ id }) => id !== null && isId(id) && (logUpTo === null || isNewer(id, logUpTo)),
    );
    const before = newest;
    newest = newestOf([newest, ...entries.map(({ id }) => id)]);
    ids.push(...entries.flatMap(({ object_id: id }) => (id !== null && isId(id) ? [id] : [])));
    // The first reading only says where it stands, and has seen a page of what the lists say as well.
    if (logUpTo === null || entries.length < PAGE || newest === before) break;
  }
  const unknown = [...new Set(ids)].filter((id) => isNews(news.sale, id) && !isPending(news, id));
  const doubtUntil = unknown.length === 0 ? news.doubtUntil : now + DOUBT_MS;
  return { ok: true, news: { ...withFound(news, unknown, now), logUpTo: newest ?? '0', logAt: now, doubtUntil } };
}

/** Sale documents that were met elsewhere than in their list: once it shows them, they are no news. */
export function withFound(news: PanelNews, ids: readonly string[], now: number): PanelNews {
  const pending = [...news.pending, ...ids.map((id) => foundAt(id, now))];
  return { ...news, sale: withIds(news.sale, ids), pending };
}

export function foundAt(id: string, now: number): Found {
  return { id, at: now, tries: 0, notBefore: 0 };
}

export function isPending({ pending }: PanelNews, id: string): boolean {
  return pending.some((found) => found.id === id);
}

/** Never shown before: newer than everything, or between the newest that were. Before the first reading nothing is. */
export function isNews({ upTo, recent }: Watched, id: string): boolean {
  if (upTo === null) return false;
  if (isNewer(id, upTo)) return true;
  const oldest = recent.at(-1);
  return oldest !== undefined && isNewer(id, oldest) && !recent.includes(id);
}

function withIds({ upTo, recent }: Watched, ids: readonly string[]): Watched {
  const all = [...new Set([...recent, ...ids])].toSorted(newestFirst).slice(0, MOST_RECENT);
  // A list that is still empty was read: everything that it will show is news.
  return { upTo: newestOf([upTo, ...ids]) ?? '0', recent: all };
}

/** A row that says itself that it is never sent; one without a word, or with an odd one in the list of corrections, is read. */
function leftAt(row: DocumentRowWire, list: NewsList): Pick<Found, 'left'> {
  if (list === 'correct' || (row.type === '' && row.subtype === '')) return {};
  const kind = kindOf(row);
  if (kind === 'receipt') return { left: { code: 'auto-receipt', number: row.number } };
  return kind === 'other' ? { left: { code: 'auto-other-kind', number: row.number } } : {};
}
