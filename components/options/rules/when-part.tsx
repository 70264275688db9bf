/** Gdy: what has to happen in the panel for a rule to be asked. */
import { RULE_TRIGGERS } from '../../../utils/invoice/rules/rule';
import type { AccountView } from '../../../utils/messages';
import { SelectField } from '../../form/select-field';
import { rowChoices } from '../dictionaries';
import { oneOf } from '../settings-draft';
import { useTexts } from '../texts';
import type { EditorPart } from './editor-part';
import { useRulesTexts } from './texts';

/** @param account undefined: the rule's account is gone. */
export function WhenPart({
  rule,
  set,
  lists,
  problemAt,
  account,
}: EditorPart & { readonly account: AccountView | undefined }) {
  const texts = useRulesTexts();
  const { settings } = useTexts();
  const all = lists?.series ?? null;
  const own = all?.filter(({ id }) => account === undefined || account.seriesIds.includes(id)) ?? null;
  const series = rowChoices(settings, own, rule.seriesId || null, all);
  const statuses = rowChoices(settings, lists?.statuses ?? null, rule.statusId || null);
  return (
    <fieldset class="rule-part">
      <legend>{texts.whenGroup}</legend>
      <div class="rule-fields">
        <SelectField
          label={texts.when}
          value={rule.when}
          choices={RULE_TRIGGERS.map((value) => ({ value, label: texts.triggers[value] }))}
          hint={texts.triggerHint}
          onChange={(chosen) => set({ when: oneOf(RULE_TRIGGERS, chosen, rule.when) })}
        />
        {rule.when === 'document' && (
          <SelectField
            label={texts.series}
            value={rule.seriesId}
            choices={series.choices}
            problem={problemAt('seriesId') ?? (series.isGone ? settings.goneHint : undefined)}
            onChange={(seriesId) => set({ seriesId })}
          />
        )}
        {rule.when === 'status' && (
          <SelectField
            label={texts.status}
            value={rule.statusId}
            choices={statuses.choices}
            problem={problemAt('statusId') ?? (statuses.isGone ? settings.goneHint : undefined)}
            onChange={(statusId) => set({ statusId })}
          />
        )}
      </div>
    </fieldset>
  );
}
