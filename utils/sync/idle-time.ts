/** How long nobody has done anything, and how long the keys may still lie open for it. */
import { fact } from '../store/facts';
import type { Store } from '../store/open';
import type { SessionArea } from '../store/session';
import type { Clock } from './clock';

export interface IdleTimeTools {
  readonly store: Pick<Store, 'vault' | 'facts'>;
  readonly clock: Clock;
  /** When a person last did something, in epoch milliseconds; it outlives the worker and ends with the browser. */
  readonly lastUse: SessionArea;
  /** Makes the browser ring for the lock. Epoch milliseconds; null: never. */
  readonly lockAt: (moment: number | null) => void;
}

export interface IdleTime {
  /** A person did something. */
  used(): Promise<void>;
  /** In milliseconds; null: as long as the browser runs, or the keys do not lie open at all. */
  left(): Promise<number | null>;
  /** @param left in milliseconds. */
  ringIn(left: number): void;
  /** There is nothing to lock any more. */
  stop(): Promise<void>;
}

/** Minutes. Not stored: only when the browser ends. */
export const AUTO_LOCK = fact<number | null>('auto-lock', 1);
export const MINUTE = 60_000;

export function idleTime({ store, clock, lastUse, lockAt }: IdleTimeTools): IdleTime {
  const { vault, facts } = store;

  /** How often there was nothing to lock any more: whoever began to look before that notes nothing, and rings for nothing. */
  let stops = 0;

  /** Looks each minute: an alarm goes by the wall clock, and one that is hours away is as many hours late when that is set back. */
  function ringIn(left: number): void {
    lockAt(clock.now() + Math.min(left, MINUTE));
  }

  async function used(): Promise<void> {
    const before = stops;
    if ((await vault.state()) !== 'unlocked') return;
    const minutes = await facts.get(AUTO_LOCK);
    if (stops !== before) return;
    if (minutes === null) lockAt(null);
    else ringIn(minutes * MINUTE);
    await lastUse.set(String(clock.now()));
  }

  return {
    used,
    ringIn,

    async left() {
      const before = stops;
      if ((await vault.state()) !== 'unlocked') return null;
      const minutes = await facts.get(AUTO_LOCK);
      if (minutes === null) return null;
      const noted = await lastUse.get();
      if (stops !== before) return null;
      if (noted === null) {
        // A worker that died as soon as it had unlocked them.
        await used();
        return minutes * MINUTE;
      }
      const [now, last] = [clock.now(), Number(noted)];
      // The clock was set back, and nobody knows how long ago that was. Seconds are a clock that was put right.
      if (last > now + MINUTE) return 0;
      return Math.max(0, Math.min(last, now) + minutes * MINUTE - now);
    },

    async stop() {
      stops += 1;
      await lastUse.clear();
      lockAt(null);
    },
  };
}
