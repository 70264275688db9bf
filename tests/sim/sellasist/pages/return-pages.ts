/** Returns: the card is where corrections begin (sellasist-panel 3.1). */
import type { SimResponse } from '../../http.ts';
import { html } from './html.ts';
import { type PageCall, page } from './page.ts';
import { missing } from './plain.ts';
import { section } from './section.ts';
import { day, money, name, personOf, pieces } from './shown.ts';

export const returnListPage = (call: PageCall): SimResponse =>
  page(call, {
    title: 'Zwroty',
    body: html`<header class="FAKE-header"><h1>Zwroty</h1></header><div id="editor_list"><table class="m-editor-list-table">
<thead><tr><th>Zwrot</th><th>Zamówienie</th><th>Data</th><th>Status zwrotu</th></tr></thead>
<tbody>${[...call.state.returns.values()].map(
      (back) =>
        html`<tr data-id="${back.id}"><td><a href="/admin/returns/edit/${back.id}">Zwrot ${back.id}</a></td><td><a href="/admin/orders/edit/${back.orderId}">${back.orderId}</a></td><td>${day(back.date)}</td><td>${back.status}</td></tr>`,
    )}</tbody></table></div>`,
  });

export function returnPage(call: PageCall): SimResponse {
  const back = call.state.returns.get(call.id);
  const order = back && call.state.orders.get(back.orderId);
  if (!back || !order) return missing(call, 'Nie ma takiego zwrotu');
  return page(call, {
    title: `Zwrot ${back.id}`,
    body: html`<header class="FAKE-header"><h1>Zwrot nr <b>${back.id}</b> <small>${day(back.date)}</small></h1>
<div class="FAKE-toolbar">${['Pobierz PDF', 'Drukuj', 'Kontakt', 'Dokument sprzedaży', 'Utwórz korektę'].map(
      (title) => html`<button type="button" class="c-button c-button--small">${title}</button> `,
    )}</div></header>
<div class="FAKE-columns"><div class="FAKE-column left">
${section(
  'Zwracane produkty',
  html`${back.lines.map(
    (line) =>
      html`<div class="c-order-product" data-id="${line.cartId}"><div class="c-order-product__main-data">${name(call, 'product', line.name)}</div><div class="c-order-product__data-cells">${pieces(line.quantity)} ${money(line.price, order.currency)}</div></div>`,
  )}`,
)}
${section('Dane klienta', html`<p>${name(call, 'person', personOf(order.shipmentAddress))}, ${order.email}</p>`)}
</div><div class="FAKE-column right">
<div class="m-order-change-status__wrapper"><label>Status zwrotu</label><select><option>${back.status}</option></select></div>
${section(
  'Podsumowanie',
  html`<div class="m-order-panel-section"><div class="m-order-panel-section__row"><span>Zamówienie</span><div><a class="u-underline" href="/admin/orders/edit/${order.id}">${order.id}</a></div></div>
<div class="m-order-panel-section__row"><span>Powód</span><div>${back.reason}</div></div>
<div class="m-order-panel-section__row"><span>Korekta</span><div><a href="#">Wystaw korektę</a></div></div></div>`,
)}
</div></div>`,
  });
}
