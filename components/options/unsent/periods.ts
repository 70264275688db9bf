/** The periods that can be chosen, as days of the calendar in Poland. */
import type { IsoDate } from '../../../utils/invoice/document';

export type PeriodName = 'this-month' | 'last-month' | 'between';

export interface Period {
  /** Both included. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** @param now epoch milliseconds. */
export const todayAt = (now: number): IsoDate =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Warsaw',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);

/** @param back whole months before that of the day. */
export const monthOf = (day: IsoDate, back: number): Period => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  // Day 0 of a month is the last one of the month before.
  const at = (monthNow: number, dayNow: number): IsoDate =>
    new Date(Date.UTC(year, monthNow, dayNow, 12)).toISOString().slice(0, 10);
  return { from: at(month - 1 - back, 1), to: at(month - back, 0) };
};

/** null: the days that were typed are none, or the wrong way round. */
export const periodOf = (name: PeriodName, typed: Period, today: IsoDate): Period | null => {
  switch (name) {
    case 'this-month':
      return monthOf(today, 0);
    case 'last-month':
      return monthOf(today, 1);
    case 'between':
      return typed.from !== '' && typed.to !== '' && typed.from <= typed.to ? typed : null;
    default:
      return name satisfies never;
  }
};
