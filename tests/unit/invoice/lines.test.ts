import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLine } from '../../../utils/invoice/document.ts';
import { type PricedLines, priceLines } from '../../../utils/invoice/lines.ts';
import { lineGross, sum } from '../../../utils/invoice/money.ts';
import { type AccountSettings, DEFAULT_SETTINGS, DEFAULT_TAX, type TaxForm } from '../../../utils/invoice/settings.ts';
import { cut } from '../../../utils/invoice/text.ts';
import { EXEMPT, line, NO_VAT, NO_VAT_PAYER, percent, shipping } from './examples.ts';

const PAYER = { settings: DEFAULT_SETTINGS, tax: DEFAULT_TAX };

const price = (
  lines: readonly DocumentLine[],
  settings: Partial<AccountSettings> = {},
  tax: TaxForm = DEFAULT_TAX,
): PricedLines => priceLines(lines, { settings: { ...DEFAULT_SETTINGS, ...settings }, tax });

/** `quantity × price -discount = gross`, the way an accountant reads a line. */
const rows = ({ lines }: PricedLines): readonly string[] =>
  lines.map(({ quantity, unitGross, discount, gross }) => `${quantity} × ${unitGross} -${discount} = ${gross}`);
const found = ({ findings }: PricedLines): readonly string[] => findings.map(({ code, path }) => `${code} @ ${path}`);
const remarked = ({ remarks }: PricedLines): readonly string[] => remarks.map(({ code }) => code);

describe('lines as they are', () => {
  it.each<[string, Partial<DocumentLine>, readonly string[]]>([
    ['2 × 123.00', { quantity: 2000 }, ['2000 × 12300 -0 = 24600']],
    ['3 × 3.33', { quantity: 3000, unitGross: 333 }, ['3000 × 333 -0 = 999']],
    ['1.500 × 10.00', { quantity: 1500, unitGross: 1000 }, ['1500 × 1000 -0 = 1500']],
    ['1.500 × 6.67, half a grosz up', { quantity: 1500, unitGross: 667 }, ['1500 × 667 -0 = 1001']],
    ['200.00 less 10 %', { unitGross: 20_000, discount: 1000 }, ['1000 × 20000 -1000 = 18000']],
    ['a total that agrees with its price', { quantity: 3000, unitGross: 333, lineGross: 999 }, ['3000 × 333 -0 = 999']],
    [
      'a total that its price does not give: the total counts',
      { quantity: 3000, unitGross: 333, lineGross: 1000 },
      ['2000 × 333 -0 = 666', '1000 × 334 -0 = 334'],
    ],
    ['a total without a price', { quantity: 4000, unitGross: null, lineGross: 1000 }, ['4000 × 250 -0 = 1000']],
    ['a total that its price of zero denies', { unitGross: 0, lineGross: 500 }, ['1000 × 500 -0 = 500']],
  ])('%s', (_title, changes, expected) => {
    const priced = price([line(changes)]);
    expect(rows(priced)).toEqual(expected);
    expect(found(priced)).toEqual([]);
    expect(priced.gross).toBe(sum(priced.lines.map(({ gross }) => gross)));
  });

  it('a discount that iFirma may round in two ways becomes a lower price instead', () => {
    // 0.99 less 10 % is 0.891 a piece: 0.89 × 3 = 2.67, yet 2.673 rounds to 2.67; for 7 pieces 6.23 against 6.24.
    expect(rows(price([line({ quantity: 3000, unitGross: 99, discount: 1000 })]))).toEqual(['3000 × 99 -1000 = 267']);
    expect(rows(price([line({ quantity: 7000, unitGross: 99, discount: 1000 })]))).toEqual([
      '6000 × 89 -0 = 534',
      '1000 × 90 -0 = 90',
    ]);
    // 6.23 is what the price of one gives, rounded first; rounded last it would be 6.24.
    expect(rows(price([line({ quantity: 7000, unitGross: 99, discount: 1000, lineGross: 623 })]))).toEqual([
      '7000 × 89 -0 = 623',
    ]);
  });

  it('a line that was split says so, once', () => {
    const priced = price([line({ quantity: 3000, unitGross: null, lineGross: 1000 })]);
    expect(priced.remarks).toEqual([{ code: 'line-split', params: { name: 'Lampa biurkowa LED' } }]);
  });

  it('a total that no price gives for a quantity of 1.500 is a finding, not rounded', () => {
    const priced = price([line({ quantity: 1500, unitGross: 667, lineGross: 1000 })]);
    expect(priced.findings).toEqual([
      {
        code: 'line-gross-mismatch',
        path: 'lines.0.price',
        params: { line: 'Lampa biurkowa LED', gross: '1000' },
      },
    ]);
    expect(priced.lines).toEqual([]);
  });
});

