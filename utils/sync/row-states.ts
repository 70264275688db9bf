/** The states of a list's rows: from the ledger alone, so that a list costs no request (sellasist-panel 4). */
import type { Transfer, TransferState } from '../invoice/transfer';
import type { RowState, RowStates } from '../messages';
import { LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';

/** Of an order with several documents the row shows what needs a person first, then what is on its way. */
const FIRST: readonly TransferState[] = [
  'uncertain',
  'failed',
  'incomplete',
  'sending',
  'queued',
  'issued',
  'done',
  'skipped',
];

const UNSENT: RowState = { state: 'unsent', number: null, differs: false };

/** A panel without an account has no states: its rows stay as they are. */
export async function rowStates(
  store: Store,
  panel: string,
  { orderIds, documentIds }: { readonly orderIds: readonly string[]; readonly documentIds: readonly string[] },
): Promise<RowStates> {
  const language = (await store.facts.get(LANGUAGE)) ?? 'pl';
  if ((await store.accounts.ofPanel(panel)).length === 0) return { language, byOrder: {}, byDocument: {} };
  const [orders, documents] = await Promise.all([
    Promise.all(orderIds.map(async (id) => [id, stateOf(await store.transfers.byOrder(panel, id))] as const)),
    Promise.all(documentIds.map(async (id) => [id, await documentState(store, panel, id)] as const)),
  ]);
  return {
    language,
    byOrder: Object.fromEntries(orders),
    byDocument: Object.fromEntries(
      documents.filter((entry): entry is readonly [string, RowState] => entry[1] !== null),
    ),
  };
}

/** null: a receipt, or another document that never goes to iFirma. */
async function documentState(store: Store, panel: string, id: string): Promise<RowState | null> {
  const transfer = await store.transfers.get(panel, `d${id}`);
  if (transfer !== null) return stateOf([transfer]);
  const kind = (await store.documents.get(panel, id))?.kind;
  return kind === 'receipt' || kind === 'other' ? null : UNSENT;
}

function stateOf(transfers: readonly Transfer[]): RowState {
  const [shown] = transfers.toSorted((one, other) => FIRST.indexOf(one.state) - FIRST.indexOf(other.state));
  if (shown === undefined) return UNSENT;
  return {
    state: shown.state,
    number: shown.number,
    differs: transfers.some(({ differs }) => differs ?? false),
  };
}
