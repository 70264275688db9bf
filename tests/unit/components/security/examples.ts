/** What the background tells of the keys, and of a file of settings. */
import type { ImportedAccount, ImportPreview, SecurityView, StoredKey } from '../../../../utils/messages/index.ts';

export const KEYS: readonly StoredKey[] = [
  { accountId: 'a1', account: 'Mój sklep', name: 'faktura', fingerprint: 'a07b' },
  { accountId: 'a1', account: 'Mój sklep', name: 'abonent', fingerprint: 'c111' },
  { accountId: 'a2', account: 'Drugi sklep', name: 'faktura', fingerprint: 'd222' },
];

export const security = (more: Partial<SecurityView> = {}): SecurityView => ({
  passphrase: 'none',
  autoLock: null,
  keys: KEYS,
  ...more,
});

export const imported = (more: Partial<ImportedAccount> = {}): ImportedAccount => ({
  name: 'Mój sklep',
  panel: 'mojsklep',
  login: 'jan@example.com',
  kind: 'changed',
  changes: [{ path: 'settings.unit', from: '"szt."', to: '"kpl."' }],
  ...more,
});

export const preview = (more: Partial<ImportPreview> = {}): ImportPreview => ({
  token: 't1',
  exportedOn: '2026-11-20',
  accounts: [imported()],
  general: [],
  hasSecrets: false,
  untouched: [],
  ...more,
});

export const PASSPHRASE = 'zielony most nad rzeką';
