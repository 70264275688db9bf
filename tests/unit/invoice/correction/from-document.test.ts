import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Base } from '../../../../utils/invoice/correction/base.ts';
import type { BookedLine } from '../../../../utils/invoice/correction/booked.ts';
import { fromDocument } from '../../../../utils/invoice/correction/from-document.ts';
import type { Reading } from '../../../../utils/invoice/correction/wanted.ts';
import type { DocumentLine, VatRate } from '../../../../utils/invoice/document.ts';
import { lineGross, sum } from '../../../../utils/invoice/money.ts';
import type { TaxForm } from '../../../../utils/invoice/settings.ts';
import { EXEMPT, line, NO_VAT, percent } from '../examples.ts';
import { BOOKED_RULES, baseWith, bookedLine, LAMPS } from './examples.ts';

const lamp = (quantity: number, unitGross = 10_000, changes: Partial<DocumentLine> = {}) =>
  line({ name: 'Lampa', quantity, unitGross, ...changes });
const courier = (quantity = 1000, unitGross = 1000) => line({ name: 'Kurier', quantity, unitGross });
const one = bookedLine({ name: 'A' });
const other = bookedLine({ name: 'B' });
const a = (quantity = 1000, unitGross = 10_000) => line({ name: 'A', quantity, unitGross });

/** `2 × 100.00`, and what is added behind a plus. */
const shown = ({ wanted }: Reading): string =>
  [
    ...wanted.lines.map(({ quantity, unitPrice }) => `${quantity / 1000} × ${unitPrice / 100}`),
    ...wanted.added.map(({ name, quantity, unitPrice }) => `+ ${name} ${quantity / 1000} × ${unitPrice / 100}`),
  ].join(', ');

function read(total: number | null, lines: readonly DocumentLine[], base: Base = baseWith(LAMPS)) {
  const state = fromDocument({ lines, total }, base, BOOKED_RULES);
  return state.ok ? state.readings.map((reading) => `${reading.as}: ${shown(reading)}`) : state.findings;
}

const unmatched = (row: number, name: string) => [
  { code: 'correction-line-unmatched', path: `lines.${row}`, params: { line: name } },
];

