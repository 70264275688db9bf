import type { IDBPTransaction } from 'idb';
import type { Connection, Durability } from './connection';
import type { MostekDb, StoreName } from './schema';
import { isFull } from './trouble';

/** The disk or the quota is full. Nothing of the write is stored. */
export interface Full {
  readonly ok: false;
  readonly why: 'full';
}

export type Written = { readonly ok: true } | Full;

/**
 * Runs `work` in one readwrite transaction and answers when it is committed. Whatever goes wrong on the way, nothing is
 * stored: a full disk is answered, anything else is thrown. `work` awaits requests of its transaction and nothing else.
 */
export async function write<const Names extends StoreName[], R>(
  connection: Connection,
  names: Names,
  durability: Durability,
  work: (transaction: IDBPTransaction<MostekDb, Names, 'readwrite'>) => Promise<R>,
): Promise<R | Full> {
  let begun: IDBPTransaction<MostekDb, Names, 'readwrite'> | null = null;
  try {
    const transaction = await connection.begin(names, 'readwrite', durability);
    begun = transaction;
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    if (begun) await undone(begun);
    // A commit that fails leaves the cause on the transaction, and its requests merely "aborted".
    const cause = begun?.error ?? error;
    if (isFull(cause) || isFull(error)) return { ok: false, why: 'full' };
    throw cause;
  }
}

async function undone(transaction: { abort(): void; readonly done: Promise<void> }): Promise<void> {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
  await transaction.done.catch(() => {});
}
