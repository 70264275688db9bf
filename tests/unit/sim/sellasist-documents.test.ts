import { describe, expect, it } from 'vitest';
import { createSellasist } from '../../sim/sellasist/index.ts';
import { api, idsOf, put } from './sellasist-ask.ts';

describe('Dokumenty [Nowe] of the Sellasist stand-in', () => {
  it('gives one document as an array of one, with totals of whole lines', async () => {
    const { json } = await api(createSellasist(), '/operationdocuments/77');
    expect(json).toMatchObject([
      {
        id: '77',
        number: 'FV/12/11/2026',
        custom_number: 'FV/12/11/2026',
        type: 'sale',
        subtype: 'invoice',
        issue_date: '2026-11-20',
        sale_date: '2026-11-20',
        total: '135.98',
        order_id: '1001',
        is_ready: '1',
        series_id: '1',
        series: { id: '1', name: 'FV' },
        buyer_address: { company_name: 'Testowa Sp. z o.o.', company_nip: '111-111-11-11' },
        products: [
          { quantity: '2.000', price_gross: '98.00', price_gross_unit: '49.00', price_net: '79.67', vat: '23.000' },
          { name: 'Książka kucharska', price_gross: '21.99', vat: '5.000' },
          { name: 'Kurier', price_gross: '15.99', price_gross_unit: '15.99' },
        ],
      },
    ]);
  });

  it('gives the bare object when told to', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.documentDetail = 'object';
    expect((await api(sellasist, '/operationdocuments/77')).at('number')).toBe('FV/12/11/2026');
  });

  it('lists id, kind and number and nothing that leads to the order', async () => {
    const { json } = await api(createSellasist(), '/operationdocuments?type=sale&subtype=invoice&sort=asc&limit=1');
    expect(json).toEqual([{ id: '76', type: 'sale', subtype: 'invoice', number: 'FV/11/11/2026' }]);
  });

  it.each([
    ['type=sale', ['81', '79', '78', '77', '76']],
    ['type=correct', ['80']],
    ['type=stock', ['82']],
    ['type=sale&subtype=receipt', ['79']],
    ['series_id=1', ['78', '77', '76']],
    ['subtype=proforma', ['81']],
  ])('lists by %s', async (query, expected) => {
    expect(idsOf(await api(createSellasist(), `/operationdocuments?${query}`))).toEqual(expected);
  });

  it('overlooks order_id in the list unless told to honour it', async () => {
    const sellasist = createSellasist();
    expect((await api(sellasist, '/operationdocuments?order_id=1004')).json).toHaveLength(7);
    expect(sellasist.panel('demo').journal.slips).toEqual([{ code: 'parameter-ignored', detail: 'order_id' }]);
    sellasist.panel('demo').switches.documentsByOrder = 'honoured';
    expect(idsOf(await api(sellasist, '/operationdocuments?order_id=1004'))).toEqual(['78']);
  });

  it('swaps type and subtype for all when told to, and for one that was added so', async () => {
    const sellasist = createSellasist();
    sellasist.addDocument({ id: '90', swapped: true });
    const kind = async (id: string) => (await api(sellasist, `/operationdocuments/${id}`)).at('0.type');
    expect([await kind('77'), await kind('90')]).toEqual(['sale', 'invoice']);
    sellasist.panel('demo').switches.documentKinds = 'swapped';
    expect([await kind('77'), await kind('90')]).toEqual(['invoice', 'invoice']);
  });

  it('names the corrected document in a correction', async () => {
    const correction = await api(createSellasist(), '/operationdocuments/80');
    expect(correction.at('0')).toMatchObject({ type: 'correct', subtype: 'correction', main_document_id: '76' });
  });

  it('answers an id that is not there with 404', async () => {
    expect((await api(createSellasist(), '/operationdocuments/9999')).status).toBe(404);
  });

  it('lets comments be changed and nothing else', async () => {
    const sellasist = createSellasist();
    expect((await put(sellasist, '/operationdocuments/77', { number: 'FV/1' })).status).toBe(400);
    expect((await put(sellasist, '/operationdocuments/77', { comments: 'iFirma: 5/2026' })).status).toBe(200);
    expect((await api(sellasist, '/operationdocuments/77')).at('0')).toMatchObject({
      number: 'FV/12/11/2026',
      comments: 'iFirma: 5/2026',
    });
  });

  it('numbers what a test adds, puts the number into the order and into its log', async () => {
    const sellasist = createSellasist();
    const document = sellasist.addDocument();
    const orderId = String(document.orderId);
    expect(document.number).toBe('FV/14/11/2026');
    expect((await api(sellasist, `/orders/${orderId}`)).at('document_number')).toBe('FV/14/11/2026');
    const path = `/orders_logs?orders=${orderId}&operation_tag=invoice_create`;
    expect((await api(sellasist, path)).at('0.object_id')).toBe(document.id);
    sellasist.panel('demo').switches.documentsInLogs = false;
    expect((await api(sellasist, path)).status).toBe(404);
  });

  it('can be given a document that no order stands behind', async () => {
    const sellasist = createSellasist();
    const { id } = sellasist.addDocument({ orderId: null, buyer: { company_name: 'Bez zamówienia' } });
    const document = await api(sellasist, `/operationdocuments/${id}`);
    expect(document.at('0.order_id')).toBe('');
    expect(document.at('0.buyer_address.company_name')).toBe('Bez zamówienia');
  });

  it('can be given lines and a total that do not agree', async () => {
    const sellasist = createSellasist();
    const { id } = sellasist.addDocument({
      lines: [{ price: '10.00', lineGross: '9.00', discount: '10.00' }],
      total: '8.00',
    });
    expect((await api(sellasist, `/operationdocuments/${id}`)).at('0')).toMatchObject({
      total: '8.00',
      products: [{ price_gross_unit: '10.00', price_gross: '9.00', discount: '10.00' }],
    });
  });
});