describe('a correction of the panel is the state after', () => {
  it.each<[string, number, readonly DocumentLine[], string]>([
    ['with its own sum', 11_000, [lamp(1000), courier()], '1 × 100, 1 × 10'],
    ['with the difference as its sum', -10_000, [lamp(1000), courier()], '1 × 100, 1 × 10'],
    ['with a line of nothing for what went back', 1000, [lamp(0), courier()], '0 × 100, 1 × 10'],
    ['with nothing left', 0, [lamp(0), courier(0)], '0 × 100, 0 × 10'],
    ['with nothing left, and the difference as its sum', -21_000, [lamp(0), courier(0)], '0 × 100, 0 × 10'],
    ['with a lower price', 19_000, [lamp(2000, 9000), courier()], '2 × 90, 1 × 10'],
    ['with a lower price as a discount', 19_000, [lamp(2000, 10_000, { discount: 1000 }), courier()], '2 × 90, 1 × 10'],
    [
      'with a lower worth of the whole line',
      19_000,
      [lamp(2000, 10_000, { lineGross: 18_000 }), courier()],
      '2 × 90, 1 × 10',
    ],
    ['with a higher price', 22_000, [lamp(2000, 10_500), courier()], '2 × 105, 1 × 10'],
    ['in another order', 11_000, [courier(), lamp(1000)], '1 × 100, 1 × 10'],
    ['with names in capitals', 11_000, [lamp(1000, 10_000, { name: ' LAMPA ' }), courier()], '1 × 100, 1 × 10'],
    [
      'with a line under another name, known by place and price',
      21_000 - 500,
      [lamp(2000, 10_000, { name: 'Lampka' }), courier(1000, 500)],
      '2 × 100, 1 × 5',
    ],
    [
      'with a line that was forgotten',
      22_000,
      [lamp(2000), courier(), line({ name: 'Żarówka', unitGross: 1000 })],
      '2 × 100, 1 × 10, + Żarówka 1 × 10',
    ],
    [
      'with a line of nothing that says no price',
      1000,
      [lamp(0, 0, { unitGross: null }), courier()],
      '0 × 100, 1 × 10',
    ],
    [
      'with a line of nothing under another name, known by place and price',
      1000,
      [lamp(0, 10_000, { name: 'Lampka' }), courier()],
      '0 × 100, 1 × 10',
    ],
    [
      'with the worth of a whole line and no price',
      19_000,
      [lamp(2000, 0, { unitGross: null, lineGross: 18_000 }), courier()],
      '2 × 90, 1 × 10',
    ],
    ['with more of a line than was sold', 31_000, [lamp(3000), courier()], '3 × 100, 1 × 10'],
    ['with a lower price of one line, at half of it', 9000, [lamp(2000, 4000), courier()], '2 × 40, 1 × 10'],
    [
      'with one of two for nothing, which is never read as gone',
      11_000,
      [lamp(1000), lamp(1000, 0), courier()],
      '1 × 100, 1 × 10, + Lampa 1 × 0',
    ],
    ['with a free gift', 11_000, [lamp(1000), courier(), line({ name: 'Gratis', unitGross: 0 })], '1 × 100, 1 × 10'],
    ['with one of two cheaper', 20_000, [lamp(1000), lamp(1000, 9000), courier()], '1 × 100, 1 × 10, + Lampa 1 × 90'],
  ])('%s', (_title, total, lines, state) => {
    expect(read(total, lines)).toEqual([`after: ${state}`]);
  });

  it('with what came back before left out, which asks nobody', () => {
    const base = baseWith([{ ...one, quantity: 0, worth: 0 }, bookedLine({ name: 'B', quantity: 2000 })]);
    const b = line({ name: 'B', unitGross: 10_000 });
    expect(read(10_000, [b], base)).toEqual(['after: 0 × 100, 1 × 100']);
    const more = line({ name: 'C', unitGross: 500 });
    expect(read(10_500, [b, more], base)).toEqual(['after: 0 × 100, 1 × 100, + C 1 × 5']);
  });

  it('with what came back before, sold again', () => {
    const base = baseWith([{ ...one, quantity: 0, worth: 0 }, other]);
    const b = line({ name: 'B', unitGross: 10_000 });
    expect(read(20_000, [a(), b], base)).toEqual(['after: 1 × 100, 1 × 100']);
  });

  it('with a price as it stands, where a part of a piece would give the same worth at another', () => {
    const base = baseWith([bookedLine({ name: 'A', quantity: 200, unitPrice: 1004 })]);
    expect(read(100, [a(100, 1004)], base)).toEqual(['after: 0.1 × 10.04']);
  });

  it('with a line of nothing before its new price', () => {
    expect(read(8000, [a(0), a(1000, 8000)], baseWith([one]))).toEqual(['after: 1 × 80']);
  });

  it('with one of two cheaper, at the rate of its line where it says none', () => {
    const lines = [lamp(1000), lamp(1000, 9000, { vat: NO_VAT }), courier()];
    expect(read(20_000, lines)).toEqual(['after: 1 × 100, 1 × 10, + Lampa 1 × 90']);
  });

  it('with what a line of it is called, and its unit and codes, where a part of it is cheaper', () => {
    const codes = { unit: 'kpl.', gtu: '06', pkwiu: '27.40', flatRate: '0.03' } as const;
    const vat: VatRate = { kind: 'percent', percent: 8 };
    const base = baseWith([...LAMPS.slice(1), bookedLine({ quantity: 2000, vat, ...codes })]);
    const cheaper = lamp(1000, 9000, { name: ' LAMPA', vat: NO_VAT });
    const state = fromDocument(
      { lines: [courier(), lamp(1000, 10_000, { vat: percent(8) }), cheaper], total: 20_000 },
      base,
      BOOKED_RULES,
    );
    const added = [{ name: 'Lampa', ...codes, quantity: 1000, unitPrice: 9000, vat }];
    expect(state).toMatchObject({ ok: true, readings: [{ as: 'after', wanted: { added } }] });
  });

  it.each<[string, readonly BookedLine[], number, readonly DocumentLine[], string]>([
    ['of equal lines the one that differs', [one, one], 19_000, [a(1000, 9000), a()], '1 × 100, 1 × 90'],
    ['of equal lines the last one gone', [one, one, one], 20_000, [a(), a(), a(0)], '1 × 100, 1 × 100, 0 × 100'],
    ['equal lines that the panel writes as one', [one, one, one], 20_000, [a(2000), a(0)], '1 × 100, 1 × 100, 0 × 100'],
    [
      'a line that iFirma has in two, at its own prices',
      [bookedLine({ name: 'A', quantity: 2000, unitPrice: 333 }), bookedLine({ name: 'A', unitPrice: 334 })],
      667,
      [line({ name: 'A', quantity: 2000, unitGross: 333, lineGross: 667 }), a(0, 333)],
      '1 × 3.33, 1 × 3.34',
    ],
  ])('%s', (_title, base, total, lines, state) => {
    expect(read(total, lines, baseWith(base))).toEqual([`after: ${state}`]);
  });
});

