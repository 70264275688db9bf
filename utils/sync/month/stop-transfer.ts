/** The document for which the month was to be moved, before its POST: it waits for another try, or a person is told. */
import type { MonthIntent } from '../../invoice/accounting-month';
import type { Reason } from '../../invoice/finding';
import type { Account } from '../../invoice/settings';
import type { Transfer } from '../../invoice/transfer';
import { faultOf } from '../../invoice/transfer-states';
import { NEVER } from '../clock';
import type { EngineTools, Patch } from '../context';
import { withEffects } from '../effects/wanted';
import { entryOf } from '../log-entry';
import { whileNeeded } from '../sale';

/**
 * @param patchOf made of the record as it stands; nothing is written where it is not on its way to the POST any more.
 * @param account null: of one that is gone nothing follows.
 * @returns false: a write failed (the disk is full).
 */
export async function stopTransfer(
  tools: EngineTools,
  { panel, key }: Pick<MonthIntent, 'panel' | 'key'>,
  account: Account | null,
  patchOf: (transfer: Transfer) => Patch,
): Promise<boolean> {
  const { store, clock } = tools;
  const at = clock.now();
  const stopped = (stored: Transfer): Transfer | null => {
    if (stored.state !== 'queued' || stored.month === undefined) return null;
    const patched = { ...stored, ...patchOf(stored), updatedAt: at };
    const next = whileNeeded(account === null ? patched : withEffects(stored, patched, account.settings, at));
    const fault = faultOf(stored, next);
    if (fault !== null) throw new Error(`transfer: ${fault}`);
    return next;
  };
  const written = await store.transfers.change(panel, key, stopped, {
    log: (stored) => entryOf(stored, { event: 'month', step: stored.step, at, ms: 0 }),
  });
  if (written.ok) tools.changed(written.transfer);
  return written.ok || written.why === 'missing';
}

export function failed(reason: Reason): Patch {
  return { state: 'failed', step: 'check', reason, notBefore: NEVER };
}
