/** What of a batch the engine leaves where it is. */
import type { Transfer } from '../../invoice/transfer';
import type { Batch } from '../../store/batches';

/** Every document of a batch has its place by its date of issue before the first of them is begun. */
export function isPlaced({ placed, entries }: Batch): boolean {
  return placed >= entries.length;
}

/** Waits with its batch: for `Wznów`, to be taken out of the queue, or until the others have their places, too. */
export function isHeld(batches: readonly Batch[], { panel, batch: id }: Pick<Transfer, 'panel' | 'batch'>): boolean {
  if (id === undefined) return false;
  const own = batches.find((batch) => batch.panel === panel && batch.id === id);
  return own !== undefined && (own.paused || own.cancelled || !isPlaced(own));
}