describe('a line that the invoice does not have', () => {
  const added = (role: DocumentLine['role'], tax: Partial<TaxForm>) => {
    const settings = { ...BOOKED_RULES.settings, unit: ' op.\u00a0', gtu: '05', pkwiu: ' 25.99 ' } as const;
    const rules = { settings, tax: { ...BOOKED_RULES.tax, ...tax } };
    const bulb = line({
      name: ` Żarówka ${'x'.repeat(300)}`,
      unitGross: 1000,
      role,
      vat: tax.vat ? EXEMPT : percent(8),
    });
    const state = fromDocument({ lines: [lamp(2000), courier(), bulb], total: 22_000 }, baseWith(LAMPS), rules);
    return state.ok ? state.readings[0]?.wanted.added : state.findings;
  };

  it('is written as on an invoice: with the unit and the codes of the account', () => {
    expect(added('goods', { flatRate: '0.03' })).toEqual([
      {
        name: expect.stringMatching(/^Żarówka x{291,292}…?$/),
        unit: 'op.',
        quantity: 1000,
        unitPrice: 1000,
        vat: { kind: 'percent', percent: 8 },
        gtu: '05',
        pkwiu: '25.99',
        flatRate: '0.03',
      },
    ]);
  });

  it.each<[string, DocumentLine['role'], Partial<TaxForm>, object]>([
    ['no codes for the shipping', 'shipping', {}, { gtu: null, pkwiu: '', flatRate: null }],
    ['none without VAT', 'goods', { vat: 'exempt', basis: 'Art. 113' }, { gtu: null, pkwiu: '', flatRate: null }],
    ['the flat rate left to iFirma', 'goods', { flatRate: 'ifirma' }, { gtu: '05', flatRate: null }],
    ['the flat rate of the company', 'shipping', { flatRate: '0.085' }, { gtu: null, flatRate: '0.085' }],
  ])('with %s', (_title, role, tax, codes) => {
    expect(added(role, tax)).toMatchObject([codes]);
  });
});

describe('a correction of the panel is the difference', () => {
  it.each<[string, number, readonly DocumentLine[], string]>([
    ['with a minus at the price', -10_000, [lamp(1000, -10_000)], '1 × 100, 1 × 10'],
    ['with a minus at the quantity', -10_000, [lamp(-1000)], '1 × 100, 1 × 10'],
    ['with what is left as its sum', 11_000, [lamp(-1000)], '1 × 100, 1 × 10'],
    ['of everything', -21_000, [lamp(-2000), courier(-1000)], '0 × 100, 0 × 10'],
    ['of a price, for every piece', -2000, [lamp(2000, -1000)], '2 × 90, 1 × 10'],
    ['of a price, with no sign but that of its sum', -2000, [lamp(2000, 1000)], '2 × 90, 1 × 10'],
    ['of a price that rises', 1000, [lamp(-2000), lamp(2000, 10_500)], '2 × 105, 1 × 10'],
    ['written anew before the old is taken back', -2000, [lamp(2000, 9000), lamp(-2000)], '2 × 90, 1 × 10'],
    ['with something that comes on', -8000, [lamp(-1000), courier(1000, 2000)], '1 × 100, 1 × 30'],
    ['with more of something', -9000, [lamp(-1000), courier()], '1 × 100, 2 × 10'],
    [
      'beside what is free',
      -10_000,
      [lamp(-1000), line({ name: 'Gratis', unitGross: 0 }), courier(1000, 0)],
      '1 × 100, 1 × 10',
    ],
  ])('%s', (_title, total, lines, state) => {
    expect(read(total, lines)).toEqual([`difference: ${state}`]);
  });

  it('with no sign but that of its sum', () => {
    const base = baseWith([bookedLine({ quantity: 3000 }), ...LAMPS.slice(1)]);
    expect(read(-10_000, [lamp(1000)], base)).toEqual(['difference: 2 × 100, 1 × 10']);
  });

  it('of every line, with no sign but that of its sum', () => {
    const base = baseWith([bookedLine({ quantity: 3000 }), ...LAMPS.slice(1)]);
    expect(read(-11_000, [lamp(1000), courier()], base)).toEqual(['difference: 2 × 100, 0 × 10']);
  });

  it('beside a line of nothing, which says nothing', () => {
    const nothing = line({ name: 'Wazon', quantity: 0, unitGross: 5000 });
    expect(read(-10_000, [lamp(-1000), nothing])).toEqual(['difference: 1 × 100, 1 × 10']);
  });

  it('but never the return of what came back before', () => {
    const base = baseWith([{ ...one, quantity: 0, worth: 0 }, bookedLine({ name: 'B', quantity: 2000 })]);
    const rows = [line({ name: 'B', quantity: -1000, unitGross: 10_000 }), a(1000, 8000)];
    expect(read(-2000, rows, base)).toEqual(unmatched(1, 'A'));
  });

  it('and never half a return and half a lower price', () => {
    const base = baseWith([one, bookedLine({ name: 'A', quantity: 3000, unitPrice: 12_000 })]);
    expect(read(-30_000, [a(-3000)], base)).toEqual(unmatched(0, 'A'));
  });

  it('of one of several equal lines', () => {
    expect(read(-10_000, [a(-1000)], baseWith([one, one]))).toEqual(['difference: 0 × 100, 1 × 100']);
    expect(read(-20_000, [a(-2000)], baseWith([one, one, one]))).toEqual(['difference: 0 × 100, 0 × 100, 1 × 100']);
  });

  it('but never of one of two prices that it does not name', () => {
    const cheaper = { ...one, unitPrice: 8000, worth: 8000 };
    expect(read(-500, [a(1000, -500)], baseWith([one, cheaper]))).toEqual(unmatched(0, 'A'));
  });
});

