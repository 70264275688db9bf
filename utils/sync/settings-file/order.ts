/** One order for what has none, so that the same settings are always the same text. By code units: no language moves it. */
import type { FileAccount } from '../../messages/settings-file-schema';

type Ordered = Pick<FileAccount, 'panel' | 'login' | 'name' | 'seriesIds'>;

/** Ids are mostly numbers: `2` goes before `10`. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || compare(a, b);
}

export function compareAccounts(a: Ordered, b: Ordered): number {
  return (
    compare(a.panel, b.panel) ||
    compare(a.login, b.login) ||
    compare(a.name, b.name) ||
    compare([...a.seriesIds].sort(compareIds).join(), [...b.seriesIds].sort(compareIds).join())
  );
}

/** JSON with the names of every object in order, for comparing and for a file. */
export function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sorted) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compare(a, b));
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)])) as T;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
