import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS, type Migration } from '../../../utils/store/schema.ts';
import { exampleEntry, exampleTransfer, freshName, openExample, PANEL, rawRows, requested } from './examples.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the database', () => {
  it('is made with its tables when there is none', async () => {
    const name = freshName();
    (await openExample(name)).close();
    expect((await rawRows(name)).map(({ table }) => table)).toEqual([
      'accounts',
      'documents',
      'facts',
      'log',
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
    const blocked = vi.fn();
    const newer = await openExample(name, { migrations: [...MIGRATIONS, () => {}], blocked });
    expect(blocked).not.toHaveBeenCalled();
    await newer.transfers.create(exampleTransfer());
  });

  it('of older code says so when the database has become newer, instead of writing into it', async () => {
    const name = freshName();
    const older = await openExample(name);
    await openExample(name, { migrations: [...MIGRATIONS, () => {}] });
    await expect(older.transfers.create(exampleTransfer())).rejects.toMatchObject({ name: 'VersionError' });
  });

  it('says that it is blocked by one that does not give way, and opens when that one is gone', async () => {
    const name = freshName();
    (await openExample(name)).close();
    const stubborn = await requested(indexedDB.open(name));
    const blocked = vi.fn(() => stubborn.close());
    const newer = await openExample(name, { migrations: [...MIGRATIONS, () => {}], blocked });
    expect(blocked).toHaveBeenCalledTimes(1);
    expect(await newer.transfers.get(PANEL, 'd77')).toBeNull();
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

  it('that was closed stays closed', async () => {
    const store = await openExample();
    store.close();
    await expect(store.transfers.get(PANEL, 'd77')).rejects.toThrow();
  });
});
