import type { PageAsked } from '../../messages';
import { isAdministration, pageOf } from './page';
import { onUrlChange } from './url-change';

/**
 * Asks for the controls once per path that the tab shows: whether a page that is not known by its path was taught, only the
 * background knows. One question at a time, so a page that rewrites its address in a loop gets no flood out of it. A refused question
 * (the host withdrawn from the extension, a worker that died over it) is asked again when the person comes back to the tab.
 */
export function standSentinel(window: Window, ask: (page: PageAsked) => Promise<boolean>, signal: AbortSignal): void {
  let servedFor: string | null = null;
  let asking = false;

  const shownPath = (): string | null => {
    const { location } = window;
    return isAdministration(location) ? location.pathname.replace(/\/+$/, '') : null;
  };
  const look = async (): Promise<void> => {
    const path = shownPath();
    if (asking || signal.aborted || path === servedFor) return;
    servedFor = path;
    if (path === null) return;
    asking = true;
    const served = await ask({ page: pageOf(window.location)?.kind ?? null, path });
    asking = false;
    if (!served) servedFor = null;
    if (shownPath() !== path) await look();
  };

  const lookAgain = (): void => void look();
  onUrlChange(window, lookAgain, signal);
  window.document.addEventListener(
    'visibilitychange',
    () => {
      if (window.document.visibilityState === 'visible') lookAgain();
    },
    { signal },
  );
  lookAgain();
}
