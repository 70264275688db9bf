import { describe, expect, it } from 'vitest';
import type { Collected, MonthTransfer } from '../../../../utils/invoice/month-end/types.ts';
import { compareMonth, leftToRead } from '../../../../utils/invoice/month-end.ts';
import { collected, document, invoice, marked, readDocument, readInvoice, sent, transfer } from './examples.ts';

type Row = readonly [what: string, given: Partial<Collected>, verdict: string, why: string | null];

const gone: Partial<MonthTransfer> = { issueDate: '2026-10-12' };
const correction = (over: Partial<MonthTransfer> = {}) =>
  transfer('8', { kind: 'correction', sent: -2_000, after: 10_300, booked: -2_000, ...over });

const ONE: readonly Row[] = [
  ['sent, and equal', sent('1'), 'same', null],
  [
    'equal by its mark alone',
    { documents: [document('1')], invoices: [invoice('1')], readInvoices: [marked('1')] },
    'same',
    null,
  ],
  [
    'equal by its number, which iFirma has kept',
    { documents: [document('1', { number: 'FV 1/10/2026' })], invoices: [invoice('1', { number: 'fv1/10/2026' })] },
    'same',
    null,
  ],
  [
    'an invoice of its order, issued before the order had a document',
    {
      documents: [document('1')],
      invoices: [invoice('1', { transfers: [transfer('1', { key: 'o11' })] })],
    },
    'same',
    null,
  ],
  ['in iFirma nowhere', { documents: [document('1')] }, 'missing', null],
  [
    'failed',
    { documents: [document('1', { transfer: transfer('1', { state: 'failed', identifier: null }) })] },
    'missing',
    null,
  ],
  [
    'skipped',
    { documents: [document('1', { transfer: transfer('1', { state: 'skipped', identifier: null }) })] },
    'missing',
    'skipped',
  ],
  [
    'in the queue',
    { documents: [document('1', { transfer: transfer('1', { state: 'queued', identifier: null }) })] },
    'missing',
    'on-its-way',
  ],
  [
    'unclear',
    { documents: [document('1', { transfer: transfer('1', { state: 'uncertain', identifier: null }) })] },
    'check',
    'uncertain',
  ],
  [
    'gone from iFirma',
    { documents: [document('1', { transfer: transfer('1') })], readInvoices: [readInvoice('1', { isThere: false })] },
    'missing',
    'vanished',
  ],
  ['not listed, and not asked for yet', { documents: [document('1', { transfer: transfer('1') })] }, 'check', 'unread'],
  [
    'of another sum',
    { documents: [document('1')], invoices: [invoice('1', { gross: 12_301 })], readInvoices: [marked('1')] },
    'amount',
    null,
  ],
  [
    'of another currency',
    { documents: [document('1', { currency: 'EUR' })], invoices: [invoice('1')], readInvoices: [marked('1')] },
    'check',
    'currency',
  ],
  [
    'without a sum that can be read',
    { documents: [document('1', { gross: null })], invoices: [invoice('1')], readInvoices: [marked('1')] },
    'check',
    'sum-unread',
  ],
  [
    'in iFirma in another month',
    {
      documents: [document('1', { transfer: transfer('1') })],
      readInvoices: [readInvoice('1', { issueDate: '2026-11-02' })],
    },
    'date',
    null,
  ],
  [
    'in Sellasist in another month',
    {
      invoices: [invoice('1', { transfers: [transfer('1')] })],
      readDocuments: [readDocument('1', { issueDate: '2026-09-30' })],
    },
    'date',
    null,
  ],
  [
    'gone from Sellasist',
    { invoices: [invoice('1')], readInvoices: [marked('1')], readDocuments: [readDocument('1', { isThere: false })] },
    'gone',
    null,
  ],
  [
    'in no list of Sellasist, which was not asked for it',
    { invoices: [invoice('1', { transfers: [transfer('1')] })] },
    'check',
    'document-unread',
  ],
  [
    'of an order without a document',
    { invoices: [invoice('1', { transfers: [transfer('1', { key: 'o11' })] })] },
    'same',
    null,
  ],
  [
    'of an order without a document, issued by another computer',
    {
      invoices: [invoice('1')],
      readInvoices: [readInvoice('1', { marks: [{ key: 'o11', orderId: '11', isCorrection: false }] })],
    },
    'check',
    'other-computer',
  ],
  [
    'waiting for KSeF',
    {
      documents: [document('1', { transfer: transfer('1'), wantsKsef: true })],
      invoices: [invoice('1', { transfers: [transfer('1')] })],
    },
    'no-ksef',
    null,
  ],
  [
    'numbered by KSeF, as iFirma says',
    {
      documents: [document('1', { wantsKsef: true })],
      invoices: [invoice('1')],
      readInvoices: [marked('1', { ksefNumber: '5213500025-20261012-560CCC000005-68' })],
    },
    'same',
    null,
  ],
  [
    'a correction that nobody sent from here',
    { documents: [document('8', { kind: 'correction' })] },
    'check',
    'correction-unlisted',
  ],
  [
    'a correction that the ledger knows, and no list shows',
    { documents: [document('8', { kind: 'correction', gross: 10_300, transfer: correction() })] },
    'same',
    null,
  ],
  [
    'a correction whose sum iFirma gives as what is left',
    { documents: [document('8', { kind: 'correction', gross: -2_000, transfer: correction({ booked: 10_300 }) })] },
    'same',
    null,
  ],
  [
    'a correction whose sum agrees with nothing',
    { documents: [document('8', { kind: 'correction', gross: -2_000, transfer: correction({ booked: -1_999 }) })] },
    'check',
    'correction-sum',
  ],
  [
    'a correction that was changed in Sellasist after it was sent',
    { documents: [document('8', { kind: 'correction', gross: -5_000, transfer: correction() })] },
    'check',
    'correction-sum',
  ],
  ['a correction made in Mostek', { booked: [correction({ key: 'c0b1', ...gone })] }, 'same', null],
];