describe('a person is asked when a correction can be meant in several ways', () => {
  it.each<[string, readonly BookedLine[], number, readonly DocumentLine[], readonly string[]]>([
    [
      'one of two lines at half of the sum: it stays or it goes',
      [one, other],
      -10_000,
      [a()],
      ['after: 1 × 100, 0 × 100', 'difference: 0 × 100, 1 × 100'],
    ],
    [
      'some of the lines with their own sum: what is left, what is left of them, what went',
      LAMPS,
      10_000,
      [lamp(1000)],
      ['after: 1 × 100, 0 × 10', 'listed: 1 × 100, 1 × 10'],
    ],
    [
      'three pieces, one is named among others',
      [bookedLine({ quantity: 3000 }), LAMPS[1] ?? one],
      10_000,
      [lamp(1000)],
      ['after: 1 × 100, 0 × 10', 'listed: 1 × 100, 1 × 10', 'difference: 2 × 100, 1 × 10'],
    ],
    [
      'half of a price: it has fallen to it, or risen by it',
      [bookedLine({ quantity: 2000 })],
      8000,
      [lamp(2000, 4000)],
      ['after: 2 × 40', 'surcharge: 2 × 140'],
    ],
    [
      'exactly half of a price',
      [bookedLine({ quantity: 2000 })],
      10_000,
      [lamp(2000, 5000)],
      ['after: 2 × 50', 'surcharge: 2 × 150'],
    ],
    [
      'half of every price',
      LAMPS,
      8500,
      [lamp(2000, 4000), courier(1000, 500)],
      ['after: 2 × 40, 1 × 5', 'surcharge: 2 × 140, 1 × 15'],
    ],
    [
      'what is half as dear as another line: never that more of it comes',
      [one, { ...other, unitPrice: 4000, worth: 4000 }],
      4000,
      [line({ name: 'B', unitGross: 4000 })],
      ['after: 0 × 100, 1 × 40', 'difference: 1 × 100, 0 × 40'],
    ],
    [
      'half of the price of one piece, of more pieces: never that more of them come',
      [one, bookedLine({ name: 'A', quantity: 3000, unitPrice: 4000 })],
      8000,
      [a(2000, 4000)],
      ['after: 0 × 100, 2 × 40', 'listed: 1 × 100, 2 × 40', 'difference: 1 × 100, 1 × 40'],
    ],
  ])('%s', (_title, base, total, lines, readings) => {
    expect(read(total, lines, baseWith(base))).toEqual(readings);
  });

  it('and not when the ways come to the same', () => {
    expect(
      read(-5000, [a(1000, 5000)], baseWith([bookedLine({ name: 'A', quantity: 2000, unitPrice: 5000 })])),
    ).toEqual(['after: 1 × 50']);
  });

  it('nor about a way that changes nothing', () => {
    expect(read(10_000, [a()], baseWith([one, other]))).toEqual([
      'after: 1 × 100, 0 × 100',
      'difference: 0 × 100, 1 × 100',
    ]);
    expect(read(21_000, [lamp(2000), courier()])).toEqual(['after: 2 × 100, 1 × 10']);
  });
});

