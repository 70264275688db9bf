/** Rules, and what became of them, as the background would show them. */
import type { RuleRun, RunEffect } from '../../../../utils/invoice/rules/run.ts';
import type { RuleDraft, RulesView, Tried } from '../../../../utils/messages/index.ts';

export const rule = (more: Partial<RuleDraft> = {}): RuleDraft => ({
  id: 'r1',
  name: 'Opłacone',
  accountId: 'a1',
  isOn: true,
  trigger: { kind: 'paid' },
  conditions: {},
  effects: [{ kind: 'issue', as: 'domestic' }],
  ...more,
});

export const view = (
  rules: readonly RuleDraft[] = [],
  more: Partial<RulesView> = {},
  set: Partial<RulesView['set']> = {},
): RulesView => ({
  set: {
    panel: 'mojsklep',
    match: 'all',
    revision: 4,
    rules: rules.map((each) => ({ ...each, since: each.isOn ? Date.UTC(2026, 10, 22, 9, 15) : null })),
    ...set,
  },
  problems: [],
  hindrances: {},
  ...more,
});

export const runEffect = (more: Partial<RunEffect> = {}): RunEffect => ({
  effect: { kind: 'issue', as: 'domestic' },
  standing: 'done',
  at: 0,
  tries: 0,
  reason: null,
  ...more,
});

export const run = (more: Partial<RuleRun> = {}): RuleRun => ({
  panel: 'mojsklep',
  ruleId: 'r1',
  ruleName: 'Opłacone',
  accountId: 'a1',
  key: 'o1001',
  orderId: '1001',
  documentNumber: null,
  trigger: 'paid',
  effects: [runEffect()],
  createdAt: Date.UTC(2026, 10, 22, 9, 15),
  updatedAt: Date.UTC(2026, 10, 22, 9, 16),
  ...more,
});

/** Of each order what each rule would do. */
export const tried = (
  orders: readonly (readonly [orderId: string, ...verdicts: Tried['rows'][number]['verdicts'][number]['verdict'][]])[],
  ruleIds: readonly string[] = ['r1'],
): Tried => ({
  rows: orders.map(([orderId, ...verdicts]) => ({
    orderId,
    date: '2026-11-20',
    total: 12_300,
    currency: 'PLN',
    documents: [`FV/${orderId}`],
    verdicts: verdicts.map((verdict, at) => ({ ruleId: ruleIds[at] ?? '', verdict })),
  })),
  problems: [],
});
