/** What every region of ours in the panel does with its shadow root. Nothing outside of the root is touched. */
import { isDarkBehind } from './scheme';

/** The panel has keyboard shortcuts and listens for clicks; what is meant for the region is none of its business. */
const KEPT = [
  'click',
  'dblclick',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'submit',
  'paste',
] as const;

export interface Place {
  /** Where the region is drawn, in the colours of the page behind it. */
  readonly element: HTMLElement;
  /** Leaves the root as it was. */
  remove(): void;
}

/**
 * @param sheets style sheets, as text: no file has to be reachable by the page.
 * @param dark whether the page behind is; left out, the page is asked, which makes the browser work out its styles.
 */
export const placeIn = (root: ShadowRoot, sheets: readonly string[], dark?: boolean): Place => {
  const document = root.ownerDocument;
  const unstyle = style(root, sheets);
  const element = document.createElement('div');
  const isDark = dark ?? isDarkBehind(root.host, (ground) => getComputedStyle(ground));
  element.className = isDark ? 'mostek dark' : 'mostek';
  root.append(element);
  const stop = (event: Event): void => event.stopPropagation();
  for (const type of KEPT) root.addEventListener(type, stop);
  return {
    element,
    remove() {
      for (const type of KEPT) root.removeEventListener(type, stop);
      element.remove();
      unstyle();
    },
  };
};

/** Firefox does not let a content script set `adoptedStyleSheets` through its view of the page; an element does the same. */
const style = (root: ShadowRoot, sheets: readonly string[]): (() => void) => {
  try {
    root.adoptedStyleSheets = sheets.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    return () => {
      root.adoptedStyleSheets = [];
    };
  } catch {
    const element = root.ownerDocument.createElement('style');
    element.textContent = sheets.join('\n');
    root.prepend(element);
    return () => element.remove();
  }
};
