import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Reason } from '../../../utils/invoice/finding.ts';
import type { TransferState } from '../../../utils/invoice/transfer.ts';
import type { Page } from '../../../utils/store/page.ts';
import { exampleTransfer, openExample, PANEL } from './examples.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function pagesOf<T>(read: (before: number | null) => Promise<Page<T>>): Promise<(readonly T[])[]> {
  const pages: (readonly T[])[] = [];
  let before: number | null = null;
  do {
    const page: Page<T> = await read(before);
    pages.push(page.rows);
    before = page.next;
  } while (before !== null);
  return pages;
}

describe('the last transfers', () => {
  it('come newest first, page by page, without a row lost or shown twice', async () => {
    const store = await openExample();
    for (let at = 1; at <= 7; at += 1) {
      await store.transfers.create(exampleTransfer({ key: `d${at}`, updatedAt: at * 100 }));
    }
    const pages = await pagesOf((before) => store.transfers.recent({ before, limit: 3 }));
    expect(pages.map((rows) => rows.map((transfer) => transfer.key))).toEqual([
      ['d7', 'd6', 'd5'],
      ['d4', 'd3', 'd2'],
      ['d1'],
    ]);
  });

  it('page exactly even when all were written in one millisecond, as bulk work is', async () => {
    const store = await openExample();
    for (let at = 1; at <= 5; at += 1) await store.transfers.create(exampleTransfer({ key: `d${at}` }));
    const pages = await pagesOf((before) => store.transfers.recent({ before, limit: 2 }));
    expect(pages.map((rows) => rows.map((transfer) => transfer.key))).toEqual([['d5', 'd4'], ['d3', 'd2'], ['d1']]);
  });

  it('end without an empty page when the last page is full', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd1' }));
    await store.transfers.create(exampleTransfer({ key: 'd2' }));
    expect((await store.transfers.recent({ before: null, limit: 2 })).next).toBeNull();
  });

  it('go by the order of writing when the clock was set back', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd1', updatedAt: 9_000 }));
    await store.transfers.create(exampleTransfer({ key: 'd2', updatedAt: 1_000 }));
    await store.transfers.change(PANEL, 'd1', (found) => ({ ...found, updatedAt: 2_000 }));
    const { rows } = await store.transfers.recent({ before: null, limit: 5 });
    expect(rows.map((transfer) => [transfer.key, transfer.updatedAt])).toEqual([
      ['d1', 2_000],
      ['d2', 1_000],
    ]);
  });

  it('are read by cursor and never as a whole', async () => {
    const store = await openExample();
    for (let at = 1; at <= 5; at += 1)
      await store.transfers.create(exampleTransfer({ key: `d${at}`, state: 'failed' }));
    const whole = [vi.spyOn(IDBIndex.prototype, 'getAll'), vi.spyOn(IDBObjectStore.prototype, 'getAll')];
    await store.transfers.recent({ before: null, limit: 2 });
    await store.transfers.needsPerson({ before: null, limit: 2 });
    for (const spy of whole) expect(spy).not.toHaveBeenCalled();
  });
});

describe('transfers that need a person', () => {
  const reason = (code: Reason['code']): Reason => ({ code, params: {} });

  it.each<[TransferState, Reason | null, boolean]>([
    ['queued', null, false],
    ['queued', reason('account-paused'), false],
    ['sending', null, false],
    ['incomplete', null, true],
    ['uncertain', reason('looking'), true],
    ['failed', reason('kod-200'), true],
    ['issued', reason('pdf-waiting'), false],
    ['issued', reason('attach-field-filled'), true],
    ['issued', reason('double-found'), true],
    ['done', null, false],
    ['done', reason('double-found'), true],
    ['done', reason('adopted'), false],
    ['skipped', reason('skipped-by-person'), false],
  ])('%s with %o: %s', async (state, why, needed) => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ state, reason: why }));
    const { rows } = await store.transfers.needsPerson({ before: null, limit: 5 });
    expect(rows.length === 1).toBe(needed);
    expect(await store.transfers.countNeedingPerson()).toBe(needed ? 1 : 0);
  });

  it('come newest first, page by page, among many that do not', async () => {
    const store = await openExample();
    for (let at = 1; at <= 9; at += 1) {
      const state = at % 3 === 0 ? 'failed' : 'done';
      await store.transfers.create(exampleTransfer({ key: `d${at}`, state }));
    }
    const pages = await pagesOf((before) => store.transfers.needsPerson({ before, limit: 2 }));
    expect(pages.map((rows) => rows.map((transfer) => transfer.key))).toEqual([['d9', 'd6'], ['d3']]);
  });

  it('leave the list when the need has passed', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ state: 'failed' }));
    await store.transfers.change(PANEL, 'd77', (found) => ({ ...found, state: 'queued' }));
    expect((await store.transfers.needsPerson({ before: null, limit: 5 })).rows).toEqual([]);
  });
});
