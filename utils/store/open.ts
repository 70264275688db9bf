import { type Accounts, createAccounts } from './accounts';
import { type ConnectionOptions, connect } from './connection';
import { createDocuments, type Documents } from './documents';
import { PASSPHRASE_ROUNDS } from './envelope';
import { createFacts, type Facts } from './facts';
import { createLog, type Log } from './log';
import { memorySession, type SessionArea } from './session';
import { createTransfers, type Transfers } from './transfers';
import { createVault, type Vault } from './vault';
import { wipe } from './wipe';
import type { Written } from './write';

export interface Store {
  readonly accounts: Accounts;
  readonly vault: Vault;
  readonly transfers: Transfers;
  readonly log: Log;
  readonly facts: Facts;
  readonly documents: Documents;
  /** Empties every table, or none. */
  wipe(): Promise<Written>;
  close(): void;
}

export interface StoreOptions extends ConnectionOptions {
  readonly crypto: Crypto;
  /** Default: one that ends with the store. */
  readonly session?: SessionArea;
  /** Of PBKDF2; default 900,000. */
  readonly rounds?: number;
}

/** Opens the database, brought forward to this version, and hands out a repository a table. */
export async function openStore({
  crypto,
  session = memorySession(),
  rounds = PASSPHRASE_ROUNDS,
  ...options
}: StoreOptions): Promise<Store> {
  const connection = await connect(options);
  return {
    accounts: createAccounts(connection),
    vault: createVault({ connection, crypto, session, rounds }),
    transfers: createTransfers(connection),
    log: createLog(connection),
    facts: createFacts(connection),
    documents: createDocuments(connection),
    wipe: () => wipe(connection),
    close: connection.close,
  };
}
