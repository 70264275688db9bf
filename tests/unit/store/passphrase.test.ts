import 'fake-indexeddb/auto';
import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../utils/store/open.ts';
import { memorySession, type SessionArea } from '../../../utils/store/session.ts';
import { LOCKED, type SecretChange } from '../../../utils/store/vault.ts';
import type { VaultRow, VaultRowOf } from '../../../utils/store/vault-row.ts';
import { exampleAccount, freshName, keep, openExample, PANEL, rawRows, requested } from './examples.ts';
import { leaksIn } from './leaks.ts';

const FAKTURA = 'EAB0D8ACF3308F3B';
const ABONENT = 'a1b2c3d4e5f60718';
const PANEL_KEY = 'Zażółć-sekret-7f3e91';
const WORDS = 'długie hasło sklepu';
const AUTO_LOCK = { name: 'auto-lock', version: 1, value: 15 };
const KEYS: readonly SecretChange[] = [
  { owner: 'konto-1', name: 'faktura', value: FAKTURA },
  { owner: 'konto-1', name: 'abonent', value: ABONENT },
  { owner: 'konto-2', name: 'faktura', value: ABONENT },
];

afterEach(() => {
  vi.restoreAllMocks();
});

interface Shop {
  readonly name: string;
  readonly session: SessionArea;
  readonly store: Store;
}

/** Three iFirma keys and two panels' keys, not under a passphrase yet. */
async function openShop(more: Parameters<typeof openExample>[1] = {}): Promise<Shop> {
  const name = freshName();
  const session = memorySession();
  const store = await openExample(name, { session, ...more });
  for (const { owner, name: key, value } of KEYS) await keep(store, owner, key, value);
  await keep(store, PANEL, 'sellasist', PANEL_KEY);
  await keep(store, 'inny', 'sellasist', 'drugi-klucz-panelu');
  return { name, session, store };
}

async function lockable(more: Parameters<typeof openExample>[1] = {}): Promise<Shop> {
  const shop = await openShop(more);
  expect(await shop.store.vault.turnOn(WORDS, KEYS)).toEqual({ ok: true });
  return shop;
}

async function vaultRows(name: string): Promise<readonly VaultRow[]> {
  return ((await rawRows(name)).find(({ table }) => table === 'vault')?.rows ?? []) as VaultRow[];
}

async function passphraseRow(name: string): Promise<VaultRowOf<'passphrase'>> {
  const row = (await vaultRows(name)).find((each) => each.id[0] === 'passphrase');
  if (!row || !('wrapped' in row)) throw new Error('there is no passphrase');
  return row;
}

async function signedBy(key: CryptoKey | typeof LOCKED | null): Promise<string> {
  if (key === null || key === LOCKED) throw new Error(`no key: ${String(key)}`);
  return Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from('abc'))).toString('hex');
}

const expected = (hex: string): string => createHmac('sha1', Buffer.from(hex, 'hex')).update('abc').digest('hex');

/** Every key does its work, and is what it was. */
async function expectUsable({ vault }: Store): Promise<void> {
  for (const { owner, name, value } of KEYS) {
    if (name !== 'sellasist') expect(await signedBy(await vault.hmacKey(owner, name))).toBe(expected(value));
    expect(await vault.matches(owner, name, value)).toBe(true);
  }
  expect(await vault.panelKey(PANEL)).toBe(PANEL_KEY);
  expect(await vault.panelKey('inny')).toBe('drugi-klucz-panelu');
}

async function expectLocked({ vault }: Store): Promise<void> {
  expect(await vault.state()).toBe('locked');
  expect(await vault.hmacKey('konto-1', 'faktura')).toBe(LOCKED);
  expect(await vault.panelKey(PANEL)).toBe(LOCKED);
  expect(await vault.readable()).toBe('locked');
}

