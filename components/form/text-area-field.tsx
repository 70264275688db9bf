import { Field } from './field';
import { useShared } from './page';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** More may be typed, so that nothing that was pasted is cut; the count and a problem say that it is too much. */
  readonly most: number;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** Several lines of text, with how many characters there are. */
export function TextAreaField({ label, value, onInput, most, hint, problem }: Props) {
  const texts = useShared();
  const count = texts.characters(value.length, most);
  return (
    <Field label={label} note={count} hint={hint} problem={problem}>
      {(control) => (
        <textarea
          {...control}
          class="input"
          rows={4}
          value={value}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
