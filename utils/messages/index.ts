/**
 * The typed protocol between the contexts. Content scripts and views import its types only; the background judges who is
 * speaking (`judge.ts`, the only reader of a sender) and parses what was said (`schemas.ts`).
 *
 * Texts never travel: a finding or a reason is a code with parameters, and the view that shows it words it.
 */
import type { AutoCommands } from './auto';
import type { BatchCommands, UnsentCommands } from './batch';
import type { DiagnosticsCommands } from './diagnostics';
import type { DocumentCommands, RowCommands } from './document';
import type { LogCommands } from './log';
import type { MonthCommands } from './month';
import type { MonthEndCommands } from './month-end';
import type { LayoutCommands, PageCommands } from './page';
import type { PopupCommands } from './popup';
import type { QuotaCommands } from './quota';
import type { RepairCommands } from './repair';
import type { RulesCommands } from './rules';
import type { SecurityCommands } from './security';
import type { SettingsCommands } from './settings';

export * from './accounts';
export * from './auto';
export * from './base';
export * from './batch';
export * from './correction';
export * from './diagnostics';
export * from './document';
export * from './log';
export * from './month';
export * from './month-end';
export * from './page';
export * from './panel-layout';
export * from './popup';
export * from './quota';
export * from './repair';
export * from './rules';
export * from './security';
export * from './settings';

/** Of the panel: a closed list, ids only. */
export interface PanelCommands extends PageCommands, DocumentCommands, BatchCommands, RepairCommands {}

/** Of the extension's own pages. */
export interface ViewCommands
  extends UnsentCommands,
    LogCommands,
    DiagnosticsCommands,
    PopupCommands,
    MonthCommands,
    MonthEndCommands,
    AutoCommands,
    RulesCommands,
    SettingsCommands,
    SecurityCommands,
    RowCommands,
    LayoutCommands,
    QuotaCommands,
    Omit<PanelCommands, 'controls'> {
  /** What a card asks, from a page of ours that says of which panel. The reply is the one of that command. */
  'of.panel': { ask: { readonly panel: string; readonly message: Message<CardCommand> }; reply: unknown };
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
