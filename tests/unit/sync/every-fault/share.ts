/**
 * Which pairs `npm test` keeps of all there are. With `MOSTEK_PAIRS` (how many pairs of two faults) set, none is left out, as in
 * `npm run reliability -- --only every-fault`.
 */
import { type Fault, faultsOf, oneOfEach } from './faults.ts';
import type { Length } from './promise.ts';
import type { WayRequest } from './requests.ts';
import type { Way } from './ways.ts';

const { MOSTEK_PAIRS } = process.env;
export const IS_WHOLE = MOSTEK_PAIRS !== undefined;
/** Of two faults. */
export const RANDOM_PAIRS = Number(MOSTEK_PAIRS ?? 300);
/** The same ones each time. */
export const SEED = IS_WHOLE ? undefined : 2026;

/** Of requests that come again and again at one place, so many from the first on, and the last one. */
const FIRST_OF_MANY = 2;

export function sharedRequests(way: Way, all: readonly WayRequest[]): readonly WayRequest[] {
  // What is as in another way is tried there, all of it.
  const own = all.filter(({ place }) => way.tries(place) !== 'none');
  if (IS_WHOLE) return own;
  const isLast = ({ place }: WayRequest, at: number): boolean =>
    own.findLastIndex((each) => each.place === place) === at;
  return own.filter((request, at) => request.again < FIRST_OF_MANY || isLast(request, at));
}

/** @param turn another one with each request, so that faults that mean the same take turns. */
export function sharedFaults(way: Way, request: WayRequest, turn: number, length: Length): readonly Fault[] {
  const all = faultsOf(request.service, request.changes);
  if (IS_WHOLE) return all;
  const isAtHome = request.again === 0 && way.tries(request.place) === 'every';
  switch (length) {
    case 'once':
      return isAtHome ? all : oneOfEach(all, turn);
    case 'lasting':
      // From the second one on it begins as it goes on after the first.
      return isAtHome ? oneOfEach(all, turn) : [];
    default:
      return length satisfies never;
  }
}
