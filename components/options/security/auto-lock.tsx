/** `Blokuj po`: after how much idleness the keys are locked. */
import { AUTO_LOCKS, type SecurityView } from '../../../utils/messages';
import { SelectField } from '../../form/select-field';
import { useSecurityTexts } from './texts';

type Minutes = SecurityView['autoLock'];

/** Long enough for a working day with pauses, short enough for a computer that was left. */
export const DEFAULT_AUTO_LOCK: Minutes = 60;

interface Props {
  readonly value: Minutes;
  readonly onChange: (minutes: Minutes) => void;
}

export function AutoLockField({ value, onChange }: Props) {
  const { passphrase: texts } = useSecurityTexts();
  return (
    <SelectField
      label={texts.lockAfter}
      value={value === null ? '' : String(value)}
      choices={[
        ...AUTO_LOCKS.map((minutes) => ({ value: String(minutes), label: texts.minutes(minutes) })),
        { value: '', label: texts.lockNever },
      ]}
      hint={texts.lockAfterHint}
      onChange={(chosen) => onChange(AUTO_LOCKS.find((minutes) => String(minutes) === chosen) ?? null)}
    />
  );
}
