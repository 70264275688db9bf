/** Draws the region into its shadow root. Nothing outside of the root is touched, and no file has to be reachable by the page. */
import { render } from 'preact';
import type { Ask, WatchOrder } from '../ask';
import tokens from '../tokens.css?inline';
import type { CardProps } from './card';
import { OrderContext, type OrderSurroundings } from './context';
import { FloatingRegion } from './floating-region';
import { createModel } from './model';
import styles from './order.css?inline';
import { OrderRegion } from './order-region';
import { isDarkBehind } from './scheme';
import { keepInside, style } from './shadow';

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

  style(root, [tokens, styles]);
  const place = document.createElement('div');
  place.className = isDarkBehind(root.host, (element) => window.getComputedStyle(element)) ? 'mostek dark' : 'mostek';
  root.append(place);
  const letGo = keepInside(root);

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
  };
  render(
    <OrderContext.Provider value={surroundings}>
      {props.floating ? <FloatingRegion /> : <OrderRegion />}
    </OrderContext.Provider>,
    place,
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
    render(null, place);
    place.remove();
    letGo();
  };
};
