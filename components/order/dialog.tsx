import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { trusted } from '../trusted';

/**
 * A native modal dialog: the browser keeps the focus inside and gives it back when it closes. Escape closes it. What had the
 * focus may be gone by then (the state changed), so the region itself takes it rather than the panel's page.
 */
export const Dialog = ({
  title,
  role = 'dialog',
  wide = false,
  onClose,
  children,
}: {
  title: string;
  role?: 'dialog' | 'alertdialog';
  wide?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}) => {
  const titleId = useId();
  const place = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = place.current;
    const root = dialog?.getRootNode();
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      dialog?.close();
      setTimeout(() => {
        if (root instanceof ShadowRoot && root.activeElement === null) {
          root.querySelector<HTMLElement>('[data-last-resort]')?.focus();
        }
      });
    };
  }, []);
  return (
    <dialog
      ref={place}
      class={wide ? 'dialog wide' : 'dialog'}
      role={role}
      aria-labelledby={titleId}
      onCancel={trusted((event) => {
        event.preventDefault();
        onClose();
      })}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
};
