/** What hangs on orders: notes, the log, returns (sellasist-api 6, 10). */
import { decimal, worth } from '../amounts.ts';
import type { Return } from '../model.ts';
import type { PanelState } from '../state.ts';
import { panelTime } from '../time.ts';
import { json, list, message, notFound } from './answer.ts';
import { readBody } from './body.ts';
import { byId, inWindow, PAGING, readQuery } from './query.ts';
import type { Call, Route } from './route.ts';
import { writeAnswer } from './write-answer.ts';

export const ORDER_EXTRA_ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/notes$/, right: 'orders', answer: listNotes },
  { method: 'GET', path: /^\/notes\/(\d+)$/, right: 'orders', answer: listNotes },
  { method: 'POST', path: /^\/notes$/, right: 'orders-write', answer: addNote },
  { method: 'GET', path: /^\/orders_logs$/, right: 'orders', answer: listLogs },
  { method: 'GET', path: /^\/returns$/, right: 'orders', answer: listReturns },
  { method: 'GET', path: /^\/returns\/(\d+)$/, right: 'orders', answer: readReturn },
];

function listNotes({ state, request, id }: Call) {
  const read = readQuery(state, request.url, PAGING);
  if (!read.ok) return read.answer;
  const rows = byId(state.notes, read.query.page.sort).filter((note) => id === '' || note.orderId === id);
  return list(state, rows, read.query.page, (note) => ({
    id: note.id,
    order_id: note.orderId,
    text: note.text,
    date: note.date,
  }));
}

function addNote({ state, request }: Call) {
  const read = readBody(state, request);
  if (!read.ok) return read.answer;
  const { order_id: orderId, text, ...others } = read.body;
  const stranger = Object.keys(others)[0];
  if (stranger !== undefined) return message(400, `Unknown field: ${stranger}`);
  if (typeof text !== 'string' || text.trim() === '') return message(400, 'text: text expected');
  if (typeof orderId !== 'string' && typeof orderId !== 'number') return message(400, 'order_id: number expected');
  if (!state.orders.has(String(orderId))) return notFound('Order not found');
  const id = state.nextId('note');
  return writeAnswer(state, id, () => {
    state.notes.push({ id, orderId: String(orderId), text, date: panelTime(state.now()) });
  });
}

function listLogs({ state, request }: Call) {
  const read = readQuery(state, request.url, [...PAGING, 'orders', 'operation_tag', 'date_from', 'date_to']);
  if (!read.ok) return read.answer;
  const { query } = read;
  const orders = query.get('orders')?.split(',');
  const rows = byId(state.logs, query.page.sort).filter(
    (log) =>
      inWindow(query, log.date) &&
      (orders === undefined || orders.includes(log.orderId)) &&
      (query.get('operation_tag') ?? log.tag) === log.tag &&
      // Whether Dokumenty [Nowe] write here at all is unknown (sellasist-api 10).
      (state.switches.documentsInLogs || (log.tag !== 'invoice_create' && log.tag !== 'receipt_create')),
  );
  return list(state, rows, query.page, (log) => ({
    id: log.id,
    order_id: log.orderId,
    user_id: '1',
    operation_tag: log.tag,
    object_id: log.objectId,
    action: log.action,
    date: log.date,
  }));
}

function listReturns({ state, request }: Call) {
  const read = readQuery(state, request.url, [...PAGING, 'date_from', 'date_to', 'order_id']);
  if (!read.ok) return read.answer;
  const { query } = read;
  const rows = byId(state.returns.values(), query.page.sort).filter(
    (back) => inWindow(query, back.date) && (query.get('order_id') ?? back.orderId) === back.orderId,
  );
  return list(state, rows, query.page, (back) => returnWire(state, back));
}

function readReturn({ state, request, id }: Call) {
  const read = readQuery(state, request.url, []);
  if (!read.ok) return read.answer;
  const back = state.returns.get(id);
  return back ? json(200, returnWire(state, back)) : notFound('Return not found');
}

/** The row of a return is published nowhere; this one keeps to the habits of an order. */
function returnWire(state: PanelState, back: Return): unknown {
  const spell = state.spelling();
  const at = `return.${back.id}`;
  const total = back.lines.reduce((sum, line) => sum + worth(line.price, line.quantity), 0);
  return {
    id: spell.id(back.id, `${at}.id`),
    order_id: spell.id(back.orderId, `${at}.order`),
    date: spell.time(back.date, `${at}.date`),
    status: { id: '1', name: back.status },
    reason: back.reason,
    total: decimal(total, 2),
    products: back.lines.map((line) => ({
      id: line.id,
      order_line_id: spell.id(line.cartId, `${at}.line.${line.id}`),
      name: line.name,
      quantity: spell.quantity(line.quantity, `${at}.quantity.${line.id}`),
      price: spell.money(line.price, `${at}.price.${line.id}`),
    })),
    ...back.wire,
  };
}
