/** What bulk work plans by: a document of many is begun only when all its requests fit, so that none is begun twice. */
import type { LimitRule } from './rules';
import { freeAt, type LimitWindow, roomAt } from './window';

/** As things were when it was asked for; what was begun since and has not gone out yet is not in it. */
export interface BulkRoom {
  /** How many requests may go out at once. */
  readonly now: number;
  /**
   * The first moment (epoch milliseconds) at which so many may go out at once, if nobody else asks anything. More than a minute
   * ever holds have to go out in parts: for them it is the moment at which all that fit do.
   */
  at(count: number): number;
}

/** @param window settled at `now`. */
export function bulkRoom(window: LimitWindow, rule: LimitRule, now: number): BulkRoom {
  return { now: roomAt(window, rule, 'bulk', now), at: (count) => freeAt(window, rule, 'bulk', count, now) };
}
