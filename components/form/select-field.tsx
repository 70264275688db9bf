import { Field } from './field';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Shown, so that nobody looks for it, but it cannot be taken; the label says why. */
  readonly disabled?: boolean;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly short?: boolean;
}

/** A native select: the browser's own keyboard, screen reader and touch behaviour come with it. */
export function SelectField({ label, value, choices, onChange, hint, problem, short = false }: Props) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <select
          {...control}
          class={short ? 'input input-short' : 'input'}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
