/** What the rooms of the settings ask: accounts, what they set, and what holds for all of Mostek. */
import type { SeriesSettings } from '../invoice/series';
import type { AccountSettings, PaymentMapping } from '../invoice/settings';
import type {
  AccountDraft,
  AccountView,
  DictionaryRow,
  FirstDocument,
  PanelLists,
  SaveReply,
  SettingsField,
  TestLine,
} from './accounts';
import type { Language } from './base';

export interface SettingsCommands {
  language: { ask: Record<never, never>; reply: Language };
  'language.set': { ask: { readonly language: Language }; reply: null };
  'account.list': { ask: Record<never, never>; reply: readonly AccountView[] };
  'account.save': { ask: AccountDraft; reply: SaveReply<AccountView> };
  'account.test': { ask: { readonly id: string }; reply: readonly TestLine[] };
  'account.remove': { ask: { readonly id: string }; reply: null };
  /** The panel's series by a key that is not saved yet, so that the form can list them at once. */
  'panel.series': { ask: { readonly panel: string; readonly key: string }; reply: readonly DictionaryRow[] };
  /** What a key that is not saved yet reaches. */
  'panel.test': { ask: { readonly panel: string; readonly key: string }; reply: readonly TestLine[] };
  dictionaries: { ask: { readonly accountId: string; readonly fresh: boolean }; reply: PanelLists };
  'settings.save': {
    ask: { readonly accountId: string; readonly revision: number; readonly settings: AccountSettings };
    reply: SaveReply<AccountView, SettingsField>;
  };
  'payments.save': {
    ask: { readonly accountId: string; readonly revision: number; readonly payments: PaymentMapping };
    reply: AccountView;
  };
  'series.save': {
    ask: {
      readonly accountId: string;
      readonly revision: number;
      readonly series: Readonly<Record<string, SeriesSettings>>;
    };
    reply: AccountView;
  };
  /** The newest document of the account's series, else its panel's newest order; null: the panel has neither. */
  'first.document': { ask: { readonly accountId: string; readonly fresh: boolean }; reply: FirstDocument | null };
  /** By panel of the accounts; null: not answered yet. */
  'erplink.get': { ask: Record<never, never>; reply: Readonly<Record<string, boolean | null>> };
  'erplink.set': { ask: { readonly panel: string; readonly on: boolean }; reply: null };
  /** By what name the state field of an order calls this computer. */
  'computer.get': { ask: Record<never, never>; reply: string };
  'computer.set': { ask: { readonly name: string }; reply: null };
}
