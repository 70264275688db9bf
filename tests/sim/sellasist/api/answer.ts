import type { SimResponse } from '../../http.ts';
import type { PanelState } from '../state.ts';
import type { Page } from './query.ts';

/** No CORS header, ever: ordinary pages cannot call the API (sellasist-api 1). */
export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): SimResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
});

export const message = (status: number, text: string, headers?: Readonly<Record<string, string>>): SimResponse =>
  json(status, { message: text }, headers);

export const notFound = (text: string): SimResponse => message(404, text);

/** No match and past the end are both a 404 with a message (sellasist-api 2.1). */
export function list<T>(state: PanelState, rows: readonly T[], page: Page, wire: (row: T) => unknown): SimResponse {
  const slice = rows.slice(page.offset, page.offset + page.limit);
  if (slice.length === 0) return notFound('No records found');
  const values = slice.map(wire);
  const { listWrapper } = state.switches;
  return json(200, listWrapper === null ? values : { [listWrapper]: values });
}