describe('lines that cannot be read', () => {
  it.each<[string, Partial<DocumentLine>, readonly string[]]>([
    ['no quantity', { quantity: null }, ['line-quantity-invalid @ lines.0.quantity']],
    ['a quantity of zero', { quantity: 0 }, ['line-quantity-invalid @ lines.0.quantity']],
    ['a negative quantity', { quantity: -1000 }, ['line-quantity-invalid @ lines.0.quantity']],
    ['no price', { unitGross: null }, ['line-price-invalid @ lines.0.price']],
    ['no name', { name: ' \u200b\u0000 ' }, ['line-name-missing @ lines.0.name']],
    ['an unknown rate', { vat: { kind: 'unknown', text: 'np' } }, ['vat-unknown @ lines.0.vat']],
    ['a bare zero as its rate', { vat: { kind: 'zero' } }, ['vat-zero-ambiguous @ lines.0.vat']],
    ['a rate that is none', { vat: percent(22) }, ['vat-unsupported @ lines.0.vat']],
    ['an exempt rate without a basis', { vat: EXEMPT }, ['legal-basis-missing @ lines.0.basis']],
    [
      'a price of 100,000,000 zł, which iFirma does not take (ifirma-api 2.4)',
      { unitGross: 10_000_000_000 },
      ['line-price-invalid @ lines.0.price'],
    ],
  ])('%s', (_title, changes, expected) => {
    expect(found(price([line(changes)]))).toEqual(expected);
  });

  it('leave the sum unknown, but never the other findings unsaid', () => {
    const priced = price([line({ quantity: null }), line({ vat: percent(22) }), line({ name: '' })]);
    expect(priced.gross).toBeNull();
    expect(found(priced)).toEqual([
      'line-quantity-invalid @ lines.0.quantity',
      'vat-unsupported @ lines.1.vat',
      'line-name-missing @ lines.2.name',
    ]);
    expect(priced.findings[2]?.params).toEqual({ line: '3' });
  });

  it.each<[Partial<DocumentLine>, Readonly<Record<string, string>>]>([
    [{ quantity: null }, {}],
    [{ unitGross: null }, {}],
    [{ vat: { kind: 'unknown', text: 'np' } }, { text: 'np' }],
    [{ vat: { kind: 'zero' } }, {}],
    [{ vat: percent(22) }, { text: '22' }],
    [{ vat: EXEMPT }, {}],
  ])('are named by what stands on them: %j', (changes, params) => {
    const [finding] = price([line({ name: ' Lampa\u200b ', ...changes })]).findings;
    expect(finding?.params).toEqual({ line: 'Lampa', ...params });
  });

  it('with a price just below 100,000,000 zł it is read', () => {
    expect(rows(price([line({ unitGross: 9_999_999_999 })]))).toEqual(['1000 × 9999999999 -0 = 9999999999']);
  });
});

describe('free items', () => {
  it.each<[string, Partial<DocumentLine>]>([
    ['a price of zero', { unitGross: 0 }],
    ['a price of zero, of no readable quantity', { unitGross: 0, quantity: null }],
    ['a price of zero under an unknown rate', { unitGross: 0, vat: NO_VAT }],
    ['a price and a total of zero, of no readable quantity', { unitGross: 0, lineGross: 0, quantity: null }],
    ['everything off', { discount: 10_000 }],
    ['a total of zero', { lineGross: 0 }],
  ])('are left out, and the preview says so: %s', (_title, changes) => {
    const priced = price([line(), line({ name: 'Gratis', ...changes })]);
    expect(rows(priced)).toEqual(['1000 × 12300 -0 = 12300']);
    expect(found(priced)).toEqual([]);
    expect(priced.remarks).toEqual([{ code: 'free-line-left-out', params: { name: 'Gratis' } }]);
    expect(priced.gross).toBe(12_300);
  });
});

