/**
 * The comparison of a month, part after part: which part is asked for next, and what is known so far. The room holds all of it, so a worker
 * that dies between two parts is not missed, and what was stopped goes on where it stood.
 */
import { compareMonth, leftToRead } from '../../../utils/invoice/month-end';
import type { Collected, YearMonth } from '../../../utils/invoice/month-end/types';
import type { MonthCursor, MonthEndCommands } from '../../../utils/messages';
import type { ViewReason } from '../../../utils/texts/reasons';
import type { Answer } from '../../ask';

export type Step =
  /** Documents that did not agree the last time: somebody may have mended them since. */
  | { readonly kind: 'again'; readonly documents: readonly string[] }
  | { readonly kind: 'panel'; readonly cursor: MonthCursor | null }
  | { readonly kind: 'ifirma'; readonly page: number }
  | { readonly kind: 'ledger'; readonly before: number | null }
  | { readonly kind: 'look' }
  | { readonly kind: 'done' };

export interface Run {
  readonly accountId: string;
  /** The panel's documents that were read before (epoch milliseconds) are read again. */
  readonly asOf: number;
  readonly step: Step;
  readonly collected: Collected;
  /** How many of the panel's documents were looked at. */
  readonly looked: number;
  /** Ids of the panel's documents that nobody understands. */
  readonly unreadable: readonly string[];
  /** How many single invoices may still be read. */
  readonly budget: number;
}

export type Advanced =
  /** `notBefore`: the next part is not asked for before (epoch milliseconds). */
  | { readonly ok: true; readonly run: Run; readonly notBefore: number }
  | { readonly ok: false; readonly reason: ViewReason };

export type AskMonth = <N extends keyof MonthEndCommands>(
  type: N,
  ask: MonthEndCommands[N]['ask'],
) => Promise<Answer<MonthEndCommands[N]['reply']>>;

/** So many single invoices are read before a person is asked whether to go on: some three minutes of iFirma's limit. */
const MOST_READ = 300;
const MOST_AT_ONCE = 100;
/** No panel has more documents since the month; a list that never ends ignores where it is to begin. */
const MOST_LOOKED = 30_000;

const FIRST: Step = { kind: 'panel', cursor: null };

/** @param again ids of the panel's documents that are read anew, however lately they were read. */
export const begin = (accountId: string, month: YearMonth, asOf: number, again: readonly string[] = []): Run => ({
  accountId,
  asOf,
  step: again.length === 0 ? FIRST : { kind: 'again', documents: again },
  collected: { month, documents: [], invoices: [], booked: [], readInvoices: [], readDocuments: [] },
  looked: 0,
  unreadable: [],
  budget: MOST_READ,
});

/** Reads on where the budget has ended. */
export const extend = (run: Run): Run => ({ ...run, step: { kind: 'look' }, budget: MOST_READ });

/** Of a comparison that is over: the documents of the panel on which the sides do not agree. */
export const unsettled = (run: Run): readonly string[] => {
  if (!isComparable(run)) return [];
  const listed = new Set(run.collected.documents.map(({ documentId }) => documentId));
  return compareMonth(run.collected).rows.flatMap(({ key, verdict, ifirma }) =>
    ifirma !== null && verdict !== 'same' && listed.has(key.slice(1)) && key.startsWith('d') ? [key.slice(1)] : [],
  );
};

/** Both lists are whole, so what is missing can be said. */
export const isComparable = ({ step }: Run): boolean => step.kind === 'look' || step.kind === 'done';

