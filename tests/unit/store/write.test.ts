/** A write that meets a full disk: nothing of it is stored, and it says so, at whichever moment the disk says it. */
import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { exampleEntry, exampleTransfer, freshName, openExample, PANEL, rawRows } from './examples.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const NO_SPACE = new DOMException('IO error: 000003.log: FILE_ERROR_NO_SPACE', 'UnknownError');

/** The requests succeed, and what they did is undone when it is to be committed, as Chromium does. */
function failAtCommit(error: DOMException): void {
  const add = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...asked) {
    const request = add.apply(this, asked);
    const { transaction } = this;
    request.addEventListener('success', () => {
      transaction.abort();
      vi.spyOn(transaction, 'error', 'get').mockReturnValue(error);
    });
    return request;
  });
}

it.each([
  ['the quota is used up', new DOMException('full', 'QuotaExceededError')],
  ['the disk has no space', NO_SPACE],
])('at the commit, because %s', async (_why, error) => {
  const name = freshName();
  const store = await openExample(name);
  failAtCommit(error);
  expect(await store.transfers.create(exampleTransfer(), { log: exampleEntry() })).toEqual({ ok: false, why: 'full' });
  expect((await rawRows(name)).flatMap(({ rows }) => rows)).toEqual([]);
  vi.restoreAllMocks();
  expect(await store.transfers.create(exampleTransfer(), { log: exampleEntry() })).toMatchObject({ ok: true });
});

it('in the request itself', async () => {
  const store = await openExample();
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw NO_SPACE;
  });
  expect(await store.transfers.create(exampleTransfer())).toEqual({ ok: false, why: 'full' });
  expect(await store.transfers.get(PANEL, 'd77')).toBeNull();
});

it('any other end of it is thrown, and named by its cause', async () => {
  const store = await openExample();
  failAtCommit(new DOMException('The connection was lost.', 'UnknownError'));
  const written = store.transfers.create(exampleTransfer(), { log: exampleEntry() });
  await expect(written).rejects.toMatchObject({ name: 'UnknownError' });
  vi.restoreAllMocks();
  expect(await store.transfers.get(PANEL, 'd77')).toBeNull();
});
