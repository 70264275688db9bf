/** What iFirma is sent for an order (`o`) and for a document of the panel (`d`), and that it adds up to the grosz. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { BookedInvoice } from '../../sim/ifirma/index.ts';
import type { DocumentInput, OrderInput, Switches } from '../../sim/sellasist/index.ts';
import { NO_VAT_PAYER, SERIES } from '../invoice/examples.ts';
import type { Settings, SetUp } from './set-up.ts';
import { createWorld, MINUTE, type World } from './world.ts';

// Some tests sell dozens of orders.
vi.setConfig({ testTimeout: 60_000 });

type Line = readonly [name: string, quantity: number, price: number, vat: number | 'ZW', discount?: number];

interface Sold {
  readonly order: OrderInput;
  /** Laid over the document that the panel makes of the order. */
  readonly document?: DocumentInput;
  readonly settings?: Settings;
  readonly setUp?: SetUp;
  readonly loose?: Partial<Switches>;
  readonly vatPayer?: boolean;
}

const FORMS = ['o', 'd'] as const;
type Form = (typeof FORMS)[number];

async function sell(form: Form, { order: input, document, settings = {}, setUp, loose = {}, vatPayer = true }: Sold) {
  const world = await createWorld({ settings, ...setUp });
  world.ifirma.turn({ vatPayer });
  Object.assign(world.panel.switches, loose);
  const order = world.panel.addOrder(input);
  const id = form === 'o' ? order.id : world.panel.addDocument({ orderId: order.id, ...document }).id;
  const view = await world.send(order.id, `${form}${id}`);
  return { world, view, order, key: `${form}${id}` as const };
}

/** Sells it, and gives the one invoice that it became. */
async function invoiceOf(form: Form, sold: Sold): Promise<BookedInvoice> {
  const { world, view } = await sell(form, sold);
  expect(view).toMatchObject({ state: 'done', findings: [], reason: null });
  const [invoice, ...more] = world.ifirma.booked();
  expect(more).toEqual([]);
  if (invoice === undefined) throw new Error('nothing was booked');
  return invoice;
}

function linesOf({ body }: BookedInvoice): Line[] {
  return (body.Pozycje as Record<string, unknown>[]).map((line): Line => {
    const { NazwaPelna, Ilosc, CenaJednostkowa, TypStawkiVat, StawkaVat, Rabat } = line;
    const vat = TypStawkiVat === 'ZW' ? 'ZW' : Number(StawkaVat);
    const plain = [String(NazwaPelna), Number(Ilosc), Number(CenaJednostkowa), vat] as const;
    return Rabat === undefined ? plain : [...plain, Number(Rabat)];
  });
}

const buyerOf = ({ body }: BookedInvoice) => body.Kontrahent as Record<string, unknown>;
const NO_SHIPPING = { price: '0' };
const CONSUMER = { company_name: '', company_nip: '' };

