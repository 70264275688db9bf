import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RuleEvent, verdictsOn } from '../../../../utils/invoice/rules/decide.ts';
import type { OrderFacts } from '../../../../utils/invoice/rules/order-facts.ts';
import type { Rule, RuleCondition, RuleConditions, RuleTrigger } from '../../../../utils/invoice/rules/rule.ts';
import { anyConditions, anyFacts, facts, rule, ruleSet } from './examples.ts';

const PAID: RuleEvent = { kind: 'paid' };

function verdictOn(one: Rule, event: RuleEvent = PAID, order: OrderFacts = facts(), broken: readonly string[] = []) {
  return verdictsOn(ruleSet([one]), event, order, new Set(broken))[0]?.verdict;
}

describe('when a rule is asked', () => {
  const cases: readonly (readonly [RuleTrigger, RuleEvent, 'fires' | 'not-now'])[] = [
    [{ kind: 'document', seriesId: '3' }, { kind: 'document', seriesId: '3' }, 'fires'],
    [{ kind: 'document', seriesId: '3' }, { kind: 'document', seriesId: '5' }, 'not-now'],
    [{ kind: 'document', seriesId: '3' }, { kind: 'document', seriesId: null }, 'not-now'],
    [{ kind: 'document', seriesId: 'null' }, { kind: 'document', seriesId: null }, 'not-now'],
    [{ kind: 'document', seriesId: '3' }, { kind: 'status', statusId: '3' }, 'not-now'],
    [{ kind: 'status', statusId: '2' }, { kind: 'status', statusId: '2' }, 'fires'],
    [{ kind: 'status', statusId: '2' }, { kind: 'status', statusId: '8' }, 'not-now'],
    [{ kind: 'status', statusId: '2' }, PAID, 'not-now'],
    [{ kind: 'paid' }, PAID, 'fires'],
    [{ kind: 'paid' }, { kind: 'created' }, 'not-now'],
    [{ kind: 'created' }, { kind: 'created' }, 'fires'],
    [{ kind: 'created' }, PAID, 'not-now'],
  ];

  it.each(cases)('%o at %o: %s', (trigger, event, kind) => {
    expect(verdictOn(rule({ trigger }), event)).toEqual({ kind });
  });
});

describe('whether the conditions hold', () => {
  const cases: readonly (readonly [RuleConditions, Partial<OrderFacts>, RuleCondition | null])[] = [
    [{}, { paymentId: null, country: null, total: null }, null],

    [{ paymentIds: ['7', '4'] }, {}, null],
    [{ paymentIds: ['7'] }, {}, 'payment'],
    [{ paymentIds: ['4'] }, { paymentId: null }, 'payment'],
    [{ paymentIds: [] }, {}, 'payment'],

    [{ sources: ['sklep', ' allegro'] }, {}, null],
    [{ sources: ['Łódź  Główna'] }, { source: 'LODZ glowna' }, null],
    [{ sources: ['Alle'] }, {}, 'source'],
    [{ sources: [] }, {}, 'source'],
    [{ sources: [' '] }, { source: '' }, 'source'],

    [{ countries: ['DE', 'PL'] }, {}, null],
    [{ countries: ['DE'] }, {}, 'country'],
    [{ countries: ['PL'] }, { country: null }, 'country'],

    [{ currencies: ['PLN'] }, {}, null],
    [{ currencies: ['EUR'] }, {}, 'currency'],

    [{ from: 12_300, to: 12_300 }, {}, null],
    [{ from: 12_301 }, {}, 'amount'],
    [{ to: 12_299 }, {}, 'amount'],
    [{ from: 0 }, { total: null }, 'amount'],
    [{ to: 12_300 }, { total: null }, 'amount'],

    [{ hasNip: false }, {}, null],
    [{ hasNip: true }, {}, 'nip'],
    [{ hasNip: false }, { hasNip: true }, 'nip'],
    [{ wantsInvoice: true }, { wantsInvoice: true }, null],
    [{ wantsInvoice: true }, {}, 'invoice'],

    [{ comment: 'Na  firmę' }, { comment: 'Proszę o fakturę\nNA FIRME.' }, null],
    [{ comment: 'na firmę' }, { comment: 'prywatnie' }, 'comment'],
    [{ comment: ' ' }, { comment: 'cokolwiek' }, 'comment'],
  ];

  it.each(cases)('%o with %o: does not hold: %s', (conditions, order, condition) => {
    const expected = condition === null ? { kind: 'fires' } : { kind: 'not-met', condition };
    expect(verdictOn(rule({ conditions }), PAID, facts(order))).toEqual(expected);
  });

  it('names the first that does not, in the order that people read them', () => {
    const conditions = { comment: 'x', wantsInvoice: true, hasNip: true, from: 99_999, currencies: ['EUR'] };
    expect(verdictOn(rule({ conditions }))).toEqual({ kind: 'not-met', condition: 'currency' });
    expect(verdictOn(rule({ conditions: { ...conditions, currencies: ['PLN'] } }))).toEqual({
      kind: 'not-met',
      condition: 'amount',
    });
  });
});

