/**
 * Where the bar of a list goes (sellasist-panel 4, 5.2). Nothing here asks where anything is drawn: a list of hundreds of rows is laid
 * out once, and not again because of us.
 */
import type { PlacePosition, TaughtPlace } from '../../messages';
import { NEVER_BETWEEN, NEVER_INSIDE } from './anchor';
import { LIST_BOX, type ListKind, listTable } from './list-table';
import { POPUP } from './modal';
import { taughtElement } from './place-taught';

export const BULK_SELECT = 'select.js-icon-list-button-select';

export interface ListAnchor {
  readonly element: Element;
  readonly position: PlacePosition;
  /** Row of the tables in sellasist-panel 4 and 5.2; 0: the person's own. */
  readonly rung: 0 | 1 | 2 | 3 | 4;
}

export function findListAnchor(document: Document, kind: ListKind, taught: TaughtPlace | null): ListAnchor | null {
  const own = taught === null ? null : taughtElement(document, taught);
  if (taught !== null && own !== null) {
    const place = outside(own, taught.position);
    if (place !== null) return { ...place, rung: 0 };
  }
  const table = listTable(document, kind);
  if (table === null) return null;
  const rungs: readonly (readonly [ListAnchor['rung'], Element | null | undefined, PlacePosition])[] = [
    [1, kind === 'orders' ? onPage(document, BULK_SELECT)?.parentElement : null, 'after'],
    [2, table.closest(LIST_BOX), 'before'],
    [3, table, 'before'],
  ];
  for (const [rung, element, position] of rungs) {
    const place = element == null ? null : outside(element, position);
    if (place !== null) return { ...place, rung };
  }
  return null;
}

function onPage(document: Document, selector: string): Element | null {
  return [...document.querySelectorAll(selector)].find((element) => element.closest(POPUP) === null) ?? null;
}

/** Out of forms, links and the middle of tables. */
function outside(element: Element, wanted: PlacePosition): Pick<ListAnchor, 'element' | 'position'> | null {
  const isInto = wanted === 'prepend' || wanted === 'append';
  const parent = isInto ? element : element.parentElement;
  if (parent === null || element === element.ownerDocument.documentElement) return null;
  const around = parent.closest(NEVER_INSIDE) ?? (parent.matches(NEVER_BETWEEN) ? parent : null);
  if (around === null) return { element, position: wanted };
  return around.matches('body')
    ? null
    : outside(around, wanted === 'prepend' || wanted === 'before' ? 'before' : 'after');
}
