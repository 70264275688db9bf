/** One matter of the room: its heading, and everything about it as one group of that name. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}

export function Part({ title, lead, children }: Props) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend, and the room is walked through by its headings.
    <div class="card form security-part" role="group" aria-labelledby={id}>
      <div class="security-head">
        <h2 id={id}>{title}</h2>
        {lead && <p class="muted">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
