/** The `Authentication` header of every request to iFirma (ifirma-api 1.1, 1.2). */

export type KeyName = 'faktura' | 'abonent' | 'rachunek';

export interface Signed {
  /** The address as it goes on the wire; its query and fragment are sent but never signed. */
  readonly url: string;
  readonly login: string;
  readonly keyName: KeyName;
  /** A non-extractable HMAC-SHA-1 key of the account. */
  readonly key: CryptoKey;
  /** The very text that is sent; empty for GET. */
  readonly body: string;
}

/** `IAPIS user=sklep@example.com, hmac-sha1=0123…`: 40 lower-case hex digits. */
export async function authentication({ url, login, keyName, key, body }: Signed): Promise<string> {
  const message = `${url.replace(/[?#].*$/s, '')}${login}${keyName}${body}`;
  const digest = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(message));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `IAPIS user=${login}, hmac-sha1=${hex}`;
}
