/**
 * The typed protocol between the contexts. Content scripts and views import its types only; the background judges who is
 * speaking (`judge.ts`, the only reader of a sender) and parses what was said (`schemas.ts`).
 *
 * Texts never travel: a finding or a reason is a code with parameters, and the view that shows it words it.
 */
import type { DocumentKey, Grosze, IsoDate, Thousandths, VatRate } from '../invoice/document';
import type { Remark } from '../invoice/draft';
import type { Finding, Reason } from '../invoice/finding';
import type { AccountSettings, PaymentCode, PaymentMapping } from '../invoice/settings';
import type { Step, TransferState } from '../invoice/transfer';

export type Language = 'pl' | 'en';

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

// ---- what a view is shown ------------------------------------------------------------------------------------------

/** The buttons of design.md section 6, as the background allows them in the present state, in the order of drawing. */
export type Action =
  | 'send' // Wyślij do iFirma
  | 'issue' // Wystaw w iFirma
  | 'preview' // Podgląd
  | 'resend' // Wyślij ponownie
  | 'check' // Sprawdź w iFirma
  | 'pdf' // Pobierz PDF
  | 'attach' // Zapisz PDF w zamówieniu
  | 'link' // Powiąż z iFirma
  | 'skip'; // Pomiń

export interface DocumentView {
  readonly panel: string;
  readonly key: DocumentKey;
  readonly orderId: string | null;
  /** The panel's number; null for an order without a document. */
  readonly number: string | null;
  readonly state: TransferState | 'unsent';
  /** The step that runs or waits; null when nothing does. */
  readonly step: Step | null;
  readonly ifirmaNumber: string | null;
  readonly ksefNumber: string | null;
  readonly findings: readonly Finding[];
  readonly reason: Reason | null;
  readonly attached: 'no' | 'verified' | 'link' | 'probable' | 'unverified';
  readonly actions: readonly Action[];
  /** Epoch milliseconds; 0 when nothing has begun. */
  readonly updatedAt: number;
}

export interface OrderView {
  readonly language: Language;
  readonly orderId: string;
  /**
   * `ready`: documents may be sent. `setup`: no account for this panel. `erplink`: the question about the vendor's own
   * integration is not answered. `read-only`: it is on, so Mostek only looks.
   */
  readonly mode: 'ready' | 'setup' | 'erplink' | 'read-only';
  readonly documents: readonly DocumentView[];
  /** Why the documents could not be read, when they could not. What the ledger knows is shown all the same. */
  readonly problem: Reason | null;
}

export interface PreviewLine {
  readonly name: string;
  readonly quantity: Thousandths;
  readonly unit: string;
  readonly unitGross: Grosze;
  readonly vat: VatRate;
  readonly gross: Grosze;
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
  };
  readonly issueDate: IsoDate | null;
  readonly saleDate: IsoDate | null;
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

// ---- commands of the panel: a closed list, ids only ---------------------------------------------------------------

export interface DocumentRef {
  readonly orderId: string;
  readonly key: DocumentKey;
}

export interface PanelCommands {
  /** The sentinel found a page with a place for controls; the background injects them into that tab. */
  controls: { ask: { readonly kind: 'order' }; reply: null };
  /** `fresh` asks the panel's API again instead of what was read a moment ago. */
  state: { ask: { readonly orderId: string; readonly fresh: boolean }; reply: OrderView };
  /** Serves `send`, `issue` and `resend`. `confirm`: evidence of the findings that the person overruled. */
  send: { ask: DocumentRef & { readonly confirm: readonly string[] }; reply: OrderView };
  preview: { ask: DocumentRef; reply: PreviewView };
  check: { ask: DocumentRef; reply: OrderView };
  skip: { ask: DocumentRef & { readonly why: string }; reply: OrderView };
  link: { ask: DocumentRef & { readonly number: string }; reply: OrderView };
  pdf: { ask: DocumentRef; reply: PdfFile };
  attach: { ask: DocumentRef; reply: OrderView };
  /** Opens the options page in a tab. */
  options: { ask: Record<never, never>; reply: null };
}

// ---- commands of the extension's own pages --------------------------------------------------------------------------

export type SecretName = 'sellasist' | 'faktura' | 'abonent' | 'rachunek';

export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly panel: string;
  readonly login: string;
  readonly seriesIds: readonly string[];
  readonly settings: AccountSettings;
  readonly payments: PaymentMapping;
  readonly pausedBy: string | null;
  /** A short fingerprint of each stored secret; null where none is stored. Never the secret. */
  readonly secrets: Readonly<Record<SecretName, string | null>>;
}

