/** Draws the bar of a list into its shadow root. Nothing outside of the root is touched, and no file has to be reachable by the page. */
import { render } from 'preact';
import styles from '../order/order.css?inline';
import { keepInside, style } from '../order/shadow';
import tokens from '../tokens.css?inline';
import { ListContext, type ListSurroundings } from './context';
import { FloatingList } from './floating-list';
import own from './list.css?inline';
import { ListRegion } from './list-region';
import { createListModel } from './model';
import type { ListSituation } from './situation';

/** Returns what takes the bar away again. */
export const renderList = (root: ShadowRoot, situation: ListSituation): (() => void) => {
  const document = root.ownerDocument;
  const window = document.defaultView;
  if (window === null) return () => {};

  style(root, [tokens, styles, own]);
  const place = document.createElement('div');
  place.className = situation.dark ? 'mostek dark' : 'mostek';
  root.append(place);
  const letGo = keepInside(root);

  const { kind, picked, rowShows, floating, ask, watch } = situation;
  const model = createListModel({
    panel: null,
    picked,
    rowShows,
    ask,
    watch,
    later: (ms, run) => {
      const timer = window.setTimeout(run, ms);
      return () => window.clearTimeout(timer);
    },
  });
  const surroundings: ListSurroundings = { model, kind, now: () => Date.now(), reload: () => window.location.reload() };
  render(
    <ListContext.Provider value={surroundings}>{floating ? <FloatingList /> : <ListRegion />}</ListContext.Provider>,
    place,
  );

  // What keeps it from working is mended in another tab (the settings); whoever comes back finds it heeded.
  const onVisible = (): void => {
    if (!document.hidden) void model.read();
  };
  document.addEventListener('visibilitychange', onVisible);

  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    model.stop();
    render(null, place);
    place.remove();
    letGo();
  };
};
