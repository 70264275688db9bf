import type { ComponentChildren } from 'preact';
import { trusted } from '../trusted';
import { usePress } from './press';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly primary?: boolean;
  /** Cannot be pressed now; stays in reach of the keyboard, so that the focus does not jump away under the person. */
  readonly disabled?: boolean;
  /** This very button's work is under way. */
  readonly busy?: boolean;
  /** Takes the focus when its dialog opens. */
  readonly first?: boolean;
  readonly describedBy?: string;
}

export const Button = ({ children, onPress, primary, disabled, busy, first, describedBy }: ButtonProps) => {
  const press = usePress();
  return (
    <button
      type="button"
      class={primary ? 'button primary' : 'button'}
      aria-disabled={disabled ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-describedby={describedBy}
      data-first={first ? '' : undefined}
      onPointerDown={trusted((event) => press.begin(event))}
      onClick={trusted((event) => {
        if (press.ends(event) && !disabled) onPress();
      })}
    >
      {children}
    </button>
  );
};
