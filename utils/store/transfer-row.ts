/** A row of the ledger. It imports types alone: the trials fill a real database with it, by node, which knows no import without an ending. */
import type { IsoDate } from '../invoice/document';
import type { Finding, FindingCode, ReasonCode } from '../invoice/finding';
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
  /** `causeOf` while the transfer needs a person, absent otherwise: equal causes are mended, sent and skipped together. */
  readonly cause?: string;
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
    ...(needsPerson(transfer) ? { needsPerson: recency, cause: causeOf(transfer) } : {}),
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

/** The absence is proven, or nobody can prove it: it passes by no waiting, and only a person can say. */
const SETTLED_BY_PERSON: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['absent-proven', 'correction-unclear']);

/** Whether it was booked is being looked up, and nobody has to do anything for that. */
export function isLookedUp({ state, reason }: Transfer): boolean {
  return state === 'uncertain' && !(reason !== null && SETTLED_BY_PERSON.has(reason.code));
}

/** The cause of all that are being looked up: why each of them is unclear changes with every look. */
export const LOOKED_UP = 'uncertain';

/** Of a finding that iFirma wrote, the field follows; of a Kod that no table knows, the Kod. */
const MORE = ':';

/**
 * What a transfer waits for a person for, as one short code: its reason's, else that of its most important finding. What lacks the same is
 * of one cause, whatever else each of them lacks.
 */
export function causeOf(transfer: Transfer): string {
  const { findings } = transfer;
  if (isLookedUp(transfer)) return LOOKED_UP;
  const reason = whyOf(transfer);
  if (reason !== null) return withMore(reason.code, reason.code === 'kod-other' ? (reason.params.kod ?? '') : '');
  const rank = ({ code }: Finding): number => RANKS.get(code) ?? RANKS.size;
  const [first] = findings.toSorted((one, other) => rank(one) - rank(other));
  if (first === undefined) return 'internal';
  return withMore(first.code, first.code === 'ifirma-refused' ? folded(first.path) : '');
}

/** What is booked may wait for a person because of KSeF alone. */
function whyOf({ reason, ksef }: Transfer): Transfer['reason'] {
  const isOfKsef =
    ksef?.reason != null && STUCK_BEFORE_KSEF.has(ksef.standing) && !(reason !== null && STUCK.has(reason.code));
  return isOfKsef ? ksef.reason : reason;
}

function withMore(code: string, more: string): string {
  return more === '' ? code : `${code}${MORE}${more}`;
}

/** As iFirma quotes it, without case, diacritics and the number of a line. */
function folded(path: string): string {
  const plain = path.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
  return plain
    .replace(/\[\d*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Findings by importance: first what one setting mends for many documents, then the buyer, the lines and sums, the dates, what cannot be
 * sent at all; signs that a person may overrule come last, because they are asked about once everything else is mended.
 */
const BY_IMPORTANCE = {
  'series-unassigned': 0,
  'series-incomplete': 0,
  'series-not-sent': 0,
  'series-for-corrections': 0,
  'series-oss': 0,
  'series-shared': 0,
  'order-series-missing': 0,
  'order-series-unfit': 0,
  'payment-unmapped': 0,
  'payment-not-for-exempt': 0,
  'payment-unknown': 0,
  'legal-basis-missing': 0,
  'buyer-postcode-missing': 0,
  'buyer-postcode-invalid': 0,
  'buyer-city-missing': 0,
  'buyer-city-too-long': 0,
  'buyer-name-missing': 0,
  'buyer-name-too-long': 0,
  'buyer-street-too-long': 0,
  'buyer-nip-invalid': 0,
  'buyer-country-missing': 0,
  'ifirma-refused': 0,
  'vat-zero-ambiguous': 0,
  'vat-unknown': 0,
  'vat-unsupported': 0,
  'exempt-line-taxed': 0,
  'line-name-missing': 0,
  'line-quantity-invalid': 0,
  'line-price-invalid': 0,
  'line-gross-mismatch': 0,
  'discount-not-spreadable': 0,
  'no-lines': 0,
  'total-unreadable': 0,
  'total-mismatch': 0,
  'total-zero': 0,
  'sum-differs': 0,
  'number-unreadable': 0,
  'number-date-differs': 0,
  'number-differs': 0,
  'issue-date-future': 0,
  'sale-date-after-issue': 0,
  'issue-too-late': 0,
  'order-unconfirmed': 0,
  'receipt-exists': 0,
  'buyer-country-unsupported': 0,
  'currency-unsupported': 0,
  'heading-contradicts': 0,
  'correction-original-unsent': 0,
  'correction-other-open': 0,
  'correction-of-correction': 0,
  'correction-not-domestic': 0,
  'correction-currency': 0,
  'correction-lines-unknown': 0,
  'correction-sum-unclear': 0,
  'correction-net': 0,
  'correction-too-early': 0,
  'correction-nothing-changes': 0,
  'correction-quantity-outside': 0,
  'correction-reason-unfit': 0,
  'correction-line-unmatched': 0,
  'correction-total-unfit': 0,
  'correction-ambiguous': 0,
  'correction-buyer-differs': 0,
  'correction-buyer-spelled': 0,
  'correction-discount-rounded': 0,
  'corrected-before': 0,
  'sale-taken': 0,
  'maybe-booked-mark': 0,
  'maybe-booked-state': 0,
  'ksef-offline-date': 0,
  'maybe-booked-number': 0,
  'maybe-booked-field': 0,
  'maybe-booked-unknown': 0,
} as const satisfies Readonly<Record<FindingCode, 0>>;

/** The names of an object keep the order in which they were written. */
const RANKS: ReadonlyMap<string, number> = new Map(Object.keys(BY_IMPORTANCE).map((code, rank) => [code, rank]));
