import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Refusal, refusal } from './answer.ts';

/** The keys of an account; each is generated on its own in the panel, so each may be missing (ifirma-api 1.3). */
export const KEY_NAMES = ['faktura', 'rachunek', 'abonent', 'wydatek'] as const;
export type KeyName = (typeof KEY_NAMES)[number];
export type Keys = Readonly<Partial<Record<KeyName, string>>>;

export const hmacSha1 = (key: Buffer, message: Buffer): string => createHmac('sha1', key).update(message).digest('hex');

export interface SignedParts {
  /** Absolute, percent-encoding as on the wire, without the query (ifirma-api 1.2). */
  readonly url: string;
  readonly login: string;
  readonly keyName: KeyName;
  /** The bytes of the body as they were sent. */
  readonly body: Buffer;
}

export const digestOf = (hexKey: string, { url, login, keyName, body }: SignedParts): string =>
  hmacSha1(Buffer.from(hexKey, 'hex'), Buffer.concat([Buffer.from(url + login + keyName, 'utf8'), body]));

/** A header as a right client builds it; for tests. */
export const signedHeader = (hexKey: string, parts: SignedParts): string =>
  `IAPIS user=${parts.login}, hmac-sha1=${digestOf(hexKey, parts)}`;

const HEADER = /^IAPIS user=(.*), hmac-sha1=([0-9a-f]{40})$/;

export type Authentication<Account> =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Judges the header `Authentication` to the byte: 400 no or malformed header, 401 unknown login, 402 this key of the user
 * does not exist, 403 another hash (ifirma-api 2.10).
 */
export const authenticate = <Account extends { readonly login: string; readonly keys: Keys }>(
  header: string | undefined,
  accountOf: (login: string) => Account | undefined,
  keyNameFor: (account: Account) => KeyName,
  request: { readonly url: string; readonly body: Buffer },
): Authentication<Account> => {
  const no = (kod: number, text: string): Authentication<Account> => ({ ok: false, refusal: refusal(kod, text) });
  const match = header === undefined ? null : HEADER.exec(header);
  if (match === null) return no(400, 'Niepoprawny nagłówek autoryzacji');
  const [, login = '', digest = ''] = match;
  const account = accountOf(login);
  if (account === undefined) return no(401, 'Niepoprawna nazwa użytkownika');
  const keyName = keyNameFor(account);
  const key = account.keys[keyName];
  if (key === undefined) return no(402, `Brak klucza autoryzacji '${keyName}'`);
  const expected = digestOf(key, { ...request, login, keyName });
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(digest))) return no(403, 'Niepoprawny hash wiadomości');
  return { ok: true, account };
};
