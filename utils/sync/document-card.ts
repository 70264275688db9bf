/** What the card of one document or return shows, found through the panel's API where nobody knows it yet. */
import { warsawDate } from '../invoice/dates';
import type { DocumentKey } from '../invoice/document';
import type { Reason } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import { NOTHING_SAID, type Transfer } from '../invoice/transfer';
import type { DocumentView, Language, OrderView } from '../messages';
import { knownOf } from '../sellasist/document-shelf';
import type { PanelDocument } from '../store/documents';
import { erplinkOf, LANGUAGE } from '../store/facts';
import { invoiceNames } from '../store/transfer-row';
import { accountFor } from './accounts-of';
import type { EngineTools } from './context';
import { noteDifferences } from './differs';
import { cardView, transferView, unsentView } from './document-view';
import { allowed, type OrderViews, seriesFindings } from './order-view';
import { FRESH_MS } from './panel-documents';
import { verdictOnSellasist } from './reasons';
import { returnCard } from './return-card';

type Tools = Pick<EngineTools, 'store' | 'clock' | 'servicesOf' | 'changed'>;

/** @param key of a document of the panel (`d77`) or a return (`r5`); any other has only what the ledger knows. */
export type DocumentCard = (panel: string, key: DocumentKey, fresh: boolean) => Promise<OrderView>;

export function documentCard(tools: Tools, orders: Pick<OrderViews, 'of'>): DocumentCard {
  const { store, clock, servicesOf } = tools;
  const ofReturn = returnCard(tools, orders);
  const readAt = new Map<string, number>();

  /** Reads it from the panel; and, where it is booked, whether its order says otherwise by now. */
  async function refresh(account: Account, documentId: string, booked: Transfer | null): Promise<Reason | null> {
    const { panel } = account;
    const { sellasist } = servicesOf(account);
    const read = await sellasist.document(documentId);
    if (!read.ok) return verdictOnSellasist(read.problem).reason;
    await store.documents.put([{ ...knownOf(read.value), panel, seenAt: clock.now() }]);
    readAt.set(`${panel}/${documentId}`, clock.now());
    if (booked === null || read.value.order_id === null) return null;
    const order = await sellasist.order(read.value.order_id);
    // What cannot be read says nothing of the difference, and the document itself was read.
    if (order.ok) await noteDifferences(tools, sellasist, panel, order.value);
    return null;
  }

  return async (panel, key, fresh) => {
    const language: Language = (await store.facts.get(LANGUAGE)) ?? 'pl';
    const documentId = /^d(\d+)$/.exec(key)?.[1] ?? null;
    const before = await store.transfers.get(panel, key);
    const account = await accountFor(store, panel, null);
    if (account === null) return { language, orderId: null, mode: 'setup', documents: [], problem: null };
    if ((await store.vault.state()) === 'locked') {
      const documents = before === null ? [] : [{ ...transferView(before), actions: [] }];
      return { language, orderId: before?.orderId ?? null, mode: 'locked', documents, problem: null };
    }
    const erplink = await store.facts.get(erplinkOf(panel));
    const mode = erplink === null ? 'erplink' : erplink ? 'read-only' : 'ready';
    if (key.startsWith('r')) {
      const documents = before === null ? [] : [allowed(await cardView(store, before), mode)];
      const empty = { language, orderId: before?.orderId ?? null, mode, documents, problem: null } as const;
      return ofReturn(account, key, fresh, empty);
    }
    const age = clock.now() - (readAt.get(`${panel}/${documentId}`) ?? 0);
    // A negative age is a clock that was set back.
    const isDue = documentId !== null && (fresh || age > FRESH_MS || age < 0);
    const booked = before?.state === 'issued' || before?.state === 'done' ? before : null;
    const problem = isDue ? await refresh(account, documentId, booked) : null;

    const [transfer, known] = await Promise.all([
      store.transfers.get(panel, key),
      documentId === null ? null : store.documents.get(panel, documentId),
    ]);
    const shown = transfer === null ? await unsent(panel, known) : await cardView(store, transfer);
    return {
      language,
      orderId: transfer?.orderId ?? known?.orderId ?? null,
      mode,
      documents: shown === null ? [] : [shown, ...(await correctionsOf(shown))].map((view) => allowed(view, mode)),
      problem,
    };
  };

  /** Those that the ledger knows of it, with or without an order. */
  async function correctionsOf({
    panel,
    key,
    kind,
    orderId,
    ifirmaNumber,
  }: DocumentView): Promise<readonly DocumentView[]> {
    if (kind !== 'invoice' || ifirmaNumber === null) return [];
    const correction = { ...NOTHING_SAID, invoiceKey: key, originalNumber: ifirmaNumber };
    const found = await store.transfers.correcting(invoiceNames(panel, correction));
    // Two companies on one panel may number alike.
    const own = found.filter((each) => each.orderId === orderId);
    const sorted = own.toSorted((one, other) => one.createdAt - other.createdAt);
    return Promise.all(sorted.map((each) => cardView(store, each)));
  }

  /** null: nothing that is sent from its card. */
  async function unsent(panel: string, known: PanelDocument | null): Promise<DocumentView | null> {
    if (known?.kind !== 'invoice' && known?.kind !== 'correction') return null;
    const { documentId, orderId, number } = known;
    // Its series is asked for with the invoice that it corrects.
    if (known.kind === 'correction')
      return unsentView({ panel, key: `d${documentId}`, kind: 'correction', orderId, number, findings: [] });
    const findings = await seriesFindings(store, panel, known, warsawDate(clock.now()));
    return unsentView({ panel, key: `d${documentId}`, orderId, number, findings });
  }
}
