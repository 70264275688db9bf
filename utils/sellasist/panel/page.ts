/** Which page of the panel an address names (sellasist-panel 1). The path is all it looks at; the page itself may say otherwise. */

export type PanelPage =
  | { readonly kind: 'order-card'; readonly orderId: string }
  | { readonly kind: 'order-list' }
  | { readonly kind: 'return-card'; readonly returnId: string }
  /** The paths of the documents are guesses: such a page counts only once its text or the person agrees (sellasist-panel 1). */
  | { readonly kind: 'document-card'; readonly documentId: string }
  | { readonly kind: 'document-list' };

/** One label before the domain, which is the account. */
const PANEL_HOST = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.sellasist\.pl$/;
const NO_PANEL = new Set(['api.sellasist.pl', 'www.sellasist.pl']);

/**
 * Written the one way the API writes it. `01001` would be a second name for order 1001, and with it a second invoice, so
 * such an address has no order.
 */
const ID = '([1-9]\\d{0,17})';
const ORDER_CARD = new RegExp(`^/admin/orders/edit/${ID}/?$`);
const ORDER_LIST = /^\/admin\/orders\/edit\/?$/;
const RETURN_CARD = new RegExp(`^/admin/returns/edit/${ID}/?$`);
const DOCUMENT_MODULE = '/admin/(?![a-z_]*_series)[a-z_]*(?:documents?|invoices?|corrects?|receipts?)[a-z_]*';
const DOCUMENT_CARD = new RegExp(`^${DOCUMENT_MODULE}/(?:edit|show)/${ID}/?$`);
const DOCUMENT_LIST = new RegExp(`^${DOCUMENT_MODULE}/(?:edit|show)/?$`);

type Address = Pick<Location, 'protocol' | 'hostname' | 'pathname'>;

/** A page of somebody's panel on which Mostek may stand: of the administration, and not where the password is typed. */
export function isAdministration({ protocol, hostname, pathname }: Address): boolean {
  const isPanel = protocol === 'https:' && PANEL_HOST.test(hostname) && !NO_PANEL.has(hostname);
  return isPanel && /^\/admin(?:\/|$)/.test(pathname) && !pathname.startsWith('/admin/login');
}

export function pageOf(location: Address): PanelPage | null {
  const { pathname } = location;
  if (!isAdministration(location)) return null;
  const orderId = ORDER_CARD.exec(pathname)?.[1];
  if (orderId !== undefined) return { kind: 'order-card', orderId };
  if (ORDER_LIST.test(pathname)) return { kind: 'order-list' };
  const returnId = RETURN_CARD.exec(pathname)?.[1];
  if (returnId !== undefined) return { kind: 'return-card', returnId };
  const documentId = DOCUMENT_CARD.exec(pathname)?.[1];
  if (documentId !== undefined) return { kind: 'document-card', documentId };
  if (DOCUMENT_LIST.test(pathname)) return { kind: 'document-list' };
  return null;
}
