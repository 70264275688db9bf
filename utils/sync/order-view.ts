/** What the order card shows: the order's documents, each with what the ledger knows of it. */
import type { DocumentKey } from '../invoice/document';
import type { Reason } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { DocumentView, Language, OrderView, Reply } from '../messages';
import type { PanelDocument } from '../store/documents';
import { ERPLINK, LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';
import { accountFor } from './accounts-of';
import type { Clock } from './clock';
import type { Services } from './context';
import { transferView, unsentView } from './document-view';
import { FRESH_MS } from './panel-documents';
import { verdictOnSellasist } from './reasons';

export interface OrderViewTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly servicesOf: (account: Account) => Services;
}

export interface OrderViews {
  of(panel: string, orderId: string, fresh: boolean): Promise<OrderView>;
  /** The order's documents in the panel, looked for when the one that is spoken of is not known. */
  documents(panel: string, orderId: string, key: DocumentKey): Promise<Reply<readonly PanelDocument[]>>;
}

export function orderViews({ store, clock, servicesOf }: OrderViewTools): OrderViews {
  const readAt = new Map<string, number>();

  /** Reads the order and its documents from the panel. */
  async function refresh(account: Account, orderId: string, fresh: boolean): Promise<Reason | null> {
    const { sellasist, documents } = servicesOf(account);
    const order = await sellasist.order(orderId);
    if (!order.ok) return verdictOnSellasist(order.problem).reason;
    const found = await documents.of(order.value, fresh);
    if (!found.ok) return verdictOnSellasist(found.problem).reason;
    readAt.set(`${account.panel}/${orderId}`, clock.now());
    return null;
  }

  const cached = (panel: string, orderId: string): Promise<readonly PanelDocument[]> =>
    store.documents.byOrder(panel, orderId);

  return {
    async of(panel, orderId, fresh) {
      const language: Language = (await store.facts.get(LANGUAGE)) ?? 'pl';
      const account = await accountFor(store, panel, null);
      if (account === null) return { language, orderId, mode: 'setup', documents: [], problem: null };
      if ((await store.vault.state()) === 'locked') {
        // Nobody can ask the panel, so only what the ledger knows is shown.
        const known = (await store.transfers.byOrder(panel, orderId)).map(transferView);
        const documents = known.map((view) => ({ ...view, actions: [] }));
        return { language, orderId, mode: 'locked', documents, problem: null };
      }
      const age = clock.now() - (readAt.get(`${panel}/${orderId}`) ?? 0);
      const problem = fresh || age > FRESH_MS ? await refresh(account, orderId, fresh) : null;
      const transfers = await store.transfers.byOrder(panel, orderId);
      const erplink = await store.facts.get(ERPLINK);
      const mode = erplink === null ? 'erplink' : erplink ? 'read-only' : 'ready';
      const documents = documentsOf(panel, orderId, await cached(panel, orderId), transfers, problem === null);
      return { language, orderId, mode, documents: documents.map((view) => allowed(view, mode)), problem };
    },

    async documents(panel, orderId, key) {
      const known = await cached(panel, orderId);
      // An order is looked at when its turn comes; a document has to be known as one of this order.
      if (key.startsWith('o') || known.some(({ documentId }) => key === `d${documentId}`))
        return { ok: true, value: known };
      const account = await accountFor(store, panel, null);
      const problem = account === null ? null : await refresh(account, orderId, true);
      return problem === null ? { ok: true, value: await cached(panel, orderId) } : { ok: false, reason: problem };
    },
  };
}

/** The panel's invoices, else the order itself; and whatever the ledger has of this order, so that nothing sent is ever hidden. */
function documentsOf(
  panel: string,
  orderId: string,
  known: readonly PanelDocument[],
  transfers: readonly Transfer[],
  isComplete: boolean,
): DocumentView[] {
  const invoices = known.filter(({ kind }) => kind === 'invoice');
  const views = new Map<string, DocumentView>();
  for (const { documentId, number } of invoices) {
    views.set(`d${documentId}`, unsentView({ panel, key: `d${documentId}`, orderId, number }));
  }
  // While the panel's documents could not be read, an order may have one: it is not offered as an order without a document.
  if (invoices.length === 0 && isComplete)
    views.set(`o${orderId}`, unsentView({ panel, key: `o${orderId}`, orderId, number: null }));
  for (const transfer of transfers) views.set(transfer.key, transferView(transfer));
  return [...views.values()];
}

/** Before the question about the vendor's own integration is answered, and while it is on, Mostek only looks. */
function allowed(view: DocumentView, mode: OrderView['mode']): DocumentView {
  if (mode === 'ready') return view;
  return { ...view, actions: view.actions.filter((action) => action === 'preview' || action === 'pdf') };
}
