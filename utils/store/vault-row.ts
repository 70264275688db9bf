export type HmacKeyName = 'faktura' | 'abonent' | 'rachunek';

/** `sellasist` is owned by a panel, the others by an account. */
export type SecretOwnerName = 'sellasist' | HmacKeyName;

/** Under the data key, which a passphrase opens, with owner and name as additional data. */
export type PassphraseSeal = {
  readonly kind: 'passphrase';
  /** Of the data key: one that was made later does not open it. */
  readonly dataKeyId: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
};

export type HmacSeal =
  | {
      /** Imported once, non-extractable: it signs, and no code reads it again. */
      readonly kind: 'imported';
      readonly key: CryptoKey;
    }
  | PassphraseSeal;

export type TextSeal =
  | {
      /** AES-GCM under this installation's own key, with a fresh `iv` each time and the panel's name as additional data. */
      readonly kind: 'device';
      readonly iv: Uint8Array<ArrayBuffer>;
      readonly ciphertext: ArrayBuffer;
    }
  | PassphraseSeal;

export type VaultRow =
  | {
      readonly id: ['own'];
      /** AES-GCM, non-extractable. */
      readonly sealing: CryptoKey;
      /** HMAC SHA-256, non-extractable: the salt of the fingerprints. */
      readonly fingerprinting: CryptoKey;
    }
  | {
      /** The data key, wrapped under the passphrase. There exactly while there is one. */
      readonly id: ['passphrase'];
      readonly dataKeyId: string;
      /** Of PBKDF2-SHA256. */
      readonly rounds: number;
      readonly salt: Uint8Array<ArrayBuffer>;
      readonly iv: Uint8Array<ArrayBuffer>;
      readonly wrapped: ArrayBuffer;
    }
  | { readonly id: ['hmac', string, HmacKeyName]; readonly seal: HmacSeal; readonly fingerprint: string }
  | { readonly id: ['panel', string]; readonly seal: TextSeal; readonly fingerprint: string };

export type VaultRowOf<Part extends VaultRow['id'][0]> = Extract<VaultRow, { id: [Part, ...string[]] }>;
export type SecretRow = VaultRowOf<'hmac'> | VaultRowOf<'panel'>;

export type VaultWrite = { readonly put: SecretRow } | { readonly remove: SecretRow['id'] };

export const HMAC_KEY_NAMES: readonly HmacKeyName[] = ['faktura', 'abonent', 'rachunek'];

/** @param owner the panel of a Sellasist key, the account of an iFirma key. */
export function secretId(owner: string, name: SecretOwnerName): SecretRow['id'] {
  return name === 'sellasist' ? ['panel', owner] : ['hmac', owner, name];
}

export function isSecret(row: VaultRow): row is SecretRow {
  return row.id[0] === 'hmac' || row.id[0] === 'panel';
}

export function ownerOf(id: SecretRow['id']): { readonly owner: string; readonly name: SecretOwnerName } {
  return id[0] === 'panel' ? { owner: id[1], name: 'sellasist' } : { owner: id[1], name: id[2] };
}

export interface SecretChange {
  /** The panel of a Sellasist key, the account of an iFirma key. */
  readonly owner: string;
  readonly name: SecretOwnerName;
  /** White space around it is ignored; empty: it is removed. */
  readonly value: string;
}
