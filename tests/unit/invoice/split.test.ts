import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineGross, sum } from '../../../utils/invoice/money.ts';
import { partsFor, spread } from '../../../utils/invoice/split.ts';

describe('unit prices for what a line is worth', () => {
  it.each([
    ['9.99 for 3: one price does', 999, 3000, [[3000, 333]]],
    [
      '10.00 for 3: two at 3.33 and one at 3.34',
      1000,
      3000,
      [
        [2000, 333],
        [1000, 334],
      ],
    ],
    ['10.01 for 1.5: 6.67 each', 1001, 1500, [[1500, 667]]],
    ['0.01 for half a piece', 1, 500, [[500, 2]]],
    ['0.02 for 1.2, where only the next price up gives it', 2, 1200, [[1200, 2]]],
  ])('%s', (_title, gross, quantity, parts) => {
    expect(partsFor(gross, quantity)?.map((part) => [part.quantity, part.unitGross])).toEqual(parts);
  });

  it.each([
    ['10.00 for 1.5: 6.66 gives 9.99 and 6.67 gives 10.01', 1000, 1500],
    ['0.02 for 3: a piece would cost nothing', 2, 3000],
    ['nothing', 0, 1000],
    ['nothing, for so little that a grosz each would be rounded away', 0, 100],
    ['less than nothing', -100, 1000],
    ['for no pieces', 100, 0],
    ['for less than no pieces', 100, -1000],
  ])('do not exist: %s', (_title, gross, quantity) => {
    expect(partsFor(gross, quantity)).toBeNull();
  });

  it('give exactly the sum and the quantity, at prices at most a grosz apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 1, max: 999_999 }), (gross, quantity) => {
        const parts = partsFor(gross, quantity);
        if (parts === null) return;
        expect(sum(parts.map((part) => lineGross(part.unitGross, part.quantity)))).toBe(gross);
        expect(sum(parts.map((part) => part.quantity))).toBe(quantity);
        expect(parts.every((part) => part.quantity > 0 && part.unitGross > 0)).toBe(true);
        const prices = parts.map((part) => part.unitGross);
        expect(Math.max(...prices) - Math.min(...prices)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('always exist for whole pieces that cost at least a grosz each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9_999_999 }), (pieces, more) => {
        expect(partsFor(pieces + more, pieces * 1000)).not.toBeNull();
      }),
    );
  });
});

describe('a discount spread over amounts', () => {
  it.each([
    ['1.00 over three equal ones: the first bears the odd grosz', [100, 100, 100], 100, [66, 67, 67]],
    ['in proportion', [10_000, 5000], 1500, [9000, 4500]],
    ['the largest remainder bears the odd grosz', [100, 199], 100, [67, 132]],
    ['the largest remainder, which is not the largest amount', [150, 250], 101, [112, 187]],
    ['all of it', [100, 199], 299, [0, 0]],
    ['nothing', [100, 199], 0, [100, 199]],
    ['nothing over nothing', [], 0, []],
    ['nothing over free ones', [0, 0], 0, [0, 0]],
  ])('%s', (_title, amounts, discount, left) => {
    expect(spread(amounts, discount)).toEqual(left);
  });

  it('is refused when there is not enough to take it from', () => {
    expect(spread([100, 199], 300)).toBeNull();
    expect(spread([], 1)).toBeNull();
  });

  it('takes exactly the discount, from nobody more than there is, from each within a grosz of its share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9_999_999_999 }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (amounts, part) => {
          const whole = sum(amounts);
          const discount = Math.floor(whole * part);
          const left = spread(amounts, discount);
          expect(left).not.toBeNull();
          expect(whole - sum(left ?? [])).toBe(discount);
          for (const [index, amount] of amounts.entries()) {
            const taken = BigInt(amount - (left?.[index] ?? 0));
            expect(left?.[index]).toBeGreaterThanOrEqual(0);
            const off = taken * BigInt(whole) - BigInt(amount) * BigInt(discount);
            expect(off > -BigInt(whole || 1) && off < BigInt(whole || 1)).toBe(true);
          }
        },
      ),
    );
  });
});