describe('the rate of a shipping line that brings none of its own', () => {
  const goods = (vat: DocumentLine['vat']) => line({ vat });
  const rate = (lines: readonly DocumentLine[], settings: Partial<AccountSettings>) =>
    price(lines, settings).lines.find(({ name }) => name === 'Paczkomat')?.vat;

  it('is the fixed one of the settings, 23 % unless they say another', () => {
    expect(rate([goods(percent(5)), shipping()], {})).toEqual({ kind: 'percent', percent: 23 });
    const shippingVat = { rule: 'fixed', rate: { kind: 'percent', percent: 8 } } as const;
    expect(rate([goods(percent(5)), shipping()], { shippingVat })).toEqual({ kind: 'percent', percent: 8 });
  });

  it('may be fixed as exempt, with the basis of the settings', () => {
    const shippingVat = { rule: 'fixed', rate: { kind: 'exempt', basis: null } } as const;
    const exemptBasis = 'Art. 113 ust. 1';
    expect(rate([shipping()], { shippingVat, exemptBasis })).toEqual({ kind: 'exempt', basis: exemptBasis });
    expect(found(price([shipping()], { shippingVat }))).toEqual(['legal-basis-missing @ lines.0.basis']);
  });

  const HIGHEST = { shippingVat: { rule: 'highest' }, exemptBasis: 'Art. 113 ust. 1' } as const;

  it.each<[string, readonly DocumentLine[], unknown]>([
    ['5 and 8', [goods(percent(5)), goods(percent(8))], { kind: 'percent', percent: 8 }],
    ['exempt and 0', [goods(EXEMPT), goods(percent(0))], { kind: 'percent', percent: 0 }],
    ['0 and exempt', [goods(percent(0)), goods(EXEMPT)], { kind: 'percent', percent: 0 }],
    ['exempt only', [goods(EXEMPT)], { kind: 'exempt', basis: 'Art. 113 ust. 1' }],
    ['5, and a gift under 23', [goods(percent(5)), line({ unitGross: 0 })], { kind: 'percent', percent: 5 }],
  ])('is the highest among the goods: %s', (_title, lines, expected) => {
    expect(rate([...lines, shipping()], HIGHEST)).toEqual(expected);
  });

  it.each<[string, readonly DocumentLine[]]>([
    ['one of the goods has no rate', [goods(percent(5)), goods(NO_VAT)]],
    ['there are no goods', []],
  ])('is not known while %s', (_title, lines) => {
    const priced = price([...lines, shipping()], HIGHEST);
    expect(priced.findings).toContainEqual({
      code: 'vat-unknown',
      path: `lines.${lines.length}.vat`,
      params: { line: 'Paczkomat', text: '' },
    });
  });

  it('is not asked for where the line has its own', () => {
    expect(rate([goods(percent(5)), shipping({ vat: percent(8) })], {})).toEqual({ kind: 'percent', percent: 8 });
  });

  it.each(['shipping', 'surcharge'] as const)('is nothing that a %s line of a document goes by', (role) => {
    const lines = [line(), shipping({ role, lineGross: 1499 })];
    expect(found(priceLines(lines, PAYER, 'document'))).toEqual(['vat-unknown @ lines.1.vat']);
    const known = priceLines([line(), shipping({ role, vat: percent(8) })], PAYER, 'document');
    expect(known.lines[1]?.vat).toEqual({ kind: 'percent', percent: 8 });
  });

  it('is the rate of a surcharge too, and never of goods', () => {
    const priced = price([line({ vat: NO_VAT }), shipping({ role: 'surcharge' })]);
    expect(found(priced)).toEqual(['vat-unknown @ lines.0.vat']);
    expect(priced.lines).toMatchObject([{ vat: { kind: 'percent', percent: 23 } }]);
  });
});

