import type { YearMonth } from './accounting-month';
import type { ChosenLine } from './correction/from-choice';
import type { CorrectionReason } from './correction/reasons';
import type { DocumentKey, Grosze, IsoDate } from './document';
import type { Finding, Reason } from './finding';
import type { KsefSending, KsefStanding } from './ksef';
import type { Repair } from './repair/repair';

/** design: states and their Polish labels. `unsent` stands for "no transfer" wherever a view needs a word for it. */
export type TransferState =
  | 'queued'
  | 'sending'
  | 'incomplete'
  | 'uncertain'
  | 'issued'
  | 'done'
  | 'failed'
  | 'skipped';

export type Step = 'check' | 'claim' | 'issue' | 'number' | 'pdf' | 'attach';

/** The intent of the one POST, stored before it begins. */
export interface PostIntent {
  /** Epoch milliseconds. */
  readonly beganAt: number;
  /** Epoch milliseconds; null while nothing is known of its end. */
  readonly endedAt: number | null;
  /** What the look-up goes by. */
  readonly gross: Grosze;
  readonly nip: string;
  readonly issueDate: IsoDate;
  readonly lookFrom: IsoDate;
  /** By how much iFirma's clock was ahead of this computer's then (milliseconds); absent or null: not known. */
  readonly ahead?: number | null;
  /** The invoice was found by its mark; whether it was this POST that booked it, or another computer's, is not known. */
  readonly isFound?: true;
}

/**
 * What follows on its own and never touches the invoice (design 3). Each looks before it writes, so each may be repeated:
 * `status` gives the order the account's `Status błędu`, `field` writes into `Pole stanu iFirma` where the document stands, `recheck` looks
 * once more for a second invoice with the same mark, when a list that lags has caught up. `ksef` is sent once and then looked at; its
 * request is the one thing here that is never repeated by itself.
 */
export type EffectName = 'status' | 'field' | 'recheck' | 'ksef';

/** Something that is still to be done. */
export interface Effect {
  /** Epoch milliseconds before which it is not tried. */
  readonly at: number;
  /** Failed tries. */
  readonly tries: number;
}

/** The POST that iFirma refused, without key or signature. It goes when the document is sent again, skipped or linked. */
export interface RefusedPost {
  /** After `https://www.ifirma.pl/iapi/`. */
  readonly path: string;
  readonly body: string;
  readonly kod: number;
  readonly text: string;
}

export interface MonthWish {
  readonly from: YearMonth;
  readonly to: YearMonth;
}

/** What was written into, or met in, the state field of an order. */
export interface FieldMark {
  readonly nonce: string;
  /** Epoch milliseconds by this computer's clock: when our own was surely written, when another's was first seen. */
  readonly at: number;
}

/** One look for the mark in iFirma that found nothing. Epoch milliseconds. */
export interface Look {
  readonly at: number;
}

/** A correction of the same invoice that another computer has booked. */
export interface ElsewhereCorrected {
  readonly identifier: string;
  readonly number: string;
  /** When it was met in the order's state field. Epoch milliseconds. */
  readonly at: number;
}

/** Which invoice a correction corrects, and what a person has said of it. */
export interface CorrectionWish {
  /** The invoice's own key in the ledger; null: the panel names none. */
  readonly invoiceKey: DocumentKey | null;
  /** iFirma's identifier of the invoice; null until it was found. */
  readonly original: string | null;
  /** iFirma's number of the invoice, for people; null until it was read. */
  readonly originalNumber: string | null;
  /** What should be left, where a person chose it (`c{uuid}`); null: the panel's document or return says it. */
  readonly lines: readonly ChosenLine[] | null;
  /** null: what follows from what changes. */
  readonly reason: CorrectionReason | null;
  readonly conditionsMet: boolean;
  /** Noted before this computer's own claim takes their place in the field. Absent: none. */
  readonly elsewhere?: readonly ElsewhereCorrected[];
}

/** Of a correction that the panel's own document or return describes whole. */
export const NOTHING_SAID: CorrectionWish = {
  invoiceKey: null,
  original: null,
  originalNumber: null,
  lines: null,
  reason: null,
  conditionsMet: true,
};

