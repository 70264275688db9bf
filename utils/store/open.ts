import { type Accounts, createAccounts } from './accounts';
import { type Batches, createBatches } from './batches';
import { type Connection, type ConnectionOptions, connect } from './connection';
import { type Counts, createCounts } from './counts';
import { createDocuments, type Documents } from './documents';
import { PASSPHRASE_ROUNDS } from './envelope';
import { createFacts, type Facts } from './facts';
import { type BuyerForgetter, createBuyerForgetter } from './forget-buyers';
import { createLog, type Log } from './log';
import { createRuns, type Runs } from './runs';
import { memorySession, type SessionArea } from './session';
import { createTransfers, type Transfers } from './transfers';
import { createVault, type Vault, type VaultTools } from './vault';
import { wipe } from './wipe';
import type { Full } from './write';

export interface Store {
  readonly accounts: Accounts;
  readonly vault: Vault;
  readonly transfers: Transfers;
  readonly buyers: BuyerForgetter;
  readonly log: Log;
  readonly facts: Facts;
  readonly documents: Documents;
  readonly batches: Batches;
  readonly runs: Runs;
  readonly counts: Counts;
  /**
   * Empties every table, or none. Everything goes on with `next`: this store, whoever still holds it, reads and writes nothing
   * any more and answers with an error of the name `wiped`.
   */
  wipe(): Promise<StoreWiped>;
  close(): void;
}

export type StoreWiped = { readonly ok: true; readonly next: Store } | Full;

export interface StoreOptions extends ConnectionOptions {
  readonly crypto: Crypto;
  /** Default: one that ends with the store. */
  readonly session?: SessionArea;
  /** Of PBKDF2; default 900,000. */
  readonly rounds?: number;
}

/**
 * Hands out a repository a table. The first call opens the database, brought forward to this version; while it does not open each
 * call fails with what `databaseTrouble` knows, and tries anew.
 */
export function openStore({
  crypto,
  session = memorySession(),
  rounds = PASSPHRASE_ROUNDS,
  ...options
}: StoreOptions): Store {
  return storeOf(connect(options), { crypto, session, rounds });
}

function storeOf(connection: Connection, tools: Omit<VaultTools, 'connection'>): Store {
  return {
    accounts: createAccounts(connection),
    vault: createVault({ connection, ...tools }),
    transfers: createTransfers(connection),
    buyers: createBuyerForgetter(connection),
    log: createLog(connection),
    facts: createFacts(connection),
    documents: createDocuments(connection),
    batches: createBatches(connection),
    runs: createRuns(connection),
    counts: createCounts(connection),
    async wipe() {
      const wiped = await wipe(connection);
      return wiped.ok ? { ok: true, next: storeOf(wiped.next, tools) } : wiped;
    },
    close: connection.close,
  };
}
