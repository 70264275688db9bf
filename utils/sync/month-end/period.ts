/** A month as days: both are included. */
import { addDays } from '../../invoice/dates';
import type { IsoDate } from '../../invoice/document';
import type { YearMonth } from '../../invoice/month-end/types';

export function daysOf(month: YearMonth): { readonly from: IsoDate; readonly to: IsoDate } {
  const from = `${month}-01`;
  const inNext = addDays(from, 31);
  return { from, to: addDays(`${inNext.slice(0, 7)}-01`, -1) };
}
