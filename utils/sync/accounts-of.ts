import type { Account } from '../invoice/settings';
import type { Store } from '../store/open';

/** The account whose books a document belongs to: the owner of its series, else the panel's first. null: no account there. */
export async function accountFor(store: Store, panel: string, seriesId: string | null): Promise<Account | null> {
  const accounts = await store.accounts.ofPanel(panel);
  return accounts.find((account) => seriesId !== null && account.seriesIds.includes(seriesId)) ?? accounts[0] ?? null;
}
