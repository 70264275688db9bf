/** What of the record the effect `ksef` goes by, and what of it is worth telling. */
import type { Reason } from '../../../invoice/finding';
import type { Transfer } from '../../../invoice/transfer';
import type { Patch } from '../../context';
import type { Pace } from '../../limits/rules';

/** The same invoice, whose sending is where it was: whatever else was decided of it (its PDF) does not matter here. */
export function isAboutTheSame(stored: Transfer, known: Transfer): boolean {
  const isAtRest = stored.state !== 'queued' && stored.state !== 'sending';
  const isSame = JSON.stringify(stored.ksef ?? null) === JSON.stringify(known.ksef ?? null);
  return isAtRest && isSame && stored.identifier === known.identifier;
}

/** For the log: it stands otherwise than before, or something kept it from being asked. */
export function isToldOf({ ksef: before }: Transfer, { ksef: after }: Patch, reason: Reason | undefined): boolean {
  if (reason !== undefined) return true;
  return before?.standing !== after?.standing || before?.reason?.code !== after?.reason?.code;
}

/** As long as somebody is likely to wait for it. */
const PATIENCE_MS = 120_000;

/** @param now epoch milliseconds. */
export function paceOf({ ksef }: Transfer, now: number): Pace {
  if (ksef?.asked !== 'person') return 'bulk';
  return ksef.beganAt === null || now - ksef.beganAt < PATIENCE_MS ? 'person' : 'bulk';
}
