import { useEffect, useRef } from 'preact/hooks';
import { Field } from './field';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Makes a pasted value look as it will be stored, once the person is done with the field. */
  readonly tidy?: (value: string) => string;
  readonly hint?: string | undefined;
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  /** Set in the figures of a code: keys and sub-domains are compared by eye, letter by letter. */
  readonly code?: boolean;
  readonly short?: boolean;
  /** Typing stops here; for texts whose end is no loss. */
  readonly most?: number;
  /** Set from the start: it has the focus; each change gives it the focus again. */
  readonly focus?: number | undefined;
}

export function TextField(props: Props) {
  const { label, value, onInput, tidy, hint, note, problem, code, short, most, focus } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus !== undefined) input.current?.focus();
  }, [focus]);
  return (
    <Field label={label} hint={hint} note={note} problem={problem}>
      {(control) => (
        <input
          {...control}
          type="text"
          class={['input', code && 'input-code', short && 'input-short'].filter(Boolean).join(' ')}
          value={value}
          maxLength={most}
          // Logins and keys are neither words nor something for the browser to remember.
          autocomplete="off"
          autocapitalize="off"
          spellcheck={code !== true}
          ref={input}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={() => {
            const tidied = tidy?.(value) ?? value;
            if (tidied !== value) onInput(tidied);
          }}
        />
      )}
    </Field>
  );
}
