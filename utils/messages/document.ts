/** A document, or the sale of an order, as the views show it, and what a person asks of it. */
import type { DocumentKey, Grosze, IsoDate, PercentHundredths, Thousandths, VatRate } from '../invoice/document';
import type { Remark } from '../invoice/draft';
import type { Finding, Reason } from '../invoice/finding';
import type { KsefStanding } from '../invoice/ksef';
import type { BankAccount, FlatRate, GtuCode, PaymentCode, SignatureKind } from '../invoice/settings';
import type { Step, TransferState } from '../invoice/transfer';
import type { Language } from './base';
import type { CorrectionChoice, CorrectionView } from './correction';

/** The buttons of design.md section 6, as the background allows them in the present state, in the order of drawing. */
export type Action =
  | 'send' // Wyślij do iFirma
  | 'issue' // Wystaw w iFirma
  | 'preview' // Podgląd
  | 'resend' // Wyślij ponownie
  | 'check' // Sprawdź w iFirma
  | 'pdf' // Pobierz PDF
  | 'correct' // Utwórz korektę
  | 'attach' // Zapisz PDF w zamówieniu
  | 'ksef' // Wyślij do KSeF
  | 'link' // Powiąż z iFirma
  | 'skip'; // Pomiń

/** How a booked document stands with KSeF. */
export interface KsefView {
  readonly standing: KsefStanding;
  readonly reason: Reason | null;
  /** Evidence that a person confirms with the click on `Wyślij do KSeF`. */
  readonly asks: readonly string[];
}

export interface DocumentView {
  readonly panel: string;
  readonly key: DocumentKey;
  readonly kind: 'invoice' | 'correction';
  /** Of a correction: iFirma's number of the invoice that it corrects; null: not known yet, or no correction. */
  readonly corrects: string | null;
  readonly orderId: string | null;
  /** The panel's number; null for an order without a document. */
  readonly number: string | null;
  readonly state: TransferState | 'unsent';
  /** The step that runs or waits; null when nothing does. */
  readonly step: Step | null;
  readonly ifirmaNumber: string | null;
  readonly ksefNumber: string | null;
  /** Absent: nobody has asked for it, or nothing is booked. */
  readonly ksef?: KsefView;
  readonly findings: readonly Finding[];
  readonly reason: Reason | null;
  readonly attached: 'no' | 'verified' | 'link' | 'probable' | 'unverified';
  /** The document in the panel says something else than what was booked. */
  readonly differs: boolean;
  readonly actions: readonly Action[];
  /** Epoch milliseconds; 0 when nothing has begun. */
  readonly updatedAt: number;
}

export interface OrderView {
  readonly language: Language;
  /** null: of a document without an order, or whose order is not known. */
  readonly orderId: string | null;
  /**
   * `ready`: documents may be sent. `setup`: no account for this panel. `erplink`: the question about the vendor's own
   * integration is not answered. `read-only`: it is on, so Mostek only looks. `locked`: the passphrase was not given yet, so only
   * what the ledger knows is shown.
   */
  readonly mode: 'ready' | 'setup' | 'erplink' | 'read-only' | 'locked';
  readonly documents: readonly DocumentView[];
  /** Why the documents could not be read, when they could not. What the ledger knows is shown all the same. */
  readonly problem: Reason | null;
}

export interface PreviewLine {
  readonly name: string;
  readonly quantity: Thousandths;
  readonly unit: string;
  /** Before the discount; `gross` is after it. */
  readonly unitGross: Grosze;
  readonly discount: PercentHundredths;
  readonly vat: VatRate;
  readonly gross: Grosze;
  readonly gtu: GtuCode | null;
  /** Empty: none. */
  readonly pkwiu: string;
}