describe.each(FORMS)('the buyer of `%s`', (form) => {
  it('that is a company with a dashed NIP', async () => {
    const invoice = await invoiceOf(form, {
      order: {
        email: 'biuro@example.com',
        buyer: {
          company_name: 'Testowa Sp. z o.o.',
          company_nip: '111-111-11-11',
          street: 'Próbna',
          home_number: '7',
          flat_number: '2',
        },
      },
    });
    expect(buyerOf(invoice)).toEqual({
      Nazwa: 'Testowa Sp. z o.o.',
      NIP: '1111111111',
      Ulica: 'Próbna 7/2',
      KodPocztowy: '00-001',
      Miejscowosc: 'Warszawa',
      Kraj: 'Polska',
      KodKraju: 'PL',
      Email: 'biuro@example.com',
      OsobaFizyczna: false,
    });
  });

  it('that is a consumer has no NIP', async () => {
    const invoice = await invoiceOf(form, { order: { buyer: { ...CONSUMER, name: 'Łucja', surname: 'Żółć' } } });
    expect(buyerOf(invoice)).toMatchObject({ Nazwa: 'Łucja Żółć', OsobaFizyczna: true });
    expect(buyerOf(invoice)).not.toHaveProperty('NIP');
  });

  it('that wanted a receipt has the address of the delivery', async () => {
    const invoice = await invoiceOf(form, { order: { buyer: null, receiver: { name: 'Jan', surname: 'Próbny' } } });
    expect(buyerOf(invoice)).toMatchObject({ Nazwa: 'Jan Próbny', OsobaFizyczna: true, KodPocztowy: '00-001' });
  });

  it('with a name of 160 characters goes on in Nazwa2', async () => {
    const name = `Przedsiębiorstwo ${'Bardzo Długie '.repeat(10)}Spółka`.slice(0, 160).padEnd(160, 'x');
    const { Nazwa, Nazwa2 } = buyerOf(await invoiceOf(form, { order: { buyer: { company_name: name } } }));
    expect(String(Nazwa).length).toBeLessThanOrEqual(150);
    expect(`${Nazwa} ${Nazwa2}`).toBe(name);
  });

  it.each([
    ['Polish letters and quotation marks', 'Zażółć „Gęślą” "Jaźń" \'S.A.\'', 'Zażółć „Gęślą” "Jaźń" \'S.A.\''],
    ['an emoji', 'Prezent 🎁 dla Zosi', 'Prezent 🎁 dla Zosi'],
    ['HTML', '<b>Sklep</b> & <script>alert(1)</script>', '<b>Sklep</b> & <script>alert(1)</script>'],
    ['zero bytes and line ends', 'Anna\u0000 \r\n Nowak\u0007', 'Anna Nowak'],
    ['marks that turn the reading round', 'ACME \u202e.o.o z .pS\u202c\u200f', 'ACME .o.o z .pS'],
    ['half an emoji', 'Zosia \ud83c', 'Zosia \ufffd'],
  ])('with %s in the name reaches iFirma as it reads', async (_what, typed, read) => {
    expect(buyerOf(await invoiceOf(form, { order: { buyer: { company_name: typed } } })).Nazwa).toBe(read);
  });
});

