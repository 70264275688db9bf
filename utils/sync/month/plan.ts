/** iFirma's accounting month, and the way from it to the month of a sale (ifirma-api 6.6). */
import { isOneYear } from '../../invoice/accounting-month';
import type { IsoDate } from '../../invoice/document';
import type { Account } from '../../invoice/settings';
import type { MonthPlan } from '../../messages';
import type { EngineTools } from '../context';
import { monthSaid } from './said';

export interface Months {
  /** What can be done so that a sale of this day fits. It only reads. */
  plan(account: Account, sale: IsoDate): Promise<MonthPlan>;
}

export function createMonths({ servicesOf }: Pick<EngineTools, 'servicesOf'>): Months {
  return {
    async plan(account, sale) {
      const to = sale.slice(0, 7);
      const said = await monthSaid(servicesOf(account).ifirma);
      if (!said.ok) return said.problem.kind === 'key-missing' ? { kind: 'no-key', to } : { kind: 'unknown', to };
      const from = said.value;
      if (from === to) return { kind: 'right' };
      return isOneYear(from, to) ? { kind: 'move', from, to } : { kind: 'other-year', from, to };
    },
  };
}
