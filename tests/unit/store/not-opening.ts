/** A database that the browser closes, and does not open for a while. */
import { forceCloseDatabase } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Store } from '../../../utils/store/open.ts';

/** As Chromium 156 refuses to open what it cannot read, or what its disk has no room for. */
const REFUSED = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');

/** The next `times` openings fail; `vi.restoreAllMocks` opens it again. Needs `fake-indexeddb/auto`. */
export function failToOpen(times = Number.POSITIVE_INFINITY): void {
  const open = IDBFactory.prototype.open;
  let left = times;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...asked) {
    left -= 1;
    return left >= 0 ? refusal() : open.apply(this, asked);
  });
}

function refusal(): IDBOpenDBRequest {
  return Object.create(IDBOpenDBRequest.prototype, {
    error: { value: REFUSED },
    addEventListener: {
      value: (event: string, hear: () => void) => {
        if (event === 'error') setTimeout(hear);
      },
    },
    removeEventListener: { value: () => undefined },
  });
}

/** The browser ends the connection of a store, as it does when it meets an error on the disk; the next call opens a new one. */
export async function loseConnection(store: Store): Promise<void> {
  const begin = IDBDatabase.prototype.transaction;
  let used: IDBDatabase | null = null;
  const seen = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...asked
  ) {
    used = this;
    return begin.apply(this, asked);
  });
  await store.facts.getAll([]);
  seen.mockRestore();
  if (used === null) throw new Error('no connection was used');
  // Its declaration asks for the class where it means a connection.
  forceCloseDatabase(used as unknown as typeof IDBDatabase);
  await new Promise((resolve) => setTimeout(resolve));
}
