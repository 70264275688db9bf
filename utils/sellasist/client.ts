/** The Sellasist API of one panel (sellasist-api 1 to 10). Keeps no limits and repeats nothing: its caller does. */
import * as z from 'zod/mini';
import type { HttpRequest, Transport } from '../http/transport';
import type { DictionaryRow } from '../messages';
import { judge } from './answer';
import { addressesWire, type RawAddresses } from './billing-address';
import { kindOf } from './kind';
import { isNothing, isRecord } from './loose';
import { noteTextsIn, saysWritten } from './notes';
import { panelOf } from './panel-name';
import { failed, type Result } from './problem';
import {
  type DocumentRowWire,
  type DocumentWire,
  dictionaryWire,
  documentRowWire,
  documentWire,
  type LogWire,
  logWire,
  type OrderRowWire,
  type OrderWire,
  orderRowWire,
  orderWire,
  type ReturnWire,
  returnWire,
  type WatchedOrder,
  watchedOrderWire,
} from './wire';

export interface FieldUpdate {
  readonly field_id: string;
  readonly field_value: string;
}

/** What is written into an order. What is not sent stays as it is (sellasist-api 6). */
export interface OrderUpdate {
  /** Id of a status. */
  readonly status?: string;
  readonly additional_fields?: readonly FieldUpdate[];
  /** Whole: what a part leaves out may be kept, or lost. */
  readonly bill_address?: Readonly<Record<string, unknown>>;
}

export interface DocumentsAsked {
  /** At most 100. */
  readonly limit: number;
  readonly offset: number;
  /** `correct`: corrections. Sale documents unless said otherwise. */
  readonly type?: 'sale' | 'correct';
  readonly seriesId?: string;
}

export interface OrdersAsked {
  /** At most 100. */
  readonly limit: number;
  /** Default 0. */
  readonly offset?: number;
  /** Without the placeholders of what nobody has confirmed; a panel that overlooks this lists them all the same. */
  readonly confirmed: boolean;
}

export interface SellasistClient {
  order(id: string): Promise<Result<OrderWire>>;
  /** The order's addresses exactly as they came, to be written back. */
  rawAddresses(id: string): Promise<Result<RawAddresses>>;
  /** Newest first. */
  orders(asked: OrdersAsked): Promise<Result<readonly OrderRowWire[]>>;
  /** Newest first, unconfirmed ones left out. @param from the first day of the orders (ISO date); a panel that overlooks it lists older ones as well. */
  watchedOrders(asked: {
    readonly limit: number;
    readonly offset: number;
    readonly from: string;
  }): Promise<Result<readonly WatchedOrder[]>>;
  /** Newest first, with all that the order itself says; null for a row of which something is left out (sellasist-api 4.2). */
  ordersWithCarts(asked: {
    readonly limit: number;
    readonly offset: number;
  }): Promise<Result<readonly (OrderWire | null)[]>>;
  /** The same for whoever only looks: what a row leaves out counts as empty. */
  ordersSeen(asked: {
    readonly limit: number;
    readonly offset: number;
  }): Promise<Result<readonly (OrderWire | null)[]>>;
  /** Goes out so that the browser cannot repeat it. Success says that it was taken, not that it was kept: read back. */
  putOrder(id: string, update: OrderUpdate, timeoutMs?: number): Promise<Result<null>>;
  /** Every text of the order's newest internal notes, as it came. */
  notes(orderId: string): Promise<Result<readonly string[]>>;
  /** One more internal note. Goes out so that the browser cannot repeat it: the panel knows no note again. `isSaid`: the answer says that it is there. */
  addNote(orderId: string, text: string): Promise<Result<{ readonly isSaid: boolean }>>;
  /** Additional fields of orders; `type` is `saledocument`, `files`, or a kind of text. */
  fields(): Promise<Result<readonly DictionaryRow[]>>;
  statuses(): Promise<Result<readonly DictionaryRow[]>>;
  payments(): Promise<Result<readonly DictionaryRow[]>>;
  /** Of the module "Dokumenty [Nowe]"; `type` is `invoice`, `receipt`, `correction`, or the panel's own word for others. */
  series(): Promise<Result<readonly DictionaryRow[]>>;
  document(id: string): Promise<Result<DocumentWire>>;
  /** Newest first. */
  documents(asked: DocumentsAsked): Promise<Result<readonly DocumentRowWire[]>>;
  return(id: string): Promise<Result<ReturnWire>>;
  orderLogs(orderId: string, tag?: 'invoice_create' | 'receipt_create'): Promise<Result<readonly LogWire[]>>;
  /** Of all orders: which invoices were created. Newest first (sellasist-api 10). */
  newInvoices(asked: { readonly limit: number; readonly offset: number }): Promise<Result<readonly LogWire[]>>;
}

