/** Which rules act on what has happened, and why the others do not. Pure: the dry run asks the same. */
import type { Grosze } from '../document';
import type { Rule, RuleCondition, RuleSet } from './rule';

/** What has happened in the panel. */
export type RuleEvent =
  | { readonly kind: 'document'; readonly seriesId: string | null }
  | { readonly kind: 'status'; readonly statusId: string }
  | { readonly kind: 'paid' }
  | { readonly kind: 'created' };

/** What conditions ask of an order. */
export interface OrderFacts {
  readonly paymentId: string | null;
  readonly source: string;
  /** Upper case, two letters; null: the panel does not say, and no country holds. */
  readonly country: string | null;
  /** Upper case. */
  readonly currency: string;
  /** null: could not be read, and no amount holds. */
  readonly total: Grosze | null;
  readonly hasNip: boolean;
  readonly wantsInvoice: boolean;
  readonly comment: string;
}

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
  _event: RuleEvent,
  _facts: OrderFacts,
  _broken: ReadonlySet<string>,
): readonly { readonly rule: Rule; readonly verdict: RuleVerdict }[] {
  return set.rules.map((rule) => ({ rule, verdict: { kind: 'not-now' } }));
}
