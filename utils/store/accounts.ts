import type { IDBPTransaction } from 'idb';
import type { Account } from '../invoice/settings';
import type { Connection } from './connection';
import { erplinkOf, type FactRow } from './facts';
import type { MostekDb } from './schema';
import { tiesOf } from './ties';
import { HMAC_KEY_NAMES, secretId, type VaultWrite } from './vault-row';
import { writeSecrets } from './vault-write';
import { type Full, type Written, write } from './write';

export interface AccountSave {
  readonly account: Account;
  /** Of the row that the form was opened on; 0: the account must not exist yet, and begins with the revision that it brings. */
  readonly revision: number;
  /**
   * The row that the form was opened on, where login or panel is another one now: `account` takes its place under an id of its own,
   * and the row goes with its keys. Allowed only while nothing of it is in its books or under way.
   */
  readonly instead?: string | undefined;
}

/** What an account breaks for another one of its panel, which is `by`. */
type Taken =
  /** A series belongs to at most one account (design: words). */
  | { readonly ok: false; readonly why: 'series-taken'; readonly seriesId: string; readonly by: Account }
  /** One account of a panel issues the orders without a document. */
  | { readonly ok: false; readonly why: 'order-series-taken'; readonly by: Account };

/** Something of the account that it would take the place of is, or may be, in the books, or under way. */
type Fixed = { readonly ok: false; readonly why: 'fixed' };

export type AccountWritten =
  | { readonly ok: true; readonly account: Account }
  /** `change` only. */
  | { readonly ok: false; readonly why: 'missing' }
  | Taken
  /** Saved by somebody else since, which is `account`; null: removed. */
  | { readonly ok: false; readonly why: 'stale'; readonly account: Account | null }
  | Fixed
  | Full;

/** `account`: the one that could not be saved. */
export type AccountsWritten =
  | { readonly ok: true; readonly accounts: readonly Account[] }
  | (Taken & { readonly account: Account })
  | { readonly ok: false; readonly why: 'stale'; readonly account: Account }
  | (Fixed & { readonly account: Account })
  | Full;

/** `busy`: something of it waits or is on its way, and nobody could finish it. */
export type AccountRemoved = Written | { readonly ok: false; readonly why: 'busy' };

/** The accounts, and in the same transaction the secrets that come and go with them. */
export interface Accounts {
  all(): Promise<readonly Account[]>;
  get(id: string): Promise<Account | null>;
  ofPanel(panel: string): Promise<readonly Account[]>;
  /**
   * What a person saved, with its secrets, or nothing of it. The stored row keeps what is the worker's (`pausedBy`,
   * `fileForm`), and a panel that no account is bound to any more loses its key.
   */
  save(save: AccountSave, secrets: readonly VaultWrite[]): Promise<AccountWritten>;
  /** All or nothing; the rules hold for what stands at the end. */
  saveAll(
    saves: readonly AccountSave[],
    secrets: readonly VaultWrite[],
    facts: readonly FactRow[],
  ): Promise<AccountsWritten>;
  /** The worker's own changes: reads, changes and writes in one transaction; null leaves the account as it is. */
  change(id: string, change: (account: Account) => Account | null): Promise<AccountWritten>;
  /** With its keys, and its panel's where nobody else is bound to that. */
  remove(id: string): Promise<AccountRemoved>;
}

/** The transfers are only asked, in the same transaction, so that nothing is sent between the question and the writing. */
const TABLES: ['accounts', 'vault', 'facts', 'transfers'] = ['accounts', 'vault', 'facts', 'transfers'];

type Writing = IDBPTransaction<MostekDb, typeof TABLES, 'readwrite'>;

export function createAccounts(connection: Connection): Accounts {
  async function reading() {
    return (await connection.begin(['accounts'], 'readonly')).objectStore('accounts');
  }

  const accounts: Accounts = {
    async all() {
      return (await reading()).getAll();
    },

    async get(id) {
      return (await (await reading()).get(id)) ?? null;
    },

    async ofPanel(panel) {
      return (await reading()).index('panel').getAll(panel);
    },

    async save(save, secrets) {
      const saved = await accounts.saveAll([save], secrets, []);
      if (!saved.ok) {
        return saved.why === 'stale' ? { ...saved, account: await accounts.get(idOf(save)) } : saved;
      }
      const [account] = saved.accounts;
      return account ? { ok: true, account } : { ok: false, why: 'missing' };
    },

    saveAll(saves, secrets, facts) {
      return write(connection, TABLES, 'strict', (transaction) => saveAll(transaction, saves, secrets, facts));
    },

    change(id, change) {
      return write(connection, ['accounts'], 'strict', async (transaction) => {
        const table = transaction.objectStore('accounts');
        const found = await table.get(id);
        if (!found) return { ok: false, why: 'missing' };
        const changed = change(found);
        if (changed === null) return { ok: true, account: found };
        if (changed.id !== id || isAnother(changed, found)) throw new Error('An account cannot become another one.');
        const taken = takenFrom(changed, await table.index('panel').getAll(changed.panel));
        if (taken) return taken;
        await table.put(changed);
        return { ok: true, account: changed };
      });
    },

    remove(id) {
      return write(connection, TABLES, 'strict', async (transaction) => {
        const found = await transaction.objectStore('accounts').get(id);
        if ((await tiesOf(transaction.objectStore('transfers'), id)).isBusy) return { ok: false, why: 'busy' };
        await removeWithKeys(transaction, id);
        if (found) await forgetLeft(transaction, [found.panel]);
        return { ok: true };
      });
    },
  };
  return accounts;
}

