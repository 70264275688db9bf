import type { SimResponse } from '../../http.ts';
import type { PanelState } from '../state.ts';
import { message } from './answer.ts';

export interface Page {
  readonly offset: number;
  readonly limit: number;
  readonly sort: 'asc' | 'desc' | null;
}

export interface Query {
  readonly page: Page;
  /** null when the parameter was not sent. */
  readonly get: (name: string) => string | null;
}

export type QueryResult =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly answer: SimResponse };

export const PAGING = ['offset', 'limit', 'sort'] as const;

const DEFAULT_LIMIT = 25;
const LIMIT_CAP = 100;

/** How the value of a parameter must look; what is not named here is free text. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  offset: /^\d+$/,
  limit: /^[1-9]\d*$/,
  sort: /^(asc|desc)$/,
  status_id: /^\d+$/,
  from_id: /^\d+$/,
  order_id: /^\d+$/,
  series_id: /^\d+$/,
  payment_id: /^\d+$/,
  shipment_id: /^\d+$/,
  payment_status: /^(paid|unpaid|partial)$/,
  placeholder: /^[01]$/,
  sale_document: /^(invoice|receipt)$/,
  orders: /^\d+(,\d+)*$/,
  date_from: /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/,
  date_to: /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/,
  exact_date: /^\d{4}-\d\d-\d\d$/,
};

/** The service overlooks a parameter that it does not know; here it is refused, since it would hide a typing error. */
export function readQuery(state: PanelState, url: URL, allowed: readonly string[]): QueryResult {
  const seen = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    if (!allowed.includes(name)) return refused(`Unknown parameter: ${name}`);
    if (seen.has(name)) return refused(`Parameter given twice: ${name}`);
    if (SHAPES[name]?.test(value) === false) return refused(`Invalid parameter: ${name}`);
    seen.set(name, value);
  }
  const limit = Number(seen.get('limit') ?? DEFAULT_LIMIT);
  if (limit > LIMIT_CAP) state.journal.slips.push({ code: 'limit-above-cap', detail: url.pathname });
  const sort = seen.get('sort');
  return {
    ok: true,
    query: {
      page: {
        offset: Number(seen.get('offset') ?? 0),
        limit: Math.min(limit, LIMIT_CAP),
        sort: sort === 'asc' || sort === 'desc' ? sort : null,
      },
      get: (name) => seen.get(name) ?? null,
    },
  };
}

/** Inclusive from, exclusive to (sellasist-api 2.2). `date` may carry a time; a bare day in the filter is its midnight. */
export function inWindow(query: Query, date: string): boolean {
  const from = query.get('date_from');
  const to = query.get('date_to');
  return (from === null || date >= from) && (to === null || date < to);
}

/** By id, newest first unless asked otherwise. */
export function byId<T extends { readonly id: string }>(rows: Iterable<T>, sort: Page['sort']): T[] {
  const ascending = [...rows].sort((a, b) => Number(a.id) - Number(b.id));
  return sort === 'asc' ? ascending : ascending.reverse();
}

const refused = (text: string): QueryResult => ({ ok: false, answer: message(400, text) });
