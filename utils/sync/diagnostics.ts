/** Counts, moments and switches for whoever mends Mostek. Nothing that names anybody is put in, so nothing can come out. */
import type { DiagnosticsView } from '../messages';
import type { Store } from '../store/open';
import type { BrowserFacts } from './browser-facts';
import type { Clock } from './clock';
import { NEVER } from './clock';
import { erplinkAnswers } from './erplink';
import type { Layouts } from './panel-layouts';
import type { Quotas } from './quota';

export interface DiagnosticsTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly layouts: Pick<Layouts, 'view'>;
  readonly quotas: Quotas;
  readonly browser: { readonly version: string; readonly facts: () => Promise<BrowserFacts> };
}

export type Diagnostics = () => Promise<DiagnosticsView>;

export function createDiagnostics({ store, clock, layouts, quotas, browser }: DiagnosticsTools): Diagnostics {
  return async () => {
    const at = clock.now();
    const [facts, counted, accounts, batches, passphrase, due, quotaViews, layoutViews] = await Promise.all([
      browser.facts(),
      store.counts.all(),
      store.accounts.all(),
      store.batches.all(),
      store.vault.state(),
      store.transfers.wakeAt(0),
      quotas.view(),
      layouts.view(),
    ]);
    const erplink = await erplinkAnswers(store, accounts);
    const open = batches.filter(({ endedAt }) => endedAt === null).length;
    const { version, ...counts } = counted;
    return {
      ...facts,
      ...counts,
      version: browser.version,
      database: version,
      passphrase,
      accounts: accounts.length,
      paused: accounts.filter(({ pausedBy }) => pausedBy !== null).length,
      batches: { open, ended: batches.length - open },
      // What waits for a person waits until then.
      nextDue: due === NEVER ? null : due,
      limits: quotaViews.map(({ name: _name, ...limits }) => limits),
      panels: layoutViews.map(({ panel, pages }) => ({
        pages,
        erplink: erplink.get(panel) ?? null,
        accounts: accounts.filter((account) => account.panel === panel).length,
      })),
      at,
    };
  };
}
