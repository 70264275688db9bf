/** `Automatyzacje`, as people see and change them. */
import type { DocumentKey, Grosze, IsoDate } from '../invoice/document';
import type { RuleProblem } from '../invoice/rules/problems/problem';
import type { Rule, RuleCondition, RuleSet } from '../invoice/rules/rule';
import type { RuleRun } from '../invoice/rules/run';

/** What a person changes; the background keeps the rest. */
export interface RuleDraft extends Omit<Rule, 'since'> {}

export interface RuleSetDraft {
  readonly match: RuleSet['match'];
  readonly rules: readonly RuleDraft[];
}

export interface RulesView {
  readonly set: RuleSet;
  /** What contradicts itself, or names what is no more; a rule with one that is an error does not act. */
  readonly problems: readonly RuleProblem[];
  /** By account: what keeps its rules from acting until a person does something; absent: nothing. */
  readonly hindrances: Readonly<
    Record<string, 'locked' | 'erplink' | 'account-paused' | 'no-field' | 'no-first' | 'elsewhere'>
  >;
}

/** What one rule would do with an order. */
export type TriedVerdict =
  | { readonly kind: 'fires' }
  /** It has acted on this one before. */
  | { readonly kind: 'fired' }
  /** Its moment has not come: the order has another status, is not paid, has no such document. */
  | { readonly kind: 'not-now' }
  | { readonly kind: 'not-met'; readonly condition: RuleCondition }
  /** Another one fits before it, and only the first acts. */
  | { readonly kind: 'after'; readonly first: string }
  | { readonly kind: 'off' }
  | { readonly kind: 'broken' }
  /** The panel did not say enough of it. */
  | { readonly kind: 'unknown' };

export interface TriedRow {
  readonly orderId: string;
  /** Of the order. */
  readonly date: IsoDate | null;
  readonly total: Grosze | null;
  readonly currency: string;
  /** The panel's documents of the order that are known, by number. */
  readonly documents: readonly string[];
  /** One for each rule, in their order. */
  readonly verdicts: readonly { readonly ruleId: string; readonly verdict: TriedVerdict }[];
}

export interface Tried {
  /** Newest order first; at most 50. */
  readonly rows: readonly TriedRow[];
  readonly problems: readonly RuleProblem[];
}

export interface RunsPage {
  readonly runs: readonly RuleRun[];
  readonly next: readonly [number, string, string] | null;
  /** How many need a person, of all panels. */
  readonly attention: number;
}

/** Which effect of which run. */
export interface RunRef {
  readonly panel: string;
  readonly ruleId: string;
  readonly key: DocumentKey;
  /** Its place among the run's effects, from 0. */
  readonly effect: number;
}

export interface RulesCommands {
  /** How many effects' runs wait for a person's decision, of all panels. */
  'rules.attention': { ask: Record<never, never>; reply: number };
  'rules.get': { ask: { readonly panel: string }; reply: RulesView };
  /** @throws `account-changed`: somebody else has saved meanwhile. */
  'rules.save': {
    ask: { readonly panel: string; readonly revision: number; readonly draft: RuleSetDraft };
    reply: RulesView;
  };
  /** What they would do with the panel's last 50 orders; nothing is written or sent. */
  'rules.try': { ask: { readonly panel: string; readonly draft: RuleSetDraft }; reply: Tried };
  'rules.runs': {
    ask: { readonly panel: string; readonly before: readonly [number, string, string] | null };
    reply: RunsPage;
  };
  /** A person has it done (again), knowing that it may have happened. */
  'rules.again': { ask: RunRef; reply: null };
  /** A person says that it need not happen. */
  'rules.drop': { ask: RunRef; reply: null };
}
