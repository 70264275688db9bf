/** What keeps a document from being booked: nothing is sent, and a finding names the field (design: never silently wrong). */
import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../../utils/invoice/finding.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { DEMO_KEY, type DocumentInput, type OrderInput } from '../../sim/sellasist/index.ts';
import { NO_VAT_PAYER, SERIES } from '../invoice/examples.ts';
import type { Settings, SetUp } from './set-up.ts';
import { createWorld, DAY, SECOND_LOGIN, VIEW, type World } from './world.ts';

type Found = readonly [code: FindingCode, path: string];

const askedIfirma = (world: World) => world.network.passed.filter(({ host }) => host === 'www.ifirma.pl');

/** Nothing is sent, now or later; what is wrong is said once each. */
async function expectUnsent(world: World, orderId: string, key: `${'o' | 'd'}${string}`, found: readonly Found[]) {
  const view = await world.send(orderId, key);
  expect(view).toMatchObject({ state: 'incomplete', reason: null });
  expect(view.findings.map(({ code, path }) => [code, path])).toEqual(found);
  expect(view.actions).toEqual(['resend', 'preview', 'skip', 'link']);
  await world.pass(DAY);
  expect(world.ifirma.booked()).toEqual([]);
  // Not even asked: an incomplete document costs iFirma nothing.
  expect(askedIfirma(world)).toEqual([]);
  return view;
}

const ORDERS: readonly (readonly [what: string, input: OrderInput, found: readonly Found[], settings?: Settings])[] = [
  ['no postcode', { buyer: { postcode: '' } }, [['buyer-postcode-missing', 'buyer.postcode']]],
  ['a postcode that is none', { buyer: { postcode: '123' } }, [['buyer-postcode-invalid', 'buyer.postcode']]],
  ['no city', { buyer: { city: '' } }, [['buyer-city-missing', 'buyer.city']]],
  ['a NIP with a wrong check digit', { buyer: { company_nip: '111-111-11-12' } }, [['buyer-nip-invalid', 'buyer.nip']]],
  ['a buyer abroad', { buyer: { country: 'DE' } }, [['buyer-country-unsupported', 'buyer.country']]],
  ['a buyer of no country', { buyer: { country: null } }, [['buyer-country-missing', 'buyer.country']]],
  ['a name of 301 characters', { buyer: { company_name: 'x'.repeat(301) } }, [['buyer-name-too-long', 'buyer.name']]],
  ['no VAT rate', { lines: [{ rate: '' }] }, [['vat-unknown', 'lines.0.vat']]],
  ['a VAT rate of nobody knows what', { lines: [{}, { rate: 'np' }] }, [['vat-unknown', 'lines.1.vat']]],
  ['a VAT rate that Poland does not have', { lines: [{ rate: 19 }] }, [['vat-unsupported', 'lines.0.vat']]],
  ['a VAT rate of 0 that nobody has explained', { lines: [{ rate: 0 }] }, [['vat-zero-ambiguous', 'lines.0.vat']]],
  ['an exempt line without a legal basis', { lines: [{ rate: 'zw' }] }, [['legal-basis-missing', 'lines.0.basis']]],
  [
    'a 0 that means exempt, without a legal basis',
    { lines: [{ rate: 0 }] },
    [['legal-basis-missing', 'lines.0.basis']],
    { zeroVat: 'exempt' },
  ],
  [
    'a total that is one grosz too much',
    { lines: [{ price: '10.00' }], total: '26.00' },
    [['total-mismatch', 'total']],
  ],
  [
    'a total that is one grosz too little',
    { lines: [{ price: '10.00' }], total: '25.98' },
    [['total-mismatch', 'total']],
  ],
  ['a payment method without a code', { payment: { id: '9' } }, [['payment-unmapped', 'payment.method']]],
  ['a placeholder', { placeholder: true }, [['order-unconfirmed', 'unconfirmed']]],
  ['euros', { currency: 'EUR' }, [['currency-unsupported', 'currency']]],
  ['a receipt', { documentNumber: 'PA/123/11/2026' }, [['receipt-exists', 'receipts']]],
  ['a total of zero', { lines: [{ price: '0.00' }], shipping: { price: '0' } }, [['total-zero', 'total']]],
  [
    'a highest rate for shipping while one of the goods has none',
    { lines: [{ rate: 8 }, { rate: '' }] },
    [
      ['vat-unknown', 'lines.1.vat'],
      ['vat-unknown', 'lines.2.vat'],
    ],
    { shippingVat: { rule: 'highest' } },
  ],
  [
    'five things at once',
    {
      buyer: { postcode: '', city: '', company_nip: '123' },
      lines: [{ price: '10.00', rate: 'np' }],
      total: '1.00',
      payment: { id: '9', paid: '1.00' },
    },
    [
      ['buyer-city-missing', 'buyer.city'],
      ['buyer-postcode-missing', 'buyer.postcode'],
      ['buyer-nip-invalid', 'buyer.nip'],
      ['vat-unknown', 'lines.0.vat'],
      ['total-mismatch', 'total'],
      ['payment-unmapped', 'payment.method'],
    ],
  ],
];

