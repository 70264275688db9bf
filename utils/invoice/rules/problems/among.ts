/** A rule beside the others of its panel. */
import { type Demand, demandOf } from '../conditions';
import type { Rule, RuleSet, RuleTrigger } from '../rule';

/** One rule as the others see it. */
export interface Placed {
  readonly rule: Rule;
  readonly demand: Demand;
  /** For people: its name, else its place (`#3`). */
  readonly name: string;
  readonly at: number;
}

export function placed({ rules }: RuleSet): readonly Placed[] {
  return rules.map((rule, at) => ({
    rule,
    demand: demandOf(rule.conditions),
    name: rule.name.trim() || `#${at + 1}`,
    at,
  }));
}

/** Whether both are asked by the same event. */
export function isSameTrigger(one: RuleTrigger, other: RuleTrigger): boolean {
  switch (one.kind) {
    case 'document':
      return other.kind === 'document' && other.seriesId === one.seriesId;
    case 'status':
      return other.kind === 'status' && other.statusId === one.statusId;
    case 'paid':
    case 'created':
      return other.kind === one.kind;
    default:
      return one satisfies never;
  }
}

/** The statuses that it sets. */
export function statusesOf({ effects }: Rule): readonly string[] {
  return effects.flatMap((effect) => (effect.kind === 'status' ? [effect.statusId] : []));
}
