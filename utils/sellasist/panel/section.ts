import { POPUP } from './modal';
import { folded } from './text';

/** The order card's sections (sellasist-panel 3.1, 3.2): a heading that folds its body, `.content`, away. */

export const SECTION_TITLE = '.m-panel-section-heading__title';
export const SECTION_ROWS = '.m-order-panel-section';
const SECTION_HEADING = '.m-panel-section-heading';
const HEADING = `${SECTION_TITLE}, h2, h3, h4, h5, h6, legend, [class*="heading"]`;
const BODY = `.content, ${SECTION_ROWS}, form, table, input, select, textarea`;

/** Where a section ends: behind its body, also where heading and body are plain siblings. */
export function endOf(section: Element): Element {
  let end = section;
  if (section.querySelector(BODY) !== null) return end;
  while (end.nextElementSibling?.matches(`.content, ${SECTION_ROWS}`)) end = end.nextElementSibling;
  return end;
}

/** The section so titled; a title that is exactly this wins over one that only contains it. `title` is folded. */
export function sectionTitled(document: Document, title: string): Element | null {
  const titles = [...document.querySelectorAll(SECTION_TITLE)].filter((element) => element.closest(POPUP) === null);
  const found =
    titles.find((element) => folded(element.textContent) === title) ??
    titles.find((element) => folded(element.textContent).includes(title));
  return found === undefined ? null : sectionOf(found);
}

/**
 * The box around a title and its body. Which element that is, nobody has published: climbed is until a body is in the box,
 * but never into a box that holds another section too. Where headings and bodies are plain siblings it is the heading alone.
 */
export function sectionOf(title: Element): Element {
  const heading = title.closest(SECTION_HEADING) ?? title;
  let box = heading;
  for (let parent = box.parentElement; parent !== null; parent = box.parentElement) {
    if (parent.matches('body, main, #content, [role=main]') || countIn(parent, SECTION_TITLE) > 1) return box;
    box = parent;
    if (box.matches('section, fieldset, article')) return box;
    if ([...box.querySelectorAll(BODY)].some((part) => !heading.contains(part))) return box;
  }
  return box;
}

/**
 * The outermost body of a section around `element`, which its heading can fold away at any time; null outside of any. A page
 * may call its columns or its one big wrapper `.content` too: those have no heading right beside them.
 */
export function foldingBodyAround(element: Element): Element | null {
  let found: Element | null = null;
  for (let body = element.closest('.content'); body !== null; body = body.parentElement?.closest('.content') ?? null) {
    if (followsHeading(body) || !isShown(body)) found = body;
  }
  return found;
}

/**
 * Older markup has none of the known classes (sellasist-panel 2), so an ordinary heading counts as well; `h1` is the page's.
 * A neighbour with bodies of its own is a column, not a heading.
 */
function followsHeading(body: Element): boolean {
  const before = body.previousElementSibling;
  if (before === null || before.matches(BODY) || countIn(before, BODY) > 0) return false;
  return before.matches(HEADING) || countIn(before, HEADING) > 0;
}

export function isShown(element: Element): boolean {
  return element.checkVisibility();
}

export function countIn(root: ParentNode, selector: string): number {
  return root.querySelectorAll(selector).length;
}