async function saveAll(
  transaction: Writing,
  saves: readonly AccountSave[],
  secrets: readonly VaultWrite[],
  facts: readonly FactRow[],
): Promise<AccountsWritten> {
  const table = transaction.objectStore('accounts');
  const stored = new Map((await table.getAll()).map((account) => [account.id, account]));
  const after = new Map(stored);
  for (const save of saves) {
    const { account, revision, instead } = save;
    const before = stored.get(idOf(save));
    if ((before?.revision ?? 0) !== revision) return { ok: false, why: 'stale', account };
    if (instead !== undefined) {
      if (stored.has(account.id)) return { ok: false, why: 'stale', account };
      const { hasSent, isBusy } = await tiesOf(transaction.objectStore('transfers'), instead);
      if (hasSent || isBusy) return { ok: false, why: 'fixed', account };
      after.delete(instead);
    } else if (before && isAnother(account, before)) {
      throw new Error('An account with another login or panel is another account.');
    }
    const { pausedBy, fileForm } = before ?? account;
    // 0 is none: it stands for an account that is not there.
    const next = before ? revision + 1 : Math.max(account.revision, 1);
    after.set(account.id, { ...account, pausedBy, fileForm, revision: next });
  }
  const saved = saves.flatMap(({ account }) => after.get(account.id) ?? []);
  for (const account of saved) {
    const taken = takenFrom(account, [...after.values()]);
    if (taken) return { ...taken, account };
  }
  const known = new Set([...stored.values()].map(({ panel }) => panel));
  const [first] = saved;
  if (!(await writeSecrets(transaction.objectStore('vault'), secrets))) {
    // What was sealed belongs to a passphrase that was set or taken off since: nothing of it may be mixed either.
    if (first) return { ok: false, why: 'stale', account: first };
    throw new Error('Secrets without an account.');
  }
  for (const { instead } of saves) if (instead !== undefined) await removeWithKeys(transaction, instead);
  for (const account of saved) await table.put(account);
  const answers = transaction.objectStore('facts');
  // A panel that is new here is asked anew, whatever was said while nobody was bound to it.
  for (const { panel } of saved) if (!known.has(panel)) await answers.delete(erplinkOf(panel).name);
  for (const row of facts) await answers.put(row);
  await forgetLeft(
    transaction,
    saves.flatMap((save) => stored.get(idOf(save))?.panel ?? []),
  );
  return { ok: true, accounts: saved };
}

/** Of the row that is meant. */
function idOf({ account, instead }: AccountSave): string {
  return instead ?? account.id;
}

/** An account is one login's books on one panel: what was sent from it is read back there. */
function isAnother(one: Account, other: Account): boolean {
  return one.login !== other.login || one.panel !== other.panel;
}

async function removeWithKeys(transaction: Writing, id: string): Promise<void> {
  await transaction.objectStore('accounts').delete(id);
  for (const name of HMAC_KEY_NAMES) await transaction.objectStore('vault').delete(secretId(id, name));
}

function takenFrom(account: Account, all: readonly Account[]): Taken | null {
  for (const by of all) {
    if (by.id === account.id || by.panel !== account.panel) continue;
    const seriesId = by.seriesIds.find((id) => account.seriesIds.includes(id));
    if (seriesId !== undefined) return { ok: false, why: 'series-taken', seriesId, by };
    if (by.settings.orderSeriesId !== null && account.settings.orderSeriesId !== null) {
      return { ok: false, why: 'order-series-taken', by };
    }
  }
  return null;
}

/** The key of a panel, and its answer about the vendor's own integration, go with the last account that was bound to it. */
async function forgetLeft(transaction: Writing, panels: readonly string[]): Promise<void> {
  for (const panel of panels) {
    const bound = await transaction.objectStore('accounts').index('panel').count(panel);
    if (bound > 0) continue;
    await transaction.objectStore('vault').delete(secretId(panel, 'sellasist'));
    await transaction.objectStore('facts').delete(erplinkOf(panel).name);
  }
}
