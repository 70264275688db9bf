import { type Html, html, NOTHING } from './html.ts';
import type { PageCall } from './page.ts';

const pageNumber = ({ request }: PageCall): number => Math.max(1, Number(request.url.searchParams.get('page') ?? '1'));

export function slice<T>(call: PageCall, rows: readonly T[]): readonly T[] {
  const { rowsPerPage } = call.state.switches;
  const start = (pageNumber(call) - 1) * rowsPerPage;
  return rows.slice(start, start + rowsPerPage);
}

/** Links to the pages of a list; in the variant `ajax` they fetch the rows from `rowsPath` instead. */
export function paging(call: PageCall, count: number, rowsPath: string): Html {
  const pages = Math.max(1, Math.ceil(count / call.state.switches.rowsPerPage));
  const here = pageNumber(call);
  return html`<p class="FAKE-paging">Strona ${Array.from({ length: pages }, (_, index) => {
    const query = new URLSearchParams(call.request.url.searchParams);
    query.set('page', String(index + 1));
    const current = index + 1 === here ? html` aria-current="page"` : NOTHING;
    const rows = call.has('ajax') ? html` data-fake-rows="${rowsPath}?${query.toString()}"` : NOTHING;
    return html`<a href="?${query.toString()}"${current}${rows}>${index + 1}</a> `;
  })}</p>`;
}
