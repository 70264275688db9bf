import { findAnchor, isSuitable } from '../../utils/sellasist/panel/anchor';

/**
 * Where the host stands (sellasist-panel 3.4).
 *
 *   nowhere ──anchor found──▶ anchored
 *      │                         ▲
 *     3 s                        │ anchor found within 10 s of the search, unless the person is at work in the host
 *      ▼                         │
 *   floating ────────────────────┘
 *
 * A page that takes the host away from either gets it back by a new search, 5 times; after the 6th it floats for good, and
 * after the 7th the page has made itself clear. The popup still serves the order.
 */
export type Standing = 'nowhere' | 'anchored' | 'floating';

const FLOAT_AFTER_MS = 3_000;
const SEARCH_MS = 10_000;
const THROTTLE_MS = 250;
const REINSERTIONS = 5;

export interface Place {
  readonly document: Document;
  readonly host: HTMLElement;
  /** The host has just been put somewhere. */
  readonly onStand: (standing: 'anchored' | 'floating') => void;
  /** The page has changed somehow; at most every 250 ms. */
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

export function keepPlace({ document, host, onStand, onChange, signal }: Place): void {
  let standing: Standing = 'nowhere';
  let searching = false;
  let losses = 0;
  const timers = new Map<'float' | 'end' | 'look', ReturnType<typeof setTimeout>>();

  const after = (name: 'float' | 'end' | 'look', ms: number, run: () => void): void => {
    if (timers.has(name)) return;
    const started = setTimeout(() => {
      timers.delete(name);
      run();
    }, ms);
    timers.set(name, started);
  };
  const endSearch = (): void => {
    searching = false;
    for (const name of ['float', 'end'] as const) {
      clearTimeout(timers.get(name));
      timers.delete(name);
    }
  };

  const stand = (now: 'anchored' | 'floating'): void => {
    standing = now;
    onStand(now);
  };
  const float = (): void => {
    (document.body ?? document.documentElement).append(host);
    stand('floating');
  };
  const tryAnchor = (): void => {
    const anchor = findAnchor(document);
    if (anchor === null) return;
    endSearch();
    anchor.element[anchor.position](host);
    stand('anchored');
  };
  const search = (): void => {
    searching = true;
    after('float', FLOAT_AFTER_MS, float);
    after('end', SEARCH_MS, endSearch);
    tryAnchor();
  };

  const lose = (): void => {
    endSearch();
    host.remove();
    standing = 'nowhere';
    losses += 1;
    if (losses <= REINSERTIONS) search();
    else if (losses === REINSERTIONS + 1) float();
    else observer.disconnect();
  };
  const look = (): void => {
    onChange();
    if (signal.aborted) return;
    if (standing !== 'nowhere' && !isSuitable(host)) lose();
    // A move would close what the person has open and drop what was typed.
    else if (searching && document.activeElement !== host) tryAnchor();
  };

  const observer = new MutationObserver(() => after('look', THROTTLE_MS, look));
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  });
  search();
}
