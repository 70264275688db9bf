import { describe, expect, it } from 'vitest';
import { LIST_PAGE, type ListQuery } from '../../../utils/ifirma/client.ts';
import type { Answer, IfirmaProblem } from '../../../utils/ifirma/problem.ts';
import type { BookedInvoice, ListedInvoice } from '../../../utils/ifirma/wire.ts';
import { type LookFor, type LookResult, look, type NotesMemory } from '../../../utils/sync/look.ts';

const TARGET: LookFor = {
  document: { panel: 'demo', orderId: '1001', documentId: '77' },
  from: '2026-11-20',
  to: '2026-11-23',
  nip: '1234563218',
  gross: 12_300,
};
const OWN = 'Dokument Sellasist: FV 1/2026\nSellasist demo/o1001/d77';

interface Invoice {
  readonly id: string;
  readonly notes?: string;
  readonly kind?: string;
  readonly listedNumber?: string;
  readonly number?: string;
  readonly gross?: number | null;
  readonly isDraft?: boolean;
}

/** iFirma with these invoices in its books, and a note of what it was asked. */
function books(
  invoices: readonly Invoice[],
  faults: { readonly list?: IfirmaProblem; readonly read?: IfirmaProblem } = {},
) {
  const asked: string[] = [];
  const queries: ListQuery[] = [];
  return {
    asked,
    queries,
    async list(query: ListQuery): Promise<Answer<readonly ListedInvoice[]>> {
      queries.push(query);
      if (faults.list) return { ok: false, problem: faults.list };
      const rows = invoices.map(
        ({ id, kind = 'prz_faktura_kraj', listedNumber = `${id}/11/2026`, isDraft = false }) => ({
          identifier: id,
          number: listedNumber,
          kind,
          gross: 12_300,
          nip: '',
          isDraft,
        }),
      );
      return { ok: true, value: rows.slice((query.page - 1) * LIST_PAGE, query.page * LIST_PAGE) };
    },
    async invoice(id: string): Promise<Answer<BookedInvoice>> {
      asked.push(id);
      if (faults.read) return { ok: false, problem: faults.read };
      const found = invoices.find((invoice) => invoice.id === id);
      return {
        ok: true,
        value: {
          number: found?.number ?? `${id}/11/2026`,
          gross: found?.gross === undefined ? 12_300 : found.gross,
          notes: found?.notes ?? 'Dziękujemy',
          identifier: id,
          ksefNumber: '',
        },
      };
    },
  };
}

const nothingKnown = async (): Promise<ReadonlySet<string>> => new Set();
const lookIn = (
  ifirma: ReturnType<typeof books>,
  known: readonly string[] = [],
  memory: NotesMemory = new Map(),
): Promise<LookResult> => look(ifirma, TARGET, async () => new Set(known), memory);
const seen = (result: LookResult) =>
  result.ok
    ? { same: result.same.map(({ identifier }) => identifier), order: result.sameOrder.map((each) => each.identifier) }
    : result.problem;

