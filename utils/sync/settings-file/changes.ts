/** What would be different, in codes and JSON: the view words it. */

import { ACCOUNT_SETTINGS } from '../../invoice/account-settings';
import { SERIES_SETTINGS } from '../../invoice/series';
import { DEFAULT_SETTINGS, DEFAULT_TAX } from '../../invoice/settings';
import type { ImportedAccount, SettingsChange } from '../../messages';
import type { FileAccount, FileContent } from '../../messages/settings-file-schema';
import type { Here } from './here';
import { compareIds, sorted } from './order';
import type { Pair } from './pair';

export function importedAccount(pair: Pair): ImportedAccount {
  const { account, here } = pair;
  // Whether they differ shows when they are opened; which ones the file holds stands in it.
  const secrets = account.keys.map((name) => ({ path: `secrets.${name}`, from: null, to: null }));
  const changes = [...settingsChanges(pair), ...secrets];
  const { name, panel, login } = account;
  if (here === null) return { name, panel, login, kind: 'new', changes };
  return { name, panel, login, kind: changes.length === 0 ? 'same' : 'changed', changes };
}

export function generalChanges({ language, erplink }: FileContent, here: Here): readonly SettingsChange[] {
  return [
    // Unanswered in the file is no answer: the one that is here stays.
    ...fieldsCompared('erplink', here.erplink, erplink, namesOf(erplink)),
    ...compared('language', here.language, language),
  ];
}

/** Of a new account only what a fresh one would not have, and nothing of it is here yet. */
export function settingsChanges({ account, here }: Pair): readonly SettingsChange[] {
  const changes = differences(here ?? FRESH, account);
  return here === null ? changes.map((change) => ({ ...change, from: null })) : changes;
}

type Settings = Omit<FileAccount, 'panel' | 'login' | 'keys'>;

const FRESH: Settings = {
  name: '',
  tax: DEFAULT_TAX,
  seriesIds: [],
  series: {},
  settings: DEFAULT_SETTINGS,
  payments: {},
};

function differences(from: Settings, to: Settings): readonly SettingsChange[] {
  return [
    ...compared('name', from.name, to.name),
    ...fieldsCompared('tax', from.tax, to.tax, Object.keys(DEFAULT_TAX)),
    ...compared('seriesIds', [...from.seriesIds].sort(compareIds), [...to.seriesIds].sort(compareIds)),
    ...namesOf(from.series, to.series).flatMap((id) =>
      fieldsCompared(`series.${id}`, ownOf(from.series, id), ownOf(to.series, id), SERIES_SETTINGS),
    ),
    ...fieldsCompared('settings', from.settings, to.settings, ACCOUNT_SETTINGS),
    ...fieldsCompared('payments', from.payments, to.payments, namesOf(from.payments, to.payments)),
  ];
}

function fieldsCompared(
  path: string,
  from: object | undefined,
  to: object | undefined,
  names: readonly string[],
): readonly SettingsChange[] {
  return names.flatMap((name) => compared(`${path}.${name}`, ownOf(from, name), ownOf(to, name)));
}

/** `undefined`: it is not there. */
function compared(path: string, from: unknown, to: unknown): readonly SettingsChange[] {
  const change = { path, from: jsonOf(from), to: jsonOf(to) };
  return change.from === change.to ? [] : [change];
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(sorted(value));
}

/** Ids come from a file: one that is called like something every object has is still not there. */
function ownOf<T extends object>(record: T | undefined, name: string): T[keyof T] | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name as keyof T] : undefined;
}

function namesOf(...records: readonly object[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))].sort(compareIds);
}
