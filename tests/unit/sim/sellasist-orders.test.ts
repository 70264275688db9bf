import { describe, expect, it } from 'vitest';
import { createSellasist } from '../../sim/sellasist/index.ts';
import { isNip } from '../../sim/sellasist/nip.ts';
import { api, idsOf } from './sellasist-ask.ts';

describe('the sample orders of the Sellasist stand-in', () => {
  it('gives order 1001 as the specification has it', async () => {
    const { json } = await api(createSellasist(), '/orders/1001');
    expect(json).toMatchObject({
      id: '1001',
      date: '2026-11-20 10:15:00',
      status: { id: '3', name: 'Do wysłania' },
      email: 'anna.test@example.com',
      total: '135.98',
      placeholder: 0,
      invoice: '1',
      document_number: '',
      bill_address: {
        company_name: 'Testowa Sp. z o.o.',
        company_nip: '111-111-11-11',
        street: 'Próbna',
        home_number: '7',
        flat_number: '2',
        country: { id: 170, code: 'PL', name: 'Poland' },
      },
      shipment: { id: 5, name: 'Kurier', total: '15.99' },
      payment: { id: '2', name: 'Przelew', paid: '135.98', paid_date: '2026-11-20 10:20:11', cod: 0, currency: 'pln' },
      carts: [
        { id: '50011', product_id: '77', quantity: '2.000', price: '49.00', tax_rate: '23.000', symbol: 'KUB-01' },
        { id: '50012', product_id: '0', quantity: '1.000', price: '21.99', tax_rate: '5.000', symbol: '' },
      ],
      additional_fields: [
        { field_id: 12, field_name: 'Faktura PDF', field_value: '' },
        { field_id: 13, field_name: 'Numer FV', field_value: '' },
        { field_id: 14 },
        { field_id: 15 },
      ],
    });
  });

  it('knows that 111-111-11-11 has a right check digit', () => {
    expect(isNip('1111111111')).toBe(true);
    expect(isNip('1111111112')).toBe(false);
  });

  it('gives 1002 as somebody who wants a receipt and pays on delivery', async () => {
    const order = await api(createSellasist(), '/orders/1002');
    expect(order.json).toMatchObject({
      invoice: '0',
      total: '37.98',
      payment: { cod: 1, paid: '0.00', status: 'unpaid' },
    });
    expect(order.at('bill_address')).toMatchObject({ name: '', street: '', company_nip: '' });
    expect(order.at('carts.0.tax_rate')).toBe('');
  });

  it('gives 1003 as one that is done: a number, a filled field and a return', async () => {
    const sellasist = createSellasist();
    const order = await api(sellasist, '/orders/1003');
    expect(order.at('document_number')).toBe('FV/11/11/2026');
    const file = Buffer.from(String(order.at('additional_fields.0.field_value')), 'base64');
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await api(sellasist, '/returns')).json).toMatchObject([{ id: '5', order_id: '1003' }]);
  });

  it('moves the fixtures with the given day', async () => {
    const sellasist = createSellasist({ today: '2027-03-01' });
    expect((await api(sellasist, '/orders/1001')).at('date')).toBe('2027-02-27 10:15:00');
    expect((await api(sellasist, '/operationdocuments/77')).at('0.number')).toBe('FV/12/02/2027');
  });

  it('has another order 1001 in the second account', () => {
    const sellasist = createSellasist();
    const emails = ['demo', 'drugi'].map((name) => sellasist.panel(name).orders.get('1001')?.email);
    expect(emails).toEqual(['anna.test@example.com', 'zofia.wzorowa@example.com']);
  });
});

describe('orders that a test adds to the Sellasist stand-in', () => {
  it('can be invoiced as they stand when nothing is said about them', async () => {
    const sellasist = createSellasist();
    const nips = Array.from({ length: 40 }, () => sellasist.addOrder().billAddress.company_nip.replaceAll('-', ''));
    expect(nips.filter((nip) => !isNip(nip))).toEqual([]);
    expect(new Set(nips).size).toBe(40);
    const order = sellasist.addOrder();
    const answer = await api(sellasist, `/orders/${order.id}`);
    expect(answer.json).toMatchObject({ total: '64.99', payment: { paid: '64.99', status: 'paid' } });
    expect(answer.at('bill_address')).toMatchObject({ postcode: '00-001', city: 'Warszawa', country: { code: 'PL' } });
  });

  it('add up exactly, also with fractions of a piece', async () => {
    const sellasist = createSellasist();
    const order = sellasist.addOrder({
      lines: [
        { price: '0.10', quantity: '3' },
        { price: '19.99', quantity: '1.255' },
      ],
      shipping: { price: '0.00' },
    });
    expect((await api(sellasist, `/orders/${order.id}`)).at('total')).toBe('25.39');
  });

  it('take a patch for whatever a test wants broken on the wire', async () => {
    const sellasist = createSellasist();
    const order = sellasist.addOrder({ lines: [{ wire: { price: 'darmo' } }], wire: { total: null } });
    const answer = await api(sellasist, `/orders/${order.id}`);
    expect([answer.at('total'), answer.at('carts.0.price')]).toEqual([null, 'darmo']);
  });

  it('count partly paid orders as partly paid', () => {
    expect(createSellasist().addOrder({ payment: { paid: '10.00' } }).payment.status).toBe('partial');
  });
});

