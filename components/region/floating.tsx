import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconBridge } from '../icons';
import { trusted } from '../trusted';

interface Props {
  readonly name: string;
  /** Escape is meant for something in it, such as an open dialog. */
  readonly keepsOpen?: () => boolean;
  /** The region; there is none while it is closed. */
  readonly children: ComponentChildren;
}

/** For a page without a place for controls: a button in the corner that opens the same region (design 6). */
export const Floating = ({ name, keepsOpen, children }: Props) => {
  const id = useId();
  const isOpen = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const keeps = useRef(keepsOpen);
  keeps.current = keepsOpen;

  useEffect(() => {
    const closeOnEscape = trusted((event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isOpen.peek() || keeps.current?.()) return;
      isOpen.value = false;
      button.current?.focus();
    });
    const floating = place.current;
    floating?.addEventListener('keydown', closeOnEscape);
    return () => floating?.removeEventListener('keydown', closeOnEscape);
  }, [isOpen]);

  return (
    <div class="floating" ref={place}>
      <div id={id} class="floating-region" hidden={!isOpen.value}>
        {isOpen.value && children}
      </div>
      <button
        type="button"
        ref={button}
        class="floating-button"
        aria-expanded={isOpen.value}
        aria-controls={id}
        onClick={trusted(() => {
          isOpen.value = !isOpen.value;
        })}
      >
        <IconBridge />
        {name}
      </button>
    </div>
  );
};
