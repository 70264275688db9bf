import { describe, expect, it } from 'vitest';
import type { TypedKeys } from '../../../../utils/messages/index.ts';
import type { FileKeys } from '../../../../utils/messages/settings-file-schema.ts';
import type { VaultRow } from '../../../../utils/store/vault-row.ts';
import { openKeys, sealKeys } from '../../../../utils/sync/settings-file/sealed-keys.ts';
import { putRaw, rawRows } from '../../store/examples.ts';
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
  type Loose,
  PANEL_KEY,
  previewed,
  put,
  SECRETS,
  signature,
  TYPED,
  VAULT_PASSPHRASE,
  WITH_KEYS,
} from './installation.ts';

const IFIRMA_SECRETS = SECRETS.filter(({ name }) => name !== 'sellasist');

async function vaultRows({ database }: Installation): Promise<readonly VaultRow[]> {
  return ((await rawRows(database)).find(({ table }) => table === 'vault')?.rows ?? []) as VaultRow[];
}

/** As a text, as bytes, and as both in base64 at each of its three places in a longer text. */
function spellings(secret: string): readonly string[] {
  const bytes = [Buffer.from(secret), Buffer.from(secret, 'hex')].filter(({ length }) => length > 4);
  const base64 = bytes.flatMap((each) =>
    [0, 1, 2].map((before) => {
      const shifted = Buffer.concat([Buffer.alloc(before), each])
        .toString('base64')
        .replace(/=+$/, '');
      return shifted.slice(before === 0 ? 0 : 4, -2);
    }),
  );
  return [
    secret,
    ...bytes.map((each) => each.toString('hex')),
    ...bytes.map(({ buffer: _, ...rest }) => JSON.stringify(Object.values(rest))),
    ...base64,
  ].map((each) => each.toLowerCase());
}

function leaksIn(text: string): readonly string[] {
  const all = [...Object.values(KEYS), PANEL_KEY, FILE_PASSPHRASE, VAULT_PASSPHRASE].flatMap(spellings);
  const plain = text.toLowerCase();
  return all.filter((each) => each.length > 8 && plain.includes(each));
}

describe('the text of a file', () => {
  it('holds no key in plain, in any spelling', async () => {
    const installation = await fullInstallation();
    expect(leaksIn((await exported(installation, WITH_KEYS)).text)).toEqual([]);
    expect(leaksIn((await exported(installation)).text)).toEqual([]);
  });

  it.each([
    ['as it is written', KEYS.faktura],
    ['in lower case', `x${KEYS.faktura.toLowerCase()}x`],
    ['as bytes in base64', Buffer.from(KEYS.faktura, 'hex').toString('base64')],
    ['in base64, somewhere in a longer text', Buffer.from(`{"key":"${PANEL_KEY}"}`).toString('base64')],
    ['in base64, one byte further', Buffer.from(`{"keys":"${PANEL_KEY}"}`).toString('base64')],
    ['in base64, two bytes further', Buffer.from(`{"keys": "${PANEL_KEY}"}`).toString('base64')],
  ])('would be found to hold one %s', (_how, text) => {
    expect(leaksIn(text)).not.toEqual([]);
  });

  it('has a fresh salt and a fresh iv each time, and rounds that take a guesser long', async () => {
    const installation = await fullInstallation();
    const [one, other] = [await exported(installation, WITH_KEYS), await exported(installation, WITH_KEYS)].map(
      ({ text }) => JSON.parse(text).secrets,
    );
    expect(one.kdf).toMatchObject({ name: 'PBKDF2-SHA256', rounds: 900_000 });
    expect(Buffer.from(one.kdf.salt, 'base64')).toHaveLength(16);
    expect(Buffer.from(one.iv, 'base64')).toHaveLength(12);
    expect([one.kdf.salt, one.iv, one.ciphertext]).not.toContain(other.kdf.salt);
    expect(one.iv).not.toBe(other.iv);
    expect(one.ciphertext).not.toBe(other.ciphertext);
  });

  it('without any key to take along has no place for keys', async () => {
    const installation = await install();
    await put(installation, [account()]);
    expect(JSON.parse((await exported(installation, WITH_KEYS_OF_NOBODY)).text)).toMatchObject({
      secrets: null,
      accounts: [{ keys: [] }],
    });
  });
});

const WITH_KEYS_OF_NOBODY = { passphrase: FILE_PASSPHRASE, current: null, keys: {} };