describe('no reading is made up', () => {
  it.each<[string, number | null, readonly DocumentLine[], object]>([
    [
      'a line under another name at another price',
      11_000,
      [line({ name: 'Wazon', quantity: 2000, unitGross: 5000 }), courier()],
      unmatched(0, 'Wazon'),
    ],
    [
      'a line under another name among fewer lines',
      20_000,
      [lamp(2000, 10_000, { name: 'Lampka' })],
      unmatched(0, 'Lampka'),
    ],
    [
      'a new line without a name',
      22_000,
      [lamp(2000), courier(), line({ name: ' ', unitGross: 1000 })],
      unmatched(2, '3'),
    ],
    [
      'a line that the invoice does not have, in place of one that it has',
      5000,
      [line({ name: 'Wazon', unitGross: 5000 })],
      unmatched(0, 'Wazon'),
    ],
    [
      'a difference of what was never sold',
      -5000,
      [lamp(-1000), line({ name: 'Wazon', quantity: -1000, unitGross: 5000 })],
      unmatched(1, 'Wazon'),
    ],
    ['a difference of more than was sold', -30_000, [lamp(-3000)], unmatched(0, 'Lampa')],
    [
      'a coupon that was spread over the prices',
      -9000,
      [lamp(-1000), line({ name: 'Kupon', unitGross: 1000 })],
      unmatched(1, 'Kupon'),
    ],
    ['a line without a quantity', 0, [lamp(1000, 1, { quantity: null })], unmatched(0, 'Lampa')],
    ['a line without a price', 0, [lamp(1000, 1, { unitGross: null })], unmatched(0, 'Lampa')],
    ['nothing that is worth something', 100, [lamp(0, 100, { lineGross: 100 })], unmatched(0, 'Lampa')],
    [
      'a line for nothing of which no price is said',
      0,
      [lamp(1000, 0, { unitGross: null, lineGross: 0 })],
      unmatched(0, 'Lampa'),
    ],
    ['a free gift alone', 0, [line({ name: 'Gratis', unitGross: 0 })], unmatched(0, 'Gratis')],
    ['a price that falls by more than it is', -24_000, [lamp(2000, -12_000)], unmatched(0, 'Lampa')],
    ['a lower price of what went off in part', -1000, [lamp(-1000), lamp(1000, 9000)], unmatched(1, 'Lampa')],
    [
      'what came back at a rate that is no Polish one',
      1000,
      [lamp(-2000), lamp(2000, 10_500, { vat: percent(19) })],
      [{ code: 'vat-unsupported', path: 'lines.1.vat', params: { line: 'Lampa', text: '19' } }],
    ],
    [
      'a difference that its sum does not name',
      12_345,
      [lamp(-1000)],
      [{ code: 'correction-total-unfit', path: 'total', params: { total: '12345' } }],
    ],
    ['a worth that no price gives', 1000, [lamp(1500, 667, { lineGross: 1000 })], unmatched(0, 'Lampa')],
    [
      'a sum that fits nothing',
      12_345,
      [lamp(1000), courier()],
      [{ code: 'correction-total-unfit', path: 'total', params: { total: '12345' } }],
    ],
    ['a sum that cannot be read', null, [lamp(1000)], [{ code: 'total-unreadable', path: 'total', params: {} }]],
    ['no lines', 0, [], [{ code: 'no-lines', path: 'lines', params: {} }]],
    [
      'an unknown rate',
      11_000,
      [lamp(1000, 10_000, { vat: { kind: 'unknown', text: 'np' } }), courier()],
      [{ code: 'vat-unknown', path: 'lines.0.vat', params: { line: 'Lampa', text: 'np' } }],
    ],
    [
      'a rate that is no Polish one',
      21_000,
      [lamp(2000, 10_000, { vat: percent(19) }), courier()],
      [{ code: 'vat-unsupported', path: 'lines.0.vat', params: { line: 'Lampa', text: '19' } }],
    ],
    [
      'a bare zero in place of 23 %',
      21_000,
      [lamp(2000, 10_000, { vat: { kind: 'zero' } }), courier()],
      [{ code: 'vat-zero-ambiguous', path: 'lines.0.vat', params: { line: 'Lampa' } }],
    ],
    [
      'an exemption without a basis',
      21_000,
      [lamp(2000, 10_000, { vat: EXEMPT }), courier()],
      [{ code: 'legal-basis-missing', path: 'lines.0.basis', params: { line: 'Lampa' } }],
    ],
  ])('of %s', (_title, total, lines, findings) => {
    expect(read(total, lines)).toEqual(findings);
  });

  it('and of a line in two parts that is said once, beside what is wrong with another', () => {
    const vase = line({ name: 'Wazon', quantity: 3000, unitGross: null, lineGross: 1000 });
    const cup = line({ name: 'Kubek', unitGross: 500 });
    expect(read(1500, [vase, cup])).toEqual([...unmatched(0, 'Wazon'), ...unmatched(1, 'Kubek')]);
  });

  it('of a line in two parts by the place of another', () => {
    const base = baseWith([
      bookedLine({ name: 'A', quantity: 2000, unitPrice: 333 }),
      { ...other, unitPrice: 334, worth: 334 },
    ]);
    const b = line({ name: 'B', quantity: 3000, unitGross: null, lineGross: 1000 });
    expect(read(1000, [b], base)).toEqual(unmatched(0, 'B'));
  });

  it('of gross prices for an invoice that counts from net', () => {
    const net = baseWith(LAMPS, { counted: 'net' });
    expect(read(11_000, [lamp(1000), courier()], net)).toEqual([{ code: 'correction-net', path: 'lines', params: {} }]);
  });
});

