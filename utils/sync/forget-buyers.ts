/**
 * Takes what names the buyer out of transfers 90 days after they came to their end (design 8), a little at a time and never while
 * something is sent. How far it has come is remembered, so that nothing is looked at twice.
 */
import { fact } from '../store/facts';
import type { Store } from '../store/open';
import type { Clock } from './clock';

const KEPT_MS = 90 * 86_400_000;
const EVERY_MS = 6 * 3_600_000;
/** At once; a transaction of so many takes some milliseconds. */
const CHUNK = 200;
/** Between two chunks, for whoever else wants to write. */
const PAUSE_MS = 50;

/** Up to which `recency` there is nothing left to forget. */
const FORGOTTEN = fact<number>('buyers-forgotten', 1);

export interface ForgetfulTools {
  readonly store: Pick<Store, 'buyers' | 'facts'>;
  readonly clock: Clock;
  readonly isWorking: () => boolean;
  /** Told of an error that nobody waits for. */
  readonly failed: (error: unknown) => void;
}

/** @returns looks whether there is something to forget; does nothing when it did so a short while ago. */
export function createForgetful({ store, clock, isWorking, failed }: ForgetfulTools): () => void {
  let isAtIt = false;
  let due = 0;

  async function forget(): Promise<void> {
    const until = clock.now() - KEPT_MS;
    let after = (await store.facts.get(FORGOTTEN)) ?? 0;
    for (let isFirst = true; !isWorking(); isFirst = false) {
      if (!isFirst) await clock.sleep(PAUSE_MS);
      const done = await store.buyers.forgetBuyers(after, until, CHUNK);
      // The disk is full: another time.
      if (done === null) return;
      if (done.upTo === null) break;
      after = done.upTo;
      await store.facts.set(FORGOTTEN, after);
    }
    due = clock.now() + EVERY_MS;
  }

  return () => {
    if (isAtIt || isWorking() || clock.now() < due) return;
    isAtIt = true;
    forget()
      .catch(failed)
      .finally(() => {
        isAtIt = false;
      });
  };
}
