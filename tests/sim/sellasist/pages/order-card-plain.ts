/** The order card without the classes of the newer markup (sellasist-panel 11.1 a, d). */
import type { Order } from '../model.ts';
import { additionalFields } from './additional-fields.ts';
import { type Html, html } from './html.ts';
import type { PageCall } from './page.ts';
import { money, name, personOf, pieces } from './shown.ts';

/** Older generation: `.prod` and `.order_product[rel]`, no `m-*` and no `c-*` classes; headings are plain text. */
export const olderOrderCard = (call: PageCall, order: Order): Html => html`
<div class="FAKE-old">
  <h3>Produkty zamówienia</h3>
  <div class="FAKE-products">
    ${order.carts.map(
      (line) => html`
    <div class="prod"><div class="order_product" rel="${line.productId}">${name(call, 'product', line.name)}, ${pieces(line.quantity)}, ${money(line.price, order.currency)}</div></div>`,
    )}
  </div>
  <h3>Klient</h3>
  <p>${name(call, 'person', personOf(order.shipmentAddress))}, ${order.email}</p>
  <h3>Pola</h3>
  ${additionalFields(call, order)}
</div>`;

/** Nothing that anybody could recognise but the heading: there is no place for controls here. */
export const strippedOrderCard = (order: Order): Html => html`
<div><h3>Pozycje</h3>
<table>${order.carts.map((line) => html`<tr><td>${line.name}</td><td>${pieces(line.quantity)}</td></tr>`)}</table>
<h3>Kontakt</h3>
<p>${order.email}</p></div>`;
