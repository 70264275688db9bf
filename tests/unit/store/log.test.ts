import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exampleEntry, freshName, openExample, PANEL, requested } from './examples.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the log', () => {
  it('keeps entries in the order they came, each with its own id', async () => {
    const store = await openExample();
    expect(await store.log.append(exampleEntry({ ms: 1 }))).toEqual({ ok: true });
    await store.log.append(exampleEntry({ ms: 2 }));
    const { rows } = await store.log.page({ before: null, limit: 10 });
    expect(rows).toEqual([exampleEntry({ id: 2, ms: 2 }), exampleEntry({ id: 1, ms: 1 })]);
  });

  it('pages 5,000 rows by cursor, reading no more than a page and one', async () => {
    const name = freshName();
    const store = await openExample(name);
    const db = await requested(indexedDB.open(name));
    const transaction = db.transaction('log', 'readwrite');
    for (let at = 1; at <= 5_000; at += 1) transaction.objectStore('log').add(exampleEntry({ at }));
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    db.close();

    const step = vi.fn();
    const open = IDBObjectStore.prototype.openCursor;
    vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(function (this: IDBObjectStore, ...asked) {
      const request = open.apply(this, asked);
      request.addEventListener('success', step);
      return request;
    });
    const whole = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const first = await store.log.page({ before: null, limit: 50 });
    expect(first.rows.map((entry) => entry.at)).toEqual(Array.from({ length: 50 }, (_, at) => 5_000 - at));
    expect(step).toHaveBeenCalledTimes(51);
    expect(whole).not.toHaveBeenCalled();

    const seen = new Set(first.rows.map((entry) => entry.id));
    let pages = 1;
    for (let next = first.next; next !== null; pages += 1) {
      const page = await store.log.page({ before: next, limit: 500 });
      for (const entry of page.rows) seen.add(entry.id);
      next = page.next;
    }
    expect(seen.size).toBe(5_000);
    expect(pages).toBe(11);
  });

  it('tells the story of one document, newest first', async () => {
    const store = await openExample();
    for (const ms of [1, 2, 3]) await store.log.append(exampleEntry({ ms }));
    await store.log.append(exampleEntry({ key: 'd78', ms: 4 }));
    const entries = await store.log.ofDocument(PANEL, 'd77', 2);
    expect(entries.map((entry) => entry.ms)).toEqual([3, 2]);
  });

  it('gives what happened from a moment on, oldest first', async () => {
    const store = await openExample();
    for (const at of [300, 100, 200]) await store.log.append(exampleEntry({ at }));
    expect((await store.log.since(200, 10)).map((entry) => entry.at)).toEqual([200, 300]);
    expect((await store.log.since(0, 1)).map((entry) => entry.at)).toEqual([100]);
  });

  it('answers that the disk is full', async () => {
    const store = await openExample();
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await store.log.append(exampleEntry())).toEqual({ ok: false, why: 'full' });
  });
});
