/** Whose books a document belongs to, where several accounts serve one panel. */
import type { Rules } from '../invoice/check';
import type { SeriesSettings } from '../invoice/series';
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
  const others = (await store.accounts.all()).filter(({ id }) => id !== account.id);
  return {
    settings,
    payments,
    seriesIds,
    series,
    tax,
    issuesOrders: settings.orderSeriesId !== null || others.every(({ panel }) => panel !== account.panel),
    // One login is one company's books, whichever panels it serves.
    otherSeries: others.filter(({ login }) => login === account.login).flatMap(ownSeries),
  };
}

/** What is stored of a series that the account has given away counts no more. */
function ownSeries({ seriesIds, series }: Account): readonly SeriesSettings[] {
  return Object.entries(series).flatMap(([id, settings]) => (seriesIds.includes(id) ? [settings] : []));
}