describe('the old module of the Sellasist stand-in', () => {
  it('has another document under the same id', async () => {
    const sellasist = createSellasist();
    expect((await api(sellasist, '/invoices')).json).toEqual([{ id: '77', number: 'FS/3/2025', date: '2025-03-11' }]);
    expect((await api(sellasist, '/invoices/77')).at('number')).toBe('FS/3/2025');
  });

  it.each([
    ['/invoices?order_id=990', 200],
    ['/invoices?order_id=1001', 404],
    ['/invoices?date_from=2025-03-11&date_to=2025-03-12', 200],
    ['/invoices?date_from=2025-03-12', 404],
    ['/invoices?date_to=2025-03-11', 404],
    ['/receipts', 200],
    ['/receipts/77', 404],
    ['/corrects', 404],
    ['/receiptcorrects', 400],
  ])('answers %s with %i', async (path, status) => {
    expect((await api(createSellasist(), path)).status).toBe(status);
  });
});

describe('dictionaries of the Sellasist stand-in', () => {
  it.each([
    ['/statuses', { id: '9', name: 'Błąd faktury' }],
    ['/payments', { id: '5', title: 'Za pobraniem' }],
    ['/shipments', { id: '6', title: 'Paczkomat' }],
    ['/sources', { id: '1', name: 'Sklep testowy', type: 'shop' }],
    ['/countries', { id: 170, code: 'PL', name: 'Poland' }],
    [
      '/operationdocuments_series',
      { id: '3', name: 'KOR', type: 'invoice', subtype: 'correction', prefix: 'KOR', suffix: '' },
    ],
    ['/documents_series', { id: '1', name: 'Faktury (stary moduł)' }],
  ])('gives %s', async (path, row) => {
    expect((await api(createSellasist(), path)).json).toContainEqual(row);
  });

  it('gives the ids of fields as numbers and as texts side by side', async () => {
    expect((await api(createSellasist(), '/orders_fields')).json).toEqual([
      { id: 12, name: 'Faktura PDF', type: 'saledocument' },
      { id: '13', name: 'Numer FV', type: 'text' },
      { id: 14, name: 'Korekta PDF', type: 'files' },
      { id: '15', name: 'Uwagi do zamówienia', type: 'textarea' },
    ]);
  });
});

describe('notes, logs and returns of the Sellasist stand-in', () => {
  it('keeps a note with its order', async () => {
    const sellasist = createSellasist({ now: () => Date.parse('2026-11-22T12:00:00Z') });
    expect((await api(sellasist, '/notes/1001')).status).toBe(404);
    const body = { order_id: 1001, text: 'iFirma: FV 12/11/2026' };
    expect((await api(sellasist, '/notes', { method: 'POST', body })).status).toBe(200);
    expect((await api(sellasist, '/notes/1001')).json).toEqual([
      { id: '301', order_id: '1001', text: 'iFirma: FV 12/11/2026', date: '2026-11-22 13:00:00' },
    ]);
    expect((await api(sellasist, '/notes/1002')).status).toBe(404);
  });

  it.each([
    [{ order_id: 9999, text: 'x' }, 404],
    [{ order_id: 1001, text: ' ' }, 400],
    [{ text: 'x' }, 400],
    [{ order_id: 1001, text: 'x', colour: 'red' }, 400],
  ])('refuses the note %j with %i', async (body, status) => {
    expect((await api(createSellasist(), '/notes', { method: 'POST', body })).status).toBe(status);
  });

  it('gives the log newest first, for one order or for several', async () => {
    const sellasist = createSellasist();
    const tags = await api(sellasist, '/orders_logs?orders=1004');
    expect(tags.json).toMatchObject([{ operation_tag: 'invoice_create' }, { operation_tag: 'order_create' }]);
    expect((await api(sellasist, '/orders_logs?orders=1002,1004')).json).toHaveLength(3);
  });

  it('gives a return with the lines that came back', async () => {
    expect((await api(createSellasist(), '/returns/5')).json).toMatchObject({
      order_id: '1003',
      total: '129.00',
      products: [{ name: 'Czajnik emaliowany', quantity: '1.000', price: '129.00' }],
    });
  });
});
