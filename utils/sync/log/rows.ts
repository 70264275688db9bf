/** Entries of the log as they are shown: with the order that the ledger knows of each, and nothing that is not in the log. */
import type { DocumentKey } from '../../invoice/document';
import type { LogEntry, Transfer } from '../../invoice/transfer';
import type { LogRow } from '../../messages';
import type { Kept } from '../../store/log';
import type { Store } from '../../store/open';

/** A document of one panel. */
export const placeOf = (panel: string, key: DocumentKey): string => `${panel} ${key}`;

/** Entries of before corrections were told apart have no kind: what was made in Mostek or of a return is a correction. */
export const kindOfEntry = ({ kind, key }: Pick<LogEntry, 'kind' | 'key'>): Transfer['kind'] =>
  kind ?? (key.startsWith('c') || key.startsWith('r') ? 'correction' : 'invoice');

export function rowOf(entry: Kept, orderId: string | null): LogRow {
  const { id, at, accountId, panel, key, documentNumber, event = 'step', step, state, number, reason, ms } = entry;
  return {
    id,
    at,
    accountId,
    panel,
    key,
    kind: kindOfEntry(entry),
    orderId: orderId ?? (key.startsWith('o') ? key.slice(1) : null),
    documentNumber,
    event,
    step,
    state,
    number,
    reason,
    findings: entry.findings,
    ...(entry.ksef === undefined ? {} : { ksef: entry.ksef }),
    ms,
  };
}

/** Each transfer is read once, however many entries it has. */
export async function rowsOf(
  { transfers }: Pick<Store, 'transfers'>,
  entries: readonly Kept[],
): Promise<readonly LogRow[]> {
  const orders = new Map<string, string | null>();
  for (const panel of new Set(entries.map((entry) => entry.panel))) {
    const keys = [...new Set(entries.filter((entry) => entry.panel === panel).map(({ key }) => key))];
    const found = await transfers.many(panel, keys);
    for (const [nth, key] of keys.entries()) orders.set(placeOf(panel, key), found[nth]?.orderId ?? null);
  }
  return entries.map((entry) => rowOf(entry, orders.get(placeOf(entry.panel, entry.key)) ?? null));
}
