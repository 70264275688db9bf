import type { DocumentKey, Grosze, IsoDate } from './document';
import type { Finding, Reason } from './finding';

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
}

/** One look for the mark in iFirma that found nothing. Epoch milliseconds. */
export interface Look {
  readonly at: number;
}

/** The sending of one document: one record, one state, kept for ever. At most one per (panel, document key). */
export interface Transfer {
  readonly panel: string;
  readonly key: DocumentKey;
  readonly accountId: string;
  readonly kind: 'invoice';
  readonly orderId: string | null;
  readonly documentId: string | null;
  /** The panel's number of the document, for people. */
  readonly documentNumber: string | null;
  /**
   * `{panel}/{orderId}` while this transfer holds the sale; a unique index lets no second one hold it (design: one sale,
   * one invoice). Absent (not null: IndexedDB must not index it) when it does not hold it.
   */
  readonly sale?: string;
  readonly state: TransferState;
  readonly step: Step;
  /** A person's click goes before bulk work: smaller is sooner. */
  readonly priority: number;
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
  /** The panel's number that the POST asked iFirma to keep; null or absent: iFirma numbers. */
  readonly keptNumber?: string | null;
  /** What iFirma booked, once it was read back. */
  readonly bookedGross: Grosze | null;
  /** SHA-256 of the document as it was sent. */
  readonly sentHash: string | null;
  readonly findings: readonly Finding[];
  readonly reason: Reason | null;
  /** Evidence that a person overruled (`Finding.evidence`). */
  readonly confirmed: readonly string[];
  readonly attached: 'no' | 'verified' | 'link' | 'probable' | 'unverified';
  /** With step `attach`: the field that was empty, or might be written over, before the PDF was written there. */
  readonly attachingTo?: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** One line of the log: append-only, one entry an attempt. No secrets, no personal data beyond the document's number. */
export interface LogEntry {
  readonly id?: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly accountId: string;
  readonly panel: string;
  readonly key: DocumentKey;
  readonly step: Step;
  readonly state: TransferState;
  readonly documentNumber: string | null;
  readonly number: string | null;
  readonly reason: Reason | null;
  readonly findings: readonly Finding[];
  /** How long the attempt took. */
  readonly ms: number;
}
