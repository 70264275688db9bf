/**
 * Tells of every change of the address that keeps the document. The panel loads whole pages (sellasist-panel 2); should it
 * stop doing so, an order's controls must not outlive the order. The Navigation API also hears `pushState`, which no
 * isolated world can overhear otherwise; where it is missing, `popstate` is what there is.
 */
export function onUrlChange(window: Window, listener: () => void, signal: AbortSignal): void {
  window.addEventListener('popstate', listener, { signal });
  (window as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', listener, { signal });
}
