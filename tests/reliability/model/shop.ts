/** The shop of a walk: few sales that are easily taken for one another, because equal sums and buyers are what look-ups stumble over. */
import type { Panel } from '../../sim/sellasist/index.ts';

/** What of people must never stand in the log. */
export const PRIVATE = [
  'Hurtownia Poufna',
  'Janina Poufna',
  'Zakryta',
  'poufna@example.com',
  '5260250274',
  '526-025-02-74',
] as const;

/** In a walk an order is spoken of by its place here. */
export const SALES = [
  'without a document, a company',
  'without a document, the same company and sum',
  'without a document, a person, the same sum',
  'with a document, a person, the same sum',
  'with two equal documents, the same company',
  'without a document and without a postcode',
] as const;

const FIRST_ID = 2001;

export function orderIdOf(sale: number): string {
  return String(FIRST_ID + sale);
}

const COMPANY = { company_name: 'Hurtownia Poufna', company_nip: '526-025-02-74', street: 'Zakryta' };
const PERSON = { name: 'Janina', surname: 'Poufna', company_name: '', company_nip: '', street: 'Zakryta' };
const TODAY = '2026-11-22';

export function openShop(panel: Panel): void {
  // The samples would only make each first look at an order longer.
  panel.documents.clear();
  panel.orders.clear();
  panel.logs.length = 0;
  for (const [sale] of SALES.entries()) {
    const isPerson = sale === 2 || sale === 3;
    const buyer = { ...(isPerson ? PERSON : COMPANY), ...(sale === 5 ? { postcode: '' } : {}) };
    panel.addOrder({ id: orderIdOf(sale), email: 'poufna@example.com', buyer });
  }
  panel.addDocument({ orderId: orderIdOf(3), issueDate: TODAY });
  panel.addDocument({ orderId: orderIdOf(4), issueDate: TODAY });
  panel.addDocument({ orderId: orderIdOf(4), issueDate: TODAY, numberInOrder: false });
}
