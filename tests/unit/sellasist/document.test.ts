import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { saleDocumentOfDocument } from '../../../utils/sellasist/document.ts';
import { documentWire } from '../../../utils/sellasist/wire.ts';
import { type Json, readDocument, readOrder, sampleDocument } from './samples.ts';

const ASKED = { panel: 'acme', documentFieldId: null };

function documentOf(changes: Json = {}, order: Json | null = {}) {
  return saleDocumentOfDocument(readDocument(changes), order === null ? null : readOrder(order), ASKED);
}

function lineOf(changes: Json) {
  const product = {
    id: '1',
    name: 'Kubek',
    quantity: '4.000',
    vat: '23.000',
    price_gross: '196.00',
    price_gross_unit: '49.00',
  };
  return documentOf({ products: [{ ...product, ...changes }] }).lines[0];
}

describe('a document of the panel', () => {
  it('becomes a document, with what only its order knows', () => {
    expect(documentOf()).toEqual({
      key: 'd77',
      panel: 'acme',
      orderId: '1001',
      documentId: '77',
      number: 'FV 12/11/2026',
      seriesId: '4',
      issueDate: '2026-11-21',
      saleDate: '2026-11-20',
      orderDate: '2026-11-20',
      buyer: {
        name: 'Testowa Sp. z o.o.',
        isCompany: true,
        nip: '1111111111',
        street: 'Próbna 7/2',
        postcode: '00-001',
        city: 'Warszawa',
        country: 'PL',
        email: 'ksiegowosc@example.com',
      },
      currency: 'PLN',
      lines: [
        {
          id: '901',
          role: 'goods',
          name: 'Kubek ceramiczny',
          quantity: 4000,
          unitGross: 4900,
          lineGross: 19600,
          discount: 0,
          vat: { kind: 'rate', rate: { kind: 'percent', percent: 23 } },
          unit: null,
        },
      ],
      total: 13598,
      payment: { methodId: '2', methodName: 'Przelew', paid: 13598, paidOn: '2026-11-20', cashOnDelivery: false },
      unconfirmed: false,
      receipts: [],
      signs: [],
    });
  });

  it('knows no payment, order date and country without its order', () => {
    expect(documentOf({ order_id: '' }, null)).toMatchObject({
      key: 'd77',
      orderId: null,
      orderDate: null,
      buyer: { country: null },
      payment: { methodId: null, methodName: null, paid: 0, paidOn: null, cashOnDelivery: false },
      unconfirmed: false,
      signs: [],
    });
  });

  it.each(['', '0', 0, null, undefined])('belongs to no order by an order id of %j', (order_id) => {
    expect(documentOf({ order_id }, null).orderId).toBeNull();
  });

  it('is never mixed with another order', () => {
    expect(() => documentOf({ order_id: '1002' })).toThrow('the order is not the one of the document');
  });

  it.each([
    [{ buyer_address: { country: { code: 'DE' } } }, {}, 'DE'],
    [{}, { bill_address: { name: 'Anna', country: 'Czechy' } }, 'CZ'],
    [{}, { bill_address: { name: 'Anna' } }, null],
    [{}, { bill_address: null, shipment_address: { name: 'Jan', country: 'SK' } }, 'SK'],
    [{}, { bill_address: { country: 'LT' }, shipment_address: { name: 'Jan' } }, 'LT'],
  ])('has the country of its address, else of its order: %j of %j is %j', (changes, order, country) => {
    expect(documentOf(changes, order).buyer.country).toBe(country);
  });

  it('takes an empty number, series, currency and e-mail from where they stand as well', () => {
    const changes = { number: '', custom_number: 'FV 9/2026', series_id: null, currency: '', email: null };
    expect(documentOf(changes)).toMatchObject({
      number: 'FV 9/2026',
      seriesId: '4',
      currency: 'PLN',
      buyer: { email: 'anna.test@example.com' },
    });
    expect(documentOf({ number: null, custom_number: '', currency: '', order_id: null }, null)).toMatchObject({
      number: null,
      currency: '',
    });
  });

  it('does not take its own number in the order for a sign, whichever of the two it is', () => {
    expect(documentOf({}, { document_number: ' FV 12/11/2026' }).signs).toEqual([]);
    expect(documentOf({ number: 'X/1' }, { document_number: 'FV 12/11/2026' }).signs).toEqual([]);
    expect(documentOf({ number: 'PA/1' }, { document_number: 'PA/1' })).toMatchObject({ receipts: [], signs: [] });
  });

  it('takes the number of another document in the order for a sign, and a receipt for a receipt', () => {
    expect(documentOf({}, { document_number: 'FV 13/11/2026' }).signs).toEqual([
      { kind: 'document-number', number: 'FV 13/11/2026' },
    ]);
    expect(documentOf({}, { document_number: 'PA/1/2026' })).toMatchObject({ receipts: ['PA/1/2026'], signs: [] });
  });

  it('is unconfirmed when its order is', () => {
    expect(documentOf({}, { placeholder: 1 }).unconfirmed).toBe(true);
  });

  it.each([
    ['an issue date that is no date', { issue_date: 'soon' }],
    ['a sale date that is no date', { sale_date: '2026-02-30' }],
    ['no id', { id: undefined }],
    ['lines that are no list', { products: 'none' }],
  ])('is unreadable with %s', (_, changes) => {
    expect(z.safeParse(documentWire, sampleDocument(changes)).success).toBe(false);
  });

  it('may have no dates', () => {
    expect(documentOf({ issue_date: '0000-00-00', sale_date: null })).toMatchObject({
      issueDate: null,
      saleDate: null,
    });
  });
});

