import type { FileMode } from './files.ts';

/** Ways in which a page of the panel may differ (sellasist-panel 11). Several may be on at once. */
export const PAGE_VARIANTS = [
  // order card
  'older',
  'late',
  'rerender',
  'stripped',
  'heading',
  // order list
  'columns',
  'row-contradiction',
  'ajax',
  // document list
  'no-order-column',
  'plain-table',
  // document card
  'no-order-link',
  'other-number',
  // every page
  'csp',
  'hostile',
] as const;
export type PageVariant = (typeof PAGE_VARIANTS)[number];

/** Explained in `index.ts`. Every one may be turned at any time. */
export interface Switches {
  looseness: number | null;
  listWrapper: 'data' | 'items' | 'results' | null;
  fileMode: FileMode;
  fieldsInLists: boolean;
  documentDetail: 'array' | 'object';
  documentKinds: 'plain' | 'swapped';
  documentsByOrder: 'ignored' | 'honoured';
  documentsInLogs: boolean;
  addressWrites: 'merge' | 'replace';
  refuseWrites: string | null;
  requestsPerMinute: number;
  oneInFlight: boolean;
  latencyBefore: number;
  latencyAfter: number;
  bodyLimit: number;
  variants: readonly PageVariant[];
  documentsPath: string;
  rowsPerPage: number;
  session: 'open' | 'expired';
}

export const DEFAULT_SWITCHES: Switches = {
  looseness: null,
  listWrapper: null,
  fileMode: 'raw',
  fieldsInLists: false,
  documentDetail: 'array',
  documentKinds: 'plain',
  documentsByOrder: 'ignored',
  documentsInLogs: true,
  addressWrites: 'merge',
  refuseWrites: null,
  requestsPerMinute: 60,
  oneInFlight: false,
  latencyBefore: 0,
  latencyAfter: 0,
  bodyLimit: 8 * 1024 * 1024,
  variants: [],
  documentsPath: '/admin/operationdocuments/edit',
  rowsPerPage: 20,
  session: 'open',
};
