import type { PageLayout, PageReport } from '../../utils/messages';
import { findAnchor, isSuitable } from '../../utils/sellasist/panel/anchor';
import { type Card, cardOn, cardPageOf } from '../../utils/sellasist/panel/card';
import { copyEvictor, createHost, otherHosts } from '../../utils/sellasist/panel/host';
import { keepPlace } from '../../utils/sellasist/panel/place';
import { cardHits } from '../../utils/sellasist/panel/self-check';
import { onUrlChange } from '../../utils/sellasist/panel/url-change';
import { whenReady } from '../../utils/sellasist/panel/wait';

/** What the place tells the view. */
export interface Situation extends Card {
  readonly floating: boolean;
}

export interface Mount {
  readonly window: Window;
  /** What is known of the page besides its path. */
  readonly layout: Pick<PageLayout, 'taught'>;
  /** Draws into the root; returns what takes the drawing away. */
  readonly render: (root: ShadowRoot, situation: Situation) => () => void;
  /** Told how the page looked, once the controls stand. */
  readonly report: (report: PageReport) => void;
  readonly signal: AbortSignal;
}

/**
 * Puts the controls of the card in the address onto it, once, and keeps them there until the signal or until the address names
 * something else; what the person opens next is then asked for by the sentinel anew.
 */
export function mountCard({ window, layout: { taught }, render, report, signal }: Mount): void {
  const { document } = window;
  const page = cardPageOf(window.location, taught);
  if (page === null || signal.aborted) return;

  const mounted = new AbortController();
  const unmount = (): void => mounted.abort();
  const unmountWhenLeft = (): void => {
    const now = cardPageOf(window.location, taught);
    if (now?.kind !== page.kind || now.id !== page.id) unmount();
  };

  const place = taught?.place ?? null;
  const { host, root } = createHost(document, 'order', dataOf(page));
  for (const left of otherHosts(document, host, 'order')) left.remove();
  let evictCopies = copyEvictor(document, host, 'order');

  let shown: Situation | null = null;
  let undraw: (() => void) | null = null;
  const draw = (floating: boolean): void => {
    // What the page said of itself once it does not take back by being drawn anew.
    const card = cardOn(document, page) ?? shown;
    if (card === null) return;
    const situation: Situation = { ...card, floating };
    if (shown !== null && sameSituation(shown, situation)) return;
    undraw?.();
    shown = situation;
    undraw = render(root, situation);
  };

  signal.addEventListener('abort', unmount, { signal: mounted.signal });
  onUrlChange(window, unmountWhenLeft, mounted.signal);
  mounted.signal.addEventListener('abort', () => {
    undraw?.();
    host.remove();
  });
  const stand = (): void =>
    keepPlace({
      document,
      host,
      find: () => findAnchor(document, page.kind, place),
      isSuitable,
      now: () => window.performance.now(),
      onStand: (spot) => {
        // A page that draws itself anew out of its own markup makes a copy each time, and is no page that fights.
        evictCopies = copyEvictor(document, host, 'order');
        draw(spot === null);
        report({
          kind: page.kind,
          place: spot === null ? 'floating' : spot.rung === 0 ? 'taught' : 'own',
          missed: spot === null || (place !== null && spot.rung !== 0),
          rows: null,
          left: 0,
          hits: cardHits(document),
        });
      },
      onChange: () => {
        unmountWhenLeft();
        if (mounted.signal.aborted) return;
        evictCopies();
        if (shown !== null) draw(shown.floating);
      },
      signal: mounted.signal,
    });
  whenReady(document, () => cardOn(document, page) !== null, stand, mounted.signal);
}

function dataOf({ kind, id }: { readonly kind: Card['kind']; readonly id: string }): Readonly<Record<string, string>> {
  switch (kind) {
    case 'order-card':
      return { orderId: id };
    case 'document-card':
      return { documentId: id };
    case 'return-card':
      return { returnId: id };
    default:
      return kind satisfies never;
  }
}

function sameSituation(one: Situation, other: Situation): boolean {
  return (
    one.orderId === other.orderId &&
    one.ownKey === other.ownKey &&
    one.headingId === other.headingId &&
    one.number === other.number &&
    one.floating === other.floating
  );
}