export interface PreviewView {
  readonly language: Language;
  readonly number: string | null;
  readonly buyer: {
    readonly name: string;
    readonly nip: string;
    readonly street: string;
    readonly postcode: string;
    readonly city: string;
    readonly country: string | null;
    /** Empty: none is sent. */
    readonly email: string;
  };
  readonly issueDate: IsoDate | null;
  readonly saleDate: IsoDate | null;
  /** null: none is printed. */
  readonly dueDate: IsoDate | null;
  /** The running number that is kept; null: iFirma gives the number. */
  readonly keptNumber: number | null;
  /** Empty: iFirma's default. */
  readonly ifirmaSeries: string;
  /** null: as iFirma's own setting says. */
  readonly splitPayment: boolean | null;
  /** Empty: iFirma's default. */
  readonly template: string;
  /** Empty: as in iFirma. */
  readonly issuePlace: string;
  readonly signature: SignatureKind;
  readonly bankAccount: BankAccount;
  readonly showBdo: boolean;
  readonly showGios: boolean;
  /** null: none, or iFirma's default. */
  readonly flatRate: FlatRate | null;
  readonly payment: PaymentCode | null;
  readonly paid: Grosze;
  readonly lines: readonly PreviewLine[];
  /** null while findings keep it from being worked out. */
  readonly sumIfirma: Grosze | null;
  readonly sumOrder: Grosze | null;
  /** What goes into `Uwagi`, the mark in its last line. */
  readonly notes: string;
  readonly remarks: readonly Remark[];
  readonly findings: readonly Finding[];
}

export interface PdfFile {
  /** `{number with _}.pdf` */
  readonly name: string;
  readonly base64: string;
}

export interface DocumentRef {
  /** null: a document without an order. */
  readonly orderId: string | null;
  readonly key: DocumentKey;
}

export interface ListPage {
  readonly language: Language;
  readonly rows: readonly DocumentView[];
  /** Of all pages; null: nobody has counted. */
  readonly total: number | null;
  /** Pass it back to get the next page; null at the end. */
  readonly next: number | null;
}

/** How many documents may be queued with one command. */
export const MOST_AT_ONCE = 500;

/** What one command of many came to, by its documents' keys. */
export interface SentMany {
  readonly queued: readonly DocumentKey[];
  /** On its way, sent, or stopped by somebody else's sale: their own states say more. */
  readonly left: readonly DocumentKey[];
}

export interface DocumentCommands {
  /**
   * Of an order (`key: null`) or of one document, whose order is then looked up. `fresh` asks the panel's API again instead of what
   * was read a moment ago.
   */
  state: {
    ask: { readonly orderId: string | null; readonly key: DocumentKey | null; readonly fresh: boolean };
    reply: OrderView;
  };
  /** Serves `send`, `issue` and `resend`. `confirm`: evidence of the findings that the person overruled. */
  send: { ask: DocumentRef & { readonly confirm: readonly string[] }; reply: OrderView };
  preview: { ask: DocumentRef; reply: PreviewView };
  check: { ask: DocumentRef; reply: OrderView };
  skip: { ask: DocumentRef & { readonly why: string }; reply: OrderView };
  link: { ask: DocumentRef & { readonly number: string }; reply: OrderView };
  pdf: { ask: DocumentRef; reply: PdfFile };
  /** Of an invoice that is booked: what a correction of it would come to. Of a correction or a return of the panel: what it is. */
  'correction.preview': { ask: DocumentRef & { readonly choice: CorrectionChoice }; reply: CorrectionView };
  /** `Utwórz korektę` of an invoice that is booked. */
  correct: {
    ask: DocumentRef & { readonly choice: CorrectionChoice; readonly confirm: readonly string[] };
    reply: OrderView;
  };
  attach: { ask: DocumentRef; reply: OrderView };
  /** `confirm`: evidence (`KsefView.asks`) that the person confirmed with the click. */
  ksef: { ask: DocumentRef & { readonly confirm: readonly string[] }; reply: OrderView };
}

/** From pages of ours, which know the panel of a row. */
export interface RowCommands {
  /** From the popup, which knows the panel of a row. */
  'send.row': {
    ask: { readonly panel: string; readonly key: DocumentKey; readonly confirm: readonly string[] };
    reply: null;
  };
  /** Queues many documents of one panel at once, behind whatever a person sends one by one. */
  'send.many': { ask: { readonly panel: string; readonly documents: readonly DocumentRef[] }; reply: SentMany };
  'skip.row': { ask: { readonly panel: string; readonly key: DocumentKey; readonly why: string }; reply: null };
}