describe('keys that nobody can read again', () => {
  const problems: readonly (readonly [what: string, keys: TypedKeys, problems: object])[] = [
    [
      'none is typed',
      {},
      {
        'konto-1/faktura': 'required',
        'konto-1/abonent': 'required',
        'konto-1/rachunek': 'required',
        'konto-2/faktura': 'required',
      },
    ],
    ['one is forgotten', { ...TYPED, 'konto-2': {} }, { 'konto-2/faktura': 'required' }],
    ['one is another', { ...TYPED, 'konto-2': { faktura: KEYS.faktura } }, { 'konto-2/faktura': 'other-key' }],
    ['one is no hex', { ...TYPED, 'konto-2': { faktura: 'xyz1' } }, { 'konto-2/faktura': 'key-not-hex' }],
    ['one lacks a digit', { ...TYPED, 'konto-2': { faktura: 'abc' } }, { 'konto-2/faktura': 'key-odd-length' }],
    [
      'one is typed that is not stored',
      { ...TYPED, 'konto-2': { faktura: KEYS.second, abonent: KEYS.abonent } },
      { 'konto-2/abonent': 'other-key' },
    ],
  ];
  it.each(problems)('are typed again; when %s there is no file', async (_what, keys, expected) => {
    const { files } = await fullInstallation();
    expect(await files.export({ ...WITH_KEYS, keys })).toEqual({ ok: true, value: { ok: false, keys: expected } });
  });

  it('are left out of the file one by one by an empty text', async () => {
    const from = await fullInstallation();
    const keys = { 'konto-1': { faktura: KEYS.faktura, abonent: '', rachunek: ' ' }, 'konto-2': { faktura: '' } };
    const { text } = await exported(from, { ...WITH_KEYS, keys });
    expect(JSON.parse(text).accounts.map((each: Loose) => each.keys)).toEqual([
      ['sellasist'],
      ['sellasist', 'faktura'],
      ['sellasist'],
    ]);
    const to = await install();
    await imported(to, text, FILE_PASSPHRASE);
    const stored = await Promise.all(
      (await to.store.accounts.all()).map(({ id }) => to.store.vault.hmacKey(id, 'abonent')),
    );
    expect(stored).toEqual([null, null, null]);
  });
});

describe('a vault under a passphrase', () => {
  async function protectedInstallation() {
    const installation = await fullInstallation();
    await installation.store.vault.turnOn(VAULT_PASSPHRASE, IFIRMA_SECRETS);
    return installation;
  }
  const asked = (current: string | null) => ({ passphrase: FILE_PASSPHRASE, current, keys: {} });

  it.each(['', null, 'inne długie hasło'])('gives no keys for %o', async (current) => {
    const { files } = await protectedInstallation();
    expect(await files.export(asked(current))).toEqual({ ok: false, reason: { code: 'passphrase-wrong', params: {} } });
  });

  it('gives none while it is locked, whoever asks; settings without keys go out and in', async () => {
    const installation = await protectedInstallation();
    const { text } = await exported(installation, asked(VAULT_PASSPHRASE));
    await installation.store.vault.lock();
    expect(await installation.files.export(asked(VAULT_PASSPHRASE))).toEqual({
      ok: false,
      reason: { code: 'locked', params: {} },
    });
    const renamed = edited((await exported(installation)).text, (file) => {
      file.accounts[0].name = 'Nowa nazwa';
    });
    expect(await imported(installation, renamed)).toMatchObject({ ok: true });

    const other = await install();
    await other.store.vault.turnOn(VAULT_PASSPHRASE, []);
    await other.store.vault.lock();
    const before = await everything(other);
    expect(await imported(other, text, FILE_PASSPHRASE)).toEqual({ ok: false, problem: 'locked', path: '' });
    expect(await everything(other)).toEqual(before);
  });
});

