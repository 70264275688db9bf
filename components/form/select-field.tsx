import { Field } from './field';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** A native select: the browser's own keyboard, screen reader and touch behaviour come with it. */
export function SelectField({ label, value, choices, onChange, hint, problem }: Props) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <select {...control} class="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
