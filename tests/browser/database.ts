/**
 * The extension's database under another hand: a page of the extension that runs nothing of its own reaches it, as a second context
 * of another version would.
 */
import type { Page } from '@playwright/test';
import type { DatabaseShape } from './database-shape.ts';
import type { Launched } from './launch.ts';

/** A place of the extension without a script: a real page of it would speak to the worker by itself. */
export async function openBarePage({ context, extensionId }: Launched): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  return page;
}

/** Newer code has changed the database; its version before. */
export function raiseVersion(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const NEWER = 99;
    const open = (version?: number): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('mostek', version);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const before = await open();
    const { version } = before;
    before.close();
    (await open(NEWER)).close();
    return version;
  });
}

/** What the page holds open, deaf to everybody who wants another version. */
interface Holder extends Window {
  held?: IDBDatabase;
}

export interface Rebuilding {
  readonly version: number;
  /** null: the tables and indexes that it has. */
  readonly shape: DatabaseShape | null;
  /** It stays open in the page, and does not give way; `releaseDatabase`. */
  readonly hold: boolean;
}

/** The database anew, in another version, with every row that it had. */
export function rebuildDatabase(page: Page, rebuilding: Rebuilding): Promise<void> {
  return page.evaluate(async ({ version, shape, hold }) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const old = await done(indexedDB.open('mostek'));
    const names = [...old.objectStoreNames];
    const reading = old.transaction(names);
    const found = names.map((name) => {
      const table = reading.objectStore(name);
      const indexes = [...table.indexNames].map((each) => {
        const { keyPath, unique } = table.index(each);
        return { name: each, keyPath, unique };
      });
      return { name, keyPath: table.keyPath, autoIncrement: table.autoIncrement, indexes };
    });
    const rows = await Promise.all(
      names.map(async (name) => [name, await done(reading.objectStore(name).getAll())] as const),
    );
    old.close();
    // In one go, so that nobody opens one of their own between the two.
    const deleted = done(indexedDB.deleteDatabase('mostek'));
    const request = indexedDB.open('mostek', version);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, autoIncrement, indexes } of shape ?? found) {
        const table = request.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const index of indexes) table.createIndex(index.name, index.keyPath, { unique: index.unique });
      }
    };
    const [database] = await Promise.all([done(request), deleted]);
    const writing = database.transaction([...database.objectStoreNames], 'readwrite');
    for (const [name, kept] of rows) for (const row of kept) writing.objectStore(name).put(row);
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
    if (hold) (window as Holder).held = database;
    else database.close();
  }, rebuilding);
}

export function releaseDatabase(page: Page): Promise<void> {
  return page.evaluate(() => (window as Holder).held?.close());
}