export interface SellasistClientParts {
  readonly transport: Transport;
  /** The sub-domain, as `panelOf` gives it. */
  readonly panel: string;
  /** Decrypted for each request; null: none is stored; `locked`: it waits for a passphrase. */
  readonly key: () => Promise<{ readonly key: string } | { readonly locked: true } | null>;
}

const TIMEOUT_MS = 30_000;
const PAGE = 100;
/** A dictionary longer than this is an endpoint that ignores `offset`. */
const MOST_PAGES = 20;

type Query = Readonly<Record<string, string | number>>;
type Sent = Pick<HttpRequest, 'method' | 'body' | 'timeoutMs' | 'sending'> & { readonly values: readonly string[] };

const READ: Sent = { method: 'GET', body: null, timeoutMs: TIMEOUT_MS, sending: 'repeatable', values: [] };

export function sellasistClient({ transport, panel, key }: SellasistClientParts): SellasistClient {
  if (panelOf(panel) !== panel) throw new Error('not the sub-domain of a panel');
  const base = `https://${panel}.sellasist.pl/api/v1`;

  async function call(path: string, query: Query, sent: Sent): Promise<Result<unknown>> {
    const secret = await key();
    if (secret !== null && 'locked' in secret) return failed({ kind: 'locked' });
    const apiKey = secret?.key.trim() ?? '';
    if (apiKey === '') return failed({ kind: 'missing-key' });
    // No header can carry it, so it cannot be the key.
    if (!/^[\x21-\x7e]+$/.test(apiKey)) return failed({ kind: 'unauthorized' });
    const { values, ...request } = sent;
    const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const outcome = await transport({
      ...request,
      url: `${base}/${path}${search.length === 0 ? '' : `?${search.join('&')}`}`,
      headers: {
        apiKey,
        accept: 'application/json',
        ...(sent.body === null ? {} : { 'content-type': 'application/json' }),
      },
    });
    return judge(outcome, [apiKey, ...values]);
  }

  /** A detail: an object, or an array with one (sellasist-api 9.4). One that is not the asked one is not believed. */
  async function one<S extends z.core.$ZodType<{ id: string }>>(path: string, id: string, schema: S) {
    if (!isPathId(id)) return failed({ kind: 'not-found' });
    const answer = await call(`${path}/${id}`, {}, READ);
    if (!answer.ok) return answer;
    const { value } = answer;
    if (Array.isArray(value) && value.length === 0) return failed({ kind: 'not-found' });
    const read = z.safeParse(schema, Array.isArray(value) && value.length === 1 ? value[0] : value);
    return read.success && read.data.id === id
      ? { ok: true as const, value: read.data }
      : failed({ kind: 'unreadable' });
  }

  async function list<S extends z.core.$ZodType>(path: string, query: Query, row: S): Promise<Result<z.output<S>[]>> {
    const answer = await call(path, query, READ);
    if (!answer.ok) return answer.problem.kind === 'not-found' ? { ok: true, value: [] } : answer;
    const read = z.safeParse(z.array(row), rowsIn(answer.value, path));
    return read.success ? { ok: true, value: read.data } : failed({ kind: 'unreadable' });
  }

  /** All of a dictionary. A page that fails makes the whole of it fail (sellasist-api 2.1). */
  async function dictionary(path: string, typeOf: (row: DictionaryWire) => string) {
    const found = new Map<string, DictionaryRow>();
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await list(path, { limit: PAGE, offset: page * PAGE }, dictionaryWire);
      if (!answer.ok) return answer;
      const before = found.size;
      for (const row of answer.value) {
        if (row.id !== null && !found.has(row.id)) found.set(row.id, { id: row.id, name: row.name, type: typeOf(row) });
      }
      if (answer.value.length !== PAGE || found.size === before) break;
    }
    return { ok: true as const, value: [...found.values()] };
  }

  return {
    order: (id) => one('orders', id, orderWire),
    rawAddresses: (id) => one('orders', id, addressesWire),
    orders: ({ limit, offset = 0, confirmed }) =>
      list('orders', { sort: 'desc', ...(confirmed ? { placeholder: 0 } : {}), limit, offset }, orderRowWire),
    watchedOrders: ({ limit, offset, from }) =>
      list('orders', { sort: 'desc', placeholder: 0, date_from: from, limit, offset }, watchedOrderWire),
    async ordersWithCarts({ limit, offset }) {
      const answer = await list('orders_with_carts', { sort: 'desc', limit, offset }, z.unknown());
      return answer.ok ? { ok: true, value: answer.value.map(wholeOrder) } : answer;
    },
    async ordersSeen({ limit, offset }) {
      const answer = await list('orders_with_carts', { sort: 'desc', limit, offset }, z.unknown());
      return answer.ok ? { ok: true, value: answer.value.map(readOrder) } : answer;
    },
    async putOrder(id, update, timeoutMs = TIMEOUT_MS) {
      if (!isPathId(id)) return failed({ kind: 'not-found' });
      const texts = Object.values(update.bill_address ?? {}).filter((value) => typeof value === 'string');
      const values = [...(update.additional_fields?.map((field) => field.field_value) ?? []), ...texts];
      const body = JSON.stringify(update);
      const answer = await call(`orders/${id}`, {}, { method: 'PUT', body, timeoutMs, sending: 'once', values });
      return answer.ok ? { ok: true, value: null } : answer;
    },
    async notes(orderId) {
      if (!isPathId(orderId)) return failed({ kind: 'not-found' });
      const answer = await call(`notes/${orderId}`, { sort: 'desc', limit: PAGE, offset: 0 }, READ);
      // Where there are none the panel says that it has not found them (sellasist-api 2.4).
      if (!answer.ok) return answer.problem.kind === 'not-found' ? { ok: true, value: [] } : answer;
      const texts = noteTextsIn(answer.value);
      return texts === null ? failed({ kind: 'unreadable' }) : { ok: true, value: texts };
    },
    async addNote(orderId, text) {
      if (!isPathId(orderId)) return failed({ kind: 'not-found' });
      const body = JSON.stringify({ order_id: orderId, text });
      const sent: Sent = { method: 'POST', body, timeoutMs: TIMEOUT_MS, sending: 'once', values: [text] };
      const answer = await call('notes', {}, sent);
      return answer.ok ? { ok: true, value: { isSaid: saysWritten(answer.value) } } : answer;
    },
    fields: () => dictionary('orders_fields', (row) => row.type),
    statuses: () => dictionary('statuses', (row) => row.type),
    payments: () => dictionary('payments', (row) => row.type),
    series: () => dictionary('operationdocuments_series', seriesTypeOf),
    document: (id) => one('operationdocuments', id, documentWire),
    documents: ({ limit, offset, type = 'sale', seriesId }) =>
      list(
        'operationdocuments',
        { type, ...(seriesId === undefined ? {} : { series_id: seriesId }), sort: 'desc', limit, offset },
        documentRowWire,
      ),
    return: (id) => one('returns', id, returnWire),
    orderLogs: (orderId, tag = 'invoice_create') =>
      list('orders_logs', { orders: orderId, operation_tag: tag, sort: 'desc', limit: PAGE, offset: 0 }, logWire),
    newInvoices: ({ limit, offset }) =>
      list('orders_logs', { operation_tag: 'invoice_create', sort: 'desc', limit, offset }, logWire),
  };
}

type DictionaryWire = z.output<typeof dictionaryWire>;

function seriesTypeOf(row: DictionaryWire): string {
  const kind = kindOf(row);
  return kind === 'other' ? row.type : kind;
}

/** The readers take a missing list for an empty one; here that would be an order without lines, or with empty fields. */
function wholeOrder(row: unknown): OrderWire | null {
  return isRecord(row) && Array.isArray(row.carts) && !isNothing(row.additional_fields) ? readOrder(row) : null;
}

function readOrder(row: unknown): OrderWire | null {
  const read = z.safeParse(orderWire, row);
  return read.success ? read.data : null;
}

/** What may stand as one segment of a path. */
function isPathId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}

/** Lists are bare arrays; some answers wrap them (sellasist-api 2.1). Anything else is no list, least of all an empty one. */
function rowsIn(value: unknown, path: string): unknown {
  if (!isRecord(value)) return value;
  return ['data', 'items', 'results', path].map((name) => value[name]).find(Array.isArray);
}
