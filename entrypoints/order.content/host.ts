/** The element that our controls live in: one per place, marked so that an orphan of an older version is known again. */

const NAME = 'mostek-panel';
const MARK = 'order';

export function createHost(document: Document, orderId: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(NAME);
  host.dataset.mostek = MARK;
  host.dataset.orderId = orderId;
  return { host, root: host.attachShadow({ mode: 'open' }) };
}

/** Every other host on the page: left behind by an older version of the extension, or a copy that the page made. */
export function otherHosts(document: Document, own: Element): readonly Element[] {
  return [...document.querySelectorAll(`${NAME}[data-mostek="${MARK}"]`)].filter((host) => host !== own);
}
