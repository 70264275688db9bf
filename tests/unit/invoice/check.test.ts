import { describe, expect, it } from 'vitest';
import { type Checked, checkDocument, findingsOf } from '../../../utils/invoice/check.ts';
import type { Payment, SaleDocument } from '../../../utils/invoice/document.ts';
import type { AccountSettings } from '../../../utils/invoice/settings.ts';
import {
  buyer,
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
} from './examples.ts';

const check = (document: SaleDocument, rules: Rules = RULES, confirmed: readonly string[] = []): Checked =>
  checkDocument(document, rules, TODAY, confirmed);
const found = (checked: Checked): readonly string[] => checked.findings.map(({ code, path }) => `${code} @ ${path}`);
const remarked = (checked: Checked): readonly string[] => checked.remarks.map(({ code }) => code);
const settings = (changes: Partial<AccountSettings>): Rules => ({
  ...RULES,
  settings: { ...RULES.settings, ...changes },
});
const payment = (changes: Partial<Payment>): Payment => ({ ...saleDocument().payment, ...changes });

describe('a document with nothing wrong', () => {
  it('becomes a draft, with the number and the mark in its remarks', () => {
    expect(check(saleDocument())).toEqual({
      findings: [],
      remarks: [{ code: 'number-by-ifirma', params: { number: 'FV 12/11/2026' } }],
      draft: {
        buyer: { ...buyer(), continuedName: '' },
        lines: [
          {
            name: 'Lampa biurkowa LED',
            unit: 'szt.',
            vat: { kind: 'percent', percent: 23 },
            quantity: 1000,
            unitGross: 12_300,
            discount: 0,
            gross: 12_300,
            gtu: null,
            pkwiu: '',
          },
        ],
        gross: 12_300,
        paid: 0,
        payment: 'PRZ',
        issueDate: TODAY,
        saleDate: TODAY,
        notes: 'Dokument Sellasist: FV 12/11/2026\nSellasist demo/o1001/d77',
        number: null,
        ifirmaSeries: '',
        template: '',
        issuePlace: '',
        signature: 'BWO',
        bankAccount: { use: 'ifirma' },
        dueDate: null,
        showBdo: false,
        showGios: false,
        splitPayment: null,
        exempt: false,
        flatRate: null,
      },
      partial: expect.objectContaining({ gross: 12_300, payment: 'PRZ' }),
    });
  });

  it('and no number of the panel has the mark alone in its remarks', () => {
    const { draft, remarks } = check(order());
    expect(draft?.notes).toBe('Sellasist demo/o1001');
    expect(remarks).toEqual([]);
  });
});

describe('a document with several things wrong', () => {
  const WRONG = saleDocument({
    buyer: buyer({ name: '', nip: '123-456-32-19' }),
    lines: [line({ vat: percent(22) })],
    total: 12_400,
    payment: payment({ methodId: '99', methodName: 'Raty' }),
  });

  it('says all of it at once, each finding at its field', () => {
    expect(check(WRONG).findings).toEqual([
      { code: 'buyer-name-missing', path: 'buyer.name', params: {} },
      { code: 'buyer-nip-invalid', path: 'buyer.nip', params: { nip: '123-456-32-19' } },
      { code: 'vat-unsupported', path: 'lines.0.vat', params: { line: 'Lampa biurkowa LED', text: '22' } },
      { code: 'total-mismatch', path: 'total', params: { sum: '12300', total: '12400', difference: '100' } },
      { code: 'payment-unmapped', path: 'payment.method', params: { method: 'Raty' } },
    ]);
  });

  it('has no draft, but as much for the preview as could be worked out', () => {
    const { draft, partial } = check(WRONG);
    expect(draft).toBeNull();
    expect(partial).toMatchObject({ gross: 12_300, payment: null, lines: [], issueDate: TODAY });
  });

  it('says the same through the short way', () => {
    expect(findingsOf(WRONG, RULES, TODAY)).toEqual(check(WRONG).findings);
  });
});

