/**
 * How long the rest of a batch takes, at the pace of its last documents. A document is work in two parts that lie minutes apart, up to
 * its POST and after it, and twenty of the first come before twenty of the second (`bulk/plan.ts`); so what is measured is not documents but
 * requests to the panel, whose limit is the tighter one.
 */
import { CHUNK, TO_BOOK, TO_FINISH } from '../bulk/plan';
import type { Stands } from './standing';

const BOOKED = TO_BOOK.sellasist;
const FINISHED = TO_FINISH.sellasist;

/** Two rounds of posting and finishing: longer, and yesterday's pace counts; shorter, and only one of the two parts is in it. */
const MEASURED = 2 * CHUNK * (BOOKED + FINISHED);
/** Fewer pieces of work say nothing. */
const FEWEST = 5;
/** The limits are counted by the minute: within one, requests go in a burst that tells nothing of the next. */
const SHORTEST_MS = 60_000;

interface Work {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly amount: number;
}

/** @param since when it began, or went on (epoch milliseconds). @returns milliseconds; null: nothing is known of its pace. */
export function timeLeft(stands: readonly Stands[], since: number, now: number): number | null {
  const left = stands.reduce((sum, each) => sum + toCome(each), 0);
  if (left === 0) return null;
  const work = stands
    .flatMap(workOf)
    .filter(({ at }) => at >= since && at <= now)
    .toSorted((one, other) => other.at - one.at);
  if (work.length < FEWEST) return null;
  let done = 0;
  let from = now;
  for (const { at, amount } of work) {
    if (done >= MEASURED) break;
    done += amount;
    from = at;
  }
  // All of it lies in the measured time: that began before the first of it was done.
  const elapsed = now - (done < MEASURED ? since : from);
  return elapsed < SHORTEST_MS ? null : Math.round((left * elapsed) / done);
}

function toCome({ standing, transfer }: Stands): number {
  if (standing === 'waiting') return BOOKED + FINISHED;
  if (standing !== 'under-way') return 0;
  return transfer?.identifier == null ? BOOKED + FINISHED : FINISHED;
}

function workOf({ transfer, standing }: Stands): readonly Work[] {
  if (transfer === null) return [];
  const { post, state, updatedAt } = transfer;
  const booked = post === null ? [] : [{ at: post.beganAt, amount: BOOKED }];
  return state === 'done' && standing !== 'waiting' ? [...booked, { at: updatedAt, amount: FINISHED }] : booked;
}
