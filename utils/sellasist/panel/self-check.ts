import { PRODUCT_ROW, STATUS_BOX } from './anchor';
import { POPUP } from './modal';
import { countIn, SECTION_ROWS, SECTION_TITLE } from './section';

/** What the extension relies on or has seen on an order card (sellasist-panel 3.2), for `Diagnostyka`. */
const KNOWN = [
  SECTION_TITLE,
  SECTION_ROWS,
  STATUS_BOX,
  PRODUCT_ROW,
  '#bill_address_company_nip input.company_nip',
  '#tracking_numbers',
  POPUP,
] as const;

/** Hits a selector: numbers only, no text of the page. */
export type SelectorHits = Readonly<Record<(typeof KNOWN)[number], number>>;

export function selectorHits(document: Document): SelectorHits {
  return Object.fromEntries(KNOWN.map((selector) => [selector, countIn(document, selector)])) as SelectorHits;
}

/** None of the selectors that lead to a place has a hit: the vendor has changed the panel's layout. */
export function layoutChanged(hits: SelectorHits): boolean {
  return [SECTION_TITLE, SECTION_ROWS, STATUS_BOX, PRODUCT_ROW].every(
    (selector) => hits[selector as keyof SelectorHits] === 0,
  );
}
