import { setTimeout as wait } from 'node:timers/promises';
import type { Card } from './card.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Placed, Shops } from './shops.ts';

const LOOK_MS = 100;

/**
 * The card's state when the document is sent, when it is booked or filed twice, which nothing mends, when `isEnough`, or when so much time is over.
 */
export async function stateAtRest(
  shops: Shops,
  card: Card,
  placed: Placed,
  ms: number,
  isEnough: (state: string, outcome: Outcome) => boolean = () => false,
): Promise<string> {
  const end = Date.now() + ms;
  for (;;) {
    const state = await card.state();
    const outcome = outcomeOf(shops, placed);
    const isOver = state.startsWith('Wysłano') || outcome.invoices > 1 || outcome.files > 1 || Date.now() > end;
    if (isOver || isEnough(state, outcome)) return state;
    await wait(LOOK_MS);
  }
}