/** The sending of one document: one record, one state, kept for ever. At most one per (panel, document key). */
export interface Transfer {
  readonly panel: string;
  readonly key: DocumentKey;
  readonly accountId: string;
  readonly kind: 'invoice' | 'correction';
  /** Of a correction. */
  readonly correction?: CorrectionWish;
  readonly orderId: string | null;
  readonly documentId: string | null;
  /** The panel's number of the document, for people. */
  readonly documentNumber: string | null;
  /**
   * `{panel}/{orderId}` while this transfer holds the sale; a unique index lets no second one hold it (design: one sale,
   * one invoice). Of a correction `{panel}/k/{identifier of the invoice}` until it is booked: one invoice is corrected by one at a time.
   * Absent (not null: IndexedDB must not index it) when it does not hold it.
   */
  readonly sale?: string;
  readonly state: TransferState;
  readonly step: Step;
  /** A person's click goes before bulk work: smaller is sooner (`PRIORITY`). */
  readonly priority: number;
  /** Id of the batch that put it into the queue; absent: it was sent by itself, or as one of many without a batch. */
  readonly batch?: string;
  /** Mostek put it into the queue by itself, the last time that anybody did. */
  readonly auto?: true;
  /** Epoch milliseconds before which nothing is tried. 0: at once. */
  readonly notBefore: number;
  /** Failed tries of the present step. */
  readonly tries: number;
  readonly post: PostIntent | null;
  /** A POST of it once ended unclear, and a person sent it again: what is not found may still be there, so it is never skipped. */
  readonly wasPosted?: boolean;
  readonly looks: readonly Look[];
  /** iFirma's identifier: the first thing stored after the POST. */
  readonly identifier: string | null;
  /** iFirma's number (`PelnyNumer`). */
  readonly number: string | null;
  readonly ksefNumber: string | null;
  /** Its sending to KSeF; null or absent: nobody has asked for it. */
  readonly ksef?: KsefSending | null;
  /** The panel's number that the POST asked iFirma to keep; null or absent: iFirma numbers. */
  readonly keptNumber?: string | null;
  /** What iFirma booked, once it was read back. */
  readonly bookedGross: Grosze | null;
  /** SHA-256 of the body that was sent. */
  readonly sentHash: string | null;
  /** What the document said when it was sent (`document-hash.ts`); null or absent: sent by an older version, or linked by hand. */
  readonly documentHash?: string | null;
  /** The document in the panel says something else than what was booked ("Różni się od iFirma"). */
  readonly differs?: boolean;
  readonly findings: readonly Finding[];
  readonly reason: Reason | null;
  /** What a person typed in the place of what the panel says, while it says that; absent: nothing. */
  readonly repairs?: readonly Repair[];
  readonly refused?: RefusedPost;
  /** iFirma's accounting month may be moved for it, from and to the months that a person was told; absent: it may not. */
  readonly month?: MonthWish;
  /** Evidence that a person overruled (`Finding.evidence`). */
  readonly confirmed: readonly string[];
  readonly attached: 'no' | 'verified' | 'link' | 'probable' | 'unverified';
  /** With step `attach`: the field that was empty, or might be written over, before the PDF was written there. */
  readonly attachingTo?: string;
  /** SHA-256 of what the field said once Mostek's own file was in it: as long as it says so, nobody else has put anything there. */
  readonly attachedAs?: string;
  /** How this computer has claimed the order in its state field, for the present attempt. */
  readonly claim?: FieldMark | null;
  /** Another computer's claim, as it was first met here. */
  readonly met?: FieldMark;
  /** What is still to follow; what is done, or given up, is absent. */
  readonly effects?: Readonly<Partial<Record<EffectName, Effect>>>;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A person's click, and one of many that were sent at once. */
export const PRIORITY = { person: 0, bulk: 10 } as const;

/**
 * What an entry of the log tells of: an attempt of a step, an effect, a person's decision, that a worker found what a dead one had
 * left, what a person typed right, a move of iFirma's accounting month for the document, what `Automatyczne wysyłanie faktur` decided of it, or
 * what a rule did (`Automatyzacje`).
 */
export type LogEvent = 'step' | EffectName | 'person' | 'recovered' | 'month' | 'auto' | 'rule' | 'repair';

/** One line of the log: append-only, one entry an attempt. No secrets, no personal data beyond the document's number. */
export interface LogEntry {
  readonly id?: number;
  /** Absent in what an older version wrote: a step. */
  readonly event?: LogEvent;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly accountId: string;
  readonly panel: string;
  readonly key: DocumentKey;
  /** Absent in what an older version wrote: the key tells (`kindOfEntry`). */
  readonly kind?: Transfer['kind'];
  readonly step: Step;
  /** `unsent`: of a document without a transfer, which was left out. */
  readonly state: TransferState | 'unsent';
  readonly documentNumber: string | null;
  readonly number: string | null;
  /** Of an entry of `ksef`: how far it is. */
  readonly ksef?: KsefStanding;
  readonly reason: Reason | null;
  readonly findings: readonly Finding[];
  /** How long the attempt took. */
  readonly ms: number;
}
