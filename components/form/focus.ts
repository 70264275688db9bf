import { useEffect, useRef } from 'preact/hooks';

/** After a save that found problems the first field with one has the focus, as if the form had been walked through. */
export const useFocusOnProblem = (problems: unknown) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  return form;
};
