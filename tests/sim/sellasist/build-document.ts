import { decimal, grosze, thousandths, worth } from './amounts.ts';
import { type LineInput, NO_ADDRESS } from './build-order.ts';
import type {
  Address,
  DocumentKind,
  DocumentLine,
  OldDocument,
  OperationDocument,
  Order,
  Series,
  WirePatch,
} from './model.ts';
import type { PanelState } from './state.ts';

export interface DocumentLineInput extends LineInput {
  /** Gross of the whole line; left out: quantity times price. */
  readonly lineGross?: string;
  /** Per cent, decimal text. */
  readonly discount?: string;
}

export interface DocumentInput {
  readonly id?: string;
  readonly number?: string;
  /** Name of the series; `FV` when left out. It decides what the document is. */
  readonly series?: string;
  readonly swapped?: boolean;
  readonly issueDate?: string;
  readonly saleDate?: string;
  /** The order it was issued from; null for one that has none. Left out: a new order is made. */
  readonly orderId?: string | null;
  readonly mainDocumentId?: string;
  readonly buyer?: Partial<Address> | null;
  /** Left out: the order's lines, and its shipping as one more line. */
  readonly lines?: readonly DocumentLineInput[];
  readonly total?: string;
  readonly currency?: string;
  readonly comments?: string;
  readonly ready?: boolean;
  readonly sync?: string;
  /** Whether the order then carries the number, as the panel does it. */
  readonly numberInOrder?: boolean;
  readonly wire?: WirePatch;
}

/** `order` is null for a document without one. */
export function addDocument(state: PanelState, order: Order | null, input: DocumentInput = {}): OperationDocument {
  const id = input.id ?? state.nextId('document');
  if (state.documents.has(id)) throw new Error(`document ${id} exists already`);
  const series = seriesNamed(state, input.series ?? 'FV');
  const issueDate = input.issueDate ?? order?.date.slice(0, 10) ?? state.today;
  const products = (input.lines ?? linesOf(order)).map((line) => documentLine(state, line));
  const base = order ? (order.billAddress.street === '' ? order.shipmentAddress : order.billAddress) : NO_ADDRESS;

  const document: OperationDocument = {
    id,
    number: input.number ?? nextNumber(state, series, issueDate),
    kind: kindOf(series),
    swapped: input.swapped ?? false,
    issueDate,
    saleDate: input.saleDate ?? issueDate,
    total: input.total === undefined ? products.reduce((sum, line) => sum + line.lineGross, 0) : grosze(input.total),
    currency: input.currency ?? order?.currency ?? 'PLN',
    orderId: order?.id ?? null,
    mainDocumentId: input.mainDocumentId ?? null,
    email: order?.email ?? '',
    buyer: input.buyer === null ? null : { ...base, ...input.buyer },
    comments: input.comments ?? '',
    ready: input.ready ?? true,
    seriesId: series.id,
    products,
    sync: input.sync ?? '—',
    wire: input.wire ?? {},
  };
  state.documents.set(id, document);
  if (order && document.kind.type === 'sale') announce(state, order, document, input.numberInOrder ?? true);
  return document;
}

/** What the panel notes in the order when a document was issued from it. */
function announce(state: PanelState, order: Order, document: OperationDocument, numberInOrder: boolean): void {
  const { subtype } = document.kind;
  if (subtype !== 'invoice' && subtype !== 'receipt') return;
  if (numberInOrder) order.documentNumber = document.number;
  state.addLog(order.id, `${subtype}_create`, document.id, `Wystawiono dokument <b>${document.number}</b>`);
}

export interface OldDocumentInput {
  readonly id: string;
  readonly kind: OldDocument['kind'];
  readonly number: string;
  readonly date: string;
  readonly orderId: string;
  readonly seriesId?: string;
  readonly invoiceId?: string;
  readonly total: string;
}

export function addOldDocument(state: PanelState, input: OldDocumentInput): OldDocument {
  const document: OldDocument = {
    ...input,
    seriesId: input.seriesId ?? state.setup.oldSeries[0]?.id ?? '1',
    invoiceId: input.invoiceId ?? null,
    total: grosze(input.total),
  };
  state.oldDocuments.push(document);
  return document;
}

function seriesNamed(state: PanelState, name: string): Series {
  const series = state.setup.series.find((candidate) => candidate.name === name);
  if (!series) throw new Error(`the account knows no series ${name}`);
  return series;
}

function kindOf(series: Series): DocumentKind {
  if (series.type === 'stock') return { type: 'stock', subtype: 'release' };
  if (series.type === 'receipt') return { type: 'sale', subtype: 'receipt' };
  if (series.subtype === 'correction') return { type: 'correct', subtype: 'correction' };
  return { type: 'sale', subtype: series.subtype === 'proforma' ? 'proforma' : 'invoice' };
}

/** One past the highest running number that the series has in that month. */
function nextNumber(state: PanelState, series: Series, issueDate: string): string {
  const [year, month] = issueDate.split('-');
  const taken = [...state.documents.values()]
    .filter((document) => document.seriesId === series.id && document.number.endsWith(`/${month}/${year}`))
    .map((document) => Number(document.number.slice(series.prefix.length + 1).split('/')[0]));
  return `${series.prefix}/${Math.max(0, ...taken) + 1}/${month}/${year}`;
}

function linesOf(order: Order | null): readonly DocumentLineInput[] {
  if (!order) return [{}];
  const goods = order.carts.map((line) => ({
    productId: line.productId,
    name: line.name,
    quantity: decimal(line.quantity, 3),
    price: decimal(line.price, 2),
    rate: line.rate,
    symbol: line.symbol,
    ean: line.ean,
  }));
  if (order.shipment.price === 0) return goods;
  const shipping = {
    productId: '0',
    name: order.shipment.name,
    price: decimal(order.shipment.price, 2),
    symbol: '',
    ean: '',
  };
  return [...goods, shipping];
}

function documentLine(state: PanelState, input: DocumentLineInput): DocumentLine {
  const quantity = thousandths(input.quantity ?? '1');
  const unitGross = grosze(input.price ?? '49.00');
  return {
    id: input.id ?? state.nextId('documentLine'),
    productId: input.productId ?? '77',
    name: input.name ?? 'Kubek ceramiczny',
    symbol: input.symbol ?? 'KUB-01',
    ean: input.ean ?? '5900000000015',
    quantity,
    rate: input.rate === undefined ? 23 : input.rate,
    unitGross,
    lineGross: input.lineGross === undefined ? worth(unitGross, quantity) : grosze(input.lineGross),
    discount: input.discount ?? '0.00',
    wire: input.wire ?? {},
  };
}
