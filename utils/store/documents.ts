import type { Grosze, IsoDate } from '../invoice/document';
import type { Connection } from './connection';
import { type Written, write } from './write';

/** What the panel's list said of one of its documents. A cache: whatever is here can be read from the panel again. */
export interface PanelDocument {
  readonly panel: string;
  readonly documentId: string;
  /** null: a document without an order. */
  readonly orderId: string | null;
  readonly kind: 'invoice' | 'receipt' | 'correction' | 'other';
  readonly number: string;
  readonly seriesId: string | null;
  /** null: not known. */
  readonly issueDate: IsoDate | null;
  /** null: it cannot be read; absent in what an older version has kept. */
  readonly total?: Grosze | null;
  /** Empty: the panel does not say. */
  readonly currency?: string;
  /** When the panel said all this. Epoch milliseconds. */
  readonly seenAt: number;
}

export interface Documents {
  get(panel: string, documentId: string): Promise<PanelDocument | null>;
  byOrder(panel: string, orderId: string): Promise<readonly PanelDocument[]>;
  /** All or none. */
  put(documents: readonly PanelDocument[]): Promise<Written>;
}

export function createDocuments(connection: Connection): Documents {
  async function reading() {
    return (await connection.begin(['documents'], 'readonly')).objectStore('documents');
  }

  return {
    async get(panel, documentId) {
      return (await (await reading()).get([panel, documentId])) ?? null;
    },

    async byOrder(panel, orderId) {
      return (await reading()).index('byOrder').getAll([panel, orderId]);
    },

    put(documents) {
      return write(connection, ['documents'], 'relaxed', async (transaction) => {
        const store = transaction.objectStore('documents');
        for (const document of documents) await store.put(document);
        return { ok: true };
      });
    },
  };
}
