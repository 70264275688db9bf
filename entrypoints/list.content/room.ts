/**
 * Room below the page for the bar that lies over its foot, so that the last row and the links to further pages can be scrolled out from
 * under it. Given where the page scrolls anyway, else once somebody ticks a row: a scroll bar that comes by itself would move the page.
 */
const ROOM = '140px';

export function roomBelow(window: Window, signal: AbortSignal): { readonly give: () => void } {
  const root = window.document.documentElement;
  const before = root.style.paddingBlockEnd;
  const give = (): void => {
    if (!signal.aborted) root.style.paddingBlockEnd = ROOM;
  };
  // Once it is painted, to be asked costs no layout.
  window.requestAnimationFrame(() =>
    window.setTimeout(() => {
      if (root.scrollHeight > window.innerHeight) give();
    }),
  );
  signal.addEventListener('abort', () => {
    root.style.paddingBlockEnd = before;
  });
  return { give };
}