/** Asks for the next part. */
export async function advance(run: Run, ask: AskMonth): Promise<Advanced> {
  const { step, accountId, collected } = run;
  const { month } = collected;
  switch (step.kind) {
    case 'again': {
      const documents = step.documents.slice(0, MOST_AT_ONCE);
      const answer = await ask('month-end.look', { accountId, invoices: [], documents });
      if (!answer.ok) return answer;
      const { readDocuments, notBefore } = answer.value;
      const read = new Set(readDocuments.map(({ documentId }) => documentId));
      const left = step.documents.filter((id) => !read.has(id));
      // Their place is the list of the month: what was read here is remembered for it.
      const isOver = left.length === 0 || (read.size === 0 && notBefore === 0);
      return went({ ...run, step: isOver ? FIRST : { kind: 'again', documents: left } }, {}, notBefore);
    }
    case 'panel': {
      const { asOf } = run;
      const answer = await ask('month-end.panel', { accountId, month, asOf, cursor: step.cursor });
      if (!answer.ok) return answer;
      const { rows, next, looked, unreadable, notBefore } = answer.value;
      if (run.looked + looked > MOST_LOOKED) return { ok: false, reason: { code: 'sellasist-unreadable', params: {} } };
      return went(
        {
          ...run,
          step: next === null ? { kind: 'ifirma', page: 1 } : { kind: 'panel', cursor: next },
          looked: run.looked + looked,
          unreadable: [...new Set([...run.unreadable, ...unreadable])],
        },
        { documents: joined(collected.documents, rows, ({ documentId }) => documentId) },
        notBefore,
      );
    }
    case 'ifirma': {
      const answer = await ask('month-end.ifirma', { accountId, month, page: step.page });
      if (!answer.ok) return answer;
      const { next, notBefore } = answer.value;
      const invoices = joined(collected.invoices, answer.value.invoices, ({ identifier }) => identifier);
      // A full page without anything new comes from a list that ignores which page it is asked for: it has no end.
      const isStuck = next !== null && next > step.page && invoices.length === collected.invoices.length;
      if (isStuck) return { ok: false, reason: { code: 'ifirma-unreadable', params: {} } };
      const after: Step = next === null ? { kind: 'ledger', before: null } : { kind: 'ifirma', page: next };
      return went({ ...run, step: after }, { invoices }, notBefore);
    }
    case 'ledger': {
      const answer = await ask('month-end.ledger', { accountId, month, before: step.before });
      if (!answer.ok) return answer;
      const { booked, next, notBefore } = answer.value;
      const after: Step = next === null ? { kind: 'look' } : { kind: 'ledger', before: next };
      return went({ ...run, step: after }, { booked: joined(collected.booked, booked, ({ key }) => key) }, notBefore);
    }
    case 'look': {
      const left = leftToRead(collected);
      const invoices = left.invoices.slice(0, Math.min(run.budget, MOST_AT_ONCE));
      const documents = left.documents.slice(0, MOST_AT_ONCE);
      if (invoices.length + documents.length === 0) return went({ ...run, step: { kind: 'done' } }, {}, 0);
      const answer = await ask('month-end.look', { accountId, invoices, documents });
      if (!answer.ok) return answer;
      const { readInvoices, readDocuments, notBefore } = answer.value;
      // Whoever gives nothing and wants no pause would be asked for ever.
      const isOver = readInvoices.length + readDocuments.length === 0 && notBefore === 0;
      return went(
        { ...run, step: isOver ? { kind: 'done' } : step, budget: run.budget - readInvoices.length },
        {
          readInvoices: joined(collected.readInvoices, readInvoices, ({ identifier }) => identifier),
          readDocuments: joined(collected.readDocuments, readDocuments, ({ documentId }) => documentId),
        },
        notBefore,
      );
    }
    case 'done':
      return { ok: true, run, notBefore: 0 };
    default:
      return step satisfies never;
  }
}

const went = (run: Run, more: Partial<Collected>, notBefore: number): Advanced => ({
  ok: true,
  run: { ...run, collected: { ...run.collected, ...more } },
  notBefore,
});

/** What was issued meanwhile moves the others down a list: what is seen twice is one, as it was seen last. */
const joined = <T>(before: readonly T[], more: readonly T[], nameOf: (one: T) => string): readonly T[] => {
  const all = new Map([...before, ...more].map((one) => [nameOf(one), one]));
  return [...all.values()];
};
