import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../utils/store/open.ts';
import { MIGRATIONS, type Migration } from '../../../utils/store/schema.ts';
import { exampleEntry, exampleTransfer, freshName, openExample, PANEL, rawRows, requested } from './examples.ts';
import { failToOpen } from './not-opening.ts';

/** A version that only a later Mostek knows. */
const NEWER: readonly Migration[] = [...MIGRATIONS, () => {}];
const SOON_MS = 40;
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SOON_MS));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the database', () => {
  it('is made with its tables when there is none', async () => {
    const name = freshName();
    (await openExample(name)).close();
    expect((await rawRows(name)).map(({ table }) => table)).toEqual([
      'accounts',
      'batches',
      'documents',
      'facts',
      'log',
      'runs',
      'transfers',
      'vault',
    ]);
  });

  it('of an older version is brought forward, step by step, with everything that is in it', async () => {
    const name = freshName();
    const old = await openExample(name);
    await old.transfers.create(exampleTransfer({ sale: 'sklep/1001' }), { log: exampleEntry() });
    old.close();

    const ran: number[] = [];
    const addsTable: Migration = (db) => {
      ran.push(2);
      db.createObjectStore('added', { keyPath: 'id' });
    };
    const rewritesRows: Migration = async (_db, transaction) => {
      ran.push(3);
      for (let cursor = await transaction.objectStore('log').openCursor(); cursor; cursor = await cursor.continue()) {
        await cursor.update?.({ ...cursor.value, ms: cursor.value.ms + 1 });
      }
    };
    const addsIndex: Migration = (_db, transaction) => {
      ran.push(4);
      transaction.objectStore('log').createIndex('ms', 'ms');
    };
    const newer = await openExample(name, { migrations: [...MIGRATIONS, addsTable, rewritesRows, addsIndex] });
    expect(ran).toEqual([2, 3, 4]);
    expect(await newer.transfers.get(PANEL, 'd77')).toEqual(exampleTransfer({ sale: 'sklep/1001' }));
    expect((await newer.log.page({ before: null, limit: 5 })).rows).toEqual([exampleEntry({ id: 1, ms: 121 })]);
    newer.close();

    const db = await requested(indexedDB.open(name));
    expect(db.version).toBe(MIGRATIONS.length + 3);
    expect(db.objectStoreNames.contains('added')).toBe(true);
    expect(db.transaction('log').objectStore('log').indexNames.contains('ms')).toBe(true);
    db.close();
  });

  it('stays what it was when a migration fails', async () => {
    const name = freshName();
    const old = await openExample(name);
    await old.transfers.create(exampleTransfer());
    old.close();
    const half: Migration = (db) => {
      db.deleteObjectStore('transfers');
      throw new Error('a bug');
    };
    await expect(openExample(name, { migrations: [...MIGRATIONS, half] })).rejects.toThrow();
    const again = await openExample(name);
    expect(await again.transfers.get(PANEL, 'd77')).toEqual(exampleTransfer());
  });
});

