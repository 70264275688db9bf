/**
 * iFirma's clock beside this computer's. A clock that was set forward makes minutes out of seconds, and ten minutes are what proves that
 * an invoice is absent (design: never twice); the answers of iFirma carry its own time, which nobody here can set.
 */
import type { Transport } from '../http/transport';
import type { Clock } from './clock';

export interface ServerClock {
  /** By how much it was ahead of this computer's at its last answer (milliseconds, below 0: behind); null: it has not said. */
  ahead(): number | null;
  /** Listens to what comes through. */
  listening(transport: Transport): Transport;
}

export function serverClock(clock: Pick<Clock, 'now'>): ServerClock {
  let ahead: number | null = null;
  return {
    ahead: () => ahead,
    listening: (transport) => async (request) => {
      const outcome = await transport(request);
      if (outcome.kind === 'answer' && outcome.serverTime !== undefined) ahead = outcome.serverTime - clock.now();
      return outcome;
    },
  };
}

/** A `Date` says whole seconds, and an answer takes its time. */
const TOLERANCE_MS = 5_000;

/**
 * By how much this computer's clock was set forward between two moments, by what `ahead` was then (milliseconds). 0: it was not, or nobody can
 * say. A clock that was set back only makes waiting longer.
 */
export function setForwardBy(then: number | null, now: number | null): number {
  if (then === null || now === null) return 0;
  const by = then - now;
  return by > TOLERANCE_MS ? by : 0;
}
