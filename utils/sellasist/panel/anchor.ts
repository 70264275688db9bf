/**
 * Where the controls of a card go (sellasist-panel 3.4, 5.2). The rungs are tried from the best known to the most general
 * one; whatever they find, the place is outside the panel's forms and outside what a heading can fold away.
 */
import type { PlacePosition, TaughtPlace } from '../../messages';
import type { CardKind } from './card';
import { numberedHeading } from './document-text';
import { POPUP } from './modal';
import { taughtElement } from './place-taught';
import { countIn, endOf, foldingBodyAround, isShown, SECTION_ROWS, SECTION_TITLE, sectionTitled } from './section';
import { folded } from './text';

export type Position = 'before' | 'after';

export interface Anchor {
  readonly element: Element;
  readonly position: PlacePosition;
  /** Which row of the table in sellasist-panel 3.4 or 5.2 it came from; 0: the person's own. */
  readonly rung: 0 | 1 | 2 | 3 | 4 | 5 | 6;
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

/** The return's sum has a row `Korekta`, so what is said of its invoice belongs beside it (sellasist-panel 3.1). */
const RETURN_LADDER: readonly Rung[] = [
  { rung: 1, position: 'after', find: (document) => titledToItsEnd(document, 'podsumowanie') },
  ...LADDER.slice(1),
];

/** Of a document's page nothing is published: its heading, its buttons, its largest form (sellasist-panel 5.2). */
const DOCUMENT_LADDER: readonly Rung[] = [
  { rung: 1, position: 'after', find: headOfDocument },
  { rung: 2, position: 'before', find: (document) => firstOnPage(document, 'button, a, input[type=submit]', isAtWork) },
  { rung: 3, position: 'before', find: largestForm },
];

const LADDERS: Readonly<Record<CardKind, readonly Rung[]>> = {
  'order-card': LADDER,
  'document-card': DOCUMENT_LADDER,
  'return-card': RETURN_LADDER,
};

export function findAnchor(
  document: Document,
  kind: CardKind = 'order-card',
  taught: TaughtPlace | null = null,
): Anchor | null {
  const own = taught === null ? null : taughtAnchor(document, taught);
  if (own !== null) return own;
  for (const { rung, position, find } of LADDERS[kind]) {
    const found = find(document);
    const place = found === null ? null : suitablePlace(found, position);
    if (place !== null) return { ...place, rung };
  }
  return null;
}

function taughtAnchor(document: Document, taught: TaughtPlace): Anchor | null {
  const element = taughtElement(document, taught);
  if (element === null) return null;
  const { position } = taught;
  const isInto = position === 'prepend' || position === 'append';
  const isOpen = isInto && element.closest(`${NEVER_INSIDE}, ${NEVER_BETWEEN}`) === null;
  if (isOpen) return isShown(element) ? { element, position, rung: 0 } : null;
  const place = suitablePlace(element, position === 'after' || position === 'append' ? 'after' : 'before');
  return place === null ? null : { ...place, rung: 0 };
}

function headOfDocument(document: Document): Element | null {
  const heading = numberedHeading(document);
  return heading?.closest('header') ?? heading;
}

const AT_WORK = /^(?:wyslij|zapisz|drukuj|pobierz pdf)\b/;

function isAtWork(element: Element): boolean {
  return AT_WORK.test(
    folded(element.localName === 'input' ? (element as HTMLInputElement).value : element.textContent),
  );
}

/** What a document is written in, wherever the page has smaller forms to search with. */
export function largestForm(document: Document): HTMLFormElement | null {
  const forms = [...document.forms].filter((form) => form.closest(POPUP) === null && form.elements.length > 1);
  return forms.toSorted((one, other) => other.elements.length - one.elements.length)[0] ?? null;
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
export const NEVER_INSIDE = 'form, a, button, label';
/** A box between their parts would fall out of the layout. */
export const NEVER_BETWEEN = 'table, thead, tbody, tfoot, tr, ul, ol, dl';

function suitablePlace(found: Element, wanted: Position): Pick<Anchor, 'element' | 'position'> | null {
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
