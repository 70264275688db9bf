/** A page of the panel, what is put onto it, and what it says of itself. */
import type { Language } from './base';
import type { DocumentView } from './document';
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

export interface PageCommands {
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
  /** Opens the options page in a tab, in the room that is asked for. */
  options: { ask: { readonly room?: OptionsRoom | undefined }; reply: null };
}

export interface LayoutCommands {
  /** What is known of the pages of each panel that has an account. */
  layout: { ask: Record<never, never>; reply: readonly PanelLayoutView[] };
  /** The next page that the person calls so in this panel is it. */
  'layout.arm': { ask: { readonly panel: string; readonly kind: PageKind }; reply: readonly PanelLayoutView[] };
  'layout.forget': { ask: { readonly panel: string; readonly kind: PageKind }; reply: readonly PanelLayoutView[] };
  'layout.import': { ask: { readonly panel: string; readonly text: string }; reply: ImportedLayout };
}
