/** How one secret is sealed and opened, as the vault stands at the moment. Keeps nothing and reads no table. */
import { type DataKey, gcm, importDataKey, openUnder, sealUnder } from './envelope';
import { fingerprintOf } from './fingerprint';
import type { SessionArea } from './session';
import { ownerOf, type SecretOwnerName, type SecretRow, type VaultRowOf } from './vault-row';

type Bytes = Uint8Array<ArrayBuffer>;
type Own = VaultRowOf<'own'>;

export type Opened =
  | { readonly kind: 'open'; readonly bytes: Bytes }
  /** `locked`: the session does not have the data key of this row; whether it could is for the vault to say. */
  | { readonly kind: 'locked' | 'imported' | 'damaged' };

export interface Sealing {
  /** Whether the session has this data key; `held` gives it. */
  holds(dataKeyId: string): Promise<boolean>;
  /** The data key of this session; null: locked, or what the session holds is of another one. */
  held(dataKeyId: string): Promise<DataKey | null>;
  hold(dataKeyId: string, bytes: Bytes): Promise<void>;
  /** @param dataKey null: in the way that needs no passphrase. The secret's bytes are the caller's to zero. */
  seal(id: SecretRow['id'], bytes: Bytes, own: Own, dataKey: DataKey | null): Promise<SecretRow>;
  /** The bytes are the caller's to zero. `dataKey`: instead of the session's. */
  open(row: SecretRow, own: Own | null, dataKey?: DataKey): Promise<Opened>;
  importHmac(bytes: Bytes): Promise<CryptoKey>;
}

export function createSealing(crypto: Crypto, session: SessionArea): Sealing {
  const { subtle } = crypto;
  const importHmac = (bytes: Bytes): Promise<CryptoKey> =>
    subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);

  async function heldText(dataKeyId: string): Promise<string | null> {
    const [id, base64] = (await session.get())?.split(':') ?? [];
    return id === dataKeyId ? (base64 ?? null) : null;
  }

  async function held(dataKeyId: string): Promise<DataKey | null> {
    const base64 = await heldText(dataKeyId);
    if (base64 === null) return null;
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const key = await importDataKey(crypto, bytes);
    bytes.fill(0);
    return { id: dataKeyId, key };
  }

  return {
    holds: async (dataKeyId) => (await heldText(dataKeyId)) !== null,
    held,
    importHmac,

    hold: (dataKeyId, bytes) => session.set(`${dataKeyId}:${btoa(String.fromCharCode(...bytes))}`),

    async seal(id, bytes, own, dataKey) {
      const fingerprint = await fingerprintOf(crypto, own.fingerprinting, bytes);
      switch (id[0]) {
        case 'hmac': {
          if (dataKey === null) return { id, seal: { kind: 'imported', key: await importHmac(bytes) }, fingerprint };
          return { id, seal: await sealUnder(crypto, dataKey, placeOf(id), bytes), fingerprint };
        }
        case 'panel': {
          if (dataKey !== null) return { id, seal: await sealUnder(crypto, dataKey, placeOf(id), bytes), fingerprint };
          const iv = crypto.getRandomValues(new Uint8Array(12));
          const ciphertext = await subtle.encrypt(gcm(iv, id[1]), own.sealing, bytes);
          return { id, seal: { kind: 'device', iv, ciphertext }, fingerprint };
        }
        default:
          return id satisfies never;
      }
    },

    async open({ id, seal }, own, dataKey) {
      switch (seal.kind) {
        case 'imported':
          return { kind: 'imported' };
        case 'device': {
          if (own === null) return { kind: 'damaged' };
          try {
            const bytes = await subtle.decrypt(gcm(seal.iv, id[1]), own.sealing, seal.ciphertext);
            return { kind: 'open', bytes: new Uint8Array(bytes) };
          } catch {
            // Damaged, or another panel's: the person is asked for the key again, and nothing is said of its content.
            return { kind: 'damaged' };
          }
        }
        case 'passphrase': {
          const key = dataKey ?? (await held(seal.dataKeyId));
          if (key === null) return { kind: 'locked' };
          const bytes = await openUnder(crypto, key, placeOf(id), seal);
          return bytes === null ? { kind: 'damaged' } : { kind: 'open', bytes };
        }
        default:
          throw unopenable(seal);
      }
    },
  };
}

/** Owner and name as additional data: a ciphertext that was moved to another row does not open there. */
function placeOf(id: SecretRow['id']): string {
  const { owner, name } = ownerOf(id);
  return `${owner}/${name}`;
}

export function isHex(digits: string): boolean {
  return /^[0-9a-f]+$/i.test(digits);
}

/** Whole bytes in hex. */
export function isKey(digits: string): boolean {
  return isHex(digits) && digits.length % 2 === 0;
}

/** What a secret lies as: an iFirma key as the bytes that it stands for, a Sellasist key as its text. */
export function bytesOf(name: SecretOwnerName, text: string): Bytes {
  if (name === 'sellasist') return new TextEncoder().encode(text);
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16));
}

export function textOf(name: SecretOwnerName, bytes: Bytes): string {
  if (name === 'sellasist') return new TextDecoder().decode(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function unopenable(seal: never): Error {
  return new Error(
    `A secret is sealed in a way that this version does not know: ${String((seal as { kind: unknown }).kind)}`,
  );
}
