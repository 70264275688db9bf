/** An installation of Mostek as far as a file of settings is concerned: a database of its own, and its keys. */
import 'fake-indexeddb/auto';
import type { RuleSet } from '../../../../utils/invoice/rules/rule.ts';
import { type Account, DEFAULT_SETTINGS, DEFAULT_TAX } from '../../../../utils/invoice/settings.ts';
import type { FileReply, ImportPreview, SettingsFile } from '../../../../utils/messages/index.ts';
import { erplinkOf, LANGUAGE } from '../../../../utils/store/facts.ts';
import { openStore, type Store } from '../../../../utils/store/open.ts';
import { memorySession } from '../../../../utils/store/session.ts';
import { LOCKED, type SecretChange } from '../../../../utils/store/vault.ts';
import { ruleSetOf } from '../../../../utils/sync/rules/facts.ts';
import type { Upgrade } from '../../../../utils/sync/settings-file/upgrades.ts';
import { createSettingsFiles, type SettingsFiles } from '../../../../utils/sync/settings-file.ts';
import { freshName, rawRows } from '../../store/examples.ts';

export const NOW = Date.parse('2026-11-22T10:00:00+01:00');
export const FILE_PASSPHRASE = 'kładka przez potok';
export const VAULT_PASSPHRASE = 'most nad rzeką';

export const KEYS = {
  faktura: 'EAB0D8ACF3308F3B',
  abonent: 'a1b2c3d4e5f60718',
  rachunek: '0011223344556677',
  /** Of another login. */
  second: '99AABBCCDDEEFF00',
} as const;
export const PANEL_KEY = 'sellasist-key-7f3e91';

export interface Installation {
  readonly store: Store;
  readonly files: SettingsFiles;
  readonly database: string;
}

export async function install(upgrades?: readonly Upgrade[]): Promise<Installation> {
  const database = freshName();
  // The vault's own passphrase is no matter of these tests: 1,000 rounds are enough for it.
  const store = openStore({ crypto, name: database, session: memorySession(), rounds: 1_000 });
  // Opened, so that whoever looks into the tables finds them.
  await store.facts.getAll([]);
  const clock = { now: () => NOW, sleep: async () => undefined };
  return { store, database, files: createSettingsFiles({ store, clock, crypto, ...(upgrades ? { upgrades } : {}) }) };
}

export function account(changes: Partial<Account> = {}): Account {
  return {
    id: 'konto-1',
    name: 'Sklep',
    panel: 'demo',
    login: 'sklep@example.com',
    tax: DEFAULT_TAX,
    seriesIds: ['1'],
    series: {},
    settings: DEFAULT_SETTINGS,
    payments: { '3': 'PRZ' },
    pausedBy: null,
    fileForm: null,
    revision: 0,
    ...changes,
  };
}

/** Everything that can be set, set to something else than a fresh account has. */
export const FULL_ACCOUNT: Account = account({
  name: 'Sklep „Żółw”',
  tax: { vat: 'exempt', basis: 'art. 113 ust. 1', flatRate: '0.03' },
  seriesIds: ['10', '2', '1'],
  series: {
    '1': {
      kind: 'domestic',
      ifirmaSeries: 'A',
      template: 'Zwykły',
      numbering: 'sellasist',
      pattern: 'FV/{numer}/{miesiąc}/{rok}',
      oss: true,
      correctionReason: 'ZWR_NAB_KWOT',
      ksef: 'companies',
    },
    '2': { kind: 'domestic', ifirmaSeries: '', template: '', numbering: 'ifirma', pattern: '', oss: false },
  },
  settings: {
    shippingVat: { rule: 'highest' },
    zeroVat: 'exempt',
    exemptBasis: 'art. 43',
    saleDate: 'payment',
    unit: 'kpl.',
    errorStatusId: '7',
    documentFieldId: '12',
    correctionFieldId: '14',
    savePdf: false,
    autoSend: true,
    stateFieldId: '15',
    orderSeriesId: '2',
    issuePlace: 'Łódź',
    signature: 'OUP',
    bankAccount: { use: 'number', number: '61109010140000071219812874' },
    dueDate: { from: 'sale', days: 14 },
    showBdo: true,
    showGios: true,
    splitPayment: 'large',
    gtu: '06',
    pkwiu: '26.20',
    ksefFieldId: '13',
    ksefPdf: true,
    notesText: 'Dziękujemy.\nZapraszamy ponownie.',
  },
  payments: { '20': 'KAR', '3': 'P24', pobranie: 'POB' },
});

/** A second panel, and a second account of the first. */
export const OTHER_ACCOUNT = account({ id: 'konto-2', name: 'Inny panel', panel: 'inny', seriesIds: ['1'] });
export const THIRD_ACCOUNT = account({ id: 'konto-3', name: 'Druga seria', seriesIds: ['3'], payments: {} });

