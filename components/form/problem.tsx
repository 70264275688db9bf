/** Something that is wrong, as an icon and words, never as a colour alone (design: look). */
import type { ComponentChildren } from 'preact';
import { IconWarning } from '../icons';

interface Props {
  readonly id?: string;
  /** Read out at once; for what came without being asked for at a field. */
  readonly alert?: boolean;
  readonly children: ComponentChildren;
}

export function Problem({ id, alert = false, children }: Props) {
  return (
    <p class="problem" id={id} role={alert ? 'alert' : undefined}>
      <IconWarning />
      <span>{children}</span>
    </p>
  );
}