describe('a document', () => {
  it.each(ONE)('%s', (_what, given, verdict, why) => {
    const { rows } = compareMonth(collected(given));
    expect(rows.map((row) => [row.verdict, row.why])).toEqual([[verdict, why]]);
  });

  it('that is twice in iFirma names both', () => {
    const once = sent('1');
    const again = invoice('2');
    const { rows } = compareMonth(
      collected({ ...once, invoices: [...once.invoices, again], readInvoices: [marked('1', { identifier: '92' })] }),
    );
    expect(rows).toMatchObject([{ verdict: 'check', why: 'double', doubles: ['2/10/2026'] }]);
    expect(rows[0]?.ifirma?.number).toBe('1/10/2026');
  });

  it('of which an order has two is not taken for the order’s one invoice', () => {
    const { rows } = compareMonth(
      collected({
        documents: [document('1', { orderId: '5' }), document('2', { orderId: '5' })],
        invoices: [invoice('9', { transfers: [transfer('9', { key: 'o5', orderId: '5' })] })],
      }),
    );
    expect(rows.map(({ key, verdict }) => [key, verdict])).toEqual([
      ['d1', 'missing'],
      ['d2', 'missing'],
      ['o5', 'same'],
    ]);
  });

  it('is not found by a number that two invoices have', () => {
    const twice = [invoice('1', { number: 'FV/1/10/2026' }), invoice('2', { number: 'FV/1/10/2026' })];
    const { rows, foreign } = compareMonth(
      collected({ documents: [document('1')], invoices: twice, readInvoices: [readInvoice('1'), readInvoice('2')] }),
    );
    expect(rows).toMatchObject([{ verdict: 'missing' }]);
    expect(foreign).toHaveLength(2);
  });

  it('carries what iFirma has more or less', () => {
    const { rows } = compareMonth(
      collected({
        documents: [document('1')],
        invoices: [invoice('1', { gross: 12_000 })],
        readInvoices: [marked('1')],
      }),
    );
    expect(rows[0]?.difference).toBe(-300);
  });
});

describe('an absence', () => {
  const alone = { documents: [document('1')], invoices: [invoice('7')] };

  it('is not claimed while an invoice of that sum was not read', () => {
    const { rows, unread } = compareMonth(collected(alone));
    expect(rows).toMatchObject([{ verdict: 'check', why: 'unread', isSendable: false }]);
    expect(unread).toBe(1);
  });

  it('is claimed once it was read and carries no mark', () => {
    const { rows, foreign, unread } = compareMonth(collected({ ...alone, readInvoices: [readInvoice('7')] }));
    expect(rows).toMatchObject([{ verdict: 'missing', isSendable: true }]);
    expect(foreign).toHaveLength(1);
    expect(unread).toBe(0);
  });

  it.each([
    ['another sum', { gross: 5 }],
    ['another currency', { currency: 'EUR' }],
    ['a kind that Mostek does not make', { isReadable: false }],
  ])('is claimed beside an unread invoice of %s', (_what, over) => {
    expect(compareMonth(collected({ ...alone, invoices: [invoice('7', over)] })).rows).toMatchObject([
      { verdict: 'missing' },
    ]);
  });

  it('is not claimed beside an unread invoice that does not say its sum', () => {
    expect(compareMonth(collected({ ...alone, invoices: [invoice('7', { gross: null })] })).rows[0]?.why).toBe(
      'unread',
    );
  });
});

