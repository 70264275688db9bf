import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { bringForward, MIGRATIONS, type Migration, type MostekDb, type StoreName } from './schema';

export type Durability = 'strict' | 'relaxed';

export interface ConnectionOptions {
  /** Default `mostek`. */
  readonly name?: string;
  /** Default: the released ones. */
  readonly migrations?: readonly Migration[];
  /**
   * Begun with each opening: when it resolves first, whoever waits is refused with a `TimeoutError`, while the opening goes on. An older
   * connection that does not close keeps ours waiting for as long as it likes. Default: as long as it takes.
   */
  readonly patience?: () => Promise<void>;
  /**
   * Asked when the database does not open: Chromium says nothing but that, also where the disk has no room for its journal. false: it
   * failed with a `QuotaExceededError`. Default: nobody knows.
   */
  readonly hasRoom?: () => Promise<boolean>;
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

interface Opening {
  readonly db: Promise<IDBPDatabase<MostekDb>>;
  /** Only ever rejects. */
  readonly tooLong: Promise<never>;
}

/**
 * A connection that opens with the first call, gives way and comes back. It closes when another context wants to change the
 * database's version, so that an update of the extension is never blocked, and the browser may end it at any time; the next call
 * opens a new one. What does not open fails that call (`trouble.ts` tells why), and is tried anew by the next.
 */
export function connect(options: ConnectionOptions = {}): Connection {
  const { name = 'mostek', migrations = MIGRATIONS, patience, hasRoom } = options;
  let current: Opening | null = null;
  let closed = false;

  function open(): Opening {
    const opened = openDB<MostekDb>(name, migrations.length, {
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
      blocking(_current, _wanted, event) {
        forget(opening);
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated() {
        forget(opening);
      },
    });
    const db = opened.catch(async (error: unknown) => {
      forget(opening);
      throw await causeOf(error);
    });
    const tooLong = patience?.().then(() => Promise.reject(tooSlow())) ?? new Promise<never>(() => {});
    const opening: Opening = { db, tooLong };
    for (const heard of [db, tooLong]) heard.catch(() => {});
    return opening;
  }

  async function causeOf(error: unknown): Promise<unknown> {
    if (!(error instanceof Error && error.name === 'UnknownError') || hasRoom === undefined) return error;
    const isRoom = await hasRoom().catch(() => true);
    return isRoom ? error : new DOMException('The disk has no room.', 'QuotaExceededError');
  }

  function forget(gone: Opening): void {
    if (current === gone) current = null;
  }

  /** What is open wins the race, however long it took: it is named first. */
  function database({ db, tooLong }: Opening): Promise<IDBPDatabase<MostekDb>> {
    return Promise.race([db, tooLong]);
  }

  function opening(): Opening {
    if (closed) throw new Error('The store was closed.');
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
      const asked = opening();
      const db = await database(asked);
      let transaction: IDBPTransaction<MostekDb, Names, Mode>;
      try {
        transaction = created(db);
      } catch (error) {
        // Closed between our asking and its event: nothing has begun yet, so a second try repeats nothing.
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
        forget(asked);
        transaction = created(await database(opening()));
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
    current?.db.then(
      (db) => db.close(),
      () => {},
    );
    current = null;
  }

  return connection();
}

function tooSlow(): Error {
  return new DOMException('The database takes too long to open.', 'TimeoutError');
}

function wiped(): Error {
  const error = new Error('What this belongs to was wiped.');
  error.name = 'wiped';
  return error;
}
