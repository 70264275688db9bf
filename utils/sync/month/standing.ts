import type { MonthIntent, Standing } from '../../invoice/accounting-month';
import type { Transfer } from '../../invoice/transfer';

/** Waiting for other computers to have read its mark takes some seconds, and is a part of the way to the POST. */
const SOON_MS = 30_000;

/** How the document stands for which the month is moved. @param mayBegin whether it would be taken up when its time has come. */
export function standingOf(
  { home, away }: MonthIntent,
  transfer: Transfer | null,
  mayBegin: boolean,
  now: number,
): Standing {
  if (transfer === null || transfer.state !== 'queued' || !mayBegin) return { kind: 'gone' };
  if (transfer.month?.from !== home || transfer.month.to !== away) return { kind: 'gone' };
  const { notBefore, reason } = transfer;
  if (notBefore <= now) return { kind: 'due' };
  return reason?.code === 'claiming' && notBefore <= now + SOON_MS ? { kind: 'soon', at: notBefore } : { kind: 'gone' };
}