export interface AccountDraft {
  /** null: a new account. */
  readonly id: string | null;
  readonly name: string;
  readonly panel: string;
  readonly login: string;
  readonly seriesIds: readonly string[];
  /** Only the secrets that are to change; an empty text removes an optional one. */
  readonly secrets: Readonly<Partial<Record<SecretName, string>>>;
}

export type AccountField = 'name' | 'panel' | 'login' | SecretName;

export type FieldProblem =
  | 'required'
  | 'panel-invalid'
  | 'login-invalid'
  | 'key-not-hex'
  | 'key-odd-length'
  /** One of the chosen series belongs to another account. */
  | 'series-taken'
  | 'too-long'
  | 'fixed';

export type SaveReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fields: Readonly<Partial<Record<AccountField, FieldProblem>>> };

export interface DictionaryRow {
  readonly id: string;
  readonly name: string;
  /** Field type (`text`, `saledocument`, `files`, …) or series type; empty where there is none. */
  readonly type: string;
}

export interface Dictionaries {
  readonly statuses: readonly DictionaryRow[];
  readonly payments: readonly DictionaryRow[];
  readonly fields: readonly DictionaryRow[];
  readonly series: readonly DictionaryRow[];
}

/** One line of the connection test: what was asked, and what came of it. */
export interface TestLine {
  readonly what: 'sellasist' | 'sellasist-fields' | 'sellasist-documents' | 'ifirma' | 'ifirma-month' | 'ifirma-limit';
  /** null: it worked. */
  readonly problem: Reason | null;
  /** What was reached, e.g. `{month: '11', year: '2026'}` or `{used: '42', granted: '1000'}`. */
  readonly params: Readonly<Record<string, string>>;
}

export interface ListPage {
  readonly language: Language;
  readonly rows: readonly DocumentView[];
  /** Pass it back to get the next page; null at the end. */
  readonly next: number | null;
}

export interface ViewCommands extends Omit<PanelCommands, 'controls'> {
  language: { ask: Record<never, never>; reply: Language };
  'account.list': { ask: Record<never, never>; reply: readonly AccountView[] };
  'account.save': { ask: AccountDraft; reply: SaveReply<AccountView> };
  'account.test': { ask: { readonly id: string }; reply: readonly TestLine[] };
  'account.remove': { ask: { readonly id: string }; reply: null };
  /** The panel's series by a key that is not saved yet, so that the form can list them at once. */
  'panel.series': { ask: { readonly panel: string; readonly key: string }; reply: readonly DictionaryRow[] };
  dictionaries: { ask: { readonly accountId: string; readonly fresh: boolean }; reply: Dictionaries };
  'settings.save': { ask: { readonly accountId: string; readonly settings: AccountSettings }; reply: AccountView };
  'payments.save': { ask: { readonly accountId: string; readonly payments: PaymentMapping }; reply: AccountView };
  /** null: not answered yet. */
  'erplink.get': { ask: Record<never, never>; reply: boolean | null };
  'erplink.set': { ask: { readonly on: boolean }; reply: null };
  /** Transfers that need a person, newest first. `before`: cursor of the page before, null for the first. */
  errors: { ask: { readonly before: number | null }; reply: ListPage };
  recent: { ask: { readonly before: number | null }; reply: ListPage };
  /** From the popup, which knows the panel of a row. */
  'send.row': {
    ask: { readonly panel: string; readonly key: DocumentKey; readonly confirm: readonly string[] };
    reply: null;
  };
  'skip.row': { ask: { readonly panel: string; readonly key: DocumentKey; readonly why: string }; reply: null };
}

export type Commands = PanelCommands & Omit<ViewCommands, keyof PanelCommands>;

export type CommandName = keyof Commands;

/** What is sent with `runtime.sendMessage`. The answer is always a `Reply`. */
export type Message<N extends CommandName = CommandName> = { [K in N]: { readonly type: K } & Commands[K]['ask'] }[N];

/**
 * A view that wants to know of changes connects with `runtime.connect({name: WATCH_PORT})` and hears a `Changed` each time
 * a transfer of its order (a panel page) or any transfer (a page of ours) was written. It then asks for what it shows.
 */
export const WATCH_PORT = 'watch';
export interface Watch {
  readonly orderId: string;
}
export interface Changed {
  readonly changed: true;
}
