/** Which numbers are asked for past the list: those that nobody knows yet, next to those that are known, and no more. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ListQuery } from '../../../utils/ifirma/client.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import type { StepContext } from '../../../utils/sync/context.ts';
import { lookPastTheList } from '../../../utils/sync/past-the-list.ts';
import { exampleTransfer, openExample } from '../store/examples.ts';

const ISSUED = '2026-11-20';
const BEGAN = 1_000_000;
const POST = { beganAt: BEGAN, endedAt: BEGAN + 1, gross: 100, nip: '', issueDate: ISSUED, lookFrom: ISSUED };
const MARK = 'Sellasist sklep/o1001/d77';

interface Books {
  /** Running numbers of `n/2026` that the list shows of the days before, and since. */
  readonly before?: readonly number[];
  readonly since?: readonly number[];
  /** Of our own other transfers, booked before and since. */
  readonly ownBefore?: readonly number[];
  readonly ownSince?: readonly number[];
  /** There, and shown by nothing. */
  readonly hidden?: readonly number[];
  /** The one of them that is ours. */
  readonly ours?: number;
}

const numberOf = (running: number): string => `${running}/2026`;

async function look({ before = [], since = [], ownBefore = [], ownSince = [], hidden = [], ours }: Books) {
  const store = await openExample();
  const booked = (running: number, endedAt: number): Transfer =>
    exampleTransfer({
      key: `d${1000 + running}`,
      state: 'done',
      identifier: `i${running}`,
      number: numberOf(running),
      post: { ...POST, beganAt: endedAt - 1, endedAt },
    });
  for (const running of ownBefore) await store.transfers.create(booked(running, BEGAN - 10));
  for (const running of ownSince) await store.transfers.create(booked(running, BEGAN + 10));
  const asked: number[] = [];
  const listed = (running: number) => ({
    identifier: `i${running}`,
    number: numberOf(running),
    kind: 'prz_faktura_kraj',
    gross: 100,
    nip: '',
    isDraft: false,
  });
  const context = {
    transfer: exampleTransfer({ state: 'uncertain', post: POST }),
    today: '2026-11-22',
    tools: { store },
    ifirma: {
      list: async ({ to }: ListQuery) => ({ ok: true, value: (to < ISSUED ? before : since).map(listed) }),
      invoice: async (number: string) => {
        const running = Number(number.split('/')[0]);
        asked.push(running);
        if (!hidden.includes(running)) return { ok: false, problem: { kind: 'kod', kod: 201, text: 'Nie ma' } };
        const notes = running === ours ? MARK : 'Sprzedaż';
        return { ok: true, value: { identifier: `i${running}`, number, gross: 100, notes, ksefNumber: '' } };
      },
    },
  };
  const found = await lookPastTheList(context as unknown as StepContext, ISSUED);
  return { asked, found: found.ok ? found.same.map(({ identifier }) => identifier) : found.problem };
}

const upTo = (last: number, from = 1): readonly number[] =>
  Array.from({ length: last - from + 1 }, (_, at) => from + at);

describe('which numbers are asked', () => {
  it.each<readonly [what: string, books: Books, asked: readonly number[], found: readonly string[]]>([
    ['nothing known: the first ones of iFirma’s own pattern', {}, [1, 2], []],
    ['after the newest that the list shows', { before: upTo(4), since: [5] }, [6, 7], []],
    ['on until nobody is there', { since: upTo(5), hidden: [6, 7], ours: 7 }, [6, 7, 8, 9], ['i7']],
    ['past one that was deleted', { since: upTo(5), hidden: [7], ours: 7 }, [6, 7, 8, 9], ['i7']],
    ['not below what was there before', { before: upTo(30, 21), since: [31] }, [32, 33], []],
    ['not below what we booked before', { ownBefore: [30], ownSince: [31] }, [32, 33], []],
    ['into a hole since', { before: [30], since: [31, 34], hidden: [33], ours: 33 }, [32, 33, 35, 36], ['i33']],
    [
      'into a hole that was left by deleted ones, from both sides',
      { before: [30], since: [31, 36], hidden: [35], ours: 35 },
      [32, 33, 37, 38, 35, 34],
      ['i35'],
    ],
    [
      'below the first since, where nothing is known of before',
      { since: [4, 5], hidden: [2, 3], ours: 2 },
      [1, 2, 3, 6, 7],
      ['i2'],
    ],
    [
      'between what we booked before and since',
      { ownBefore: [8], ownSince: [10], hidden: [9], ours: 9 },
      [9, 11, 12],
      ['i9'],
    ],
  ])('%s', async (_what, books, asked, found) => {
    expect(await look(books)).toEqual({ asked, found });
  });

  it('more than anybody reads is no answer', async () => {
    const { asked, found } = await look({ since: [1], hidden: upTo(200, 2) });
    expect(asked).toHaveLength(60);
    expect(found).toEqual({ kind: 'no-kod' });
  });
});
