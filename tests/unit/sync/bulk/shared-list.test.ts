/** One list of iFirma's invoices for many documents: whoever says how old it may be is given what was read before. */
import { describe, expect, it } from 'vitest';
import { LIST_PAGE, type ListQuery } from '../../../../utils/ifirma/client.ts';
import type { Answer } from '../../../../utils/ifirma/problem.ts';
import type { ListedInvoice } from '../../../../utils/ifirma/wire.ts';
import { sharedList } from '../../../../utils/sync/bulk/shared-list.ts';

const START = 1_000_000;

function invoice(identifier: number, changes: Partial<ListedInvoice> = {}): ListedInvoice {
  const number = `${identifier}/11/2026`;
  return {
    identifier: String(identifier),
    number,
    kind: 'prz_faktura_kraj',
    gross: 100_00,
    nip: '',
    isDraft: false,
    ...changes,
  };
}

function query(changes: Partial<ListQuery> = {}): ListQuery {
  return { from: '2026-11-01', to: '2026-11-23', nip: '', gross: null, page: 1, asOf: START, ...changes };
}

/** Books, as iFirma narrows them by page only. */
function books(rows: readonly ListedInvoice[]) {
  const asked: ListQuery[] = [];
  let now = START;
  let failure: Answer<readonly ListedInvoice[]> | null = null;
  const share = sharedList({ now: () => now, sleep: async () => undefined });
  const list = share(async (wanted) => {
    asked.push(wanted);
    if (failure !== null && asked.length > 0) return failure;
    return { ok: true, value: rows.slice((wanted.page - 1) * LIST_PAGE, wanted.page * LIST_PAGE) };
  });
  return {
    asked,
    list,
    async identifiers(wanted: ListQuery) {
      const answer = await list(wanted);
      return answer.ok ? answer.value.map(({ identifier }) => identifier) : answer.problem;
    },
    pass(ms: number) {
      now += ms;
    },
    fail(answer: Answer<readonly ListedInvoice[]> | null) {
      failure = answer;
    },
  };
}

const many = (count: number): readonly ListedInvoice[] => Array.from({ length: count }, (_, at) => invoice(at + 1));

describe('whoever does not say how old it may be', () => {
  it('asks iFirma each time, as it was asked', async () => {
    const { list, asked } = books([]);
    const { asOf: _asOf, ...now } = query({ nip: '1111111111', gross: 5, page: 3 });
    await list(now);
    await list(now);
    expect(asked).toEqual([now, now]);
  });

  it('is not given what others share', async () => {
    const { list, asked } = books(many(3));
    await list(query());
    const { asOf: _asOf, ...now } = query();
    await list(now);
    expect(asked).toHaveLength(2);
  });
});

describe('what was read serves', () => {
  it('many documents, by one request for the whole period', async () => {
    const { identifiers, asked } = books([invoice(1, { gross: 500 }), invoice(2, { gross: 700 })]);
    expect(await identifiers(query({ gross: 500 }))).toEqual(['1']);
    expect(await identifiers(query({ gross: 700, from: '2026-11-05' }))).toEqual(['2']);
    expect(await identifiers(query({ gross: 900, to: '2026-11-20' }))).toEqual([]);
    expect(asked).toMatchObject([{ from: '2026-11-01', to: '2026-11-23', nip: '', gross: null, page: 1 }]);
  });

  it.each<readonly [what: string, asOf: number, requests: number]>([
    ['who wants it as of an earlier moment', START - 1, 1],
    ['who wants it as of that very moment', START, 1],
    ['not who wants a newer one', START + 1, 2],
  ])('%s', async (_what, asOf, requests) => {
    const { list, asked, pass } = books(many(2));
    await list(query());
    pass(60_000);
    await list(query({ asOf }));
    expect(asked).toHaveLength(requests);
  });

  it.each([
    ['an earlier day', { from: '2026-10-31' }],
    ['a later day', { to: '2026-11-24' }],
  ])('not who looks from or to %s', async (_what, wider) => {
    const { list, asked } = books(many(2));
    await list(query());
    await list(query(wider));
    expect(asked).toHaveLength(2);
  });

  it('and is read anew from the earliest day that anybody has wanted', async () => {
    const { list, asked, pass } = books(many(2));
    await list(query({ from: '2026-09-01' }));
    pass(1);
    await list(query({ asOf: START + 1 }));
    expect(asked.map(({ from }) => from)).toEqual(['2026-09-01', '2026-09-01']);
  });

  it('nobody after the clock was set back', async () => {
    const { list, asked, pass } = books(many(2));
    await list(query());
    pass(-3_600_000);
    await list(query({ asOf: START - 3_600_000 }));
    expect(asked).toHaveLength(2);
  });
});