describe('turning the passphrase on', () => {
  it('leaves everything usable, and fingerprints what they were', async () => {
    const { store } = await openShop();
    const before = await store.vault.fingerprints('konto-1', PANEL);
    await store.vault.turnOn(WORDS, KEYS);
    expect(await store.vault.state()).toBe('unlocked');
    await expectUsable(store);
    expect(await store.vault.fingerprints('konto-1', PANEL)).toEqual(before);
  });

  it('leaves no imported key and nothing that this installation opens by itself', async () => {
    const { name } = await lockable();
    const secrets = (await vaultRows(name)).filter((row) => 'seal' in row);
    expect(secrets).toHaveLength(5);
    for (const { seal } of secrets) expect(seal.kind).toBe('passphrase');
    const keys = (await vaultRows(name))
      .flatMap((row) => Object.values(row))
      .filter((each) => each instanceof CryptoKey);
    expect(keys).toHaveLength(2);
    expect(await leaksIn(name, [FAKTURA, ABONENT], [PANEL_KEY, 'drugi-klucz-panelu', WORDS])).toEqual([]);
  });

  it('takes 900,000 rounds or more of PBKDF2-SHA256 over a fresh salt, and says so in the row', async () => {
    const derived = vi.spyOn(crypto.subtle, 'deriveKey');
    const { name } = await lockable({ rounds: undefined } as never);
    const { rounds, salt } = await passphraseRow(name);
    expect(rounds).toBeGreaterThanOrEqual(900_000);
    expect(salt).toHaveLength(16);
    expect(derived.mock.calls.map(([algorithm]) => algorithm)).toEqual([
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    ]);
    const other = await passphraseRow((await lockable()).name);
    expect(other.salt).not.toEqual(salt);
    expect(other.dataKeyId).not.toBe((await passphraseRow(name)).dataKeyId);
  });

  it.each([
    ['a key was not typed', KEYS.slice(1)],
    ['another key was typed', [{ ...KEYS[0], value: ABONENT } as SecretChange, ...KEYS.slice(1)]],
  ])('stores nothing when %s', async (_what, typed) => {
    const { name, store, session } = await openShop();
    const before = await vaultRows(name);
    expect(await store.vault.turnOn(WORDS, typed, [AUTO_LOCK])).toEqual({ ok: false, why: 'other-keys' });
    expect(await store.facts.get(AUTO_LOCK)).toBeNull();
    expect(await vaultRows(name)).toEqual(before);
    expect(await store.vault.state()).toBe('none');
    expect(await session.get()).toBeNull();
    await expectUsable(store);
  });

  it('is all or nothing on a disk that is full', async () => {
    const { store, session } = await openShop();
    const put = IDBObjectStore.prototype.put;
    let writes = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...asked) {
      writes += 1;
      if (writes > 3) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, asked);
    });
    expect(await store.vault.turnOn(WORDS, KEYS, [AUTO_LOCK])).toEqual({ ok: false, why: 'full' });
    vi.restoreAllMocks();
    expect(await store.facts.get(AUTO_LOCK)).toBeNull();
    expect(await store.vault.state()).toBe('none');
    expect(await session.get()).toBeNull();
    await expectUsable(store);
  });

  it('takes in what another form saves at the same moment', async () => {
    const { store } = await openShop();
    const third = { owner: 'nowy', name: 'sellasist', value: 'trzeci' } as const;
    const [on] = await Promise.all([
      store.vault.turnOn(WORDS, KEYS),
      keep(store, third.owner, third.name, third.value).catch(() => undefined),
    ]);
    expect(on).toEqual({ ok: true });
    await store.vault.lock();
    // Sealed under the passphrase, or not stored at all; never left open.
    expect([LOCKED, null]).toContain(await store.vault.panelKey(third.owner));
  });

  it('stores what is set with it', async () => {
    const { store } = await openShop();
    expect(await store.vault.turnOn(WORDS, KEYS, [AUTO_LOCK])).toEqual({ ok: true });
    expect(await store.facts.get(AUTO_LOCK)).toBe(15);
  });

  it('takes a key back from the session that it put there itself, and no other', async () => {
    const { name, store, session } = await openShop();
    const put = session.set;
    // Another worker of the same browser is a moment ahead.
    session.set = async (value) => {
      session.set = put;
      await put(value);
      const other = await openExample(name, { session });
      expect(await other.vault.turnOn('hasło tego pierwszego', KEYS)).toEqual({ ok: true });
    };
    await expect(store.vault.turnOn(WORDS, KEYS)).rejects.toThrow('already');
    expect(await store.vault.state()).toBe('unlocked');
    await expectUsable(store);
  });

  it('is refused a second time', async () => {
    const { store } = await lockable();
    await expect(store.vault.turnOn('inne długie hasło', KEYS)).rejects.toThrow('already');
    await expectUsable(store);
  });
});

