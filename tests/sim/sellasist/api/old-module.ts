/** The old module "Dokumenty" (sellasist-api 9.2): other ids, and `price_gross` is of one. */
import { decimal } from '../amounts.ts';
import type { OldDocument } from '../model.ts';
import { json, list, message, notFound } from './answer.ts';
import { byId, inWindow, PAGING, readQuery } from './query.ts';
import type { Call, Route } from './route.ts';

const FILTERS = [...PAGING, 'order_id', 'series_id', 'date_from', 'date_to'];

export const OLD_MODULE_ROUTES: readonly Route[] = [
  ...routesOf('invoice', 'invoices'),
  ...routesOf('correct', 'corrects'),
  ...routesOf('receipt', 'receipts'),
  {
    method: 'GET',
    path: /^\/receiptcorrects$/,
    right: 'documents',
    answer: () => message(400, 'Module is not available'),
  },
];

function routesOf(kind: OldDocument['kind'], name: string): readonly Route[] {
  return [
    { method: 'GET', path: new RegExp(`^/${name}$`), right: 'documents', answer: (call) => listOf(kind, call) },
    {
      method: 'GET',
      path: new RegExp(`^/${name}/(\\d+)$`),
      right: 'documents',
      answer: (call) => detailOf(kind, call),
    },
  ];
}

function listOf(kind: OldDocument['kind'], { state, request }: Call) {
  const read = readQuery(state, request.url, FILTERS);
  if (!read.ok) return read.answer;
  const { query } = read;
  const rows = byId(state.oldDocuments, query.page.sort).filter(
    (document) =>
      document.kind === kind &&
      inWindow(query, document.date) &&
      (query.get('order_id') ?? document.orderId) === document.orderId &&
      (query.get('series_id') ?? document.seriesId) === document.seriesId,
  );
  return list(state, rows, query.page, ({ id, number, date }) => ({ id, number, date }));
}

function detailOf(kind: OldDocument['kind'], { state, id }: Call) {
  const document = state.oldDocuments.find((candidate) => candidate.kind === kind && candidate.id === id);
  if (!document) return notFound('Document not found');
  const total = decimal(document.total, 2);
  return json(200, {
    id: document.id,
    number: document.number,
    issue_date: document.date,
    sale_date: document.date,
    order_id: document.orderId,
    invoice_id: document.invoiceId ?? undefined,
    currency: 'PLN',
    total,
    paid: total,
    seller: state.setup.seller,
    buyer: { name: 'Dawny Klient', nip: '', email: 'dawny@example.com', city: 'Warszawa' },
    lines: [
      { name: 'Towar', quantity: '1.000', price_net: total, price_gross: total, vat: '23.000', discount: '0.00' },
    ],
  });
}
