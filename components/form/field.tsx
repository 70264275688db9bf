/** A label above its control, with what helps to fill it in below and the problem, if any, right at it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Problem } from './problem';

/** What a control is wired up with, so that its label, its hint and its problem are read out together. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  /** A word at the label that is no part of its name, e.g. that the field may stay empty. */
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: (control: ControlProps) => ComponentChildren;
}

export function Field({ label, hint, note, problem, children }: Props) {
  const id = useId();
  const described = [problem ? `${id}-problem` : null, hint ? `${id}-hint` : null].filter((part) => part !== null);
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{label}</label>
        {note && <span class="field-note">{note}</span>}
      </div>
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': problem ? 'true' : undefined,
      })}
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
