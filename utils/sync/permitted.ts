/** What may be done to a transfer as it stands. */
import type { Transfer } from '../invoice/transfer';
import { may, STOPPED } from '../invoice/transfer-states';
import { mayBeBooked } from '../store/ties';

/** A send button does something only where nothing was booked and nothing is on its way. */
export function startable(transfer: Transfer): boolean {
  return may('accept', transfer);
}

/** Stopped, and no POST of it ever had an unclear end: it is in nobody's books. */
export function isUntouched(transfer: Transfer): boolean {
  return !mayBeBooked(transfer) && STOPPED.includes(transfer.state);
}

/** What is in nobody's books may go into any account's. */
export function mayBelong(stored: Transfer, accountId: string): boolean {
  return stored.accountId === accountId || isUntouched(stored);
}

/** Where a person may say which invoice it is: nothing booked that Mostek knows of, and nothing on its way. */
export function linkable(transfer: Transfer): boolean {
  return may('link', transfer);
}
