/** What the log keeps of an attempt: what was tried, what came of it, how long it took. No secrets, and of people nothing. */
import type { Reason } from '../invoice/finding';
import type { LogEntry, LogEvent, Step, Transfer } from '../invoice/transfer';

export interface Attempt {
  readonly event: LogEvent;
  /** What was tried; the transfer's own step may be the next one by now. */
  readonly step: Step;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly ms: number;
  /** Of an effect, which leaves no trace on the transfer; default: the transfer's own. */
  readonly reason?: Reason | null;
}

/**
 * Parameters that are ours, or figures: never the words of a service, which may quote a buyer, nor those of a person.
 */
const KEPT: ReadonlySet<string> = new Set([
  'kod',
  'status',
  'service',
  'since',
  'until',
  'first',
  'second',
  'by',
  'bytes',
  'detail',
  'ours',
  'theirs',
  'from',
  'to',
  'month',
]);

/** An entry is kept for ever: it stays small, whatever is in the document. */
const LONGEST = 60;
const MOST_FINDINGS = 20;

export function entryOf(transfer: Transfer, { event, step, at, ms, reason = transfer.reason }: Attempt): LogEntry {
  return {
    event,
    at,
    ms,
    step,
    accountId: transfer.accountId,
    panel: transfer.panel,
    key: transfer.key,
    kind: transfer.kind,
    state: transfer.state,
    documentNumber: transfer.documentNumber === null ? null : shortened(transfer.documentNumber),
    number: transfer.number === null ? null : shortened(transfer.number),
    ...(event === 'ksef' && transfer.ksef ? { ksef: transfer.ksef.standing } : {}),
    reason: reason === null ? null : withoutWords(reason),
    // A repair finds nothing: what was found before it has its own entry.
    findings: (event === 'repair' ? [] : transfer.findings).slice(0, MOST_FINDINGS).map(({ code, path }) => ({
      code,
      // What iFirma refused it names in its own words.
      path: code === 'ifirma-refused' ? '' : shortened(path),
      params: {},
    })),
  };
}

function withoutWords({ code, params }: Reason): Reason {
  const kept = Object.entries(params).filter(([name]) => KEPT.has(name));
  return { code, params: Object.fromEntries(kept.map(([name, value]) => [name, shortened(value)])) };
}

/** Whatever a service calls a number. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
