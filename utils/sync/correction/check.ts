/** Step `check` of a correction: reads and judges. Repeatable: it only reads. */

import { correctionBody } from '../../ifirma/correction-body';
import { correctionsOf } from '../../ifirma/path';
import { ksefWish } from '../../invoice/ksef';
import { NOTHING_SAID } from '../../invoice/transfer';
import type { Patch, StepContext } from '../context';
import type { Booking } from '../steps/booking';
import { fieldFirst, type OrderRead } from '../steps/claim-field';
import { stopFor } from '../stop';
import { readCorrection } from './read';

/** How long the correction waits for its invoice before it looks again. */
const AFTER_INVOICE_MS = 10_000;
/** Each look asks the panel, and a person may take days. */
const AFTER_PERSON_MS = 300_000;

export type CorrectionCheck =
  | {
      readonly ok: true;
      readonly booking: Booking;
      readonly number: string | null;
      /** null: a document without an order. */
      readonly read: OrderRead | null;
    }
  | { readonly ok: false; readonly patch: Patch };

export async function checkCorrection(context: StepContext): Promise<CorrectionCheck> {
  const { transfer, ifirma, tools } = context;
  // The order is read first, and never before this.
  const askedAt = tools.clock.now();
  const reading = await readCorrection(context);
  switch (reading.kind) {
    case 'stop':
      return { ok: false, patch: stopFor(context, reading.verdict) };
    case 'early': {
      const reason = { code: 'correction-waits', params: { number: reading.number ?? '' } } as const;
      const patch = {
        state: 'queued',
        step: 'check',
        reason,
        notBefore: tools.clock.now() + (reading.isHeld ? AFTER_PERSON_MS : AFTER_INVOICE_MS),
      } as const;
      return { ok: false, patch };
    }
    case 'findings':
      return { ok: false, patch: stopFor(context, { kind: 'incomplete', findings: reading.findings }) };
    case 'read':
      break;
    default:
      return reading satisfies never;
  }
  const { original, invoiceKey, elsewhere, checked, order, number, ksefMode } = reading.read;
  const { draft, findings } = checked;
  if (draft === null || findings.length > 0) {
    const first = order === null ? null : await fieldFirst(context, order);
    return { ok: false, patch: first ?? stopFor(context, { kind: 'incomplete', findings }) };
  }
  const booking: Booking = {
    path: correctionsOf(original.identifier),
    body: correctionBody(draft),
    intent: {
      gross: draft.difference,
      nip: original.buyer?.nip ?? '',
      issueDate: draft.issueDate,
      lookFrom: draft.issueDate,
    },
    noted: {
      ksef: ksefWish(ksefMode, original.buyer?.nip ?? ''),
      correction: {
        ...(transfer.correction ?? NOTHING_SAID),
        invoiceKey,
        ...(elsewhere.length === 0 ? {} : { elsewhere }),
        original: original.identifier,
        originalNumber: original.number === '' ? null : original.number,
      },
    },
    send: (body) => ifirma.correct(original.identifier, body),
  };
  return { ok: true, booking, number, read: order === null ? null : { order, askedAt } };
}
