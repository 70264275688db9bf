/** Reading the order's state, one request at a time: what is asked for meanwhile is asked once more afterwards. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { OrderView } from '../../utils/messages';
import type { Answer } from '../ask';

export interface Reader {
  readonly reading: ReadonlySignal<boolean>;
  read(fresh: boolean): Promise<void>;
  /** Something newer than any reading under way has been shown: such a reading is put aside and done again. */
  overtake(): void;
}

export const createReader = (
  ask: (fresh: boolean) => Promise<Answer<OrderView>>,
  hear: (answer: Answer<OrderView>) => void,
): Reader => {
  const reading = signal<boolean>(false);
  let next: { readonly fresh: boolean } | null = null;
  let isOvertaken = false;

  const read = async (fresh: boolean): Promise<void> => {
    if (reading.peek()) {
      next = { fresh: fresh || next?.fresh === true };
      return;
    }
    let now: { readonly fresh: boolean } | null = { fresh };
    reading.value = true;
    while (now !== null) {
      isOvertaken = false;
      const answer = await ask(now.fresh);
      if (isOvertaken && answer.ok) next ??= { fresh: false };
      else hear(answer);
      now = next;
      next = null;
    }
    reading.value = false;
  };

  return {
    reading,
    read,
    overtake() {
      isOvertaken = true;
    },
  };
};
