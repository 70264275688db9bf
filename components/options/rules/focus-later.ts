/** Puts the focus where a person expects it after what had it was moved, or went away: as soon as that is there. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** @returns takes the id of the first that is there of what is to have the focus. */
export function useFocusLater(): (...ids: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    for (const id of wanted.current) {
      const found = document.getElementById(id);
      if (found === null) continue;
      wanted.current = [];
      found.focus();
      return;
    }
  });
  return (...ids) => {
    wanted.current = ids;
  };
}
