import type { Connection } from './connection';
import type { HmacKeyName, SecretRow, VaultRow, VaultRowOf } from './vault-row';
import { type Full, write } from './write';

type Own = VaultRowOf<'own'>;

/** The rows of the vault, as they lie there. */
export interface VaultTable {
  read(id: ['own']): Promise<Own | null>;
  read(id: ['passphrase']): Promise<VaultRowOf<'passphrase'> | null>;
  read(id: ['hmac', string, HmacKeyName]): Promise<VaultRowOf<'hmac'> | null>;
  read(id: SecretRow['id']): Promise<SecretRow | null>;
  all(): Promise<readonly VaultRow[]>;
  /** This installation's own keys, made at the first secret. Of two that are made at once the first stored one stays. */
  ownKeys(): Promise<Own | Full>;
}

export function createVaultTable(connection: Connection, crypto: Crypto): VaultTable {
  async function read(id: ['own']): Promise<Own | null>;
  async function read(id: ['passphrase']): Promise<VaultRowOf<'passphrase'> | null>;
  async function read(id: ['hmac', string, HmacKeyName]): Promise<VaultRowOf<'hmac'> | null>;
  async function read(id: SecretRow['id']): Promise<SecretRow | null>;
  async function read(id: VaultRow['id']): Promise<VaultRow | null> {
    const transaction = await connection.begin(['vault'], 'readonly');
    return (await transaction.objectStore('vault').get(id)) ?? null;
  }

  return {
    read,

    async all() {
      return (await connection.begin(['vault'], 'readonly')).objectStore('vault').getAll();
    },

    async ownKeys() {
      const found = await read(['own']);
      if (found) return found;
      const made: Own = {
        id: ['own'],
        sealing: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
        fingerprinting: await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
      };
      return write(connection, ['vault'], 'strict', async (transaction) => {
        const first = (await transaction.objectStore('vault').get(['own'])) as Own | undefined;
        if (first) return first;
        await transaction.objectStore('vault').put(made);
        return made;
      });
    },
  };
}