describe('a locked vault', () => {
  it('opens nothing, until the passphrase is given', async () => {
    const { store, session } = await lockable();
    await store.vault.lock();
    expect(await session.get()).toBeNull();
    await expectLocked(store);
    expect(await store.vault.unlock(WORDS)).toBe(true);
    expect(await store.vault.state()).toBe('unlocked');
    await expectUsable(store);
  });

  it.each(['', ' ', WORDS.slice(1), `${WORDS} `, WORDS.toUpperCase(), 'dlugie haslo sklepu', `${WORDS}0`])(
    'stays locked to %o',
    async (wrong) => {
      const { store, session } = await lockable();
      await store.vault.lock();
      expect(await store.vault.unlock(wrong)).toBe(false);
      expect(await store.vault.opens(wrong)).toBe(false);
      expect(await store.vault.change(wrong, 'inne długie hasło')).toBe('wrong');
      expect(await store.vault.turnOff(wrong)).toBe('wrong');
      expect(await session.get()).toBeNull();
      await expectLocked(store);
    },
  );

  it('costs a wrong passphrase as many rounds as the right one', async () => {
    const { store, name } = await lockable({ rounds: 1000 });
    const derived = vi.spyOn(crypto.subtle, 'deriveKey');
    await store.vault.unlock('zupełnie inne hasło');
    await store.vault.unlock(WORDS);
    const { rounds } = await passphraseRow(name);
    expect(derived.mock.calls.map(([algorithm]) => (algorithm as Pbkdf2Params).iterations)).toEqual([rounds, rounds]);
  });

  it('opens to the same words, however the keyboard spells their letters', async () => {
    const { store } = await lockable();
    await store.vault.lock();
    expect(await store.vault.unlock(WORDS.normalize('NFD'))).toBe(true);
  });

  it('takes no new secret, lets one be removed, and still knows which keys are stored', async () => {
    const { store } = await lockable();
    await store.vault.lock();
    const key = { owner: 'konto-3', name: 'faktura', value: FAKTURA } as const;
    expect(await store.vault.seal([key])).toEqual({ ok: false, why: 'locked' });
    expect(await store.vault.matches('konto-1', 'faktura', FAKTURA)).toBe(true);
    expect((await store.vault.fingerprints('konto-1', PANEL)).faktura).not.toBeNull();
    await keep(store, 'konto-1', 'abonent', '');
    expect(await store.vault.hmacKey('konto-1', 'abonent')).toBeNull();
  });

  it('shows whether a passphrase would open it without opening it', async () => {
    const { store } = await lockable();
    await store.vault.lock();
    expect(await store.vault.opens(WORDS)).toBe(true);
    await expectLocked(store);
  });
});

