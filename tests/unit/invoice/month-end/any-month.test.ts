/** Whatever a month holds: every document is one row, its verdict is its fate, and the sums follow. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Collected,
  MonthDocument,
  MonthInvoice,
  ReadDocument,
  ReadInvoice,
} from '../../../../utils/invoice/month-end/types.ts';
import { compareMonth, leftToRead } from '../../../../utils/invoice/month-end.ts';
import { collected, document, invoice, marked, readDocument, readInvoice, transfer } from './examples.ts';

const FATES = [
  'ledger',
  'mark',
  'number',
  'missing',
  'other-sum',
  'other-month',
  'gone',
  'foreign',
  'uncertain',
] as const;
type Fate = (typeof FATES)[number];

const EXPECTED: Readonly<Record<Exclude<Fate, 'foreign'>, string>> = {
  ledger: 'same',
  mark: 'same',
  number: 'same',
  missing: 'missing',
  'other-sum': 'amount',
  'other-month': 'date',
  gone: 'gone',
  uncertain: 'check',
};

interface Sides {
  readonly documents?: readonly MonthDocument[];
  readonly invoices?: readonly MonthInvoice[];
  readonly readInvoices?: readonly ReadInvoice[];
  readonly readDocuments?: readonly ReadDocument[];
}

function sidesOf(id: string, fate: Fate, gross: number): Sides {
  const own = transfer(id, { sent: gross, booked: gross });
  const plain = document(id, { gross });
  switch (fate) {
    case 'ledger':
      return { documents: [{ ...plain, transfer: own }], invoices: [invoice(id, { gross, transfers: [own] })] };
    case 'mark':
      return { documents: [plain], invoices: [invoice(id, { gross })], readInvoices: [marked(id, { gross })] };
    case 'number':
      return { documents: [plain], invoices: [invoice(id, { gross, number: plain.number })] };
    case 'missing':
      return { documents: [plain] };
    case 'other-sum':
      return {
        documents: [{ ...plain, transfer: own }],
        invoices: [invoice(id, { gross: gross + 1, transfers: [own] })],
      };
    case 'other-month':
      return {
        documents: [{ ...plain, transfer: own }],
        readInvoices: [readInvoice(id, { gross, issueDate: '2026-11-01' })],
      };
    case 'gone':
      return {
        invoices: [invoice(id, { gross, transfers: [own] })],
        readDocuments: [readDocument(id, { isThere: false })],
      };
    case 'foreign':
      return { invoices: [invoice(id, { gross })], readInvoices: [readInvoice(id, { gross })] };
    case 'uncertain':
      return { documents: [{ ...plain, transfer: { ...own, state: 'uncertain', identifier: null } }] };
    default:
      return fate satisfies never;
  }
}

const month = fc
  .array(fc.record({ fate: fc.constantFrom(...FATES), gross: fc.integer({ min: 1, max: 5 }) }), { maxLength: 40 })
  .chain((fates) => {
    const sides = fates.map(({ fate, gross }, at) => sidesOf(String(at + 1), fate, gross));
    const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
    return fc.record({
      fates: fc.constant(fates),
      given: fc
        .record({
          documents: shuffled(sides.flatMap(({ documents = [] }) => documents)),
          invoices: shuffled(sides.flatMap(({ invoices = [] }) => invoices)),
          readInvoices: shuffled(sides.flatMap(({ readInvoices = [] }) => readInvoices)),
          readDocuments: shuffled(sides.flatMap(({ readDocuments = [] }) => readDocuments)),
        })
        .map((parts): Collected => collected(parts)),
    });
  });

describe('any month', () => {
  it('gives each document its own fate, whatever the others are and however they lie', () => {
    fc.assert(
      fc.property(month, ({ fates, given }) => {
        const { rows, foreign } = compareMonth(given);
        const verdicts = new Map(rows.map(({ key, verdict }) => [key, verdict]));
        expect(verdicts.size).toBe(rows.length);
        for (const [at, { fate }] of fates.entries())
          expect(verdicts.get(`d${at + 1}`)).toBe(fate === 'foreign' ? undefined : EXPECTED[fate]);
        expect(foreign).toHaveLength(fates.filter(({ fate }) => fate === 'foreign').length);
      }),
    );
  });

  it('adds up to the grosz: the difference is what the rows differ by', () => {
    fc.assert(
      fc.property(month, ({ fates, given }) => {
        const { totals, counts, rows } = compareMonth(given);
        const sum = (of: (fate: Fate, gross: number) => number) =>
          fates.reduce((total, { fate, gross }) => total + of(fate, gross), 0);
        const isInPanel = (fate: Fate) => fate !== 'gone' && fate !== 'foreign';
        const isInIfirma = (fate: Fate) => !['missing', 'foreign', 'uncertain', 'other-month'].includes(fate);
        expect(totals.panel).toBe(sum((fate, gross) => (isInPanel(fate) ? gross : 0)));
        expect(totals.ifirma).toBe(
          sum((fate, gross) => (isInIfirma(fate) ? gross + (fate === 'other-sum' ? 1 : 0) : 0)),
        );
        expect(totals.difference).toBe(totals.ifirma - totals.panel);
        expect(Object.values(counts).reduce((all, count) => all + count, 0)).toBe(rows.length);
      }),
    );
  });

  it('never offers to send what may be in iFirma: with less read, no more is missing', () => {
    fc.assert(
      fc.property(month, fc.nat({ max: 100 }), ({ given }, share) => {
        const whole = new Set(compareMonth(given).rows.flatMap(({ key, isSendable }) => (isSendable ? [key] : [])));
        const some = { ...given, readInvoices: given.readInvoices.filter((_, at) => (at * 37) % 100 < share) };
        for (const row of compareMonth(some).rows) if (row.isSendable) expect(whole).toContain(row.key);
      }),
    );
  });

  it('has an end: what is left to read grows less with each reading, down to nothing', () => {
    fc.assert(
      fc.property(month, ({ given }) => {
        let now: Collected = { ...given, readInvoices: [], readDocuments: [] };
        for (let round = 0; round < 200; round += 1) {
          const left = leftToRead(now);
          const [next] = left.invoices;
          const [wanted] = left.documents;
          if (next === undefined && wanted === undefined) return;
          if (next !== undefined) {
            expect(now.readInvoices.map(({ identifier }) => identifier)).not.toContain(next);
            const read = given.readInvoices.find(({ identifier }) => identifier === next);
            const listed = given.invoices.find(({ identifier }) => identifier === next);
            const plain = readInvoice(next.slice(1), { gross: listed?.gross ?? null });
            now = { ...now, readInvoices: [...now.readInvoices, read ?? plain] };
          } else if (wanted !== undefined)
            now = { ...now, readDocuments: [...now.readDocuments, readDocument(wanted, { isThere: false })] };
        }
        throw new Error('it never ends');
      }),
    );
  });
});
