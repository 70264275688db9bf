/**
 * Where the host of our controls stands (sellasist-panel 3.4).
 *
 *   nowhere ──anchor found──▶ anchored
 *      │                         ▲
 *     3 s                        │ anchor found within 10 s of the search, unless the person is at work in the host
 *      ▼                         │
 *   floating ────────────────────┘
 *
 * A page that takes the host away from either gets it back by a new search, however often it draws its parts anew. A page that does
 * so again and again within moments, and by itself, fights: after 5 times it floats for good, and after the 7th the page has made itself clear. The
 * popup still serves the order.
 */
export type Standing = 'nowhere' | 'anchored' | 'floating';

const FLOAT_AFTER_MS = 3_000;
const SEARCH_MS = 10_000;
const THROTTLE_MS = 250;
/** In so short a time nobody works through as many dialogs that each end in a new page. */
const FIGHT_MS = 3_000;
const REINSERTIONS = 5;

export interface Spot {
  readonly element: Element;
  readonly position: 'before' | 'after' | 'prepend' | 'append';
}

export interface Place<S extends Spot> {
  readonly document: Document;
  readonly host: HTMLElement;
  /** Looks for the place; null: the page has none yet. */
  readonly find: () => S | null;
  /** Whether the host may stand where the page has it now. */
  readonly isSuitable: (host: HTMLElement) => boolean;
  /** The host has just been put somewhere: into the spot, or, `null`, to float. */
  readonly onStand: (spot: S | null) => void;
  /** The page has changed somehow; at most every 250 ms. */
  readonly onChange: () => void;
  /** What the page's clock says, in milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export function keepPlace<S extends Spot>(place: Place<S>): void {
  const { document, host, find, isSuitable, onStand, onChange, now, signal } = place;
  let standing: Standing = 'nowhere';
  let searching = false;
  const losses: number[] = [];
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

  const float = (): void => {
    (document.body ?? document.documentElement).append(host);
    standing = 'floating';
    onStand(null);
  };
  const tryAnchor = (): void => {
    const spot = find();
    if (spot === null) return;
    endSearch();
    spot.element[spot.position](host);
    standing = 'anchored';
    onStand(spot);
  };
  const search = (): void => {
    searching = true;
    after('float', FLOAT_AFTER_MS, float);
    after('end', SEARCH_MS, endSearch);
    tryAnchor();
  };

  /** What the person does may well draw the page anew; only what the page does by itself can be a fight. */
  let acted = false;
  const act = (event: Event): void => {
    if (event.isTrusted) acted = true;
  };
  for (const type of ['pointerdown', 'keydown']) {
    document.addEventListener(type, act, { capture: true, passive: true, signal });
  }

  const lose = (): void => {
    endSearch();
    host.remove();
    standing = 'nowhere';
    if (acted) losses.length = 0;
    acted = false;
    losses.push(now());
    while (losses.length <= REINSERTIONS + 1 && now() - (losses[0] ?? 0) > FIGHT_MS) losses.shift();
    if (losses.length <= REINSERTIONS) search();
    else if (losses.length === REINSERTIONS + 1) float();
    else observer.disconnect();
  };
  const look = (): void => {
    onChange();
    if (signal.aborted) return;
    if (standing !== 'nowhere' && !isSuitable(host)) lose();
    // A move would close what the person has open and drop what was typed.
    else if (searching && document.activeElement !== host) tryAnchor();
  };

  const observer = new MutationObserver((records) => {
    if (!records.every((record) => isOurOwn(record, host))) after('look', THROTTLE_MS, look);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  });
  search();
}

/** What we put into the rows of a list is no news, and to read it all again for that would cost as much as the first time. */
function isOurOwn({ addedNodes, removedNodes }: MutationRecord, host: Element): boolean {
  const isOurs = (node: Node): boolean => node === host || node.nodeName === 'MOSTEK-BADGE';
  return removedNodes.length === 0 && [...addedNodes].every(isOurs);
}
