/** What every region of ours in the panel does with its shadow root. */

/** Firefox does not let a content script set `adoptedStyleSheets` through its view of the page; an element does the same. */
export const style = (root: ShadowRoot, sheets: readonly string[]): void => {
  try {
    root.adoptedStyleSheets = sheets.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  } catch {
    const element = root.ownerDocument.createElement('style');
    element.textContent = sheets.join('\n');
    root.prepend(element);
  }
};

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

export const keepInside = (root: ShadowRoot): (() => void) => {
  const stop = (event: Event): void => event.stopPropagation();
  for (const type of KEPT) root.addEventListener(type, stop);
  return () => {
    for (const type of KEPT) root.removeEventListener(type, stop);
  };
};
