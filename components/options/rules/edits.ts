/** Rules as they are typed: amounts and lists are texts, and what one trigger or effect keeps stays in its field while another is looked at. */
import type { RuleConditions, RuleTrigger } from '../../../utils/invoice/rules/rule';
import type { RuleDraft, RuleSetDraft } from '../../../utils/messages';
import { amount } from '../../../utils/texts/figures';
import { type EffectEdits, effectEdits, effectOf } from './effect-edits';
import { groszeOf, listOf } from './typed';

export type Answered = 'any' | 'yes' | 'no';

export interface RuleEdits {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly isOn: boolean;
  readonly when: RuleTrigger['kind'];
  /** Empty: none is chosen. */
  readonly seriesId: string;
  readonly statusId: string;
  readonly paymentIds: readonly string[];
  /** Parted by commas. */
  readonly sources: string;
  readonly countries: string;
  readonly currencies: string;
  /** In zł. */
  readonly from: string;
  readonly to: string;
  readonly nip: Answered;
  readonly invoice: Answered;
  readonly comment: string;
  readonly effects: readonly EffectEdits[];
}

export interface RuleSetEdits {
  readonly match: RuleSetDraft['match'];
  readonly rules: readonly RuleEdits[];
}

export function editsOf({ match, rules }: RuleSetDraft): RuleSetEdits {
  return { match, rules: rules.map(ruleEdits) };
}

/** Only of what has no field problem. */
export function draftOf({ match, rules }: RuleSetEdits): RuleSetDraft {
  return { match, rules: rules.map(ruleDraft) };
}

function ruleEdits({ id, name, accountId, isOn, trigger, conditions, effects }: RuleDraft): RuleEdits {
  return {
    id,
    name,
    accountId,
    isOn,
    when: trigger.kind,
    seriesId: trigger.kind === 'document' ? trigger.seriesId : '',
    statusId: trigger.kind === 'status' ? trigger.statusId : '',
    paymentIds: conditions.paymentIds ?? [],
    sources: (conditions.sources ?? []).join(', '),
    countries: (conditions.countries ?? []).join(', '),
    currencies: (conditions.currencies ?? []).join(', '),
    from: conditions.from === undefined ? '' : amount(conditions.from),
    to: conditions.to === undefined ? '' : amount(conditions.to),
    nip: answered(conditions.hasNip),
    invoice: answered(conditions.wantsInvoice),
    comment: conditions.comment ?? '',
    effects: effects.map((effect, key) => effectEdits(effect, key)),
  };
}

function ruleDraft(rule: RuleEdits): RuleDraft {
  return {
    id: rule.id,
    name: rule.name.trim(),
    accountId: rule.accountId,
    isOn: rule.isOn,
    trigger: triggerOf(rule),
    conditions: conditionsOf(rule),
    effects: rule.effects.map(effectOf),
  };
}

function triggerOf({ when, seriesId, statusId }: RuleEdits): RuleTrigger {
  switch (when) {
    case 'document':
      return { kind: when, seriesId };
    case 'status':
      return { kind: when, statusId };
    case 'paid':
    case 'created':
      return { kind: when };
    default:
      return when satisfies never;
  }
}

/** What is left empty is not asked. */
export function conditionsOf(rule: RuleEdits): RuleConditions {
  const sources = listOf(rule.sources);
  const countries = listOf(rule.countries.toUpperCase());
  const currencies = listOf(rule.currencies.toUpperCase());
  const from = groszeOf(rule.from);
  const to = groszeOf(rule.to);
  const comment = rule.comment.trim();
  return {
    ...(rule.paymentIds.length > 0 && { paymentIds: rule.paymentIds }),
    ...(sources.length > 0 && { sources }),
    ...(countries.length > 0 && { countries }),
    ...(currencies.length > 0 && { currencies }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(rule.nip !== 'any' && { hasNip: rule.nip === 'yes' }),
    ...(rule.invoice !== 'any' && { wantsInvoice: rule.invoice === 'yes' }),
    ...(comment !== '' && { comment }),
  };
}

const answered = (value: boolean | undefined): Answered => (value === undefined ? 'any' : value ? 'yes' : 'no');

export const emptyRule = (id: string, accountId: string): RuleEdits =>
  ruleEdits({ id, name: '', accountId, isOn: true, trigger: { kind: 'paid' }, conditions: {}, effects: [] });
