/**
 * `Anuluj`: what of a batch still waits leaves the queue. A record that this batch has made, and of which nothing was begun, goes with it;
 * one that has a story of its own stays and says why it was not sent.
 */
import type { Transfer } from '../../invoice/transfer';
import { may } from '../../invoice/transfer-states';
import type { Batch } from '../../store/batches';
import { mayBeBooked } from '../../store/ties';
import { NEVER } from '../clock';
import type { Ledger } from '../commands/ledger';
import type { EngineTools } from '../context';
import { entryOf } from '../log-entry';
import { withoutSale } from '../sale';

const WHY = { code: 'batch-cancelled', params: {} } as const;

/** false: a write failed (the disk is full); what still waits is held until it can be written. */
export async function withdraw(tools: EngineTools, ledger: Ledger, batch: Batch): Promise<boolean> {
  const { store, clock, changed } = tools;
  const { panel } = batch;
  const isIts = (transfer: Transfer): boolean => transfer.batch === batch.id && may('withdraw', transfer);
  const keys = batch.entries.map(({ key }) => key);
  for (const transfer of await store.transfers.many(panel, keys)) {
    if (transfer === null || !isIts(transfer)) continue;
    const { key, orderId } = transfer;
    const removed = await store.transfers.remove(
      panel,
      key,
      (stored) => isIts(stored) && isNew(stored, batch),
      (stored) => entryOf(stored, { event: 'person', step: stored.step, at: clock.now(), ms: 0, reason: WHY }),
    );
    if (!removed.ok) return false;
    if (removed.removed !== null) {
      changed(removed.removed);
      continue;
    }
    const stopped = (stored: Transfer): Transfer | null =>
      isIts(stored)
        ? { ...withoutSale(stored), state: 'failed', reason: WHY, notBefore: NEVER, updatedAt: clock.now() }
        : null;
    const account = await store.accounts.get(transfer.accountId);
    const written = await ledger.change({ panel, key, orderId }, stopped, account);
    if (!written.ok) return false;
  }
  return true;
}

/** Made by the batch, and nobody else knows of it: neither iFirma, nor the order's state field, nor a person who said something of it. */
function isNew(transfer: Transfer, { startedAt }: Batch): boolean {
  const { createdAt, claim = null, met, confirmed, tries } = transfer;
  const isUnseen = claim === null && met === undefined && confirmed.length === 0 && tries === 0;
  return createdAt >= startedAt && isUnseen && !mayBeBooked(transfer);
}
