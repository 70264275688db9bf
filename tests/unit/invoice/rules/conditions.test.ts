import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both, demandOf, implies, isPossible, unmetOf } from '../../../../utils/invoice/rules/conditions.ts';
import type { OrderFacts } from '../../../../utils/invoice/rules/order-facts.ts';
import type { RuleConditions } from '../../../../utils/invoice/rules/rule.ts';
import { anyFacts, fewConditions } from './examples.ts';

const fits = (conditions: RuleConditions, order: OrderFacts) => unmetOf(demandOf(conditions), order) === null;

describe('two rules’ conditions', () => {
  it.each<readonly [RuleConditions, RuleConditions, boolean]>([
    [{}, {}, true],
    [{ countries: ['PL'] }, {}, true],
    [{ countries: ['PL', 'DE'] }, { countries: ['DE'] }, true],
    [{ countries: ['PL'] }, { countries: ['DE'] }, false],
    [{ sources: ['Łódź'] }, { sources: ['lodz'] }, true],
    [{ to: 100 }, { from: 100 }, true],
    [{ to: 99 }, { from: 100 }, false],
    [{ hasNip: true }, { hasNip: false }, false],
    [{ wantsInvoice: true }, { hasNip: false }, true],
    [{ comment: 'a' }, { comment: 'b' }, true],
    [{ paymentIds: [] }, {}, false],
  ])('%o and %o can hold together: %s', (one, other, can) => {
    expect(isPossible(both(demandOf(one), demandOf(other)))).toBe(can);
    expect(isPossible(both(demandOf(other), demandOf(one)))).toBe(can);
  });

  it.each<readonly [RuleConditions, RuleConditions, boolean]>([
    [{}, {}, true],
    [{ countries: ['PL'] }, {}, true],
    [{}, { countries: ['PL'] }, false],
    [{ countries: ['PL'] }, { countries: ['PL', 'DE'] }, true],
    [{ countries: ['PL', 'DE'] }, { countries: ['PL'] }, false],
    [{ from: 200, to: 300 }, { from: 100 }, true],
    [{ from: 200 }, { from: 100, to: 300 }, false],
    [{ from: 50, to: 200 }, { from: 100, to: 300 }, false],
    [{}, { to: 300 }, false],
    [{ hasNip: true }, { hasNip: true }, true],
    [{ hasNip: true }, { hasNip: false }, false],
    [{ comment: 'Bardzo pilne' }, { comment: 'PILNE' }, true],
    [{ comment: 'pilne' }, { comment: 'bardzo pilne' }, false],
    [{ paymentIds: [] }, { paymentIds: ['4'] }, false],
  ])('%o always holds with %o: %s', (narrow, wide, is) => {
    expect(implies(demandOf(narrow), demandOf(wide))).toBe(is);
  });

  it('that one order fits can hold together', () => {
    fc.assert(
      fc.property(fewConditions, fewConditions, anyFacts, (one, other, order) => {
        if (fits(one, order) && fits(other, order)) expect(isPossible(both(demandOf(one), demandOf(other)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('are put together so that an order fits the whole where it fits both', () => {
    fc.assert(
      fc.property(fewConditions, fewConditions, anyFacts, (one, other, order) => {
        const whole = unmetOf(both(demandOf(one), demandOf(other)), order) === null;
        expect(whole).toBe(fits(one, order) && fits(other, order));
      }),
      { numRuns: 2000 },
    );
  });

  it('imply each other only where no order fits the one without the other', () => {
    fc.assert(
      fc.property(fewConditions, fewConditions, anyFacts, (narrow, wide, order) => {
        if (implies(demandOf(narrow), demandOf(wide)) && fits(narrow, order)) expect(fits(wide, order)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
