/** Draws the region into its shadow root. Nothing outside of the root is touched, and no file has to be reachable by the page. */
import { render } from 'preact';
import type { Ask, WatchOrder } from '../ask';
import { Floating } from '../region/floating';
import { placeIn } from '../region/place';
import region from '../region/region.css?inline';
import repair from '../repair/repair.css?inline';
import tokens from '../tokens.css?inline';
import type { CardProps } from './card';
import { OrderContext, type OrderSurroundings, useOrder } from './context';
import correction from './correction.css?inline';
import { createModel } from './model';
import documents from './order.css?inline';
import { OrderRegion } from './order-region';
import preview from './preview.css?inline';

/** Whoever names no card means an order's. */
type AnyCard = Pick<CardProps, 'orderId' | 'headingId'> & Partial<CardProps>;
const ORDER_CARD: Omit<CardProps, 'orderId' | 'headingId'> = {
  kind: 'order-card',
  ownKey: null,
  numberOnPage: () => ({ agrees: true }),
};

export interface OrderProps extends AnyCard {
  readonly ask: Ask;
  readonly watch: WatchOrder;
  /** There is no place on the card: a button in the corner opens the region. */
  readonly floating: boolean;
  readonly saveFile: (name: string, bytes: Uint8Array) => void;
  readonly unsavedAddress: () => boolean;
}

/** Returns what takes the region away again. */
export const renderOrder = (root: ShadowRoot, props: OrderProps): (() => void) => {
  const document = root.ownerDocument;
  const window = document.defaultView;
  if (window === null) return () => {};

  const place = placeIn(root, [tokens, region, documents, preview, correction, repair]);
  const model = createModel({ ...ORDER_CARD, ...props, now: () => Date.now() });
  const surroundings: OrderSurroundings = {
    model,
    clock: {
      now: () => Date.now(),
      every: (ms, run) => {
        const timer = window.setInterval(run, ms);
        return () => window.clearInterval(timer);
      },
    },
    reload: () => window.location.reload(),
    copy: (text) => window.navigator.clipboard.writeText(text),
  };
  render(
    <OrderContext.Provider value={surroundings}>
      {props.floating ? <FloatingOrder /> : <OrderRegion />}
    </OrderContext.Provider>,
    place.element,
  );

  // What keeps it from working is mended in another tab (the settings, the panel); whoever comes back finds it heeded.
  const onVisible = (): void => {
    const view = model.view.peek();
    const isHindered = model.trouble.peek() !== null || view?.mode !== 'ready' || view.problem !== null;
    if (!document.hidden && isHindered) void model.read(false);
  };
  document.addEventListener('visibilitychange', onVisible);

  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    model.stop();
    render(null, place.element);
    place.remove();
  };
};

const FloatingOrder = () => {
  const { model, texts } = useOrder();
  return (
    <Floating name={texts.region} keepsOpen={() => model.dialog.peek() !== null}>
      <OrderRegion />
    </Floating>
  );
};
