/** Everything that the extension keeps, as text: the tables of its database and the areas of `storage`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'wxt/browser';
import type { Launched } from './launch.ts';

/** The browser's own API object, in the worker. */
declare const chrome: typeof Browser;

/** Table by table, one line a row. Bytes are in hex, keys say whether they can be taken out. */
export async function databaseText({ worker }: Launched): Promise<Record<string, string>> {
  return worker.evaluate(async () => {
    const asPlain = (_: string, value: unknown): unknown => {
      if (value instanceof CryptoKey) return `CryptoKey ${value.algorithm.name} extractable ${value.extractable}`;
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
      if (!(bytes instanceof Uint8Array)) return value;
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    const finished = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('reading failed'));
      });
    const tables: Record<string, string> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await finished(indexedDB.open(name));
      for (const table of database.objectStoreNames) {
        const rows: unknown[] = await finished(database.transaction(table).objectStore(table).getAll());
        tables[table] = rows.map((row) => JSON.stringify(row, asPlain)).join('\n');
      }
      database.close();
    }
    return tables;
  });
}

export async function storageText({ worker }: Launched): Promise<string> {
  return worker.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
  );
}

/** The files below the folder that contain one of the texts, in the ways in which a browser writes text. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path);
      return wanted.some((bytes) => content.includes(bytes));
    });
}
