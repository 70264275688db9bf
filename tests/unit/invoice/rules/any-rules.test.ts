/** Whatever the rules are: what is said of them agrees with what they do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictsOn } from '../../../../utils/invoice/rules/decide.ts';
import type { OrderFacts } from '../../../../utils/invoice/rules/order-facts.ts';
import { brokenIn, problemsOf } from '../../../../utils/invoice/rules/problems.ts';
import type { Rule, RuleEffect, RuleSet, RuleTrigger } from '../../../../utils/invoice/rules/rule.ts';
import { anyFacts, fewConditions, rule, ruleSet, world } from './examples.ts';

const STATUSES = ['1', '2', '8'];
const anyTrigger: fc.Arbitrary<RuleTrigger> = fc.oneof(
  fc.constant({ kind: 'paid' } as const),
  fc.constantFrom(...STATUSES).map((statusId) => ({ kind: 'status', statusId }) as const),
);
const anyEffect: fc.Arbitrary<RuleEffect> = fc.oneof(
  fc.constant({ kind: 'notify' } as const),
  fc.constantFrom(...STATUSES).map((statusId) => ({ kind: 'status', statusId }) as const),
);

function anySet(match: RuleSet['match']): fc.Arbitrary<RuleSet> {
  const draft = fc.record({
    isOn: fc.constantFrom(true, true, true, false),
    trigger: anyTrigger,
    conditions: fewConditions,
    effects: fc.array(anyEffect, { minLength: 1, maxLength: 2 }),
  });
  return fc.array(draft, { maxLength: 6 }).map((drafts) =>
    ruleSet(
      drafts.map((each, at): Rule => rule({ ...each, id: `${at}`, name: `R${at}` })),
      match,
    ),
  );
}

const anyEvent = anyTrigger.filter((trigger) => trigger.kind !== 'document');

function firing(set: RuleSet, event: RuleTrigger, order: OrderFacts): readonly Rule[] {
  const broken = brokenIn(problemsOf(set, world()));
  return verdictsOn(set, event, order, broken).flatMap((judged) =>
    judged.verdict.kind === 'fires' ? [judged.rule] : [],
  );
}

const setBy = (rules: readonly Rule[]) =>
  rules.flatMap(({ effects }) => effects.flatMap((effect) => (effect.kind === 'status' ? [effect.statusId] : [])));

describe('whatever the rules are', () => {
  it('one that is said to be never reached never acts', () => {
    fc.assert(
      fc.property(anySet('first'), anyEvent, anyFacts, (set, event, order) => {
        const named = new Set(
          problemsOf(set, world()).flatMap(({ code, ruleId }) => (code === 'never-reached' ? [ruleId] : [])),
        );
        for (const { id } of firing(set, event, order)) expect(named).not.toContain(id);
      }),
      { numRuns: 2000 },
    );
  });

  it('two that set different statuses on one order were told of', () => {
    fc.assert(
      fc.property(anySet('all'), anyEvent, anyFacts, (set, event, order) => {
        const told = problemsOf(set, world()).some(({ code }) => code === 'status-differs');
        if (new Set(setBy(firing(set, event, order))).size > 1) expect(told).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('an order that is led from status to status comes to an end', () => {
    fc.assert(
      fc.property(anySet('first'), fc.constantFrom(...STATUSES), anyFacts, (set, begun, order) => {
        const passed: string[] = [];
        for (
          let at: string | undefined = begun;
          at !== undefined;
          at = setBy(firing(set, { kind: 'status', statusId: at }, order))[0]
        ) {
          expect(passed).not.toContain(at);
          passed.push(at);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
