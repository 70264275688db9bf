/** A question that has to be answered before anything else goes on. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useShared } from './page';

interface Props {
  readonly title: string;
  readonly yes: string;
  /** The safe answer; `Anuluj` when left out. */
  readonly no?: string;
  readonly danger?: boolean;
  /** `alertdialog` (as a rule): what was asked for could do harm. `dialog`: something is still needed for it. */
  readonly role?: 'alertdialog' | 'dialog';
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ComponentChildren;
}

export function Question({ title, yes, no, danger = false, role = 'alertdialog', onYes, onNo, children }: Props) {
  const texts = useShared();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed before it is taken out of the page: only then the focus goes back to where it came from.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="question"
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <form
        method="dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onYes();
        }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        <div id={`${id}-text`} class="question-text">
          {children}
        </div>
        <div class="buttons">
          {/* The safe answer comes first and has the focus: a hasty Enter changes nothing. */}
          <button type="button" class="button" onClick={onNo}>
            {no ?? texts.cancel}
          </button>
          <button type="submit" class={danger ? 'button button-danger' : 'button button-primary'}>
            {yes}
          </button>
        </div>
      </form>
    </dialog>
  );
}
