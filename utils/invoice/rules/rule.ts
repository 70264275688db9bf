/** `Automatyzacje`: what a merchant has Mostek do by itself, rule by rule (when, if, then). */
import type { Grosze } from '../document';

/** When a rule is asked. A rule acts on one document, or one order, at most once. */
export type RuleTrigger =
  /** The panel has issued a document in this series. */
  | { readonly kind: 'document'; readonly seriesId: string }
  /** An order is met in this status, which it had not before. */
  | { readonly kind: 'status'; readonly statusId: string }
  /** The whole of an order is paid. */
  | { readonly kind: 'paid' }
  | { readonly kind: 'created' };

export const RULE_TRIGGERS = [
  'document',
  'status',
  'paid',
  'created',
] as const satisfies readonly RuleTrigger['kind'][];

/** All that are there have to hold; what is absent is not asked. A list holds with any one of its values. */
export interface RuleConditions {
  /** Ids of Sellasist payment methods. */
  readonly paymentIds?: readonly string[] | undefined;
  /** As the panel writes them; case and accents make no difference. */
  readonly sources?: readonly string[] | undefined;
  /** ISO 3166, two letters, upper case: of the buyer. */
  readonly countries?: readonly string[] | undefined;
  /** ISO 4217, upper case. */
  readonly currencies?: readonly string[] | undefined;
  /** What the order is worth, both ends included. */
  readonly from?: Grosze | undefined;
  readonly to?: Grosze | undefined;
  readonly hasNip?: boolean | undefined;
  readonly wantsInvoice?: boolean | undefined;
  /** A text that stands in the buyer's comment; case and accents make no difference. */
  readonly comment?: string | undefined;
}

/** What a condition asks for, as people are told which one does not hold. */
export const RULE_CONDITIONS = [
  'payment',
  'source',
  'country',
  'currency',
  'amount',
  'nip',
  'invoice',
  'comment',
] as const;
export type RuleCondition = (typeof RULE_CONDITIONS)[number];

/** What Mostek sends to iFirma; a document of another kind is left alone. */
export const ISSUED_KINDS = ['domestic', 'correction'] as const;
export type IssuedKind = (typeof ISSUED_KINDS)[number];

/**
 * They are begun in their order. What stands behind `issue`, and what is about an invoice, waits until iFirma has it; what fails keeps nothing
 * else back. Texts have the placeholders of `notes-text.ts` and `{numer_ifirma}`, `{numer_ksef}`.
 */
export type RuleEffect =
  | { readonly kind: 'issue'; readonly as: IssuedKind }
  | { readonly kind: 'ksef' }
  /** Sent by iFirma to the buyer. Each at most 1,000, 100, 100 characters; empty: iFirma's own. */
  | { readonly kind: 'email'; readonly text: string; readonly mailbox: string; readonly template: string }
  | { readonly kind: 'status'; readonly statusId: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'field'; readonly fieldId: string; readonly text: string }
  | { readonly kind: 'payment' }
  | { readonly kind: 'notify' };

export const RULE_EFFECTS = [
  'issue',
  'ksef',
  'email',
  'status',
  'note',
  'field',
  'payment',
  'notify',
] as const satisfies readonly RuleEffect['kind'][];
export type RuleEffectName = (typeof RULE_EFFECTS)[number];

/** Most that a rule and a panel have; and the longest texts. */
export const RULE_LIMITS = { rules: 50, effects: 8, values: 100, name: 60, text: 1000, short: 100 } as const;

export interface Rule {
  /** Never given again. */
  readonly id: string;
  readonly name: string;
  /** In whose books. */
  readonly accountId: string;
  readonly isOn: boolean;
  /** Since when it is on (epoch milliseconds): what happened before does not concern it. null: it is off. The background sets it. */
  readonly since: number | null;
  readonly trigger: RuleTrigger;
  readonly conditions: RuleConditions;
  readonly effects: readonly RuleEffect[];
}

/** Of one panel. */
export interface RuleSet {
  readonly panel: string;
  /** `first`: of those that are asked at the same time only the first that fits acts. */
  readonly match: 'first' | 'all';
  /** In their order. */
  readonly rules: readonly Rule[];
  /** One more with each save. */
  readonly revision: number;
}

export function emptyRuleSet(panel: string): RuleSet {
  return { panel, match: 'all', rules: [], revision: 0 };
}
