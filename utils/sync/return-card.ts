/** What the card of a return shows: its correction first, which is sent from there, and beside it where the order's documents stand. */
import type { DocumentKey } from '../invoice/document';
import type { Reason } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import type { DocumentView, OrderView } from '../messages';
import type { EngineTools } from './context';
import { cardView, unsentView } from './document-view';
import { allowed, type OrderViews } from './order-view';
import { FRESH_MS } from './panel-documents';
import { verdictOnSellasist } from './reasons';

type Tools = Pick<EngineTools, 'store' | 'clock' | 'servicesOf'>;

/** @param empty the card as far as it is known without the return. */
export type ReturnCard = (account: Account, key: DocumentKey, fresh: boolean, empty: OrderView) => Promise<OrderView>;

/** Which order a return belongs to; null: the panel does not say. */
interface Known {
  readonly orderId: string | null;
  readonly at: number;
}

export function returnCard({ store, clock, servicesOf }: Tools, orders: Pick<OrderViews, 'of'>): ReturnCard {
  const read = new Map<string, Known>();

  async function refresh(account: Account, key: DocumentKey): Promise<Reason | null> {
    const back = await servicesOf(account).sellasist.return(key.slice(1));
    if (!back.ok) return verdictOnSellasist(back.problem).reason;
    read.set(`${account.panel}/${key}`, { orderId: back.value.order_id, at: clock.now() });
    return null;
  }

  return async (account, key, fresh, empty) => {
    const { panel } = account;
    const age = clock.now() - (read.get(`${panel}/${key}`)?.at ?? 0);
    // A negative age is a clock that was set back.
    const problem = fresh || age > FRESH_MS || age < 0 ? await refresh(account, key) : null;
    const transfer = await store.transfers.get(panel, key);
    // What was sent says for ever whose it is.
    const orderId = transfer?.orderId ?? read.get(`${panel}/${key}`)?.orderId ?? null;
    if (orderId === null) return { ...empty, problem: problem ?? { code: 'sellasist-order-missing', params: {} } };
    const order = await orders.of(panel, orderId, fresh);
    const unsent = { panel, key, kind: 'correction', orderId, number: null, findings: [] } as const;
    const own: DocumentView = transfer === null ? unsentView(unsent) : await cardView(store, transfer);
    const beside = order.documents.filter((document) => document.key !== key);
    return { ...order, documents: [allowed(own, order.mode), ...beside], problem: problem ?? order.problem };
  };
}