describe('a passphrase of the file', () => {
  it('that is too short makes no file', async () => {
    const { files } = await fullInstallation();
    expect(await files.export({ ...WITH_KEYS, passphrase: 'elevenchars' })).toMatchObject({ ok: false });
  });

  it.each(['', 'kładka przez potoK', 'kladka przez potok'])('that is wrong changes nothing: %o', async (passphrase) => {
    const { text } = await exported(await fullInstallation(), WITH_KEYS);
    const to = await install();
    const before = await everything(to);
    expect(await imported(to, text, passphrase)).toEqual({ ok: false, problem: 'passphrase-wrong', path: '' });
    expect(await everything(to)).toEqual(before);
  });

  it('opens the file however a keyboard spells its letters', async () => {
    const { text } = await exported(await fullInstallation(), { ...WITH_KEYS, passphrase: 'zażółć gęślą jaźń' });
    expect(await imported(await install(), text, 'zażółć gęślą jaźń'.normalize('NFD'))).toMatchObject({ ok: true });
  });

  it('is not needed for a file without keys, nor by whoever leaves its keys out', async () => {
    const from = await fullInstallation();
    expect(await imported(await install(), (await exported(from)).text, FILE_PASSPHRASE)).toMatchObject({ ok: true });
    const to = await install();
    expect(await imported(to, (await exported(from, WITH_KEYS)).text, null)).toMatchObject({ ok: true });
    expect(await to.store.vault.panelKey('demo')).toBeNull();
  });
});

