/** Corrections with this transfer's mark, as far as iFirma's list shows corrections at all. */
import { LIST_PAGE } from '../../ifirma/client';
import type { IfirmaProblem } from '../../ifirma/problem';
import type { ListedInvoice } from '../../ifirma/wire';
import { addDays } from '../../invoice/dates';
import type { IsoDate } from '../../invoice/document';
import { findMark } from '../../invoice/mark';
import type { StepContext } from '../context';
import { knownOtherwise } from '../known';
import type { Sighting } from '../look';
import { markedOf } from './read';

export type CorrectionsFound =
  | { readonly ok: true /** Oldest first. */; readonly same: readonly Sighting[] }
  | { readonly ok: false; readonly problem: IfirmaProblem };

const MOST_PAGES = 20;
/** As it is named in the list; of a correction no name is known (ifirma-api 4.5). */
const INVOICE = 'prz_faktura_kraj';

/** @param from the first day on which it may have been issued. */
export async function lookForCorrection(context: StepContext, from: IsoDate): Promise<CorrectionsFound> {
  const { ifirma, transfer, today } = context;
  const rows: ListedInvoice[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await ifirma.list({ from: addDays(from, -1), to: addDays(today, 1), nip: '', gross: null, page });
    if (!answer.ok) return answer;
    rows.push(...answer.value.filter((row) => !row.isDraft && row.kind !== INVOICE));
    if (answer.value.length < LIST_PAGE) break;
  }
  const known = await knownOtherwise(context)(rows.map(({ identifier }) => identifier));
  const memory = context.tools.memoryOf(context.account.login);
  const same: Sighting[] = [];
  for (const { identifier, number } of rows.filter((row) => !known.has(row.identifier))) {
    let seen = memory.get(identifier);
    if (seen === undefined) {
      const answer = await ifirma.correction(identifier);
      // Documents of other kinds live at other addresses; what cannot be read here is none of ours.
      if (!answer.ok && answer.problem.kind !== 'kod' && answer.problem.kind !== 'no-kod') return answer;
      seen = answer.ok
        ? { notes: answer.value.notes, number: answer.value.number, gross: answer.value.gross }
        : { notes: '', number: '', gross: null };
      memory.set(identifier, seen);
    }
    if (findMark(seen.notes, markedOf(transfer)) === 'same') {
      same.push({ identifier, number: number || seen.number, gross: seen.gross });
    }
  }
  return { ok: true, same: same.toSorted((a, b) => Number(a.identifier) - Number(b.identifier)) };
}
