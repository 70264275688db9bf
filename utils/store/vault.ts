import type { Connection } from './connection';
import { fingerprintOf } from './fingerprint';
import { bytesOf, createSealing, isHex, isKey, type Opened, textOf } from './sealing';
import type { SessionArea } from './session';
import { createPassphrase, type Passphrases } from './vault-passphrase';
import {
  type HmacKeyName,
  isSecret,
  ownerOf,
  type SecretChange,
  type SecretOwnerName,
  type SecretRow,
  secretId,
  type VaultRowOf,
  type VaultWrite,
} from './vault-row';
import { createVaultTable } from './vault-table';
import type { Full } from './write';

export type { HmacKeyName, SecretChange, SecretOwnerName, VaultWrite } from './vault-row';

export type Fingerprints = Readonly<Record<SecretOwnerName, string | null>>;

export type Sealed =
  | { readonly ok: true; readonly writes: readonly VaultWrite[] }
  /** What is stored is under a passphrase that was not given in this session. */
  | { readonly ok: false; readonly why: 'locked' }
  | {
      readonly ok: false;
      readonly why: 'key-not-hex' | 'key-odd-length';
      readonly owner: string;
      readonly name: SecretOwnerName;
    }
  | Full;

/** In the place of a key that waits for the passphrase. No text: somebody may type a key that reads like any word. */
export const LOCKED = Symbol('locked');

/** A secret that can be read. */
export interface Readable {
  readonly owner: string;
  readonly name: SecretOwnerName;
  readonly value: string;
}

/**
 * Secrets go in. An iFirma key comes out as a key that signs, a Sellasist key as the text that goes into a header
 * (design: secrets); with a passphrase neither does before it was given.
 */
export interface Vault extends Passphrases {
  state(): Promise<'none' | 'locked' | 'unlocked'>;
  /** Signs and nothing else; null: none is stored that can be opened. */
  hmacKey(accountId: string, name: HmacKeyName): Promise<CryptoKey | typeof LOCKED | null>;
  /** Decrypted anew in each call, to be dropped after the request. null: none is stored that can be opened. */
  panelKey(panel: string): Promise<string | typeof LOCKED | null>;
  /** null: none is stored. */
  fingerprints(accountId: string, panel: string): Promise<Fingerprints>;
  /** One reading for any number of accounts. */
  allFingerprints(): Promise<(accountId: string, panel: string) => Fingerprints>;
  /** Encrypts or imports without storing: the writes go into the transaction of whoever saves. */
  seal(changes: readonly SecretChange[]): Promise<Sealed>;
  /**
   * The iFirma keys of one account as another one has them; those of the first are left to whoever stores them. What is sealed
   * belongs to its owner, so it is sealed anew, and that needs an unlocked vault.
   */
  moved(from: string, to: string, names: readonly HmacKeyName[]): Promise<Sealed>;
  /** Is this the key that is stored? By its fingerprint. */
  matches(owner: string, name: SecretOwnerName, value: string): Promise<boolean>;
  /** Everything that can be read again: the panels' keys, and under a passphrase iFirma's, too. */
  readable(): Promise<readonly Readable[] | 'locked'>;
}

export interface VaultTools {
  readonly connection: Connection;
  readonly crypto: Crypto;
  readonly session: SessionArea;
  /** Of PBKDF2, for passphrases that are set from now on. */
  readonly rounds: number;
}

type Own = VaultRowOf<'own'>;