describe('an order is not sent', () => {
  const rows = ORDERS.map(([what, input, found, settings = {}]) => [what, input, found, settings] as const);
  it.each(rows)('with %s', async (_what, input, found, settings) => {
    const world = await createWorld({ settings });
    const { id } = world.panel.addOrder(input);
    await expectUnsent(world, id, `o${id}`, found);
  });
});

const DOCUMENTS: readonly (readonly [
  what: string,
  order: OrderInput,
  document: DocumentInput,
  found: readonly Found[],
])[] = [
  ['no postcode', {}, { buyer: { postcode: '' } }, [['buyer-postcode-missing', 'buyer.postcode']]],
  ['an unknown VAT rate', {}, { lines: [{ rate: 'np' }] }, [['vat-unknown', 'lines.0.vat']]],
  ['a total that is one grosz off', {}, { lines: [{ price: '10.00' }], total: '9.99' }, [['total-mismatch', 'total']]],
  ['a series that belongs to no account', {}, { series: 'FV/OSS' }, [['series-unassigned', 'series']]],
  ['an issue date of tomorrow', {}, { issueDate: '2026-11-23' }, [['issue-date-future', 'issueDate']]],
  [
    'a sale date after the issue date',
    {},
    { issueDate: '2026-11-20', saleDate: '2026-11-21' },
    [['sale-date-after-issue', 'saleDate']],
  ],
  ['an unmapped payment method of its order', { payment: { id: '9' } }, {}, [['payment-unmapped', 'payment.method']]],
  ['euros', {}, { currency: 'EUR' }, [['currency-unsupported', 'currency']]],
  ['a placeholder as its order', { placeholder: true }, {}, [['order-unconfirmed', 'unconfirmed']]],
];

describe('a document is not sent', () => {
  it.each(DOCUMENTS)('with %s', async (_what, order, document, found) => {
    const world = await createWorld();
    const { id: orderId } = world.panel.addOrder(order);
    const { id } = world.panel.addDocument({ orderId, ...document });
    await expectUnsent(world, orderId, `d${id}`, found);
  });
});

const SERIES_OF: readonly (readonly [what: string, series: SetUp['series'], found: readonly Found[]])[] = [
  ['has no settings', {}, [['series-incomplete', 'series']]],
  ['has no kind', { '1': { ...SERIES, kind: null } }, [['series-incomplete', 'series']]],
  ['says nobody gives the number', { '1': { ...SERIES, numbering: null } }, [['series-incomplete', 'series']]],
  [
    'keeps numbers without a pattern',
    { '1': { ...SERIES, numbering: 'sellasist' } },
    [['series-incomplete', 'series']],
  ],
  [
    'keeps numbers by a pattern that does not fit',
    { '1': { ...SERIES, numbering: 'sellasist', pattern: 'FS/{numer}' } },
    [['number-unreadable', 'number']],
  ],
  ['is not to be sent', { '1': { ...SERIES, kind: 'none' } }, [['series-not-sent', 'series']]],
  ['is for corrections', { '1': { ...SERIES, kind: 'correction' } }, [['series-for-corrections', 'series']]],
  ['is under OSS', { '1': { ...SERIES, oss: true } }, [['series-oss', 'series']]],
];

describe('a document is not sent while its series', () => {
  it.each(SERIES_OF)('%s', async (_what, series = {}, found) => {
    const world = await createWorld({ series });
    await expectUnsent(world, '1001', 'd77', found);
  });

  it('is incomplete, and goes out once it is complete', async () => {
    const world = await createWorld({ series: {} });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'incomplete' });
    const [account] = await world.tell<'account.list'>({ type: 'account.list' }, VIEW);
    const { id: accountId = '', revision = 0 } = account ?? {};
    await world.tell<'series.save'>({ type: 'series.save', accountId, revision, series: { '1': SERIES } }, VIEW);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done', findings: [] });
  });
});

