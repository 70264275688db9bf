/** Which record a document has, or would have, and in whose books. */
import type { DocumentKey, IsoDate } from '../../invoice/document';
import type { Account } from '../../invoice/settings';
import { NOTHING_SAID, type Transfer } from '../../invoice/transfer';
import type { Reply } from '../../messages';
import type { PanelDocument } from '../../store/documents';
import { accountFor } from '../accounts-of';
import type { EngineTools } from '../context';
import { newTransfer } from '../new-transfer';
import type { OrderViews } from '../order-view';
import { isUntouched } from '../permitted';
import type { Gate } from './gate';
import { refuse, type Target } from './target';

export interface Prepared {
  /** The record, or the one it would have. */
  readonly transfer: Transfer;
  readonly account: Account;
  /** Of the panel's document; null for an order, and where it is in the ledger already. */
  readonly issueDate: IsoDate | null;
}

/** Refused: no such document of this order, no account, or the panel does not say. */
export type Prepare = (target: Target) => Promise<Reply<Prepared>>;

type Tools = Pick<EngineTools, 'store' | 'clock'>;

export function createPrepare({ store, clock }: Tools, orders: OrderViews, gate: Gate): Prepare {
  const remembered = async (panel: string, key: DocumentKey): Promise<PanelDocument | null> =>
    key.startsWith('d') ? store.documents.get(panel, key.slice(1)) : null;

  /** A document without an order, and a correction, is known once its card has read it; of another order by now, this is not it. */
  async function cached(
    panel: string,
    key: DocumentKey,
    orderId: string | null,
  ): Promise<Reply<readonly PanelDocument[]>> {
    const known = await remembered(panel, key);
    return { ok: true, value: known !== null && known.orderId === orderId ? [known] : [] };
  }

  async function isCorrection(panel: string, key: DocumentKey): Promise<boolean> {
    return (await remembered(panel, key))?.kind === 'correction';
  }

  return async (target) => {
    const { panel, orderId, key } = target;
    const locked = await gate.isLocked();
    if (locked) return locked;
    const missing = refuse('sellasist-order-missing');
    const stored = await store.transfers.get(panel, key);
    if (stored !== null) {
      if (stored.orderId !== orderId) return missing;
      const account = await accountOf(store, stored);
      if (account?.panel !== panel) return refuse('account-gone');
      return { ok: true, value: { transfer: { ...stored, accountId: account.id }, account, issueDate: null } };
    }
    const isInCache = orderId === null || key.startsWith('r') || (await isCorrection(panel, key));
    const documents = isInCache ? await cached(panel, key, orderId) : await orders.documents(panel, orderId, key);
    if (!documents.ok) return documents;
    const document = documents.value.find(({ documentId, kind }) => isSent(kind) && key === `d${documentId}`);
    const isReturn = key.startsWith('r') && orderId !== null;
    if (document === undefined && key !== `o${orderId}` && !isReturn) return missing;
    const account = await accountFor(store, panel, document?.seriesId ?? null);
    if (account === null) return refuse('account-gone');
    const documentNumber = document?.number ?? null;
    const fresh = { panel, key, orderId, accountId: account.id, documentNumber, at: clock.now() };
    const corrects = isReturn || document?.kind === 'correction';
    const transfer = newTransfer(corrects ? { ...fresh, correction: NOTHING_SAID } : fresh);
    return { ok: true, value: { transfer, account, issueDate: document?.issueDate ?? null } };
  };
}

/**
 * What may be in an account's books stays that account's. What never was goes where its series, which may have moved, belongs
 * now.
 */
async function accountOf(store: Tools['store'], stored: Transfer): Promise<Account | null> {
  if (!isUntouched(stored)) return store.accounts.get(stored.accountId);
  const { panel, documentId } = stored;
  const document = documentId === null ? null : await store.documents.get(panel, documentId);
  const seriesId = document?.seriesId ?? null;
  // Nothing is known of its series: it stays where it was, if that is still there.
  const stays = documentId !== null && seriesId === null ? await store.accounts.get(stored.accountId) : null;
  return stays ?? accountFor(store, panel, seriesId);
}

function isSent(kind: PanelDocument['kind']): boolean {
  return kind === 'invoice' || kind === 'correction';
}
