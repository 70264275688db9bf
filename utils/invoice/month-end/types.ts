/** What is compared when a month is closed: the panel's documents, iFirma's invoices, and what the ledger knows of both. */
import type { DocumentKey, Grosze, IsoDate } from '../document';
import type { NamedByMark } from '../mark';
import type { TransferState } from '../transfer';

/** `YYYY-MM`, of the calendar in Poland. */
export type YearMonth = string;

/** What the ledger says of a document. */
export interface MonthTransfer {
  readonly key: DocumentKey;
  readonly kind: 'invoice' | 'correction';
  readonly state: TransferState;
  readonly orderId: string | null;
  /** The panel's number. */
  readonly documentNumber: string | null;
  /** iFirma's; null: not booked, as far as is known. */
  readonly identifier: string | null;
  readonly number: string | null;
  readonly issueDate: IsoDate | null;
  /** What Mostek sent: of a correction the difference. null: linked by hand, or nothing was sent. */
  readonly sent: Grosze | null;
  /** Of a correction what its invoice comes to after it, as far as the ledger knows the invoice. */
  readonly after: Grosze | null;
  /** What iFirma booked, as it was read back. */
  readonly booked: Grosze | null;
  readonly ksefNumber: string | null;
  /** It is to have a number of KSeF, by the ledger alone. */
  readonly wantsKsef: boolean;
}

/** A document of the panel that is dated in the month. */
export interface MonthDocument {
  readonly documentId: string;
  readonly number: string;
  readonly kind: 'invoice' | 'correction';
  readonly orderId: string | null;
  readonly issueDate: IsoDate;
  /** null: the panel's sum cannot be read. */
  readonly gross: Grosze | null;
  /** Empty: the panel does not say. */
  readonly currency: string;
  /** When the panel said so. Epoch milliseconds. */
  readonly readAt: number;
  /** It is to have a number of KSeF, once it is in iFirma. */
  readonly wantsKsef: boolean;
  readonly transfer: MonthTransfer | null;
}

/** A row of iFirma's list of the month. */
export interface MonthInvoice {
  readonly identifier: string;
  /** Empty: iFirma has given none yet. */
  readonly number: string;
  /** null: the row does not say; it is of the month all the same. */
  readonly issueDate: IsoDate | null;
  readonly gross: Grosze | null;
  readonly currency: string;
  /** It can be read by itself, so it may carry a mark (ifirma-api 5.1). */
  readonly isReadable: boolean;
  /** Those of this panel that the ledger knows it by. */
  readonly transfers: readonly MonthTransfer[];
  /** The ledger knows it as one of another panel. */
  readonly isElsewhere: boolean;
}

/** An invoice of iFirma that was read by itself. */
export interface ReadInvoice {
  readonly identifier: string;
  /** false: iFirma was asked, and knows no such invoice. */
  readonly isThere: boolean;
  readonly number: string;
  readonly issueDate: IsoDate | null;
  readonly gross: Grosze | null;
  readonly currency: string;
  readonly ksefNumber: string;
  /** Of this panel. */
  readonly marks: readonly NamedByMark[];
  /** It carries the mark of another panel. */
  readonly isElsewhere: boolean;
}

/** A document of the panel that was asked for by its id, because iFirma's invoice names it. */
export interface ReadDocument {
  readonly documentId: string;
  readonly isThere: boolean;
  readonly number: string;
  readonly issueDate: IsoDate | null;
  readonly gross: Grosze | null;
  readonly currency: string;
}

/** Both lists whole; what was read by itself may still grow. */
export interface Collected {
  readonly month: YearMonth;
  readonly documents: readonly MonthDocument[];
  readonly invoices: readonly MonthInvoice[];
  /** What the ledger calls booked in this month, whether or not a list shows it. */
  readonly booked: readonly MonthTransfer[];
  readonly readInvoices: readonly ReadInvoice[];
  readonly readDocuments: readonly ReadDocument[];
}

/** In the order of what a person has to do about it. */
export const VERDICTS = ['check', 'missing', 'gone', 'amount', 'date', 'no-ksef', 'same'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why the verdict is what it is, where its word alone does not say. */
export type Why =
  /** `check`: the POST may have been booked; it is being looked up. */
  | 'uncertain'
  /** `check`: more than one invoice in iFirma is this document. */
  | 'double'
  | 'currency'
  | 'sum-unread'
  /** `check`: an invoice of this sum in iFirma was not read, and may be it. */
  | 'unread'
  /** `check`: a correction that Mostek did not send, where iFirma may list none (ifirma-api 4.5). */
  | 'correction-unlisted'
  /** `check`: none of the ways in which a correction's sum may be given agrees. */
  | 'correction-sum'
  /** `check`: issued for an order without a document by another computer, so its sum is not known here. */
  | 'other-computer'
  /** `check`: the panel's document was not asked for. */
  | 'document-unread'
  /** `missing`: the ledger knows its number, and iFirma does not know it any more. */
  | 'vanished'
  | 'skipped'
  | 'on-its-way';

/** The same document, or what stands for it, on iFirma's side. */
export interface IfirmaSide {
  readonly identifier: string;
  readonly number: string;
  readonly issueDate: IsoDate | null;
  readonly gross: Grosze | null;
  readonly currency: string;
  /** false: from the ledger alone; iFirma lists no corrections. */
  readonly isSeen: boolean;
}

export interface MonthRow {
  readonly kind: 'invoice' | 'correction';
  /** Different in every row. */
  readonly key: DocumentKey;
  readonly orderId: string | null;
  /** The panel's; null: it has none, or is not known. */
  readonly number: string | null;
  readonly issueDate: IsoDate | null;
  readonly gross: Grosze | null;
  readonly currency: string;
  readonly ifirma: IfirmaSide | null;
  /** Numbers of further invoices of iFirma that are this document. */
  readonly doubles: readonly string[];
  readonly ksefNumber: string | null;
  readonly verdict: Verdict;
  readonly why: Why | null;
  /** iFirma's sum less the panel's, where both are known and of one currency; not of a correction. */
  readonly difference: Grosze | null;
  /** It can be handed to the batch. */
  readonly isSendable: boolean;
}