describe('lists of orders in the Sellasist stand-in', () => {
  it('give 25 rows unless asked, newest first, and never the items', async () => {
    const sellasist = createSellasist();
    for (let i = 0; i < 30; i++) sellasist.addOrder();
    const answer = await api(sellasist, '/orders');
    expect(answer.json).toHaveLength(25);
    expect(Number(answer.at('0.id'))).toBeGreaterThan(Number(answer.at('24.id')));
    expect(answer.at('0')).not.toHaveProperty('carts');
    expect(answer.at('0')).not.toHaveProperty('additional_fields');
  });

  it('give at most 100 rows whatever was asked, and write that down', async () => {
    const sellasist = createSellasist();
    for (let i = 0; i < 120; i++) sellasist.addOrder();
    expect((await api(sellasist, '/orders?limit=500')).json).toHaveLength(100);
    expect(sellasist.panel('demo').journal.slips).toEqual([{ code: 'limit-above-cap', detail: '/api/v1/orders' }]);
  });

  it('go through pages with offset, limit and sort', async () => {
    const sellasist = createSellasist();
    expect(idsOf(await api(sellasist, '/orders?sort=asc&limit=2&offset=1'))).toEqual(['1002', '1003']);
    expect(idsOf(await api(sellasist, '/orders?sort=desc&limit=2'))).toEqual(['1006', '1005']);
    expect(idsOf(await api(sellasist, '/orders?sort=asc&from_id=1004'))).toEqual(['1005', '1006']);
  });

  it.each(['/orders?offset=1000', '/orders?status_id=77', '/orders_with_carts?date_from=2030-01-01'])(
    'answer %s with 404 and a message',
    async (path) => {
      const answer = await api(createSellasist(), path);
      expect([answer.status, answer.json]).toEqual([404, { message: 'No records found' }]);
    },
  );

  it.each([
    ['/orders?status_id=4', ['1003']],
    ['/orders?email=JAN.probny@example.com', ['1002']],
    ['/orders?email_contains=anna', ['1001']],
    ['/orders?payment_status=unpaid&sort=asc', ['1002', '1006']],
    ['/orders?placeholder=0&payment_status=unpaid', ['1002']],
    ['/orders?exact_date=2026-11-19', ['1003']],
    ['/orders?date_from=2026-11-20%2012:00:00&sort=asc', ['1004', '1005', '1006']],
    ['/orders?last_name=pr%C3%B3bny', ['1006', '1002']],
  ])('filter by %s', async (path, expected) => {
    expect(idsOf(await api(createSellasist(), path))).toEqual(expected);
  });

  it('take the first day and leave the last one out', async () => {
    const sellasist = createSellasist();
    const day = await api(sellasist, '/orders_with_carts?date_from=2026-11-19&date_to=2026-11-20');
    expect(idsOf(day)).toEqual(['1003']);
    expect(day.at('0.carts')).toHaveLength(1);
  });

  it.each([
    '/orders?limit=0',
    '/orders?sort=up',
    '/orders?page=2',
    '/orders?date_from=20.11.2026',
    '/orders_with_carts?email=x',
  ])('refuse %s', async (path) => {
    expect((await api(createSellasist(), path)).status).toBe(400);
  });

  it.each(['data', 'items', 'results'] as const)('come wrapped in %s when told to', async (listWrapper) => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.listWrapper = listWrapper;
    expect((await api(sellasist, '/statuses')).at(listWrapper)).toHaveLength(6);
  });

  it('carry the fields when told to', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.fieldsInLists = true;
    expect((await api(sellasist, '/orders?limit=1')).at('0.additional_fields')).toHaveLength(4);
  });
});
