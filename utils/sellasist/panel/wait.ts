/** The panel's pages go on building themselves after they are loaded (sellasist-panel 2). */
const SEARCH_MS = 10_000;
const THROTTLE_MS = 250;

/** Runs `then` once `isReady`: at once, or when the page has become so within 10 s. Leaves nothing behind. */
export function whenReady(document: Document, isReady: () => boolean, then: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  if (isReady()) {
    then();
    return;
  }
  let look: ReturnType<typeof setTimeout> | null = null;
  const observer = new MutationObserver(() => {
    look ??= setTimeout(() => {
      look = null;
      if (!isReady()) return;
      stop();
      then();
    }, THROTTLE_MS);
  });
  const end = setTimeout(() => stop(), SEARCH_MS);
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(end);
    if (look !== null) clearTimeout(look);
    signal.removeEventListener('abort', stop);
  };
  signal.addEventListener('abort', stop);
  observer.observe(document, { childList: true, subtree: true });
}