export async function put(
  { store }: Installation,
  accounts: readonly Account[],
  secrets: readonly SecretChange[] = [],
): Promise<void> {
  const sealed = await store.vault.seal(secrets);
  if (!sealed.ok) throw new Error(`not sealed: ${sealed.why}`);
  const saves = accounts.map((each) => ({ account: each, revision: each.revision }));
  const written = await store.accounts.saveAll(saves, sealed.writes, []);
  if (!written.ok) throw new Error(`not stored: ${written.why}`);
}

/** Of one panel, in the books of two accounts, with everything that a rule can say. */
export const RULES: RuleSet = {
  panel: 'demo',
  match: 'first',
  revision: 4,
  rules: [
    {
      id: 'firmy',
      name: 'Firmy „A”',
      accountId: 'konto-1',
      isOn: true,
      since: 1_000,
      trigger: { kind: 'document', seriesId: '10' },
      conditions: {
        paymentIds: ['3'],
        sources: ['allegro'],
        countries: ['PL'],
        currencies: ['PLN'],
        from: 100,
        to: 20_000,
        hasNip: true,
        wantsInvoice: false,
        comment: 'pilne',
      },
      effects: [
        { kind: 'issue', as: 'domestic' },
        { kind: 'ksef' },
        { kind: 'email', text: 'Faktura {numer_ifirma}', mailbox: 'sklep@example.com', template: 'Zwykły' },
        { kind: 'status', statusId: '8' },
        { kind: 'note', text: 'Wysłano\ndo iFirma' },
        { kind: 'field', fieldId: '21', text: '{numer_ksef}' },
        { kind: 'payment' },
        { kind: 'notify' },
      ],
    },
    {
      id: 'nowe',
      name: 'Nowe',
      accountId: 'konto-3',
      isOn: false,
      since: null,
      trigger: { kind: 'created' },
      conditions: {},
      effects: [{ kind: 'notify' }],
    },
  ],
};

/** Two panels, three accounts, keys of every kind, every fact, rules. */
export async function fullInstallation(): Promise<Installation> {
  const installation = await install();
  await put(installation, [FULL_ACCOUNT, OTHER_ACCOUNT, THIRD_ACCOUNT], SECRETS);
  await installation.store.facts.set(erplinkOf('demo'), false);
  await installation.store.facts.set(erplinkOf('inny'), true);
  await installation.store.facts.set(LANGUAGE, 'en');
  await installation.store.facts.set(ruleSetOf('demo'), RULES);
  return installation;
}

export const SECRETS: readonly SecretChange[] = [
  { owner: 'demo', name: 'sellasist', value: PANEL_KEY },
  { owner: 'inny', name: 'sellasist', value: `${PANEL_KEY}-inny` },
  { owner: 'konto-1', name: 'faktura', value: KEYS.faktura },
  { owner: 'konto-1', name: 'abonent', value: KEYS.abonent },
  { owner: 'konto-1', name: 'rachunek', value: KEYS.rachunek },
  { owner: 'konto-2', name: 'faktura', value: KEYS.second },
];

/** As a person types them once more. */
export const TYPED = {
  'konto-1': { faktura: ` ${KEYS.faktura.toLowerCase()} `, abonent: KEYS.abonent, rachunek: KEYS.rachunek },
  'konto-2': { faktura: KEYS.second },
};

export const WITH_KEYS = { passphrase: FILE_PASSPHRASE, current: null, keys: TYPED };

export async function exported(
  { files }: Installation,
  secrets: Parameters<SettingsFiles['export']>[0] = null,
): Promise<SettingsFile> {
  const reply = await files.export(secrets);
  if (!reply.ok || !reply.value.ok) throw new Error(`not exported: ${JSON.stringify(reply)}`);
  return reply.value.value;
}

export async function previewed({ files }: Installation, text: string): Promise<ImportPreview> {
  const reply = await files.preview(text);
  if (!reply.ok) throw new Error(`no preview: ${JSON.stringify(reply)}`);
  return reply.value;
}

/** Previewed, and then imported as it was seen. */
export async function imported(
  installation: Installation,
  text: string,
  passphrase: string | null = null,
): Promise<FileReply<readonly Account[]>> {
  const { token } = await previewed(installation, text);
  return installation.files.import(text, token, passphrase);
}

/** The file as an object, to be changed by hand and written again. */
// biome-ignore lint/suspicious/noExplicitAny: what a hand may do to a file is of no type.
export type Loose = any;
export function edited(text: string, edit: (file: Loose) => void): string {
  const file: Loose = JSON.parse(text);
  edit(file);
  return JSON.stringify(file);
}

/** What lies in the database; a CryptoKey stands for itself. */
export function everything({ database }: Installation): Promise<unknown> {
  return rawRows(database);
}

export async function signature(key: CryptoKey | typeof LOCKED | null): Promise<string> {
  if (key === null || key === LOCKED) throw new Error(`no key: ${String(key)}`);
  return Buffer.from(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('abc'))).toString('hex');
}
