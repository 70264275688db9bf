/** The order card, newer markup (sellasist-panel 11.1). Class names that begin with FAKE are invented. */
import { worth } from '../amounts.ts';
import type { CartLine, Order } from '../model.ts';
import { additionalFields } from './additional-fields.ts';
import { type Html, html, NOTHING } from './html.ts';
import type { PageCall } from './page.ts';
import { section } from './section.ts';
import { buyerOf, day, money, name, paymentBadge, personOf, pieces, rate } from './shown.ts';

export interface OrderSections {
  readonly left: readonly Html[];
  readonly right: readonly Html[];
}

export function orderSections(call: PageCall, order: Order): OrderSections {
  return {
    left: [
      products(call, order),
      shippingAndPayment(call, order),
      saleDocumentData(call, order),
      delivery(call, order),
    ],
    right: [
      statusBox(call, order),
      parcelsAndDocuments(call, order),
      section('Dodatkowe pola', additionalFields(call, order)),
      notes(call, order),
      section('Wyślij email do klienta', html`<p>Do: ${order.email}</p>`, true),
    ],
  };
}

function products(call: PageCall, order: Order): Html {
  const rows = order.carts.map((line) => product(call, order, line));
  return section(
    'Zamówione produkty',
    html`${rows}<p class="FAKE-sum">Razem z wysyłką <b>${money(order.total, order.currency)}</b></p>`,
  );
}

function product(call: PageCall, order: Order, line: CartLine): Html {
  const column = (kind: string, value: string): Html =>
    html`<div class="c-order-product__data-column ${kind}"><span class="c-order-product__data-column-value">${value}</span></div>`;
  return html`
<div class="c-order-product js-admin-order-product" data-id="${line.productId}">
  <span class="FAKE-image"></span>
  <div class="c-order-product__main-data">${name(call, 'product', line.name)}<small>${line.symbol === '' ? 'bez symbolu' : `Symbol: ${line.symbol}`}</small></div>
  <div class="c-order-product__data-cells">
    ${column('quantity', pieces(line.quantity))}${column('price', money(line.price, order.currency))}
    ${column('tax', rate(line.rate))}${column('value', money(worth(line.price, line.quantity), order.currency))}
  </div>
</div>`;
}

function shippingAndPayment({ state }: PageCall, order: Order): Html {
  const { shipment, payment, currency } = order;
  return section(
    'Wysyłka i płatność',
    html`<div class="m-order-panel-section">
  ${row('Źródło', html`<table><tr><td data-account-type="${order.source}" data-account-name="${order.shop}">${order.source} ${order.shop}</td></tr></table>`)}
  ${row(
    'Sposób wysyłki',
    html`<select id="selected_shipment" disabled>${state.setup.shipments.map(
      ({ id, name: title }) =>
        html`<option value="${id}"${id === shipment.id ? html` selected` : NOTHING}>${title}</option>`,
    )}</select>`,
  )}
  ${row('Koszt wysyłki', html`${money(shipment.price, currency)}`)}
  ${row('Metoda płatności', html`${payment.name}`)}
  ${row('Płatność', html`${paymentBadge(order)} ${money(payment.paid, currency)}`)}
</div>`,
  );
}

function saleDocumentData(call: PageCall, order: Order): Html {
  const bill = order.billAddress;
  const kind = order.invoice ? 'Faktura' : 'Paragon';
  const input = (value: string, css = ''): Html => html`<input class="${css}" value="${value}" disabled>`;
  const company = bill.company_name === '' ? '' : name(call, 'company', bill.company_name);
  return section(
    html`Dane dokumentu sprzedaży: <a href="#">${kind}</a>`,
    html`<div class="m-order-panel-section" data-fake-editable>
  ${row('Nazwa firmy', input(company))}
  <div class="m-order-panel-section__row" id="bill_address_company_nip"><span>NIP firmy</span><div>${input(bill.company_nip, 'company_nip')}<button type="button" class="c-button c-button--small green">Pobierz dane z gus</button></div></div>
  ${row('Imię i nazwisko', html`${input(bill.name)}${input(bill.surname)}`)}
  ${row('Ulica i numer domu', html`${input(bill.street)}${input(bill.home_number, 'FAKE-short')}${input(bill.flat_number, 'FAKE-short')}`)}
  ${row('Kod pocztowy i miejscowość', html`${input(bill.postcode, 'FAKE-short')}${input(bill.city)}`)}
  ${row('Kraj i region', input(bill.country ?? ''))}
  <p class="FAKE-buttons"><button type="button" class="c-button c-button--small green" data-fake-edit>Edytuj</button></p>
</div>`,
  );
}

function delivery(call: PageCall, order: Order): Html {
  const ship = order.shipmentAddress;
  return section(
    'Dane do wysyłki',
    html`<p class="FAKE-address">${name(call, 'person', personOf(ship))}<br>${ship.street} ${ship.home_number}<br>${ship.postcode} ${ship.city}<br>${ship.phone} [prawidłowy]</p>`,
  );
}

function statusBox({ state }: PageCall, order: Order): Html {
  return html`<div class="m-order-change-status__wrapper" data-order-id="${order.id}">
  <label for="FAKE_status">Status zamówienia</label>
  <select id="FAKE_status">${state.setup.statuses.map(
    ({ id, name: title }) =>
      html`<option value="${id}"${id === order.statusId ? html` selected` : NOTHING}>${title}</option>`,
  )}</select>
  <p>Ostatnia zmiana: ${day(order.date)} ${order.date.slice(11, 16)}, operator testowy</p>
</div>`;
}

function parcelsAndDocuments({ state }: PageCall, order: Order): Html {
  const documents = [...state.documents.values()].filter((document) => document.orderId === order.id);
  return section(
    'Numery przewozowe i dokumenty',
    html`<table id="tracking_numbers"><tbody>${order.trackingNumbers.map(
      (number, index) => html`<tr data-id="${index + 1}"><td>Nadana</td><td>${number}</td></tr>`,
    )}</tbody></table>
<ul class="FAKE-documents">${documents.map(
      ({ id, number }) => html`<li><a href="${state.switches.documentsPath}/${id}">${number}</a></li>`,
    )}</ul>
<p class="FAKE-buttons"><a class="c-button c-button--small blue" href="#"><span class="c-btn__text">List przewozowy</span></a> <button type="button" class="c-button c-button--small">Dodaj zewnętrzny numer</button></p>`,
  );
}

function notes({ state }: PageCall, order: Order): Html {
  const rows = state.notes.filter((note) => note.orderId === order.id);
  return section(
    `Notatki (${rows.length})`,
    html`<div id="notes">${rows.map(({ text }) => html`<div class="note"><div class="text"><p>${text}</p></div></div>`)}</div>`,
    true,
  );
}

const row = (label: string, value: Html): Html =>
  html`<div class="m-order-panel-section__row"><span>${label}</span><div>${value}</div></div>`;

export const paymentLog = (order: Order): Html =>
  section(
    'Log płatności',
    html`<table class="FAKE-table"><thead><tr><th>Data</th><th>Identyfikator</th><th>Nazwa</th><th>Wartość</th><th>Zrealizowana</th></tr></thead>
<tbody>${
      order.payment.paid === 0
        ? NOTHING
        : html`<tr><td>${order.payment.paidDate}</td><td>${order.payment.id}</td><td>${order.payment.name}</td><td>${money(order.payment.paid, order.currency)}</td><td>Tak</td></tr>`
    }</tbody></table>`,
  );

export const titleOf = (order: Order): string => `Zamówienie ${order.id} ${buyerOf(order)}`;
