import type { Signal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { trusted } from '../trusted';
import { useTypedByPerson } from '../typed-by-person';

/** A line to type into. Only what the person typed gets into `value`; Enter does what the dialog's button does. */
export const TypedText = ({
  label,
  hint = null,
  value,
  most,
  onEnter,
}: {
  label: string;
  hint?: string | null;
  value: Signal<string>;
  most: number;
  onEnter: () => void;
}) => {
  const id = useId();
  const hintId = useId();
  const place = useRef<HTMLInputElement>(null);
  const isTyped = useTypedByPerson(place);
  return (
    <div class="typed">
      <label for={id}>{label}</label>
      <input
        ref={place}
        id={id}
        type="text"
        maxLength={most}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={hint === null ? undefined : hintId}
        data-first=""
        value={value.value}
        onInput={trusted((event) => {
          if (isTyped()) value.value = event.currentTarget.value;
          else event.currentTarget.value = value.peek();
        })}
        onKeyDown={trusted((event) => {
          if (event.key === 'Enter' && !event.isComposing) onEnter();
        })}
      />
      {hint !== null && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
};
