/** A write that meets a full disk: nothing of it is stored, and it says so, at whichever moment the disk says it. */
import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { exampleEntry, exampleTransfer, freshName, openExample, PANEL, rawRows } from './examples.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const NO_SPACE = new DOMException('IO error: 000003.log: FILE_ERROR_NO_SPACE', 'UnknownError');

/**
 * The browser ends the transaction with this error, as Chromium does: once every request of it has succeeded, or while the last one is
 * on its way, which then says no more than that it was aborted.
 */
function endWith(error: DOMException, when: 'at the commit' | 'in a request'): void {
  const add = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...asked) {
    const request = add.apply(this, asked);
    const { transaction } = this;
    const end = (): void => {
      vi.spyOn(transaction, 'error', 'get').mockReturnValue(error);
      transaction.abort();
    };
    if (when === 'at the commit') request.addEventListener('success', end);
    else queueMicrotask(end);
    return request;
  });
}

it.each([
  ['at the commit', 'the quota is used up', new DOMException('full', 'QuotaExceededError')],
  ['at the commit', 'the disk has no space', NO_SPACE],
  ['in a request', 'the disk has no space', NO_SPACE],
] as const)('%s, because %s', async (when, _why, error) => {
  const name = freshName();
  const store = await openExample(name);
  endWith(error, when);
  expect(await store.transfers.create(exampleTransfer(), { log: exampleEntry() })).toEqual({ ok: false, why: 'full' });
  expect((await rawRows(name)).flatMap(({ rows }) => rows)).toEqual([]);
  vi.restoreAllMocks();
  expect(await store.transfers.create(exampleTransfer(), { log: exampleEntry() })).toMatchObject({ ok: true });
});

it('before the request has begun', async () => {
  const store = await openExample();
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw NO_SPACE;
  });
  expect(await store.transfers.create(exampleTransfer())).toEqual({ ok: false, why: 'full' });
  expect(await store.transfers.get(PANEL, 'd77')).toBeNull();
});

it.each(['at the commit', 'in a request'] as const)(
  'any other end of it is thrown, and named by its cause: %s',
  async (when) => {
    const store = await openExample();
    endWith(new DOMException('The connection was lost.', 'UnknownError'), when);
    const written = store.transfers.create(exampleTransfer(), { log: exampleEntry() });
    await expect(written).rejects.toMatchObject({ name: 'UnknownError' });
    vi.restoreAllMocks();
    expect(await store.transfers.get(PANEL, 'd77')).toBeNull();
  },
);
