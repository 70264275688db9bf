/** What the order card shows: the order's documents, each with what the ledger knows of it. */
import type { Reason } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { DocumentView, Language, OrderView } from '../messages';
import { type DocumentCache, documentsOfOrder } from '../sellasist/find-documents';
import type { PanelDocument } from '../store/documents';
import { ERPLINK, LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';
import { accountFor } from './accounts-of';
import type { Clock } from './clock';
import type { Services } from './context';
import { transferView, unsentView } from './document-view';
import { verdictOnSellasist } from './reasons';

export interface OrderViewTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly servicesOf: (account: Account) => Services;
}

/** How long what was read of an order is good enough for a view that did not ask for fresh data. */
const FRESH_MS = 60_000;

export interface OrderViews {
  of(panel: string, orderId: string, fresh: boolean): Promise<OrderView>;
  /** The order's invoices in the panel, read anew when they were never read. */
  invoices(panel: string, orderId: string): Promise<readonly PanelDocument[]>;
}

export function orderViews({ store, clock, servicesOf }: OrderViewTools): OrderViews {
  const readAt = new Map<string, number>();

  function cacheOf(panel: string): DocumentCache {
    return {
      async get(ids) {
        const known = await Promise.all(ids.map((id) => store.documents.get(panel, id)));
        return known.filter((document) => document !== null);
      },
      put: (rows) => store.documents.put(rows.map((row) => ({ ...row, panel, seenAt: clock.now() }))),
    };
  }

  /** Reads the order's documents from the panel into the cache. */
  async function refresh(account: Account, orderId: string): Promise<Reason | null> {
    const { sellasist } = servicesOf(account);
    const order = await sellasist.order(orderId);
    if (!order.ok) return verdictOnSellasist(order.problem).reason;
    const found = await documentsOfOrder({
      client: sellasist,
      order: order.value,
      cache: cacheOf(account.panel),
    });
    if (!found.ok) return verdictOnSellasist(found.problem).reason;
    readAt.set(`${account.panel}/${orderId}`, clock.now());
    return null;
  }

  async function cached(panel: string, orderId: string): Promise<readonly PanelDocument[]> {
    return (await store.documents.byOrder(panel, orderId)).filter(({ kind }) => kind === 'invoice');
  }

  return {
    async of(panel, orderId, fresh) {
      const language: Language = (await store.facts.get(LANGUAGE)) ?? 'pl';
      const account = await accountFor(store, panel, null);
      if (account === null) return { language, orderId, mode: 'setup', documents: [], problem: null };
      const age = clock.now() - (readAt.get(`${panel}/${orderId}`) ?? 0);
      const problem = fresh || age > FRESH_MS ? await refresh(account, orderId) : null;
      const transfers = await store.transfers.byOrder(panel, orderId);
      const erplink = await store.facts.get(ERPLINK);
      const mode = erplink === null ? 'erplink' : erplink ? 'read-only' : 'ready';
      const documents = documentsOf(panel, orderId, await cached(panel, orderId), transfers, problem === null);
      return { language, orderId, mode, documents: documents.map((view) => allowed(view, mode)), problem };
    },

    async invoices(panel, orderId) {
      const known = await cached(panel, orderId);
      if (known.length > 0) return known;
      const account = await accountFor(store, panel, null);
      if (account !== null) await refresh(account, orderId);
      return cached(panel, orderId);
    },
  };
}

/** The panel's invoices, else the order itself; and whatever the ledger has of this order, so that nothing sent is ever hidden. */
function documentsOf(
  panel: string,
  orderId: string,
  invoices: readonly PanelDocument[],
  transfers: readonly Transfer[],
  known: boolean,
): DocumentView[] {
  const views = new Map<string, DocumentView>();
  for (const { documentId, number } of invoices) {
    views.set(`d${documentId}`, unsentView({ panel, key: `d${documentId}`, orderId, number }));
  }
  // While the panel's documents could not be read, an order may have one: it is not offered as an order without a document.
  if (invoices.length === 0 && known)
    views.set(`o${orderId}`, unsentView({ panel, key: `o${orderId}`, orderId, number: null }));
  for (const transfer of transfers) views.set(transfer.key, transferView(transfer));
  return [...views.values()];
}

/** Before the question about the vendor's own integration is answered, and while it is on, Mostek only looks. */
function allowed(view: DocumentView, mode: OrderView['mode']): DocumentView {
  if (mode === 'ready') return view;
  return { ...view, actions: view.actions.filter((action) => action === 'preview' || action === 'pdf') };
}
