/** Rules that an earlier one makes needless. */
import { implies } from '../conditions';
import type { RuleEffect } from '../rule';
import { isSameTrigger, type Placed } from './among';
import { type Found, found } from './found';

/** Where only the first acts. @param earlier those that act, before `own`. */
export function neverReached(own: Placed, earlier: readonly Placed[]): readonly Found[] {
  const first = earlier.find(
    ({ rule, demand }) => isSameTrigger(rule.trigger, own.rule.trigger) && implies(own.demand, demand),
  );
  return first === undefined ? [] : [found('never-reached', { other: first.name })];
}

/** @param earlier all before `own`, whether they are on or not. */
export function sameRule(own: Placed, earlier: readonly Placed[]): readonly Found[] {
  const same = earlier.find(
    ({ rule, demand }) =>
      rule.accountId === own.rule.accountId &&
      isSameTrigger(rule.trigger, own.rule.trigger) &&
      implies(demand, own.demand) &&
      implies(own.demand, demand) &&
      effectsOf(rule.effects) === effectsOf(own.rule.effects),
  );
  return same === undefined ? [] : [found('same-rule', { other: same.name })];
}

/** Whatever order the properties of an effect were stored in. */
function effectsOf(effects: readonly RuleEffect[]): string {
  return JSON.stringify(
    effects.map((effect) => Object.entries(effect).sort(([one], [other]) => (one < other ? -1 : 1))),
  );
}
