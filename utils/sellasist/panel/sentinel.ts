import { pageOf } from './page';
import { onUrlChange } from './url-change';

/**
 * Asks for the controls once per order that the tab shows. One question at a time, so a page that rewrites its address in a
 * loop gets no flood out of it. A refused question (the host withdrawn from the extension, a worker that died over it) is
 * asked again when the person comes back to the tab.
 */
export function standSentinel(window: Window, ask: () => Promise<boolean>, signal: AbortSignal): void {
  let servedFor: string | null = null;
  let asking = false;

  const shownOrder = (): string | null => {
    const page = pageOf(window.location);
    return page?.kind === 'order-card' ? page.orderId : null;
  };
  const look = async (): Promise<void> => {
    const orderId = shownOrder();
    if (asking || signal.aborted || orderId === servedFor) return;
    servedFor = orderId;
    if (orderId === null) return;
    asking = true;
    const served = await ask();
    asking = false;
    if (!served) servedFor = null;
    if (shownOrder() !== orderId) await look();
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
