import 'fake-indexeddb/auto';
import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { VaultRow } from '../../../utils/store/vault-row.ts';
import {
  exampleAccount,
  exampleEntry,
  exampleTransfer,
  freshName,
  openExample,
  PANEL,
  rawRows,
  requested,
} from './examples.ts';

const FAKTURA = 'EAB0D8ACF3308F3B';
const ABONENT = 'a1b2c3d4e5f60718';
const PANEL_KEY = 'Zażółć-sekret-7f3e91';

async function signed(key: CryptoKey | null, message: string): Promise<string> {
  if (!key) throw new Error('no key');
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
    const { vault } = await openExample();
    await vault.importHmacKey('konto-1', 'faktura', ` ${FAKTURA.toLowerCase()}\n`);
    expect(await signed(await vault.hmacKey('konto-1', 'faktura'), 'abc')).toBe(expected(FAKTURA, 'abc'));
  });

  it('signs with the published example of the documentation (ifirma-api, P02)', async () => {
    const { vault } = await openExample();
    await vault.importHmacKey('konto-1', 'faktura', '111111');
    expect(await signed(await vault.hmacKey('konto-1', 'faktura'), '222222')).toBe(
      'cec153ee6350475f117a307111e2bd7d83034925',
    );
  });

  it('signs after the database was closed and opened again', async () => {
    const name = freshName();
    const store = await openExample(name);
    await store.vault.importHmacKey('konto-1', 'faktura', FAKTURA);
    store.close();
    const { vault } = await openExample(name);
    expect(await signed(await vault.hmacKey('konto-1', 'faktura'), 'abc')).toBe(expected(FAKTURA, 'abc'));
  });

  it('cannot be exported, before and after it was stored, and can do nothing but sign', async () => {
    const { vault } = await openExample();
    const imported = vi.spyOn(crypto.subtle, 'importKey');
    await vault.importHmacKey('konto-1', 'faktura', FAKTURA);
    expect(imported.mock.calls.map((call) => call.slice(2))).toEqual([
      [{ name: 'HMAC', hash: 'SHA-1' }, false, ['sign']],
    ]);
    imported.mockRestore();
    const key = await vault.hmacKey('konto-1', 'faktura');
    if (!key) throw new Error('no key');
    expect([key.extractable, key.usages]).toEqual([false, ['sign']]);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toMatchObject({ name: 'InvalidAccessError' });
    await expect(crypto.subtle.exportKey('jwk', key)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  });

  it.each([
    ['', 'required'],
    ['  ', 'required'],
    ['EAB0D8ACF3308F3', 'key-odd-length'],
    ['EAB0D8ACF3308F3G', 'key-not-hex'],
    ['0xB0D8ACF3308F3B', 'key-not-hex'],
    ['EAB0 D8AC', 'key-not-hex'],
  ])('%o is refused: %s, and the stored one stays', async (text, why) => {
    const { vault } = await openExample();
    await vault.importHmacKey('konto-1', 'faktura', FAKTURA);
    expect(await vault.importHmacKey('konto-1', 'faktura', text)).toEqual({ ok: false, why });
    expect(await signed(await vault.hmacKey('konto-1', 'faktura'), 'abc')).toBe(expected(FAKTURA, 'abc'));
  });

  it('is kept apart by account and name, and is null where none is stored', async () => {
    const { vault } = await openExample();
    await vault.importHmacKey('konto-1', 'faktura', FAKTURA);
    await vault.importHmacKey('konto-1', 'abonent', ABONENT);
    expect(await signed(await vault.hmacKey('konto-1', 'abonent'), 'abc')).toBe(expected(ABONENT, 'abc'));
    expect(await vault.hmacKey('konto-1', 'rachunek')).toBeNull();
    expect(await vault.hmacKey('konto-2', 'faktura')).toBeNull();
  });

  it('goes with its account, or alone when it is named, and nobody else’s does', async () => {
    const { vault } = await openExample();
    await vault.importHmacKey('konto-1', 'faktura', FAKTURA);
    await vault.importHmacKey('konto-1', 'abonent', ABONENT);
    await vault.importHmacKey('konto-2', 'faktura', FAKTURA);
    await vault.remove('konto-1', 'abonent');
    expect(await vault.hmacKey('konto-1', 'abonent')).toBeNull();
    expect(await vault.hmacKey('konto-1', 'faktura')).not.toBeNull();
    await vault.remove('konto-1');
    expect(await vault.hmacKey('konto-1', 'faktura')).toBeNull();
    expect(await vault.hmacKey('konto-2', 'faktura')).not.toBeNull();
  });
});

