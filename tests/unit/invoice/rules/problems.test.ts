import { describe, expect, it } from 'vitest';
import { RULE_PROBLEMS, type RuleProblemCode } from '../../../../utils/invoice/rules/problems/problem.ts';
import { brokenIn, problemsOf } from '../../../../utils/invoice/rules/problems.ts';
import type { RuleSet } from '../../../../utils/invoice/rules/rule.ts';
import { rule, ruleSet, series, world } from './examples.ts';
import {
  at,
  EMAIL,
  field,
  ISSUE,
  inSeries,
  KSEF,
  NOTIFY,
  note,
  only,
  setting,
  status,
  step,
} from './problems/examples.ts';

describe('problems', () => {
  it('are told rule by rule, in the order of their codes, with the rule’s name and its weight', () => {
    const set = ruleSet([
      rule({ id: 'a', name: '', effects: [] }),
      rule({ id: 'b', name: 'B', effects: [status('9'), note('')] }),
      rule({ id: 'c', name: 'C' }),
    ]);
    expect(problemsOf(set, world())).toEqual([
      { code: 'no-name', ruleId: 'a', weight: 'warning', params: { rule: '#1' } },
      { code: 'no-effects', ruleId: 'a', weight: 'error', params: { rule: '#1' } },
      { code: 'status-gone', ruleId: 'b', weight: 'error', params: { rule: 'B', name: '9' } },
      { code: 'text-empty', ruleId: 'b', weight: 'error', params: { rule: 'B', effect: 'note' } },
    ]);
  });

  it('keep a rule from acting only by errors', () => {
    const set = ruleSet([rule({ id: 'a', name: '' }), rule({ id: 'b', effects: [] }), rule({ id: 'c' })]);
    expect([...brokenIn(problemsOf(set, world()))]).toEqual(['b']);
  });
});

/** Something wrong for each of them. */
const SETS: Readonly<Record<RuleProblemCode, readonly ['error' | 'warning', RuleSet]>> = {
  'no-name': ['warning', ruleSet([rule({ name: '' })])],
  'no-effects': ['error', ruleSet([rule({ effects: [] })])],
  'account-gone': ['error', ruleSet([rule({ accountId: 'x' })])],
  'series-gone': ['error', ruleSet([rule({ trigger: inSeries('9') })])],
  'series-not-of-account': ['error', ruleSet([rule({ trigger: inSeries('6') })])],
  'series-not-sent': ['error', ruleSet([rule({ trigger: inSeries('7'), effects: [ISSUE] })])],
  'status-gone': ['error', ruleSet([rule({ trigger: at('9') })])],
  'field-gone': ['error', ruleSet([rule({ effects: [field('9')] })])],
  'field-not-text': ['error', ruleSet([rule({ effects: [field('22')] })])],
  'payment-gone': ['warning', ruleSet([rule({ conditions: { paymentIds: ['9'] } })])],
  'text-empty': ['error', ruleSet([rule({ effects: [note('')] })])],
  'effect-twice': ['error', ruleSet([rule({ effects: [NOTIFY, NOTIFY] })])],
  'amount-reversed': ['error', ruleSet([rule({ conditions: { from: 2, to: 1 } })])],
  'list-empty': ['error', ruleSet([rule({ conditions: { countries: [] } })])],
  'kind-differs': ['error', ruleSet([rule({ trigger: inSeries('5'), effects: [ISSUE] })])],
  'ksef-off': ['warning', ruleSet([rule({ trigger: inSeries('8'), effects: [ISSUE, KSEF] })])],
  'ksef-not-issued': ['warning', ruleSet([rule({ effects: [KSEF, ISSUE] })])],
  'status-own-trigger': ['error', ruleSet([step('a', '1', '1')])],
  'status-loop': ['error', ruleSet([step('a', '1', '2'), step('b', '2', '1')])],
  'status-differs': ['warning', ruleSet([setting('a', '1'), setting('b', '2')])],
  'never-reached': ['warning', ruleSet([rule(), rule({ id: 'b', effects: [status('1')] })], 'first')],
  'same-rule': ['warning', ruleSet([rule(), rule({ id: 'b' })])],
  'invoice-not-issued': ['warning', ruleSet([rule({ effects: [KSEF] })])],
  'not-an-email': ['warning', ruleSet([rule({ effects: [ISSUE, { ...EMAIL, mailbox: 'x' }] })])],
};

const WHERE = world({
  series: ['3', '5', '6', '7', '8'].map((id) => ({ id, name: id, type: '' })),
  ...only({
    seriesIds: ['3', '5', '7', '8'],
    series: {
      '3': series(),
      '5': series({ kind: 'correction' }),
      '7': series({ kind: 'none' }),
      '8': series({ ksef: 'off' }),
    },
  }),
});

describe('a rule with a problem', () => {
  it.each(RULE_PROBLEMS)('%s acts unless it is an error', (code) => {
    const [weight, set] = SETS[code];
    const problems = problemsOf(set, WHERE);
    expect(new Set(problems.map((problem) => `${problem.code} ${problem.weight}`))).toEqual(
      new Set([`${code} ${weight}`]),
    );
    expect(brokenIn(problems).size > 0).toBe(weight === 'error');
  });
});
