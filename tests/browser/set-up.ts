/** An account entered without clicking, through the same messages that the options page sends. */
import { type AccountSettings, DEFAULT_SETTINGS } from '../../utils/invoice/settings.ts';
import type { AccountDraft, AccountView, Reply, SaveReply } from '../../utils/messages/index.ts';
import { TEST_KEYS, TEST_LOGIN } from '../sim/ifirma/index.ts';
import type { Launched } from './launch.ts';

export interface SetUp {
  readonly settings: Partial<AccountSettings>;
  readonly erplink: boolean | null;
  readonly panelKey: string;
}

/** The browser's own API object, inside an extension page. */
declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

/** What a merchant of the stand-in's shop chooses for its payment methods (`dictionaries.ts`). */
export const PAYMENTS = { '1': 'P24', '2': 'PRZ', '3': 'ALG', '4': 'ELE', '5': 'POB', '6': 'GTK', '7': 'KAR' } as const;

/** Returns the account's id. */
export async function setUpAccount(
  { context, extensionId }: Launched,
  { settings, erplink, panelKey }: SetUp,
): Promise<string> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const say = <T>(message: object): Promise<Reply<T>> =>
    page.evaluate((said) => chrome.runtime.sendMessage(said), message) as Promise<Reply<T>>;
  const draft: AccountDraft = {
    id: null,
    name: 'Sklep testowy',
    panel: 'demo',
    login: TEST_LOGIN,
    seriesIds: ['1'],
    secrets: { sellasist: panelKey, faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent },
  };
  const saved = await say<SaveReply<AccountView>>({ type: 'account.save', ...draft });
  if (!saved.ok || !saved.value.ok) throw new Error(`the account was not saved: ${JSON.stringify(saved)}`);
  const { id } = saved.value.value;
  await say({
    type: 'settings.save',
    accountId: id,
    settings: { ...DEFAULT_SETTINGS, documentFieldId: '12', correctionFieldId: '14', ...settings },
  });
  await say({ type: 'payments.save', accountId: id, payments: PAYMENTS });
  if (erplink !== null) await say({ type: 'erplink.set', on: erplink });
  await page.close();
  return id;
}
