import { ACCOUNT_SETTINGS } from '../../invoice/account-settings';
import type { IsoDate } from '../../invoice/document';
import { SERIES_SETTINGS } from '../../invoice/series';
import type { Account } from '../../invoice/settings';
import { DEFAULT_TAX } from '../../invoice/settings';
import type { SecretName } from '../../messages';
import type { FileAccount, FileContent, FileSecrets } from '../../messages/settings-file-schema';
import type { Here } from './here';
import { compareIds, sorted } from './order';
import { fileRules } from './rules';
import { VERSION } from './upgrades';

/** The text of a file. Two of the same settings differ in the date, and in what lies under a passphrase. */
export function fileText(
  here: Here,
  exportedOn: IsoDate,
  keysOf: (account: Account) => readonly SecretName[],
  secrets: FileSecrets | null,
): string {
  const content: FileContent = {
    mostek: 'settings',
    version: VERSION,
    exportedOn,
    language: here.language,
    erplink: here.erplink,
    accounts: here.accounts.map((account) => fileAccount(account, keysOf(account))),
    ...fileRules(here.rules, here.accounts),
    secrets,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** What a person has set, and nothing that is this installation's own. Name by name: what is added later is added here, too. */
export function fileAccount(account: Account, keys: readonly SecretName[]): FileAccount {
  const { name, panel, login, tax, seriesIds, series, settings, payments } = account;
  const eachSeries = Object.entries(series).map(([id, one]) => [id, picked(one, SERIES_SETTINGS)]);
  return {
    name,
    panel,
    login,
    tax: picked(tax, namesOf(DEFAULT_TAX)),
    seriesIds: [...seriesIds].sort(compareIds),
    series: sorted(Object.fromEntries(eachSeries)),
    settings: sorted(picked(settings, ACCOUNT_SETTINGS)),
    payments: sorted(payments),
    keys,
  };
}

/** What is set of these names, in their order. */
function picked<T extends object>(from: T, names: readonly (keyof T)[]): T {
  const set = names.filter((name) => from[name] !== undefined);
  return Object.fromEntries(set.map((name) => [name, from[name]])) as T;
}

function namesOf<T extends object>(shape: T): readonly (keyof T)[] {
  return Object.keys(shape) as (keyof T)[];
}
