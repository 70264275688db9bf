/**
 * Secrets under a passphrase. They are sealed under a random data key, and only that key is wrapped under the passphrase: a
 * change of the passphrase touches no secret, and what opens the vault is never derived twice from the same salt.
 */
import type { PassphraseSeal, VaultRowOf } from './vault-row';

/** Of PBKDF2-SHA256 (design: secrets). Stored with each wrapped key, so that it can be raised later. */
export const PASSPHRASE_ROUNDS = 900_000;

type Bytes = Uint8Array<ArrayBuffer>;

/** A passphrase counts as it was typed, but for the ways in which a keyboard may spell one character. */
export async function passphraseKey(
  crypto: Crypto,
  passphrase: string,
  salt: Bytes,
  rounds: number,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  try {
    const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
    const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
    const wanted = { name: 'AES-GCM', length: 256 };
    return await crypto.subtle.deriveKey(derivation, base, wanted, false, ['encrypt', 'decrypt']);
  } finally {
    typed.fill(0);
  }
}

export interface DataKey {
  readonly id: string;
  readonly key: CryptoKey;
}

export function importDataKey(crypto: Crypto, bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** @param bytes of the data key. */
export async function wrap(
  crypto: Crypto,
  passphrase: string,
  { id, bytes }: { readonly id: string; readonly bytes: Bytes },
  rounds: number,
): Promise<VaultRowOf<'passphrase'>> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await passphraseKey(crypto, passphrase, salt, rounds);
  const wrapped = await crypto.subtle.encrypt(gcm(iv, wrapping(id)), key, bytes);
  return { id: ['passphrase'], dataKeyId: id, rounds, salt, iv, wrapped };
}

/** The data key's bytes, to be zeroed after use; null: another passphrase. */
export async function unwrap(
  crypto: Crypto,
  passphrase: string,
  { dataKeyId, rounds, salt, iv, wrapped }: VaultRowOf<'passphrase'>,
): Promise<Bytes | null> {
  const key = await passphraseKey(crypto, passphrase, salt, rounds);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, wrapping(dataKeyId)), key, wrapped));
  } catch {
    return null;
  }
}

/** @param place owner and name: a ciphertext that was moved to another row does not open there. */
export async function sealUnder(
  crypto: Crypto,
  { id, key }: DataKey,
  place: string,
  secret: Bytes,
): Promise<PassphraseSeal> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return {
    kind: 'passphrase',
    dataKeyId: id,
    iv,
    ciphertext: await crypto.subtle.encrypt(gcm(iv, place), key, secret),
  };
}

/** null: damaged, or another row's. */
export async function openUnder(
  crypto: Crypto,
  { key }: DataKey,
  place: string,
  seal: PassphraseSeal,
): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(seal.iv, place), key, seal.ciphertext));
  } catch {
    return null;
  }
}

export function gcm(iv: Bytes, additional: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(additional) };
}

function wrapping(id: string): string {
  return `data-key/${id}`;
}
