/** The place that the person pointed at, and the selector by which it is found again (sellasist-panel 5.3). */
import type { TaughtPlace } from '../../messages';

/** A name without digits: those tell one record, or one release of the panel, from another. */
const NAME = /^-?[A-Za-z_][A-Za-z_-]*$/;
/** Of a chain; what needs more is nowhere in particular. */
const MOST_STEPS = 8;

export function taughtElement(document: Document, { selector }: TaughtPlace): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    // A profile that somebody else wrote.
    return null;
  }
}

/** Of what the person pressed, else of the nearest box around it that can be found again: nobody aims at a table rather than its cell. */
export function nearestSelector(element: Element): string | null {
  for (
    let at: Element | null = element;
    at !== null && !at.matches('body, html, main, [role=main]');
    at = at.parentElement
  ) {
    const selector = selectorOf(at);
    if (selector !== null && /[#.[]/.test(selector)) return selector;
  }
  return selectorOf(element);
}

/** `#id`, else `[data-*]`, else classes, else tags, up the tree until it is found by them alone; null: it has no name of its own. */
export function selectorOf(element: Element): string | null {
  const { ownerDocument: document } = element;
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && steps.length < MOST_STEPS; at = at.parentElement) {
    if (at === document.documentElement) break;
    steps.unshift(stepOf(at));
    const selector = steps.join(' > ');
    // A heading's `h2` has a digit, which a selector may not have.
    if (selector.length > 300 || /\d/.test(selector)) return null;
    if (document.querySelectorAll(selector).length === 1) return selector;
  }
  return null;
}

function stepOf(element: Element): string {
  if (NAME.test(element.id)) return `#${element.id}`;
  const tag = element.localName;
  const [data] = element
    .getAttributeNames()
    .filter((name) => /^data-[a-z-]+$/.test(name) && NAME.test(element.getAttribute(name) ?? ''));
  if (data !== undefined) return `${tag}[${data}="${element.getAttribute(data)}"]`;
  const classes = [...element.classList].filter((name) => NAME.test(name));
  return classes.length > 0 ? classes.map((name) => `.${name}`).join('') : tag;
}