describe('what is left to read', () => {
  it('is an invoice that the ledger does not know, those first that may be a document nobody has found', () => {
    const left = leftToRead(
      collected({ documents: [document('1')], invoices: [invoice('6', { gross: 1 }), invoice('7')] }),
    );
    expect(left).toEqual({ invoices: ['97', '96'], documents: [] });
  });

  it('is no invoice that the ledger knows, that agrees in number and sum, or that was read', () => {
    const known = sent('1');
    const left = leftToRead(
      collected({
        documents: [...known.documents, document('2')],
        invoices: [...known.invoices, invoice('2', { number: 'FV/2/10/2026' }), invoice('3')],
        readInvoices: [readInvoice('3')],
      }),
    );
    expect(left.invoices).toEqual([]);
  });

  it('is one that agrees in number and not in sum, for its mark may be of another document', () => {
    const left = leftToRead(
      collected({ documents: [document('2')], invoices: [invoice('2', { number: 'FV/2/10/2026', gross: 1 })] }),
    );
    expect(left.invoices).toEqual(['92']);
  });

  it('is what the ledger calls booked and the list does not show, but no correction', () => {
    const left = leftToRead(
      collected({
        documents: [document('1', { transfer: transfer('1') })],
        booked: [transfer('5', { key: 'o5' }), transfer('8', { kind: 'correction' })],
      }),
    );
    expect(left.invoices).toEqual(['91', '95']);
  });

  it('is a document of the panel that only iFirma names', () => {
    const left = leftToRead(collected({ invoices: [invoice('4')], readInvoices: [marked('4')] }));
    expect(left).toEqual({ invoices: [], documents: ['4'] });
  });
});

describe('the sums', () => {
  it('are of invoices in złoty on both sides, and say what they leave out', () => {
    const known = sent('1');
    const { totals } = compareMonth(
      collected({
        documents: [
          ...known.documents,
          document('2', { gross: 500 }),
          document('3', { currency: 'EUR' }),
          document('8', { kind: 'correction' }),
        ],
        invoices: [...known.invoices],
      }),
    );
    expect(totals).toEqual({ panel: 12_800, ifirma: 12_300, difference: -500, leftOut: 2 });
  });

  it('leave out what is of another month on that side', () => {
    const { totals } = compareMonth(
      collected({
        documents: [document('1', { transfer: transfer('1') })],
        readInvoices: [readInvoice('1', { issueDate: '2026-11-02' })],
      }),
    );
    expect(totals).toMatchObject({ panel: 12_300, ifirma: 0 });
    const other = compareMonth(
      collected({
        invoices: [invoice('1', { transfers: [transfer('1')] })],
        readDocuments: [readDocument('1', { issueDate: '2026-09-30' })],
      }),
    );
    expect(other.totals).toMatchObject({ panel: 0, ifirma: 12_300 });
  });

  it('leave out the invoices of others', () => {
    const { totals, foreign, elsewhere } = compareMonth(
      collected({
        invoices: [invoice('5'), invoice('6', { isElsewhere: true }), invoice('7')],
        readInvoices: [readInvoice('5'), readInvoice('7', { isElsewhere: true })],
      }),
    );
    expect(totals).toEqual({ panel: 0, ifirma: 0, difference: 0, leftOut: 0 });
    expect(foreign.map(({ identifier }) => identifier)).toEqual(['95']);
    expect(elsewhere).toBe(2);
  });
});

describe('the order of the rows', () => {
  it('puts first what is to be settled, then goes by date and number', () => {
    const known = sent('1');
    const { rows } = compareMonth(
      collected({
        documents: [
          ...known.documents,
          document('12', { gross: 3 }),
          document('9', { gross: 3 }),
          document('20', { gross: 3, issueDate: '2026-10-01' }),
        ],
        invoices: known.invoices,
      }),
    );
    expect(rows.map(({ key }) => key)).toEqual(['d20', 'd9', 'd12', 'd1']);
  });
});
