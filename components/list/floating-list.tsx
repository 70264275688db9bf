import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconBridge } from '../icons';
import { trusted } from '../trusted';
import { useList } from './context';
import { ListRegion } from './list-region';

/** For a list without a place for controls: a button in the corner that opens the same region (design 6). */
export const FloatingList = () => {
  const { texts } = useList();
  const id = useId();
  const isOpen = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const closeOnEscape = trusted((event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isOpen.peek()) return;
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
        {isOpen.value && <ListRegion />}
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
        {texts.floating}
      </button>
    </div>
  );
};
