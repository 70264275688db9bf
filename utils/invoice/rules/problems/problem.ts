/** What can be wrong with a rule, and what is known where it is judged. */
import type { Account } from '../../settings';

export const RULE_PROBLEMS = [
  'no-name',
  'no-effects',
  'account-gone',
  'series-gone',
  'series-not-of-account',
  'series-not-sent',
  'status-gone',
  'field-gone',
  'field-not-text',
  'payment-gone',
  'text-empty',
  'effect-twice',
  'amount-reversed',
  'list-empty',
  'kind-differs',
  'ksef-off',
  'ksef-not-issued',
  'status-own-trigger',
  'status-loop',
  'status-differs',
  'never-reached',
  'same-rule',
  'invoice-not-issued',
  'not-an-email',
] as const;
export type RuleProblemCode = (typeof RULE_PROBLEMS)[number];

export interface RuleProblem {
  readonly code: RuleProblemCode;
  readonly ruleId: string;
  /** `error`: the rule does not act until it is mended. */
  readonly weight: 'error' | 'warning';
  /** Names of other rules, of a status, a field, a series, for people. */
  readonly params: Readonly<Record<string, string>>;
}

/** A row of one of the panel's dictionaries. */
interface DictionaryRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** What rules may name; a dictionary of null could not be read, and nothing is said of it. */
export interface RuleWorld {
  readonly accounts: readonly Account[];
  readonly statuses: readonly DictionaryRow[] | null;
  readonly fields: readonly DictionaryRow[] | null;
  readonly payments: readonly DictionaryRow[] | null;
  readonly series: readonly DictionaryRow[] | null;
}
