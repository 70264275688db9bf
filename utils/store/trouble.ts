/** What keeps the database from being worked with, told from the errors that it ends a call with. */

/** `closed`: it does not open, or was closed under the call; `newer`: newer code has changed it; `full`: the disk or the quota is. */
export type DatabaseTrouble = 'closed' | 'newer' | 'full';

/** What an opening, or a transaction that the browser ended, fails with. The names of our own bugs are others. */
const CLOSED = ['UnknownError', 'InvalidStateError', 'AbortError', 'TimeoutError'];
/** Chromium 156 takes a counter that it could not read for one that is used up: the log's, on a full disk. */
const COUNTER_UNREAD = 'Maximum key generator value reached';

/** null: the call itself is to blame. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  if (isFull(error)) return 'full';
  if (error.name === 'VersionError') return 'newer';
  return CLOSED.includes(error.name) || error.message.includes(COUNTER_UNREAD) ? 'closed' : null;
}

/**
 * Chromium 156 on a disk without room: an `UnknownError` that names FILE_ERROR_NO_SPACE for a small row, a `DataError` that blobs were
 * not written for one past 64 kB. `QuotaExceededError` is what the standard says.
 */
export function isFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'QuotaExceededError' || /FILE_ERROR_NO_SPACE|Failed to write blobs/.test(error.message))
  );
}
