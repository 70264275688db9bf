import { useEffect, useRef } from 'preact/hooks';

/** A group of radios takes no focus itself: its first radio does. */
const focusable = (found: HTMLElement): HTMLElement =>
  found.getAttribute('role') === 'radiogroup' ? (found.querySelector('input') ?? found) : found;

/**
 * After a save that found problems the first field with one has the focus, as if the form had been walked through. A group of
 * boxes says `data-problem`, because `aria-invalid` is for single controls.
 */
export const useFocusOnProblem = (problems: unknown) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems === null) return;
    const found = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]');
    if (found != null) focusable(found).focus();
  }, [problems]);
  return form;
};
