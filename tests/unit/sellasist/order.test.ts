import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { saleDocumentOfOrder } from '../../../utils/sellasist/order.ts';
import { orderWire } from '../../../utils/sellasist/wire.ts';
import { type Json, readOrder, sampleOrder } from './samples.ts';

function documentOf(changes: Json = {}, documentFieldId: string | null = null) {
  return saleDocumentOfOrder(readOrder(changes), { panel: 'acme', documentFieldId });
}

function lineOf(line: Json) {
  return documentOf({ carts: [line] }).lines[0];
}

const MUG = { id: '1', name: 'Kubek', quantity: '2.000', price: '49.00', tax_rate: '23.000' };

describe('an order without a document', () => {
  it('becomes a document: the sample order', () => {
    expect(documentOf()).toEqual({
      key: 'o1001',
      panel: 'acme',
      orderId: '1001',
      documentId: null,
      number: null,
      seriesId: null,
      issueDate: null,
      saleDate: null,
      orderDate: '2026-11-20',
      buyer: {
        name: 'Testowa Sp. z o.o.',
        isCompany: true,
        nip: '111-111-11-11',
        street: 'Próbna 7/2',
        postcode: '00-001',
        city: 'Warszawa',
        country: 'PL',
        email: 'anna.test@example.com',
      },
      currency: 'PLN',
      lines: [
        {
          id: '50011',
          role: 'goods',
          name: 'Kubek ceramiczny',
          quantity: 2000,
          unitGross: 4900,
          lineGross: null,
          discount: 0,
          vat: { kind: 'rate', rate: { kind: 'percent', percent: 23 } },
          unit: null,
        },
        {
          id: '50012',
          role: 'goods',
          name: 'Książka kucharska',
          quantity: 1000,
          unitGross: 2199,
          lineGross: null,
          discount: 0,
          vat: { kind: 'rate', rate: { kind: 'percent', percent: 5 } },
          unit: null,
        },
        {
          id: 'shipping',
          role: 'shipping',
          name: 'Kurier',
          quantity: 1000,
          unitGross: 1599,
          lineGross: null,
          discount: 0,
          vat: { kind: 'unknown', text: '' },
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

  it('is the same document when every value comes in its other spelling', () => {
    const order = sampleOrder();
    const bill = order.bill_address as Json;
    const spelled = {
      id: 1001,
      date: { date: '2026-11-20 10:15:00' },
      total: 135.98,
      placeholder: 'false',
      document_number: null,
      bill_address: { ...bill, home_number: 7, flat_number: 2, country: 'POL' },
      shipment: { id: '5', name: 'Kurier', total: 15.99 },
      payment: { id: 2, name: 'Przelew', paid: 135.98, paid_date: '2026-11-20T09:20:11Z', cod: false, currency: 'PLN' },
      carts: [
        { line_id: 50011, name: 'Kubek ceramiczny', quantity: 2, price: 49, tax: 23 },
        { id: 50012, name: 'Książka kucharska', quantity: 1, price: 21.99, tax_rate: '5%', tax: '' },
      ],
      additional_fields: null,
    };
    expect(documentOf(spelled)).toEqual(documentOf());
  });

  it('has nothing in it when the order says nothing', () => {
    const bare = z.parse(orderWire, { id: 5 });
    expect(saleDocumentOfOrder(bare, { panel: 'acme', documentFieldId: '12' })).toMatchObject({
      key: 'o5',
      orderDate: null,
      currency: '',
      lines: [],
      total: null,
      payment: { methodId: null, methodName: null, paid: 0, paidOn: null, cashOnDelivery: false },
      unconfirmed: false,
      signs: [],
    });
  });

  it.each([
    [{ currency: 'eur' }, 'EUR'],
    [{ currency: '' }, 'PLN'],
    [{ payment: { currency: '' } }, ''],
    [{ payment: null }, ''],
  ])('takes its currency from the top, then from the payment, and from nowhere else: %j', (changes, currency) => {
    expect(documentOf(changes).currency).toBe(currency);
  });

  it.each([0, '0', false, 'false', '', null, undefined, 'nie'])(
    'is confirmed by a placeholder of %j',
    (placeholder) => {
      expect(documentOf({ placeholder }).unconfirmed).toBe(false);
    },
  );

  it.each([1, '1', true, 'true', 'tak', 'whatever'])('is not confirmed by a placeholder of %j', (placeholder) => {
    expect(documentOf({ placeholder }).unconfirmed).toBe(true);
  });

  it.each(['', null, undefined, 'about 100', '12.345', true])('has no total by %j', (total) => {
    expect(documentOf({ total }).total).toBeNull();
  });

  it('is paid on no day by a zero date', () => {
    const payment = { id: '2', paid: '0.00', paid_date: '0000-00-00 00:00:00', cod: '1' };
    expect(documentOf({ payment }).payment).toEqual({
      methodId: '2',
      methodName: null,
      paid: 0,
      paidOn: null,
      cashOnDelivery: true,
    });
  });
});

describe('a line of an order', () => {
  it.each([
    [
      { price: '-10.00', quantity: '1.000' },
      { unitGross: -1000, quantity: 1000 },
    ],
    [
      { price: '49.00', quantity: '-1' },
      { unitGross: 4900, quantity: -1000 },
    ],
    [{ price: '0.00' }, { unitGross: 0 }],
    [{ price: 'free' }, { unitGross: null }],
    [{ price: null }, { unitGross: null }],
    [{ price: '49.005' }, { unitGross: null }],
    [{ quantity: '1.5' }, { quantity: 1500 }],
    [{ quantity: '1.2345' }, { quantity: null }],
    [{ quantity: '' }, { quantity: null }],
    [{ quantity: true }, { quantity: null }],
    [{ id: null, line_id: 77 }, { id: '77' }],
    [{ id: 0 }, { id: 'line-1' }],
    [{ tax_rate: '', tax: 8 }, { vat: { kind: 'rate', rate: { kind: 'percent', percent: 8 } } }],
    [{ tax_rate: null }, { vat: { kind: 'unknown', text: '' } }],
    [{ tax_rate: '0.000' }, { vat: { kind: 'zero' } }],
    [{ tax_rate: 'ZW' }, { vat: { kind: 'rate', rate: { kind: 'exempt', basis: null } } }],
    // An option's price may be inside the price already.
    [{ selected_options_data: [{ name: 'Grawer', price: '15.00' }] }, { unitGross: 4900 }],
  ])('with %j has %j', (changes, expected) => {
    expect(lineOf({ ...MUG, ...changes })).toMatchObject(expected);
  });

  it('keeps a hostile name as it is', () => {
    expect(lineOf({ ...MUG, name: '<b>Kubek</b>\n=cmd|calc' })?.name).toBe('<b>Kubek</b>\n=cmd|calc');
  });
});

describe('the shipping of an order', () => {
  it.each(['0', '0.00', 0, '', null, undefined])('is no line at a price of %j', (total) => {
    expect(documentOf({ shipment: { name: 'Odbiór osobisty', total } }).lines.map((line) => line.role)).toEqual([
      'goods',
      'goods',
    ]);
  });

  it('is a line without a price when the price cannot be read', () => {
    const line = documentOf({ shipment: { name: 'Kurier', total: 'wg cennika' } }).lines.at(-1);
    expect(line).toMatchObject({ role: 'shipping', name: 'Kurier', unitGross: null });
  });
});

describe('an order that cannot be read for certain', () => {
  it.each([
    ['no id', { id: null }],
    ['an id that loses digits', { id: 2 ** 53 }],
    ['lines that are no list', { carts: { a: 1 } }],
    ['a line that is no object', { carts: ['Kubek'] }],
    ['a paid amount that is no amount', { payment: { paid: 'all of it' } }],
    ['a paid amount that is a yes', { payment: { paid: true } }],
  ])('is unreadable as a whole: %s', (_, changes) => {
    expect(z.safeParse(orderWire, sampleOrder(changes)).success).toBe(false);
  });
});

describe('a sign that an order was invoiced', () => {
  it.each(['FV 12/11/2026', ' FV 12/11/2026 ', 'PRO/1/2026', 'PZ/1', 'Faktura 7', 7])(
    'is its document number %j',
    (document_number) => {
      expect(documentOf({ document_number })).toMatchObject({
        receipts: [],
        signs: [{ kind: 'document-number', number: String(document_number).trim() }],
      });
    },
  );

  it.each(['PA/123/2026', 'P/12', 'P12/2026', 'pa/1', 'PAR 3/11/2026', 'PAR/1'])(
    'is not the number of a receipt, %j, which is told apart',
    (document_number) => {
      expect(documentOf({ document_number })).toMatchObject({ receipts: [document_number], signs: [] });
    },
  );

  it('names receipts known from elsewhere once', () => {
    const order = readOrder({ document_number: 'PA/1/2026' });
    const receipts = ['PA / 1/2026', 'P7/11/2026'];
    expect(saleDocumentOfOrder(order, { panel: 'acme', documentFieldId: null, receipts }).receipts).toEqual([
      'PA/1/2026',
      'P7/11/2026',
    ]);
  });

  it.each([
    ['base64', 'JVBERi0xLjQK'],
    ['an address', 'https://acme.sellasist.pl/f/1.pdf'],
    ['a list', ['', 'fv.pdf']],
    ['an object', { name: 'fv.pdf', content: null }],
  ])('is the filled field of the PDF: %s', (_, field_value) => {
    const fields = [{ field_id: '12', field_value }];
    expect(documentOf({ additional_fields: fields }, '12').signs).toEqual([{ kind: 'field-filled', fieldId: '12' }]);
    expect(documentOf({ additional_fields: fields }, '13').signs).toEqual([]);
    expect(documentOf({ additional_fields: fields }, null).signs).toEqual([]);
  });

  it.each(['', ' ', null, undefined, [], [''], {}, { name: '', url: null }, 0, '0', false])(
    'is not an empty field, %j',
    (field_value) => {
      expect(documentOf({ additional_fields: [{ field_id: 12, field_value }] }, '12').signs).toEqual([]);
    },
  );

  it('is seen in any of the entries of a field that comes more than once, listed or keyed', () => {
    const entries = [
      { field_id: 12, field_value: '' },
      { field_id: '12', field_value: 'fv.pdf' },
    ];
    for (const additional_fields of [entries, { a: entries[0], b: entries[1] }]) {
      expect(documentOf({ additional_fields }, '12').signs).toHaveLength(1);
    }
  });
});
