/**
 * One list of iFirma's invoices for many documents (design 4): read whole for a period and looked at for each document, instead of
 * once a document. Only whoever says how old a list may be is given a shared one.
 */
import type { IfirmaClient, ListQuery } from '../../ifirma/client';
import { LIST_PAGE } from '../../ifirma/client';
import type { Answer } from '../../ifirma/problem';
import type { ListedInvoice } from '../../ifirma/wire';
import type { IsoDate } from '../../invoice/document';
import type { Clock } from '../clock';

type List = IfirmaClient['list'];

interface Snapshot {
  /** Epoch milliseconds: what was booked before is in it, as far as the list does not lag. */
  readonly askedAt: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly rows: readonly ListedInvoice[];
}

/** A longer period costs more than it saves; each document is then looked for by itself. */
const MOST_PAGES = 5;
/** `kwotaOd` and `kwotaDo` are ± 0.05 zł in a query of one document. */
const TOLERANCE = 5;

/** Of one iFirma login. @returns its client's `list`, shared. */
export function sharedList(clock: Clock): (list: List) => List {
  let snapshot: Snapshot | null = null;
  let isTooLong = false;

  /** null: it is too long to be shared. */
  async function read(list: List, from: IsoDate, to: IsoDate): Promise<Answer<Snapshot | null>> {
    const askedAt = clock.now();
    const rows: ListedInvoice[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const answer = await list({ from, to, nip: '', gross: null, page });
      if (!answer.ok) return answer;
      rows.push(...answer.value);
      if (answer.value.length < LIST_PAGE) return { ok: true, value: { askedAt, from, to, rows } };
    }
    return { ok: true, value: null };
  }

  return (list) => async (query) => {
    const { asOf } = query;
    if (asOf === undefined || isTooLong) return list(query);
    if (snapshot === null || !serves(snapshot, query, asOf, clock.now())) {
      // What was wanted before is likely to be wanted again: the documents of a queue lie close together.
      const from = snapshot !== null && snapshot.from < query.from ? snapshot.from : query.from;
      const taken = await read(list, from, query.to);
      if (!taken.ok) return taken;
      isTooLong = taken.value === null;
      snapshot = taken.value;
      if (snapshot === null) return list(query);
    }
    const found = snapshot.rows.filter((row) => mayBe(row, query));
    return { ok: true, value: found.slice((query.page - 1) * LIST_PAGE, query.page * LIST_PAGE) };
  };
}

/** One from the future was taken before the clock was set back: how old it is nobody knows. */
function serves({ askedAt, from, to }: Snapshot, query: ListQuery, asOf: number, now: number): boolean {
  return askedAt >= asOf && askedAt <= now && from <= query.from && to >= query.to;
}

/** As iFirma narrows it; a row that does not say is never left out. */
function mayBe(row: ListedInvoice, { nip, gross }: ListQuery): boolean {
  if (nip !== '') return row.nip === '' || row.nip.replace(/\D/g, '') === nip;
  return gross === null || row.gross === null || Math.abs(row.gross - gross) <= TOLERANCE;
}