describe('keys of a file', () => {
  it('replace those that differ, and only those', async () => {
    const from = await fullInstallation();
    const { text } = await exported(from, WITH_KEYS);
    const to = await install();
    await imported(to, text, FILE_PASSPHRASE);
    const ofKey = async (name: 'faktura' | 'abonent') => {
      const [id = ''] = (await to.store.accounts.all())
        .filter(({ seriesIds }) => seriesIds.includes('10'))
        .map((each) => each.id);
      return { id, signed: await signature(await to.store.vault.hmacKey(id, name)) };
    };
    const [faktura, abonent] = [await ofKey('faktura'), await ofKey('abonent')];
    const first = new Map((await to.store.accounts.all()).map(({ id, revision }) => [id, revision]));
    const before = await everything(to);
    await imported(to, text, FILE_PASSPHRASE);
    expect(await everything(to)).toEqual(before);

    const sealed = await to.store.vault.seal([{ owner: faktura.id, name: 'faktura', value: KEYS.second }]);
    const stored = await to.store.accounts.get(faktura.id);
    if (!sealed.ok || stored === null) throw new Error('not sealed');
    await to.store.accounts.save({ account: stored, revision: stored.revision }, sealed.writes);
    expect(await ofKey('faktura')).not.toEqual(faktura);
    await imported(to, text, FILE_PASSPHRASE);
    expect([await ofKey('faktura'), await ofKey('abonent')]).toEqual([faktura, abonent]);
    // Whoever has a form of it open is told; nobody else is.
    for (const { id, revision } of await to.store.accounts.all()) {
      const saves = revision - (first.get(id) ?? 0);
      expect(saves, id).toBe(id === faktura.id ? 2 : 0);
    }
  });

  it.each([
    ['as they are', async () => undefined],
    [
      'under a passphrase',
      async ({ store }: Installation) => {
        await store.vault.turnOn(VAULT_PASSPHRASE, IFIRMA_SECRETS);
      },
    ],
  ])(
    'heal what is stored and does not open any more, although its fingerprint is the same (%s)',
    async (_how, sealed) => {
      const installation = await fullInstallation();
      const { text } = await exported(installation, WITH_KEYS);
      await sealed(installation);
      const { store, database } = installation;
      const before = await store.accounts.all();
      const torn = (await vaultRows(installation)).flatMap((row) =>
        'seal' in row && 'ciphertext' in row.seal
          ? [{ ...row, seal: { ...row.seal, ciphertext: row.seal.ciphertext.slice(1) } }]
          : [],
      );
      await putRaw(database, 'vault', torn);
      expect(await store.vault.panelKey('demo')).toBeNull();
      expect(await imported(installation, text, FILE_PASSPHRASE)).toMatchObject({ ok: true });
      expect(await store.vault.panelKey('demo')).toBe(PANEL_KEY);
      expect(await signature(await store.vault.hmacKey('konto-1', 'faktura'))).toMatch(/^[0-9a-f]{40}$/);
      // Whoever has a form of it open is told.
      expect((await store.accounts.all()).map(({ revision }) => revision)).toEqual(
        before.map(({ revision }) => revision + 1),
      );
      const healed = await vaultRows(installation);
      await imported(installation, text, FILE_PASSPHRASE);
      expect(await vaultRows(installation)).toEqual(healed);
    },
  );

  it('do not open where their ciphertext, iv or salt was changed, nor as those of another version', async () => {
    const { text } = await exported(await fullInstallation(), WITH_KEYS);
    const to = await install();
    const flipped = (base64: string) => (base64.startsWith('A') ? `B${base64.slice(1)}` : `A${base64.slice(1)}`);
    for (const edit of [
      (secrets: Loose) => {
        secrets.ciphertext = flipped(secrets.ciphertext);
      },
      (secrets: Loose) => {
        secrets.iv = flipped(secrets.iv);
      },
      (secrets: Loose) => {
        secrets.kdf.salt = flipped(secrets.kdf.salt);
      },
      (secrets: Loose) => {
        secrets.kdf.rounds += 1;
      },
    ]) {
      const changed = edited(text, (file) => edit(file.secrets));
      expect(await imported(to, changed, FILE_PASSPHRASE)).toMatchObject({ problem: 'passphrase-wrong' });
    }
    const { secrets } = JSON.parse(text);
    const content = { ...JSON.parse(text), secrets };
    expect(await openKeys(crypto, FILE_PASSPHRASE, content, 1)).toMatchObject({ ok: true });
    expect(await openKeys(crypto, FILE_PASSPHRASE, content, 2)).toMatchObject({ problem: 'passphrase-wrong' });
    expect(await to.store.accounts.all()).toEqual([]);
  });

  it('are not handed to another account by whoever edits the file', async () => {
    const { text: whole } = await exported(await fullInstallation(), WITH_KEYS);
    // Without the answers about Erplink and the rules, which would be refused before: some edits leave one to nobody.
    const text = edited(whole, (file) => {
      file.erplink = {};
      file.rules = {};
    });
    const to = await install();
    const EDITS: readonly ((file: Loose) => void)[] = [
      (file) => {
        file.accounts.reverse();
      },
      (file) => {
        file.accounts[2].login = 'oszust@example.com';
      },
      (file) => {
        file.accounts[2].panel = 'oszust';
      },
      (file) => {
        file.accounts.pop();
      },
      (file) => {
        file.accounts[1].keys = ['sellasist', 'faktura'];
      },
      (file) => {
        file.accounts[0].keys = [];
      },
    ];
    for (const edit of EDITS) {
      const reply = await imported(to, edited(text, edit), FILE_PASSPHRASE);
      expect(reply).toEqual({ ok: false, problem: 'invalid', path: expect.stringMatching(/^secrets\.accounts/) });
    }
    expect(await to.store.accounts.all()).toEqual([]);
  });

  const owner = { panel: 'demo', login: 'sklep@example.com' };
  const HOSTILE: readonly (readonly [what: string, keys: unknown, problem: string, path: string])[] = [
    [
      'no hex',
      { panels: {}, accounts: [{ ...owner, keys: { faktura: 'xyz1' } }] },
      'invalid',
      'secrets.accounts.0.keys.faktura',
    ],
    [
      'an odd length',
      { panels: {}, accounts: [{ ...owner, keys: { faktura: 'abc' } }] },
      'invalid',
      'secrets.accounts.0.keys.faktura',
    ],
    [
      'an unknown name',
      { panels: {}, accounts: [{ ...owner, keys: { admin: 'ab' } }] },
      'invalid',
      'secrets.accounts.0.keys.admin',
    ],
    [
      'a line break for a header',
      { panels: { demo: 'a\r\nb' }, accounts: [{ ...owner, keys: {} }] },
      'invalid',
      'secrets.panels.demo',
    ],
    [
      'an account too many',
      {
        panels: {},
        accounts: [
          { ...owner, keys: {} },
          { ...owner, keys: {} },
        ],
      },
      'invalid',
      'secrets.accounts',
    ],
    [
      'a panel of nobody',
      { panels: { inny: 'klucz' }, accounts: [{ ...owner, keys: { faktura: 'ab' } }] },
      'invalid',
      'secrets.panels',
    ],
    ['a hostile name', JSON.parse('{"panels":{"__proto__":"x"},"accounts":[]}'), 'unsafe', 'secrets.panels.__proto__'],
    ['a list', [], 'invalid', 'secrets.'],
  ];
  it.each(HOSTILE)('are judged although the passphrase opens them: %s', async (_what, keys, problem, path) => {
    const from = await install();
    await put(from, [account()]);
    const secrets = await sealKeys(crypto, FILE_PASSPHRASE, keys as FileKeys, 1);
    const text = edited((await exported(from)).text, (file) => {
      file.secrets = secrets;
      file.accounts[0].keys = ['faktura'];
    });
    const to = await install();
    const { token } = await previewed(to, text);
    expect(await to.files.import(text, token, FILE_PASSPHRASE)).toEqual({ ok: false, problem, path });
    expect(await to.store.accounts.all()).toEqual([]);
  });
});
