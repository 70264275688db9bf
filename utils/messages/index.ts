/**
 * The typed protocol between the contexts. Content scripts and views import its types only; the background judges who is
 * speaking (`judge.ts`, the only reader of a sender) and parses what was said (`schemas.ts`).
 *
 * Texts never travel: a finding or a reason is a code with parameters, and the view that shows it words it.
 */
import type { DocumentKey, Grosze, IsoDate, PercentHundredths, Thousandths, VatRate } from '../invoice/document';
import type { Remark } from '../invoice/draft';
import type { Finding, Reason } from '../invoice/finding';
import type { KsefStanding } from '../invoice/ksef';
import type { SeriesSettings } from '../invoice/series';
import type {
  AccountSettings,
  BankAccount,
  FlatRate,
  GtuCode,
  PaymentCode,
  PaymentMapping,
  SignatureKind,
} from '../invoice/settings';
import type { Step, TransferState } from '../invoice/transfer';
import type {
  AccountDraft,
  AccountView,
  DictionaryRow,
  FirstDocument,
  PanelLists,
  SaveReply,
  SettingsField,
  TestLine,
} from './accounts';
import type { AutoCommands } from './auto';
import type { BatchCommands, UnsentCommands } from './batch';
import type { CorrectionChoice, CorrectionView } from './correction';
import type { DiagnosticsCommands } from './diagnostics';
import type { LogCommands } from './log';
import type { MonthCommands } from './month';
import type { MonthEndCommands } from './month-end';
import type {
  ImportedLayout,
  PageKind,
  PageLayout,
  PageReport,
  PageTest,
  PanelLayoutView,
  ShownRow,
  TaughtPlace,
} from './panel-layout';
import type { PopupCommands } from './popup';
import type { RepairCommands } from './repair';
import type { RulesCommands } from './rules';
import type { FileReply, ImportPreview, KeysReply, SecurityView, SettingsFile, TypedKeys } from './security';

export * from './accounts';
export * from './auto';
export * from './batch';
export * from './correction';
export * from './diagnostics';
export * from './log';
export * from './month';
export * from './month-end';
export * from './panel-layout';
export * from './popup';
export * from './repair';
export * from './rules';
export * from './security';

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

// ---- commands of the panel: a closed list, ids only ---------------------------------------------------------------

export interface DocumentRef {
  /** null: a document without an order. */
  readonly orderId: string | null;
  readonly key: DocumentKey;
}

/** A page of the panel as its sentinel sees it. */
export interface PageAsked {
  /** By the path alone; null: none that is known. */
  readonly page: PageKind | null;
  readonly path: string;
}

export interface RowState {
  readonly state: DocumentView['state'];
  /** iFirma's number. */
  readonly number: string | null;
  readonly differs: boolean;
}

export interface RowStates {
  readonly language: Language;
  readonly byOrder: Readonly<Record<string, RowState>>;
  readonly byDocument: Readonly<Record<string, RowState>>;
}

/** The rooms of the options page that something else leads to. */
export const OPTIONS_ROOMS = ['accounts', 'payments', 'settings', 'series', 'rules', 'unsent', 'security'] as const;
export type OptionsRoom = (typeof OPTIONS_ROOMS)[number];

export interface PanelCommands extends BatchCommands, RepairCommands {
  /** The sentinel tells which page this is by its path alone; the background injects what belongs there, or nothing. */
  controls: { ask: PageAsked; reply: null };
  /** What is known of the page, for what was injected into it. */
  page: { ask: PageAsked; reply: PageLayout };
  /** How the page looked to the controls, once they stand. */
  seen: { ask: PageReport & { readonly path: string }; reply: null };
  /** The states of a list's rows, from the ledger alone. A row that there is nothing to say of is left out. */
  rows: {
    ask: { readonly orderIds: readonly string[]; readonly documentIds: readonly string[] };
    reply: RowStates;
  };
  /** Which page of this panel is being taught; null: none, or no longer. */
  'teach.state': { ask: Record<never, never>; reply: { readonly language: Language; readonly kind: PageKind | null } };
  /** `Użyj tej strony`: only while this panel is being taught, and for that kind of page. Answers how the page agrees with the API. */
  'teach.use': {
    ask: { readonly path: string; readonly place: TaughtPlace | null; readonly rows: readonly ShownRow[] };
    reply: PageTest;
  };
  'teach.end': { ask: Record<never, never>; reply: null };
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
  /** Opens the options page in a tab, in the room that is asked for. */
  options: { ask: { readonly room?: OptionsRoom | undefined }; reply: null };
  /** `confirm`: evidence (`KsefView.asks`) that the person confirmed with the click. */
  ksef: { ask: DocumentRef & { readonly confirm: readonly string[] }; reply: OrderView };
}

