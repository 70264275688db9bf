import type { DocumentKey } from '../invoice/document';
import type { LogEntry } from '../invoice/transfer';
import type { Connection } from './connection';
import { newestFirst, type Page, type PageAsk } from './page';
import { type Full, type Written, write } from './write';

/** Append-only. An entry that belongs to a change of a transfer is written with it: `transfers.change(…, {log})`. */
export interface Log {
  append(entry: LogEntry): Promise<Written>;
  page(ask: PageAsk): Promise<Page<LogEntry>>;
  /** The newest entries of one document, newest first. */
  ofDocument(panel: string, key: DocumentKey, limit: number): Promise<readonly Kept[]>;
  /** At most `limit` entries from `at` (epoch milliseconds) on, oldest first. */
  since(at: number, limit: number): Promise<readonly LogEntry[]>;
  /** What a filter keeps, newest first; ends after so many looks, whatever it has found. */
  search(ask: LogSearch): Promise<LogFound>;
  count(): Promise<number>;
  /** The oldest entries, in one small transaction. */
  removeOldest(ask: LogRemoval): Promise<{ readonly ok: true; readonly removed: number } | Full>;
}

/** A place in the index `at`: entries of the same millisecond stand by their ids. */
export interface LogPlace {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly id: number;
}

export interface LogSearch {
  /** The last place that was looked at before; null: from the newest on. */
  readonly before: LogPlace | null;
  /** Epoch milliseconds; `from` is included, `until` is not. null: no such end. */
  readonly from: number | null;
  readonly until: number | null;
  /** How many entries are kept at most, and how many are looked at. */
  readonly limit: number;
  readonly looks: number;
  readonly accept: (entry: LogEntry) => boolean;
}

export interface LogFound {
  readonly entries: readonly Kept[];
  readonly looked: number;
  /** The last place that was looked at; null: none was. */
  readonly last: LogPlace | null;
  /** Everything was looked at. */
  readonly isWhole: boolean;
}

/** As it lies in the database. */
export type Kept = LogEntry & { readonly id: number };

export interface LogRemoval {
  /** What was written before that (epoch milliseconds) goes; null: none of it for its age. */
  readonly before: number | null;
  /** So many of the oldest go, whatever their age. */
  readonly atLeast: number;
  /** But no more at once than these. */
  readonly most: number;
}

export function createLog(connection: Connection): Log {
  async function reading() {
    return (await connection.begin(['log'], 'readonly')).objectStore('log');
  }

  return {
    append(entry) {
      return write(connection, ['log'], 'relaxed', async (transaction) => {
        await transaction.objectStore('log').add(entry);
        return { ok: true };
      });
    },

    async page(ask) {
      return newestFirst(await reading(), ask, (entry) => entry);
    },

    async ofDocument(panel, key, limit) {
      const index = (await reading()).index('document');
      const entries: Kept[] = [];
      let cursor = await index.openCursor(IDBKeyRange.only([panel, key]), 'prev');
      while (cursor && entries.length < limit) {
        entries.push({ ...cursor.value, id: cursor.primaryKey });
        cursor = await cursor.continue();
      }
      return entries;
    },

    async since(at, limit) {
      return (await reading()).index('at').getAll(IDBKeyRange.lowerBound(at), limit);
    },

    async search({ before, from, until, limit, looks, accept }) {
      const index = (await reading()).index('at');
      const entries: Kept[] = [];
      let looked = 0;
      let last: LogPlace | null = null;
      const range = between(from, until, before);
      let cursor = range === 'nothing' ? null : await index.openCursor(range, 'prev');
      if (before !== null && cursor !== null && isAfter(cursor.key, cursor.primaryKey, before))
        cursor = await cursor.continuePrimaryKey(before.at, before.id);
      // The place itself was looked at before; it may be gone by now, and then the cursor stands on the one behind it.
      if (before !== null && cursor?.key === before.at && cursor.primaryKey === before.id)
        cursor = await cursor.continue();
      for (; cursor !== null; cursor = await cursor.continue()) {
        if (entries.length === limit || looked === looks) return { entries, looked, last, isWhole: false };
        looked += 1;
        last = { at: cursor.key, id: cursor.primaryKey };
        if (accept(cursor.value)) entries.push({ ...cursor.value, id: cursor.primaryKey });
      }
      return { entries, looked, last, isWhole: true };
    },

    async count() {
      return (await reading()).count();
    },

    removeOldest({ before, atLeast, most }) {
      return write(connection, ['log'], 'relaxed', async (transaction) => {
        const table = transaction.objectStore('log');
        const index = table.index('at');
        const old = before === null ? [] : await index.getAllKeys(IDBKeyRange.upperBound(before, true), most);
        const wanted = Math.min(atLeast, most);
        // Those that are too old are the first of the oldest.
        const ids = old.length >= wanted ? old : await index.getAllKeys(null, wanted);
        for (const range of rangesOf(ids)) await table.delete(range);
        return { ok: true, removed: ids.length };
      });
    },
  };
}

/** In the order of the index, newest first: whether it comes before the place. */
const isAfter = (at: number, id: number, place: LogPlace): boolean =>
  at > place.at || (at === place.at && id > place.id);

/** What is left of a period behind a place. An end before its beginning is no range that IndexedDB knows. */
function between(from: number | null, until: number | null, before: LogPlace | null): IDBKeyRange | null | 'nothing' {
  const isBehind = before !== null && (until === null || before.at < until);
  const upper = isBehind ? before.at : until;
  if (from === null) return upper === null ? null : IDBKeyRange.upperBound(upper, !isBehind);
  if (upper === null) return IDBKeyRange.lowerBound(from);
  if (upper < from || (upper === from && !isBehind)) return 'nothing';
  return IDBKeyRange.bound(from, upper, false, !isBehind);
}

/** Ids that follow each other, as one range each: what was written one after the other is deleted at once. */
function rangesOf(ids: readonly number[]): readonly IDBKeyRange[] {
  const ranges: IDBKeyRange[] = [];
  const sorted = ids.toSorted((one, other) => one - other);
  let first = 0;
  for (let nth = 1; nth <= sorted.length; nth += 1) {
    const [from, to] = [sorted[first], sorted[nth - 1]];
    if (from === undefined || to === undefined || sorted[nth] === to + 1) continue;
    ranges.push(IDBKeyRange.bound(from, to));
    first = nth;
  }
  return ranges;
}
