import type { DocumentKey, IsoDate } from '../invoice/document';
import type { Reason } from '../invoice/finding';
import type { Connection } from './connection';
import { type Full, type Written, write } from './write';

/** One of the documents that are sent together. */
export interface BatchEntry {
  /** null: not known before the document itself was read. */
  readonly orderId: string | null;
  readonly key: DocumentKey;
  /** The panel's number, for people; null for an order, or while it is not known. */
  readonly number: string | null;
  /** null: issued on the day it is sent, or not known yet. */
  readonly issueDate: IsoDate | null;
}

/**
 * What a person sends together: one record a panel, kept until the summary was read. It says what was asked for and what a person
 * decided since, and never how far it is: that is always worked out from the transfers, so that it is true after any death.
 */
export interface Batch {
  readonly panel: string;
  /** What its transfers name (`Transfer.batch`). */
  readonly id: string;
  /** Oldest issue date first, once `placed` has reached the end. */
  readonly entries: readonly BatchEntry[];
  /** So many of the entries have been given their place in the queue, or a reason why not. None is begun before all have. */
  readonly placed: number;
  /** Why an entry was not put into the queue, by its key. */
  readonly left: Readonly<Partial<Record<DocumentKey, Reason>>>;
  /** The panel or the disk did not let the next entry be placed: when it is tried again. null: nothing is in its way. */
  readonly retry: { readonly at: number; readonly tries: number; readonly reason: Reason } | null;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Since when it has been sending: the pace is measured from there. Epoch milliseconds. */
  readonly goesOnSince: number;
  readonly paused: boolean;
  readonly cancelled: boolean;
  /** When its last document came to rest (epoch milliseconds); null: it has not yet. */
  readonly endedAt: number | null;
  /** The person was told of its end; written before that was said, so that it is never said twice. */
  readonly told?: boolean;
}

export interface Batches {
  get(panel: string): Promise<Batch | null>;
  all(): Promise<readonly Batch[]>;
  /** In the place of the panel's former one. */
  put(batch: Batch): Promise<Written>;
  /** Reads, changes and writes in one transaction; null leaves it as it is. @returns as it is afterwards; null: there is none. */
  change(
    panel: string,
    change: (batch: Batch) => Batch | null,
  ): Promise<{ readonly ok: true; readonly batch: Batch | null } | Full>;
  remove(panel: string, id: string): Promise<void>;
}

export function createBatches(connection: Connection): Batches {
  async function reading() {
    return (await connection.begin(['batches'], 'readonly')).objectStore('batches');
  }

  return {
    async get(panel) {
      return (await (await reading()).get(panel)) ?? null;
    },

    async all() {
      return (await reading()).getAll();
    },

    put(batch) {
      return write(connection, ['batches'], 'strict', async (transaction) => {
        await transaction.objectStore('batches').put(batch);
        return { ok: true };
      });
    },

    change(panel, change) {
      return write(connection, ['batches'], 'strict', async (transaction) => {
        const store = transaction.objectStore('batches');
        const found = await store.get(panel);
        const changed = found === undefined ? null : change(found);
        if (changed !== null) await store.put(changed);
        return { ok: true, batch: changed ?? found ?? null };
      });
    },

    async remove(panel, id) {
      await write(connection, ['batches'], 'relaxed', async (transaction) => {
        const store = transaction.objectStore('batches');
        if ((await store.get(panel))?.id === id) await store.delete(panel);
      });
    },
  };
}
