import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What is to be known about this box; read out with it, but no part of its name. */
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
}

export function CheckField({ label, checked, onChange, hint, disabled = false }: Props) {
  const id = useId();
  return (
    <div class={disabled ? 'check check-off' : 'check'}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <span class="check-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