describe('the look-up', () => {
  it('asks the list for the period, by NIP and amount, and reads each candidate for its mark', async () => {
    const ifirma = books([{ id: '5' }, { id: '6', notes: OWN }]);
    expect(await lookIn(ifirma)).toEqual({
      ok: true,
      same: [{ identifier: '6', number: '6/11/2026', gross: 12_300 }],
      sameOrder: [],
    });
    expect(ifirma.queries).toEqual([
      { from: '2026-11-20', to: '2026-11-23', nip: '1234563218', gross: 12_300, page: 1 },
    ]);
    expect(ifirma.asked).toEqual(['5', '6']);
  });

  it.each<[string, string, readonly string[], readonly string[]]>([
    ['finds itself', OWN, ['6'], []],
    ['finds itself by its mark from when the order was not known', 'Sellasist demo/d77', ['6'], []],
    ['finds the order under another document', 'Sellasist demo/o1001/d78', [], ['6']],
    ['finds the order without a document', 'Sellasist demo/o1001', [], ['6']],
    ['does not take order 10011 for 1001', 'Sellasist demo/o10011/d770', [], []],
    ['does not take a return for an invoice', 'Sellasist demo/o1001/r5', [], []],
    ['does not take another panel for this one', 'Sellasist demo2/o1001/d77', [], []],
    ['finds nothing in other remarks', 'Zamówienie Sellasist 1001', [], []],
    ['finds nothing in no remarks', '', [], []],
  ])('%s', async (_title, notes, same, order) => {
    expect(seen(await lookIn(books([{ id: '6', notes }])))).toEqual({ same, order });
  });

  it('finds a double, the oldest first, whatever the order of the list', async () => {
    const ids = ['1000', '998', '10000', '999'];
    const result = await lookIn(books(ids.map((id) => ({ id, notes: OWN }))));
    expect(seen(result)).toEqual({ same: ['998', '999', '1000', '10000'], order: [] });
  });

  it('skips what the ledger knows as something else, without reading it', async () => {
    const ifirma = books([{ id: '5', notes: OWN }, { id: '6' }]);
    expect(seen(await lookIn(ifirma, ['5']))).toEqual({ same: [], order: [] });
    expect(ifirma.asked).toEqual(['6']);
  });

  it('asks the ledger about all candidates at once', async () => {
    const asked: (readonly string[])[] = [];
    const known = async (identifiers: readonly string[]) => {
      asked.push(identifiers);
      return new Set<string>();
    };
    await look(books([{ id: '5' }, { id: '6' }]), TARGET, known, new Map());
    expect(asked).toEqual([['5', '6']]);
  });

  it('skips other kinds, which live at other addresses, and not one without a kind', async () => {
    const ifirma = books([
      { id: '5', kind: 'prz_faktura_proforma', notes: OWN },
      { id: '6', kind: 'prz_faktura_oss_usl', notes: OWN },
      { id: '7', kind: '', notes: OWN },
    ]);
    expect(seen(await lookIn(ifirma))).toEqual({ same: ['7'], order: [] });
    expect(ifirma.asked).toEqual(['7']);
  });

  it('takes the number of the list, and of the invoice where the list has none yet', async () => {
    const result = await lookIn(
      books([
        { id: '5', notes: OWN, listedNumber: '', number: '12/11/2026' },
        { id: '6', notes: OWN, listedNumber: '', number: '' },
      ]),
    );
    expect(result).toMatchObject({ same: [{ number: '12/11/2026' }, { number: '' }] });
  });

  it('takes the amount of the list where the invoice has none', async () => {
    expect(await lookIn(books([{ id: '5', notes: OWN, gross: null }]))).toMatchObject({ same: [{ gross: 12_300 }] });
  });
});

describe('a long list', () => {
  const many = (count: number): Invoice[] => Array.from({ length: count }, (_, index) => ({ id: String(index + 1) }));

  it.each([
    [0, 1],
    [LIST_PAGE - 1, 1],
    [LIST_PAGE, 2],
    [LIST_PAGE + 1, 2],
    [LIST_PAGE * 2, 3],
  ])('of %i rows is read in %i pages: until one is shorter than it may be', async (count, pages) => {
    const ifirma = books(many(count));
    await look(ifirma, TARGET, nothingKnown, new Map());
    expect(ifirma.queries.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
  });

  it('is read to its last row', async () => {
    const ifirma = books([...many(150), { id: '151', notes: OWN }]);
    expect(seen(await lookIn(ifirma))).toEqual({ same: ['151'], order: [] });
  });
});

describe('a look-up that cannot be finished', () => {
  it.each<IfirmaProblem>([
    { kind: 'timeout' },
    { kind: 'network' },
    { kind: 'rate', retryAfterMs: 5 },
    { kind: 'kod', kod: 403, text: '' },
    { kind: 'no-kod' },
  ])('has found nothing out: $kind', async (problem) => {
    expect(await lookIn(books([{ id: '6', notes: OWN }], { list: problem }))).toEqual({ ok: false, problem });
    expect(await lookIn(books([{ id: '6', notes: OWN }], { read: problem }))).toEqual({ ok: false, problem });
  });

  it('goes on where it was when it is tried again: what was read of an invoice is not read twice', async () => {
    const memory: NotesMemory = new Map();
    const first = books([{ id: '5' }, { id: '6', notes: OWN }]);
    await lookIn(first, [], memory);
    const second = books([{ id: '5' }, { id: '6', notes: OWN }, { id: '7', notes: OWN }]);
    expect(seen(await lookIn(second, [], memory))).toEqual({ same: ['6', '7'], order: [] });
    expect(second.asked).toEqual(['7']);
  });
});

describe('what a look-up did not look at is not absent', () => {
  it('says that it does not know when the list does not end', async () => {
    const ifirma = books(Array.from({ length: 2_100 }, (_, index) => ({ id: String(index + 1) })));
    expect(await lookIn(ifirma)).toEqual({ ok: false, problem: { kind: 'no-kod' } });
    expect(ifirma.asked).toEqual([]);
  });

  it('does not read a draft, which may not be readable and is never ours', async () => {
    const ifirma = books([{ id: '5', isDraft: true }, { id: '6' }]);
    await lookIn(ifirma);
    expect(ifirma.asked).toEqual(['6']);
  });
});
