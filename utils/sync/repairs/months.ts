/** iFirma's accounting month, and the way from it to the month of a sale (ifirma-api 6.6). */
import type { IsoDate } from '../../invoice/document';
import type { Account } from '../../invoice/settings';
import type { MonthPlan } from '../../messages';
import type { EngineTools } from '../context';

export interface Months {
  /** What can be done so that a sale of this day fits. It only reads. */
  plan(account: Account, sale: IsoDate): Promise<MonthPlan>;
}

export function createMonths({ servicesOf }: Pick<EngineTools, 'servicesOf'>): Months {
  return {
    async plan(account, sale) {
      const to = sale.slice(0, 7);
      const answer = await servicesOf(account).ifirma.month();
      if (!answer.ok) return answer.problem.kind === 'key-missing' ? { kind: 'no-key', to } : { kind: 'unknown', to };
      const from = `${answer.value.year}-${answer.value.month.padStart(2, '0')}`;
      if (from === to) return { kind: 'right' };
      return from.slice(0, 4) === to.slice(0, 4) ? { kind: 'move', from, to } : { kind: 'other-year', from, to };
    },
  };
}
