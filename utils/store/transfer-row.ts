/** A row of the ledger. It imports types alone: the trials fill a real database with it, by node, which knows no import without an ending. */
import type { IsoDate } from '../invoice/document';
import type { ReasonCode } from '../invoice/finding';
import type { KsefStanding } from '../invoice/ksef';
import type { CorrectionWish, Transfer, TransferState } from '../invoice/transfer';

/** A transfer as it lies in the database: itself, and what the indexes need beside it. */
export interface TransferRow {
  readonly transfer: Transfer;
  /** Date of issue of the document; null when it is issued on the day it is sent. */
  readonly issueDate: IsoDate | null;
  /** Order of issue: date, then number, then arrival. */
  readonly place: [IsoDate, string, number];
  /**
   * `updatedAt`, but different in every row and growing with every write, whatever the clock does: many documents are
   * accepted in one millisecond, and a page of a list ends exactly at one of them.
   */
  readonly recency: number;
  /** `recency` while the transfer needs a person, absent otherwise, so that a list of those few reads only them. */
  readonly needsPerson?: number;
  /** When the first of what follows is due (`Transfer.effects`), absent when nothing follows. Epoch milliseconds. */
  readonly effectAt?: number;
  /** Of a correction: every name of its invoice. */
  readonly corrects?: readonly string[];
}

export function rowOf(transfer: Transfer, issueDate: IsoDate | null, newest: number | null): TransferRow {
  const recency = newest === null ? transfer.updatedAt : Math.max(transfer.updatedAt, newest + 1);
  return {
    transfer,
    issueDate,
    place: [
      issueDate ?? transfer.post?.issueDate ?? TO_BE_DATED,
      sortable(transfer.documentNumber ?? ''),
      transfer.createdAt,
    ],
    recency,
    ...(needsPerson(transfer) ? { needsPerson: recency } : {}),
    ...effectAt(transfer),
    ...corrects(transfer),
  };
}

/** What is dated when it is sent comes after everything that has its date. */
const TO_BE_DATED: IsoDate = '9999-12-31';

/** `FV 9/11` before `FV 12/11`: numbers compare by value. */
function sortable(number: string): string {
  return number.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

/**
 * By what the corrections of one invoice are found again: every name that a correction knows of it. iFirma knows one by an id and by its
 * number as well (ifirma-api 5.1), so the same invoice may be written down either way, and two corrections of it have one name in common.
 */
export function invoiceNames(
  panel: string,
  { invoiceKey, original, originalNumber }: CorrectionWish,
): readonly string[] {
  const identifiers = [original, originalNumber?.trim().replaceAll('/', '_') ?? null];
  const names = [
    ...identifiers.flatMap((id) => (id === null || id === '' ? [] : [`i/${id}`])),
    ...(invoiceKey === null ? [] : [`k/${invoiceKey}`]),
  ];
  return [...new Set(names)].map((name) => `${panel}/${name}`);
}

function corrects({ panel, correction }: Transfer): Pick<TransferRow, 'corrects'> {
  const names = correction === undefined ? [] : invoiceNames(panel, correction);
  return names.length === 0 ? {} : { corrects: names };
}

/** Nothing follows what is on its way: it follows when it has come to rest. */
function effectAt({ state, effects = {} }: Transfer): Pick<TransferRow, 'effectAt'> {
  const times = Object.values(effects).map(({ at }) => at);
  return times.length === 0 || state === 'queued' || state === 'sending' ? {} : { effectAt: Math.min(...times) };
}

const UNSETTLED: ReadonlySet<TransferState> = new Set<TransferState>(['incomplete', 'uncertain', 'failed']);

/** The invoice is booked, but what is said here does not pass by waiting. */
const STUCK: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'double-found',
  'internal',
  'pdf-refused',
  'pdf-too-large',
  'attach-field-filled',
  'attach-no-field',
  'attach-refused',
  'attach-unverified',
  'sellasist-key',
  'sellasist-forbidden',
  'sellasist-module',
  'sellasist-order-missing',
]);

/** Of what is booked: KSeF does not have it, and will not without a person. */
const STUCK_BEFORE_KSEF: ReadonlySet<KsefStanding> = new Set<KsefStanding>([
  'held',
  'unclear',
  'rejected',
  'refused',
  'silent',
]);

/** What is shown where a person has to look: it does not pass by waiting. */
export function needsPerson({ state, reason, ksef }: Transfer): boolean {
  if (UNSETTLED.has(state)) return true;
  if (state !== 'issued' && state !== 'done') return false;
  return (reason !== null && STUCK.has(reason.code)) || (ksef != null && STUCK_BEFORE_KSEF.has(ksef.standing));
}
