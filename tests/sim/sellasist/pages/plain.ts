/** Pages that have nothing to do with documents, where the extension has no business. */
import type { SimResponse } from '../../http.ts';
import { html } from './html.ts';
import { type PageCall, page } from './page.ts';
import { section } from './section.ts';
import { money, name, pieces } from './shown.ts';

export const missing = (call: PageCall, text: string): SimResponse =>
  page(call, { title: '404', status: 404, body: html`<h1>404</h1><p>${text}</p>` });

export const dashboardPage = (call: PageCall): SimResponse =>
  page(call, {
    title: 'Pulpit',
    body: html`<header class="FAKE-header"><h1>Pulpit</h1></header>${section(
      'Dzisiaj',
      html`<p>Zamówienia: ${call.state.orders.size}, zwroty: ${call.state.returns.size}</p>`,
    )}`,
  });

export const productPage = (call: PageCall): SimResponse =>
  page(call, {
    title: 'Produkt',
    body: html`<header class="FAKE-header"><h1>Produkt ${call.id}</h1></header>${section(
      'Dane produktu',
      html`<form method="post"><label>Nazwa <input name="FAKE_name" value="Kubek ceramiczny"></label> <button type="submit" class="c-button blue">Zapisz</button></form>`,
    )}`,
  });

/** Series of documents: its path looks much like that of the documents (sellasist-panel 1: to be excluded). */
export const seriesPage = (call: PageCall): SimResponse =>
  page(call, {
    title: 'Serie dokumentów',
    body: html`<header class="FAKE-header"><h1>Serie dokumentów</h1></header><div id="editor_list"><table class="m-editor-list-table">
<thead><tr><th>Nazwa</th><th>Prefiks</th></tr></thead>
<tbody>${call.state.setup.series.map(({ id, name: title, prefix }) => html`<tr data-id="${id}"><td>${title}</td><td>${prefix}</td></tr>`)}</tbody></table></div>`,
  });

export function packingPage(call: PageCall): SimResponse {
  const orders = [...call.state.orders.values()].filter((order) => !order.placeholder);
  return page(call, {
    title: 'Menedżer pakowania',
    body: html`<header class="FAKE-header"><h1>Menedżer pakowania</h1></header><div id="editor_list"><table class="m-editor-list-table">
<thead><tr><th>Zamówienie</th><th>Produkt</th><th>Ilość</th><th>Cena</th></tr></thead>
<tbody>${orders.flatMap((order) =>
      order.carts.map(
        (line) =>
          html`<tr class="product_orders_row"><td><a href="/admin/orders/edit/${order.id}">${order.id}</a></td><td>${name(call, 'product', line.name)}</td><td>${pieces(line.quantity)}</td><td>${money(line.price, order.currency)}</td></tr>`,
      ),
    )}</tbody></table></div>`,
  });
}

export const loginPage = (call: PageCall): SimResponse =>
  page(call, {
    title: 'Logowanie',
    menu: false,
    body: html`<form class="FAKE-login" method="post"><h1>Logowanie</h1>
<label>E-mail <input type="email" name="FAKE_email"></label>
<label>Hasło <input type="password" name="FAKE_password"></label>
<button type="submit" class="c-button blue">Zaloguj</button></form>`,
  });