describe('it is narrowed as iFirma does', () => {
  const rows = [
    invoice(1, { nip: '1111111111', gross: 100_00 }),
    invoice(2, { nip: 'PL 111-111-11-11', gross: 200_00 }),
    invoice(3, { nip: '2222222222', gross: 100_05 }),
    invoice(4, { nip: '', gross: 100_06 }),
    invoice(5, { nip: '', gross: null }),
    invoice(6, { nip: '3333333333', gross: 99_95 }),
  ];

  it.each<readonly [what: string, narrowed: Partial<ListQuery>, found: readonly string[]]>([
    [
      'by NIP, whatever the amount; a row that does not say is not left out',
      { nip: '1111111111', gross: 1 },
      ['1', '2', '4', '5'],
    ],
    [
      'by amount, 5 grosze more or less; a row that does not say is not left out',
      { gross: 100_00 },
      ['1', '3', '5', '6'],
    ],
    ['by nothing', {}, ['1', '2', '3', '4', '5', '6']],
  ])('%s', async (_what, narrowed, found) => {
    expect(await books(rows).identifiers(query(narrowed))).toEqual(found);
  });
});

describe('a long list', () => {
  it('of several pages is read whole, and given back by pages', async () => {
    const { identifiers, asked } = books(many(250));
    expect(await identifiers(query())).toHaveLength(100);
    expect(await identifiers(query({ page: 2 }))).toHaveLength(100);
    expect(await identifiers(query({ page: 3 }))).toHaveLength(50);
    expect(await identifiers(query({ page: 4 }))).toEqual([]);
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3]);
  });

  it('of more pages than it saves is not shared: each document is looked for by itself, now and later', async () => {
    const { list, asked } = books(many(500));
    const own = query({ gross: 7 });
    await list(own);
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 1]);
    expect(asked.at(-1)).toEqual(own);
    await list(query({ gross: 8 }));
    expect(asked).toHaveLength(7);
  });

  it('of which a page fails is not there at all: nothing of it is taken for the whole', async () => {
    const { list, asked, fail } = books(many(150));
    const failure = { ok: false, problem: { kind: 'network' } } as const;
    fail(failure);
    expect(await list(query())).toEqual(failure);
    fail(null);
    const answer = await list(query({ page: 2 }));
    expect(answer.ok && answer.value).toHaveLength(50);
    expect(asked.map(({ page }) => page)).toEqual([1, 1, 2]);
  });

  it('of which the second page fails is read anew from the first', async () => {
    const rows = many(150);
    const pages: number[] = [];
    let failures = 1;
    const list = sharedList({ now: () => START, sleep: async () => undefined })(async ({ page }) => {
      pages.push(page);
      if (page === 2 && failures-- > 0) return { ok: false, problem: { kind: 'timeout' } };
      return { ok: true, value: rows.slice((page - 1) * LIST_PAGE, page * LIST_PAGE) };
    });
    expect(await list(query())).toMatchObject({ ok: false, problem: { kind: 'timeout' } });
    expect(await list(query())).toMatchObject({ ok: true });
    expect(pages).toEqual([1, 2, 1, 2]);
  });
});
