/** Draws the bar of a list into its shadow root. Nothing outside of the root is touched, and no file has to be reachable by the page. */
import { render } from 'preact';
import { Button } from '../region/button';
import { Floating } from '../region/floating';
import { placeIn } from '../region/place';
import region from '../region/region.css?inline';
import tokens from '../tokens.css?inline';
import { ListContext, type ListSurroundings, useList } from './context';
import list from './list.css?inline';
import { ListRegion } from './list-region';
import { createListModel } from './model';
import type { ListSituation } from './situation';

/** Returns what takes the bar away again. */
export const renderList = (root: ShadowRoot, situation: ListSituation): (() => void) => {
  const document = root.ownerDocument;
  const window = document.defaultView;
  if (window === null) return () => {};

  const place = placeIn(root, [tokens, region, list], situation.dark);
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
    place.element,
  );

  // What keeps it from working is mended in another tab (the settings); whoever comes back finds it heeded.
  const onVisible = (): void => {
    if (!document.hidden) void model.read();
  };
  document.addEventListener('visibilitychange', onVisible);

  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    model.stop();
    render(null, place.element);
    place.remove();
  };
};

/** A page without a place has mostly no rows that could be read either (sellasist-panel 5.2). */
const FromApi = () => {
  const { model, kind, texts } = useList();
  if (kind !== 'documents') return null;
  return <Button onPress={model.openUnsent}>{texts.fromApi}</Button>;
};

const FloatingList = () => {
  const { texts } = useList();
  return (
    <Floating name={texts.floating}>
      <ListRegion>
        <FromApi />
      </ListRegion>
    </Floating>
  );
};
