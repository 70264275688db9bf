import { describe, expect, it } from 'vitest';
import { createSellasist, samplePdf } from '../../sim/sellasist/index.ts';
import { api, put } from './sellasist-ask.ts';

describe('writing an order of the Sellasist stand-in', () => {
  it('changes what was sent and leaves the rest', async () => {
    const sellasist = createSellasist();
    const before = await api(sellasist, '/orders/1001');
    const answer = await put(sellasist, '/orders/1001', { status: 9, document_number: 'FV 1/2026', paid: '1.00' });
    expect([answer.status, answer.json]).toEqual([200, { message: 'success', id: '1001' }]);
    const expected = before.text
      .replace('"status":{"id":"3","name":"Do wysłania"}', '"status":{"id":"9","name":"Błąd faktury"}')
      .replace('"document_number":""', '"document_number":"FV 1/2026"')
      .replace('"paid":"135.98"', '"paid":"1.00"')
      .replace('"amount":"135.98"', '"amount":"1.00"');
    expect((await api(sellasist, '/orders/1001')).text).toBe(expected);
  });

  it.each([
    ['an empty object', {}],
    ['a key that nobody knows', { staus: 3 }],
    ['a status that the account has not', { status: '99' }],
    ['a status as an object', { status: { id: 3 } }],
    ['an amount with a comma', { paid: '1,00' }],
    ['an unknown payment status', { payment_status: 'yes' }],
    ['an address as text', { bill_address: 'Warszawa' }],
    ['an unknown part of an address', { bill_address: { zip: '00-001' } }],
    ['a country that does not exist', { bill_address: { country: { code: 'XX' } } }],
    ['a country whose id and code disagree', { bill_address: { country: { id: 170, code: 'DE' } } }],
    ['fields that are no array', { additional_fields: { field_id: 13, field_value: 'x' } }],
    ['a field without an id', { additional_fields: [{ field_value: 'x' }] }],
    ['a field with a number as its value', { additional_fields: [{ field_id: 13, field_value: 5 }] }],
  ])('refuses %s with 400 and changes nothing', async (_, body) => {
    const sellasist = createSellasist();
    const before = (await api(sellasist, '/orders/1001')).text;
    expect((await put(sellasist, '/orders/1001', body)).status).toBe(400);
    expect((await api(sellasist, '/orders/1001')).text).toBe(before);
  });

  it('changes nothing at all when one part of a body is refused', async () => {
    const sellasist = createSellasist();
    const body = { additional_fields: [{ field_id: 13, field_value: 'x' }], status: '99' };
    expect((await put(sellasist, '/orders/1001', body)).status).toBe(400);
    expect(sellasist.panel('demo').text('1001', '13')).toBe('');
  });

  it('answers an order that is not there with 404', async () => {
    expect((await put(createSellasist(), '/orders/9999', { status: 3 })).status).toBe(404);
  });

  it('takes a country as a nested object and overlooks one given as text', async () => {
    const sellasist = createSellasist();
    const germany = { id: 80, code: 'DE', name: 'Germany' };
    await put(sellasist, '/orders/1001', { bill_address: { country: germany } });
    await put(sellasist, '/orders/1001', { bill_address: { country: 'PL', city: 'Berlin' } });
    expect((await api(sellasist, '/orders/1001')).at('bill_address')).toMatchObject({
      country: germany,
      city: 'Berlin',
    });
    expect(sellasist.panel('demo').journal.slips).toEqual([{ code: 'country-not-an-object', detail: 'bill_address' }]);
  });

  it('empties the parts of an address that were not sent when told to', async () => {
    const sellasist = createSellasist();
    await put(sellasist, '/orders/1001', { bill_address: { city: 'Łódź' } });
    expect((await api(sellasist, '/orders/1001')).at('bill_address')).toMatchObject({ city: 'Łódź', street: 'Próbna' });
    sellasist.panel('demo').switches.addressWrites = 'replace';
    await put(sellasist, '/orders/1001', { bill_address: { city: 'Łódź' } });
    expect((await api(sellasist, '/orders/1001')).at('bill_address')).toMatchObject({ city: 'Łódź', street: '' });
  });

  it('notes changes of an order in its log', async () => {
    const sellasist = createSellasist();
    await put(sellasist, '/orders/1002', { status: '4' });
    const { json } = await api(sellasist, '/orders_logs?orders=1002&operation_tag=order_status_change');
    expect(json).toMatchObject([{ order_id: '1002', object_id: '4', action: 'Zmiana statusu na <b>Wysłane</b>' }]);
  });
});

describe('text fields of the Sellasist stand-in', () => {
  it('hold what was written, by a number or a text as the id', async () => {
    const sellasist = createSellasist();
    const fields = [
      { field_id: 13, field_value: 'FV 1/2026' },
      { field_id: '15', field_value: 'dwie\nlinie' },
    ];
    await put(sellasist, '/orders/1001', { additional_fields: fields });
    const order = await api(sellasist, '/orders/1001');
    const values = [order.at('additional_fields.1.field_value'), order.at('additional_fields.3.field_value')];
    expect(values).toEqual(['FV 1/2026', 'dwie\nlinie']);
  });

  it('answer an unknown field with 200 and write down that nothing was done', async () => {
    const sellasist = createSellasist();
    const before = (await api(sellasist, '/orders/1001')).text;
    const body = { additional_fields: [{ field_id: 99, field_value: 'x' }] };
    expect((await put(sellasist, '/orders/1001', body)).status).toBe(200);
    expect((await api(sellasist, '/orders/1001')).text).toBe(before);
    expect(sellasist.panel('demo').journal.slips).toEqual([{ code: 'field-unknown', detail: '1001/99' }]);
  });

  it('take a file as the text that it arrives as, and write that down', async () => {
    const sellasist = createSellasist();
    const base64 = samplePdf('x').toString('base64');
    await put(sellasist, '/orders/1001', { additional_fields: [{ field_id: 13, field_value: base64 }] });
    expect(sellasist.panel('demo').text('1001', '13')).toBe(base64);
    expect(sellasist.panel('demo').journal.slips[0]?.code).toBe('text-field-got-file');
  });
});