describe.each(FORMS)('the lines of `%s`', (form) => {
  const LINES: readonly (readonly [what: string, sold: Sold, lines: readonly Line[]])[] = [
    [
      'at 23, 8 and 5 %',
      {
        order: {
          shipping: NO_SHIPPING,
          lines: [
            { name: 'A', price: '61.50', rate: 23 },
            { name: 'B', price: '10.80', quantity: '3', rate: 8 },
            { name: 'C', price: '42.00', quantity: '2', rate: 5 },
          ],
        },
      },
      [
        ['A', 1, 61.5, 0.23],
        ['B', 3, 10.8, 0.08],
        ['C', 2, 42, 0.05],
      ],
    ],
    [
      'at 0, which the merchant has said means 0 %',
      {
        order: { shipping: NO_SHIPPING, lines: [{ name: 'A', price: '50.00', rate: 0 }] },
        settings: { zeroVat: 'percent' },
      },
      [['A', 1, 50, 0]],
    ],
    [
      'at 0, which the merchant has said means exempt',
      {
        order: { shipping: NO_SHIPPING, lines: [{ name: 'A', price: '50.00', rate: 0 }] },
        settings: { zeroVat: 'exempt', exemptBasis: 'Art. 43 ust. 1 pkt 29' },
      },
      [['A', 1, 50, 'ZW']],
    ],
    [
      'at „zw”, whatever a 0 means',
      {
        order: { shipping: NO_SHIPPING, lines: [{ name: 'A', price: '50.00', rate: 'zw' }] },
        settings: { exemptBasis: 'Art. 113 ust. 1' },
      },
      [['A', 1, 50, 'ZW']],
    ],
    [
      'of 1.500 pieces',
      { order: { shipping: NO_SHIPPING, lines: [{ name: 'A', price: '9.99', quantity: '1.500' }] } },
      [['A', 1.5, 9.99, 0.23]],
    ],
    [
      'of 3 × 3.33',
      { order: { shipping: NO_SHIPPING, lines: [{ name: 'A', price: '3.33', quantity: '3' }] } },
      [['A', 3, 3.33, 0.23]],
    ],
    [
      'with shipping at a fixed rate',
      { order: { shipping: { price: '15.99' }, lines: [{ name: 'A', price: '10.80', rate: 8 }] } },
      [
        ['A', 1, 10.8, 0.08],
        ['Kurier', 1, 15.99, 0.23],
      ],
    ],
    [
      'with a free item, which is left out',
      {
        order: {
          shipping: NO_SHIPPING,
          lines: [
            { name: 'A', price: '20.00' },
            { name: 'Gratis', price: '0.00' },
          ],
        },
      },
      [['A', 1, 20, 0.23]],
    ],
    [
      'with a discount as a negative line, which is spread and sent as lower prices',
      {
        order: {
          shipping: NO_SHIPPING,
          lines: [
            { name: 'A', price: '100.00' },
            { name: 'B', price: '50.00', rate: 8 },
            { name: 'Rabat', price: '-15.00' },
          ],
        },
      },
      [
        ['A', 1, 90, 0.23],
        ['B', 1, 45, 0.08],
      ],
    ],
    [
      'with a discount that leaves odd grosze, to the grosz',
      {
        order: {
          shipping: NO_SHIPPING,
          lines: [
            { name: 'A', price: '10.00', quantity: '3' },
            { name: 'Rabat', price: '-0.01' },
          ],
        },
      },
      [
        ['A', 1, 9.99, 0.23],
        ['A', 2, 10, 0.23],
      ],
    ],
  ];

  it.each(LINES)('%s', async (_what, sold, lines) => {
    const { world, view, order } = await sell(form, sold);
    expect(view).toMatchObject({ state: 'done', findings: [] });
    const [invoice] = world.ifirma.booked();
    if (invoice === undefined) throw new Error('nothing was booked');
    expect(linesOf(invoice)).toEqual(lines);
    expect(invoice.gross).toBe(order.total);
  });

  it('that are exempt name their legal basis', async () => {
    const invoice = await invoiceOf(form, {
      order: { shipping: NO_SHIPPING, lines: [{ price: '50.00', rate: 'zw' }] },
      settings: { exemptBasis: 'Art. 113 ust. 1' },
    });
    expect(invoice.body.Pozycje).toMatchObject([
      { StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: 'Art. 113 ust. 1' },
    ]);
  });

  it('with a name of 301 characters, and of an emoji on the border, are cut where iFirma’s limit is', async () => {
    const name = `${'Ż'.repeat(299)}🎁`;
    const order = { shipping: NO_SHIPPING, lines: [{ name: 'x'.repeat(301) }, { name }] };
    const [first, second] = linesOf(await invoiceOf(form, { order }));
    expect(first?.[0]).toBe('x'.repeat(300));
    expect(second?.[0]).toBe('Ż'.repeat(299));
  });
});

describe('shipping of an order', () => {
  it.each([
    ['the highest rate among the goods', { rule: 'highest' }, 0.08],
    ['a fixed rate of 5 %', { rule: 'fixed', rate: { kind: 'percent', percent: 5 } }, 0.05],
    ['exempt', { rule: 'fixed', rate: { kind: 'exempt', basis: 'Art. 113 ust. 1' } }, 'ZW'],
  ] as const)('at %s', async (_rule, shippingVat, rate) => {
    const invoice = await invoiceOf('o', {
      order: {
        shipping: { price: '15.99' },
        lines: [
          { price: '10.80', rate: 8 },
          { price: '42.00', rate: 5 },
        ],
      },
      settings: { shippingVat },
    });
    expect(linesOf(invoice).at(-1)).toEqual(['Kurier', 1, 15.99, rate]);
    expect(invoice.gross).toBe(6879);
  });
});

