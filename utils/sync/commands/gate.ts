/** What has to be so before Mostek does anything at all. */
import { erplinkOf } from '../../store/facts';
import type { Store } from '../../store/open';
import { type Refused, refuse } from './target';

export interface Gate {
  /** Without its keys Mostek does nothing: not even what needs none, so that a locked card is one thing. */
  isLocked(): Promise<Refused | null>;
  /** With the vendor's own integration on every invoice would be booked twice: until it is surely off, Mostek only looks. */
  mayWork(panel: string): Promise<Refused | null>;
}

export function createGate(store: Store): Gate {
  async function isLocked(): Promise<Refused | null> {
    return (await store.vault.state()) === 'locked' ? refuse('locked') : null;
  }

  return {
    isLocked,
    async mayWork(panel) {
      const locked = await isLocked();
      if (locked) return locked;
      const erplink = await store.facts.get(erplinkOf(panel));
      if (erplink === false) return null;
      return refuse(erplink === null ? 'erplink-unanswered' : 'erplink-on');
    },
  };
}