describe('a session', () => {
  it('outlives the worker, and ends with the browser', async () => {
    const { name, session, store } = await lockable();
    store.close();
    const worker = await openExample(name, { session });
    await expectUsable(worker);
    worker.close();
    await expectLocked(await openExample(name, { session: memorySession() }));
  });

  it('of an older passphrase, which a crash left behind, opens nothing of a newer one', async () => {
    const { session, store } = await lockable();
    const old = await session.get();
    expect(await store.vault.turnOff(WORDS)).toBe('done');
    await store.vault.turnOn(WORDS, KEYS);
    await session.set(old ?? '');
    await expectLocked(store);
  });

  it('keeps the data key, never the passphrase or a secret', async () => {
    const { session } = await lockable();
    const held = (await session.get()) ?? '';
    expect(Buffer.from(held.split(':')[1] ?? '', 'base64')).toHaveLength(32);
    for (const secret of [WORDS, PANEL_KEY, FAKTURA, Buffer.from(FAKTURA, 'hex').toString('base64')]) {
      expect(held).not.toContain(secret);
    }
  });
});

describe('a secret that is saved while the vault is unlocked', () => {
  it('is sealed like the others', async () => {
    const { name, store } = await lockable();
    await keep(store, 'konto-3', 'faktura', FAKTURA);
    await keep(store, 'trzeci', 'sellasist', 'trzeci-klucz');
    expect(await signedBy(await store.vault.hmacKey('konto-3', 'faktura'))).toBe(expected(FAKTURA));
    await store.vault.lock();
    expect(await store.vault.hmacKey('konto-3', 'faktura')).toBe(LOCKED);
    expect(await store.vault.panelKey('trzeci')).toBe(LOCKED);
    expect(await leaksIn(name, [FAKTURA], ['trzeci-klucz'])).toEqual([]);
  });

  it('is a key that cannot be exported when it comes out', async () => {
    const { store } = await lockable();
    const key = await store.vault.hmacKey('konto-1', 'faktura');
    if (key === null || key === LOCKED) throw new Error('no key');
    expect([key.extractable, key.usages]).toEqual([false, ['sign']]);
  });

  it.each([
    ['before it was set', async ({ vault }: Store) => vault.turnOn(WORDS, KEYS)],
    [
      'under one that was taken off since',
      async ({ vault }: Store) => {
        await vault.turnOff(WORDS);
      },
    ],
  ])('is refused where it was sealed %s, and its account with it', async (what, between) => {
    const { store } = what.startsWith('before') ? await openShop() : await lockable();
    const sealed = await store.vault.seal([{ owner: 'konto-9', name: 'faktura', value: FAKTURA }]);
    if (!sealed.ok) throw new Error('not sealed');
    await between(store);
    const account = exampleAccount({ id: 'konto-9' });
    expect(await store.accounts.save({ account, revision: 0 }, sealed.writes)).toMatchObject({ why: 'stale' });
    expect(await store.accounts.get('konto-9')).toBeNull();
    expect(await store.vault.hmacKey('konto-9', 'faktura')).toBeNull();
  });
});

describe('a ciphertext', () => {
  it('does not open in another row, for another owner or another name, nor when a bit of it was changed', async () => {
    const { name, store } = await lockable();
    const rows = await vaultRows(name);
    const row = rows.find(({ id }) => id.join() === 'hmac,konto-1,faktura');
    if (!row || !('seal' in row) || row.seal.kind !== 'passphrase') throw new Error('not sealed');
    const damaged = new Uint8Array(row.seal.ciphertext.slice(0));
    damaged[0] = (damaged[0] ?? 0) ^ 1;
    const moved: readonly object[] = [
      { ...row, id: ['hmac', 'konto-2', 'faktura'] },
      { ...row, id: ['hmac', 'konto-1', 'rachunek'] },
      { ...row, id: ['panel', 'konto-1'] },
      { ...row, id: ['hmac', 'konto-1', 'abonent'], seal: { ...row.seal, ciphertext: damaged.buffer } },
    ];
    const db = await requested(indexedDB.open(name));
    const table = db.transaction('vault', 'readwrite').objectStore('vault');
    for (const each of moved) await requested(table.put(each));
    db.close();
    const { vault } = store;
    expect(await vault.hmacKey('konto-2', 'faktura')).toBeNull();
    expect(await vault.hmacKey('konto-1', 'rachunek')).toBeNull();
    expect(await vault.hmacKey('konto-1', 'abonent')).toBeNull();
    expect(await vault.panelKey('konto-1')).toBeNull();
    expect(await signedBy(await vault.hmacKey('konto-1', 'faktura'))).toBe(expected(FAKTURA));
  });
});

