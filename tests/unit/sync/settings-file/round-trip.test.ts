import { describe, expect, it } from 'vitest';
import { EMPTY_SERIES } from '../../../../utils/invoice/series.ts';
import type { Account } from '../../../../utils/invoice/settings.ts';
import { erplinkOf, LANGUAGE } from '../../../../utils/store/facts.ts';
import { LOCKED } from '../../../../utils/store/vault.ts';
import {
  account,
  exported,
  FILE_PASSPHRASE,
  FULL_ACCOUNT,
  fullInstallation,
  type Installation,
  imported,
  install,
  NOW,
  OTHER_ACCOUNT,
  PANEL_KEY,
  previewed,
  put,
  signature,
  THIRD_ACCOUNT,
  VAULT_PASSPHRASE,
  WITH_KEYS,
} from './installation.ts';

/** Without what belongs to one installation. */
function settingsOf({ id: _id, revision: _revision, ...account }: Account) {
  return { ...account, seriesIds: [...account.seriesIds].sort((a, b) => Number(a) - Number(b)) };
}

async function accountsOf({ store }: Installation) {
  const accounts = (await store.accounts.all()).map(settingsOf);
  return accounts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function signaturesOf({ store }: Installation): Promise<Readonly<Record<string, string>>> {
  const signatures: Record<string, string> = {};
  for (const { id, panel, name } of await store.accounts.all()) {
    for (const key of ['faktura', 'abonent', 'rachunek'] as const) {
      const stored = await store.vault.hmacKey(id, key);
      if (stored !== null) signatures[`${name}/${key}`] = await signature(stored);
    }
    signatures[`${name}/sellasist`] = String(await store.vault.panelKey(panel));
  }
  return signatures;
}

describe('settings that go into an empty installation', () => {
  it('without keys are the same there, with what is general, and are exported as the same text', async () => {
    const from = await fullInstallation();
    const { name, text } = await exported(from);
    expect(name).toBe('mostek-ustawienia-2026-11-22.json');
    const to = await install();
    const reply = await imported(to, text);
    expect(reply).toMatchObject({ ok: true, value: [{ revision: NOW }, { revision: NOW }, { revision: NOW }] });
    expect(await accountsOf(to)).toEqual(
      [FULL_ACCOUNT, OTHER_ACCOUNT, THIRD_ACCOUNT].map(settingsOf).sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    const facts = await Promise.all([erplinkOf('demo'), erplinkOf('inny'), LANGUAGE].map(to.store.facts.get<unknown>));
    expect(facts).toEqual([false, true, 'en']);
    expect(await signaturesOf(to)).toEqual({
      'Druga seria/sellasist': 'null',
      'Inny panel/sellasist': 'null',
      [`${FULL_ACCOUNT.name}/sellasist`]: 'null',
    });
    expect((await exported(to)).text).toBe(text);
  });

  it('with their keys sign the same, and ask the panels with the same keys', async () => {
    const from = await fullInstallation();
    const { text } = await exported(from, WITH_KEYS);
    const to = await install();
    expect(await imported(to, text, FILE_PASSPHRASE)).toMatchObject({ ok: true });
    const signatures = await signaturesOf(to);
    expect(signatures).toEqual(await signaturesOf(from));
    expect(signatures).toMatchObject({ [`${FULL_ACCOUNT.name}/sellasist`]: PANEL_KEY });
    expect(Object.keys(signatures)).toHaveLength(7);
  });

  it('from a vault under a passphrase into one under another passphrase, too', async () => {
    const from = await fullInstallation();
    await from.store.vault.turnOn(VAULT_PASSPHRASE, [
      { owner: 'konto-1', name: 'faktura', value: WITH_KEYS.keys['konto-1'].faktura },
      { owner: 'konto-1', name: 'abonent', value: WITH_KEYS.keys['konto-1'].abonent },
      { owner: 'konto-1', name: 'rachunek', value: WITH_KEYS.keys['konto-1'].rachunek },
      { owner: 'konto-2', name: 'faktura', value: WITH_KEYS.keys['konto-2'].faktura },
    ]);
    const { text } = await exported(from, { passphrase: FILE_PASSPHRASE, current: VAULT_PASSPHRASE, keys: {} });
    const to = await install();
    await to.store.vault.turnOn('zupełnie inne hasło', []);
    expect(await imported(to, text, FILE_PASSPHRASE)).toMatchObject({ ok: true });
    expect(await signaturesOf(to)).toEqual(await signaturesOf(from));
    await to.store.vault.lock();
    expect(await to.store.vault.panelKey('demo')).toBe(LOCKED);
  });

  it('give their accounts the ids that a form would have given them', async () => {
    const to = await install();
    await imported(to, (await exported(await fullInstallation())).text);
    // SHA-256 of `demo/sklep@example.com/1`, …
    const ids = (await to.store.accounts.all()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{20}$/);
  });
});

describe('a file of settings', () => {
  it('is the same text whatever the order in which things were entered', async () => {
    const [one, other] = await Promise.all([install(), install()]);
    const [fv, oss] = [EMPTY_SERIES, { ...EMPTY_SERIES, oss: true }];
    await put(one, [
      account({ payments: { b: 'PRZ', a: 'KAR' }, seriesIds: ['2', '10', 'fv', 'oss'], series: { fv, oss } }),
      OTHER_ACCOUNT,
    ]);
    await put(other, [
      { ...OTHER_ACCOUNT, id: 'a' },
      account({ id: 'b', payments: { a: 'KAR', b: 'PRZ' }, seriesIds: ['oss', '10', 'fv', '2'], series: { oss, fv } }),
    ]);
    expect((await exported(one)).text).toBe((await exported(other)).text);
  });

  it('says nothing of this installation: no ids, no pause, no revision, no fingerprints', async () => {
    const installation = await fullInstallation();
    await installation.store.accounts.change('konto-1', (stored) => ({
      ...stored,
      pausedBy: 'kod-403',
      fileForm: 'raw',
    }));
    const { text } = await exported(installation, WITH_KEYS);
    const fingerprints = Object.values(await installation.store.vault.fingerprints('konto-1', 'demo'));
    for (const secret of ['konto-1', 'kod-403', 'pausedBy', 'fileForm', 'revision', ...fingerprints]) {
      expect(text).not.toContain(secret);
    }
    expect(Object.keys(JSON.parse(text))).toEqual([
      'mostek',
      'version',
      'exportedOn',
      'language',
      'erplink',
      'accounts',
      'rules',
      'secrets',
    ]);
    expect(text.split('\n').slice(0, 3)).toEqual(['{', '  "mostek": "settings",', '  "version": 1,']);
  });

  it('of an installation with nothing in it changes nothing anywhere', async () => {
    const { text } = await exported(await install());
    const installation = await fullInstallation();
    expect(await previewed(installation, text)).toMatchObject({
      accounts: [],
      general: [{ path: 'language', from: '"en"', to: '"pl"' }],
      untouched: ['Druga seria', FULL_ACCOUNT.name, 'Inny panel'],
    });
  });

  it('of as much as can be stored is read back, with its keys', async () => {
    const [installation, to] = await Promise.all([install(), install()]);
    const ids = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}${at}`);
    const most = account({
      seriesIds: ids(200, 's'),
      series: Object.fromEntries(ids(200, 's').map((id) => [id, EMPTY_SERIES])),
      payments: Object.fromEntries(ids(1_000, 'm').map((id) => [id, 'PRZ'])),
    });
    const others = ids(999, 'konto').map((id) => account({ id, login: `${id}@example.com`, seriesIds: [] }));
    const secrets = others.map(({ id: owner }) => ({ owner, name: 'faktura', value: 'AB'.repeat(100) }) as const);
    await put(installation, [most, ...others], secrets);
    const keys = Object.fromEntries(secrets.map(({ owner, value }) => [owner, { faktura: value }]));
    const { text } = await exported(installation, { passphrase: FILE_PASSPHRASE, current: null, keys });
    expect(await imported(to, text, FILE_PASSPHRASE)).toMatchObject({ ok: true, value: { length: 1_000 } });
    expect(JSON.parse((await exported(to)).text).accounts).toEqual(
      JSON.parse((await exported(installation)).text).accounts,
    );
  }, 60_000);

  it('that could not be read back is not handed out', async () => {
    const installation = await install();
    await put(
      installation,
      Array.from({ length: 1_001 }, (_, at) => account({ id: `a${at}`, login: `a${at}@example.com`, seriesIds: [] })),
    );
    expect(await installation.files.export(null)).toEqual({
      ok: false,
      reason: { code: 'internal', params: { detail: 'settings file: invalid accounts' } },
    });
  });

  it('is read back where it was written, whatever a person has left half done', async () => {
    const installation = await install();
    // The series for orders was taken from the account, or became incomplete, after it was chosen.
    const settings = { ...account().settings, orderSeriesId: '9' };
    await put(installation, [account({ settings })]);
    expect(await previewed(installation, (await exported(installation)).text)).toMatchObject({
      accounts: [{ kind: 'same', changes: [] }],
      general: [],
    });
  });
});