export function createVault({ connection, crypto, session, rounds }: VaultTools): Vault {
  const table = createVaultTable(connection, crypto);
  const sealing = createSealing(crypto, session);

  async function state(): ReturnType<Vault['state']> {
    const row = await table.read(['passphrase']);
    if (row === null) return 'none';
    return (await sealing.holds(row.dataKeyId)) ? 'unlocked' : 'locked';
  }

  /**
   * `locked` only while the vault is: a row whose data key is another one than the vault's opens by no passphrase, so it is
   * damaged, and whoever waited for it would wait for ever.
   */
  async function opened(row: SecretRow, own: Own | null): Promise<Opened> {
    for (let tries = 1; ; tries += 1) {
      const secret = await sealing.open(row, own);
      if (secret.kind !== 'locked' || (await state()) === 'locked') return secret;
      // It may have been unlocked between the two looks.
      if (tries === 2) return { kind: 'damaged' };
    }
  }

  return {
    ...createPassphrase({ connection, table, sealing, crypto, session, rounds }),

    state,

    async hmacKey(accountId, name) {
      const row = await table.read(['hmac', accountId, name]);
      if (row === null) return null;
      if (row.seal.kind === 'imported') return row.seal.key;
      const secret = await opened(row, null);
      if (secret.kind === 'locked') return LOCKED;
      if (secret.kind !== 'open') return null;
      const key = await sealing.importHmac(secret.bytes);
      secret.bytes.fill(0);
      return key;
    },

    async panelKey(panel) {
      const row = await table.read(secretId(panel, 'sellasist'));
      if (row === null) return null;
      const secret = await opened(row, await table.read(['own']));
      if (secret.kind === 'locked') return LOCKED;
      if (secret.kind !== 'open') return null;
      const text = textOf('sellasist', secret.bytes);
      secret.bytes.fill(0);
      return text;
    },

    async fingerprints(accountId, panel) {
      const of = async (owner: string, name: SecretOwnerName): Promise<string | null> =>
        (await table.read(secretId(owner, name)))?.fingerprint ?? null;
      const [sellasist, faktura, abonent, rachunek] = await Promise.all([
        of(panel, 'sellasist'),
        of(accountId, 'faktura'),
        of(accountId, 'abonent'),
        of(accountId, 'rachunek'),
      ]);
      return { sellasist, faktura, abonent, rachunek };
    },

    async allFingerprints() {
      const stored = new Map(
        (await table.all()).filter(isSecret).map(({ id, fingerprint }) => [id.join('/'), fingerprint]),
      );
      const of = (owner: string, name: SecretOwnerName): string | null =>
        stored.get(secretId(owner, name).join('/')) ?? null;
      return (accountId, panel) => ({
        sellasist: of(panel, 'sellasist'),
        faktura: of(accountId, 'faktura'),
        abonent: of(accountId, 'abonent'),
        rachunek: of(accountId, 'rachunek'),
      });
    },

    async seal(changes) {
      const cleaned = changes.map((change) => ({ ...change, value: change.value.trim() }));
      for (const { owner, name, value } of cleaned) {
        if (name === 'sellasist' || value === '') continue;
        if (!isHex(value)) return { ok: false, why: 'key-not-hex', owner, name };
        if (!isKey(value)) return { ok: false, why: 'key-odd-length', owner, name };
      }
      if (cleaned.every(({ value }) => value === '')) {
        return { ok: true, writes: cleaned.map(({ owner, name }) => ({ remove: secretId(owner, name) })) };
      }
      const passphrase = await table.read(['passphrase']);
      const dataKey = passphrase === null ? null : await sealing.held(passphrase.dataKeyId);
      if (passphrase !== null && dataKey === null) return { ok: false, why: 'locked' };
      const own = await table.ownKeys();
      if ('ok' in own) return own;
      const writes: VaultWrite[] = [];
      for (const { owner, name, value } of cleaned) {
        const id = secretId(owner, name);
        if (value === '') {
          writes.push({ remove: id });
          continue;
        }
        const bytes = bytesOf(name, value);
        writes.push({ put: await sealing.seal(id, bytes, own, dataKey) });
        bytes.fill(0);
      }
      return { ok: true, writes };
    },

    async moved(from, to, names) {
      const rows = await Promise.all(names.map((name) => table.read(['hmac', from, name])));
      const writes: VaultWrite[] = [];
      for (const row of rows) {
        if (row === null) continue;
        const id: typeof row.id = ['hmac', to, row.id[2]];
        if (row.seal.kind === 'imported') {
          writes.push({ put: { ...row, id } });
          continue;
        }
        const secret = await opened(row, null);
        if (secret.kind === 'locked') return { ok: false, why: 'locked' };
        // What does not open is lost already, and the form asks for it.
        if (secret.kind !== 'open') continue;
        const [own, dataKey] = await Promise.all([table.ownKeys(), sealing.held(row.seal.dataKeyId)]);
        if (dataKey === null) return { ok: false, why: 'locked' };
        if ('ok' in own) return own;
        writes.push({ put: await sealing.seal(id, secret.bytes, own, dataKey) });
        secret.bytes.fill(0);
      }
      return { ok: true, writes };
    },

    async matches(owner, name, value) {
      const text = value.trim();
      const [row, own] = await Promise.all([table.read(secretId(owner, name)), table.read(['own'])]);
      if (row === null || own === null || (name !== 'sellasist' && !isKey(text))) return false;
      const bytes = bytesOf(name, text);
      const fingerprint = await fingerprintOf(crypto, own.fingerprinting, bytes);
      bytes.fill(0);
      return fingerprint === row.fingerprint;
    },

    async readable() {
      const rows = await table.all();
      const own = rows.find((row): row is Own => row.id[0] === 'own') ?? null;
      const found: Readable[] = [];
      for (const row of rows.filter(isSecret)) {
        const secret = await opened(row, own);
        if (secret.kind === 'locked') return 'locked';
        if (secret.kind !== 'open') continue;
        const place = ownerOf(row.id);
        found.push({ ...place, value: textOf(place.name, secret.bytes) });
        secret.bytes.fill(0);
      }
      return found;
    },
  };
}
