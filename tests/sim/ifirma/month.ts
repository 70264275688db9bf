import type { SimResponse } from '../http.ts';
import type { Account } from './account.ts';
import { accepted, badField, jsonAnswer, refused } from './answer.ts';
import { nextMonth, previousMonth } from './dates.ts';
import { judge } from './fields.ts';
import { monthMove } from './request-tables.ts';

/** The accounting month: account-wide, one step a call (ifirma-api 6.6). */
export const readMonth = (account: Account): SimResponse => {
  const { month, year } = account.accountingMonth();
  return jsonAnswer({ response: { MiesiacKsiegowy: month, RokKsiegowy: year } });
};

export const moveMonth = (account: Account, content: unknown): SimResponse => {
  const judged = judge(monthMove, content);
  if (!judged.ok) return refused(judged.refusal);
  const now = account.accountingMonth();
  const then = judged.body.MiesiacKsiegowy === 'NAST' ? nextMonth(now) : previousMonth(now);
  if (then.year !== now.year && judged.body.PrzeniesDaneZPoprzedniegoRoku !== true)
    return refused(badField('PrzeniesDaneZPoprzedniegoRoku', 'musi być zaznaczone przy zmianie roku'));
  account.setAccountingMonth(then);
  return accepted('Miesiąc księgowy został zmieniony.');
};
