import { type Grosze, grosze, thousandths, worth } from './amounts.ts';
import type { Address, CartLine, Order, OrderPayment, Rate, WirePatch } from './model.ts';
import { nipFor } from './nip.ts';
import type { PanelState } from './state.ts';
import { addDays } from './time.ts';

export interface LineInput {
  readonly id?: string;
  readonly productId?: string;
  readonly name?: string;
  /** Decimal text, `'1.5'`. */
  readonly quantity?: string;
  /** Gross of one, decimal text. */
  readonly price?: string;
  readonly rate?: Rate;
  readonly symbol?: string;
  readonly ean?: string;
  readonly wire?: WirePatch;
}

/** Everything may be left out: what comes is a paid order of a Polish company that can be invoiced as it stands. */
export interface OrderInput {
  readonly id?: string;
  /** `YYYY-MM-DD` or with time. */
  readonly date?: string;
  readonly statusId?: string;
  readonly email?: string;
  readonly currency?: string;
  readonly comment?: string;
  readonly source?: string;
  readonly placeholder?: boolean;
  readonly invoice?: boolean;
  readonly documentNumber?: string;
  readonly trackingNumbers?: readonly string[];
  /** Laid over a complete company; null is the empty address of somebody who wants a receipt. */
  readonly buyer?: Partial<Address> | null;
  readonly receiver?: Partial<Address>;
  readonly lines?: readonly LineInput[];
  readonly shipping?: { readonly id?: string; readonly price?: string };
  readonly payment?: {
    readonly id?: string;
    /** Left out: the total, or nothing for cash on delivery. */
    readonly paid?: string;
    readonly paidDate?: string;
    readonly cod?: boolean;
  };
  /** Left out: what the lines and the shipping add up to. */
  readonly total?: string;
  /** By field id: text for text fields, bytes for file fields. */
  readonly fields?: Readonly<Record<string, string | Buffer>>;
  readonly externalId?: string;
  readonly wire?: WirePatch;
}

export function addOrder(state: PanelState, input: OrderInput = {}): Order {
  const id = input.id ?? state.nextId('order');
  if (state.orders.has(id)) throw new Error(`order ${id} exists already`);
  const index = state.orders.size + 1;
  const date = withTime(input.date ?? addDays(state.today, -2), '10:15:00');
  const carts = (input.lines ?? [{}]).map((line) => cartLine(state, line));
  const shipment = pick(state.setup.shipments, input.shipping?.id);
  const shippingPrice = grosze(input.shipping?.price ?? '15.99');
  const goods = carts.reduce((sum, line) => sum + worth(line.price, line.quantity), 0);
  const total = input.total === undefined ? goods + shippingPrice : grosze(input.total);
  const receiver = { ...person(index), ...input.receiver };

  const order: Order = {
    id,
    date,
    statusId: input.statusId ?? '3',
    email: input.email ?? `klient${id}@example.com`,
    currency: input.currency ?? 'PLN',
    comment: input.comment ?? '',
    source: input.source ?? 'shop',
    shop: state.setup.shop,
    creator: 'Sklep/testowy',
    placeholder: input.placeholder ?? false,
    invoice: input.invoice ?? input.buyer !== null,
    documentNumber: input.documentNumber ?? '',
    trackingNumbers: input.trackingNumbers ?? [],
    billAddress: input.buyer === null ? { ...NO_ADDRESS } : { ...receiver, ...company(index), ...input.buyer },
    shipmentAddress: receiver,
    shipment: { id: shipment.id, name: shipment.name, price: shippingPrice },
    payment: payment(state, input, total, date),
    carts,
    total,
    texts: new Map(),
    files: new Map(),
    externalId: input.externalId ?? '',
    wire: input.wire ?? {},
  };
  for (const [fieldId, value] of Object.entries(input.fields ?? {})) {
    if (typeof value === 'string') order.texts.set(fieldId, value);
    else order.files.set(fieldId, [state.keepFile(value)]);
  }
  state.orders.set(id, order);
  state.addLog(id, 'order_create', id, 'Utworzono zamówienie');
  return order;
}

function cartLine(state: PanelState, input: LineInput): CartLine {
  const id = input.id ?? state.nextId('line');
  return {
    id,
    productId: input.productId ?? '77',
    variantId: null,
    name: input.name ?? 'Kubek ceramiczny',
    quantity: thousandths(input.quantity ?? '1'),
    price: grosze(input.price ?? '49.00'),
    rate: input.rate === undefined ? 23 : input.rate,
    symbol: input.symbol ?? 'KUB-01',
    ean: input.ean ?? '5900000000015',
    wire: input.wire ?? {},
  };
}

function payment(state: PanelState, input: OrderInput, total: Grosze, date: string): OrderPayment {
  const wanted = input.payment ?? {};
  const cod = wanted.cod ?? false;
  const method = pick(state.setup.payments, wanted.id ?? (cod ? idOf(state, 'Za pobraniem') : idOf(state, 'Przelew')));
  const paid = wanted.paid === undefined ? (cod ? 0 : total) : grosze(wanted.paid);
  return {
    id: method.id,
    name: method.name,
    paid,
    paidDate: paid === 0 ? '' : withTime(wanted.paidDate ?? date.slice(0, 10), '10:20:11'),
    cod,
    status: paid >= total ? 'paid' : paid > 0 ? 'partial' : 'unpaid',
  };
}

function pick<T extends { id: string }>(rows: readonly T[], id: string | undefined): T {
  const row = id === undefined ? rows[0] : rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`the account knows no ${id}`);
  return row;
}

function idOf(state: PanelState, name: string): string {
  const row = state.setup.payments.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`the account knows no payment method ${name}`);
  return row.id;
}

const withTime = (date: string, time: string): string => (date.length === 10 ? `${date} ${time}` : date);

export const NO_ADDRESS: Address = {
  name: '',
  surname: '',
  company_name: '',
  company_nip: '',
  street: '',
  home_number: '',
  flat_number: '',
  description: '',
  postcode: '',
  city: '',
  state: '',
  phone: '',
  country: null,
};

const PEOPLE = ['Anna Testowa', 'Jan Próbny', 'Zofia Wzorowa', 'Łukasz Żółć', 'Beata Ćwiczebna'];

function person(index: number): Address {
  const [name = '', surname = ''] = PEOPLE[index % PEOPLE.length]?.split(' ') ?? [];
  return {
    ...NO_ADDRESS,
    name,
    surname,
    street: 'Próbna',
    home_number: String(index),
    postcode: '00-001',
    city: 'Warszawa',
    phone: '500100200',
    country: 'PL',
  };
}

const company = (index: number): Partial<Address> => ({
  company_name: `Firma Testowa ${index} Sp. z o.o.`,
  company_nip: nipFor(index),
});
