/**
 * Where the controls of an order card go (sellasist-panel 3.4). The rungs are tried from the best known to the most general
 * one; whatever they find, the place is outside the panel's forms and outside what a heading can fold away.
 */
import { POPUP } from './modal';
import { countIn, endOf, foldingBodyAround, isShown, SECTION_ROWS, SECTION_TITLE, sectionTitled } from './section';
import { folded } from './text';

export type Position = 'before' | 'after';

export interface Anchor {
  readonly element: Element;
  readonly position: Position;
  /** Which row of the table in sellasist-panel 3.4 it came from. */
  readonly rung: 1 | 2 | 3 | 4 | 5 | 6;
}

export const STATUS_BOX = '.m-order-change-status__wrapper';
export const PRODUCT_ROW = '.c-order-product, .prod';

interface Rung {
  readonly rung: Anchor['rung'];
  readonly position: Position;
  find(document: Document): Element | null;
}

const LADDER: readonly Rung[] = [
  { rung: 1, position: 'before', find: (document) => sectionTitled(document, 'dodatkowe pola') },
  { rung: 2, position: 'after', find: (document) => titledToItsEnd(document, 'dane dokumentu sprzedazy') },
  { rung: 3, position: 'after', find: (document) => titledToItsEnd(document, 'numery przewozowe i dokumenty') },
  { rung: 4, position: 'after', find: (document) => firstOnPage(document, STATUS_BOX) },
  {
    rung: 5,
    position: 'after',
    find: (document) =>
      firstOnPage(document, SECTION_ROWS, (rows) => folded(rows.textContent).includes('imie i nazwisko')),
  },
  { rung: 6, position: 'before', find: productList },
];

export function findAnchor(document: Document): Anchor | null {
  for (const { rung, position, find } of LADDER) {
    const found = find(document);
    const place = found === null ? null : suitablePlace(found, position);
    if (place !== null) return { ...place, rung };
  }
  return null;
}

function titledToItsEnd(document: Document, title: string): Element | null {
  const section = sectionTitled(document, title);
  return section === null ? null : endOf(section);
}

function firstOnPage(document: Document, selector: string, fits = (_: Element) => true): Element | null {
  const elements = [...document.querySelectorAll(selector)];
  return elements.find((element) => element.closest(POPUP) === null && fits(element)) ?? null;
}

function productList(document: Document): Element | null {
  const row = firstOnPage(document, PRODUCT_ROW);
  const list = row?.parentElement ?? null;
  return list === null || list.matches('body, main, #content, [role=main]') ? row : list;
}

/** Nothing of ours may be submitted with the panel's forms or be clicked together with its links. */
const NEVER_INSIDE = 'form, a, button, label';
/** A box between their parts would fall out of the layout. */
const NEVER_BETWEEN = 'table, thead, tbody, tfoot, tr, ul, ol, dl';

function suitablePlace(found: Element, wanted: Position): Omit<Anchor, 'rung'> | null {
  let element = found;
  let position = wanted;
  for (let parent = element.parentElement; parent !== null; parent = element.parentElement) {
    const around =
      parent.closest(NEVER_INSIDE) ?? (parent.matches(NEVER_BETWEEN) ? parent : null) ?? foldingBodyAround(parent);
    if (around === null) return isShown(parent) ? { element, position } : null;
    // Behind a form that spans the card nobody would find the controls.
    if (around.matches('form') && countIn(around, SECTION_TITLE) > 1) position = 'before';
    element = around;
  }
  return null;
}

/** Whether the host still stands where a host may stand: pages move things about. */
export function isSuitable(host: Element): boolean {
  return host.isConnected && host.parentElement?.closest(NEVER_INSIDE) === null;
}
