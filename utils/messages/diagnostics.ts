/**
 * What whoever mends Mostek needs to know, and nothing of anybody: no name, login, sub-domain, number or order. Panels and accounts are
 * counted, and so nothing that is made of this can give them away.
 */
import type { TransferState } from '../invoice/transfer';
import type { PanelLayoutView } from './panel-layout';
import type { QuotaView } from './quota';

/** The hosts that Mostek speaks to, as the manifest names them. */
export const HOSTS = ['https://*.sellasist.pl/*', 'https://www.ifirma.pl/*'] as const;
export type Host = (typeof HOSTS)[number];

export interface DiagnosticsView {
  readonly version: string;
  /** `Chromium 156, Linux` */
  readonly browser: string;
  readonly database: number;
  readonly hosts: readonly { readonly host: Host; readonly isGranted: boolean }[];
  readonly permissions: readonly string[];
  readonly passphrase: 'none' | 'locked' | 'unlocked';
  readonly accounts: number;
  /** Accounts that wait because iFirma refused them. */
  readonly paused: number;
  readonly transfers: Readonly<Record<TransferState, number>>;
  readonly log: number;
  readonly panelDocuments: number;
  readonly batches: { readonly open: number; readonly ended: number };
  /** Bytes; null: the browser does not say. */
  readonly storage: { readonly used: number; readonly quota: number } | null;
  /** Epoch milliseconds; null: nothing waits for a moment. */
  readonly nextDue: number | null;
  /** When the browser wakes Mostek (epoch milliseconds); null: it is not to. */
  readonly alarm: number | null;
  /** In the order of the panels and logins, without their names. */
  readonly limits: readonly Omit<QuotaView, 'name'>[];
  readonly panels: readonly {
    readonly pages: PanelLayoutView['pages'];
    /** Whether the vendor's own integration is on; null: not answered. */
    readonly erplink: boolean | null;
    readonly accounts: number;
  }[];
  /** Epoch milliseconds: when all of this was so. */
  readonly at: number;
}

export interface DiagnosticsCommands {
  diagnostics: { ask: Record<never, never>; reply: DiagnosticsView };
}
