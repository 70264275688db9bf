import { Field } from './field';

interface Props {
  readonly label: string;
  /** As it was typed; whether it is a number is judged when it is saved. */
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** A whole number. A text field, because `type=number` drops what it does not understand and changes under the mouse wheel. */
export function NumberField({ label, value, onInput, hint, problem }: Props) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="numeric"
          class="input input-short"
          value={value}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
