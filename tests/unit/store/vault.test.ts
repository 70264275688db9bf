import 'fake-indexeddb/auto';
import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { LOCKED } from '../../../utils/store/vault.ts';
import type { VaultRow } from '../../../utils/store/vault-row.ts';
import {
  exampleAccount,
  exampleEntry,
  exampleTransfer,
  freshName,
  keep,
  openExample,
  PANEL,
  rawRows,
  requested,
} from './examples.ts';
import { leaksIn } from './leaks.ts';

const FAKTURA = 'EAB0D8ACF3308F3B';
const ABONENT = 'a1b2c3d4e5f60718';
const PANEL_KEY = 'Zażółć-sekret-7f3e91';

async function signed(key: CryptoKey | typeof LOCKED | null, message: string): Promise<string> {
  if (key === null || key === LOCKED) throw new Error('no key');
  return Buffer.from(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(message))).toString('hex');
}

function expected(hex: string, message: string): string {
  return createHmac('sha1', Buffer.from(hex, 'hex')).update(message).digest('hex');
}

async function vaultRows(name: string): Promise<VaultRow[]> {
  return ((await rawRows(name)).find(({ table }) => table === 'vault')?.rows ?? []) as VaultRow[];
}

describe('an iFirma key', () => {
  it('signs as iFirma expects, from its hex in either case and with white space around it', async () => {
    const store = await openExample();
    await keep(store, 'konto-1', 'faktura', ` ${FAKTURA.toLowerCase()}\n`);
    expect(await signed(await store.vault.hmacKey('konto-1', 'faktura'), 'abc')).toBe(expected(FAKTURA, 'abc'));
  });

  it('signs with the published example of the documentation (ifirma-api, P02)', async () => {
    const store = await openExample();
    await keep(store, 'konto-1', 'faktura', '111111');
    expect(await signed(await store.vault.hmacKey('konto-1', 'faktura'), '222222')).toBe(
      'cec153ee6350475f117a307111e2bd7d83034925',
    );
  });

  it('signs after the database was closed and opened again', async () => {
    const name = freshName();
    const store = await openExample(name);
    await keep(store, 'konto-1', 'faktura', FAKTURA);
    store.close();
    const { vault } = await openExample(name);
    expect(await signed(await vault.hmacKey('konto-1', 'faktura'), 'abc')).toBe(expected(FAKTURA, 'abc'));
  });

  it('cannot be exported, before and after it was stored, and can do nothing but sign', async () => {
    const store = await openExample();
    const imported = vi.spyOn(crypto.subtle, 'importKey');
    await keep(store, 'konto-1', 'faktura', FAKTURA);
    expect(imported.mock.calls.map((call) => call.slice(2))).toEqual([
      [{ name: 'HMAC', hash: 'SHA-1' }, false, ['sign']],
    ]);
    imported.mockRestore();
    const key = await store.vault.hmacKey('konto-1', 'faktura');
    if (key === null || key === LOCKED) throw new Error('no key');
    expect([key.extractable, key.usages]).toEqual([false, ['sign']]);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toMatchObject({ name: 'InvalidAccessError' });
    await expect(crypto.subtle.exportKey('jwk', key)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  });

  it.each([
    ['EAB0D8ACF3308F3', 'key-odd-length'],
    ['EAB0D8ACF3308F3G', 'key-not-hex'],
    ['0xB0D8ACF3308F3B', 'key-not-hex'],
    ['EAB0 D8AC', 'key-not-hex'],
  ])('%o is refused: %s, and nothing beside it is sealed', async (value, why) => {
    const { vault } = await openExample();
    const refused = await vault.seal([
      { owner: PANEL, name: 'sellasist', value: PANEL_KEY },
      { owner: 'konto-1', name: 'abonent', value },
    ]);
    expect(refused).toEqual({ ok: false, why, owner: 'konto-1', name: 'abonent' });
  });

  it.each(['', '  '])('is removed by %o', async (value) => {
    const store = await openExample();
    await keep(store, 'konto-1', 'faktura', FAKTURA);
    await keep(store, 'konto-1', 'faktura', value);
    expect(await store.vault.hmacKey('konto-1', 'faktura')).toBeNull();
  });

  it('is recognised by what is typed again, in either case, and no other key is', async () => {
    const store = await openExample();
    await keep(store, 'konto-1', 'faktura', FAKTURA);
    const { vault } = store;
    expect(await vault.matches('konto-1', 'faktura', ` ${FAKTURA.toLowerCase()}`)).toBe(true);
    for (const other of [ABONENT, '', FAKTURA.slice(2), `${FAKTURA}0`, `${FAKTURA}00`, 'nic']) {
      expect(await vault.matches('konto-1', 'faktura', other), other).toBe(false);
    }
    expect(await vault.matches('konto-1', 'abonent', FAKTURA)).toBe(false);
  });

  it('is kept apart by account and name, and is null where none is stored', async () => {
    const store = await openExample();
    await keep(store, 'konto-1', 'faktura', FAKTURA);
    await keep(store, 'konto-1', 'abonent', ABONENT);
    expect(await signed(await store.vault.hmacKey('konto-1', 'abonent'), 'abc')).toBe(expected(ABONENT, 'abc'));
    expect(await store.vault.hmacKey('konto-1', 'rachunek')).toBeNull();
    expect(await store.vault.hmacKey('konto-2', 'faktura')).toBeNull();
  });
});

describe('the Sellasist key', () => {
  it('comes back per panel, also after the database was opened again, until it is removed', async () => {
    const name = freshName();
    const store = await openExample(name);
    expect(await store.vault.panelKey(PANEL)).toBeNull();
    await keep(store, PANEL, 'sellasist', `${PANEL_KEY}\n`);
    await keep(store, 'inny', 'sellasist', 'drugi');
    store.close();
    const again = await openExample(name);
    expect(await again.vault.panelKey(PANEL)).toBe(PANEL_KEY);
    expect(await again.vault.panelKey('inny')).toBe('drugi');
    await keep(again, PANEL, 'sellasist', '');
    expect(await again.vault.panelKey(PANEL)).toBeNull();
    expect(await again.vault.panelKey('inny')).toBe('drugi');
  });

  it('is sealed with a fresh IV each time', async () => {
    const name = freshName();
    const store = await openExample(name);
    await keep(store, PANEL, 'sellasist', PANEL_KEY);
    const first = (await vaultRows(name)).find((row) => row.id[0] === 'panel');
    await keep(store, PANEL, 'sellasist', PANEL_KEY);
    const second = (await vaultRows(name)).find((row) => row.id[0] === 'panel');
    if (!first || !second || !('seal' in first) || !('seal' in second)) throw new Error('not stored');
    if (first.seal.kind !== 'device' || second.seal.kind !== 'device') throw new Error('not sealed');
    expect(first.seal.iv).toHaveLength(12);
    expect(first.seal.iv).not.toEqual(second.seal.iv);
    expect(Buffer.from(first.seal.ciphertext)).not.toEqual(Buffer.from(second.seal.ciphertext));
  });

  it('does not open for another panel, nor when a bit of it was changed', async () => {
    const name = freshName();
    const store = await openExample(name);
    await keep(store, PANEL, 'sellasist', PANEL_KEY);
    const row = (await vaultRows(name)).find((each) => each.id[0] === 'panel');
    if (!row || !('seal' in row) || row.seal.kind !== 'device') throw new Error('not sealed');
    const damaged = new Uint8Array(row.seal.ciphertext.slice(0));
    damaged[0] = (damaged[0] ?? 0) ^ 1;

    const db = await requested(indexedDB.open(name));
    const table = db.transaction('vault', 'readwrite').objectStore('vault');
    await requested(table.put({ ...row, id: ['panel', 'inny'] }));
    await requested(
      table.put({ ...row, id: ['panel', 'uszkodzony'], seal: { ...row.seal, ciphertext: damaged.buffer } }),
    );
    db.close();
    expect(await store.vault.panelKey('inny')).toBeNull();
    expect(await store.vault.panelKey('uszkodzony')).toBeNull();
    expect(await store.vault.panelKey(PANEL)).toBe(PANEL_KEY);
  });

  it('can be read after two connections stored their first secrets at once', async () => {
    const name = freshName();
    const [one, other] = await Promise.all([openExample(name), openExample(name)]);
    await Promise.all([keep(one, PANEL, 'sellasist', PANEL_KEY), keep(other, 'inny', 'sellasist', 'drugi')]);
    expect(await other.vault.panelKey(PANEL)).toBe(PANEL_KEY);
    expect(await one.vault.panelKey('inny')).toBe('drugi');
  });

  it('lies under a key that cannot be exported', async () => {
    const name = freshName();
    const store = await openExample(name);
    await keep(store, PANEL, 'sellasist', PANEL_KEY);
    const own = (await vaultRows(name)).find((row) => row.id[0] === 'own');
    if (!own || !('sealing' in own)) throw new Error('no own keys');
    expect([own.sealing.extractable, own.fingerprinting.extractable]).toEqual([false, false]);
    await expect(crypto.subtle.exportKey('raw', own.sealing)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  });
});

describe('a fingerprint', () => {
  it('is eight hex digits, the same for the same secret and another for another', async () => {
    const store = await openExample();
    const first = await keep(store, 'konto-1', 'faktura', FAKTURA);
    expect(first).toMatch(/^[0-9a-f]{4} [0-9a-f]{4}$/);
    expect(await keep(store, 'konto-2', 'faktura', FAKTURA.toLowerCase())).toBe(first);
    expect(await keep(store, 'konto-2', 'abonent', ABONENT)).not.toBe(first);
  });

  it('differs between installations, so that it tells nothing to a list made elsewhere', async () => {
    const [here, there] = await Promise.all([openExample(), openExample()]);
    expect(await keep(here, 'konto-1', 'faktura', FAKTURA)).not.toBe(await keep(there, 'konto-1', 'faktura', FAKTURA));
  });

  it('stands for each stored secret, and null for each that is not, read one by one or all at once', async () => {
    const store = await openExample();
    const faktura = await keep(store, 'konto-1', 'faktura', FAKTURA);
    const sellasist = await keep(store, PANEL, 'sellasist', PANEL_KEY);
    const all = { sellasist, faktura, abonent: null, rachunek: null };
    expect(await store.vault.fingerprints('konto-1', PANEL)).toEqual(all);
    const of = await store.vault.allFingerprints();
    expect(of('konto-1', PANEL)).toEqual(all);
    expect(of('konto-2', PANEL)).toEqual({ ...all, faktura: null });
    expect(of('konto-1', 'inny')).toEqual({ ...all, sellasist: null });
  });
});

describe('what can be read again without a passphrase', () => {
  it('is the panels’ keys alone', async () => {
    const store = await openExample();
    await keep(store, 'konto-1', 'faktura', FAKTURA);
    await keep(store, PANEL, 'sellasist', PANEL_KEY);
    expect(await store.vault.state()).toBe('none');
    expect(await store.vault.readable()).toEqual([{ owner: PANEL, name: 'sellasist', value: PANEL_KEY }]);
  });
});

describe('a dump of the whole database', () => {
  const leaks = (name: string): Promise<string[]> => leaksIn(name, [FAKTURA, ABONENT], [PANEL_KEY]);

  it('contains neither the Sellasist key nor an iFirma key, as text or as bytes', async () => {
    const name = freshName();
    const store = await openExample(name);
    await keep(store, PANEL, 'sellasist', PANEL_KEY);
    await keep(store, 'konto-1', 'faktura', FAKTURA);
    await keep(store, 'konto-1', 'abonent', ABONENT);
    await store.accounts.save({ account: exampleAccount(), revision: 0 }, []);
    await store.transfers.create(exampleTransfer(), { log: exampleEntry() });
    expect((await vaultRows(name)).map((row) => row.id[0])).toEqual(['hmac', 'hmac', 'own', 'panel']);
    expect(await leaks(name)).toEqual([]);
  });

  it.each([
    ['as text', PANEL_KEY],
    ['as hex', FAKTURA.toLowerCase()],
    ['as bytes', new Uint8Array(Buffer.from(FAKTURA, 'hex'))],
    ['in a list of numbers', [...Buffer.from(ABONENT, 'hex')]],
  ])('would show a secret %s if there were one', async (_how, value) => {
    const name = freshName();
    const store = await openExample(name);
    await store.facts.set({ name: 'leak', version: 1 }, value);
    expect(await leaks(name)).not.toEqual([]);
  });

  it('would show a key that could be exported', async () => {
    const name = freshName();
    const store = await openExample(name);
    const bytes = new Uint8Array(Buffer.from(FAKTURA, 'hex'));
    const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, true, ['sign']);
    await store.facts.set({ name: 'leak', version: 1 }, key);
    expect(await leaks(name)).not.toEqual([]);
  });
});
