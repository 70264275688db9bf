/** Which rules act on what has happened, and why the others do not. Pure: the dry run asks the same. */
import { demandOf, unmetOf } from './conditions';
import type { OrderFacts } from './order-facts';
import type { Rule, RuleCondition, RuleSet, RuleTrigger } from './rule';

/** What has happened in the panel. */
export type RuleEvent =
  | { readonly kind: 'document'; readonly seriesId: string | null }
  | { readonly kind: 'status'; readonly statusId: string }
  | { readonly kind: 'paid' }
  | { readonly kind: 'created' };

export type RuleVerdict =
  | { readonly kind: 'fires' }
  /** It is asked at another time. */
  | { readonly kind: 'not-now' }
  | { readonly kind: 'off' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'not-met'; readonly condition: RuleCondition }
  /** @param first name of the one that acts in its place. */
  | { readonly kind: 'after'; readonly first: string };

/** @param broken ids of rules that have an error. @returns one for each rule, in their order. */
export function verdictsOn(
  set: RuleSet,
  event: RuleEvent,
  facts: OrderFacts,
  broken: ReadonlySet<string>,
): readonly { readonly rule: Rule; readonly verdict: RuleVerdict }[] {
  let first: string | null = null;
  return set.rules.map((rule) => {
    const alone = verdictAlone(rule, event, facts, broken);
    if (alone.kind !== 'fires' || set.match === 'all') return { rule, verdict: alone };
    if (first !== null) return { rule, verdict: { kind: 'after', first } };
    first = rule.name;
    return { rule, verdict: alone };
  });
}

/** As if it were the only one. */
function verdictAlone(rule: Rule, event: RuleEvent, facts: OrderFacts, broken: ReadonlySet<string>): RuleVerdict {
  if (!rule.isOn) return { kind: 'off' };
  if (broken.has(rule.id)) return { kind: 'broken' };
  if (!isAsked(rule.trigger, event)) return { kind: 'not-now' };
  const condition = unmetOf(demandOf(rule.conditions), facts);
  return condition === null ? { kind: 'fires' } : { kind: 'not-met', condition };
}

/** A document without a series is of no rule. */
function isAsked(trigger: RuleTrigger, event: RuleEvent): boolean {
  switch (event.kind) {
    case 'document':
      return trigger.kind === 'document' && trigger.seriesId === event.seriesId;
    case 'status':
      return trigger.kind === 'status' && trigger.statusId === event.statusId;
    case 'paid':
    case 'created':
      return trigger.kind === event.kind;
    default:
      return event satisfies never;
  }
}