describe('a connection', () => {
  it('gives way to an update, so that it is never blocked', async () => {
    const name = freshName();
    await openExample(name);
    const newer = await openExample(name, { migrations: NEWER, patience: soon });
    await newer.transfers.create(exampleTransfer());
  });

  it('of older code says so when the database has become newer, instead of writing into it', async () => {
    const name = freshName();
    const older = await openExample(name);
    await openExample(name, { migrations: NEWER });
    await expect(older.transfers.create(exampleTransfer())).rejects.toMatchObject({ name: 'VersionError' });
  });

  it('that an older one, which does not give way, keeps from opening refuses whoever waits too long, and opens when that one is gone', async () => {
    const name = freshName();
    (await openExample(name)).close();
    const stubborn = await requested(indexedDB.open(name));
    const newer = openStore({ crypto: globalThis.crypto, name, migrations: NEWER, patience: soon });
    const begun = Date.now();
    await expect(newer.transfers.get(PANEL, 'd77')).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(SOON_MS - 5);
    await expect(newer.transfers.get(PANEL, 'd77'), 'at once, the time being over').rejects.toMatchObject({
      name: 'TimeoutError',
    });
    stubborn.close();
    await vi.waitFor(async () => expect(await newer.transfers.get(PANEL, 'd77')).toBeNull());
  });

  it('that the browser ended is opened anew by the next call', async () => {
    const opened: IDBDatabase[] = [];
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...asked) {
      if (opened.at(-1) !== this) opened.push(this);
      return begin.apply(this, asked);
    });
    const store = await openExample();
    await store.transfers.create(exampleTransfer());
    const [first] = opened;
    if (!first) throw new Error('no connection was used');
    // Its declaration asks for the class where it means a connection.
    forceCloseDatabase(first as unknown as typeof IDBDatabase);
    await new Promise((resolve) => setTimeout(resolve));
    expect(await store.transfers.get(PANEL, 'd77')).toEqual(exampleTransfer());
    expect(opened).toHaveLength(2);
  });

  it('that is found closed before its event has come is opened anew too', async () => {
    const store = await openExample();
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase, ...asked) {
      this.close();
      return begin.apply(this, asked);
    });
    expect((await store.transfers.create(exampleTransfer())).ok).toBe(true);
  });

  it('opens with the first call, and with the next one when it did not', async () => {
    failToOpen(2);
    const store = openStore({ crypto: globalThis.crypto, name: freshName() });
    expect(indexedDB.open).not.toHaveBeenCalled();
    await expect(store.transfers.get(PANEL, 'd77')).rejects.toMatchObject({ name: 'UnknownError' });
    await expect(store.transfers.create(exampleTransfer())).rejects.toMatchObject({ name: 'UnknownError' });
    expect(await store.transfers.create(exampleTransfer())).toMatchObject({ ok: true });
    expect(await store.transfers.get(PANEL, 'd77')).toEqual(exampleTransfer());
    expect(indexedDB.open).toHaveBeenCalledTimes(3);
  });

  it('is opened once for however many ask at the same time', async () => {
    failToOpen(1);
    const store = openStore({ crypto: globalThis.crypto, name: freshName() });
    const asked = Array.from({ length: 20 }, () => store.transfers.get(PANEL, 'd77'));
    expect((await Promise.allSettled(asked)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(indexedDB.open).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['has no room', { hasRoom: async () => false }, 'QuotaExceededError'],
    ['has room', { hasRoom: async () => true }, 'UnknownError'],
    ['cannot be asked', { hasRoom: () => Promise.reject(new Error('no')) }, 'UnknownError'],
    ['nobody asks', {}, 'UnknownError'],
  ])('that does not open on a disk that %s says what it knows', async (_disk, options, error) => {
    failToOpen(2);
    const store = openStore({ crypto: globalThis.crypto, name: freshName(), ...options });
    await expect(store.transfers.get(PANEL, 'd77')).rejects.toMatchObject({ name: error });
    const written = store.transfers.create(exampleTransfer());
    if (error === 'UnknownError') await expect(written).rejects.toMatchObject({ name: error });
    else expect(await written).toEqual({ ok: false, why: 'full' });
  });

  it('of older code does not ask for room: the database opens, only not for it', async () => {
    const name = freshName();
    await openExample(name, { migrations: NEWER });
    const hasRoom = vi.fn(async () => false);
    const older = openStore({ crypto: globalThis.crypto, name, hasRoom });
    await expect(older.transfers.get(PANEL, 'd77')).rejects.toMatchObject({ name: 'VersionError' });
    expect(hasRoom).not.toHaveBeenCalled();
  });

  it('that was closed stays closed', async () => {
    const store = await openExample();
    store.close();
    await expect(store.transfers.get(PANEL, 'd77')).rejects.toThrow();
  });
});
