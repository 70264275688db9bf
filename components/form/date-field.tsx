import type { IsoDate } from '../../utils/invoice/document';
import { Field } from './field';

interface Props {
  readonly label: string;
  /** Empty: none. */
  readonly value: IsoDate | '';
  readonly onChange: (value: IsoDate | '') => void;
  readonly problem?: string | undefined;
}

/** A native field for a day: it knows the calendar, and writes a date as the person's browser does. */
export function DateField({ label, value, onChange, problem }: Props) {
  return (
    <Field label={label} problem={problem}>
      {(control) => (
        <input
          {...control}
          type="date"
          class="input input-short"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
