import type { Order } from '../model.ts';
import { json, list, message, notFound } from './answer.ts';
import { readBody } from './body.ts';
import { orderWire } from './order-wire.ts';
import { orderChanges } from './order-write.ts';
import { byId, inWindow, PAGING, type Query, readQuery } from './query.ts';
import type { Call, Route } from './route.ts';
import { writeAnswer } from './write-answer.ts';

/** sellasist-api 4.1. */
const LIST_FILTERS = [
  ...PAGING,
  'status_id',
  'from_id',
  'email',
  'email_contains',
  'first_name',
  'last_name',
  'date_from',
  'date_to',
  'exact_date',
  'external_id',
  'payment_id',
  'payment_status',
  'shipment_id',
  'currency',
  'source',
  'sale_document',
  'placeholder',
];

/** sellasist-api 4.2: fewer, and sorted by date. */
const CART_FILTERS = [...PAGING, 'status_id', 'date_from', 'date_to'];

export const ORDER_ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/orders$/, right: 'orders', answer: listOrders },
  { method: 'GET', path: /^\/orders_with_carts$/, right: 'orders', answer: listOrdersWithCarts },
  { method: 'GET', path: /^\/orders\/(\d+)$/, right: 'orders', answer: readOrder },
  { method: 'PUT', path: /^\/orders\/(\d+)$/, right: 'orders-write', answer: writeOrder },
];

function listOrders({ state, request }: Call) {
  const read = readQuery(state, request.url, LIST_FILTERS);
  if (!read.ok) return read.answer;
  const rows = byId(state.orders.values(), read.query.page.sort).filter((order) => matches(order, read.query));
  const parts = { carts: false, fields: state.switches.fieldsInLists };
  return list(state, rows, read.query.page, (order) => orderWire(state, order, parts));
}

function listOrdersWithCarts({ state, request }: Call) {
  const read = readQuery(state, request.url, CART_FILTERS);
  if (!read.ok) return read.answer;
  const { page } = read.query;
  const newestFirst = byId(state.orders.values(), null).sort((a, b) => b.date.localeCompare(a.date));
  const sorted = page.sort === 'asc' ? newestFirst.reverse() : newestFirst;
  const rows = sorted.filter((order) => matches(order, read.query));
  const parts = { carts: true, fields: state.switches.fieldsInLists };
  return list(state, rows, page, (order) => orderWire(state, order, parts));
}

function readOrder({ state, request, id }: Call) {
  const read = readQuery(state, request.url, []);
  if (!read.ok) return read.answer;
  const order = state.orders.get(id);
  return order ? json(200, orderWire(state, order, { carts: true, fields: true })) : notFound('Order not found');
}

function writeOrder({ state, request, id }: Call) {
  const read = readBody(state, request);
  if (!read.ok) return read.answer;
  const order = state.orders.get(id);
  if (!order) return notFound('Order not found');
  const changes = orderChanges(state, order, read.body);
  const refusal = changes.find((change) => !change.ok);
  if (refusal) return message(400, refusal.message);
  return writeAnswer(state, id, () => {
    for (const change of changes) if (change.ok) change.apply();
    state.addLog(id, 'order_edit', id, 'Edycja zamówienia');
  });
}

function matches(order: Order, query: Query): boolean {
  const { billAddress: bill, shipmentAddress: ship } = order;
  const same = (name: string, value: string): boolean => {
    const wanted = query.get(name);
    return wanted === null || wanted.toLowerCase() === value.toLowerCase();
  };
  const like = (name: string, ...values: string[]): boolean => {
    const wanted = query.get(name)?.toLowerCase();
    return wanted === undefined || values.some((value) => value.toLowerCase().includes(wanted));
  };
  const fromId = query.get('from_id');
  const prefix = query.get('email_contains')?.toLowerCase();
  return (
    inWindow(query, order.date) &&
    same('status_id', order.statusId) &&
    same('email', order.email) &&
    same('exact_date', order.date.slice(0, 10)) &&
    same('external_id', order.externalId) &&
    same('payment_id', order.payment.id) &&
    same('payment_status', order.payment.status) &&
    same('shipment_id', order.shipment.id) &&
    same('currency', order.currency) &&
    same('source', order.source) &&
    same('sale_document', order.invoice ? 'invoice' : 'receipt') &&
    like('first_name', bill.name, ship.name) &&
    like('last_name', bill.surname, ship.surname) &&
    (prefix === undefined || order.email.toLowerCase().startsWith(prefix)) &&
    (fromId === null || Number(order.id) > Number(fromId)) &&
    // 0 hides the unconfirmed ones; 1 hides nothing.
    (query.get('placeholder') !== '0' || !order.placeholder)
  );
}
