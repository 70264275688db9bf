/** One part of a write: judged first, done only when every other part was found good as well. */
export type Change =
  | { readonly ok: true; readonly apply: () => void }
  | { readonly ok: false; readonly message: string };

export const change = (apply: () => void): Change => ({ ok: true, apply });
export const refuse = (message: string): Change => ({ ok: false, message });
