import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceBody } from '../../../utils/ifirma/invoice-body.ts';
import { checkDocument } from '../../../utils/invoice/check.ts';
import type { SaleDocument } from '../../../utils/invoice/document.ts';
import { lineGross, sum } from '../../../utils/invoice/money.ts';
import type { SeriesSettings } from '../../../utils/invoice/series.ts';
import {
  type AccountSettings,
  FLAT_RATES,
  GTU_CODES,
  SIGNATURE_KINDS,
  type TaxForm,
} from '../../../utils/invoice/settings.ts';
import type { IfirmaSwitches } from '../../sim/ifirma/switches.ts';
import {
  buyer,
  EXEMPT,
  line,
  NO_VAT_PAYER,
  order,
  percent,
  RULES,
  type Rules,
  SERIES,
  saleDocument,
  shipping,
  TODAY,
} from '../invoice/examples.ts';
import { nonVatPayer } from '../sim/ifirma-examples.ts';
import { together } from './together.ts';

const LENIENT: Rules = {
  ...RULES,
  settings: { ...RULES.settings, zeroVat: 'percent', exemptBasis: 'Art. 43 ust. 1 pkt 29 lit. a b' },
};

async function book(document: SaleDocument, rules = LENIENT, switches: Partial<IfirmaSwitches> = {}) {
  const { draft, findings } = checkDocument(document, rules, TODAY);
  expect(findings).toEqual([]);
  if (draft === null) throw new Error('no draft');
  const { ifirma, client } = together(switches);
  const issued = await client.issue(invoiceBody(draft));
  return { issued, draft, booked: ifirma.booked(), client };
}

