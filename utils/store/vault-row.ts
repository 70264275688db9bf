export type HmacKeyName = 'faktura' | 'abonent' | 'rachunek';

/**
 * How a secret is kept. With a passphrase a further kind joins each of the two, and the compiler shows every place that
 * has to open it (design: secrets).
 */
export type HmacSeal = {
  /** Imported once, non-extractable: it signs, and no code reads it again. */
  readonly kind: 'imported';
  readonly key: CryptoKey;
};

export type TextSeal = {
  /** AES-GCM under this installation's own key, with a fresh `iv` each time and the panel's name as additional data. */
  readonly kind: 'device';
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
};

export type VaultRow =
  | {
      readonly id: ['own'];
      /** AES-GCM, non-extractable. */
      readonly sealing: CryptoKey;
      /** HMAC SHA-256, non-extractable: the salt of the fingerprints. */
      readonly fingerprinting: CryptoKey;
    }
  | { readonly id: ['hmac', string, HmacKeyName]; readonly seal: HmacSeal; readonly fingerprint: string }
  | { readonly id: ['panel', string]; readonly seal: TextSeal; readonly fingerprint: string };

export type VaultRowOf<Part extends VaultRow['id'][0]> = Extract<VaultRow, { id: [Part, ...string[]] }>;
