import { afterEach, describe, expect, it, vi } from 'vitest';
import { erplinkOf, LANGUAGE } from '../../../../utils/store/facts.ts';
import {
  account,
  edited,
  everything,
  exported,
  FILE_PASSPHRASE,
  fullInstallation,
  type Installation,
  imported,
  install,
  KEYS,
  previewed,
  put,
  WITH_KEYS,
} from './installation.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an import of what was changed since its preview', () => {
  const CHANGES: readonly (readonly [what: string, change: (installation: Installation) => Promise<unknown>])[] = [
    [
      'an account was saved',
      async ({ store }) => {
        const stored = await store.accounts.get('konto-3');
        if (stored) await store.accounts.save({ account: stored, revision: stored.revision }, []);
      },
    ],
    [
      'a key was changed',
      async ({ store }) => {
        const stored = await store.accounts.get('konto-2');
        const sealed = await store.vault.seal([{ owner: 'konto-2', name: 'faktura', value: KEYS.faktura }]);
        if (!stored || !sealed.ok) throw new Error('not sealed');
        await store.accounts.save({ account: stored, revision: stored.revision }, sealed.writes);
      },
    ],
    ['an account was removed', ({ store }) => store.accounts.remove('konto-2')],
    ['an account was added', (installation) => put(installation, [account({ id: 'nowe', panel: 'trzeci' })])],
    ['the question about Erplink was answered', ({ store }) => store.facts.set(erplinkOf('demo'), true)],
    ['the language was changed', ({ store }) => store.facts.set(LANGUAGE, 'pl')],
  ];

  it.each(CHANGES)('answers that: %s', async (_what, change) => {
    const installation = await fullInstallation();
    const text = edited((await exported(installation, WITH_KEYS)).text, (file) => {
      file.accounts[1].settings.unit = 'szt.';
    });
    const { token } = await previewed(installation, text);
    await change(installation);
    const before = await everything(installation);
    expect(await installation.files.import(text, token, FILE_PASSPHRASE)).toEqual({
      ok: false,
      problem: 'changed',
      path: '',
    });
    expect(await everything(installation)).toEqual(before);
    expect(await imported(installation, text, FILE_PASSPHRASE)).toMatchObject({ ok: true });
  });

  it('is one of another text as well', async () => {
    const installation = await fullInstallation();
    const { text } = await exported(installation);
    const { token } = await previewed(installation, text);
    const other = edited(text, (file) => {
      file.erplink.demo = true;
    });
    expect(await installation.files.import(other, token, null)).toMatchObject({ problem: 'changed' });
    expect(await installation.store.facts.get(erplinkOf('demo'))).toBe(false);
  });

  it('is not one when only the worker wrote something down', async () => {
    const installation = await fullInstallation();
    const { text } = await exported(installation);
    const { token } = await previewed(installation, text);
    await installation.store.accounts.change('konto-1', (stored) => ({ ...stored, pausedBy: 'kod-403' }));
    expect(await installation.files.import(text, token, null)).toMatchObject({ ok: true });
  });

  it('is caught as late as in the transaction that writes', async () => {
    const installation = await fullInstallation();
    const text = edited((await exported(installation)).text, (file) => {
      file.accounts[1].settings.unit = 'szt.';
    });
    const { token } = await previewed(installation, text);
    const { accounts } = installation.store;
    const saveAll = accounts.saveAll.bind(accounts);
    vi.spyOn(accounts, 'saveAll').mockImplementationOnce(async (...asked) => {
      const stored = await accounts.get('konto-1');
      if (stored) await saveAll([{ account: { ...stored, name: 'Z innej karty' }, revision: stored.revision }], [], []);
      return saveAll(...asked);
    });
    expect(await installation.files.import(text, token, null)).toMatchObject({ problem: 'changed' });
    expect(await accounts.get('konto-1')).toMatchObject({ name: 'Z innej karty', settings: { unit: 'kpl.' } });
  });
});

describe('a disk that is full', () => {
  it.each(['accounts', 'vault', 'facts'])(
    'at the first, the second or the third row of %s leaves everything as it was',
    async (table) => {
      const { text } = await exported(await fullInstallation(), WITH_KEYS);
      const to = await install();
      await put(to, [account()]);
      await to.store.vault.seal([{ owner: 'demo', name: 'sellasist', value: 'klucz' }]);
      const before = await everything(to);
      const written = IDBObjectStore.prototype.put;
      const rows = table === 'facts' ? 2 : 3;
      for (let fitting = 0; fitting < rows; fitting += 1) {
        let left = fitting;
        const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
          this: IDBObjectStore,
          value,
          key,
        ) {
          if (this.name === table) {
            if (left === 0) throw new DOMException('full', 'QuotaExceededError');
            left -= 1;
          }
          return written.call(this, value, key);
        });
        expect(await imported(to, text, FILE_PASSPHRASE)).toEqual({ ok: false, problem: 'storage-full', path: '' });
        put.mockRestore();
        expect(await everything(to)).toEqual(before);
      }
      expect(await imported(to, text, FILE_PASSPHRASE)).toMatchObject({ ok: true });
    },
  );
});
