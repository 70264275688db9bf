/** `Wyślij do KSeF`, and a look at what became of it: a person's word on the record; the effect `ksef` does the rest. */
import { type KsefSending, ksefAsked } from '../../invoice/ksef';
import { holdsOf, ksefAsks, mayLookAtKsef, maySendToKsef } from '../../invoice/ksef-decisions';
import type { Transfer } from '../../invoice/transfer';

/** null: there is nothing to send now. @param confirm evidence; what the click has to confirm and does not keeps it from being sent. */
export function askedForKsef(
  stored: Transfer,
  isOffered: boolean,
  confirm: readonly string[],
  now: number,
): Transfer | null {
  if (!maySendToKsef(stored, isOffered)) return null;
  if (!ksefAsks(stored).every((evidence) => confirm.includes(evidence))) {
    // The first click tells the person what there is to confirm.
    return stored.ksef || holdsOf(stored).length === 0
      ? null
      : { ...stored, ksef: ksefAsked('person'), updatedAt: now };
  }
  const { before } = stored.ksef ?? {};
  const ksef: KsefSending = { ...ksefAsked('person'), ...(before === undefined ? {} : { before }) };
  const known = ksefAsks(stored);
  const confirmed = [...new Set([...stored.confirmed, ...confirm.filter((evidence) => known.includes(evidence))])];
  return { ...stored, ksef, confirmed, effects: { ...stored.effects, ksef: { at: now, tries: 0 } }, updatedAt: now };
}

/** null: it is looked at by itself, or there is nothing to look at. */
export function lookedAtForKsef(stored: Transfer, now: number): Transfer | null {
  if (!mayLookAtKsef(stored)) return null;
  return { ...stored, effects: { ...stored.effects, ksef: { at: now, tries: 0 } }, updatedAt: now };
}
