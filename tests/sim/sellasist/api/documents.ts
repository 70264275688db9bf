/** Dokumenty [Nowe] (sellasist-api 9.3, 9.4). The extension creates none, so POST is not there. */
import { decimal, type Grosze } from '../amounts.ts';
import type { DocumentLine, OperationDocument } from '../model.ts';
import type { Spelling } from '../spelling.ts';
import type { PanelState } from '../state.ts';
import { json, list, message, notFound } from './answer.ts';
import { readBody } from './body.ts';
import { addressWire } from './order-wire.ts';
import { byId, PAGING, readQuery } from './query.ts';
import type { Call, Route } from './route.ts';
import { writeAnswer } from './write-answer.ts';

export const DOCUMENT_ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/operationdocuments$/, right: 'documents', answer: listDocuments },
  { method: 'GET', path: /^\/operationdocuments\/(\d+)$/, right: 'documents', answer: readDocument },
  { method: 'PUT', path: /^\/operationdocuments\/(\d+)$/, right: 'documents', answer: writeDocument },
];

function listDocuments({ state, request }: Call) {
  const read = readQuery(state, request.url, [...PAGING, 'type', 'subtype', 'series_id', 'order_id']);
  if (!read.ok) return read.answer;
  const { query } = read;
  const byOrder = query.get('order_id');
  const honoured = state.switches.documentsByOrder === 'honoured';
  if (byOrder !== null && !honoured) state.journal.slips.push({ code: 'parameter-ignored', detail: 'order_id' });
  const rows = byId(state.documents.values(), query.page.sort).filter(
    (document) =>
      (query.get('type') ?? document.kind.type) === document.kind.type &&
      (query.get('subtype') ?? document.kind.subtype) === document.kind.subtype &&
      (query.get('series_id') ?? document.seriesId) === document.seriesId &&
      (byOrder === null || !honoured || document.orderId === byOrder),
  );
  return list(state, rows, query.page, (document) => ({
    id: state.spelling().id(document.id, `document.${document.id}.row`),
    ...kindWire(state, document),
    number: document.number,
  }));
}

function readDocument({ state, request, id }: Call) {
  const read = readQuery(state, request.url, []);
  if (!read.ok) return read.answer;
  const document = state.documents.get(id);
  if (!document) return notFound('Document not found');
  const wire = documentWire(state, document);
  return json(200, state.switches.documentDetail === 'array' ? [wire] : wire);
}

function writeDocument({ state, request, id }: Call) {
  const read = readBody(state, request);
  if (!read.ok) return read.answer;
  const document = state.documents.get(id);
  if (!document) return notFound('Document not found');
  const { comments, ...others } = read.body;
  if (typeof comments !== 'string' || Object.keys(others).length > 0)
    return message(400, 'Only comments can be changed');
  return writeAnswer(state, id, () => {
    document.comments = comments;
  });
}

/** The two words are sometimes swapped: the pair decides, not one of them (sellasist-api 9.4). */
function kindWire(state: PanelState, { kind, swapped }: OperationDocument) {
  const swap = swapped || state.switches.documentKinds === 'swapped';
  return swap ? { type: kind.subtype, subtype: kind.type } : { type: kind.type, subtype: kind.subtype };
}

function documentWire(state: PanelState, document: OperationDocument): unknown {
  const spell = state.spelling();
  const at = `document.${document.id}`;
  const series = state.setup.series.find((candidate) => candidate.id === document.seriesId);
  const { seller } = state.setup;
  return {
    id: spell.id(document.id, `${at}.id`),
    number: document.number,
    custom_number: document.number,
    ...kindWire(state, document),
    issue_date: document.issueDate,
    sale_date: document.saleDate,
    total: spell.money(document.total, `${at}.total`),
    currency: spell.currency(document.currency, `${at}.currency`),
    order_id: document.orderId === null ? spell.text('', `${at}.order`) : spell.id(document.orderId, `${at}.order`),
    main_document_id:
      document.mainDocumentId === null ? spell.text('', `${at}.main`) : spell.id(document.mainDocumentId, `${at}.main`),
    email: spell.text(document.email, `${at}.email`),
    buyer_address: document.buyer === null ? null : addressWire(spell, document.buyer, `${at}.buyer`),
    receiver_address: null,
    supplier_address: null,
    seller_data: seller,
    comments: spell.text(document.comments, `${at}.comments`),
    is_ready: spell.textFlag(document.ready, `${at}.ready`),
    series_id: spell.id(document.seriesId, `${at}.series`),
    series: { id: spell.id(document.seriesId, `${at}.series.id`), name: series?.name ?? '' },
    products: document.products.map((line) => lineWire(spell, line, `${at}.products.${line.id}`)),
    ...document.wire,
  };
}

/** `price_gross` is the whole line here, unlike in the old module (sellasist-api 9.4). */
function lineWire(spell: Spelling, line: DocumentLine, at: string): unknown {
  return {
    id: spell.id(line.id, `${at}.id`),
    product_id: spell.id(line.productId, `${at}.product`),
    name: line.name,
    symbol: line.symbol,
    ean: line.ean,
    quantity: spell.quantity(line.quantity, `${at}.quantity`),
    vat: spell.rate(line.rate, `${at}.vat`),
    price_net: net(line.lineGross, line.rate),
    price_gross: spell.money(line.lineGross, `${at}.gross`),
    price_net_unit: net(line.unitGross, line.rate),
    price_gross_unit: spell.money(line.unitGross, `${at}.unit`),
    discount: line.discount,
    ...line.wire,
  };
}

function net(gross: Grosze, rate: DocumentLine['rate']): string {
  const percent = typeof rate === 'number' ? rate : 0;
  return decimal(Math.round((gross * 100) / (100 + percent)), 2);
}
