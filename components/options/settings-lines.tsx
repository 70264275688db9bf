/** What Mostek adds to the lines of an invoice. */
import { GTU_CODES } from '../../utils/invoice/settings';
import { SelectField } from '../form/select-field';
import { TextField } from '../form/text-field';
import type { SettingsPartProps } from './settings-draft';
import { SettingsPart } from './settings-part';
import { useTexts } from './texts';

export function LinesPart({ value, set, problems }: SettingsPartProps) {
  const { settings: texts } = useTexts();
  return (
    <SettingsPart title={texts.linesGroup} lead={texts.linesLead}>
      <TextField
        label={texts.unit}
        value={value.unit}
        short
        hint={texts.unitHint}
        problem={problems.unit}
        onInput={(unit) => set({ unit })}
      />
      <SelectField
        label={texts.gtu}
        value={value.gtu ?? ''}
        short
        choices={[
          { value: '', label: texts.gtuNone },
          ...GTU_CODES.map((code) => ({ value: code, label: texts.gtuCode(code) })),
        ]}
        hint={texts.gtuHint}
        onChange={(chosen) => set({ gtu: GTU_CODES.find((code) => code === chosen) ?? null })}
      />
      <TextField
        label={texts.pkwiu}
        value={value.pkwiu}
        hint={texts.pkwiuHint}
        problem={problems.pkwiu}
        onInput={(pkwiu) => set({ pkwiu })}
      />
    </SettingsPart>
  );
}
