/**
 * What is kept of one user's requests, and what follows from it for the next ones. Pure; moments are epoch milliseconds.
 *
 * A window of the last requests' moments rather than a bucket of tokens: a full bucket that refills lets twice its size
 * through in one minute, a window never does, and it leaves no gaps either.
 *
 * Whose requests they were is not kept: bulk work goes out only where the whole window, people's requests among them, is below
 * its share. So it never fills up more than that share, and the reserve is there again as soon as people have used it.
 */
import { type LimitRule, mostOf, type Pace } from './rules';

export interface LimitWindow {
  /** Moments of the last minute's requests, oldest first: when each was answered, or left if it is on its way. */
  readonly recent: readonly number[];
  /** Start of the day (24 hours) that `today` counts. */
  readonly dayFrom: number;
  readonly today: number;
  /** Nothing goes out before (`Retry-After`). */
  readonly closedUntil: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

export const EMPTY_WINDOW: LimitWindow = { recent: [], dayFrom: 0, today: 0, closedUntil: 0 };

export function usedAt(window: LimitWindow, at: number): { readonly minute: number; readonly day: number } {
  return {
    minute: window.recent.filter((moment) => moment > at - MINUTE).length,
    day: at < window.dayFrom + DAY ? window.today : 0,
  };
}

/** How many requests of a pace may go out at a moment, if none goes out before. */
export function roomAt(window: LimitWindow, rule: LimitRule, pace: Pace, at: number): number {
  if (at < window.closedUntil) return 0;
  const most = mostOf(rule, pace);
  const used = usedAt(window, at);
  return Math.max(0, Math.min(most.perMinute - used.minute, most.perDay - used.day));
}

/**
 * The first moment from `now` on at which so many requests of a pace may go out, if none goes out before. More than ever fit at
 * once have to come in parts: for them it is the moment at which all that fit do.
 *
 * @param window settled at `now`.
 */
export function freeAt(window: LimitWindow, rule: LimitRule, pace: Pace, count: number, now: number): number {
  const most = mostOf(rule, pace);
  const wanted = Math.min(count, most.perMinute, most.perDay);
  const inTheWay = window.recent.at(-(most.perMinute - wanted + 1));
  const dayEnds = window.dayFrom + DAY;
  const isDayFull = now < dayEnds && window.today + wanted > most.perDay;
  return Math.max(now, window.closedUntil, inTheWay === undefined ? now : inTheWay + MINUTE, isDayFull ? dayEnds : now);
}

/** One more is about to leave. */
export function taken(window: LimitWindow, now: number): LimitWindow {
  const isNewDay = now >= window.dayFrom + DAY;
  return {
    ...window,
    recent: [...window.recent.filter((moment) => moment > now - MINUTE), now],
    dayFrom: isNewDay ? now : window.dayFrom,
    today: isNewDay ? 1 : window.today + 1,
  };
}

/**
 * The service has seen it some time between its leaving and now. Counted from now on, or a slow answer before a quick one
 * would put more into a minute of the service than into one of ours.
 */
export function answered(window: LimitWindow, sentAt: number, now: number): LimitWindow {
  const place = window.recent.indexOf(sentAt);
  if (place < 0 || now <= sentAt) return window;
  return { ...window, recent: [...window.recent.filter((_, index) => index !== place), now] };
}

/** The service wants to be left alone until then, unless it has said a later moment before. */
export function closed(window: LimitWindow, until: number): LimitWindow {
  return { ...window, closedUntil: Math.max(window.closedUntil, until) };
}

/**
 * A clock that was set back leaves moments in the future. They count as now, or everybody would wait for them to come; and no
 * service is left alone for more than a day, because a longer wait is nearly always such a clock, and asking once too early costs
 * nothing but a refusal.
 */
export function settled(window: LimitWindow, now: number): LimitWindow {
  const { recent, dayFrom, closedUntil } = window;
  if (dayFrom <= now && closedUntil <= now + DAY && recent.every((moment) => moment <= now)) return window;
  return {
    ...window,
    recent: recent.map((moment) => Math.min(moment, now)),
    dayFrom: Math.min(dayFrom, now),
    closedUntil: Math.min(closedUntil, now + DAY),
  };
}