describe('the Sellasist key', () => {
  it('comes back per panel, also after the database was opened again, until it is removed', async () => {
    const name = freshName();
    const store = await openExample(name);
    expect(await store.vault.panelKey(PANEL)).toBeNull();
    await store.vault.putPanelKey(PANEL, `${PANEL_KEY}\n`);
    await store.vault.putPanelKey('inny', 'drugi');
    store.close();
    const { vault } = await openExample(name);
    expect(await vault.panelKey(PANEL)).toBe(PANEL_KEY);
    expect(await vault.panelKey('inny')).toBe('drugi');
    await vault.removePanelKey(PANEL);
    expect(await vault.panelKey(PANEL)).toBeNull();
    expect(await vault.panelKey('inny')).toBe('drugi');
  });

  it('is refused when it is empty', async () => {
    const { vault } = await openExample();
    expect(await vault.putPanelKey(PANEL, ' ')).toEqual({ ok: false, why: 'required' });
  });

  it('is sealed with a fresh IV each time', async () => {
    const name = freshName();
    const { vault } = await openExample(name);
    await vault.putPanelKey(PANEL, PANEL_KEY);
    const first = (await vaultRows(name)).find((row) => row.id[0] === 'panel');
    await vault.putPanelKey(PANEL, PANEL_KEY);
    const second = (await vaultRows(name)).find((row) => row.id[0] === 'panel');
    if (!first || !second || !('seal' in first) || !('seal' in second)) throw new Error('not stored');
    if (first.seal.kind !== 'device' || second.seal.kind !== 'device') throw new Error('not sealed');
    expect(first.seal.iv).toHaveLength(12);
    expect(first.seal.iv).not.toEqual(second.seal.iv);
    expect(Buffer.from(first.seal.ciphertext)).not.toEqual(Buffer.from(second.seal.ciphertext));
  });

  it('does not open for another panel, nor when a bit of it was changed', async () => {
    const name = freshName();
    const { vault } = await openExample(name);
    await vault.putPanelKey(PANEL, PANEL_KEY);
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
    expect(await vault.panelKey('inny')).toBeNull();
    expect(await vault.panelKey('uszkodzony')).toBeNull();
    expect(await vault.panelKey(PANEL)).toBe(PANEL_KEY);
  });

  it('can be read after two connections stored their first secrets at once', async () => {
    const name = freshName();
    const [one, other] = await Promise.all([openExample(name), openExample(name)]);
    await Promise.all([one.vault.putPanelKey(PANEL, PANEL_KEY), other.vault.putPanelKey('inny', 'drugi')]);
    expect(await other.vault.panelKey(PANEL)).toBe(PANEL_KEY);
    expect(await one.vault.panelKey('inny')).toBe('drugi');
  });

  it('lies under a key that cannot be exported', async () => {
    const name = freshName();
    const { vault } = await openExample(name);
    await vault.putPanelKey(PANEL, PANEL_KEY);
    const own = (await vaultRows(name)).find((row) => row.id[0] === 'own');
    if (!own || !('sealing' in own)) throw new Error('no own keys');
    expect([own.sealing.extractable, own.fingerprinting.extractable]).toEqual([false, false]);
    await expect(crypto.subtle.exportKey('raw', own.sealing)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  });
});

describe('a fingerprint', () => {
  it('is eight hex digits, the same for the same secret and another for another', async () => {
    const { vault } = await openExample();
    const first = await vault.importHmacKey('konto-1', 'faktura', FAKTURA);
    const again = await vault.importHmacKey('konto-2', 'faktura', FAKTURA.toLowerCase());
    const other = await vault.importHmacKey('konto-2', 'abonent', ABONENT);
    if (!first.ok || !again.ok || !other.ok) throw new Error('refused');
    expect(first.fingerprint).toMatch(/^[0-9a-f]{4} [0-9a-f]{4}$/);
    expect(again.fingerprint).toBe(first.fingerprint);
    expect(other.fingerprint).not.toBe(first.fingerprint);
  });

  it('differs between installations, so that it tells nothing to a list made elsewhere', async () => {
    const [here, there] = await Promise.all([openExample(), openExample()]);
    expect(await here.vault.importHmacKey('konto-1', 'faktura', FAKTURA)).not.toEqual(
      await there.vault.importHmacKey('konto-1', 'faktura', FAKTURA),
    );
  });

  it('stands for each stored secret, and null for each that is not', async () => {
    const { vault } = await openExample();
    const faktura = await vault.importHmacKey('konto-1', 'faktura', FAKTURA);
    const sellasist = await vault.putPanelKey(PANEL, PANEL_KEY);
    expect(await vault.fingerprints('konto-1', PANEL)).toEqual({
      sellasist: sellasist.ok && sellasist.fingerprint,
      faktura: faktura.ok && faktura.fingerprint,
      abonent: null,
      rachunek: null,
    });
  });
});

/** Everything in a value that could carry a secret, as texts; a CryptoKey counts by what an export of it gives away. */
async function textsIn(value: unknown): Promise<string[]> {
  if (typeof value === 'string') return [value];
  if (value instanceof CryptoKey) {
    const raw = await crypto.subtle.exportKey('raw', value).catch(() => new ArrayBuffer());
    return textsIn(raw);
  }
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    const bytes =
      value instanceof ArrayBuffer ? Buffer.from(value) : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return [bytes.toString('hex'), bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('base64')];
  }
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every((each) => typeof each === 'number' && each >= 0 && each < 256)) {
      return textsIn(Uint8Array.from(value));
    }
    return (await Promise.all(value.map(textsIn))).flat();
  }
  if (typeof value === 'object' && value !== null) return textsIn(Object.entries(value).flat());
  return [];
}

describe('a dump of the whole database', () => {
  const secrets = [
    FAKTURA,
    ABONENT,
    Buffer.from(FAKTURA, 'hex').toString('base64'),
    Buffer.from(FAKTURA, 'utf8').toString('hex'),
    Buffer.from(FAKTURA, 'utf8').toString('base64').replace(/=+$/, ''),
    PANEL_KEY,
    Buffer.from(PANEL_KEY).toString('hex'),
    Buffer.from(PANEL_KEY).toString('base64').replace(/=+$/, ''),
  ].map((secret) => secret.toLowerCase());

  async function leaks(name: string): Promise<string[]> {
    const texts = (await textsIn(await rawRows(name))).map((text) => text.toLowerCase());
    return secrets.filter((secret) => texts.some((text) => text.includes(secret)));
  }

  it('contains neither the Sellasist key nor an iFirma key, as text or as bytes', async () => {
    const name = freshName();
    const store = await openExample(name);
    await store.vault.putPanelKey(PANEL, PANEL_KEY);
    await store.vault.importHmacKey('konto-1', 'faktura', FAKTURA);
    await store.vault.importHmacKey('konto-1', 'abonent', ABONENT);
    await store.accounts.put(exampleAccount());
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
