import type { SelectorCounts } from '../../messages';
import { PRODUCT_ROW, STATUS_BOX } from './anchor';
import { BULK_SELECT } from './list-anchor';
import { LIST_BOX, LIST_TABLE } from './list-table';
import { POPUP } from './modal';
import { countIn, SECTION_ROWS, SECTION_TITLE } from './section';

/** What the extension relies on or has seen on a card (sellasist-panel 3.2), for `Kopiuj diagnostykę`. */
const ON_CARDS = {
  'section-title': SECTION_TITLE,
  'section-rows': SECTION_ROWS,
  'status-box': STATUS_BOX,
  'product-row': PRODUCT_ROW,
  'company-nip': '#bill_address_company_nip input.company_nip',
  'tracking-numbers': '#tracking_numbers',
  popup: POPUP,
  'main-heading': 'h1, [role=heading][aria-level="1"]',
  form: 'form',
} as const;

/** And on a list (sellasist-panel 4). */
const ON_LISTS = {
  'list-box': LIST_BOX,
  'list-table': LIST_TABLE,
  table: 'table',
  'bulk-select': BULK_SELECT,
  'order-link': 'a[href*="/admin/orders/edit/"]',
  'main-heading': 'h1, [role=heading][aria-level="1"]',
} as const;

/** Hits by name: numbers only, no text of the page. */
export function cardHits(document: Document): SelectorCounts {
  return hitsOf(document, ON_CARDS);
}

export function listHits(document: Document): SelectorCounts {
  return hitsOf(document, ON_LISTS);
}

function hitsOf(document: Document, selectors: Readonly<Record<string, string>>): SelectorCounts {
  return Object.fromEntries(Object.entries(selectors).map(([name, selector]) => [name, countIn(document, selector)]));
}
