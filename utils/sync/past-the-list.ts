/**
 * Looks past iFirma's list, by number: a list may lag for longer than anybody waits, a single invoice is there as soon as it is
 * booked. What is looked for has a number that nobody knows yet: at the end of a row of numbers, or in a hole below what was booked
 * since. Asked where much hangs on an absence: before it lets a person send again, and when the person does.
 */
import { LIST_PAGE } from '../ifirma/client';
import type { Answer, IfirmaProblem } from '../ifirma/problem';
import { addDays } from '../invoice/dates';
import type { IsoDate } from '../invoice/document';
import { findMark } from '../invoice/mark';
import { type NumberRow, numberRows } from '../invoice/numbers-after';
import type { StepContext } from './context';
import { evidenceOfMark } from './known';
import { couldBeOurs, type Sighting } from './look';
import { saysNotThere } from './not-there';

export type PastResult =
  | { readonly ok: true; readonly same: readonly Sighting[] }
  | { readonly ok: false; readonly problem: IfirmaProblem };

/** Deleted invoices leave gaps. */
const MOST_MISSES = 2;
/** Nobody books more between two updates of a list. If somebody does, nothing is known: what was not looked at is not absent. */
const MOST_READ = 60;
const MOST_PAGES = 5;
/** How many of our own transfers are asked for their numbers. */
const RECENT = 50;
const A_MONTH = 31;

interface Given {
  /** What is known to be there. */
  readonly numbers: ReadonlySet<string>;
  /** Those of them that were there before: what is looked for comes after them (ifirma-api 2.1: in a series dates never go back). */
  readonly earlier: ReadonlySet<string>;
}

/** @param issueDate of the invoice that is looked for. */
export async function lookPastTheList(context: StepContext, issueDate: IsoDate): Promise<PastResult> {
  const given = await givenNumbers(context, issueDate);
  if (!given.ok) return given;
  const { numbers, earlier } = given.value;
  const seen = new Map<string, boolean>();
  const same: Sighting[] = [];

  /** Whether there is such an invoice; a problem: it could not be asked. */
  async function isThere(number: string): Promise<boolean | IfirmaProblem> {
    const known = seen.get(number);
    if (known !== undefined) return known;
    if (seen.size >= MOST_READ) return { kind: 'no-kod' };
    const answer = await context.ifirma.invoice(number);
    if (!answer.ok && !saysNotThere(answer.problem)) return answer.problem;
    seen.set(number, answer.ok);
    if (!answer.ok) return false;
    const { value } = answer;
    if (findMark(value.notes, context.transfer) === 'same') {
      // iFirma does not always repeat the identifier; its addresses take the number as well (ifirma-api 5.1).
      const identifier = value.identifier || number.replaceAll('/', '_');
      same.push({ identifier, number: value.number || number, gross: value.gross });
    }
    return true;
  }

  /** On from a running number, until somebody stands there who was known before, or nobody for some places. */
  async function walk({ numberOf }: NumberRow, from: number, step: 1 | -1): Promise<IfirmaProblem | null> {
    let misses = 0;
    for (let running = from + step; running > 0 && misses < MOST_MISSES; running += step) {
      const number = numberOf(running);
      if (numbers.has(number)) return null;
      const found = await isThere(number);
      if (typeof found === 'object') return found;
      misses = found ? 0 : misses + 1;
    }
    return null;
  }

  /** Both ways from each number that is known, down to the last that was there before. */
  async function walkAll(row: NumberRow): Promise<IfirmaProblem | null> {
    const last = row.known.findLast((running) => earlier.has(row.numberOf(running))) ?? 0;
    const later = row.known.filter((running) => running > last);
    for (const running of [last, ...later]) {
      const problem = await walk(row, running, 1);
      if (problem !== null) return problem;
    }
    for (const running of later) {
      const problem = await walk(row, running, -1);
      if (problem !== null) return problem;
    }
    return null;
  }

  const kept = context.transfer.keptNumber ?? '';
  const rows = numberRows([...numbers], issueDate);
  // The panel's number, as it stands and in each of iFirma's rows: it need not come next there.
  for (const number of kept === '' ? [] : [kept, ...rows.flatMap((row) => inRow(row, kept))]) {
    const found = numbers.has(number) || (await isThere(number));
    if (typeof found === 'object') return { ok: false, problem: found };
  }
  for (const row of rows) {
    const problem = await walkAll(row);
    if (problem !== null) return { ok: false, problem };
  }
  return { ok: true, same };
}

/** Which of its digits were kept as the running number is not known any more. */
function inRow({ numberOf }: NumberRow, kept: string): readonly string[] {
  return (kept.match(/\d{1,9}/g) ?? []).map((digits) => numberOf(Number(digits)));
}

async function givenNumbers(context: StepContext, issueDate: IsoDate): Promise<Answer<Given>> {
  const { transfer, today, tools } = context;
  const overruled = await overruledNumbers(context);
  if (!overruled.ok) return overruled;
  const from = addDays(issueDate, -A_MONTH);
  const before = await listed(context, from, addDays(issueDate, -1), 1);
  if (!before.ok) return before;
  const since = await listed(context, issueDate, addDays(today, 1), MOST_PAGES);
  if (!since.ok) return since;
  const { rows } = await tools.store.transfers.recent({ before: null, limit: RECENT });
  const own = rows.filter(
    ({ accountId, post }) => accountId === transfer.accountId && (post?.issueDate ?? from) >= from,
  );
  const began = transfer.post?.beganAt ?? transfer.createdAt;
  const numbersOf = (transfers: typeof own): readonly string[] => transfers.flatMap(({ number }) => number ?? []);
  const earlier = new Set([
    ...before.value,
    ...numbersOf(own.filter(({ post }) => post?.endedAt != null && post.endedAt < began)),
  ]);
  const numbers = new Set([...earlier, ...since.value, ...numbersOf(own), ...overruled.value]);
  return { ok: true, value: { earlier, numbers } };
}

/** Of invoices with its mark a person has said that they are another sale's. The ledger has their identifiers alone. */
async function overruledNumbers({ ifirma, transfer }: StepContext): Promise<Answer<readonly string[]>> {
  const prefix = evidenceOfMark('');
  const numbers: string[] = [];
  for (const said of transfer.confirmed.filter((evidence) => evidence.startsWith(prefix))) {
    const answer = await ifirma.invoice(said.slice(prefix.length));
    if (!answer.ok && !saysNotThere(answer.problem)) return answer;
    if (answer.ok && answer.value.number !== '') numbers.push(answer.value.number);
  }
  return { ok: true, value: numbers };
}

async function listed(
  { ifirma }: StepContext,
  from: IsoDate,
  to: IsoDate,
  pages: number,
): Promise<Answer<readonly string[]>> {
  const numbers: string[] = [];
  for (let page = 1; page <= pages; page += 1) {
    const answer = await ifirma.list({ from, to, nip: '', gross: null, page });
    if (!answer.ok) return answer;
    numbers.push(...answer.value.filter(couldBeOurs).map(({ number }) => number));
    if (answer.value.length < LIST_PAGE) break;
  }
  return { ok: true, value: numbers.filter((number) => number !== '') };
}
