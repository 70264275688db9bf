/**
 * Takes the oldest entries of the log away, a little at a time and never while something is sent: whoever sends waits for no more than
 * the one small transaction that has begun. Nothing is remembered but when it was last done, so a worker that dies on the way has only
 * left some of it to the next.
 */
import { fact } from '../../store/facts';
import type { Store } from '../../store/open';
import type { Clock } from '../clock';
import { retentionOf } from './retention';

export interface PruneTools {
  readonly store: Pick<Store, 'log' | 'facts'>;
  readonly clock: Clock;
  readonly isWorking: () => boolean;
  /** Told of an error that nobody waits for. */
  readonly failed: (error: unknown) => void;
}

export interface Pruner {
  /** Something has just come to its end. Does nothing when it was done within the hour. */
  look(): void;
  /** What is too old, or too much, has changed: the next look does not wait for the hour. */
  again(): void;
}

/** When all of it was last looked through. Epoch milliseconds. */
const PRUNED = fact<number>('log-pruned', 1);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** At once; a transaction of so many takes some milliseconds. */
const CHUNK = 500;
/** Between two chunks, for whoever else wants to write. */
const PAUSE_MS = 50;

export function createPruner({ store, clock, isWorking, failed }: PruneTools): Pruner {
  let isAtIt = false;
  /** Epoch milliseconds; -∞: this worker does not know. */
  let due = Number.NEGATIVE_INFINITY;

  async function prune(): Promise<void> {
    const now = clock.now();
    const last = await store.facts.get(PRUNED);
    // A worker that starts every minute is no reason to look every minute. Where the clock was set back, it is done once too often.
    if (due === Number.NEGATIVE_INFINITY && last !== null && last <= now && now - last < HOUR) {
      due = last + HOUR;
      return;
    }
    const count = await store.log.count();
    if (!(await removeAll(now, count))) return;
    due = now + HOUR;
    // Of a log with nothing in it nothing is remembered: where everything was wiped nothing is written by itself.
    if (count > 0) await store.facts.set(PRUNED, now);
  }

  /** false: it is to be gone on with later. */
  async function removeAll(now: number, count: number): Promise<boolean> {
    if (count === 0) return true;
    const { days, entries } = await retentionOf(store);
    const before = days === null ? null : now - days * DAY;
    let excess = entries === null ? 0 : count - entries;
    for (let isFirst = true; ; isFirst = false) {
      if (!isFirst) await clock.sleep(PAUSE_MS);
      if (isWorking()) return false;
      const done = await store.log.removeOldest({ before, atLeast: Math.max(0, excess), most: CHUNK });
      if (!done.ok) return false;
      if (done.removed < CHUNK) return true;
      excess -= done.removed;
    }
  }

  async function look(): Promise<void> {
    if (isAtIt || isWorking() || clock.now() < due) return;
    isAtIt = true;
    try {
      await prune();
    } finally {
      isAtIt = false;
    }
  }

  return {
    look() {
      look().catch(failed);
    },
    again() {
      due = 0;
    },
  };
}
