/**
 * The look-up: is this document in iFirma already? The list is narrowed by the buyer's NIP or by the amount; the list shows no
 * remarks, so each candidate is read and its mark compared (ifirma-api 5.6). Invoices that the ledger knows as something
 * else are skipped.
 */
import { type IfirmaClient, LIST_PAGE } from '../ifirma/client';
import type { IfirmaProblem } from '../ifirma/problem';
import type { ListedInvoice } from '../ifirma/wire';
import type { Grosze, IsoDate, SaleDocument } from '../invoice/document';
import { findMark } from '../invoice/mark';

export interface LookFor {
  readonly document: Pick<SaleDocument, 'panel' | 'orderId' | 'documentId'>;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly nip: string;
  readonly gross: Grosze;
  /** How old the list may be, as in `ListQuery`. */
  readonly asOf?: number | undefined;
}

export interface Sighting {
  readonly identifier: string;
  readonly number: string;
  readonly gross: Grosze | null;
}

export type LookResult =
  | {
      readonly ok: true;
      /** Invoices with this document's mark, oldest first. More than one is a double. */
      readonly same: readonly Sighting[];
      /** Invoices of the same order under another document's mark. */
      readonly sameOrder: readonly Sighting[];
    }
  | { readonly ok: false; readonly problem: IfirmaProblem };

/** Remarks never change once booked, so what was read of an invoice is not read again while the worker lives. */
export type NotesMemory = Map<
  string,
  { readonly notes: string; readonly number: string; readonly gross: Grosze | null }
>;

/** Nobody books this many invoices to one NIP, or of one amount, between an order and tomorrow. If somebody does, nothing is known. */
const MOST_PAGES = 20;

export async function look(
  ifirma: Pick<IfirmaClient, 'list' | 'invoice'>,
  target: LookFor,
  knownOtherwise: (identifiers: readonly string[]) => Promise<ReadonlySet<string>>,
  memory: NotesMemory,
): Promise<LookResult> {
  const rows: ListedInvoice[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { from, to, nip, gross, asOf } = target;
    const answer = await ifirma.list({ from, to, nip, gross, page, ...(asOf === undefined ? {} : { asOf }) });
    if (!answer.ok) return answer;
    rows.push(...answer.value);
    if (answer.value.length < LIST_PAGE) break;
    // What was not looked at is not absent.
    if (page === MOST_PAGES) return { ok: false, problem: { kind: 'no-kod' } };
  }
  const known = await knownOtherwise(rows.map((row) => row.identifier));
  const same: Sighting[] = [];
  const sameOrder: Sighting[] = [];
  for (const row of rows) {
    if (known.has(row.identifier) || !couldBeOurs(row)) continue;
    let seen = memory.get(row.identifier);
    if (seen === undefined) {
      const answer = await ifirma.invoice(row.identifier);
      if (!answer.ok) return answer;
      seen = {
        notes: answer.value.notes,
        number: answer.value.number || row.number,
        gross: answer.value.gross ?? row.gross,
      };
      memory.set(row.identifier, seen);
    }
    const match = findMark(seen.notes, target.document);
    const sighting = { identifier: row.identifier, number: row.number || seen.number, gross: seen.gross ?? row.gross };
    if (match === 'same') same.push(sighting);
    else if (match === 'same-order') sameOrder.push(sighting);
  }
  return { ok: true, same: oldestFirst(same), sameOrder: oldestFirst(sameOrder) };
}

/** Other kinds live at other addresses, and Mostek makes no drafts; an unnamed kind may be ours. */
export function couldBeOurs(row: ListedInvoice): boolean {
  return !row.isDraft && (row.kind === '' || row.kind === 'prz_faktura_kraj');
}

function oldestFirst(sightings: Sighting[]): Sighting[] {
  return sightings.toSorted(
    (a, b) => a.identifier.length - b.identifier.length || (a.identifier < b.identifier ? -1 : 1),
  );
}
