/** The month that a person is likely to close. */
import type { IsoDate } from '../../../utils/invoice/document';
import type { YearMonth } from '../../../utils/invoice/month-end/types';
import { monthOf } from '../unsent/periods';

/** Until that day it is the month before that is being closed. */
const LAST_DAY_OF_CLOSING = '10';
const YEARS = 6;

export const likelyMonth = (today: IsoDate): YearMonth =>
  monthOf(today, today.slice(8) <= LAST_DAY_OF_CLOSING ? 1 : 0).from.slice(0, 7);

/** This year first. */
export const yearsUntil = (today: IsoDate): readonly string[] => {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: YEARS }, (_, back) => String(year - back));
};
