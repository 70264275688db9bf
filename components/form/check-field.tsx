import { useId } from 'preact/hooks';
import { Problem } from './problem';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What is to be known about this box; read out with it, but no part of its name. */
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
  readonly problem?: string | undefined;
}

export function CheckField({ label, checked, onChange, hint, disabled = false, problem }: Props) {
  const id = useId();
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class={disabled ? 'check check-off' : 'check'}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={problem ? 'true' : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
      {hint && (
        <span class="check-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
