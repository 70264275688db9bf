/** A disk that takes no more: every write of the store is answered as `store/write` answers a quota that is used up. */
import type { Store } from '../../../utils/store/open.ts';

export interface Disk {
  /** How many more writes of transfers fit; everything else is refused with the first of them. */
  room: number;
}

const FULL = { ok: false, why: 'full' } as const;

export function fullable(store: Store, disk: Disk): Store {
  const { transfers, accounts, facts, documents, batches, vault, runs } = store;
  const isFull = (): boolean => disk.room <= 0;
  const fits = (): boolean => {
    disk.room -= 1;
    return disk.room >= 0;
  };
  return {
    ...store,
    transfers: {
      ...transfers,
      create: async (...asked) => (fits() ? transfers.create(...asked) : FULL),
      change: async (...asked) => (fits() ? transfers.change(...asked) : FULL),
      remove: async (...asked) => (fits() ? transfers.remove(...asked) : FULL),
    },
    accounts: {
      ...accounts,
      save: async (...asked) => (isFull() ? FULL : accounts.save(...asked)),
      saveAll: async (...asked) => (isFull() ? FULL : accounts.saveAll(...asked)),
      remove: async (...asked) => (isFull() ? FULL : accounts.remove(...asked)),
      change: async (...asked) => (isFull() ? FULL : accounts.change(...asked)),
    },
    facts: {
      ...facts,
      set: async (...asked) => (isFull() ? FULL : facts.set(...asked)),
      change: async (...asked) => (isFull() ? FULL : facts.change(...asked)),
    },
    vault: {
      ...vault,
      turnOn: async (...asked) => (isFull() ? FULL : vault.turnOn(...asked)),
      change: async (...asked) => (isFull() ? 'full' : vault.change(...asked)),
      turnOff: async (...asked) => (isFull() ? 'full' : vault.turnOff(...asked)),
    },
    async wipe() {
      const wiped = isFull() ? FULL : await store.wipe();
      return wiped.ok ? { ...wiped, next: fullable(wiped.next, disk) } : wiped;
    },
    batches: {
      ...batches,
      put: async (...asked) => (isFull() ? FULL : batches.put(...asked)),
      change: async (...asked) => (isFull() ? FULL : batches.change(...asked)),
    },
    runs: {
      ...runs,
      create: async (...asked) => (isFull() ? FULL : runs.create(...asked)),
      change: async (...asked) => (isFull() ? FULL : runs.change(...asked)),
    },
    documents: { ...documents, put: async (...asked) => (isFull() ? FULL : documents.put(...asked)) },
  };
}
