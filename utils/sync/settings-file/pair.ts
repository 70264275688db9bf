/** Which account of a file is which one here, and whether both could stand side by side at the end. */
import type { Account } from '../../invoice/settings';
import type { FileAccount } from '../../messages/settings-file-schema';
import { compareAccounts } from './order';

export interface Pair {
  readonly account: FileAccount;
  /** null: it becomes a new one. */
  readonly here: Account | null;
}

type Alike = (account: FileAccount, here: Account) => boolean;

/**
 * Panel and login decide. Of several with the same two (one login may keep two sets of series) those with a series in common
 * belong together, then those of the same name, then the rest in order.
 */
const ALIKE: readonly Alike[] = [
  (account, here) => account.seriesIds.some((id) => here.seriesIds.includes(id)),
  (account, here) => account.name === here.name,
  () => true,
];

/** As many pairs as the file has accounts, in its order. */
export function pairsOf(accounts: readonly FileAccount[], here: readonly Account[]): readonly Pair[] {
  const taken = new Map<FileAccount, Account>();
  const left = new Set([...here].sort(compareAccounts));
  for (const alike of ALIKE) {
    for (const account of [...accounts].sort(compareAccounts)) {
      if (taken.has(account)) continue;
      const found = [...left].find(
        (each) => each.panel === account.panel && each.login === account.login && alike(account, each),
      );
      if (found === undefined) continue;
      taken.set(account, found);
      left.delete(found);
    }
  }
  return accounts.map((account) => ({ account, here: taken.get(account) ?? null }));
}

/** Accounts that are here and not in the file. They stay. */
export function untouchedBy(pairs: readonly Pair[], here: readonly Account[]): readonly Account[] {
  return here.filter(({ id }) => pairs.every((pair) => pair.here?.id !== id));
}

/**
 * Where two accounts of a panel would have the same series, or both issue its orders without a document; null: nowhere. Judged as
 * it would be at the end, so that a file may give a series of one account to another one.
 */
export function clashOf(pairs: readonly Pair[], untouched: readonly Account[]): string | null {
  const owned = new Set(untouched.flatMap(({ panel, seriesIds }) => seriesIds.map((id) => `${panel}/${id}`)));
  const issuing = new Set(untouched.filter(issuesOrders).map(({ panel }) => panel));
  for (const [at, { account }] of pairs.entries()) {
    const { panel, seriesIds } = account;
    const taken = seriesIds.findIndex((id) => owned.has(`${panel}/${id}`));
    if (taken !== -1) return `accounts.${at}.seriesIds.${taken}`;
    if (issuesOrders(account) && issuing.has(panel)) return `accounts.${at}.settings.orderSeriesId`;
    for (const id of seriesIds) owned.add(`${panel}/${id}`);
    if (issuesOrders(account)) issuing.add(panel);
  }
  return null;
}

function issuesOrders({ settings }: Pick<Account, 'settings'>): boolean {
  return settings.orderSeriesId !== null;
}
