/** Bytes → text and JSON, without exceptions: what a service sends is never trusted to be what it says. */

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly text: string };

export function parseJson(bytes: Uint8Array): Parsed {
  const text = new TextDecoder().decode(bytes);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, text };
  }
}
