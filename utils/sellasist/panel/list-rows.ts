/**
 * The rows of a list and what each speaks of (sellasist-panel 4, 5.2). Link, `data-id`, check box and text are all guesses of one
 * thing: a row counts only where those that exist agree, so that no click ever means another order than the row that a person sees.
 */
import { documentLinks, isId, orderLinked } from './address';
import { columnsOf, type ListKind, listTable, rowsOf } from './list-table';
import { wordsOf } from './text';

export interface ListRow {
  readonly row: HTMLTableRowElement;
  /** The cell with the link to what the row is of; where a badge goes. */
  readonly cell: HTMLElement;
  readonly orderId: string | null;
  readonly documentId: string | null;
  /** The document's number as the row shows it. */
  readonly number: string | null;
  readonly box: HTMLInputElement | null;
}

export interface ListRead {
  readonly rows: readonly ListRow[];
  /** Rows that contradict themselves, and are none. */
  readonly left: number;
}

/** @param path of the page: a document's link is one into the same module. */
export function readList(document: Document, kind: ListKind, path: string): ListRead {
  const table = listTable(document, kind);
  if (table === null) return { rows: [], left: 0 };
  const readRow = kind === 'orders' ? orderRows(columnsOf(table)) : documentRows(columnsOf(table), path);
  const rows: ListRow[] = [];
  let left = 0;
  for (const row of rowsOf(table)) {
    const read = readRow(row);
    if (read === 'contradicts') left += 1;
    else if (read !== null) rows.push(read);
  }
  return { rows, left };
}

/** `undefined` is no evidence; `null`, something that is no id, agrees with nothing. */
type Evidence = readonly (string | null | undefined)[];
type Read = ListRow | 'contradicts' | null;

const CONTRADICTS = Symbol('contradicts');

/** What the evidence agrees on; null: there is none. */
function agreed(evidence: Evidence): string | null | typeof CONTRADICTS {
  let found: string | null = null;
  for (const said of evidence) {
    if (said === undefined) continue;
    if (said === null || (found !== null && found !== said)) return CONTRADICTS;
    found = said;
  }
  return found;
}

function orderRows(columns: readonly string[]): (row: HTMLTableRowElement) => Read {
  const idAt = columns.indexOf('id');
  return (row) => {
    const links = [...row.getElementsByTagName('a')];
    const linked = links.map(orderLinked);
    const cell = cellOf(row, links[linked.findIndex((id) => id !== undefined)]);
    const box = boxOf(row);
    const orderId = agreed([
      ...linked,
      idFrom(row.dataset.id),
      idFrom(box?.value),
      idAtColumn(row, columns, idAt),
      cell === null ? undefined : idIn(cell, linked),
    ]);
    if (orderId === CONTRADICTS) return 'contradicts';
    return orderId === null || cell === null ? null : { row, cell, orderId, documentId: null, number: null, box };
  };
}

function documentRows(columns: readonly string[], path: string): (row: HTMLTableRowElement) => Read {
  const documentLinked = documentLinks(path);
  const orderAt = columns.findIndex((title) => /^(?:zamowienie|nr zamowienia|numer zamowienia)$/.test(title));
  const numberAt = columns.findIndex((title) => /^(?:numer|nr)(?: dokumentu)?$/.test(title));
  return (row) => {
    const links = [...row.getElementsByTagName('a')];
    const linked = links.map(documentLinked);
    const box = boxOf(row);
    const documentId = agreed([...linked, idFrom(row.dataset.id), idFrom(box?.value)]);
    const orderId = agreed([...links.map(orderLinked), idAtColumn(row, columns, orderAt)]);
    if (documentId === CONTRADICTS || orderId === CONTRADICTS) return 'contradicts';
    const numbered = cellAt(row, columns, numberAt);
    const cell = cellOf(row, links[linked.findIndex((id) => id !== undefined)]) ?? numbered;
    if (documentId === null || cell === null) return null;
    return { row, cell, orderId, documentId, number: numbered === null ? null : trimmed(numbered) || null, box };
  };
}

/** `data-id` and the value of a check box, where they are numbers at all. */
function idFrom(text: string | undefined): string | null | undefined {
  if (text === undefined || !/^\d+$/.test(text)) return undefined;
  return isId(text) ? text : null;
}

/** `id: 1001`, in the words of the cell that links to it and nowhere else: a product may be called anything. */
function idIn(cell: Element, linked: Evidence): string | null | undefined {
  const text = cell.textContent;
  if (!/id:/i.test(text)) return undefined;
  const quick = idsIn(text);
  // Read without regard to where its parts end, a number can only become another one.
  if (quick.length > 0 && quick.every((id) => linked.includes(id)))
    return quick.every((id) => id === quick[0]) ? quick[0] : null;
  const found = idsIn(wordsOf(cell));
  const [id] = found;
  if (id === undefined) return undefined;
  return found.every((other) => other === id) && isId(id) ? id : null;
}

function idsIn(text: string): readonly string[] {
  return [...text.matchAll(/\bid:\s*(\d+)/gi)].flatMap(([, id]) => id ?? []);
}

function idAtColumn(row: HTMLTableRowElement, columns: readonly string[], at: number): string | null | undefined {
  const cell = cellAt(row, columns, at);
  return cell === null ? undefined : idFrom(trimmed(cell));
}

function cellAt(row: HTMLTableRowElement, columns: readonly string[], at: number): HTMLElement | null {
  // A row with joined cells is not laid out like its head.
  if (at === -1 || row.childElementCount !== columns.length) return null;
  return (row.children[at] as HTMLElement | undefined) ?? null;
}

function trimmed(cell: Element): string {
  return wordsOf(cell).replace(/\s+/g, ' ').trim();
}

function cellOf(row: HTMLTableRowElement, link: Element | undefined): HTMLElement | null {
  const cell = link?.closest<HTMLElement>('td, th') ?? null;
  return cell?.closest('tr') === row ? cell : null;
}

function boxOf(row: HTMLTableRowElement): HTMLInputElement | null {
  return row.querySelector<HTMLInputElement>('input[type="checkbox"]');
}
