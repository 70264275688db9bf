/** Which table of a list page is the list (sellasist-panel 4, 5.2), and its columns by their headings: a merchant arranges them at will. */
import { isId, orderLinked } from './address';
import { POPUP } from './modal';
import { folded } from './text';

export type ListKind = 'orders' | 'documents';

export const LIST_BOX = '#editor_list';
export const LIST_TABLE = 'table.m-editor-list-table';
/** As many links to orders make a table a list of them. */
const LINKS = 3;
const DOCUMENT_COLUMNS = /^(?:numer|data wystawienia|seria|nabywca|klient|kwota|wartosc|.*brutto|status|zamowienie)/;

export function listTable(document: Document, kind: ListKind): HTMLTableElement | null {
  const known = [...document.querySelectorAll<HTMLTableElement>(`${LIST_TABLE}, ${LIST_BOX} table`)];
  return known.find(isOnPage) ?? [...document.querySelectorAll('table')].find((table) => isList(table, kind)) ?? null;
}

function isOnPage(table: Element): boolean {
  return table.closest(POPUP) === null;
}

function isList(table: HTMLTableElement, kind: ListKind): boolean {
  if (!isOnPage(table)) return false;
  if (kind === 'documents') return columnsOf(table).filter((title) => DOCUMENT_COLUMNS.test(title)).length >= 2;
  const orders = [...table.querySelectorAll('a[href*="/admin/orders/edit/"]')].map(orderLinked);
  return new Set(orders.filter((id) => id != null && isId(id))).size >= LINKS;
}

/** The folded titles of the columns, one for each cell of a row. */
export function columnsOf(table: HTMLTableElement): readonly string[] {
  const head = table.querySelector(':scope > thead > tr');
  return [...(head?.children ?? [])].flatMap((cell) => {
    const title = folded(cell.textContent);
    const span = Number(cell.getAttribute('colspan') ?? '1');
    return Array.from({ length: Number.isInteger(span) ? Math.max(1, Math.min(span, 20)) : 1 }, () => title);
  });
}

/** Rows of the list itself, without those of a table inside a cell. */
export function rowsOf(table: HTMLTableElement): readonly HTMLTableRowElement[] {
  return [...table.querySelectorAll<HTMLTableRowElement>(':scope > tbody > tr')];
}