// ---- commands of the extension's own pages --------------------------------------------------------------------------

export interface ListPage {
  readonly language: Language;
  readonly rows: readonly DocumentView[];
  /** Of all pages; null: nobody has counted. */
  readonly total: number | null;
  /** Pass it back to get the next page; null at the end. */
  readonly next: number | null;
}

export interface ViewCommands
  extends UnsentCommands,
    LogCommands,
    DiagnosticsCommands,
    PopupCommands,
    MonthCommands,
    MonthEndCommands,
    AutoCommands,
    RulesCommands,
    Omit<PanelCommands, 'controls'> {
  /** What is known of the pages of each panel that has an account. */
  layout: { ask: Record<never, never>; reply: readonly PanelLayoutView[] };
  /** The next page that the person calls so in this panel is it. */
  'layout.arm': { ask: { readonly panel: string; readonly kind: PageKind }; reply: readonly PanelLayoutView[] };
  'layout.forget': { ask: { readonly panel: string; readonly kind: PageKind }; reply: readonly PanelLayoutView[] };
  'layout.import': { ask: { readonly panel: string; readonly text: string }; reply: ImportedLayout };
  /** What a card asks, from a page of ours that says of which panel. The reply is the one of that command. */
  'of.panel': { ask: { readonly panel: string; readonly message: Message<CardCommand> }; reply: unknown };
  language: { ask: Record<never, never>; reply: Language };
  'account.list': { ask: Record<never, never>; reply: readonly AccountView[] };
  'account.save': { ask: AccountDraft; reply: SaveReply<AccountView> };
  'account.test': { ask: { readonly id: string }; reply: readonly TestLine[] };
  'account.remove': { ask: { readonly id: string }; reply: null };
  /** The panel's series by a key that is not saved yet, so that the form can list them at once. */
  'panel.series': { ask: { readonly panel: string; readonly key: string }; reply: readonly DictionaryRow[] };
  /** What a key that is not saved yet reaches. */
  'panel.test': { ask: { readonly panel: string; readonly key: string }; reply: readonly TestLine[] };
  dictionaries: { ask: { readonly accountId: string; readonly fresh: boolean }; reply: PanelLists };
  'settings.save': {
    ask: { readonly accountId: string; readonly revision: number; readonly settings: AccountSettings };
    reply: SaveReply<AccountView, SettingsField>;
  };
  'payments.save': {
    ask: { readonly accountId: string; readonly revision: number; readonly payments: PaymentMapping };
    reply: AccountView;
  };
  'series.save': {
    ask: {
      readonly accountId: string;
      readonly revision: number;
      readonly series: Readonly<Record<string, SeriesSettings>>;
    };
    reply: AccountView;
  };
  'language.set': { ask: { readonly language: Language }; reply: null };
  /** The newest document of the account's series, else its panel's newest order; null: the panel has neither. */
  'first.document': { ask: { readonly accountId: string; readonly fresh: boolean }; reply: FirstDocument | null };
  security: { ask: Record<never, never>; reply: SecurityView };
  unlock: { ask: { readonly passphrase: string }; reply: null };
  lock: { ask: Record<never, never>; reply: null };
  'lock.after': { ask: { readonly minutes: number | null }; reply: null };
  /** Asks for every stored iFirma key again: what was imported cannot be sealed (design: secrets). */
  'passphrase.on': {
    ask: { readonly passphrase: string; readonly keys: TypedKeys; readonly autoLock: number | null };
    reply: KeysReply<SecurityView>;
  };
  'passphrase.change': { ask: { readonly current: string; readonly next: string }; reply: null };
  'passphrase.off': { ask: { readonly current: string }; reply: null };
  /** It is forgotten: it goes with every key that it sealed, and nothing else does. Refused while the keys are open. */
  'passphrase.forget': { ask: Record<never, never>; reply: null };
  'file.export': {
    ask: {
      /** null: a file without keys. */
      readonly secrets: null | {
        /** Of the file. */
        readonly passphrase: string;
        /** Of the vault, where it has one; else the keys are typed again. */
        readonly current: string | null;
        readonly keys: TypedKeys;
      };
    };
    reply: KeysReply<SettingsFile>;
  };
  /** Changes nothing. */
  'file.preview': { ask: { readonly text: string }; reply: FileReply<ImportPreview> };
  'file.import': {
    ask: { readonly text: string; readonly token: string; readonly passphrase: string | null };
    reply: FileReply<readonly AccountView[]>;
  };
  /** Everything that Mostek keeps in this browser: keys, settings, the ledger, the log. */
  wipe: { ask: Record<never, never>; reply: null };
  /** By panel of the accounts; null: not answered yet. */
  'erplink.get': { ask: Record<never, never>; reply: Readonly<Record<string, boolean | null>> };
  'erplink.set': { ask: { readonly panel: string; readonly on: boolean }; reply: null };
  /** From the popup, which knows the panel of a row. */
  'send.row': {
    ask: { readonly panel: string; readonly key: DocumentKey; readonly confirm: readonly string[] };
    reply: null;
  };
  /** Queues many documents of one panel at once, behind whatever a person sends one by one. */
  'send.many': { ask: { readonly panel: string; readonly documents: readonly DocumentRef[] }; reply: SentMany };
  /** How much of the services' limits is used. */
  quota: { ask: Record<never, never>; reply: readonly QuotaView[] };
  /** By what name the state field of an order calls this computer. */
  'computer.get': { ask: Record<never, never>; reply: string };
  'computer.set': { ask: { readonly name: string }; reply: null };
  'skip.row': { ask: { readonly panel: string; readonly key: DocumentKey; readonly why: string }; reply: null };
}