describe('an order without a document', () => {
  /** A second account of the same panel, with the series FV/OSS. */
  async function addSecond(world: World): Promise<void> {
    const saved = await world.tell<'account.save'>(
      {
        type: 'account.save',
        id: null,
        revision: 0,
        name: 'Drugi sklep',
        panel: 'demo',
        login: SECOND_LOGIN,
        tax: { vat: 'payer', basis: '', flatRate: 'none' },
        seriesIds: ['2'],
        secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura },
      },
      VIEW,
    );
    expect(saved).toMatchObject({ ok: true });
  }

  it('is sent by the only account of its panel, and not while one of two has to be chosen', async () => {
    const world = await createWorld();
    const [first, second] = [world.panel.addOrder(), world.panel.addOrder()];
    expect(await world.send(first.id, `o${first.id}`)).toMatchObject({ state: 'done' });
    await addSecond(world);
    const view = await world.send(second.id, `o${second.id}`);
    expect(view.state).toBe('incomplete');
    // Of either account: until a person has chosen one, neither's settings count.
    expect(view.findings).toContainEqual({ code: 'order-series-missing', path: 'series', params: {} });
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('is sent by the account that says so, by its series', async () => {
    const world = await createWorld({
      settings: { orderSeriesId: '1' },
      series: { '1': { ...SERIES, ifirmaSeries: 'default' } },
    });
    await addSecond(world);
    const { id } = world.panel.addOrder();
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'done' });
    expect(world.ifirma.booked()).toMatchObject([{ body: { NazwaSeriiNumeracji: 'default', Numer: null } }]);
  });

  it('is not sent by a series that has come to keep Sellasist’s numbers', async () => {
    const world = await createWorld({ settings: { orderSeriesId: '1' } });
    await world.store.accounts.change(world.accountId, (account) => ({
      ...account,
      series: { '1': { ...SERIES, numbering: 'sellasist', pattern: '{numer}' } },
    }));
    const { id } = world.panel.addOrder();
    await expectUnsent(world, id, `o${id}`, [['order-series-unfit', 'series']]);
  });
});

describe('a company without VAT', () => {
  it('does not send what the panel taxes, nor by a method that iFirma does not take from it', async () => {
    const world = await createWorld({ tax: NO_VAT_PAYER });
    const { id } = world.panel.addOrder({ lines: [{ rate: 23 }, { rate: 0 }], payment: { id: '1' } });
    await expectUnsent(world, id, `o${id}`, [
      ['exempt-line-taxed', 'lines.0.vat'],
      ['payment-not-for-exempt', 'payment.method'],
    ]);
  });
});

describe('a receipt', () => {
  it('is no invoice, so there is nothing to send', async () => {
    const world = await createWorld();
    const reply = await world.ask<'send'>({ type: 'send', orderId: '1005', key: 'd79', confirm: [] });
    expect(reply).toMatchObject({ ok: false, reason: { code: 'sellasist-order-missing' } });
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('that only the list of documents knows of keeps its order from being invoiced', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    const receipt = world.panel.addDocument({ orderId: id, series: 'PAR', numberInOrder: false });
    const view = await expectUnsent(world, id, `o${id}`, [['receipt-exists', 'receipts']]);
    expect(view.findings[0]?.params).toEqual({ number: receipt.number });
  });
});

describe('what was mended', () => {
  it('in the panel is read anew, and the document goes out', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({ buyer: { postcode: '' } });
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({ state: 'incomplete' });
    order.billAddress.postcode = '00-950';
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({ state: 'done', findings: [], reason: null });
    expect(world.ifirma.booked()).toMatchObject([
      { gross: order.total, body: { Kontrahent: { KodPocztowy: '00-950' } } },
    ]);
  });

  it('by a confirmation is nothing: no evidence overrules a missing postcode', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder({ buyer: { postcode: '' } });
    const confirm = ['buyer-postcode-missing', 'buyer.postcode', 'mark:1', 'number:1', 'field:12', `sale:o${id}`];
    expect(await world.send(id, `o${id}`, confirm)).toMatchObject({ state: 'incomplete' });
    expect(world.ifirma.booked()).toEqual([]);
  });
});

describe('a document that was skipped', () => {
  it('says why, is not sent by itself, and is sent by a person', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({ buyer: { postcode: '' } });
    const key = `o${order.id}` as const;
    await world.send(order.id, key);
    const why = 'Wystawię ręcznie';
    const { documents } = await world.tell<'skip'>({ type: 'skip', orderId: order.id, key, why });
    expect(documents).toMatchObject([
      {
        state: 'skipped',
        findings: [],
        reason: { code: 'skipped-by-person', params: { why } },
        actions: ['issue', 'preview', 'link'],
      },
    ]);
    order.billAddress.postcode = '00-950';
    await world.pass(DAY);
    expect(world.ifirma.booked()).toEqual([]);
    expect(await world.send(order.id, key)).toMatchObject({ state: 'done' });
  });

  it('is never one whose POST has begun', async () => {
    const world = await createWorld();
    world.network.arm({ method: 'POST' }, { kind: 'drop', when: 'before' });
    await world.send('1001', 'd77');
    for (const wait of [0, DAY]) {
      await world.pass(wait);
      await world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Nie chcę' });
      expect(await world.view('1001', 'd77')).toMatchObject({ state: 'uncertain' });
    }
  });

  it('is never one that was booked', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    await world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Nie chcę' });
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  });
});
