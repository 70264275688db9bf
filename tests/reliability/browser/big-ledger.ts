/** The rows of a shop after some years, as Mostek itself would have written them. */
import type { FindingCode } from '../../../utils/invoice/finding.ts';
import { type LogEntry, PRIORITY, type Transfer } from '../../../utils/invoice/transfer.ts';
import { rowOf, type TransferRow } from '../../../utils/store/transfer-row.ts';
import { entryOf } from '../../../utils/sync/log-entry.ts';

export interface Ledger {
  readonly panel: string;
  readonly accountId: string;
  readonly transfers: number;
  /** Of these so many wait for a person, spread over all of them. */
  readonly waiting: number;
  readonly entries: number;
  /** When the last of it was written; epoch milliseconds. */
  readonly until: number;
}

const MINUTE = 60_000;
/** What waits for a person lacks one of these, in turn. */
export const CAUSES = [
  'payment-unmapped',
  'buyer-postcode-missing',
  'buyer-nip-invalid',
  'total-mismatch',
] as const satisfies readonly FindingCode[];

export function* transferRows(ledger: Ledger): Generator<TransferRow> {
  const every = ledger.transfers / ledger.waiting;
  let newest: number | null = null;
  for (let nth = 1; nth <= ledger.transfers; nth += 1) {
    const row = rowOf(transferOf(ledger, nth, nth % every === 0), '2026-11-20', newest);
    newest = row.recency;
    yield row;
  }
}

/** As many entries of each transfer as fit, oldest first. */
export function* logEntries(ledger: Ledger): Generator<LogEntry> {
  const each = ledger.entries / ledger.transfers;
  for (let nth = 0; nth < ledger.entries; nth += 1) {
    const transfer = transferOf(ledger, Math.floor(nth / each) + 1, nth % 7 === 0);
    const at = ledger.until - (ledger.entries - nth) * MINUTE;
    yield entryOf(transfer, { event: 'step', step: STEPS[nth % STEPS.length] ?? 'check', at, ms: 40 + (nth % 400) });
  }
}

const STEPS = ['check', 'claim', 'issue', 'number', 'pdf', 'attach'] as const;

function transferOf({ panel, accountId, transfers, until }: Ledger, nth: number, waits: boolean): Transfer {
  const orderId = String(100_000 + nth);
  const at = until - (transfers - nth) * MINUTE;
  const base: Transfer = {
    panel,
    key: `d${nth}`,
    accountId,
    kind: 'invoice',
    orderId,
    documentId: String(nth),
    documentNumber: `FV/${nth}/11/2026`,
    sale: `${panel}/${orderId}`,
    state: 'queued',
    step: 'check',
    priority: nth % 3 === 0 ? PRIORITY.bulk : PRIORITY.person,
    notBefore: Number.MAX_SAFE_INTEGER,
    tries: 0,
    post: null,
    looks: [],
    identifier: null,
    number: null,
    ksefNumber: null,
    bookedGross: null,
    sentHash: null,
    findings: [],
    reason: null,
    confirmed: [],
    attached: 'no',
    createdAt: at,
    updatedAt: at,
  };
  if (waits) {
    const { sale: _free, ...unsent } = base;
    const code = CAUSES[(nth / 25) % CAUSES.length] ?? CAUSES[0];
    return { ...unsent, state: 'incomplete', findings: [{ code, path: '', params: { method: 'PayPal' } }] };
  }
  return {
    ...base,
    state: 'done',
    step: 'attach',
    post: {
      beganAt: at - 900,
      endedAt: at - 500,
      gross: 13_598,
      nip: '1111111111',
      issueDate: '2026-11-20',
      lookFrom: '2026-11-18',
    },
    identifier: String(9_000_000 + nth),
    number: `${nth}/11/2026`,
    bookedGross: 13_598,
    sentHash: nth.toString(16).padStart(64, '0'),
    attached: 'verified',
  };
}
