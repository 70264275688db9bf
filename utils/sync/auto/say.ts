/** Why a document was left alone: one line of the log, once, although whoever decided it may have died before it was crossed off. */
import type { DocumentKey } from '../../invoice/document';
import type { Reason } from '../../invoice/finding';
import type { LogEntry } from '../../invoice/transfer';
import type { EngineTools } from '../context';

/** What a document's log is looked through for; what was decided is among the newest. */
const NEWEST = 20;
const LONGEST = 60;

/** false: it could not be written (the disk is full). */
export async function sayLeft(
  { store, clock }: Pick<EngineTools, 'store' | 'clock'>,
  of: { readonly panel: string; readonly accountId: string; readonly id: string; readonly number: string },
  reason: Reason,
): Promise<boolean> {
  const { panel, accountId, number } = of;
  const key: DocumentKey = `d${of.id}`;
  const before = await store.log.ofDocument(panel, key, NEWEST);
  if (before.some(({ event, reason: said }) => event === 'auto' && said?.code === reason.code)) return true;
  const entry: LogEntry = {
    event: 'auto',
    at: clock.now(),
    ms: 0,
    step: 'check',
    accountId,
    panel,
    key,
    state: 'unsent',
    documentNumber: number === '' ? null : number.slice(0, LONGEST),
    number: null,
    reason,
    findings: [],
  };
  return (await store.log.append(entry)).ok;
}