describe('why a rule does not act', () => {
  const unfit = rule({ conditions: { hasNip: true } });

  it('is first of all that it is off, then that it is broken, then that it is not asked, then its conditions', () => {
    const created: RuleEvent = { kind: 'created' };
    expect(verdictOn({ ...unfit, isOn: false }, created, facts(), ['a'])).toEqual({ kind: 'off' });
    expect(verdictOn(unfit, created, facts(), ['a'])).toEqual({ kind: 'broken' });
    expect(verdictOn(unfit, created)).toEqual({ kind: 'not-now' });
    expect(verdictOn(unfit)).toEqual({ kind: 'not-met', condition: 'nip' });
  });

  it('is, where only the first acts, the name of the one that does', () => {
    const rules = [
      rule({ id: 'off', name: 'Off', isOn: false }),
      rule({ id: 'broken', name: 'Broken' }),
      rule({ id: 'later', name: 'Later', trigger: { kind: 'created' } }),
      unfit,
      rule({ id: 'b', name: 'B' }),
      rule({ id: 'c', name: 'C' }),
      rule({ id: 'd', name: 'D', conditions: { hasNip: true } }),
      rule({ id: 'e', name: 'E' }),
    ];
    const broken = new Set(['broken']);
    expect(verdictsOn(ruleSet(rules, 'first'), PAID, facts(), broken).map(({ verdict }) => verdict)).toEqual([
      { kind: 'off' },
      { kind: 'broken' },
      { kind: 'not-now' },
      { kind: 'not-met', condition: 'nip' },
      { kind: 'fires' },
      { kind: 'after', first: 'B' },
      { kind: 'not-met', condition: 'nip' },
      { kind: 'after', first: 'B' },
    ]);
    expect(verdictsOn(ruleSet(rules, 'all'), PAID, facts(), broken).map(({ verdict }) => verdict.kind)).toEqual([
      'off',
      'broken',
      'not-now',
      'not-met',
      'fires',
      'fires',
      'not-met',
      'fires',
    ]);
  });
});

describe('whatever the rules are', () => {
  const anyRules = fc.array(fc.record({ isOn: fc.boolean(), isBroken: fc.boolean(), conditions: anyConditions }));

  it('`first` lets one act at most: the first that `all` lets act', () => {
    fc.assert(
      fc.property(anyRules, anyFacts, (drafts, order) => {
        const rules = drafts.map((draft, at) => rule({ ...draft, id: String(at), name: `R${at}` }));
        const broken = new Set(drafts.flatMap(({ isBroken }, at) => (isBroken ? [String(at)] : [])));
        const fired = (match: 'first' | 'all') =>
          verdictsOn(ruleSet(rules, match), PAID, order, broken)
            .filter(({ verdict }) => verdict.kind === 'fires')
            .map((judged) => judged.rule.id);
        expect(fired('first')).toEqual(fired('all').slice(0, 1));
      }),
    );
  });

  it('each has one verdict, in their order', () => {
    fc.assert(
      fc.property(anyRules, anyFacts, (drafts, order) => {
        const rules = drafts.map((draft, at) => rule({ ...draft, id: String(at) }));
        expect(verdictsOn(ruleSet(rules, 'first'), PAID, order, new Set()).map((judged) => judged.rule)).toEqual(rules);
      }),
    );
  });
});