/** How many documents may be queued with one command. */
export const MOST_AT_ONCE = 500;

/** What one command of many came to, by its documents' keys. */
export interface SentMany {
  readonly queued: readonly DocumentKey[];
  /** On its way, sent, or stopped by somebody else's sale: their own states say more. */
  readonly left: readonly DocumentKey[];
}

/** What was used of a limit, and how much there is. */
export interface Used {
  readonly used: number;
  readonly limit: number;
}

/** The limits of one iFirma login, or of one panel. */
export interface QuotaView {
  readonly service: 'iFirma' | 'Sellasist';
  /** The login or the panel's sub-domain. */
  readonly name: string;
  readonly minute: Used;
  /** null: the service has no limit a day. */
  readonly day: Used | null;
  /** Documents of the month; null: not known (no key `abonent`, or iFirma did not say). */
  readonly documents: (Used & { /** Epoch milliseconds. */ readonly at: number }) | null;
  /** The service asked for a rest until then (epoch milliseconds); null: it did not. */
  readonly closedUntil: number | null;
}

export type Commands = PanelCommands & Omit<ViewCommands, keyof PanelCommands>;

export type CommandName = keyof Commands;

/** What the region of an order, a document or a return asks. */
export const CARD_COMMANDS = [
  'state',
  'send',
  'preview',
  'check',
  'skip',
  'link',
  'pdf',
  'attach',
  'ksef',
  'correction.preview',
  'correct',
  'repair.form',
  'repair',
  'send.month',
  'exchange',
  'options',
] as const satisfies readonly (keyof PanelCommands)[];
export type CardCommand = (typeof CARD_COMMANDS)[number];

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
