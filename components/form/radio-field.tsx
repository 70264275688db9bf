/** One of a few answers, each with what follows from it. Unanswered at first where `value` is null. */
import { useId } from 'preact/hooks';
import { Problem } from './problem';

export interface Answer<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Read out with the answer, but no part of its name. */
  readonly hint: string;
}

interface Props<V extends string> {
  readonly label: string;
  readonly value: V | null;
  readonly answers: readonly Answer<V>[];
  readonly onChange: (value: V) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

export function RadioField<V extends string>({ label, value, answers, onChange, hint, problem }: Props<V>) {
  const id = useId();
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div
      class="field radio-field"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={described === '' ? undefined : described}
      aria-invalid={problem ? 'true' : undefined}
    >
      <div class="field-head">
        <span class="label" id={`${id}-label`}>
          {label}
        </span>
      </div>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
      <div class="radio-answers">
        {answers.map((answer) => (
          <div key={answer.value} class="check">
            <input
              id={`${id}-${answer.value}`}
              type="radio"
              name={id}
              checked={value === answer.value}
              aria-describedby={`${id}-${answer.value}-hint`}
              onChange={() => onChange(answer.value)}
            />
            <label for={`${id}-${answer.value}`}>{answer.label}</label>
            <span class="check-hint" id={`${id}-${answer.value}-hint`}>
              {answer.hint}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
