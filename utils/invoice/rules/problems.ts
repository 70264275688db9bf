/** What of a set of rules contradicts itself, or names what is no more. */
import { type Placed, placed } from './problems/among';
import { bookProblems } from './problems/books';
import type { Found } from './problems/found';
import { goneProblems } from './problems/gone';
import { ownProblems } from './problems/own';
import { neverReached, sameRule } from './problems/precedence';
import { RULE_PROBLEMS, type RuleProblem, type RuleProblemCode, type RuleWorld } from './problems/problem';
import { circleProblems, differingStatuses, ownStatus } from './problems/statuses';
import type { RuleSet } from './rule';

/**
 * An error is what would act wrongly, or not at all: whoever wrote it meant something else. What may be meant, and what a person can still make
 * good by hand, is a warning.
 */
const WEIGHTS: Readonly<Record<RuleProblemCode, RuleProblem['weight']>> = {
  'no-name': 'warning',
  'no-effects': 'error',
  'account-gone': 'error',
  'series-gone': 'error',
  'series-not-of-account': 'error',
  'series-not-sent': 'error',
  'status-gone': 'error',
  'field-gone': 'error',
  'field-not-text': 'error',
  // Older orders still have it, and what else the condition lists holds as before.
  'payment-gone': 'warning',
  'text-empty': 'error',
  'effect-twice': 'error',
  'amount-reversed': 'error',
  'list-empty': 'error',
  'kind-differs': 'error',
  'ksef-off': 'warning',
  'ksef-not-issued': 'warning',
  'status-own-trigger': 'error',
  'status-loop': 'error',
  'status-differs': 'warning',
  'never-reached': 'warning',
  'same-rule': 'warning',
  'invoice-not-issued': 'warning',
  // Only iFirma knows what its mailboxes are called.
  'not-an-email': 'warning',
};

/**
 * Of every rule, on or off, in their order. Circles, and what an earlier rule does, are told of those that act: the others are told once they
 * would act as well. `params`: `rule` its name, `other` another's (several: with commas), `name` what it is about, as the panel calls it (or its
 * id), `account` a name; `effect`, `condition`, `kind` and `as` are codes.
 */
export function problemsOf(set: RuleSet, world: RuleWorld): readonly RuleProblem[] {
  const rules = placed(set);
  const alone = new Map(
    rules.map((each): [Placed, readonly Found[]] => {
      const { rule } = each;
      return [
        each,
        [
          ...ownProblems(rule),
          ...goneProblems(rule, world),
          ...bookProblems(rule, set, world),
          ...ownStatus(rule, world),
        ],
      ];
    }),
  );
  const isSound = (all: readonly Found[] | undefined) => !all?.some(({ code }) => WEIGHTS[code] === 'error');
  const sound = rules.filter((each) => each.rule.isOn && isSound(alone.get(each)));
  const circles = new Map(sound.map((each): [Placed, readonly Found[]] => [each, circleProblems(each, sound)]));
  const acting = sound.filter((each) => isSound(circles.get(each)));

  return rules.flatMap((each) => {
    const before = acting.filter(({ at }) => at < each.at);
    const beside = [
      ...(set.match === 'all' && acting.includes(each) ? differingStatuses(each, before) : []),
      ...(set.match === 'first' ? neverReached(each, before) : []),
      ...sameRule(each, rules.slice(0, each.at)),
    ];
    return told(each, [...(alone.get(each) ?? []), ...(circles.get(each) ?? []), ...beside]);
  });
}

/** In the order of `RULE_PROBLEMS`, each once. */
function told({ rule, name }: Placed, all: readonly Found[]): readonly RuleProblem[] {
  const once = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...once.values()]
    .sort((one, other) => RULE_PROBLEMS.indexOf(one.code) - RULE_PROBLEMS.indexOf(other.code))
    .map(({ code, params }) => ({ code, ruleId: rule.id, weight: WEIGHTS[code], params: { rule: name, ...params } }));
}

/** @returns ids of the rules that have an error, and so do not act. */
export function brokenIn(problems: readonly RuleProblem[]): ReadonlySet<string> {
  return new Set(problems.filter(({ weight }) => weight === 'error').map(({ ruleId }) => ruleId));
}