describe('what is wrong with the whole', () => {
  it.each<[string, Partial<SaleDocument>, readonly string[]]>([
    ['an order that is only a placeholder', { unconfirmed: true }, ['order-unconfirmed @ unconfirmed']],
    ['another currency', { currency: 'EUR' }, ['currency-unsupported @ currency']],
    ['no currency', { currency: '' }, ['currency-unsupported @ currency']],
    ['a receipt', { receipts: ['PA/1/2026'] }, ['receipt-exists @ receipts']],
    ['two receipts', { receipts: ['PA/1', 'PA/2'] }, ['receipt-exists @ receipts', 'receipt-exists @ receipts']],
    ['a series that no account owns', { seriesId: '4' }, ['series-unassigned @ series']],
    ['no series', { seriesId: null }, ['series-unassigned @ series']],
    ['no lines', { lines: [], total: 0 }, ['no-lines @ lines']],
    ['a total that cannot be read', { total: null }, ['total-unreadable @ total']],
    ['a total one grosz above its lines', { total: 12_301 }, ['total-mismatch @ total']],
    ['a total one grosz below its lines', { total: 12_299 }, ['total-mismatch @ total']],
    ['nothing but gifts', { lines: [line({ unitGross: 0 })], total: 0 }, ['total-zero @ total']],
    ['an issue date of tomorrow', { issueDate: '2026-11-23' }, ['issue-date-future @ issueDate']],
    ['a sale after its invoice', { issueDate: '2026-11-20' }, ['sale-date-after-issue @ saleDate']],
    ['no payment method', { payment: payment({ methodId: null }) }, ['payment-unknown @ payment.method']],
  ])('%s', (_title, changes, expected) => {
    const checked = check(saleDocument(changes));
    expect(found(checked)).toEqual(expected);
    expect(checked.draft).toBeNull();
  });

  it.each<[string, Partial<SaleDocument>, Readonly<Record<string, string>>]>([
    ['another currency', { currency: 'EUR' }, { currency: 'EUR' }],
    ['a receipt', { receipts: ['PA/1/2026'] }, { number: 'PA/1/2026' }],
  ])('%s is named, so that a person knows which', (_title, changes, params) => {
    expect(check(saleDocument(changes)).findings).toMatchObject([{ params }]);
  });

  it('a rate that is missing on the shipping of a document, which only an order’s shipping may lack', () => {
    const lines = [line(), shipping()];
    expect(found(check(saleDocument({ lines, total: 13_799 })))).toEqual(['vat-unknown @ lines.1.vat']);
    expect(found(check(order({ lines, total: 13_799 })))).toEqual([]);
  });

  it('a series that no account owns is named by the number of its document', () => {
    expect(check(saleDocument({ seriesId: '4' })).findings).toEqual([
      { code: 'series-unassigned', path: 'series', params: { number: 'FV 12/11/2026' } },
    ]);
  });

  it('an order needs no series', () => {
    expect(check(order()).findings).toEqual([]);
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'a payment method called %s is not mapped by accident',
    (methodId) => {
      const checked = check(saleDocument({ payment: payment({ methodId, methodName: null }) }));
      expect(checked.findings).toEqual([
        { code: 'payment-unmapped', path: 'payment.method', params: { method: methodId } },
      ]);
    },
  );
});

describe('what may have been booked already', () => {
  const SIGNS = saleDocument({
    signs: [
      { kind: 'document-number', number: 'FV 9/2026' },
      { kind: 'field-filled', fieldId: '12' },
    ],
  });

  it('is also a panel of which not all documents could be looked at, until a person overrules that', () => {
    const unknown = saleDocument({ signs: [{ kind: 'documents-unknown' }] });
    expect(check(unknown).findings).toEqual([
      { code: 'maybe-booked-unknown', path: 'documents', params: {}, evidence: 'documents-unknown' },
    ]);
    expect(found(check(unknown, RULES, ['documents-unknown']))).toEqual([]);
  });

  it('is a finding with its evidence, until a person overrules that very sign', () => {
    expect(check(SIGNS).findings).toEqual([
      {
        code: 'maybe-booked-number',
        path: 'document_number',
        params: { number: 'FV 9/2026' },
        evidence: 'number:FV 9/2026',
      },
      { code: 'maybe-booked-field', path: 'documentField', params: { field: '12' }, evidence: 'field:12' },
    ]);
    expect(found(check(SIGNS, RULES, ['number:FV 9/2026']))).toEqual(['maybe-booked-field @ documentField']);
    expect(found(check(SIGNS, RULES, ['number:FV 9/2026', 'field:12']))).toEqual([]);
  });

  it('is not overruled by an answer to another sign', () => {
    expect(found(check(SIGNS, RULES, ['number:FV 8/2026', 'field:1', 'number:', '']))).toHaveLength(2);
  });

  it('is the one kind of finding beside which a draft stands, so that a person sees what would be booked', () => {
    expect(check(SIGNS).draft).toEqual(check(saleDocument()).draft);
  });

  it('does not let anything else through once it was overruled', () => {
    const wrong = { ...SIGNS, total: 1 };
    const checked = check(wrong, RULES, ['number:FV 9/2026', 'field:12']);
    expect(found(checked)).toEqual(['total-mismatch @ total']);
    expect(checked.draft).toBeNull();
  });

  it('cannot be overruled where the finding has no evidence', () => {
    const checked = check(saleDocument({ receipts: ['PA/1'] }), RULES, ['receipt-exists', 'PA/1', 'receipts']);
    expect(found(checked)).toEqual(['receipt-exists @ receipts']);
  });
});

describe('the dates', () => {
  const dates = ({ partial }: Checked) => [partial.issueDate, partial.saleDate];

  it("of the panel's document win over every setting", () => {
    const document = saleDocument({ issueDate: '2026-11-20', saleDate: '2026-11-18' });
    for (const saleDate of ['issue', 'order', 'payment'] as const) {
      expect(dates(check(document, settings({ saleDate })))).toEqual(['2026-11-20', '2026-11-18']);
    }
  });

  it.each<[AccountSettings['saleDate'], string | null, string]>([
    ['issue', '2026-11-19', TODAY],
    ['order', '2026-11-19', '2026-11-20'],
    ['payment', '2026-11-19', '2026-11-19'],
    ['payment', null, TODAY],
  ])('of an order by the setting %s, paid on %s: issued today, sold on %s', (saleDate, paidOn, sold) => {
    const document = order({ payment: payment({ paidOn }) });
    expect(dates(check(document, settings({ saleDate })))).toEqual([TODAY, sold]);
  });

  it('of an order whose date is not known fall back on the day of issue', () => {
    expect(dates(check(order({ orderDate: null }), settings({ saleDate: 'order' })))).toEqual([TODAY, TODAY]);
  });

  it('may be today, and may differ by a year end', () => {
    const document = saleDocument({ issueDate: '2026-01-01', saleDate: '2025-12-31' });
    expect(check(document).findings).toEqual([]);
  });

  it.each([
    ['2026-10-01', '2026-11-15', null],
    ['2026-10-31', '2026-11-15', null],
    ['2026-10-31', '2026-11-16', '2026-11-15'],
    ['2025-12-31', '2026-01-15', null],
    ['2025-12-01', '2026-01-16', '2026-01-15'],
    ['2026-02-28', '2026-11-22', '2026-03-15'],
  ])('of a sale on %s and an invoice of %s have the limit %j overstepped', (saleDate, issueDate, limit) => {
    expect(check(saleDocument({ saleDate, issueDate, number: 'FV 1' })).findings).toEqual(
      limit === null ? [] : [{ code: 'issue-too-late', path: 'issueDate', params: { sale: saleDate, limit } }],
    );
  });

  it('a payment after a future order date is said as both things that are wrong', () => {
    const document = saleDocument({ issueDate: '2026-12-01', saleDate: '2026-12-02' });
    expect(check(document).findings).toEqual([
      { code: 'issue-date-future', path: 'issueDate', params: { date: '2026-12-01' } },
      { code: 'sale-date-after-issue', path: 'saleDate', params: { sale: '2026-12-02', issue: '2026-12-01' } },
    ]);
  });
});

describe('what was paid', () => {
  it.each([
    ['nothing', 0, 0, []],
    ['a part', 5000, 5000, []],
    ['all', 12_300, 12_300, []],
    ['a grosz more', 12_301, 12_300, ['overpaid']],
    ['less than nothing', -500, 0, []],
  ])('%s', (_title, paid, sent, remarks) => {
    const checked = check(order({ payment: payment({ paid }) }));
    expect(checked.draft?.paid).toBe(sent);
    expect(remarked(checked)).toEqual(remarks);
  });

  it('more than nothing is no overpayment: there is no invoice at all', () => {
    const gift = order({ lines: [line({ unitGross: 0 })], total: 0, payment: payment({ paid: 500 }) });
    expect(found(check(gift))).toEqual(['total-zero @ total']);
    expect(remarked(check(gift))).toEqual(['free-line-left-out']);
  });

  it('more than the sum is said with both amounts', () => {
    expect(check(order({ payment: payment({ paid: 12_500 }) })).remarks).toEqual([
      { code: 'overpaid', params: { paid: '12500', sum: '12300' } },
    ]);
  });
});

describe('the sum', () => {
  it('holds with shipping, a discount and a gift', () => {
    const checked = check(
      order({
        lines: [
          line({ quantity: 3000, unitGross: 333 }),
          line({ name: 'Gratis', unitGross: 0 }),
          line({ name: 'Kupon', unitGross: -100 }),
          shipping(),
        ],
        total: 999 - 100 + 1499,
      }),
    );
    expect(checked.findings).toEqual([]);
    expect(checked.draft?.gross).toBe(2398);
    expect(remarked(checked)).toEqual(['free-line-left-out', 'discount-spread', 'line-split']);
  });

  it('that no line could be read for is not compared with the total', () => {
    expect(found(check(saleDocument({ lines: [line({ quantity: null })] })))).toEqual([
      'line-quantity-invalid @ lines.0.quantity',
    ]);
  });
});

describe('remarks', () => {
  it('whose number is absurdly long are cut, the mark never', () => {
    const checked = check(saleDocument({ number: `FV ${'9'.repeat(10_000)}` }));
    expect(checked.draft?.notes).toHaveLength(1000);
    expect(checked.draft?.notes.endsWith('…\nSellasist demo/o1001/d77')).toBe(true);
    expect(remarked(checked)).toEqual(['number-by-ifirma', 'notes-cut']);
  });

  it('have a number of several lines in one', () => {
    expect(check(saleDocument({ number: 'FV\n1\u202e/2026' })).draft?.notes).toBe(
      'Dokument Sellasist: FV 1/2026\nSellasist demo/o1001/d77',
    );
  });
});

describe('what the merchant has set', () => {
  it('stands in the draft', () => {
    const checked = check(
      saleDocument({ buyer: buyer({ isCompany: true, nip: '123-456-32-18' }) }),
      settings({
        issuePlace: ' Łódź ',
        signature: 'OUP',
        bankAccount: { use: 'hidden' },
        dueDate: { from: 'sale', days: 14 },
        showBdo: true,
        showGios: true,
        splitPayment: 'always',
        gtu: '06',
        pkwiu: '27.40.22.0',
        notesText: 'Zamówienie {zamówienie}',
      }),
    );
    expect(checked.findings).toEqual([]);
    expect(checked.draft).toMatchObject({
      issuePlace: 'Łódź',
      signature: 'OUP',
      bankAccount: { use: 'hidden' },
      dueDate: '2026-12-06',
      showBdo: true,
      showGios: true,
      splitPayment: true,
      lines: [{ gtu: '06', pkwiu: '27.40.22.0' }],
      notes: 'Zamówienie 1001\nDokument Sellasist: FV 12/11/2026\nSellasist demo/o1001/d77',
    });
  });

  it('advises split payment above 15 000 zł to a NIP, on the sum that is sent', () => {
    const large = { lines: [line({ unitGross: 1_500_001 })], total: 1_500_001 };
    const company = buyer({ isCompany: true, nip: '123-456-32-18' });
    expect(check(order({ ...large, buyer: company })).remarks).toEqual([
      { code: 'split-payment-advised', params: { gross: '1500001' } },
    ]);
    expect(remarked(check(order({ ...large, buyer: company }), settings({ splitPayment: 'large' })))).toEqual([]);
    expect(remarked(check(order(large)))).toEqual([]);
  });
});

describe('the series of a document', () => {
  const series = (changes: Partial<typeof SERIES>): Rules => ({ ...RULES, series: { '3': { ...SERIES, ...changes } } });
  const pattern = 'FV {numer}/{miesiąc}/{rok}';

  it('whose number is kept gives it to iFirma, and it stays in the remarks', () => {
    const checked = check(saleDocument(), series({ numbering: 'sellasist', pattern, ifirmaSeries: 'Sklep' }));
    expect(checked.draft).toMatchObject({
      number: 12,
      ifirmaSeries: 'Sklep',
      notes: 'Dokument Sellasist: FV 12/11/2026\nSellasist demo/o1001/d77',
    });
    expect(remarked(checked)).toEqual(['number-kept']);
  });

  it.each<[string, Partial<typeof SERIES>, string]>([
    ['is incomplete', { kind: null }, 'series-incomplete @ series'],
    ['is not sent', { kind: 'none' }, 'series-not-sent @ series'],
    ['is for corrections', { kind: 'correction' }, 'series-for-corrections @ series'],
    ['is under OSS', { oss: true }, 'series-oss @ series'],
    ['cannot read its number', { numbering: 'sellasist', pattern: '{numer}' }, 'number-unreadable @ number'],
    [
      'has numbers of another year',
      { numbering: 'sellasist', pattern: 'FV {miesiąc}/{numer}/{rok}' },
      'number-date-differs @ number',
    ],
  ])('that %s keeps it from being sent', (_title, changes, expected) => {
    const checked = check(saleDocument(), series(changes));
    expect(found(checked)).toEqual([expected]);
    expect(checked.draft).toBeNull();
  });

  it('cannot be overruled by a confirmation', () => {
    const checked = check(saleDocument(), series({ oss: true }), ['series-oss', 'series', '']);
    expect(checked.draft).toBeNull();
  });

  it('is said beside everything else that is wrong', () => {
    const wrong = saleDocument({ buyer: buyer({ postcode: '' }), total: 1 });
    expect(found(check(wrong, series({ kind: null })))).toEqual([
      'series-incomplete @ series',
      'buyer-postcode-missing @ buyer.postcode',
      'total-mismatch @ total',
    ]);
  });

  it('of orders without a document is asked for where several accounts serve the panel', () => {
    const checked = check(order(), { ...RULES, issuesOrders: false });
    expect(found(checked)).toEqual(['order-series-missing @ series']);
    expect(checked.draft).toBeNull();
    expect(check(saleDocument(), { ...RULES, issuesOrders: false }).findings).toEqual([]);
  });
});

describe('a company that is no VAT payer', () => {
  const rules: Rules = { ...settings({ splitPayment: 'always', gtu: '06', pkwiu: '1' }), tax: NO_VAT_PAYER };
  const exempt = { lines: [line({ vat: percent(0) }), shipping()], total: 13_799 };

  it('has exempt lines by its own basis, and neither split payment, GTU nor PKWiU', () => {
    const checked = check(order(exempt), rules);
    expect(checked.findings).toEqual([]);
    expect(checked.draft).toMatchObject({
      exempt: true,
      splitPayment: null,
      flatRate: null,
      lines: [
        { vat: { kind: 'exempt', basis: 'Art. 113 ust. 1' }, gtu: null, pkwiu: '' },
        { vat: { kind: 'exempt', basis: 'Art. 113 ust. 1' }, gtu: null, pkwiu: '' },
      ],
    });
  });

  it('does not send a line that the panel taxes, nor a payment that iFirma does not take from it', () => {
    const checked = check(order(), { ...rules, payments: { '4': 'P24' } });
    expect(found(checked)).toEqual(['exempt-line-taxed @ lines.0.vat', 'payment-not-for-exempt @ payment.method']);
    expect(checked.draft).toBeNull();
  });
});

describe('the flat rate', () => {
  it.each<[Rules['tax']['flatRate'], string | null]>([
    ['none', null],
    ['ifirma', null],
    ['0.055', '0.055'],
    ['0.10', '0.10'],
  ])('%s is sent as %j, by a payer and without VAT', (flatRate, sent) => {
    const free = order({ lines: [line({ vat: percent(0) })] });
    for (const tax of [RULES.tax, NO_VAT_PAYER])
      expect(check(free, { ...RULES, tax: { ...tax, flatRate } }).draft?.flatRate).toBe(sent);
  });
});
