/** A secret: an input while there is none or a new one is wanted, only a fingerprint once it is stored. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useShared } from './page';
import { TextField } from './text-field';

interface Props {
  readonly label: string;
  /** null: none is stored. */
  readonly fingerprint: string | null;
  /** undefined: the stored one stays as it is. */
  readonly value: string | undefined;
  readonly onInput: (value: string | undefined) => void;
  readonly tidy: (value: string) => string;
  readonly hint: string;
  readonly optional: boolean;
  readonly problem?: string | undefined;
}

export function SecretField({ label, fingerprint, value, onInput, tidy, hint, optional, problem }: Props) {
  const texts = useShared();
  const change = useRef<HTMLButtonElement>(null);
  const [returning, setReturning] = useState(false);
  const note = optional ? texts.optional : undefined;

  useEffect(() => {
    if (returning) change.current?.focus();
    setReturning(false);
  }, [returning]);

  if (fingerprint !== null && value === undefined) {
    return (
      <div class="field">
        <div class="field-head">
          <span class="label">{label}</span>
          {note && <span class="field-note">{note}</span>}
        </div>
        <div class="secret">
          <span class="secret-stored">
            {texts.stored} <code>{fingerprint}</code>
          </span>
          <button ref={change} type="button" class="button button-small" onClick={() => onInput('')}>
            {texts.change(label)}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div class="secret-input">
      <TextField
        label={label}
        value={value ?? ''}
        onInput={onInput}
        tidy={tidy}
        hint={fingerprint !== null && optional ? `${hint} ${texts.emptyRemoves}` : hint}
        note={note}
        problem={problem}
        code
        focus={fingerprint === null ? undefined : 0}
      />
      {fingerprint !== null && (
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            setReturning(true);
            onInput(undefined);
          }}
        >
          {texts.keep}
        </button>
      )}
    </div>
  );
}