describe('the lines of a document', () => {
  const one = (line: NonNullable<DocumentInput['lines']>[number]): Sold => ({ order: {}, document: { lines: [line] } });

  it('with a discount that the panel shows goes out as Rabat', async () => {
    const line = { name: 'Plecak', price: '200.00', discount: '10.00', lineGross: '180.00' };
    const invoice = await invoiceOf('d', one(line));
    expect(linesOf(invoice)).toEqual([['Plecak', 1, 200, 0.23, 10]]);
    expect(invoice.gross).toBe(18_000);
  });

  it('with a total that no unit price gives go out in two parts', async () => {
    const invoice = await invoiceOf('d', one({ name: 'Kubek', price: '3.33', quantity: '3', lineGross: '10.00' }));
    expect(linesOf(invoice)).toEqual([
      ['Kubek', 2, 3.33, 0.23],
      ['Kubek', 1, 3.34, 0.23],
    ]);
    expect(invoice.gross).toBe(1000);
  });

  it('with a discount that iFirma might round otherwise go out as a lower price', async () => {
    // 5 % off ten at 0.99: 9.41 when the line is rounded, 9.40 when each price is.
    const line = { name: 'Śruba', price: '0.99', quantity: '10', discount: '5', lineGross: '9.41' };
    const invoice = await invoiceOf('d', one(line));
    expect(linesOf(invoice)).toEqual([
      ['Śruba', 9, 0.94, 0.23],
      ['Śruba', 1, 0.95, 0.23],
    ]);
    expect(invoice.gross).toBe(941);
  });
});

describe.each(FORMS)('the payment of `%s`', (form) => {
  const line = { shipping: NO_SHIPPING, lines: [{ price: '100.00' }] };
  it.each([
    ['paid by transfer', {}, 'PRZ', 100],
    ['paid with Przelewy24', { id: '1' }, 'P24', 100],
    ['partly paid', { paid: '30.50' }, 'PRZ', 30.5],
    ['overpaid, sent as the sum', { paid: '120.00' }, 'PRZ', 100],
    ['not paid', { paid: '0' }, 'PRZ', 0],
    ['cash on delivery', { cod: true }, 'POB', 0],
  ])('%s', async (_how, payment, code, paid) => {
    const { body, gross } = await invoiceOf(form, { order: { ...line, payment } });
    expect(body).toMatchObject({ SposobZaplaty: code, Zaplacono: paid, ZaplaconoNaDokumencie: paid });
    expect(gross).toBe(10_000);
  });
});

describe('the whole body', () => {
  it('of an order is issued today and carries its mark in the last line', async () => {
    const { world, order } = await sell('o', { order: {} });
    expect(world.ifirma.booked()[0]?.body).toMatchObject({
      LiczOd: 'BRT',
      DataWystawienia: '2026-11-22',
      DataSprzedazy: '2026-11-22',
      FormatDatySprzedazy: 'DZN',
      Numer: null,
      Uwagi: `Sellasist demo/o${order.id}`,
    });
  });

  it('of a document has the panel’s dates and its number in the remarks', async () => {
    const document = { number: 'FV/44/11/2026', issueDate: '2026-11-21', saleDate: '2026-11-19' };
    const { world, order, key } = await sell('d', { order: {}, document });
    expect(world.ifirma.booked()[0]?.body).toMatchObject({
      DataWystawienia: '2026-11-21',
      DataSprzedazy: '2026-11-19',
      Uwagi: `Dokument Sellasist: FV/44/11/2026\nSellasist demo/o${order.id}/${key}`,
    });
  });

  it.each([
    ['the day of issue', 'issue', '2026-11-22'],
    ['the day of the order', 'order', '2026-11-18'],
    ['the day of payment', 'payment', '2026-11-19'],
  ] as const)('of an order is sold on %s, as the merchant set it', async (_day, saleDate, date) => {
    const order = { date: '2026-11-18', payment: { paidDate: '2026-11-19' } };
    const { body } = await invoiceOf('o', { order, settings: { saleDate } });
    expect(body.DataSprzedazy).toBe(date);
  });
});

