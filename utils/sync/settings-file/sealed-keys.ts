/** The keys of a file, under the passphrase of that file (design: secrets). */
import { type FileContent, type FileKeys, type FileSecrets, parseFileKeys } from '../../messages/settings-file-schema';
import { base64Of } from '../../sellasist/base64';
import { gcm, PASSPHRASE_ROUNDS, passphraseKey } from '../../store/envelope';
import { dangerIn } from './walk';

export type KeysOpened =
  | { readonly ok: true; readonly keys: FileKeys }
  | { readonly ok: false; readonly problem: 'passphrase-wrong' | 'unsafe' | 'invalid'; readonly path: string };

export async function sealKeys(
  crypto: Crypto,
  passphrase: string,
  keys: FileKeys,
  version: number,
): Promise<FileSecrets> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await passphraseKey(crypto, passphrase, salt, PASSPHRASE_ROUNDS);
  const plain = new TextEncoder().encode(JSON.stringify(keys));
  const ciphertext = await crypto.subtle.encrypt(gcm(iv, labelOf(version)), key, plain);
  plain.fill(0);
  return {
    kdf: { name: 'PBKDF2-SHA256', rounds: PASSPHRASE_ROUNDS, salt: base64Of(salt) },
    iv: base64Of(iv),
    ciphertext: base64Of(new Uint8Array(ciphertext)),
  };
}

/**
 * @param version as which the file was written.
 * A passphrase that opens the keys says nothing of who wrote them: what lies under it is looked through like the rest.
 */
export async function openKeys(
  crypto: Crypto,
  passphrase: string,
  content: FileContent & { readonly secrets: FileSecrets },
  version: number,
): Promise<KeysOpened> {
  const { kdf, iv, ciphertext } = content.secrets;
  const key = await passphraseKey(crypto, passphrase, bytesOf(kdf.salt), kdf.rounds);
  let plain: Uint8Array;
  try {
    const opened = await crypto.subtle.decrypt(gcm(bytesOf(iv), labelOf(version)), key, bytesOf(ciphertext));
    plain = new Uint8Array(opened);
  } catch {
    // Another passphrase or a damaged text: GCM tells no difference.
    return { ok: false, problem: 'passphrase-wrong', path: '' };
  }
  const parsed = parsedFrom(plain);
  plain.fill(0);
  const danger = dangerIn(parsed);
  if (danger) return { ok: false, problem: danger.problem, path: `secrets.${danger.path}` };
  const read = parseFileKeys(parsed);
  if (!read.ok) return { ok: false, problem: 'invalid', path: `secrets.${read.path}` };
  const misplaced = misplacedIn(read.value, content.accounts);
  return misplaced === null
    ? { ok: true, keys: read.value }
    : { ok: false, problem: 'invalid', path: `secrets.${misplaced}` };
}

/** Keys are exactly those that the accounts of the file name: no other account's, and none that the preview did not show. */
function misplacedIn(keys: FileKeys, accounts: FileContent['accounts']): string | null {
  if (keys.accounts.length !== accounts.length) return 'accounts';
  for (const [at, account] of accounts.entries()) {
    const own = keys.accounts[at];
    if (own?.panel !== account.panel || own.login !== account.login) return `accounts.${at}`;
    const names = new Set([
      ...Object.keys(own.keys),
      ...(Object.hasOwn(keys.panels, account.panel) ? ['sellasist'] : []),
    ]);
    if (names.size !== account.keys.length || !account.keys.every((name) => names.has(name))) return `accounts.${at}`;
  }
  const named = new Set(accounts.map(({ panel }) => panel));
  return Object.keys(keys.panels).every((panel) => named.has(panel)) ? null : 'panels';
}

/** undefined: no JSON in UTF-8, which no schema takes. */
function parsedFrom(plain: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return undefined;
  }
}

/** A ciphertext of another use or another version does not open here. */
function labelOf(version: number): string {
  return `mostek/settings-file/keys/${version}`;
}

/** Of base64 that the schema has judged. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
