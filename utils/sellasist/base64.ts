const ALPHABET = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const PADDING = 0x3d;

/** Standard base64 with padding. Bytes go straight into one buffer, so that a PDF of megabytes needs no call stack. */
export function base64Of(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  const letter = (bits: number): number => ALPHABET[bits & 63] ?? PADDING;
  let at = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const left = bytes.length - from;
    const bits = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    out[at] = letter(bits >> 18);
    out[at + 1] = letter(bits >> 12);
    if (left > 1) out[at + 2] = letter(bits >> 6);
    if (left > 2) out[at + 3] = letter(bits);
    at += 4;
  }
  return new TextDecoder('latin1').decode(out);
}