describe.each(FORMS)('what the merchant has set for `%s`', (form) => {
  const order: OrderInput = {
    shipping: { price: '15.99' },
    lines: [{ name: 'A', price: '20000.00' }],
    buyer: { company_name: 'Testowa Sp. z o.o.', company_nip: '111-111-11-11' },
  };

  it('reaches iFirma', async () => {
    const { body } = await invoiceOf(form, {
      order,
      document: { issueDate: '2026-11-22' },
      settings: {
        issuePlace: 'Łódź',
        signature: 'BPO',
        bankAccount: { use: 'hidden' },
        dueDate: { from: 'issue', days: 7 },
        showBdo: true,
        splitPayment: 'large',
        gtu: '06',
        pkwiu: '27.40.22.0',
        notesText: 'Zamówienie {zamowienie}, {metoda płatności}',
      },
      setUp: { tax: { vat: 'payer', basis: '', flatRate: '0.055' } },
    });
    expect(body).toMatchObject({
      MiejsceWystawienia: 'Łódź',
      RodzajPodpisuOdbiorcy: 'BPO',
      NumerKontaBankowego: 'BRAK',
      TerminPlatnosci: '2026-11-29',
      WidocznyNumerBdo: true,
      WidocznyNumerGios: false,
      SplitPayment: true,
      Numer: null,
      Uwagi: expect.stringMatching(
        /^Zamówienie \d+, .+\n(?:Dokument Sellasist: FV.+\n)?Sellasist demo\/o\d+(?:\/d\d+)?$/,
      ),
    });
    const [goods] = body.Pozycje as Record<string, unknown>[];
    expect(goods).toMatchObject({ PKWiU: '27.40.22.0', GTU: '06', StawkaRyczaltu: 0.055 });
  });

  it('does not reach shipping with GTU and PKWiU, the flat rate does', async () => {
    const { body } = await invoiceOf(form, {
      order,
      settings: { gtu: '06', pkwiu: '27.40.22.0' },
      setUp: { tax: { vat: 'payer', basis: '', flatRate: '0.03' } },
    });
    const last = (body.Pozycje as Record<string, unknown>[]).at(-1);
    expect(last).toMatchObject({ NazwaPelna: 'Kurier', StawkaRyczaltu: 0.03 });
    expect(last).not.toHaveProperty('GTU');
    expect(last).not.toHaveProperty('PKWiU');
  });

  it('as a company without VAT goes out exempt, by the rules that iFirma has for it', async () => {
    const invoice = await invoiceOf(form, {
      order: {
        ...order,
        shipping: form === 'o' ? { price: '15.99' } : NO_SHIPPING,
        lines: [{ price: '50.00', rate: 0 }],
      },
      settings: { splitPayment: 'always', gtu: '06' },
      setUp: { tax: NO_VAT_PAYER },
      vatPayer: false,
    });
    expect(invoice.body.LiczOd).toBe('BRT');
    for (const line of invoice.body.Pozycje as Record<string, unknown>[])
      expect(line).toMatchObject({ StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: 'Art. 113 ust. 1' });
    expect(invoice.raw).not.toMatch(/SplitPayment|GTU/);
    expect(invoice.gross).toBe(form === 'o' ? 6599 : 5000);
  });
});

describe('the number', () => {
  const keeping = { ...SERIES, numbering: 'sellasist', pattern: '{numer}/{miesiąc}/{rok}' } as const;

  it('that the merchant wants kept is sent as Numer, and iFirma writes the same', async () => {
    const document = { number: '44/11/2026' };
    const invoice = await invoiceOf('d', { order: {}, document, setUp: { series: { '1': keeping } } });
    expect(invoice.body.Numer).toBe(44);
    expect(invoice.number).toBe('44/11/2026');
  });

  it('of an order without a document is always iFirma’s', async () => {
    const { body } = await invoiceOf('o', {
      order: {},
      settings: { orderSeriesId: null },
      setUp: { series: { '1': { ...keeping, ifirmaSeries: 'SKLEP' } } },
    });
    expect(body.Numer).toBeNull();
  });

  it.each(FORMS)('of `%s` comes from the chosen series and template of iFirma', async (form) => {
    const series = { '1': { ...SERIES, ifirmaSeries: 'default', template: 'logo' } };
    const { body } = await invoiceOf(form, { order: {}, settings: { orderSeriesId: '1' }, setUp: { series } });
    expect(body).toMatchObject({ NazwaSeriiNumeracji: 'default', NazwaSzablonu: 'logo', Numer: null });
  });
});

