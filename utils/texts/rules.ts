/** The words of rules, wherever they are said: their conditions, effects, and what is wrong with them. */
import type { RuleProblemCode } from '../invoice/rules/problems/problem';
import type { RuleCondition, RuleEffectName } from '../invoice/rules/rule';
import { inBoth } from './english';
import { pl } from './pl/rule-words';

export interface RuleTexts {
  readonly conditions: Readonly<Record<RuleCondition, string>>;
  readonly effects: Readonly<Record<RuleEffectName, string>>;
  /** Short, without the names that `RuleProblem.params` has. */
  readonly problems: Readonly<Record<RuleProblemCode, string>>;
}

declare module './english' {
  interface English {
    readonly ruleWords: RuleTexts;
  }
}

export const RULE_TEXTS = inBoth('ruleWords', pl);
