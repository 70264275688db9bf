/** What rules say in the log: why one acted, why it did not, and what became of each of its effects. */
import type { DocumentKey } from '../../invoice/document';
import type { Reason } from '../../invoice/finding';
import type { LogEntry } from '../../invoice/transfer';
import type { Store } from '../../store/open';

const LONGEST = 60;
/** What a document's log is looked through for; what was decided is among the newest. */
const NEWEST = 40;

export interface About {
  readonly panel: string;
  readonly key: DocumentKey;
  readonly accountId: string;
  readonly documentNumber: string | null;
}

/** Names of rules are the merchant's own; words of a service, which may quote a buyer, are left out. */
export async function ruleEntry(store: Store, about: About, at: number, reason: Reason): Promise<LogEntry> {
  const { panel, key, accountId, documentNumber } = about;
  const transfer = await store.transfers.get(panel, key);
  const { text: _words, ...params } = reason.params;
  return {
    event: 'rule',
    at,
    ms: 0,
    step: 'check',
    accountId,
    panel,
    key,
    state: transfer?.state ?? 'unsent',
    documentNumber: documentNumber === null ? null : documentNumber.slice(0, LONGEST),
    number: transfer?.number ?? null,
    reason: {
      code: reason.code,
      params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.slice(0, LONGEST)])),
    },
    findings: [],
  };
}

/** Once, although whoever decided it may have died before it was crossed off. @param since when it happened. false: the disk is full. */
export async function sayOnce(store: Store, about: About, at: number, since: number, reason: Reason): Promise<boolean> {
  const before = await store.log.ofDocument(about.panel, about.key, NEWEST);
  const isSaid = before.some(
    (entry) =>
      entry.event === 'rule' &&
      entry.at >= since &&
      entry.reason?.code === reason.code &&
      (entry.reason.params.rule ?? '') === (reason.params.rule ?? '').slice(0, LONGEST),
  );
  return isSaid || (await store.log.append(await ruleEntry(store, about, at, reason))).ok;
}