describe('a line that takes off', () => {
  const off = (grosze: number): DocumentLine => line({ name: 'Kupon', unitGross: -grosze, vat: NO_VAT });

  it('is spread over the prices of the goods, never a line of its own, and the preview says so', () => {
    const priced = price([line({ unitGross: 10_000 }), line({ unitGross: 5000 }), shipping(), off(1500)]);
    expect(rows(priced)).toEqual(['1000 × 9000 -0 = 9000', '1000 × 4500 -0 = 4500', '1000 × 1499 -0 = 1499']);
    expect(priced.gross).toBe(14_999);
    expect(found(priced)).toEqual([]);
    expect(priced.remarks).toEqual([{ code: 'discount-spread', params: { amount: '1500' } }]);
  });

  it('is added up where there are several', () => {
    const priced = price([line({ unitGross: 10_000 }), off(1000), off(234)]);
    expect(rows(priced)).toEqual(['1000 × 8766 -0 = 8766']);
    expect(priced.remarks).toEqual([{ code: 'discount-spread', params: { amount: '1234' } }]);
  });

  it('reaches shipping only when the goods are not worth enough', () => {
    const priced = price([line({ unitGross: 1000 }), shipping({ unitGross: 1000 }), off(1500)]);
    expect(rows(priced)).toEqual(['1000 × 250 -0 = 250', '1000 × 250 -0 = 250']);
  });

  it('takes a line away when nothing is left of it', () => {
    const priced = price([line({ unitGross: 1000 }), shipping(), off(1000)]);
    expect(rows(priced)).toEqual(['1000 × 1499 -0 = 1499']);
    expect(priced.remarks).toEqual([
      { code: 'discount-spread', params: { amount: '1000' } },
      { code: 'free-line-left-out', params: { name: 'Lampa biurkowa LED' } },
    ]);
  });

  it('spares the lines of 1.5 pieces, which cannot be priced to every sum, where whole ones can bear it', () => {
    const priced = price([line({ quantity: 1500, unitGross: 1000 }), line({ unitGross: 1000 }), off(333)]);
    expect(rows(priced)).toEqual(['1500 × 1000 -0 = 1500', '1000 × 667 -0 = 667']);
  });

  it.each([
    ['bear just all of it', 500, ['1500 × 1000 -0 = 1500']],
    ['are not worth enough', 1000, ['1500 × 500 -0 = 750', '1000 × 250 -0 = 250']],
  ])('reaches the lines of 1.5 pieces only when whole ones %s', (_title, grosze, expected) => {
    const priced = price([line({ quantity: 1500, unitGross: 1000 }), line({ unitGross: 500 }), off(grosze)]);
    expect(rows(priced)).toEqual(expected);
    expect(found(priced)).toEqual([]);
  });

  it('leaves a line of which not a grosz goes as it is, with its own discount', () => {
    const priced = price([line({ unitGross: 100_000 }), line({ unitGross: 10, discount: 1000 }), off(1)]);
    expect(rows(priced)).toEqual(['1000 × 99999 -0 = 99999', '1000 × 10 -1000 = 9']);
  });

  it('splits a line whose pieces do not divide what is left', () => {
    const priced = price([line({ quantity: 3000, unitGross: 400 }), off(200)]);
    expect(rows(priced)).toEqual(['2000 × 333 -0 = 666', '1000 × 334 -0 = 334']);
    expect(remarked(priced)).toEqual(['discount-spread', 'line-split']);
  });

  it('and takes more than there is, is a finding', () => {
    const priced = price([line({ unitGross: 1000 }), off(1001)]);
    expect(priced.findings).toEqual([{ code: 'discount-not-spreadable', path: 'lines', params: { amount: '1001' } }]);
    expect(priced.gross).toBe(-1);
  });

  it('needs neither a rate nor a name', () => {
    expect(found(price([line(), line({ name: '', unitGross: -100, vat: NO_VAT })]))).toEqual([]);
  });
});

describe('the name and the unit of a line', () => {
  it.each([
    ['300 characters', 'x'.repeat(300), 'x'.repeat(300), []],
    ['301 characters', 'x'.repeat(301), 'x'.repeat(300), ['line-name-cut']],
    ['10,000 characters', 'x'.repeat(10_000), 'x'.repeat(300), ['line-name-cut']],
    ['160 characters', 'x'.repeat(160), 'x'.repeat(160), []],
    ['an emoji on the limit', `${'x'.repeat(299)}🎁`, 'x'.repeat(299), ['line-name-cut']],
    ['an emoji right before it', `${'x'.repeat(298)}🎁`, `${'x'.repeat(298)}🎁`, []],
    ['HTML, marks of direction and zero bytes', '<b>Lampa</b>\u202e\u0000\n"LED"', '<b>Lampa</b> "LED"', []],
  ])('%s', (_title, name, sent, remarks) => {
    const priced = price([line({ name })]);
    expect(priced.lines[0]?.name).toBe(sent);
    expect(priced.remarks).toEqual(remarks.map((code) => ({ code, params: { name } })));
  });

  it.each([
    ['the unit of the panel', 'op.', 'op.'],
    ['none, so the one of the settings', null, 'szt.'],
    ['a blank one, so the one of the settings', ' \u200b', 'szt.'],
    ['10 characters', 'x'.repeat(10), 'x'.repeat(10)],
    ['11 characters', 'x'.repeat(11), 'x'.repeat(10)],
    ['zero bytes and marks of direction', 'm\u0000b\u202e', 'm b'],
  ])('%s', (_title, unit, sent) => {
    expect(price([line({ unit })]).lines[0]?.unit).toBe(sent);
  });

  it('never loses half a character to the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 0, max: 40 }), (text, limit) => {
        const kept = cut(text, limit);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(kept)).toBe(true);
        expect(text.length <= limit ? kept === text : limit - kept.length <= 1).toBe(true);
      }),
    );
  });
});