describe('however loosely the panel spells', () => {
  const order: OrderInput = {
    email: 'anna.test@example.com',
    buyer: { company_name: 'Testowa Sp. z o.o.', company_nip: '111-111-11-11', flat_number: '2' },
    lines: [
      { name: 'Kubek', quantity: '1.5', price: '9.99', rate: 23 },
      { name: 'Książka', quantity: '3', price: '3.33', rate: 5 },
    ],
    payment: { id: '1', paid: '20.00' },
  };
  const rawOf = async (form: Form, loose: Partial<Switches>) => (await invoiceOf(form, { order, loose })).raw;

  it.each(FORMS)('iFirma gets the same bytes for `%s`: every seed from 0 to 20', async (form) => {
    const plain = await rawOf(form, {});
    for (let looseness = 0; looseness <= 20; looseness += 1)
      expect(await rawOf(form, { looseness }), `seed ${looseness}`).toBe(plain);
  });

  const SHAPES: readonly Partial<Switches>[] = [
    { documentKinds: 'swapped' },
    { documentDetail: 'object' },
    { documentDetail: 'array' },
    { listWrapper: 'data' },
    { listWrapper: 'items' },
    { listWrapper: 'results' },
    { documentsByOrder: 'honoured' },
    { documentsInLogs: false },
    { documentKinds: 'swapped', documentDetail: 'object', listWrapper: 'data', looseness: 7 },
  ];
  it.each(SHAPES)('iFirma gets the same bytes for `o` and `d` with %o', async (shape) => {
    for (const form of FORMS) expect(await rawOf(form, shape)).toBe(await rawOf(form, {}));
  });
});

describe('any order', () => {
  const money = (grosze: number): string => (grosze / 100).toFixed(2);
  const line = fc.record({
    price: fc.integer({ min: 1, max: 99_999 }).map(money),
    quantity: fc.oneof(fc.integer({ min: 1, max: 40 }).map(String), fc.constantFrom('0.5', '1.25', '2.333')),
    rate: fc.constantFrom(23, 8, 5),
  });
  const orders = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    shipping: fc.integer({ min: 0, max: 3000 }).map((grosze) => ({ price: money(grosze) })),
  });

  it.each(FORMS)('is booked as `%s` to the grosz, or a finding says why not and nothing is booked', async (form) => {
    const world: World = await createWorld();
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 0, max: 500 }), async (input, off) => {
        const discount = off === 0 ? [] : [{ name: 'Rabat', price: `-${money(off)}` }];
        const order = world.panel.addOrder({ ...input, lines: [...input.lines, ...discount] });
        const issueDate = '2026-11-22';
        const id = form === 'o' ? order.id : world.panel.addDocument({ orderId: order.id, issueDate }).id;
        const before = world.ifirma.booked().length;
        const view = await world.send(order.id, `${form}${id}`);
        const booked = world.ifirma.booked().slice(before);
        if (view.state === 'done') expect(booked.map(({ gross }) => gross)).toEqual([order.total]);
        else {
          expect(view).toMatchObject({ state: 'incomplete' });
          expect(view.findings.map(({ code }) => code)).toEqual(
            expect.arrayContaining([expect.stringMatching(/line-gross|discount|total/)]),
          );
          expect(booked).toEqual([]);
        }
        await world.pass(MINUTE);
      }),
      { numRuns: 60 },
    );
  });
});
