/** The tables and indexes of any version of the database that there ever was, from its own migrations. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { bringForward, MIGRATIONS } from '../../utils/store/schema.ts';

export type DatabaseShape = readonly {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
  }[];
}[];

export const NEWEST_VERSION = MIGRATIONS.length;

export async function shapeOfVersion(version: number): Promise<DatabaseShape> {
  const database = await openDB(`shape-${version}`, version, {
    upgrade: (db, _old, _new, transaction) =>
      void bringForward(MIGRATIONS.slice(0, version), 0, db, transaction).catch(() => transaction.abort()),
  });
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  const shape = names.map((name) => {
    const table = transaction.objectStore(name);
    const indexes = [...table.indexNames].map((each) => {
      const { keyPath, unique } = table.index(each);
      return { name: each, keyPath, unique };
    });
    return { name, keyPath: table.keyPath, autoIncrement: table.autoIncrement, indexes };
  });
  database.close();
  return shape;
}
