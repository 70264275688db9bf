/** An account entered without clicking, through the same messages that the options page sends. */
import type { SeriesSettings } from '../../utils/invoice/series.ts';
import { type AccountSettings, DEFAULT_SETTINGS, DEFAULT_TAX, type TaxForm } from '../../utils/invoice/settings.ts';
import type { AccountView, CommandName, Commands, Message, Reply } from '../../utils/messages/index.ts';
import { TEST_KEYS, TEST_LOGIN } from '../sim/ifirma/index.ts';
import type { Launched } from './launch.ts';

export interface SetUp {
  readonly settings: Partial<AccountSettings>;
  readonly erplink: boolean | null;
  readonly panelKey: string;
  /** By series id; default: series 1 becomes domestic invoices that iFirma numbers. */
  readonly series?: Readonly<Record<string, SeriesSettings>>;
  readonly tax?: TaxForm;
  /** The panel's sub-domain and the login of iFirma; default: the stand-ins' own. */
  readonly panel?: string;
  readonly login?: string;
}

/** The browser's own API object, inside an extension page. */
declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

/** What a merchant of the stand-in's shop chooses for its payment methods (`dictionaries.ts`). */
export const PAYMENTS = { '1': 'P24', '2': 'PRZ', '3': 'ALG', '4': 'ELE', '5': 'POB', '6': 'GTK', '7': 'KAR' } as const;

/** A series whose documents become domestic invoices that iFirma numbers. */
export const SERIES: SeriesSettings = {
  kind: 'domestic',
  ifirmaSeries: '',
  template: '',
  numbering: 'ifirma',
  pattern: '',
  oss: false,
};

/** Returns the account's id. */
export async function setUpAccount(
  { context, extensionId }: Launched,
  {
    settings,
    erplink,
    panelKey,
    series = { '1': SERIES },
    tax = DEFAULT_TAX,
    panel = 'demo',
    login = TEST_LOGIN,
  }: SetUp,
): Promise<string> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  async function tell<N extends CommandName>(message: Message<N>): Promise<Commands[N]['reply']> {
    const reply = (await page.evaluate((said) => chrome.runtime.sendMessage(said), message as object)) as Reply<
      Commands[N]['reply']
    >;
    if (!reply.ok) throw new Error(`${message.type} was refused: ${JSON.stringify(reply.reason)}`);
    return reply.value;
  }
  const saved = (reply: Commands['account.save' | 'settings.save']['reply']): AccountView => {
    if (!reply.ok) throw new Error(`the account was not saved: ${JSON.stringify(reply.fields)}`);
    return reply.value;
  };

  const entered = await tell<'account.save'>({
    type: 'account.save',
    id: null,
    revision: 0,
    name: 'Sklep testowy',
    panel,
    login,
    tax,
    seriesIds: Object.keys(series),
    secrets: { sellasist: panelKey, faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent },
  });
  const { id: accountId, revision } = saved(entered);
  const withSeries = await tell<'series.save'>({ type: 'series.save', accountId, revision, series });
  const withSettings = saved(
    await tell<'settings.save'>({
      type: 'settings.save',
      accountId,
      revision: withSeries.revision,
      settings: { ...DEFAULT_SETTINGS, documentFieldId: '12', correctionFieldId: '14', ...settings },
    }),
  );
  await tell<'payments.save'>({
    type: 'payments.save',
    accountId,
    revision: withSettings.revision,
    payments: PAYMENTS,
  });
  if (erplink !== null) await tell<'erplink.set'>({ type: 'erplink.set', panel, on: erplink });
  await page.close();
  return accountId;
}
