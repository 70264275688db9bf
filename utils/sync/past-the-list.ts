/**
 * Reads on past the end of iFirma's list, by number: a list may lag for longer than anybody waits, a single invoice is there as soon
 * as it is booked. Asked where much hangs on an absence: before it lets a person send again, and when the person does.
 */
import type { IfirmaProblem } from '../ifirma/problem';
import { addDays } from '../invoice/dates';
import type { IsoDate } from '../invoice/document';
import { findMark } from '../invoice/mark';
import { numbersAfter } from '../invoice/numbers-after';
import type { StepContext } from './context';
import { couldBeOurs, type Sighting } from './look';
import { verdictOnRead } from './reasons';

export type PastResult =
  | { readonly ok: true; readonly same: readonly Sighting[] }
  | { readonly ok: false; readonly problem: IfirmaProblem };

/** Deleted invoices leave gaps. */
const MOST_MISSES = 2;
/** Nobody books more between two updates of a list. */
const MOST_READ = 40;
/** How many of our own transfers are asked for their numbers. */
const RECENT = 50;
const A_MONTH = 31;

/** @param issueDate of the invoice that is looked for. */
export async function lookPastTheList(context: StepContext, issueDate: IsoDate): Promise<PastResult> {
  const { transfer, ifirma, today, tools } = context;
  const from = addDays(issueDate, -A_MONTH);
  const listed = await ifirma.list({ from, to: addDays(today, 1), nip: '', gross: null, page: 1 });
  if (!listed.ok) return listed;
  const recent = await tools.store.transfers.recent({ before: null, limit: RECENT });
  const given = [
    ...listed.value.filter(couldBeOurs).map(({ number }) => number),
    ...recent.rows.flatMap((row) => (row.accountId === transfer.accountId ? [row.number ?? ''] : [])),
  ].filter((number) => number !== '');

  const same: Sighting[] = [];
  const asked = new Set<string>();

  /** Whether there is such an invoice; a problem: it could not be asked. */
  async function read(number: string): Promise<boolean | IfirmaProblem> {
    asked.add(number);
    const answer = await ifirma.invoice(number);
    if (!answer.ok) return isNotThere(answer.problem) ? false : answer.problem;
    const { value } = answer;
    if (findMark(value.notes, transfer) === 'same') {
      // iFirma does not always repeat the identifier; its addresses take the number as well (ifirma-api 5.1).
      const identifier = value.identifier || number.replaceAll('/', '_');
      same.push({ identifier, number: value.number || number, gross: value.gross });
    }
    return true;
  }

  const kept = transfer.keptNumber ?? null;
  if (kept !== null && kept !== '') {
    const found = await read(kept);
    if (typeof found === 'object') return { ok: false, problem: found };
  }
  for (const counter of numbersAfter(given, issueDate)) {
    let misses = 0;
    for (let nth = 1; nth <= MOST_READ && misses < MOST_MISSES; nth += 1) {
      const number = counter(nth);
      if (asked.has(number)) continue;
      const found = await read(number);
      if (typeof found === 'object') return { ok: false, problem: found };
      misses = found ? 0 : misses + 1;
    }
  }
  return { ok: true, same };
}

/** A refusal of this one request, not of every one (ifirma-api 10.14); some servers say it with a status. */
function isNotThere(problem: IfirmaProblem): boolean {
  if (problem.kind === 'http') return problem.status === 404;
  if (problem.kind === 'no-kod') return true;
  const verdict = verdictOnRead(problem);
  return verdict.kind === 'failed' && !verdict.pause;
}
