import { type AccountSettings, DEFAULT_SETTINGS } from '../../../utils/invoice/settings.ts';
import type { AccountDraft } from '../../../utils/messages/index.ts';
import type { Speaker } from '../../../utils/messages/judge.ts';
import { PAYMENTS } from '../../browser/set-up.ts';
import { TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import type { World } from './world.ts';

export type Settings = Partial<AccountSettings>;

export const VIEW: Speaker = { kind: 'view' };

export interface SetUp {
  readonly settings?: Settings;
  readonly draft?: Partial<AccountDraft>;
  /** null: not answered. */
  readonly erplink?: boolean | null;
}

/** The messages of the options page, in the order in which a merchant meets its forms. Returns the account's id. */
export async function setUpIn(world: World, options: SetUp): Promise<string> {
  const draft: AccountDraft = {
    id: null,
    name: 'Sklep testowy',
    panel: 'demo',
    login: TEST_LOGIN,
    seriesIds: ['1'],
    secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent },
    ...options.draft,
  };
  const saved = await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW);
  if (!saved.ok) throw new Error(`the account was not saved: ${JSON.stringify(saved.fields)}`);
  const accountId = saved.value.id;
  const settings = { ...DEFAULT_SETTINGS, documentFieldId: '12', correctionFieldId: '14', ...options.settings };
  await world.tell<'settings.save'>({ type: 'settings.save', accountId, settings }, VIEW);
  await world.tell<'payments.save'>({ type: 'payments.save', accountId, payments: PAYMENTS }, VIEW);
  const { erplink = false } = options;
  if (erplink !== null) await world.tell<'erplink.set'>({ type: 'erplink.set', on: erplink }, VIEW);
  await world.idle();
  return accountId;
}
