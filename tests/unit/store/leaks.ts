import { rawRows } from './examples.ts';

/** Everything in a value that could carry a secret, as texts; a CryptoKey counts by what an export of it gives away. */
async function textsIn(value: unknown): Promise<string[]> {
  if (typeof value === 'string') return [value];
  if (value instanceof CryptoKey) {
    const raw = await crypto.subtle.exportKey('raw', value).catch(() => new ArrayBuffer());
    return textsIn(raw);
  }
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    const bytes =
      value instanceof ArrayBuffer ? Buffer.from(value) : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return [bytes.toString('hex'), bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('base64')];
  }
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every((each) => typeof each === 'number' && each >= 0 && each < 256)) {
      return textsIn(Uint8Array.from(value));
    }
    return (await Promise.all(value.map(textsIn))).flat();
  }
  if (typeof value === 'object' && value !== null) return textsIn(Object.entries(value).flat());
  return [];
}

/**
 * Those secrets that lie somewhere in the database so that they can be read: as they were typed, as bytes, as hex or base64.
 *
 * @param hexKeys iFirma keys, in hex.
 */
export async function leaksIn(name: string, hexKeys: readonly string[], texts: readonly string[]): Promise<string[]> {
  const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
  const spellings = [
    ...hexKeys.flatMap((hex) => [hex, base64(Buffer.from(hex, 'hex'))]),
    ...[...hexKeys, ...texts].flatMap((text) => [text, Buffer.from(text).toString('hex'), base64(Buffer.from(text))]),
  ].map((spelling) => spelling.toLowerCase());
  const stored = (await textsIn(await rawRows(name))).map((text) => text.toLowerCase());
  return spellings.filter((spelling) => stored.some((text) => text.includes(spelling)));
}
