/** What a rule's conditions ask of an order, in one form, so that orders and other rules are held against the same. */
import type { Grosze } from '../document';
import { folded } from '../folded';
import type { OrderFacts } from './order-facts';
import { RULE_CONDITIONS, type RuleCondition, type RuleConditions } from './rule';

/** Conditions that hold with any one of some values. */
type ListCondition = Exclude<RuleCondition, 'amount' | 'comment'>;

export interface Demand {
  /** null: not asked. An empty set: no order fits. */
  readonly allowed: Readonly<Record<ListCondition, ReadonlySet<string> | null>>;
  /** Both ends included; null: not asked, so that an unreadable amount does no harm. */
  readonly amount: { readonly from: Grosze; readonly to: Grosze } | null;
  /** Folded; all have to stand in the buyer's comment, and an empty one stands in none. */
  readonly comments: readonly string[];
}

export function demandOf(conditions: RuleConditions): Demand {
  const { paymentIds, sources, countries, currencies, from, to, hasNip, wantsInvoice, comment } = conditions;
  return {
    allowed: {
      payment: listed(paymentIds),
      source: listed(sources?.map(folded)),
      country: listed(countries),
      currency: listed(currencies),
      nip: listed(hasNip === undefined ? undefined : [String(hasNip)]),
      invoice: listed(wantsInvoice === undefined ? undefined : [String(wantsInvoice)]),
    },
    amount:
      from === undefined && to === undefined
        ? null
        : { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY },
    comments: comment === undefined ? [] : [folded(comment)],
  };
}

/** A blank value is none: an order without a source is not from the source ``. */
function listed(values: readonly string[] | undefined): ReadonlySet<string> | null {
  return values === undefined ? null : new Set(values.filter((value) => value.trim() !== ''));
}

/** @returns the first, in the order of `RULE_CONDITIONS`, that does not hold; null: all hold. */
export function unmetOf(demand: Demand, facts: OrderFacts): RuleCondition | null {
  return RULE_CONDITIONS.find((condition) => !holds(condition, demand, facts)) ?? null;
}

function holds(condition: RuleCondition, { allowed, amount, comments }: Demand, facts: OrderFacts): boolean {
  const isAllowed = (asked: ListCondition, value: string | null): boolean =>
    allowed[asked] === null || (value !== null && allowed[asked].has(value));
  switch (condition) {
    case 'payment':
      return isAllowed(condition, facts.paymentId);
    case 'source':
      return isAllowed(condition, folded(facts.source));
    case 'country':
      return isAllowed(condition, facts.country);
    case 'currency':
      return isAllowed(condition, facts.currency);
    case 'nip':
      return isAllowed(condition, String(facts.hasNip));
    case 'invoice':
      return isAllowed(condition, String(facts.wantsInvoice));
    case 'amount':
      return amount === null || (facts.total !== null && amount.from <= facts.total && facts.total <= amount.to);
    case 'comment':
      return comments.every((text) => text !== '' && folded(facts.comment).includes(text));
    default:
      return condition satisfies never;
  }
}

/** Those that ask for nothing, so that no order fits. */
export function emptyIn({ allowed, comments }: Demand): readonly RuleCondition[] {
  return RULE_CONDITIONS.filter((condition) => {
    if (condition === 'amount') return false;
    return condition === 'comment' ? comments.includes('') : allowed[condition]?.size === 0;
  });
}

export function isReversed({ amount }: Demand): boolean {
  return amount !== null && amount.from > amount.to;
}

/** Whether an order can fit. */
export function isPossible(demand: Demand): boolean {
  return emptyIn(demand).length === 0 && !isReversed(demand);
}

/** What an order has to be that fits both. Two texts in one comment never exclude each other. */
export function both(one: Demand, other: Demand): Demand {
  const shared = (condition: ListCondition): ReadonlySet<string> | null => {
    const [own, theirs] = [one.allowed[condition], other.allowed[condition]];
    if (own === null || theirs === null) return own ?? theirs;
    return new Set([...own].filter((value) => theirs.has(value)));
  };
  return {
    allowed: {
      payment: shared('payment'),
      source: shared('source'),
      country: shared('country'),
      currency: shared('currency'),
      nip: shared('nip'),
      invoice: shared('invoice'),
    },
    amount:
      one.amount === null || other.amount === null
        ? (one.amount ?? other.amount)
        : { from: Math.max(one.amount.from, other.amount.from), to: Math.min(one.amount.to, other.amount.to) },
    comments: [...new Set([...one.comments, ...other.comments])],
  };
}

/** Whether every order that fits `narrow` fits `wide` as well. Of a demand that no order fits nothing is said. */
export function implies(narrow: Demand, wide: Demand): boolean {
  if (!isPossible(narrow)) return false;
  const { amount, comments } = wide;
  return (
    (Object.keys(wide.allowed) as ListCondition[]).every((condition) => {
      const [inner, outer] = [narrow.allowed[condition], wide.allowed[condition]];
      return outer === null || (inner !== null && [...inner].every((value) => outer.has(value)));
    }) &&
    (amount === null ||
      (narrow.amount !== null && amount.from <= narrow.amount.from && narrow.amount.to <= amount.to)) &&
    comments.every((text) => text !== '' && narrow.comments.some((own) => own.includes(text)))
  );
}
