import type { DocumentKey } from '../invoice/document';
import type { LogEntry } from '../invoice/transfer';
import type { Connection } from './connection';
import { newestFirst, type Page, type PageAsk } from './page';
import { type Written, write } from './write';

/** Append-only. An entry that belongs to a change of a transfer is written with it: `transfers.change(…, {log})`. */
export interface Log {
  append(entry: LogEntry): Promise<Written>;
  page(ask: PageAsk): Promise<Page<LogEntry>>;
  /** The newest entries of one document, newest first. */
  ofDocument(panel: string, key: DocumentKey, limit: number): Promise<readonly LogEntry[]>;
  /** At most `limit` entries from `at` (epoch milliseconds) on, oldest first. */
  since(at: number, limit: number): Promise<readonly LogEntry[]>;
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
      const entries: LogEntry[] = [];
      let cursor = await index.openCursor(IDBKeyRange.only([panel, key]), 'prev');
      while (cursor && entries.length < limit) {
        entries.push(cursor.value);
        cursor = await cursor.continue();
      }
      return entries;
    },

    async since(at, limit) {
      return (await reading()).index('at').getAll(IDBKeyRange.lowerBound(at), limit);
    },
  };
}
