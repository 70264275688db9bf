/** Saving what is set for an account that exists: its settings, its payment methods, its series. */
import type { SeriesSettings } from '../../invoice/series';
import type { Account, AccountSettings, PaymentMapping } from '../../invoice/settings';
import { plainText } from '../../invoice/text';
import type { AccountView, FieldProblems, Reply, SaveReply, SettingsField } from '../../messages';
import type { Store } from '../../store/open';
import type { Clock } from '../clock';
import { accountView } from './account-view';
import { autoProblems } from './judge-auto';
import { judgeSettings } from './judge-settings';
import { CHANGED, refusalOf } from './refusals';

/** The account that the form was opened on. */
interface Opened {
  readonly accountId: string;
  readonly revision: number;
}

type SettingsSaved = Reply<SaveReply<AccountView, SettingsField>>;

export interface PartSavers {
  settings(asked: Opened & { readonly settings: AccountSettings }): Promise<SettingsSaved>;
  payments(asked: Opened & { readonly payments: PaymentMapping }): Promise<Reply<AccountView>>;
  series(asked: Opened & { readonly series: Readonly<Record<string, SeriesSettings>> }): Promise<Reply<AccountView>>;
}

export function partSavers(store: Store, clock: Clock): PartSavers {
  /** null: it is not what the form was opened on. Asked again when it is written. */
  async function opened({ accountId, revision }: Opened): Promise<Account | null> {
    const account = await store.accounts.get(accountId);
    return account?.revision === revision ? account : null;
  }

  async function viewOf(account: Account): Promise<AccountView> {
    return accountView(account, await store.vault.fingerprints(account.id, account.panel));
  }

  async function save(asked: Opened, change: (account: Account) => Account): Promise<Reply<AccountView>> {
    const account = await opened(asked);
    if (account === null) return CHANGED;
    const written = await store.accounts.save({ account: change(account), revision: asked.revision }, []);
    return written.ok ? { ok: true, value: await viewOf(written.account) } : refusalOf(written);
  }

  return {
    async settings(asked) {
      const account = await opened(asked);
      if (account === null) return CHANGED;
      const judged = judgeSettings(asked.settings, account);
      const { settings } = judged;
      const fields = { ...judged.fields, ...(await autoProblems(store, account, settings, clock.now())) };
      const issuer = settings.orderSeriesId === null ? null : await issuerBeside(account);
      if (issuer !== null) return wrong({ ...fields, orderSeriesId: 'order-series-taken' }, issuer);
      if (Object.keys(fields).length > 0) return wrong(fields, null);
      const written = await store.accounts.save({ account: { ...account, settings }, revision: asked.revision }, []);
      if (written.ok) return { ok: true, value: { ok: true, value: await viewOf(written.account) } };
      if (written.why === 'order-series-taken') return wrong({ orderSeriesId: written.why }, written.by);
      return refusalOf(written);
    },

    payments: (asked) => save(asked, (account) => ({ ...account, payments: asked.payments })),

    series: (asked) => save(asked, (account) => ({ ...account, series: ownSeries(account, asked.series) })),
  };

  /** Another account of the panel that issues its orders without a document. */
  async function issuerBeside({ id, panel }: Account): Promise<Account | null> {
    const others = (await store.accounts.ofPanel(panel)).filter((other) => other.id !== id);
    return others.find(({ settings }) => settings.orderSeriesId !== null) ?? null;
  }
}

/** What is said of a series that belongs to nobody, or to another account, is nothing to go by later. */
function ownSeries(
  { seriesIds }: Account,
  series: Readonly<Record<string, SeriesSettings>>,
): Readonly<Record<string, SeriesSettings>> {
  const own = Object.entries(series).filter(([id]) => seriesIds.includes(id));
  return Object.fromEntries(own.map(([id, settings]) => [id, tidiedSeries(settings)]));
}

function tidiedSeries(settings: SeriesSettings): SeriesSettings {
  const { ifirmaSeries, template, pattern } = settings;
  return {
    ...settings,
    ifirmaSeries: plainText(ifirmaSeries),
    template: plainText(template),
    pattern: plainText(pattern),
  };
}

function wrong(fields: FieldProblems<SettingsField>, owner: Account | null): SettingsSaved {
  return { ok: true, value: { ok: false, fields, ...(owner === null ? {} : { owner: owner.name }) } };
}
