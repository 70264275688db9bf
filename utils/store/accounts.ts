import type { IDBPTransaction } from 'idb';
import type { Account } from '../invoice/settings';
import type { Connection } from './connection';
import type { MostekDb } from './schema';
import { type Full, write } from './write';

export type AccountWritten =
  | { readonly ok: true; readonly account: Account }
  /** `change` only. */
  | { readonly ok: false; readonly why: 'missing' }
  /** A series belongs to at most one account (design, words); this one is `by`'s. */
  | { readonly ok: false; readonly why: 'series-taken'; readonly seriesId: string; readonly by: Account }
  | Full;

/** The accounts without their keys, which are in the vault: whoever removes an account empties its part of the vault first. */
export interface Accounts {
  all(): Promise<readonly Account[]>;
  get(id: string): Promise<Account | null>;
  ofPanel(panel: string): Promise<readonly Account[]>;
  put(account: Account): Promise<AccountWritten>;
  /** Reads, changes and writes in one transaction; null leaves the account as it is. */
  change(id: string, change: (account: Account) => Account | null): Promise<AccountWritten>;
  remove(id: string): Promise<void>;
}

export function createAccounts(connection: Connection): Accounts {
  async function reading() {
    return (await connection.begin(['accounts'], 'readonly')).objectStore('accounts');
  }

  return {
    async all() {
      return (await reading()).getAll();
    },

    async get(id) {
      return (await (await reading()).get(id)) ?? null;
    },

    async ofPanel(panel) {
      return (await reading()).index('panel').getAll(panel);
    },

    put(account) {
      return write(connection, ['accounts'], 'strict', (transaction) => put(transaction, account));
    },

    change(id, change) {
      return write(connection, ['accounts'], 'strict', async (transaction) => {
        const found = await transaction.objectStore('accounts').get(id);
        if (!found) return { ok: false, why: 'missing' };
        const changed = change(found);
        if (changed === null) return { ok: true, account: found };
        if (changed.id !== id) throw new Error('An account cannot become another one.');
        return put(transaction, changed);
      });
    },

    async remove(id) {
      await write(connection, ['accounts'], 'strict', (transaction) => transaction.objectStore('accounts').delete(id));
    },
  };
}

async function put(
  transaction: IDBPTransaction<MostekDb, ['accounts'], 'readwrite'>,
  account: Account,
): Promise<AccountWritten> {
  const store = transaction.objectStore('accounts');
  for (const other of await store.index('panel').getAll(account.panel)) {
    const seriesId = other.seriesIds.find((id) => account.seriesIds.includes(id));
    if (other.id !== account.id && seriesId !== undefined) {
      return { ok: false, why: 'series-taken', seriesId, by: other };
    }
  }
  await store.put(account);
  return { ok: true, account };
}
