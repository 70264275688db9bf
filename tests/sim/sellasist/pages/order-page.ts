import type { SimResponse } from '../../http.ts';
import type { Order } from '../model.ts';
import { type Html, html, NOTHING } from './html.ts';
import { orderSections, paymentLog, titleOf } from './order-card.ts';
import { olderOrderCard, strippedOrderCard } from './order-card-plain.ts';
import { type PageCall, page } from './page.ts';
import { missing } from './plain.ts';
import { day } from './shown.ts';

export function orderPage(call: PageCall): SimResponse {
  const order = call.state.orders.get(call.id);
  if (!order) return missing(call, 'Nie ma takiego zamówienia');
  return page(call, { title: titleOf(order), body: html`${heading(call, order)}${bodyOf(call, order)}` });
}

function heading(call: PageCall, order: Order): Html {
  // The variant in which the page contradicts its own address: nothing may be done there.
  const number = call.has('heading') ? String(Number(order.id) + 1) : order.id;
  const id = Number(order.id);
  return html`<header class="FAKE-header">
  <h1>Zamówienie nr <b>${number}</b> <small>${day(order.date)}</small></h1>
  <div class="FAKE-toolbar"><a href="/admin/orders/edit/${id - 1}" title="Poprzednie">‹</a><a href="/admin/orders/edit/${id + 1}" title="Następne">›</a><button type="button" title="Kontakt" data-fake-popup>…</button></div>
</header>
${hasReturn(call, order) ? html`<p class="FAKE-warning">Zamówienie zawiera zgłoszony zwrot lub reklamację</p>` : NOTHING}`;
}

const hasReturn = ({ state }: PageCall, order: Order): boolean =>
  [...state.returns.values()].some((back) => back.orderId === order.id);

function bodyOf(call: PageCall, order: Order): Html {
  if (call.has('stripped')) return strippedOrderCard(order);
  if (call.has('older')) return olderOrderCard(call, order);
  const { left, right } = orderSections(call, order);
  const column = (side: string, sections: readonly Html[]): Html =>
    call.has('late')
      ? html`<div class="FAKE-column ${side}"></div><template data-fake-late="${side}">${sections}</template>`
      : html`<div class="FAKE-column ${side}">${sections}</div>`;
  return html`
${call.has('rerender') ? RERENDER : NOTHING}
<div class="FAKE-columns">${column('left', left)}${column('right', right)}</div>
${paymentLog(order)}
<div class="m-logs-panel"><div class="m-logs-panel__heading js-admin-log-show is-inactive" data-order-id="${order.id}">Log czynności</div><ul hidden></ul></div>`;
}

const RERENDER = html`<p class="FAKE-buttons"><button type="button" class="c-button" data-fake-rerender="section">Odśwież sekcje</button> <button type="button" class="c-button" data-fake-rerender="column">Odśwież kolumny</button></p>`;
