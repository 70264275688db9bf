/**
 * Web Crypto whose answers come in the same turn of the event loop. Node's own goes through other threads: that is slow where
 * everything else happens in one process, and which of two waiting things goes on first would differ from run to run, so that
 * a walk could not be walked again. The bytes are the same; only the keys can be read, which Mostek never tries.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  KeyObject,
  pbkdf2Sync,
} from 'node:crypto';

type Subtle = Crypto['subtle'];
type Bytes = Uint8Array<ArrayBuffer>;

const TAG_BYTES = 16;
const KEY_BYTES = 32;
const HASHES: Readonly<Record<string, string>> = { 'SHA-1': 'sha1', 'SHA-256': 'sha256' };

/** Takes what Mostek asks for and nothing else. @param seed what is drawn is the same for the same seed. */
export function quickCrypto(seed: number): Crypto {
  const drawn = drawing(seed);
  const subtle = {
    digest: async (name: string, data: BufferSource) => createHash(hashOf(name)).update(bytesOf(data)).digest(),

    async sign(_algorithm: string, key: CryptoKey, data: BufferSource) {
      const { hash } = key.algorithm as HmacKeyAlgorithm;
      return createHmac(hashOf(hash.name), keyOf(key)).update(bytesOf(data)).digest();
    },

    async encrypt({ iv, additionalData }: AesGcmParams, key: CryptoKey, data: BufferSource) {
      const cipher = createCipheriv('aes-256-gcm', keyOf(key), bytesOf(iv));
      if (additionalData) cipher.setAAD(bytesOf(additionalData));
      return Buffer.concat([cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag()]);
    },

    async decrypt({ iv, additionalData }: AesGcmParams, key: CryptoKey, data: BufferSource) {
      const all = bytesOf(data);
      const cipher = createDecipheriv('aes-256-gcm', keyOf(key), bytesOf(iv));
      if (additionalData) cipher.setAAD(bytesOf(additionalData));
      cipher.setAuthTag(all.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([cipher.update(all.subarray(0, -TAG_BYTES)), cipher.final()]);
      } catch {
        throw new DOMException('The operation failed.', 'OperationError');
      }
    },

    importKey: async (_format: string, data: BufferSource, ...rest: Kept) => kept(bytesOf(data), ...rest),
    generateKey: async (...rest: Kept) => kept(drawn(new Uint8Array(KEY_BYTES)), ...rest),

    async deriveKey({ salt, iterations, hash }: Pbkdf2Params, base: CryptoKey, ...rest: Kept) {
      const bytes = pbkdf2Sync(keyOf(base).export(), bytesOf(salt), iterations, KEY_BYTES, hashOf(String(hash)));
      return kept(bytes, ...rest);
    },
  };
  return {
    subtle: subtle as unknown as Subtle,
    getRandomValues: <T extends Bytes>(into: T): T => drawn(into),
  } as unknown as Crypto;
}

type Kept = [algorithm: AlgorithmIdentifier | HmacImportParams, extractable: boolean, usages: KeyUsage[]];

/** Readable, or Node warns of each look at one. */
function kept(bytes: Uint8Array, ...[algorithm, _extractable, usages]: Kept): CryptoKey {
  return createSecretKey(bytes).toCryptoKey(algorithm, true, usages) as CryptoKey;
}

const known = new WeakMap<CryptoKey, KeyObject>();

function keyOf(key: CryptoKey): KeyObject {
  const found = known.get(key) ?? KeyObject.from(key as Parameters<typeof KeyObject.from>[0]);
  known.set(key, found);
  return found;
}

function hashOf(name: string): string {
  const found = HASHES[name];
  if (found === undefined) throw new TypeError(`no such hash here: ${name}`);
  return found;
}

function bytesOf(data: BufferSource): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

/** mulberry32 */
function drawing(seed: number): <T extends Uint8Array>(into: T) => T {
  let state = seed >>> 0;
  return (into) => {
    for (const at of into.keys()) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      into[at] = (mixed ^ (mixed >>> 14)) & 0xff;
    }
    return into;
  };
}
