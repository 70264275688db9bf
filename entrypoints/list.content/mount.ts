import type { Ask, WatchOrder } from '../../components/ask';
import type { ListSituation } from '../../components/list/situation';
import { isDarkBehind } from '../../components/region/scheme';
import type { PageLayout } from '../../utils/messages';
import { isSuitable } from '../../utils/sellasist/panel/anchor';
import { showsNumber } from '../../utils/sellasist/panel/document-text';
import { copyEvictor, createHost, otherHosts } from '../../utils/sellasist/panel/host';
import { findListAnchor, type ListAnchor } from '../../utils/sellasist/panel/list-anchor';
import { isConfirmed, listPageOf } from '../../utils/sellasist/panel/list-page';
import { type ListRead, readList } from '../../utils/sellasist/panel/list-rows';
import { keepPlace } from '../../utils/sellasist/panel/place';
import { listHits } from '../../utils/sellasist/panel/self-check';
import { onUrlChange } from '../../utils/sellasist/panel/url-change';
import { whenReady } from '../../utils/sellasist/panel/wait';
import { createBadges } from './badges';
import { oneLine } from './one-line';
import { pickedRows } from './picked';
import { roomBelow } from './room';
import { knownStates } from './row-states';

export interface Mount {
  readonly window: Window;
  /** What is known of the page besides its path. */
  readonly layout: Pick<PageLayout, 'taught'>;
  readonly ask: Ask;
  readonly watch: WatchOrder;
  /** Draws the bar into the root; returns what takes the drawing away. */
  readonly render: (root: ShadowRoot, situation: ListSituation) => () => void;
  readonly signal: AbortSignal;
}

/**
 * Puts the bar for the ticked rows onto a list, once, and a state into each row, and keeps them there while the panel pages, until
 * the signal or until the address names something else.
 */
export function mountList({ window, layout: { taught }, ask, watch, render, signal }: Mount): void {
  const { document } = window;
  const page = listPageOf(window.location, taught);
  if (page === null || signal.aborted) return;

  const mounted = new AbortController();
  const unmount = (): void => mounted.abort();
  const unmountWhenLeft = (): void => {
    const now = listPageOf(window.location, taught);
    if (now?.kind !== page.kind || now.path !== page.path) unmount();
  };

  const place = taught?.place ?? null;
  const { host, root } = createHost(document, 'list');
  for (const left of otherHosts(document, host, 'list')) left.remove();
  let evictCopies = copyEvictor(document, host, 'list');

  const together = oneLine(watch);
  const badges = createBadges(document);
  const { picked, of: pickFrom } = pickedRows(document, mounted.signal);
  const states = knownStates(
    (ids) => ask('rows', ids),
    () => showStates(),
  );
  let read: ListRead = { rows: [], left: 0 };
  const showStates = (): void => badges.show(read.rows, states.of, states.language());
  const lookAtRows = (): void => {
    read = readList(document, page.kind, page.path);
    pickFrom(read.rows);
    states.want(read.rows);
    if (states.areKnown()) showStates();
  };

  const rowShows = (id: string, number: string): boolean =>
    read.rows.every(({ row, documentId }) => documentId !== id || showsNumber(row, number));

  /** In a turn of its own: the person waits for the bar, and nobody for this. */
  const tellSoon = (spot: ListAnchor | null): void => {
    const telling = window.setTimeout(() => {
      void ask('seen', {
        kind: page.kind === 'orders' ? 'order-list' : 'document-list',
        path: page.path,
        place: spot === null ? 'floating' : spot.rung === 0 ? 'taught' : 'own',
        missed: spot === null || (place !== null && spot.rung !== 0),
        rows: read.rows.length,
        left: read.left,
        hits: listHits(document),
      });
    });
    mounted.signal.addEventListener('abort', () => window.clearTimeout(telling), { once: true });
  };

  const makeRoom = (): void => {
    const room = roomBelow(window, mounted.signal);
    const unwatch = picked.subscribe((rows) => {
      if (rows.length > 0) room.give();
    });
    mounted.signal.addEventListener('abort', unwatch);
  };

  let floats: boolean | null = null;
  let undraw: (() => void) | null = null;
  /** Asked before anything of ours stands on the page: then the browser knows it already, and need not work out the page's look for us. */
  let dark = false;
  const lookAtGround = (ground: Element): void => {
    dark = isDarkBehind(ground, (element) => window.getComputedStyle(element));
  };
  const draw = (floating: boolean): void => {
    if (floats === floating) return;
    undraw?.();
    floats = floating;
    undraw = render(root, { kind: page.kind, picked, rowShows, dark, floating, ask, watch: together });
  };

  signal.addEventListener('abort', unmount, { signal: mounted.signal });
  onUrlChange(window, unmountWhenLeft, mounted.signal);
  mounted.signal.addEventListener('abort', () => {
    states.stop();
    undraw?.();
    host.remove();
    badges.clear();
  });
  // What the page's script ticks by itself is seen before the person presses anything.
  host.addEventListener('pointerenter', () => pickFrom(read.rows));
  host.addEventListener('focusin', () => pickFrom(read.rows));

  const stand = (): void => {
    lookAtRows();
    const unwatch = together(null, states.again);
    mounted.signal.addEventListener('abort', unwatch);
    keepPlace({
      document,
      host,
      find: () => {
        const spot = findListAnchor(document, page.kind, place);
        if (spot !== null && floats !== false) lookAtGround(groundOf(spot));
        return spot;
      },
      isSuitable,
      now: () => window.performance.now(),
      onStand: (spot) => {
        // A page that draws itself anew out of its own markup makes a copy each time, and is no page that fights.
        evictCopies = copyEvictor(document, host, 'list');
        const isOver = spot !== null && spot.rung !== 0;
        overlay(host, isOver);
        if (isOver && floats === null) makeRoom();
        if (spot === null && floats === null) lookAtGround(document.body);
        draw(spot === null);
        tellSoon(spot);
      },
      onChange: () => {
        unmountWhenLeft();
        if (mounted.signal.aborted) return;
        evictCopies();
        lookAtRows();
      },
      signal: mounted.signal,
    });
  };
  whenReady(document, () => isConfirmed(document, page), stand, mounted.signal);
}

/**
 * Where we chose the place the bar lies over the foot of the window: the list stays where it was, before the bar came and when it
 * grows. Where the person chose it, it stands in the page.
 */
const OVERLAY = [
  'position: fixed',
  'inset-block-end: 12px',
  'inset-inline: 0',
  'margin-inline: auto',
  'inline-size: min(60rem, calc(100% - 32px))',
  'z-index: 50',
  'filter: drop-shadow(0 4px 12px rgb(20 32 44 / 25%))',
].join(';');

/** At once: each property by itself has the browser begin anew. */
function overlay(host: HTMLElement, isOver: boolean): void {
  host.style.cssText = isOver ? OVERLAY : '';
}

/** What the bar will stand on. */
function groundOf({ element, position }: ListAnchor): Element {
  const isInto = position === 'prepend' || position === 'append';
  return isInto ? element : (element.parentElement ?? element);
}
