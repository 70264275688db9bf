/**
 * Payment methods that were met on an order without being mapped. A marketplace brings methods that the panel's own list does
 * not have, and a person can map only what the form shows.
 */
import type { Payment } from '../../invoice/document';
import type { Account } from '../../invoice/settings';
import type { DictionaryRow } from '../../messages';
import { type Fact, fact } from '../../store/facts';
import type { Store } from '../../store/open';

export interface MetPayments {
  /** Oldest first. */
  of(panel: string): Promise<readonly DictionaryRow[]>;
  /** Remembers the method of what was read, where the account does not map it. */
  meet(account: Pick<Account, 'panel' | 'payments'>, payment: Payment): Promise<void>;
  forget(panel: string): Promise<void>;
}

/** A panel with more odd methods than this has found a way to make them; the newest count. */
const MOST = 200;
const LONGEST_NAME = 100;

export function metPayments(store: Store): MetPayments {
  const metFact = (panel: string): Fact<readonly DictionaryRow[]> => fact(`met-payments:${panel}`, 1);

  return {
    async of(panel) {
      return (await store.facts.get(metFact(panel))) ?? [];
    },

    async meet({ panel, payments }, { methodId, methodName }) {
      if (methodId === null || Object.hasOwn(payments, methodId)) return;
      const met = (await store.facts.get(metFact(panel))) ?? [];
      const name = [...(methodName ?? methodId)].slice(0, LONGEST_NAME).join('').toWellFormed();
      if (met.some((row) => row.id === methodId && row.name === name)) return;
      const others = met.filter(({ id }) => id !== methodId);
      await store.facts.set(metFact(panel), [...others, { id: methodId, name, type: 'met' }].slice(-MOST));
    },

    forget: (panel) => store.facts.remove(metFact(panel)),
  };
}
