/** Calendar dates in Europe/Warsaw as `YYYY-MM-DD`: they compare as text, and no clock's zone ever moves them. */
import type { IsoDate } from './document';

const WARSAW = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Warsaw',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date in Poland at an instant (epoch milliseconds). At 23:30 UTC in summer it is tomorrow there. */
export function warsawDate(instant: number): IsoDate {
  return WARSAW.format(instant);
}

/** Whether a text is a date that exists (`2026-02-30` does not). */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && shiftedBy(text, 0) === text;
}

/** The date `days` later (negative: earlier). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return shiftedBy(date, days);
}

/** The 15th of the month after the date's. */
export function midNextMonth(date: IsoDate): IsoDate {
  return `${shiftedBy(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-15`;
}

export function earlierOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

/** `2026-11-22` → `22.11.2026`, as people read it. */
export function polishDate(date: IsoDate): string {
  return isDate(date) ? date.split('-').toReversed().join('.') : date;
}

function shiftedBy(date: IsoDate, days: number): IsoDate {
  // Noon UTC of a calendar date, so that no daylight saving can move it to a neighbour.
  const noon = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)) + days, 12);
  return Number.isNaN(noon) ? '' : new Date(noon).toISOString().slice(0, 10);
}
