/** A disk without room, as the database meets it: every request that would write fails the way Chromium 156 says it. */
import { vi } from 'vitest';

const NO_SPACE = () => {
  throw new DOMException('IO error: .../000003.log: FILE_ERROR_NO_SPACE', 'UnknownError');
};

/** Until `vi.restoreAllMocks`. Needs `fake-indexeddb/auto`. */
export function fillDisk(): void {
  for (const method of ['add', 'put', 'delete', 'clear'] as const)
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(NO_SPACE);
  for (const method of ['update', 'delete'] as const)
    vi.spyOn(IDBCursor.prototype, method).mockImplementation(NO_SPACE);
}