describe('what can be read again under a passphrase', () => {
  it('is everything, for an export under another one', async () => {
    const { store } = await lockable();
    const readable = await store.vault.readable();
    expect(readable).toHaveLength(5);
    expect(readable).toEqual(
      expect.arrayContaining([
        ...KEYS.map((key) => ({ ...key, value: key.value.toLowerCase() })),
        { owner: PANEL, name: 'sellasist', value: PANEL_KEY },
        { owner: 'inny', name: 'sellasist', value: 'drugi-klucz-panelu' },
      ]),
    );
  });
});

describe('changing the passphrase', () => {
  it('wraps the data key anew and touches no secret', async () => {
    const { name, session, store } = await lockable();
    const before = await vaultRows(name);
    const held = await session.get();
    expect(await store.vault.change(WORDS, 'inne długie hasło')).toBe('done');
    const after = await vaultRows(name);
    const others = (rows: readonly VaultRow[]) => rows.filter(({ id }) => id[0] !== 'passphrase');
    expect(others(after)).toEqual(others(before));
    expect((await passphraseRow(name)).salt).not.toEqual(before.flatMap((row) => ('salt' in row ? [row.salt] : []))[0]);
    expect(await session.get()).toBe(held);
    await store.vault.lock();
    expect(await store.vault.unlock(WORDS)).toBe(false);
    expect(await store.vault.unlock('inne długie hasło')).toBe(true);
    await expectUsable(store);
  });

  it('of two at once one counts, and the other is told', async () => {
    const { store } = await lockable();
    const done = await Promise.all([
      store.vault.change(WORDS, 'pierwsze hasło'),
      store.vault.change(WORDS, 'drugie hasło'),
    ]);
    expect(done.toSorted()).toEqual(['done', 'wrong']);
    const opening = done[0] === 'done' ? 'pierwsze hasło' : 'drugie hasło';
    expect(await store.vault.opens(opening)).toBe(true);
  });
});

describe('taking the passphrase off', () => {
  it('leaves keys that sign and cannot be read again, as before', async () => {
    const { name, session, store } = await lockable();
    await store.vault.lock();
    expect(await store.vault.turnOff(WORDS)).toBe('done');
    expect(await store.vault.state()).toBe('none');
    expect(await session.get()).toBeNull();
    await expectUsable(store);
    const kinds = (await vaultRows(name)).flatMap((row) => ('seal' in row ? [`${row.id[0]} ${row.seal.kind}`] : []));
    expect(kinds.toSorted()).toEqual([
      'hmac imported',
      'hmac imported',
      'hmac imported',
      'panel device',
      'panel device',
    ]);
    expect((await vaultRows(name)).map(({ id }) => id[0])).not.toContain('passphrase');
    const key = await store.vault.hmacKey('konto-1', 'faktura');
    if (key === null || key === LOCKED) throw new Error('no key');
    expect(key.extractable).toBe(false);
    expect(await store.vault.readable()).toHaveLength(2);
    expect(await leaksIn(name, [FAKTURA, ABONENT], [PANEL_KEY, WORDS])).toEqual([]);
  });

  it('is all or nothing on a disk that is full', async () => {
    const { store } = await lockable();
    const put = IDBObjectStore.prototype.put;
    let writes = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...asked) {
      writes += 1;
      if (writes > 2) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, asked);
    });
    expect(await store.vault.turnOff(WORDS)).toBe('full');
    vi.restoreAllMocks();
    expect(await store.vault.state()).toBe('unlocked');
    await expectUsable(store);
  });
});
