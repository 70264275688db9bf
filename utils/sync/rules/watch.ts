/**
 * What happens to the orders of a panel: its list of orders says how each stands, and what it said last time is remembered. The newest are
 * looked at each time; an older one may be paid, or given another status, as well, so from time to time all are looked at that are not too
 * old. The change log of orders is not asked: whether it tells of every such change, and of payments, is not known (sellasist-api 10).
 */
import { addDays, warsawDate } from '../../invoice/dates';
import type { SellasistClient } from '../../sellasist/client';
import type { SellasistProblem } from '../../sellasist/problem';
import type { WatchedOrder } from '../../sellasist/wire';
import type { Happening, OrdersNews, Seen } from './facts';

export type OrdersReader = Pick<SellasistClient, 'watchedOrders'>;

const PAGE = 100;
/** 2,000 orders; what lies further down is said to be missed. */
export const MOST_PAGES = 20;
export const WATCHED_DAYS = 30;

export type OrdersRead =
  /** `isCut`: not all of them could be looked at. */
  | { readonly ok: true; readonly news: OrdersNews; readonly isCut: boolean }
  /** Nothing of it is kept. */
  | { readonly ok: false; readonly problem: SellasistProblem | 'no-room' };

/** @param isSweep all of them; else down to the first page that shows nothing new. @param mayAsk asked before each request. */
export async function watchOrders(
  client: OrdersReader,
  news: OrdersNews,
  now: number,
  isSweep: boolean,
  mayAsk: () => Promise<boolean>,
): Promise<OrdersRead> {
  const from = addDays(warsawDate(now), -WATCHED_DAYS);
  const rows = new Map<string, WatchedOrder>();
  const isWhole = isSweep || news.seen === null;
  let isCut = true;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    if (!(await mayAsk())) return { ok: false, problem: 'no-room' };
    const answer = await client.watchedOrders({ limit: PAGE, offset: page * PAGE, from });
    if (!answer.ok) return answer;
    const fresh = answer.value.filter(({ id }) => /^[1-9]\d{0,17}$/.test(id) && !rows.has(id));
    for (const row of fresh) rows.set(row.id, row);
    // Without anything new it is a list that ignores `offset`; with nothing but old ones it ignores `date_from`.
    const isPast = fresh.length > 0 && fresh.every(({ date }) => date !== null && date < from);
    const isKnown = !isWhole && fresh.some(({ id }) => news.seen?.[id] !== undefined);
    if (answer.value.length < PAGE || fresh.length === 0 || isPast || isKnown) {
      isCut = false;
      break;
    }
  }
  const watched = [...rows.values()].filter(({ date }) => date === null || date >= from);
  const first = oldestOf(news.seen);
  const happened = watched.flatMap((row) =>
    isNews(row, news.seen, first) ? happenedTo(row, news.seen?.[row.id], now) : [],
  );
  const kept = Object.entries(news.seen ?? {}).filter(([, [, , date]]) => date === null || date >= from);
  const seen = Object.fromEntries([...kept, ...watched.map((row) => [row.id, seenOf(row)] as const)]);
  const pending = [...news.pending, ...happened.toReversed()];
  return { ok: true, news: { ...news, seen, sweptAt: isWhole ? now : news.sweptAt, pending }, isCut };
}

/**
 * In the first look nothing is news. Neither is one that was never seen and is older than all that were: it lay too far down, and has come up
 * because others were deleted.
 */
function isNews({ id }: WatchedOrder, seen: OrdersNews['seen'], first: bigint | null): boolean {
  return seen !== null && (seen[id] !== undefined || first === null || BigInt(id) > first);
}

function oldestOf(seen: OrdersNews['seen']): bigint | null {
  let first: bigint | null = null;
  for (const id of Object.keys(seen ?? {})) if (first === null || BigInt(id) < first) first = BigInt(id);
  return first;
}

/** Newest last, as rows are newest first. */
function happenedTo(row: WatchedOrder, before: Seen | undefined, now: number): readonly Happening[] {
  const [status, paid] = before ?? [null, 0];
  const events: Happening['event'][] = [];
  if (row.isPaid && paid === 0) events.push({ kind: 'paid' });
  if (row.statusId !== null && row.statusId !== status) events.push({ kind: 'status', statusId: row.statusId });
  if (before === undefined) events.push({ kind: 'created' });
  const of = {
    orderId: row.id,
    documentId: null,
    documentNumber: null,
    statusId: row.statusId,
    at: now,
    tries: 0,
    notBefore: 0,
  };
  return events.map((event) => ({ ...of, event }));
}

function seenOf({ statusId, isPaid, date }: WatchedOrder): Seen {
  return [statusId, isPaid ? 1 : 0, date ?? null];
}
