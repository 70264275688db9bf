import type { SeriesSettings } from '../../../utils/invoice/series.ts';
import { type AccountSettings, DEFAULT_SETTINGS, DEFAULT_TAX, type TaxForm } from '../../../utils/invoice/settings.ts';
import type { AccountDraft, AccountView, SaveReply } from '../../../utils/messages/index.ts';
import type { Speaker } from '../../../utils/messages/judge.ts';
import { PAYMENTS, SERIES } from '../../browser/set-up.ts';
import { TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import type { World } from './world.ts';

export type Settings = Partial<AccountSettings>;

export const VIEW: Speaker = { kind: 'view' };

export interface SetUp {
  readonly settings?: Settings;
  /** By series id; default: each series of the account becomes domestic invoices that iFirma numbers. */
  readonly series?: Readonly<Record<string, SeriesSettings>>;
  readonly tax?: TaxForm;
  readonly draft?: Partial<AccountDraft>;
  /** null: not answered. */
  readonly erplink?: boolean | null;
}

/** The messages of the options page, in the order in which a merchant meets its forms. Returns the account's id. */
export async function setUpIn(world: World, options: SetUp): Promise<string> {
  const draft: AccountDraft = {
    id: null,
    revision: 0,
    name: 'Sklep testowy',
    panel: 'demo',
    login: TEST_LOGIN,
    tax: options.tax ?? DEFAULT_TAX,
    seriesIds: ['1'],
    secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent },
    ...options.draft,
  };
  const saved = savedOf(await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW), 'the account');
  const accountId = saved.id;
  let { revision } = saved;
  const series = options.series ?? Object.fromEntries(draft.seriesIds.map((id) => [id, SERIES]));
  ({ revision } = await world.tell<'series.save'>({ type: 'series.save', accountId, revision, series }, VIEW));
  const settings = { ...DEFAULT_SETTINGS, documentFieldId: '12', correctionFieldId: '14', ...options.settings };
  ({ revision } = savedOf(
    await world.tell<'settings.save'>({ type: 'settings.save', accountId, revision, settings }, VIEW),
    'its settings',
  ));
  await world.tell<'payments.save'>({ type: 'payments.save', accountId, revision, payments: PAYMENTS }, VIEW);
  const { erplink = false } = options;
  const { panel } = saved;
  if (erplink !== null) await world.tell<'erplink.set'>({ type: 'erplink.set', panel, on: erplink }, VIEW);
  await world.idle();
  return accountId;
}

export function savedOf<Field extends string>(reply: SaveReply<AccountView, Field>, what: string): AccountView {
  if (!reply.ok) throw new Error(`not saved: ${what}: ${JSON.stringify(reply.fields)}`);
  return reply.value;
}

/** The account as its forms are opened on it. */
export async function openedIn(world: World, id = world.accountId): Promise<AccountView> {
  const accounts = await world.tell<'account.list'>({ type: 'account.list' }, VIEW);
  const found = accounts.find((account) => account.id === id);
  if (found === undefined) throw new Error(`no account ${id}`);
  return found;
}

/** The form of the account as it stands, for a change. */
export function draftOf({ id, revision, name, panel, login, tax, seriesIds }: AccountView): AccountDraft {
  return { id, revision, name, panel, login, tax, seriesIds, secrets: {} };
}
