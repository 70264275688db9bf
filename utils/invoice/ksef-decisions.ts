/** What a person may ask of KSeF for a document, and has to confirm before. */
import type { Finding, FindingCode } from './finding';
import type { KsefStanding } from './ksef';
import type { Transfer } from './transfer';

/** What iFirma wrote otherwise than was sent. What has gone to KSeF can be neither edited nor deleted, so a person looks first. */
const HOLDING: readonly FindingCode[] = ['number-differs', 'sum-differs'];

/** Evidence that a person has to confirm before anything final is done with the invoice (design 5). */
export function holdsOf({ findings, confirmed }: Pick<Transfer, 'findings' | 'confirmed'>): readonly string[] {
  const evidence = ({ code, params }: Finding): string => `${code}:${params.theirs ?? ''}`;
  return findings
    .filter(({ code }) => HOLDING.includes(code))
    .map(evidence)
    .filter((each) => !confirmed.includes(each));
}

/** That a person takes the invoice of a correction for one that KSeF has. */
export function evidenceOfOriginal({ correction }: Pick<Transfer, 'correction'>): string {
  return `ksef-original:${correction?.original ?? ''}`;
}

/** What a person confirms with the click on `Wyślij do KSeF`. */
export function ksefAsks(transfer: Transfer): readonly string[] {
  const isUnknown = transfer.ksef?.reason?.code === 'ksef-original-unknown';
  return [...holdsOf(transfer), ...(isUnknown ? [evidenceOfOriginal(transfer)] : [])];
}

/** From here a person may have it sent (again): nothing of it is under way, as far as anybody can know. */
const SENDABLE: readonly KsefStanding[] = ['held', 'unclear', 'rejected', 'refused'];

/** @param isOffered its series says that a person may send it. */
export function maySendToKsef({ state, number, reason, ksef }: Transfer, isOffered: boolean): boolean {
  const isBooked = state === 'issued' || state === 'done';
  if (!isBooked || number === null || reason?.code === 'double-found') return false;
  return ksef ? SENDABLE.includes(ksef.standing) : isOffered;
}

const LOOKABLE: readonly KsefStanding[] = ['unclear', 'rejected', 'refused', 'silent'];

/** It is not looked at often enough by itself, or not at all, so a person may have it looked at. */
export function mayLookAtKsef({ ksef }: Transfer): boolean {
  return ksef != null && LOOKABLE.includes(ksef.standing);
}
