/** A part of a long form: what it is about on the left, its fields on the right, one below the other where it is narrow. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly children: ComponentChildren;
}

export function SettingsPart({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section class="form-part settings-part" aria-labelledby={id}>
      <div class="settings-head">
        <h2 id={id}>{title}</h2>
        <p class="field-hint">{lead}</p>
      </div>
      <div class="settings-fields">{children}</div>
    </section>
  );
}
