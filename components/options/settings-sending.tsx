/** What reaches iFirma, and when. */
import type { AccountView } from '../../utils/messages';
import { SelectField } from '../form/select-field';
import { orderSeriesChoices, orderSeriesHint } from './order-series';
import { AutoFields } from './settings-auto';
import type { SettingsPartProps } from './settings-draft';
import { SettingsPart } from './settings-part';
import { useTexts } from './texts';

interface Props extends SettingsPartProps {
  readonly others: readonly AccountView[];
}

export function SendingPart({ account, others, value, set, problems, lists }: Props) {
  const texts = useTexts();
  const { settings } = texts;
  return (
    <SettingsPart title={settings.sendingGroup} lead={settings.sendingLead}>
      <SelectField
        label={settings.orderSeries}
        value={value.orderSeriesId ?? ''}
        choices={orderSeriesChoices(texts, account, lists?.series ?? null, value.orderSeriesId)}
        hint={
          account.seriesIds.length === 0
            ? settings.orderSeriesNone
            : orderSeriesHint(settings, account, others, value.orderSeriesId)
        }
        problem={problems.orderSeriesId}
        onChange={(id) => set({ orderSeriesId: id || null })}
      />
      <AutoFields account={account} value={value} set={set} problems={problems} lists={lists} />
    </SettingsPart>
  );
}
