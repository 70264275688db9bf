/** `Automatyczne wysyłanie faktur`, and from when on. */
import { CheckField } from '../form/check-field';
import { DateField } from '../form/date-field';
import { RadioField } from '../form/radio-field';
import { AutoState } from './auto-state';
import type { SettingsPartProps } from './settings-draft';
import { useTexts } from './texts';

export function AutoFields({ account, value, set, problems }: SettingsPartProps) {
  const { settings: texts } = useTexts();
  return (
    <>
      <CheckField
        label={texts.autoSend}
        checked={value.autoSend}
        hint={texts.autoSendHint}
        problem={problems.autoSend}
        onChange={(autoSend) => set({ autoSend })}
      />
      {value.autoSend && (
        <RadioField
          label={texts.autoFrom}
          value={value.autoWhen}
          answers={[
            { value: 'now', label: texts.autoNow, hint: texts.autoNowHint },
            { value: 'day', label: texts.autoSince, hint: texts.autoSinceHint },
          ]}
          onChange={(autoWhen) => set({ autoWhen })}
        />
      )}
      {value.autoSend && value.autoWhen === 'day' && (
        <DateField
          label={texts.autoDate}
          value={value.autoDay}
          problem={problems.autoFrom}
          onChange={(autoDay) => set({ autoDay })}
        />
      )}
      <AutoState account={account} />
    </>
  );
}
