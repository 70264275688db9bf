/** What is known of the panel's pages: which page is which, what the person has taught, and what was last seen there. */
import type { Language } from './base';

export const PAGE_KINDS = ['order-card', 'order-list', 'document-card', 'document-list', 'return-card'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export const PLACE_POSITIONS = ['before', 'after', 'prepend', 'append'] as const;
export type PlacePosition = (typeof PLACE_POSITIONS)[number];

/** Where the person wants the controls. The selector is made of ids, `data-*` and classes without digits. */
export interface TaughtPlace {
  readonly selector: string;
  readonly position: PlacePosition;
}

export interface TaughtPage {
  readonly kind: PageKind;
  /** `/admin/documents/edit/{n}`: each number of the path is `{n}`, the last one is the id of a card. */
  readonly path: string;
  /** null: the page's own rule finds the place. */
  readonly place: TaughtPlace | null;
}

/** What a file of a profile holds; the same for every panel. */
export interface PanelProfile {
  readonly mostek: 'panel-profile';
  readonly version: 1;
  readonly pages: readonly TaughtPage[];
}
export const PANEL_PROFILE_MOST = 20_000;

/** Hits by the name of what is looked for: numbers only, no text of the page. */
export type SelectorCounts = Readonly<Record<string, number>>;

/** What a page looked like when the controls came to it. */
export interface PageReport {
  readonly kind: PageKind;
  readonly place: 'taught' | 'own' | 'floating';
  /** The taught selector found nothing, or none of the known ones did. */
  readonly missed: boolean;
  /** Rows that could be read; null: no list. */
  readonly rows: number | null;
  /** Rows left out because they contradict themselves. */
  readonly left: number;
  readonly hits: SelectorCounts;
}

/** A page's own signs against the panel's API. */
export interface PageTest {
  readonly rows: number;
  /** Of them, how many the API was asked about, and how many it agreed with. */
  readonly compared: number;
  readonly agreed: number;
}

/** What a content script is told of the page that it stands on. */
export interface PageLayout {
  readonly language: Language;
  /** null: none of ours. */
  readonly kind: PageKind | null;
  /** The person said what this page is. */
  readonly taught: TaughtPage | null;
}

export interface PageKnown {
  readonly kind: PageKind;
  readonly taught: TaughtPage | null;
  readonly test: (PageTest & { /** Epoch milliseconds. */ readonly at: number }) | null;
  readonly seen:
    | (PageReport & {
        /** Epoch milliseconds. */
        readonly at: number;
        /** Digits masked. */
        readonly path: string;
        /** Visits in succession that missed. */
        readonly misses: number;
      })
    | null;
}

export interface PanelLayoutView {
  readonly panel: string;
  readonly pages: readonly PageKnown[];
  /** Which page is being taught; null: none. */
  readonly armed: PageKind | null;
  /** Of the extension, for the diagnostics. */
  readonly version: string;
}

export type ImportedLayout =
  | { readonly ok: true; readonly panels: readonly PanelLayoutView[] }
  | { readonly ok: false; readonly why: 'not-json' | 'not-a-profile' };

// ---- rows of lists --------------------------------------------------------------------------------------------------

/** How many ids of rows may be asked for at once, orders and documents together. */
export const MOST_ROWS = 500;

export interface RowId {
  readonly orderId: string | null;
  readonly documentId: string | null;
}

/** A row of a list as the page shows it, to be compared with the API. */
export interface ShownRow extends RowId {
  /** The number of the document, where the row shows one. */
  readonly number: string | null;
}
