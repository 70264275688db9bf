/** An order as the API writes it (sellasist-api 5). `undefined` is left out by JSON, which is one of the spellings. */
import { addressOfFile } from '../addresses.ts';
import { valueOfFiles } from '../files.ts';
import type { Address, CartLine, Order } from '../model.ts';
import type { Spelling } from '../spelling.ts';
import type { PanelState } from '../state.ts';

export interface OrderParts {
  readonly carts: boolean;
  readonly fields: boolean;
}

export function orderWire(state: PanelState, order: Order, parts: OrderParts): unknown {
  const spell = state.spelling();
  const at = `order.${order.id}`;
  const currencyOnTop = spell.chance(`${at}.currency-on-top`);
  return {
    id: spell.id(order.id, `${at}.id`),
    date: spell.time(order.date, `${at}.date`),
    status: { id: spell.id(order.statusId, `${at}.status`), name: statusName(state, order.statusId) },
    email: order.email,
    total: spell.money(order.total, `${at}.total`),
    currency: currencyOnTop ? spell.currency(order.currency, `${at}.currency`) : undefined,
    comment: spell.text(order.comment, `${at}.comment`),
    source: order.source,
    shop: order.shop,
    creator: order.creator,
    placeholder: spell.flag(order.placeholder, `${at}.placeholder`),
    invoice: spell.textFlag(order.invoice, `${at}.invoice`),
    document_number: spell.text(order.documentNumber, `${at}.document_number`),
    tracking_number: spell.text(order.trackingNumbers[0] ?? '', `${at}.tracking_number`),
    bill_address: addressWire(spell, order.billAddress, `${at}.bill`),
    shipment_address: addressWire(spell, order.shipmentAddress, `${at}.ship`),
    shipment: {
      id: spell.numericId(order.shipment.id, `${at}.shipment`),
      name: order.shipment.name,
      total: spell.money(order.shipment.price, `${at}.shipment.total`),
    },
    payment: {
      id: spell.id(order.payment.id, `${at}.payment`),
      name: order.payment.name,
      paid: spell.money(order.payment.paid, `${at}.paid`),
      paid_date: spell.time(order.payment.paidDate, `${at}.paid_date`),
      cod: spell.flag(order.payment.cod, `${at}.cod`),
      status: order.payment.status,
      currency: currencyOnTop ? undefined : spell.currency(order.currency, `${at}.currency`),
      tax: '0',
    },
    payments: paymentsWire(spell, order, at),
    external_data: order.externalId === '' ? undefined : { external_id: order.externalId },
    carts: parts.carts ? order.carts.map((line) => cartWire(spell, line, `${at}.carts.${line.id}`)) : undefined,
    additional_fields: parts.fields ? fieldsWire(state, spell, order) : undefined,
    ...order.wire,
  };
}

function cartWire(spell: Spelling, line: CartLine, at: string): unknown {
  // On creation and in demo data the key is `tax` (sellasist-api 5.4).
  const rateKey = spell.chance(`${at}.rate-key`) ? 'tax' : 'tax_rate';
  return {
    id: spell.id(line.id, `${at}.id`),
    product_id: spell.id(line.productId, `${at}.product`),
    variant_id: line.variantId,
    name: line.name,
    quantity: spell.quantity(line.quantity, `${at}.quantity`),
    price: spell.money(line.price, `${at}.price`),
    [rateKey]: spell.rate(line.rate, `${at}.rate`),
    symbol: line.symbol,
    ean: line.ean,
    ...line.wire,
  };
}

export function addressWire(spell: Spelling, address: Address, at: string): unknown {
  return {
    name: spell.text(address.name, `${at}.name`),
    surname: spell.text(address.surname, `${at}.surname`),
    company_name: spell.text(address.company_name, `${at}.company_name`),
    company_nip: spell.nip(address.company_nip, `${at}.company_nip`),
    street: spell.text(address.street, `${at}.street`),
    home_number: spell.text(address.home_number, `${at}.home_number`),
    flat_number: spell.text(address.flat_number, `${at}.flat_number`),
    description: spell.text(address.description, `${at}.description`),
    postcode: spell.text(address.postcode, `${at}.postcode`),
    city: spell.text(address.city, `${at}.city`),
    state: spell.text(address.state, `${at}.state`),
    phone: spell.text(address.phone, `${at}.phone`),
    country: spell.country(address.country, `${at}.country`),
  };
}

function paymentsWire(spell: Spelling, order: Order, at: string): unknown[] {
  if (order.payment.paid === 0) return [];
  return [
    {
      payment_id: spell.id(order.payment.id, `${at}.payments.id`),
      date: spell.time(order.payment.paidDate, `${at}.payments.date`),
      amount: spell.money(order.payment.paid, `${at}.payments.amount`),
      currency: spell.currency(order.currency, `${at}.payments.currency`),
      status: order.payment.status,
      name: order.payment.name,
    },
  ];
}

function fieldsWire(state: PanelState, spell: Spelling, order: Order): unknown[] {
  return state.setup.fields.map((field) => {
    const at = `order.${order.id}.field.${field.id}`;
    const isFile = field.type === 'saledocument' || field.type === 'files';
    const value = isFile
      ? valueOfFiles(state.switches.fileMode, order.files.get(field.id) ?? [], (file) =>
          addressOfFile(state.setup.subdomain, order.id, field.id, file),
        )
      : (order.texts.get(field.id) ?? '');
    return {
      field_id: spell.numericId(field.id, `${at}.id`),
      field_name: field.name,
      field_value: typeof value === 'string' ? spell.text(value, `${at}.value`) : value,
    };
  });
}

const statusName = (state: PanelState, id: string): string =>
  state.setup.statuses.find((status) => status.id === id)?.name ?? '';
