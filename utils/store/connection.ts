import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { bringForward, MIGRATIONS, type Migration, type MostekDb, type StoreName } from './schema';

export type Durability = 'strict' | 'relaxed';

export interface ConnectionOptions {
  /** Default `mostek`. */
  readonly name?: string;
  /** Hears that an older connection, which does not close, keeps ours from opening. Opening goes on waiting. */
  readonly blocked?: () => void;
  /** Default: the released ones. */
  readonly migrations?: readonly Migration[];
}

export interface Connection {
  begin<const Names extends StoreName[], Mode extends 'readonly' | 'readwrite'>(
    names: Names,
    mode: Mode,
    durability?: Durability,
  ): Promise<IDBPTransaction<MostekDb, Names, Mode>>;
  /**
   * From now on nobody begins anything with this connection any more, in the middle of whatever they may be: they are refused
   * with an error of the name `wiped`. What they have begun comes before everything of `next`, which is a connection to the
   * same database. `undo`: as if it had not been ended.
   */
  end(): { readonly next: Connection; readonly undo: () => void };
  /** Closes the database, for every connection to it. */
  close(): void;
}

/**
 * A connection that gives way and comes back. It closes when another context wants to change the database's version, so
 * that an update of the extension is never blocked, and the browser may end it at any time; the next call opens a new one
 * (and fails with a VersionError where newer code has changed the database meanwhile).
 */
export async function connect(options: ConnectionOptions = {}): Promise<Connection> {
  const { name = 'mostek', migrations = MIGRATIONS, blocked } = options;
  let current: Promise<IDBPDatabase<MostekDb>> | null = null;
  let closed = false;

  function open(): Promise<IDBPDatabase<MostekDb>> {
    const opening = openDB<MostekDb>(name, migrations.length, {
      upgrade(db, oldVersion, _newVersion, transaction) {
        // An upgrade that fails makes opening fail, which is where it is heard of.
        transaction.done.catch(() => {});
        bringForward(
          migrations,
          oldVersion,
          db as unknown as IDBPDatabase,
          transaction as unknown as IDBPTransaction<unknown, string[], 'versionchange'>,
        ).catch(() => {});
      },
      ...(blocked ? { blocked } : {}),
      blocking(_current, _wanted, event) {
        forget(opening);
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated() {
        forget(opening);
      },
    });
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(gone: Promise<IDBPDatabase<MostekDb>>): void {
    if (current === gone) current = null;
  }

  function database(): Promise<IDBPDatabase<MostekDb>> {
    if (closed) return Promise.reject(new Error('The store was closed.'));
    current ??= open();
    return current;
  }

  function connection(): Connection {
    let isOver = false;

    async function begin<const Names extends StoreName[], Mode extends 'readonly' | 'readwrite'>(
      names: Names,
      mode: Mode,
      durability?: Durability,
    ): Promise<IDBPTransaction<MostekDb, Names, Mode>> {
      const settings = durability === undefined ? {} : { durability };
      // Asked in one go with what it allows: transactions run in the order in which they are created.
      const created = (db: IDBPDatabase<MostekDb>): IDBPTransaction<MostekDb, Names, Mode> => {
        if (isOver) throw wiped();
        return db.transaction(names, mode, settings);
      };
      const asked = database();
      const db = await asked;
      let transaction: IDBPTransaction<MostekDb, Names, Mode>;
      try {
        transaction = created(db);
      } catch (error) {
        // Closed between our asking and its event: nothing has begun yet, so a second try repeats nothing.
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
        forget(asked);
        transaction = created(await database());
      }
      // Whoever writes awaits `done` itself; a read that is cut off fails in its own request.
      transaction.done.catch(() => {});
      return transaction;
    }

    return {
      begin,
      end() {
        if (isOver) throw wiped();
        isOver = true;
        return {
          next: connection(),
          undo: () => {
            isOver = false;
          },
        };
      },
      close,
    };
  }

  function close(): void {
    closed = true;
    current?.then(
      (db) => db.close(),
      () => {},
    );
    current = null;
  }

  await database();
  return connection();
}

function wiped(): Error {
  const error = new Error('What this belongs to was wiped.');
  error.name = 'wiped';
  return error;
}
