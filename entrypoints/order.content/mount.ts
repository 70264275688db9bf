import { headingContradiction } from '../../utils/sellasist/panel/heading';
import { pageOf } from '../../utils/sellasist/panel/page';
import { onUrlChange } from '../../utils/sellasist/panel/url-change';
import { createHost, otherHosts } from './host';
import { keepPlace } from './place';

/** What the place tells the view. */
export interface Situation {
  readonly orderId: string;
  /** The order that the page's heading speaks of, when it is another one: then nothing may be sent from here. */
  readonly headingId: string | null;
  readonly floating: boolean;
}

export interface Mount {
  readonly window: Window;
  /** Draws into the root; returns what takes the drawing away. */
  readonly render: (root: ShadowRoot, situation: Situation) => () => void;
  readonly signal: AbortSignal;
}

/** A page that keeps making copies of the host may keep them after as many evictions. */
const EVICTIONS = 5;

/**
 * Puts the controls of the order in the address onto its card, once, and keeps them there until the signal or until the
 * address names something else; whoever is on the next order is then asked for by the sentinel anew.
 */
export function mountOrder({ window, render, signal }: Mount): void {
  const { document } = window;
  const page = pageOf(window.location);
  if (page?.kind !== 'order-card' || signal.aborted) return;
  const { orderId } = page;

  const mounted = new AbortController();
  const unmount = (): void => mounted.abort();
  const isHere = (): boolean => {
    const now = pageOf(window.location);
    return now?.kind === 'order-card' && now.orderId === orderId;
  };
  const unmountWhenLeft = (): void => {
    if (!isHere()) unmount();
  };

  const { host, root } = createHost(document, orderId);
  for (const left of otherHosts(document, host)) left.remove();

  let shown: Situation | null = null;
  let undraw: (() => void) | null = null;
  const draw = (floating: boolean): void => {
    const situation: Situation = { orderId, headingId: headingContradiction(document, orderId), floating };
    if (shown?.headingId === situation.headingId && shown.floating === floating) return;
    undraw?.();
    shown = situation;
    undraw = render(root, situation);
  };

  let evictions = 0;
  const evictCopies = (): void => {
    for (const copy of otherHosts(document, host)) {
      if (evictions >= EVICTIONS) return;
      evictions += 1;
      copy.remove();
    }
  };

  signal.addEventListener('abort', unmount, { signal: mounted.signal });
  onUrlChange(window, unmountWhenLeft, mounted.signal);
  mounted.signal.addEventListener('abort', () => {
    undraw?.();
    host.remove();
  });
  keepPlace({
    document,
    host,
    onStand: (standing) => draw(standing === 'floating'),
    onChange: () => {
      unmountWhenLeft();
      if (mounted.signal.aborted) return;
      evictCopies();
      if (shown !== null) draw(shown.floating);
    },
    signal: mounted.signal,
  });
}
