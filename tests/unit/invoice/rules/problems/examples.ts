import { expect } from 'vitest';
import type { RuleWorld } from '../../../../../utils/invoice/rules/problems/problem.ts';
import { problemsOf } from '../../../../../utils/invoice/rules/problems.ts';
import type { Rule, RuleEffect, RuleSet } from '../../../../../utils/invoice/rules/rule.ts';
import { account, rule, ruleSet, world } from '../examples.ts';

export const ISSUE: RuleEffect = { kind: 'issue', as: 'domestic' };
export const KSEF: RuleEffect = { kind: 'ksef' };
export const EMAIL: Extract<RuleEffect, { kind: 'email' }> = { kind: 'email', text: '', mailbox: '', template: '' };
export const PAYMENT: RuleEffect = { kind: 'payment' };
export const NOTIFY: RuleEffect = { kind: 'notify' };
export const note = (text: string): RuleEffect => ({ kind: 'note', text });
export const field = (fieldId: string, text = 'x'): RuleEffect => ({ kind: 'field', fieldId, text });
export const status = (statusId: string): RuleEffect => ({ kind: 'status', statusId });
export const inSeries = (seriesId: string) => ({ kind: 'document', seriesId }) as const;
export const at = (statusId: string) => ({ kind: 'status', statusId }) as const;

/** `a: code`, with the parameters that are not the rule's own name. */
export function said(set: RuleSet, where: RuleWorld = world()): readonly string[] {
  return problemsOf(set, where).map(({ code, ruleId, params: { rule: _own, ...params } }) => {
    const values = Object.entries(params).map(([name, value]) => `${name}=${value}`);
    return [`${ruleId}: ${code}`, ...values].join(' ');
  });
}

export type Case = readonly [
  name: string,
  changes: Partial<Rule>,
  where: Partial<RuleWorld>,
  expected: readonly string[],
];
export const only = (changes: Parameters<typeof account>[0]) => ({ accounts: [account(changes)] });
export const nobodyKnows = { statuses: null, fields: null, payments: null, series: null };

/** What is told of one rule, whether it is on or off. */
export function tells(changes: Partial<Rule>, where: Partial<RuleWorld>, expected: readonly string[]): void {
  const told = expected.map((problem) => `a: ${problem}`);
  expect(said(ruleSet([rule(changes)]), world(where))).toEqual(told);
  expect(said(ruleSet([rule({ ...changes, isOn: false })]), world(where))).toEqual(told);
}

export const step = (id: string, from: string, to: string, changes: Partial<Rule> = {}) =>
  rule({ id, name: id.toUpperCase(), trigger: at(from), effects: [status(to)], ...changes });

export const setting = (id: string, to: string, changes: Partial<Rule> = {}) =>
  rule({ id, name: id.toUpperCase(), effects: [status(to)], ...changes });
