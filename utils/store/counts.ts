import type { TransferState } from '../invoice/transfer';
import type { Connection } from './connection';

export interface Counts {
  /** Counted at one reading, by the database itself: no row is read for it. */
  all(): Promise<Counted>;
}

/** How much there is of everything. */
export interface Counted {
  /** The database's version. */
  readonly version: number;
  readonly transfers: Readonly<Record<TransferState, number>>;
  readonly log: number;
  /** What is remembered of the panels' lists. */
  readonly panelDocuments: number;
}

const STATES: readonly TransferState[] = [
  'queued',
  'sending',
  'incomplete',
  'uncertain',
  'issued',
  'done',
  'failed',
  'skipped',
];

export function createCounts(connection: Connection): Counts {
  return {
    async all() {
      const transaction = await connection.begin(['transfers', 'log', 'documents'], 'readonly');
      // Every transfer stands in this index: it always has a moment.
      const due = transaction.objectStore('transfers').index('due');
      const [log, panelDocuments, ...byState] = await Promise.all([
        transaction.objectStore('log').count(),
        transaction.objectStore('documents').count(),
        ...STATES.map((state) => due.count(IDBKeyRange.bound([state], [state, []]))),
      ]);
      const transfers = Object.fromEntries(STATES.map((state, nth) => [state, byState[nth] ?? 0]));
      return { version: transaction.db.version, transfers: transfers as Counted['transfers'], log, panelDocuments };
    },
  };
}
