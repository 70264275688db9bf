/** What the order card shows: the order's documents, each with what the ledger knows of it. */
import { warsawDate } from '../invoice/dates';
import type { DocumentKey, IsoDate, SaleDocument } from '../invoice/document';
import { numberedBy } from '../invoice/document-series';
import type { Finding, Reason } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { DocumentView, Language, OrderView, Reply } from '../messages';
import type { OrderWire } from '../sellasist/wire';
import type { PanelDocument } from '../store/documents';
import { erplinkOf, LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';
import { accountFor, rulesOf } from './accounts-of';
import type { EngineTools } from './context';
import { noteDifferences } from './differs';
import { cardView, transferView, unsentView } from './document-view';
import { FRESH_MS } from './panel-documents';
import { verdictOnSellasist } from './reasons';

export type OrderViewTools = Pick<EngineTools, 'store' | 'clock' | 'servicesOf' | 'changed'>;

export interface OrderViews {
  of(panel: string, orderId: string, fresh: boolean): Promise<OrderView>;
  /** The order's documents in the panel, looked for when the one that is spoken of is not known. */
  documents(panel: string, orderId: string, key: DocumentKey): Promise<Reply<readonly PanelDocument[]>>;
}

type Refreshed =
  | { readonly ok: true; readonly order: OrderWire; readonly unreadable: readonly string[] }
  | { readonly ok: false; readonly reason: Reason };

export function orderViews(tools: OrderViewTools): OrderViews {
  const { store, clock, servicesOf } = tools;
  const readAt = new Map<string, number>();

  /** Reads the order and its documents from the panel. */
  async function refresh(account: Account, orderId: string, fresh: boolean): Promise<Refreshed> {
    const { sellasist, documents } = servicesOf(account);
    const order = await sellasist.order(orderId);
    if (!order.ok) return { ok: false, reason: verdictOnSellasist(order.problem).reason };
    const found = await documents.of(order.value, fresh ? 0 : FRESH_MS);
    if (!found.ok) return { ok: false, reason: verdictOnSellasist(found.problem).reason };
    readAt.set(`${account.panel}/${orderId}`, clock.now());
    return { ok: true, order: order.value, unreadable: found.value.unreadable };
  }

  /** The same, its corrections, and what became of the documents that are booked: no more often than the order is read. null: it goes well. */
  async function refreshBooked(account: Account, orderId: string, fresh: boolean): Promise<Reason | null> {
    const read = await refresh(account, orderId, fresh);
    if (!read.ok) return read.reason;
    const { sellasist, documents } = servicesOf(account);
    await documents.meetCorrections(read.order);
    await noteDifferences(tools, sellasist, account.panel, read.order);
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
      // A negative age is a clock that was set back.
      const problem = fresh || age > FRESH_MS || age < 0 ? await refreshBooked(account, orderId, fresh) : null;
      const transfers = await store.transfers.byOrder(panel, orderId);
      const erplink = await store.facts.get(erplinkOf(panel));
      const mode = erplink === null ? 'erplink' : erplink ? 'read-only' : 'ready';
      const known = await cached(panel, orderId);
      const card = { panel, orderId, known, transfers, isComplete: problem === null, today: warsawDate(clock.now()) };
      const documents = await documentsOf(store, card);
      return { language, orderId, mode, documents: documents.map((view) => allowed(view, mode)), problem };
    },

    async documents(panel, orderId, key) {
      const known = await cached(panel, orderId);
      // An order is looked at when its turn comes; a document has to be known as one of this order.
      if (key.startsWith('o') || known.some(({ documentId }) => key === `d${documentId}`))
        return { ok: true, value: known };
      const account = await accountFor(store, panel, null);
      const read = account === null ? null : await refresh(account, orderId, true);
      if (read?.ok === false) return read;
      // The panel has it, and nobody knows whose it is.
      if (read?.unreadable.some((id) => key === `d${id}`)) {
        return { ok: false, reason: verdictOnSellasist({ kind: 'unreadable' }).reason };
      }
      return { ok: true, value: await cached(panel, orderId) };
    },
  };
}

type Numbered = Pick<SaleDocument, 'documentId' | 'number' | 'seriesId' | 'issueDate'>;

interface Card {
  readonly panel: string;
  readonly orderId: string;
  readonly known: readonly PanelDocument[];
  readonly transfers: readonly Transfer[];
  readonly isComplete: boolean;
  readonly today: IsoDate;
}

/**
 * The panel's invoices, else the order itself; the panel's corrections; and whatever the ledger has of this order, so that nothing sent is
 * ever hidden.
 */
async function documentsOf(store: Store, card: Card): Promise<DocumentView[]> {
  const { panel, orderId, known, transfers, isComplete, today } = card;
  const invoices = known.filter(({ kind }) => kind === 'invoice');
  const corrections = known.filter(({ kind }) => kind === 'correction');
  const views = new Map<DocumentKey, DocumentView>();
  async function show(key: DocumentKey, document: Numbered): Promise<void> {
    const transfer = transfers.find((each) => each.key === key);
    const { number } = document;
    const view =
      transfer === undefined
        ? unsentView({ panel, key, orderId, number, findings: await seriesFindings(store, panel, document, today) })
        : await cardView(store, transfer);
    views.set(key, view);
  }
  for (const document of invoices) await show(`d${document.documentId}`, document);
  // While the panel's documents could not be read, an order may have one: it is not offered as an order without a document. What was
  // corrected has one for certain.
  if (invoices.length + corrections.length === 0 && isComplete)
    await show(`o${orderId}`, { documentId: null, number: null, seriesId: null, issueDate: null });
  // What is shown already keeps its place.
  for (const transfer of transfers.filter(({ kind }) => kind === 'invoice'))
    views.set(transfer.key, await cardView(store, transfer));
  for (const { documentId, number } of corrections) {
    const key: DocumentKey = `d${documentId}`;
    // Its series is asked for with the invoice that it corrects.
    views.set(key, unsentView({ panel, key, kind: 'correction', orderId, number, findings: [] }));
  }
  for (const transfer of transfers.filter(({ kind }) => kind === 'correction'))
    views.set(transfer.key, await cardView(store, transfer));
  return [...views.values()];
}

/** What keeps the whole series from being sent is said before anybody presses a button. Asks nobody. */
export async function seriesFindings(
  store: Store,
  panel: string,
  document: Numbered,
  today: IsoDate,
): Promise<readonly Finding[]> {
  const account = await accountFor(store, panel, document.seriesId);
  if (account === null) return [];
  return numberedBy(document, await rulesOf(store, account), document.issueDate ?? today).findings;
}

/** Before the question about the vendor's own integration is answered, and while it is on, Mostek only looks. */
export function allowed(view: DocumentView, mode: OrderView['mode']): DocumentView {
  if (mode === 'ready') return view;
  return { ...view, actions: view.actions.filter((action) => action === 'preview' || action === 'pdf') };
}
