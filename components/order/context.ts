/** What every part of the region needs, and what of the browser it may use. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../utils/messages';
import { ORDER_TEXTS, type OrderTexts } from '../../utils/texts/order';
import type { OrderModel } from './model';

export interface Clock {
  readonly now: () => number;
  /** Runs again and again until the returned function is called. */
  readonly every: (ms: number, run: () => void) => () => void;
}

export interface OrderSurroundings {
  readonly model: OrderModel;
  readonly clock: Clock;
  readonly reload: () => void;
  /** Into the clipboard; rejects where the browser does not let it. */
  readonly copy: (text: string) => Promise<void>;
}

export const OrderContext = createContext<OrderSurroundings | null>(null);

export const useOrder = (): OrderSurroundings & { readonly language: Language; readonly texts: OrderTexts } => {
  const surroundings = useContext(OrderContext);
  if (surroundings === null) throw new Error('useOrder: outside of OrderContext');
  const language = surroundings.model.language.value;
  return { ...surroundings, language, texts: ORDER_TEXTS[language] };
};
