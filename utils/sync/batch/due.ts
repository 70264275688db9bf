/** What is to be done with a batch itself, apart from its documents. All of it may be done again from any instruction on. */
import type { Batch } from '../../store/batches';
import type { Store } from '../../store/open';
import type { Ledger } from '../commands/ledger';
import type { EngineTools } from '../context';
import { isPlaced } from './held';
import { placeSome } from './place';
import { isOver, standsOf } from './standing';
import { withdraw } from './withdraw';

export interface BatchDue {
  readonly kind: 'batch';
  readonly batch: Batch;
  readonly work: 'place' | 'withdraw' | 'end';
}

/** Documents that still have no place. @param mayBook whether anything new may be booked from the panel. */
export function placingOf(
  batches: readonly Batch[],
  mayBook: (panel: string) => boolean,
  now: number,
): { readonly due: BatchDue | null; readonly until: number } {
  const open = batches.filter((batch) => !batch.paused && !batch.cancelled && !isPlaced(batch) && mayBook(batch.panel));
  const batch = open.find(({ retry }) => retry === null || retry.at <= now);
  const until = Math.min(...open.map(({ retry }) => retry?.at ?? Number.POSITIVE_INFINITY));
  return { due: batch === undefined ? null : { kind: 'batch', batch, work: 'place' }, until };
}

/** Asked when nothing else is to be done: a batch that was cancelled in a dying worker's hands, or one that has come to its end. */
export async function endingOf(store: Pick<Store, 'transfers'>, batches: readonly Batch[]): Promise<BatchDue | null> {
  for (const batch of batches) {
    if (batch.endedAt !== null || !(batch.cancelled || isPlaced(batch))) continue;
    const transfers = await store.transfers.many(
      batch.panel,
      batch.entries.map(({ key }) => key),
    );
    const isLeft = transfers.some((transfer) => transfer?.state === 'queued' && transfer.batch === batch.id);
    if (batch.cancelled && isLeft) return { kind: 'batch', batch, work: 'withdraw' };
    if (isOver(standsOf(batch, transfers))) return { kind: 'batch', batch, work: 'end' };
  }
  return null;
}

/** false: a write failed (the disk is full), so nothing more can be recorded now. */
export async function workOnBatch(tools: EngineTools, ledger: Ledger, { batch, work }: BatchDue): Promise<boolean> {
  switch (work) {
    case 'place':
      return placeSome(tools, ledger, batch);
    case 'withdraw':
      return withdraw(tools, ledger, batch);
    case 'end': {
      const { panel, id, entries } = batch;
      const written = await tools.store.batches.change(panel, (stored) =>
        // More may have been added meanwhile.
        stored.id === id && stored.entries.length === entries.length ? { ...stored, endedAt: tools.clock.now() } : null,
      );
      tools.announce();
      return written.ok;
    }
    default:
      return work satisfies never;
  }
}
