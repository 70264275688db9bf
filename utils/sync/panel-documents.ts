/** The panel's documents of an order, as far as they are known: the list names no order, so each is read once and remembered. */

import type { SellasistClient } from '../sellasist/client';
import { meetCorrections } from '../sellasist/find-corrections';
import { type DocumentCache, documentsOfOrder } from '../sellasist/find-documents';
import type { Result } from '../sellasist/problem';
import type { OrderWire } from '../sellasist/wire';
import type { PanelDocument } from '../store/documents';
import type { Store } from '../store/open';
import type { Clock } from './clock';

/** How long what was read of an order is good enough for whoever does not ask for fresh data. */
export const FRESH_MS = 60_000;

export interface OrderDocuments {
  readonly documents: readonly PanelDocument[];
  /** false: some of the panel's documents were not looked at, and one of them may be of this order. */
  readonly isComplete: boolean;
  /** Ids of documents that the panel gave just now, and that could not be understood. */
  readonly unreadable: readonly string[];
}

export interface PanelDocuments {
  /** What is remembered; asks nobody. */
  known(orderId: string): Promise<readonly PanelDocument[]>;
  /** Looked for in the panel, unless that was done less than `freshMs` ago. A problem says that they are not known, never that there are none. */
  of(order: OrderWire, freshMs: number): Promise<Result<OrderDocuments>>;
  /** Looks for the order's corrections, for whoever shows them. Whether it found all of them nobody says: nothing is sent by this. */
  meetCorrections(order: OrderWire): Promise<void>;
}

export interface PanelReader {
  readonly store: Store;
  readonly clock: Clock;
  readonly sellasist: SellasistClient;
  readonly panel: string;
  /** When an order's documents were last all looked for, by `{panel}/{orderId}`; lives as long as the worker. */
  readonly readAt: Map<string, number>;
}

export function panelDocuments({ store, clock, sellasist, panel, readAt }: PanelReader): PanelDocuments {
  const cache: DocumentCache = {
    async get(ids) {
      const found = await Promise.all(ids.map((id) => store.documents.get(panel, id)));
      return found.filter((document) => document !== null);
    },
    put: (rows) => store.documents.put(rows.map((row) => ({ ...row, panel, seenAt: clock.now() }))),
  };
  const known = (orderId: string): Promise<readonly PanelDocument[]> => store.documents.byOrder(panel, orderId);

  return {
    known,
    async of(order, freshMs) {
      const name = `${panel}/${order.id}`;
      const age = clock.now() - (readAt.get(name) ?? 0);
      // A negative age is a clock that was set back.
      if (age >= freshMs || age < 0) {
        const found = await documentsOfOrder({ client: sellasist, order, cache });
        if (!found.ok) return found;
        const documents = await known(order.id);
        // Once one is found, the search has answered what it was asked. A correction is not what it looks for.
        const isComplete = found.value.complete || documents.some(({ kind }) => kind !== 'correction');
        if (isComplete) readAt.set(name, clock.now());
        return { ok: true, value: { documents, isComplete, unreadable: found.value.unreadable } };
      }
      return { ok: true, value: { documents: await known(order.id), isComplete: true, unreadable: [] } };
    },
    async meetCorrections(order) {
      // What has no invoice has nothing to correct.
      if (!(await known(order.id)).some(({ kind }) => kind === 'invoice')) return;
      await meetCorrections({ client: sellasist, order, cache });
    },
  };
}
