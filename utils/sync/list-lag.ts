/**
 * How long iFirma's list has been seen to lag behind the books of a login. Nobody documents it; what was seen once is reckoned with
 * from then on, because absence is concluded from this list.
 */
import { fact } from '../store/facts';
import type { Store } from '../store/open';
import { ABSENCE_MS } from './backoff';

const lagOf = (login: string) => fact<number>(`list-lag:${login}`, 1);
/** A longer one is a clock that jumped. */
const LONGEST_MS = 12 * 3_600_000;

/** Our own invoice was not in the list so long after it was booked (milliseconds). */
export async function noteLag({ facts }: Pick<Store, 'facts'>, login: string, ms: number): Promise<void> {
  const lag = Math.min(ms, LONGEST_MS);
  if (lag > ((await facts.get(lagOf(login))) ?? 0)) await facts.set(lagOf(login), lag);
}

/** How long after a POST its absence from the list may count (design: never twice), in milliseconds. */
export async function absenceAfter({ facts }: Pick<Store, 'facts'>, login: string): Promise<number> {
  return Math.max(ABSENCE_MS, 2 * ((await facts.get(lagOf(login))) ?? 0));
}
