/** Looking through the log: newest first, page after page without a gap, and never further at once than was asked for. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LogEntry } from '../../../utils/invoice/transfer.ts';
import type { LogPlace, LogSearch } from '../../../utils/store/log.ts';
import type { Store } from '../../../utils/store/open.ts';
import { exampleEntry, freshName, openExample, putRaw } from './examples.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const ALL: LogSearch = { before: null, from: null, until: null, limit: 10, looks: 100, accept: () => true };

async function filled(entries: readonly Partial<LogEntry>[]): Promise<Store> {
  const name = freshName();
  const store = await openExample(name);
  await putRaw(
    name,
    'log',
    entries.map((entry, nth) => exampleEntry({ id: nth + 1, ...entry })),
  );
  return store;
}

/** Page after page; the ids in the order in which they came, and how many entries were looked at. */
async function walk(store: Store, ask: Partial<LogSearch>): Promise<{ ids: number[]; pages: number; looked: number }> {
  const ids: number[] = [];
  let before: LogPlace | null = null;
  for (let pages = 1, looked = 0; ; pages += 1) {
    const found = await store.log.search({ ...ALL, ...ask, before });
    ids.push(...found.entries.map(({ id }) => id));
    looked += found.looked;
    if (found.isWhole) return { ids, pages, looked };
    before = found.last;
  }
}

describe('looking through the log', () => {
  it('goes by time, and in one millisecond by what was written last', async () => {
    const store = await filled([{ at: 300 }, { at: 100 }, { at: 200 }, { at: 200 }, { at: 200 }]);
    expect((await walk(store, {})).ids).toEqual([1, 5, 4, 3, 2]);
    expect((await walk(store, { limit: 2 })).ids).toEqual([1, 5, 4, 3, 2]);
  });

  it('ends after so many looks, whatever it has found, and says how far it has come', async () => {
    const store = await filled(Array.from({ length: 30 }, (_, nth) => ({ at: nth + 1, ms: nth + 1 })));
    const accept = ({ ms }: LogEntry): boolean => ms === 1;
    const found = await store.log.search({ ...ALL, looks: 7, accept });
    expect(found).toEqual({ entries: [], looked: 7, last: { at: 24, id: 24 }, isWhole: false });
    expect(await walk(store, { looks: 7, accept })).toEqual({ ids: [1], pages: 5, looked: 30 });
  });

  it('keeps a period, its beginning included and its end not', async () => {
    const store = await filled([100, 200, 300, 400].map((at) => ({ at })));
    expect((await walk(store, { from: 200, until: 400, limit: 1 })).ids).toEqual([3, 2]);
    expect((await walk(store, { from: 300, until: 200 })).ids).toEqual([]);
    expect((await walk(store, { from: 300, until: 300 })).ids).toEqual([]);
  });

  it('looks only at what is in the period', async () => {
    const store = await filled(Array.from({ length: 50 }, (_, nth) => ({ at: nth })));
    expect(await walk(store, { from: 10, until: 12 })).toEqual({ ids: [12, 11], pages: 1, looked: 2 });
  });

  it('goes on where it was although that entry has gone since', async () => {
    const store = await filled([1, 2, 3, 4, 5].map((at) => ({ at })));
    const { last } = await store.log.search({ ...ALL, limit: 2 });
    expect(last).toEqual({ at: 4, id: 4 });
    await store.log.removeOldest({ before: 5, atLeast: 0, most: 100 });
    expect((await store.log.search({ ...ALL, before: last })).entries).toEqual([]);
  });

  it('passes over nothing and shows nothing twice, whatever the times and the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 25 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.option(fc.integer({ min: 0, max: 9 })),
        fc.option(fc.integer({ min: 0, max: 9 })),
        async (times, limit, looks, from, until) => {
          const store = await filled(times.map((at) => ({ at })));
          const expected = times
            .map((at, nth) => ({ at, id: nth + 1 }))
            .filter(({ at }) => at >= (from ?? 0) && at < (until ?? 100))
            .toSorted((one, other) => other.at - one.at || other.id - one.id)
            .map(({ id }) => id);
          expect((await walk(store, { limit, looks, from, until })).ids).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never reads all of it', async () => {
    const store = await filled(Array.from({ length: 200 }, (_, nth) => ({ at: nth })));
    const whole = [IDBObjectStore.prototype, IDBIndex.prototype].map((table) => vi.spyOn(table, 'getAll'));
    await walk(store, { limit: 3 });
    for (const read of whole) expect(read).not.toHaveBeenCalled();
  });
});

describe('taking the oldest entries away', () => {
  const TIMES = [50, 10, 40, 20, 30];
  const left = async (store: Store): Promise<readonly number[]> =>
    (await store.log.since(0, 1_000)).map(({ at }) => at);

  it.each([
    ['by age', { before: 30, atLeast: 0, most: 10 }, [30, 40, 50], 2],
    ['by count', { before: null, atLeast: 3, most: 10 }, [40, 50], 3],
    ['by whichever takes more: age', { before: 45, atLeast: 1, most: 10 }, [50], 4],
    ['by whichever takes more: count', { before: 15, atLeast: 2, most: 10 }, [30, 40, 50], 2],
    ['no more than so many at once', { before: 100, atLeast: 5, most: 2 }, [30, 40, 50], 2],
    ['nothing, where nothing is too old or too much', { before: 10, atLeast: 0, most: 10 }, [10, 20, 30, 40, 50], 0],
  ])('%s', async (_what, ask, expected, removed) => {
    const store = await filled(TIMES.map((at) => ({ at })));
    expect(await store.log.removeOldest(ask)).toEqual({ ok: true, removed });
    expect(await left(store)).toEqual(expected);
  });

  it('what was written one after the other goes as one range', async () => {
    const store = await filled(Array.from({ length: 600 }, (_, nth) => ({ at: nth })));
    const deleted = vi.spyOn(IDBObjectStore.prototype, 'delete');
    expect(await store.log.removeOldest({ before: null, atLeast: 600, most: 500 })).toEqual({ ok: true, removed: 500 });
    expect(deleted).toHaveBeenCalledTimes(1);
    expect(await store.log.count()).toBe(100);
  });
});

it('the counts say how much there is of everything, and in which version', async () => {
  const store = await filled([{ at: 1 }, { at: 2 }]);
  const { version, transfers, log, panelDocuments } = await store.counts.all();
  expect(version).toBeGreaterThan(0);
  expect({ log, panelDocuments }).toEqual({ log: 2, panelDocuments: 0 });
  expect(Object.values(transfers)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
