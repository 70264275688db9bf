import { type Accounts, createAccounts } from './accounts';
import { type ConnectionOptions, connect } from './connection';
import { createDocuments, type Documents } from './documents';
import { createFacts, type Facts } from './facts';
import { createLog, type Log } from './log';
import { createTransfers, type Transfers } from './transfers';
import { createVault, type Vault } from './vault';

export interface Store {
  readonly accounts: Accounts;
  readonly vault: Vault;
  readonly transfers: Transfers;
  readonly log: Log;
  readonly facts: Facts;
  readonly documents: Documents;
  close(): void;
}

export interface StoreOptions extends ConnectionOptions {
  readonly crypto: Crypto;
}

/** Opens the database, brought forward to this version, and hands out a repository a table. */
export async function openStore({ crypto, ...options }: StoreOptions): Promise<Store> {
  const connection = await connect(options);
  return {
    accounts: createAccounts(connection),
    vault: createVault(connection, crypto),
    transfers: createTransfers(connection),
    log: createLog(connection),
    facts: createFacts(connection),
    documents: createDocuments(connection),
    close: connection.close,
  };
}
