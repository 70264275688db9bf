/** Rules that undo by one status what another one set. */
import { both, type Demand, implies, isPossible } from '../conditions';
import type { Rule } from '../rule';
import { isSameTrigger, type Placed, statusesOf } from './among';
import { type Found, found, nameIn } from './found';
import type { RuleWorld } from './problem';

/** More ways than this are not followed: fifty rules with a hundred values each have more than anybody can wait for. */
const MOST_WAYS = 500;

export function ownStatus(rule: Rule, { statuses }: RuleWorld): readonly Found[] {
  const { trigger } = rule;
  return trigger.kind === 'status' && statusesOf(rule).includes(trigger.statusId)
    ? [found('status-own-trigger', { name: nameIn(statuses, trigger.statusId) })]
    : [];
}

/**
 * A circle that one order can go round: by a status that a rule sets it comes to another rule, and in the end back.
 * @param acting those that have no error of their own, so that none of them starts itself.
 */
export function circleProblems(start: Placed, acting: readonly Placed[]): readonly Found[] {
  const circle = circleOf(start, acting);
  return circle === null ? [] : [found('status-loop', { other: circle.map(({ name }) => name).join(', ') })];
}

interface Way {
  /** After the start. */
  readonly rules: readonly Placed[];
  readonly demand: Demand;
}

/** The others of the shortest circle. An order keeps what conditions ask of it, so it has to fit all of them. */
function circleOf(start: Placed, acting: readonly Placed[]): readonly Placed[] | null {
  const ways: Way[] = [{ rules: [], demand: start.demand }];
  const reached = new Map<Placed, Demand[]>();
  for (const { rules, demand } of ways) {
    const last = rules.at(-1) ?? start;
    for (const next of acting) {
      if (!leadsTo(last, next)) continue;
      if (next === start) return rules;
      const whole = both(demand, next.demand);
      const before = reached.get(next) ?? [];
      // Who was there with fewer demands gets as far.
      if (!isPossible(whole) || before.some((wider) => implies(whole, wider)) || ways.length >= MOST_WAYS) continue;
      reached.set(next, [...before, whole]);
      ways.push({ rules: [...rules, next], demand: whole });
    }
  }
  return null;
}

function leadsTo({ rule }: Placed, { rule: { trigger } }: Placed): boolean {
  return trigger.kind === 'status' && statusesOf(rule).includes(trigger.statusId);
}

/** Both act on the same order and set different statuses: the last one stays. Who acts sets one at most. @param earlier those that act, before `own`. */
export function differingStatuses(own: Placed, earlier: readonly Placed[]): readonly Found[] {
  const [status] = statusesOf(own.rule);
  return earlier.flatMap((other) => {
    const [theirs] = statusesOf(other.rule);
    const differ = status !== undefined && theirs !== undefined && status !== theirs;
    return differ && isSameTrigger(own.rule.trigger, other.rule.trigger) && isPossible(both(own.demand, other.demand))
      ? [found('status-differs', { other: other.name })]
      : [];
  });
}
