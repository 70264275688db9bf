/**
 * What a person sees in place of a stored secret: `a1b2 c3d4`, the first 32 bits of HMAC-SHA-256 under a random key of
 * this installation.
 *
 * An iFirma key has only 64 bits (ifirma-api 1), so the whole hash of one could be searched for it. 32 bits cannot: about
 * 2^32 keys share each fingerprint and nothing but iFirma tells them apart. The random key keeps a list of fingerprints
 * made elsewhere from matching; being a non-extractable CryptoKey, it is in no export and no code can read it.
 */
export async function fingerprintOf(crypto: Crypto, salt: CryptoKey, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', salt, secret));
  const hex = Array.from(digest.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 4)} ${hex.slice(4)}`;
}
