import type { Rule, RuleSet } from '../../invoice/rules/rule';
import type { RuleSetDraft } from '../../messages';

/** What happened before a rule was on, or before it asked for it, does not concern it. @param now epoch milliseconds. */
export function sinceWhen(
  { rules }: Pick<RuleSetDraft, 'rules'>,
  stored: Pick<RuleSet, 'rules'> | null,
  now: number,
): readonly Rule[] {
  return rules.map((draft) => {
    const before = stored?.rules.find(({ id }) => id === draft.id);
    const isSame = before !== undefined && JSON.stringify(before.trigger) === JSON.stringify(draft.trigger);
    return { ...draft, since: !draft.isOn ? null : isSame && before.since !== null ? before.since : now };
  });
}
