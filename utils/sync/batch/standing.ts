/** Where each document of a batch stands: by its transfer, and by nothing that anybody counted. */
import type { Transfer } from '../../invoice/transfer';
import type { Batch, BatchEntry } from '../../store/batches';
import { needsPerson } from '../../store/transfer-row';
import { NEVER } from '../clock';
import { startable } from '../permitted';

export type Standing =
  /** Its turn has not come. */
  | 'waiting'
  /** Being sent, or booked and still to be finished. */
  | 'under-way'
  /** Booked, and nothing is to come at once. */
  | 'sent'
  | 'uncertain'
  /** Out of the queue by a person's decision. */
  | 'withdrawn'
  /** It goes on only when a person does something. */
  | 'attention';

/** @param at which of the batch's entries it is. */
export function standingOf(batch: Batch, entry: BatchEntry, at: number, transfer: Transfer | null): Standing {
  const isPlaced = at < batch.placed;
  if (isPlaced && batch.left[entry.key] !== undefined) return 'attention';
  // Whatever an earlier attempt left: it is to be sent anew.
  if (!isPlaced && (transfer === null || startable(transfer))) return batch.cancelled ? 'withdrawn' : 'waiting';
  if (transfer === null) return 'withdrawn';
  switch (transfer.state) {
    case 'queued':
      return 'waiting';
    case 'sending':
      return 'under-way';
    case 'issued':
      if (needsPerson(transfer)) return 'attention';
      // What was tried in vain is tried again for hours; the batch does not wait for that.
      return transfer.tries === 0 && transfer.notBefore < NEVER ? 'under-way' : 'sent';
    case 'done':
      return needsPerson(transfer) ? 'attention' : 'sent';
    case 'uncertain':
      return transfer.reason?.code === 'absent-proven' ? 'attention' : 'uncertain';
    case 'incomplete':
      return 'attention';
    case 'failed':
      return transfer.reason?.code === 'batch-cancelled' ? 'withdrawn' : 'attention';
    case 'skipped':
      return 'withdrawn';
    default:
      return transfer.state satisfies never;
  }
}

export interface Stands {
  readonly entry: BatchEntry;
  readonly transfer: Transfer | null;
  readonly standing: Standing;
}

/** @param transfers of the batch's entries, in their order. */
export function standsOf(batch: Batch, transfers: readonly (Transfer | null)[]): readonly Stands[] {
  return batch.entries.map((entry, at) => {
    const transfer = transfers[at] ?? null;
    return { entry, transfer, standing: standingOf(batch, entry, at, transfer) };
  });
}

/** Nothing of it goes on by itself any more, but for what may take hours. */
export function isOver(stands: readonly Stands[]): boolean {
  return stands.every(({ standing }) => standing !== 'waiting' && standing !== 'under-way');
}
