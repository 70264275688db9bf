/** Ids in the links of a page. Written the one way the API writes them; any other spelling is `null`, and no id. */
import { POPUP } from './modal';

const ID = /^[1-9]\d{0,17}$/;

export function isId(text: string): boolean {
  return ID.test(text);
}

const ORDER = /^\/admin\/orders\/edit\/([^/?#]+)\/?(?:[?#]|$)/;

/** The order that a link leads to; `undefined`: it leads elsewhere, `null`: to something that is no order's number. */
export function orderLinked(link: Element): string | null | undefined {
  return tailOf(link, ORDER);
}

/** What tells the document of the module of `path` that a link leads to; as `orderLinked`. */
export function documentLinks(path: string): (link: Element) => string | null | undefined {
  const module = path.replace(/\/+$/, '').replace(/\/(?:edit|show)$/, '');
  const name = module.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`^${name}(?:/(?:edit|show))?/(\\d[^/?#]*)/?(?:[?#]|$)`);
  return (link) => tailOf(link, pattern);
}

function tailOf(link: Element, pattern: RegExp): string | null | undefined {
  const tail = pattern.exec(pathOf(link))?.[1];
  if (tail === undefined) return undefined;
  return isId(tail) ? tail : null;
}

/** What the link says itself: a whole address costs the browser more, and a list has hundreds. */
function pathOf(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('/')) return href;
  const { origin } = link.ownerDocument.location;
  return href.startsWith(`${origin}/`) ? href.slice(origin.length) : href;
}

/** The one order that the page's own links speak of; null: none, or several. */
export function onlyOrderLinked(document: Document): string | null {
  const ids = new Set<string>();
  for (const link of document.querySelectorAll('a[href*="/admin/orders/edit/"]')) {
    if (link.closest(`${POPUP}, nav`) !== null) continue;
    const id = orderLinked(link);
    if (id != null) ids.add(id);
  }
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}
