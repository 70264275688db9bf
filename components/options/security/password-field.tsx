/** A passphrase being typed: unseen unless the person asks to see it, and nothing for the browser to fill in or to keep. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Field } from '../../form/field';
import { Problem } from '../../form/problem';
import { useSecurityTexts } from './texts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** `new`: it is being chosen, so that the browser offers none that it knows. */
  readonly kind: 'new' | 'known';
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** The problem is read out at once: it came as an answer, not from what was typed. */
  readonly alert?: boolean;
  /** Each change gives the field the focus, from the first that is not 0. */
  readonly focus?: number;
}

const SHOWN = { type: 'text' } as const;
const HIDDEN = { type: 'password' } as const;

export function PasswordField({ label, value, onInput, kind, hint, problem, alert = false, focus = 0 }: Props) {
  const texts = useSecurityTexts();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (focus > 0) input.current?.focus();
  }, [focus]);
  const isAlert = alert && problem !== undefined;
  const described = (hints: string | undefined): string | undefined => (isAlert ? `${id}-alert ${hints ?? ''}` : hints);
  return (
    <div class="password-field">
      <Field label={label} hint={hint} problem={isAlert ? undefined : problem}>
        {(control) => (
          <div class="password">
            <input
              {...control}
              aria-describedby={described(control['aria-describedby'])}
              aria-invalid={problem === undefined ? undefined : 'true'}
              ref={input}
              {...(isShown ? SHOWN : HIDDEN)}
              class="input"
              value={value}
              autocomplete={kind === 'new' ? 'new-password' : 'off'}
              autocapitalize="off"
              spellcheck={false}
              onInput={(event) => onInput(event.currentTarget.value)}
            />
            <button type="button" class="button" aria-controls={control.id} onClick={() => setIsShown(!isShown)}>
              {isShown ? texts.hide : texts.show}
            </button>
          </div>
        )}
      </Field>
      {isAlert && (
        <Problem alert id={`${id}-alert`}>
          {problem}
        </Problem>
      )}
    </div>
  );
}
