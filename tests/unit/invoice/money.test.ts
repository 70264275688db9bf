import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, lineGross, parseGrosze, parseThousandths, sum } from '../../../utils/invoice/money.ts';

describe('an amount of the panel', () => {
  it.each<[unknown, number]>([
    ['53.99', 5399],
    [53.99, 5399],
    ['1 234,50', 123_450],
    ['1\u00a0234,5', 123_450],
    ['1\u202f234.00', 123_400],
    [' 7 ', 700],
    ['0', 0],
    [0, 0],
    ['-12.30', -1230],
    ['+5', 500],
    ['53.990000', 5399],
    ['99999999.99', 9_999_999_999],
    // Each of these is a grosz short, or has a tail, once it was multiplied by 100 as a float.
    [4.35, 435],
    [1.15, 115],
    [8.2, 820],
    [64.1, 6410],
    [0.29, 29],
  ])('%j is %i grosze', (value, grosze) => {
    expect(parseGrosze(value)).toBe(grosze);
  });

  it.each([['-0.00'], ['-0'], [-0]])('%j is zero, and not the negative one', (value) => {
    expect(parseGrosze(value)).toBe(0);
  });

  it.each<[unknown]>([
    ['1.005'],
    [1.005],
    [0.1 + 0.2],
    ['1.234,56'],
    ['1,234.56'],
    [''],
    ['.'],
    ['5.'],
    ['.5'],
    ['--5'],
    ['1e3'],
    [1e21],
    [1e-7],
    ['0x10'],
    ['12 zł'],
    ['NaN'],
    ['Infinity'],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['1234567890123'],
    ['\u0661\u0662'],
    [null],
    [undefined],
    [true],
    [{}],
    [['5']],
  ])('%j is no amount in whole grosze', (value) => {
    expect(parseGrosze(value)).toBeNull();
  });

  it('is read digit by digit, so that no size of it loses a grosz', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 999_999_999_999n), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const text = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(parseGrosze(text)).toBe(Number(whole * 100n + BigInt(cents)));
      }),
    );
  });

  it('that came as a JSON number is the amount which that number was written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (grosze) => {
        expect(parseGrosze(JSON.parse(decimalOf(grosze, 2)))).toBe(grosze);
      }),
    );
  });
});

describe('a quantity of the panel', () => {
  it.each<[unknown, number]>([
    ['1.500', 1500],
    ['0,001', 1],
    [2, 2000],
    ['2.0000', 2000],
    [1.005, 1005],
  ])('%j is %i thousandths', (value, thousandths) => {
    expect(parseThousandths(value)).toBe(thousandths);
  });

  it('finer than a thousandth is none', () => {
    expect(parseThousandths('0.0005')).toBeNull();
  });
});

describe('what a line is worth', () => {
  it.each([
    ['3 × 3.33', 333, 3000, 0, 999],
    ['1.5 × 6.66', 666, 1500, 0, 999],
    ['1.5 × 6.67, where the half goes up', 667, 1500, 0, 1001],
    ['half a piece for 0.01', 1, 500, 0, 1],
    ['1.5 × −6.67, where the half goes away from zero', -667, 1500, 0, -1001],
    ['200.00 less 10 %', 20_000, 1000, 1000, 18_000],
    ['9.99 less 33.33 %', 999, 1000, 3333, 666],
    ['everything off', 999, 1000, 10_000, 0],
    ['a price below 100,000,000 zł, a hundred times', 9_999_999_999, 100_000, 0, 999_999_999_900],
  ])('%s', (_title, unit, quantity, discount, gross) => {
    expect(lineGross(unit, quantity, discount)).toBe(gross);
  });

  it('is what whole-number arithmetic says, rounded once, halves away from zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999_999 }),
        fc.integer({ min: 1, max: 900_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (unit, quantity, discount) => {
          const exact = BigInt(unit) * BigInt(quantity) * (10_000n - BigInt(discount));
          const size = exact < 0n ? -exact : exact;
          const rounded = size / 10_000_000n + ((size % 10_000_000n) * 2n >= 10_000_000n ? 1n : 0n);
          expect(BigInt(lineGross(unit, quantity, discount))).toBe(exact < 0n ? -rounded : rounded);
        },
      ),
    );
  });
});

describe('the decimal text that iFirma is sent', () => {
  it.each([
    [14_489, 2, '144.89'],
    [5, 2, '0.05'],
    [0, 2, '0.00'],
    [-1230, 2, '-12.30'],
    [1500, 3, '1.500'],
    [9_999_999_999, 2, '99999999.99'],
  ])('of %i with %i digits is %s', (count, digits, text) => {
    expect(decimalOf(count, digits)).toBe(text);
  });

  it('reads back as the same count', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (count) => {
        expect(parseGrosze(decimalOf(count, 2))).toBe(count);
        expect(parseThousandths(decimalOf(count, 3))).toBe(count);
      }),
    );
  });
});

it('the sum of no amounts is zero', () => {
  expect(sum([])).toBe(0);
  expect(sum([1, 2, -3, 40])).toBe(40);
});
