/**
 * A text as it is compared: white space folded, counters like `(0)` dropped, case and diacritics off (sellasist-panel 3.4).
 * `ł` is a letter of its own to Unicode, so decomposing leaves it alone.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replace(/\(\s*\d+\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of an element with a space between its parts: `<b>1001</b><small>20.11.2026</small>` is two words, not one. */
export function wordsOf(element: Element): string {
  const texts: string[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* NodeFilter.SHOW_TEXT */);
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
  return texts.join(' ');
}
