/**
 * Who is speaking? The one place that reads a message's sender; a lint rule keeps those fields out of every other file.
 *
 * `sender.url` can be made up by a page, and an options page in a tab has `sender.tab` too, so neither decides. What decides:
 * the extension's own id, the origin, and for the panel the top frame (style: measured facts).
 */

export type Speaker =
  /** One of our own pages. */
  | { readonly kind: 'view' }
  /** A content script in the top frame of a page of this panel. `tabId`: where controls are injected. */
  | { readonly kind: 'panel'; readonly panel: string; readonly tabId: number }
  /** Nobody who may ask for anything. */
  | { readonly kind: 'stranger' };

export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

const STRANGER: Speaker = { kind: 'stranger' };
const PANEL_ORIGIN = /^https:\/\/([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\.sellasist\.pl$/;
/** Hosts of the vendor that are nobody's panel. */
const NO_PANEL = ['www', 'api'];

/** @param self the extension's id and origin (`chrome-extension://…`, without a slash). */
export function speakerOf(sender: Sender, self: { readonly id: string; readonly origin: string }): Speaker {
  if (sender.id !== self.id || sender.origin === undefined) return STRANGER;
  if (sender.origin === self.origin) return { kind: 'view' };
  const panel = PANEL_ORIGIN.exec(sender.origin)?.[1];
  const tabId = sender.tab?.id;
  if (panel === undefined || NO_PANEL.includes(panel) || sender.frameId !== 0 || tabId === undefined) return STRANGER;
  return { kind: 'panel', panel, tabId };
}
