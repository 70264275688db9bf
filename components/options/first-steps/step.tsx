/** One step: its number and heading, how far it is, and what it holds. */
import type { ComponentChildren } from 'preact';
import { IconArrow, IconDone, IconLater } from '../../icons';
import type { StepState } from './progress';
import { useStepsTexts } from './texts';

const ICONS = { done: IconDone, now: IconArrow, later: IconLater } as const;

/** An icon and a word, never a colour alone (design: look). */
export function StepWord({ state }: { readonly state: StepState }) {
  const { states } = useStepsTexts();
  const Sign = ICONS[state];
  return (
    <span class={`step-state step-${state}`}>
      <Sign />
      {states[state]}
    </span>
  );
}

interface Props {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly lead: string;
  readonly state: StepState;
  readonly children: ComponentChildren;
}

export function Step({ id, number, title, lead, state, children }: Props) {
  return (
    <section class="step" aria-labelledby={id}>
      <header class="step-head">
        <span class="step-number" aria-hidden="true">
          {number}
        </span>
        <div>
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          <StepWord state={state} />
        </div>
      </header>
      <p class="muted step-lead">{lead}</p>
      {children}
    </section>
  );
}
