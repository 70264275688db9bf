/** Dokumenty [Nowe]: list and card. Their real markup and address are unknown (sellasist-panel 11.3, 11.4). */
import type { SimResponse } from '../../http.ts';
import type { OperationDocument } from '../model.ts';
import { type Html, html, NOTHING } from './html.ts';
import { type PageCall, page } from './page.ts';
import { paging, slice } from './paging.ts';
import { missing } from './plain.ts';
import { money, name, personOf, pieces, rate } from './shown.ts';

export function documentListPage(call: PageCall): SimResponse {
  const corrections = call.request.url.searchParams.get('type') === 'correct';
  const rows = [...call.state.documents.values()]
    .filter(({ kind }) => kind.type === (corrections ? 'correct' : 'sale'))
    .sort((a, b) => Number(b.id) - Number(a.id));
  const title = corrections ? 'Dokumenty korygujące' : 'Dokumenty sprzedaży';
  const withOrder = !call.has('no-order-column');
  const table = html`
<thead><tr><th></th><th>Numer</th><th>Seria</th><th>Data wystawienia</th>${withOrder ? html`<th>Zamówienie</th>` : NOTHING}<th>Nabywca</th><th>Wartość brutto</th><th>Status synchronizacji</th><th>Akcje</th></tr></thead>
<tbody>${slice(call, rows).map((document) => rowOf(call, document, withOrder))}</tbody>`;
  return page(call, {
    title,
    body: html`<header class="FAKE-header"><h2>${title}</h2></header>
<div class="FAKE-toolbar"><button type="button" class="c-button">Pokaż filtry</button> <button type="button" class="c-button">Eksportuj</button></div>
${call.has('plain-table') ? html`<div><table>${table}</table></div>` : html`<div id="editor_list"><table class="m-editor-list-table">${table}</table></div>`}
${paging(call, rows.length, '')}`,
  });
}

function rowOf(call: PageCall, document: OperationDocument, withOrder: boolean): Html {
  const { state } = call;
  const series = state.setup.series.find(({ id }) => id === document.seriesId);
  const order =
    document.orderId === null
      ? NOTHING
      : html`<a href="/admin/orders/edit/${document.orderId}">${document.orderId}</a>`;
  return html`
<tr${call.has('plain-table') ? NOTHING : html` data-id="${document.id}"`}><td><input type="checkbox" value="${document.id}"></td><td><a href="${state.switches.documentsPath}/${document.id}">${document.number}</a></td><td>${series?.name ?? ''}</td><td>${document.issueDate}</td>${withOrder ? html`<td>${order}</td>` : NOTHING}<td>${name(call, 'company', buyerOf(document))}</td><td><span class="FAKE-amount">${money(document.total, document.currency)}</span></td><td><span class="FAKE-sync">${document.sync}</span></td><td><a href="#">PDF</a></td></tr>`;
}

export function documentPage(call: PageCall): SimResponse {
  const document = call.state.documents.get(call.id);
  if (!document) return missing(call, 'Nie ma takiego dokumentu');
  // Old and new module count their ids apart: a page may show another document than the API has under that id.
  const number = call.has('other-number') ? document.number.replace(/\/\d+\//, '/998/') : document.number;
  const order =
    document.orderId === null || call.has('no-order-link')
      ? NOTHING
      : html`<p>Zamówienie: <a href="/admin/orders/edit/${document.orderId}">${document.orderId}</a></p>`;
  return page(call, {
    title: `${WORDS[document.kind.subtype]} ${number}`,
    body: html`<header class="FAKE-header"><h1>${WORDS[document.kind.subtype]} ${number}</h1></header>
${order}
${document.sync === 'Błąd' ? html`<div class="FAKE-alert">${document.buyer?.company_nip === '' ? 'Uzupełnij: NIP nabywcy' : 'Dokument nie został wysłany'}</div>` : NOTHING}
<form class="FAKE-doc" method="post">
  <div class="FAKE-field"><label for="FAKE_number">Numer</label><input id="FAKE_number" name="FAKE_number" value="${number}"></div>
  <div class="FAKE-field"><label for="FAKE_issue">Data wystawienia</label><input id="FAKE_issue" name="FAKE_issue" value="${document.issueDate}"></div>
  <div class="FAKE-field"><label for="FAKE_buyer">Nabywca</label><input id="FAKE_buyer" name="FAKE_buyer" value="${name(call, 'company', buyerOf(document))}"></div>
  <div class="FAKE-field"><label for="FAKE_nip">NIP nabywcy</label><input id="FAKE_nip" name="FAKE_nip" value="${document.buyer?.company_nip ?? ''}"></div>
  <table class="FAKE-table"><thead><tr><th>Nazwa</th><th>Ilość</th><th>Cena brutto</th><th>VAT</th><th>Wartość brutto</th></tr></thead>
  <tbody>${document.products.map(
    (line) =>
      html`<tr><td>${name(call, 'product', line.name)}</td><td>${pieces(line.quantity)}</td><td>${money(line.unitGross, document.currency)}</td><td>${rate(line.rate)}</td><td>${money(line.lineGross, document.currency)}</td></tr>`,
  )}</tbody></table>
  <p class="FAKE-buttons"><button type="submit" class="c-button blue">Zapisz</button> <button type="button" class="c-button">Drukuj</button> <button type="button" class="c-button">Wyślij ponownie</button></p>
</form>`,
  });
}

const WORDS: Readonly<Record<OperationDocument['kind']['subtype'], string>> = {
  invoice: 'Faktura',
  receipt: 'Paragon',
  proforma: 'Proforma',
  bill: 'Rachunek',
  correction: 'Korekta',
  admission: 'Przyjęcie',
  release: 'Wydanie',
};

const buyerOf = ({ buyer }: OperationDocument): string => (buyer ? buyer.company_name || personOf(buyer) : '');
