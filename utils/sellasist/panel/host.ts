/** The element that our controls live in: one per place, marked so that an orphan of an older version is known again. */

const NAME = 'mostek-panel';

export type HostMark = 'order' | 'list' | 'teach';

/** @param data further `data-*`, by the names of `dataset`. */
export function createHost(
  document: Document,
  mark: HostMark,
  data: Readonly<Record<string, string>> = {},
): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(NAME);
  Object.assign(host.dataset, { mostek: mark, ...data });
  return { host, root: host.attachShadow({ mode: 'open' }) };
}

/** Every other such host on the page: left behind by an older version of the extension, or a copy that the page made. */
export function otherHosts(document: Document, own: Element, mark: HostMark): readonly Element[] {
  return [...document.querySelectorAll(`${NAME}[data-mostek="${mark}"]`)].filter((host) => host !== own);
}

/** A page that keeps making copies of the host may keep them after as many evictions. */
const EVICTIONS = 5;

/** Takes such copies away each time it is called, until there were too many. */
export function copyEvictor(document: Document, own: Element, mark: HostMark): () => void {
  let evictions = 0;
  return () => {
    for (const copy of otherHosts(document, own, mark)) {
      if (evictions >= EVICTIONS) return;
      evictions += 1;
      copy.remove();
    }
  };
}
