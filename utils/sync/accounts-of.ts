/** Whose books a document belongs to, where several accounts serve one panel. */
import type { Rules } from '../invoice/check';
import type { Account } from '../invoice/settings';
import type { Store } from '../store/open';

/**
 * The owner of the document's series. What has none (an order without a document, a series that nobody owns) goes to the
 * account that issues the panel's orders without a document, else to its only or first one, where the check says what is
 * missing. null: no account there.
 */
export async function accountFor(store: Store, panel: string, seriesId: string | null): Promise<Account | null> {
  const accounts = await store.accounts.ofPanel(panel);
  return (
    accounts.find((account) => seriesId !== null && account.seriesIds.includes(seriesId)) ??
    accounts.find(({ settings }) => settings.orderSeriesId !== null) ??
    accounts[0] ??
    null
  );
}

/** What the account's documents are checked by. */
export async function rulesOf(store: Store, account: Account): Promise<Rules> {
  const { settings, payments, seriesIds, series, tax } = account;
  const issuesOrders = settings.orderSeriesId !== null || (await store.accounts.ofPanel(account.panel)).length === 1;
  return { settings, payments, seriesIds, series, tax, issuesOrders };
}
