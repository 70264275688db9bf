/** The order list (sellasist-panel 11.2). */
import type { SimResponse } from '../../http.ts';
import type { Order } from '../model.ts';
import { type Html, html, NOTHING } from './html.ts';
import { type PageCall, page } from './page.ts';
import { paging, slice } from './paging.ts';
import { buyerOf, day, money, name, paymentBadge } from './shown.ts';

interface Column {
  readonly head: Html;
  readonly cell: (call: PageCall, order: Order) => Html;
}

const COLUMNS: readonly Column[] = [
  {
    head: html`<input type="checkbox" data-fake-all aria-label="Zaznacz wszystkie">`,
    cell: (_, { id }) => html`<input type="checkbox" value="${id}">`,
  },
  {
    head: html`Zamówienie`,
    cell: (call, order) =>
      html`<a href="/admin/orders/edit/${order.id}">${name(call, 'person', buyerOf(order))}</a> id: ${order.id}`,
  },
  { head: html`Data`, cell: (_, order) => html`${day(order.date)}` },
  {
    head: html`Produkty`,
    cell: (call, order) => html`${order.carts.map((line) => html`<div>${name(call, 'product', line.name)}</div>`)}`,
  },
  {
    head: html`Kwota`,
    cell: (_, order) => html`<span class="FAKE-amount">${money(order.total, order.currency)}</span>`,
  },
  { head: html`Płatność`, cell: (_, order) => html`${paymentBadge(order)}` },
  {
    head: html`Status`,
    cell: ({ state }, order) => html`<span class="FAKE-status">${statusOf(state.setup.statuses, order)}</span>`,
  },
  { head: html`Akcje`, cell: (_, order) => html`<a href="/admin/orders/edit/${order.id}">edytuj</a>` },
];

export function orderListPage(call: PageCall): SimResponse {
  const { setup } = call.state;
  const orders = wanted(call);
  const columns = columnsOf(call);
  return page(call, {
    title: 'Zamówienia',
    body: html`<header class="FAKE-header"><h1>Zamówienia</h1></header>
<div class="FAKE-list">
<ul class="m-orders-status-panel__list" data-group="1">${setup.statuses.map((status) => {
      const count = [...call.state.orders.values()].filter((order) => order.statusId === status.id).length;
      return html`<li class="m-orders-status-panel__list-element" data-name="${status.name}"><a href="?status_id=${status.id}">${status.name}</a> <b>${count}</b></li>`;
    })}</ul>
<div class="FAKE-main">
<div class="FAKE-toolbar"><select class="js-icon-list-button-select" data-element-id="Zmień status"><option>Zmień status</option>${setup.statuses.map(
      (status) => html`<option value="${status.id}">${status.name}</option>`,
    )}</select></div>
<div id="editor_list"><table class="m-editor-list-table">
<thead><tr>${columns.map(({ head }) => html`<th>${head}</th>`)}</tr></thead>
<tbody>${rowsOf(call)}</tbody>
</table></div>
${paging(call, orders.length, '/admin/orders/FAKE_rows')}
</div></div>`,
  });
}

/** Only the rows, for the paging that replaces the table's body. */
export const orderRows = (call: PageCall): SimResponse => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: html`${rowsOf(call)}`.html,
});

function rowsOf(call: PageCall): readonly Html[] {
  const rows = slice(call, wanted(call)).map(
    (order) => html`
<tr>${columnsOf(call).map(({ cell }) => html`<td>${cell(call, order)}</td>`)}</tr>`,
  );
  return call.has('row-contradiction') ? [CONTRADICTION, ...rows] : rows;
}

/** Link and text name different orders: whoever takes one of the two is wrong. */
const CONTRADICTION = html`
<tr><td><input type="checkbox" value="1001"></td><td><a href="/admin/orders/edit/1001">Pomylony Wiersz</a> id: 1002</td></tr>`;

const columnsOf = (call: PageCall): readonly Column[] => (call.has('columns') ? COLUMNS.toReversed() : COLUMNS);

function wanted({ state, request }: PageCall): readonly Order[] {
  const status = request.url.searchParams.get('status_id');
  return [...state.orders.values()]
    .filter((order) => status === null || order.statusId === status)
    .sort((a, b) => Number(b.id) - Number(a.id));
}

const statusOf = (statuses: readonly { id: string; name: string }[], order: Order): string | Html =>
  statuses.find((status) => status.id === order.statusId)?.name ?? NOTHING;