describe('GTU and PKWiU', () => {
  const codes = { gtu: '05', pkwiu: '26.20.11.0 ' } as const;
  const coded = ({ lines }: PricedLines) => lines.map(({ name, gtu, pkwiu }) => [name, gtu, pkwiu]);

  it('stand on goods, each part of a split line too, and not on shipping or a surcharge', () => {
    const lines = [line({ name: 'A', quantity: 3000, lineGross: 1000 }), shipping(), shipping({ role: 'surcharge' })];
    expect(coded(price(lines, codes))).toEqual([
      ['A', '05', '26.20.11.0'],
      ['A', '05', '26.20.11.0'],
      ['Paczkomat', null, ''],
      ['Paczkomat', null, ''],
    ]);
  });

  it('are none where the merchant has set none, and none without VAT (ifirma-api 2.7)', () => {
    expect(coded(price([line({ name: 'A' })]))).toEqual([['A', null, '']]);
    expect(coded(price([line({ name: 'A', vat: EXEMPT })], codes, NO_VAT_PAYER))).toEqual([['A', null, '']]);
  });
});

describe('the lines of a company that is no VAT payer', () => {
  const of = (...lines: readonly DocumentLine[]) => price(lines, {}, NO_VAT_PAYER);
  const basis = { kind: 'exempt', basis: 'Art. 113 ust. 1' };

  it('are all exempt, shipping without a rate of its own too', () => {
    const priced = of(line({ vat: percent(0) }), line({ vat: { kind: 'zero' } }), line({ vat: EXEMPT }), shipping());
    expect(priced.findings).toEqual([]);
    expect(priced.lines.map(({ vat }) => vat)).toEqual([basis, basis, basis, basis]);
  });

  it('that the panel taxes are findings, goods and shipping alike', () => {
    expect(of(line({ vat: percent(23) }), shipping({ vat: percent(8) })).findings).toEqual([
      { code: 'exempt-line-taxed', path: 'lines.0.vat', params: { line: 'Lampa biurkowa LED', rate: '23' } },
      { code: 'exempt-line-taxed', path: 'lines.1.vat', params: { line: 'Paczkomat', rate: '8' } },
    ]);
  });

  it('are findings while the basis is missing', () => {
    const priced = price([line({ vat: EXEMPT })], { exemptBasis: 'of a payer' }, { ...NO_VAT_PAYER, basis: '' });
    expect(found(priced)).toEqual(['legal-basis-missing @ lines.0.basis']);
  });
});

it('whatever the lines, what iFirma multiplies out is what the panel says, or there is a finding', () => {
  const anyLine = fc
    .record({
      quantity: fc.oneof(
        fc.integer({ min: 1, max: 20 }).map((n) => n * 1000),
        fc.integer({ min: 1, max: 20_000 }),
      ),
      unitGross: fc.integer({ min: 0, max: 99_999 }),
      lineGross: fc.option(fc.integer({ min: 0, max: 999_999 })),
      discount: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10_000 })),
    })
    .map(line);
  const anyDiscount = fc.integer({ min: 1, max: 50_000 }).map((grosze) => line({ unitGross: -grosze }));
  const lists = fc.tuple(fc.array(anyLine, { minLength: 1, maxLength: 8 }), fc.array(anyDiscount, { maxLength: 2 }));
  fc.assert(
    fc.property(lists, ([sold, discounts]) => {
      const priced = price([...sold, ...discounts]);
      if (priced.findings.length > 0) return;
      expect(sum(priced.lines.map(({ gross }) => gross))).toBe(priced.gross);
      for (const { unitGross, quantity, discount, gross } of priced.lines) {
        expect(unitGross).toBeGreaterThan(0);
        expect(quantity).toBeGreaterThan(0);
        // iFirma rounds the line once, or the price of one first: both ways have to give the same.
        expect(lineGross(unitGross, quantity, discount)).toBe(gross);
        expect(lineGross(lineGross(unitGross, 1000, discount), quantity)).toBe(gross);
        expect(discount).toBeLessThan(10_000);
      }
    }),
    { numRuns: 500 },
  );
});
