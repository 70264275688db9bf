import type { MonthIntent } from '../../invoice/accounting-month';
import type { Reason } from '../../invoice/finding';
import type { EngineTools } from '../context';
import { entryOf } from '../log-entry';

/** What happened to the month, in the log of the document for which it is moved. */
export async function noteMonth(
  { store, clock }: Pick<EngineTools, 'store' | 'clock'>,
  { panel, key }: Pick<MonthIntent, 'panel' | 'key'>,
  reason: Reason,
  ms = 0,
): Promise<void> {
  const transfer = await store.transfers.get(panel, key);
  if (transfer === null) return;
  const { step } = transfer;
  await store.log.append(entryOf(transfer, { event: 'month', step, at: clock.now(), ms, reason }));
}