describe('the stand-in, with its tables of every field and limit, books', () => {
  it.each<[string, Partial<SaleDocument>]>([
    ['one lamp', {}],
    ['a company', { buyer: buyer({ name: 'Przykład Sp. z o.o.', isCompany: true, nip: 'PL 123-456-32-18' }) }],
    ['a buyer without street, NIP and e-mail', { buyer: buyer({ street: '', email: '' }) }],
    [
      'a buyer at every limit',
      {
        buyer: buyer({
          name: `${'Ż'.repeat(149)}🎁${'ó'.repeat(148)}`,
          street: 'ś'.repeat(65),
          city: 'ć'.repeat(65),
          postcode: '00 001',
          email: `${'x'.repeat(53)}@example.com`,
        }),
      },
    ],
    [
      'every rate',
      {
        lines: [23, 8, 5, 0]
          .map((rate) => line({ unitGross: 1000, vat: percent(rate) }))
          .concat(line({ unitGross: 1000, vat: EXEMPT }), line({ unitGross: 1000, vat: { kind: 'zero' } })),
        total: 6000,
      },
    ],
    ['10.00 for 3', { lines: [line({ quantity: 3000, unitGross: null, lineGross: 1000 })], total: 1000 }],
    ['1.5 of something', { lines: [line({ quantity: 1500, unitGross: 667 })], total: 1001 }],
    ['a discount of 10 %', { lines: [line({ unitGross: 20_000, discount: 1000 })], total: 18_000 }],
    [
      'a coupon, a gift and shipping',
      {
        lines: [
          line({ unitGross: 999 }),
          line({ unitGross: 0 }),
          line({ unitGross: -100 }),
          shipping({ vat: percent(23) }),
        ],
        total: 2398,
      },
    ],
    [
      'names and units at their limits',
      {
        lines: [line({ name: `${'x'.repeat(299)}🎁`, unit: 'x'.repeat(11) })],
      },
    ],
    ['hostile text', { lines: [line({ name: '<b>"\\\u0000\u202e\ud83c</b>' })], number: 'FV\u0000"1' }],
    ['a number of 10,000 characters', { number: '9'.repeat(10_000) }],
    ['more paid than the sum', { payment: { ...saleDocument().payment, paid: 99_999 } }],
    ['a price just below 100,000,000 zł', { lines: [line({ unitGross: 9_999_999_999 })], total: 9_999_999_999 }],
  ])('%s', async (_title, changes) => {
    const { issued, draft, booked } = await book(saleDocument(changes));
    expect(issued).toEqual({ ok: true, value: booked[0]?.id });
    expect(booked).toMatchObject([{ gross: draft.gross, paid: draft.paid, endpoint: 'fakturakraj' }]);
  });

  it('any order at exactly its total', async () => {
    const sold = fc
      .record({
        quantity: fc.oneof(
          fc.integer({ min: 1, max: 9 }).map((n) => n * 1000),
          fc.integer({ min: 1, max: 9999 }),
        ),
        unitGross: fc.integer({ min: 1, max: 99_999 }),
        vat: fc.constantFrom(percent(23), percent(8), percent(5), EXEMPT),
      })
      .map(line);
    await fc.assert(
      fc.asyncProperty(fc.array(sold, { minLength: 1, maxLength: 6 }), fc.nat(), async (lines, coupon) => {
        const gross = sum(lines.map((each) => lineGross(each.unitGross ?? 0, each.quantity ?? 0)));
        const off = coupon % Math.max(1, gross);
        fc.pre(gross - off > 0);
        const document = order({
          lines: off > 0 ? [...lines, line({ unitGross: -off })] : lines,
          total: gross - off,
        });
        // A line of 1.5 pieces cannot be priced to every sum; then it is a finding, and nothing to book.
        fc.pre(checkDocument(document, LENIENT, TODAY).findings.length === 0);
        const { issued, booked } = await book(document);
        expect(issued.ok).toBe(true);
        expect(booked.map((invoice) => invoice.gross)).toEqual([gross - off]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the stand-in takes what the merchant has set', () => {
  const settings = (changes: Partial<AccountSettings>): Rules => ({
    ...LENIENT,
    settings: { ...LENIENT.settings, ...changes },
  });
  const tax = (changes: Partial<TaxForm>): Rules => ({ ...LENIENT, tax: { ...LENIENT.tax, ...changes } });
  const series = (changes: Partial<SeriesSettings>): Rules => ({
    ...LENIENT,
    series: { '3': { ...SERIES, ...changes } },
  });
  const keeping = series({ numbering: 'sellasist', pattern: 'FV {numer}/{miesiąc}/{rok}', ifirmaSeries: 'Sklep' });

  it.each<[string, Rules, object]>([
    ['a place at its limit', settings({ issuePlace: 'Ł'.repeat(50) }), { MiejsceWystawienia: 'Ł'.repeat(50) }],
    ...SIGNATURE_KINDS.map((kind): [string, Rules, object] => [
      `the signature ${kind}`,
      settings({ signature: kind }),
      { RodzajPodpisuOdbiorcy: kind },
    ]),
    ['a hidden account', settings({ bankAccount: { use: 'hidden' } }), { NumerKontaBankowego: 'BRAK' }],
    [
      'one of the company’s accounts, as people write it',
      settings({ bankAccount: { use: 'number', number: '61 1090 1014 0000 0712 1981 2874' } }),
      { NumerKontaBankowego: '61109010140000071219812874' },
    ],
    ['a due date', settings({ dueDate: { from: 'issue', days: 14 } }), { TerminPlatnosci: '2026-12-06' }],
    ['a due date on the day of sale', settings({ dueDate: { from: 'sale', days: 0 } }), { TerminPlatnosci: TODAY }],
    ['BDO and GIOŚ', settings({ showBdo: true, showGios: true }), { WidocznyNumerBdo: true, WidocznyNumerGios: true }],
    ['split payment', settings({ splitPayment: 'always' }), { SplitPayment: true }],
    ['no split payment', settings({ splitPayment: 'large' }), { SplitPayment: false }],
    ...GTU_CODES.map((gtu): [string, Rules, object] => [`GTU ${gtu}`, settings({ gtu }), { Pozycje: [{ GTU: gtu }] }]),
    ['a PKWiU at its limit', settings({ pkwiu: '9'.repeat(30) }), { Pozycje: [{ PKWiU: '9'.repeat(30) }] }],
    ...FLAT_RATES.map((flatRate): [string, Rules, object] => [
      `the flat rate ${flatRate}`,
      tax({ flatRate }),
      { Pozycje: [{ StawkaRyczaltu: Number(flatRate) }] },
    ]),
    ['a text of its own', settings({ notesText: '{nabywca}\n'.repeat(40) }), {}],
    ['a series and a template', series({ ifirmaSeries: 'Sklep', template: 'logo' }), { NazwaSeriiNumeracji: 'Sklep' }],
    ['a number to keep', keeping, { Numer: 12, NazwaSeriiNumeracji: 'Sklep' }],
  ])('%s', async (_title, rules, body) => {
    const company = buyer({ isCompany: true, nip: '1234563218' });
    const { issued, booked } = await book(saleDocument({ buyer: company }), rules);
    expect(issued).toEqual({ ok: true, value: booked[0]?.id });
    expect(booked[0]?.body).toMatchObject(body);
  });

  it('and writes the number that was kept as the panel does, when its series is set alike', async () => {
    const { booked } = await book(saleDocument(), keeping);
    expect(booked.map(({ number }) => number)).toEqual(['FV 12/11/2026']);
  });

  it('of a company without VAT: the very example of the documentation (ifirma-api 10.10)', async () => {
    const document = order({
      buyer: buyer({
        name: 'Piotr Zając',
        street: 'ul. Krótka 9',
        postcode: '20-001',
        city: 'Lublin',
        email: '',
      }),
      lines: [line({ name: 'Świeca sojowa', quantity: 2000, unitGross: 4000, vat: { kind: 'zero' } })],
      total: 8000,
      payment: { ...saleDocument().payment, methodId: '7', paid: 8000 },
    });
    const rules: Rules = { ...settings({ signature: 'BPO' }), tax: NO_VAT_PAYER };
    const { issued, booked } = await book(document, rules, { vatPayer: false });
    expect(issued.ok).toBe(true);
    // The country's code and the mark are Mostek's; everything else is the example, key by key.
    const { Kontrahent, ...rest } = nonVatPayer;
    expect(booked[0]?.body).toEqual({
      ...rest,
      Uwagi: 'Sellasist demo/o1001',
      Kontrahent: { ...Kontrahent, KodKraju: 'PL' },
    });
  });

  it('of a company without VAT, with everything set that a payer could set', async () => {
    const rules: Rules = {
      ...settings({ splitPayment: 'always', gtu: '06', pkwiu: '27.40.22.0', dueDate: { from: 'issue', days: 7 } }),
      tax: { ...NO_VAT_PAYER, flatRate: '0.03' },
    };
    const document = order({ lines: [line({ vat: EXEMPT }), shipping()], total: 13_799 });
    const { issued, booked } = await book(document, rules, { vatPayer: false });
    expect(issued.ok).toBe(true);
    expect(booked[0]?.body).toMatchObject({
      LiczOd: 'BRT',
      TerminPlatnosci: '2026-11-29',
      Pozycje: [
        { StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: 'Art. 113 ust. 1', StawkaRyczaltu: 0.03 },
        { StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: 'Art. 113 ust. 1', StawkaRyczaltu: 0.03 },
      ],
    });
    expect(booked[0]?.raw).not.toMatch(/SplitPayment|GTU|PKWiU/);
  });
});

describe('what was booked', () => {
  it('is found in the list, read back with its mark, and printed', async () => {
    const { issued, client } = await book(saleDocument());
    const id = issued.ok ? issued.value : '';
    const listed = await client.list({ from: '2026-11-20', to: '2026-11-23', nip: '', gross: 12_300, page: 1 });
    expect(listed).toMatchObject({ ok: true, value: [{ identifier: id, gross: 12_300, kind: 'prz_faktura_kraj' }] });
    const read = await client.invoice(id);
    expect(read).toMatchObject({
      ok: true,
      value: { gross: 12_300, notes: 'Dokument Sellasist: FV 12/11/2026\nSellasist demo/o1001/d77' },
    });
    expect(await client.invoice(read.ok ? read.value.number : '')).toEqual(read);
    expect(await client.pdf(id)).toMatchObject({ ok: true });
  });

  it('leaves the connection test, the month and the limit readable', async () => {
    const { client } = await book(saleDocument());
    expect(await client.test(TODAY)).toEqual({ ok: true, value: null });
    expect(await client.month()).toEqual({ ok: true, value: { month: '11', year: '2026' } });
    expect(await client.limit()).toMatchObject({ ok: true, value: { used: '1' } });
  });
});
