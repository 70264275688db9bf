import type { Connection } from './connection';
import { fingerprintOf } from './fingerprint';
import type { HmacKeyName, VaultRow, VaultRowOf } from './vault-row';
import { type Full, write } from './write';

export type { HmacKeyName } from './vault-row';

export type SecretStored =
  | { readonly ok: true; readonly fingerprint: string }
  | { readonly ok: false; readonly why: 'required' | 'key-not-hex' | 'key-odd-length' }
  | Full;

export type Fingerprints = Readonly<Record<'sellasist' | HmacKeyName, string | null>>;

/** Secrets go in; `panelKey` alone gives one back, because Sellasist wants it in a header (design: secrets). */
export interface Vault {
  /** An iFirma key, as hex text; white space around it is ignored. */
  importHmacKey(accountId: string, name: HmacKeyName, hex: string): Promise<SecretStored>;
  /** Signs and nothing else; null: none is stored. */
  hmacKey(accountId: string, name: HmacKeyName): Promise<CryptoKey | null>;
  putPanelKey(panel: string, text: string): Promise<SecretStored>;
  /** Decrypted anew in each call, to be dropped after the request. null: none is stored that this installation can open. */
  panelKey(panel: string): Promise<string | null>;
  /** null: none is stored. */
  fingerprints(accountId: string, panel: string): Promise<Fingerprints>;
  /** The iFirma keys of an account: all of them, or the named one. */
  remove(accountId: string, name?: HmacKeyName): Promise<void>;
  removePanelKey(panel: string): Promise<void>;
}

const HMAC_KEY_NAMES: readonly HmacKeyName[] = ['faktura', 'abonent', 'rachunek'];

export function createVault(connection: Connection, crypto: Crypto): Vault {
  async function read(id: ['own']): Promise<VaultRowOf<'own'> | null>;
  async function read(id: ['hmac', string, HmacKeyName]): Promise<VaultRowOf<'hmac'> | null>;
  async function read(id: ['panel', string]): Promise<VaultRowOf<'panel'> | null>;
  async function read(id: VaultRow['id']): Promise<VaultRow | null> {
    const transaction = await connection.begin(['vault'], 'readonly');
    return (await transaction.objectStore('vault').get(id)) ?? null;
  }

  async function store(row: VaultRowOf<'hmac'> | VaultRowOf<'panel'>): Promise<SecretStored> {
    return write(connection, ['vault'], 'strict', async (transaction) => {
      await transaction.objectStore('vault').put(row);
      return { ok: true, fingerprint: row.fingerprint };
    });
  }

  async function remove(ids: readonly VaultRow['id'][]): Promise<void> {
    await write(connection, ['vault'], 'strict', async (transaction) => {
      await Promise.all(ids.map((id) => transaction.objectStore('vault').delete(id)));
    });
  }

  /** This installation's own keys, made at the first secret. Of two that are made at once the first stored one stays. */
  async function ownKeys(): Promise<VaultRowOf<'own'> | Full> {
    const found = await read(['own']);
    if (found) return found;
    const made: VaultRowOf<'own'> = {
      id: ['own'],
      sealing: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
      fingerprinting: await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    };
    return write(connection, ['vault'], 'strict', async (transaction) => {
      const first = (await transaction.objectStore('vault').get(['own'])) as VaultRowOf<'own'> | undefined;
      if (first) return first;
      await transaction.objectStore('vault').put(made);
      return made;
    });
  }

  return {
    async importHmacKey(accountId, name, hex) {
      const digits = hex.trim();
      if (digits === '') return { ok: false, why: 'required' };
      if (!/^[0-9a-f]+$/i.test(digits)) return { ok: false, why: 'key-not-hex' };
      if (digits.length % 2 !== 0) return { ok: false, why: 'key-odd-length' };
      const own = await ownKeys();
      if ('ok' in own) return own;
      const bytes = Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
        Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
      );
      const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
      const fingerprint = await fingerprintOf(crypto, own.fingerprinting, bytes);
      bytes.fill(0);
      return store({ id: ['hmac', accountId, name], seal: { kind: 'imported', key }, fingerprint });
    },

    async hmacKey(accountId, name) {
      const row = await read(['hmac', accountId, name]);
      if (!row) return null;
      switch (row.seal.kind) {
        case 'imported':
          return row.seal.key;
        default:
          throw unopenable(row.seal.kind);
      }
    },

    async putPanelKey(panel, text) {
      const secret = text.trim();
      if (secret === '') return { ok: false, why: 'required' };
      const own = await ownKeys();
      if ('ok' in own) return own;
      const bytes = new TextEncoder().encode(secret);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const ciphertext = await crypto.subtle.encrypt(gcm(iv, panel), own.sealing, bytes);
      const fingerprint = await fingerprintOf(crypto, own.fingerprinting, bytes);
      bytes.fill(0);
      return store({ id: ['panel', panel], seal: { kind: 'device', iv, ciphertext }, fingerprint });
    },

    async panelKey(panel) {
      const row = await read(['panel', panel]);
      if (!row) return null;
      switch (row.seal.kind) {
        case 'device': {
          const own = await read(['own']);
          if (!own) return null;
          const { iv, ciphertext } = row.seal;
          try {
            return new TextDecoder().decode(await crypto.subtle.decrypt(gcm(iv, panel), own.sealing, ciphertext));
          } catch {
            // Damaged, or another panel's: the person is asked for the key again, and nothing is said of its content.
            return null;
          }
        }
        default:
          throw unopenable(row.seal.kind);
      }
    },

    async fingerprints(accountId, panel) {
      const [sellasist, faktura, abonent, rachunek] = await Promise.all([
        read(['panel', panel]),
        read(['hmac', accountId, 'faktura']),
        read(['hmac', accountId, 'abonent']),
        read(['hmac', accountId, 'rachunek']),
      ]);
      return {
        sellasist: sellasist?.fingerprint ?? null,
        faktura: faktura?.fingerprint ?? null,
        abonent: abonent?.fingerprint ?? null,
        rachunek: rachunek?.fingerprint ?? null,
      };
    },

    remove(accountId, name) {
      const names = name === undefined ? HMAC_KEY_NAMES : [name];
      return remove(names.map((each) => ['hmac', accountId, each]));
    },

    removePanelKey(panel) {
      return remove([['panel', panel]]);
    },
  };
}

function unopenable(kind: never): Error {
  return new Error(`A secret is sealed in a way that this version does not know: ${String(kind)}`);
}

/** The panel's name as additional data: a ciphertext that was moved to another panel does not open there. */
function gcm(iv: Uint8Array<ArrayBuffer>, panel: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(panel) };
}