describe('the role of a line', () => {
  const kurier = { name: 'Kurier', quantity: '1.000', price_gross: '15.99', price_gross_unit: '15.99' };
  const roleOf = (product: Json, order: Json | null = {}) =>
    documentOf({ products: [product], ...(order === null ? { order_id: '' } : {}) }, order).lines[0]?.role;

  it.each<[string, Json, string]>([
    ['a product of the panel is goods', { ...kurier, name: 'Kubek', product_id: '77' }, 'goods'],
    ['the shipment of the order is shipping', { ...kurier, product_id: '0' }, 'shipping'],
    ['the shipment is known by its name and worth, even with an id', { ...kurier, product_id: '9' }, 'shipping'],
    ['the shipment is known however its name is spaced', { ...kurier, name: ' kurier\u00a0' }, 'shipping'],
    ['what costs something else is not the shipment', { ...kurier, price_gross: '5.00' }, 'surcharge'],
    ['what has another name is not the shipment', { ...kurier, name: 'Opłata za pobranie' }, 'surcharge'],
    ['a product typed by hand in the order is goods', { ...kurier, name: 'Książka kucharska' }, 'goods'],
  ])('%s', (_title, product, role) => {
    expect(roleOf(product)).toBe(role);
  });

  it('without an order is told by the product id alone', () => {
    expect(roleOf({ ...kurier, product_id: '77' }, null)).toBe('goods');
    expect(roleOf({ ...kurier, product_id: '0' }, null)).toBe('surcharge');
  });

  it('of a free shipment is nobody’s', () => {
    const free = { ...kurier, price_gross: '0.00', price_gross_unit: '0.00', product_id: '77' };
    expect(roleOf(free, { shipment: { name: 'Kurier', total: '0' } })).toBe('goods');
  });
});

describe('a line of a document', () => {
  it('has a price of one and a total of the line, which the wire calls price_gross', () => {
    expect(lineOf({})).toMatchObject({ quantity: 4000, unitGross: 4900, lineGross: 19600 });
  });

  it.each([
    // quantity, unit, line, discount → hundredths of a per cent
    ['4.000', '49.00', '196.00', '0.00', 0],
    ['4.000', '49.00', '176.40', '10', 1000],
    ['4.000', '49.00', '176.40', '10.00', 1000],
    ['4.000', '49.00', '176.40', '10%', 1000],
    ['4.000', '49.00', '176.40', 10, 1000],
    // 3 × 9.99 less 12.5 % is 26.22375.
    ['3.000', '9.99', '26.22', '12.5', 1250],
    ['1.000', '10.00', '0.00', '100', 10000],
    // An amount taken off the line, not a per cent.
    ['4.000', '49.00', '186.00', '10', 0],
    // The price of one is after the discount already.
    ['4.000', '44.10', '176.40', '10', 0],
    ['1.000', '0.01', '0.01', '10', 0],
    ['4.000', '49.00', '176.40', '-10', 0],
    ['4.000', '49.00', '176.40', '110', 0],
    ['4.000', '49.00', '-196.00', '200', 0],
    ['4.000', '49.00', '176.40', 'ten', 0],
    ['4.000', '49.00', '176.40', null, 0],
    ['4.000', '49.00', null, '10', 0],
    ['4.000', null, '176.40', '10', 0],
    [null, '49.00', '176.40', '10', 0],
  ])('%s × %s = %s with a discount of %j has %d', (quantity, price_gross_unit, price_gross, discount, expected) => {
    expect(lineOf({ quantity, price_gross_unit, price_gross, discount })?.discount).toBe(expected);
  });

  it.each([
    [{ price_gross_unit: '' }, { unitGross: null, lineGross: 19600 }],
    [{ price_gross: 'x' }, { unitGross: 4900, lineGross: null }],
    [{ vat: 'zw' }, { vat: { kind: 'rate', rate: { kind: 'exempt', basis: null } } }],
    [{ vat: 'np' }, { vat: { kind: 'unknown', text: 'np' } }],
    [{ id: null }, { id: 'line-1' }],
  ])('with %j has %j', (changes, expected) => {
    expect(lineOf(changes)).toMatchObject(expected);
  });
});