describe('the rate of a line', () => {
  const rates = (booked: VatRate, vat: DocumentLine['vat'], rules = BOOKED_RULES) => {
    const base = baseWith([bookedLine({ vat: booked, quantity: 2000 })]);
    const state = fromDocument({ lines: [lamp(1000, 10_000, { vat })], total: 10_000 }, base, rules);
    return state.ok ? state.readings[0]?.wanted.lines[0]?.vat : state.findings[0]?.code;
  };
  const exempt: VatRate = { kind: 'exempt', basis: 'Art. 43' };
  const zero: VatRate = { kind: 'percent', percent: 0 };

  it.each<[string, VatRate, DocumentLine['vat'], VatRate]>([
    ['stays where the panel says the same', exempt, EXEMPT, exempt],
    ['stays where the panel says none', exempt, NO_VAT, exempt],
    ['stays exempt under a bare zero', exempt, { kind: 'zero' }, exempt],
    ['stays 0 % under a bare zero', zero, { kind: 'zero' }, zero],
    ['becomes what the panel says', zero, percent(8), { kind: 'percent', percent: 8 }],
  ])('%s', (_title, booked, vat, rate) => {
    expect(rates(booked, vat)).toEqual(rate);
  });
});

describe('whatever a panel writes, the state that was meant is among the readings', () => {
  const booked = fc
    .record({
      name: fc.constantFrom('A', 'B', 'C'),
      quantity: fc.integer({ min: 1, max: 4 }).map((count) => count * 1000),
      unitPrice: fc.constantFrom(999, 4900, 10_000),
      vat: fc.constantFrom<VatRate>({ kind: 'percent', percent: 23 }, { kind: 'percent', percent: 8 }),
    })
    .map(bookedLine);
  const worth = (lines: readonly { readonly quantity: number; readonly unitPrice: number }[]) =>
    sum(lines.map(({ quantity, unitPrice }) => lineGross(unitPrice, quantity)));
  const written = (each: BookedLine, quantity: number): DocumentLine =>
    line({ name: each.name, quantity, unitGross: each.unitPrice, vat: { kind: 'rate', rate: each.vat } });

  it.each(['after', 'difference'] as const)('as %s', (way) => {
    fc.assert(
      fc.property(fc.array(booked, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat()), (lines, dice) => {
        const base = baseWith(lines);
        const left = lines.map((each) => ({
          ...each,
          quantity: ((dice.next().value ?? 0) % (each.quantity / 1000 + 1)) * 1000,
        }));
        const after = worth(left);
        fc.pre(after !== base.gross);
        const rows =
          way === 'after'
            ? left.map((each) => written(each, each.quantity))
            : left.flatMap((each, at) => {
                const back = (lines[at]?.quantity ?? 0) - each.quantity;
                return back === 0 ? [] : [written(each, -back)];
              });
        const state = fromDocument(
          { lines: rows, total: way === 'after' ? after : after - base.gross },
          base,
          BOOKED_RULES,
        );
        const sums = state.ok
          ? state.readings.filter((each) => each.as === way).map(({ wanted }) => worth(wanted.lines))
          : state;
        expect(sums).toEqual([after]);
      }),
      { numRuns: 300 },
    );
  });
});
