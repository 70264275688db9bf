/**
 * What this computer surely wrote last into the state field of an order: the write was answered in time. A text of this computer that
 * is not known here may have landed late, over another computer's claim (`steps/field-standing.ts`).
 */
import type { StateWord } from '../invoice/state-text';
import type { Transfer } from '../invoice/transfer';
import { type Fact, fact } from '../store/facts';
import type { Store } from '../store/open';
import { isBooked } from './steps/field-standing';

type Order = Pick<Transfer, 'panel' | 'orderId'>;

function knownOf({ panel, orderId }: Order): Fact<string> {
  return fact<string>(`field:${panel}/${orderId ?? ''}`, 1);
}

/** Its nonce; null: nothing that is known. */
export function knownField({ facts }: Pick<Store, 'facts'>, order: Order): Promise<string | null> {
  return facts.get(knownOf(order));
}

/** One that could not be stored is not known later: then it is waited for. */
export async function noteField(
  { facts }: Pick<Store, 'facts'>,
  order: Order,
  word: StateWord,
  nonce: string,
): Promise<void> {
  // What is booked stays so, whoever wrote it.
  if (isBooked(word)) await facts.remove(knownOf(order));
  else await facts.set(knownOf(order), nonce);
}
