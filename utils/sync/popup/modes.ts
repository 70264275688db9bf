/** What may be done at present in each panel, so that a list offers no button that would be refused. */
import type { Transfer } from '../../invoice/transfer';
import type { DocumentView, OrderView } from '../../messages';
import { erplinkOf } from '../../store/facts';
import type { Store } from '../../store/open';
import { transferView } from '../document-view';
import { allowed } from '../order-view';

/** As a card would show them: while locked only what the ledger knows, with the vendor's integration on only what looks. */
export async function viewsOf(store: Store, transfers: readonly Transfer[]): Promise<readonly DocumentView[]> {
  const panels = [...new Set(transfers.map(({ panel }) => panel))];
  const isLocked = (await store.vault.state()) === 'locked';
  const answers = await store.facts.getAll(panels.map(erplinkOf));
  const modes = new Map<string, OrderView['mode']>(
    panels.map((panel, at) => [panel, isLocked ? 'locked' : (MODES.get(answers[at] ?? null) ?? 'ready')]),
  );
  return transfers.map((transfer) => {
    const mode = modes.get(transfer.panel) ?? 'ready';
    const view = transferView(transfer);
    return mode === 'locked' ? { ...view, actions: [] } : allowed(view, mode);
  });
}

/** By the answer about the vendor's own integration. */
const MODES: ReadonlyMap<boolean | null, OrderView['mode']> = new Map([
  [null, 'erplink'],
  [true, 'read-only'],
  [false, 'ready'],
]);
