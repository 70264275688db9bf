/** What can come of a request to iFirma besides what was asked for. */
export type IfirmaProblem =
  /** iFirma said no, with its own number and text (ifirma-api 2.10). */
  | { readonly kind: 'kod'; readonly kod: number; readonly text: string }
  | { readonly kind: 'rate'; readonly retryAfterMs: number | null }
  | { readonly kind: 'http'; readonly status: number }
  /** An answer that is no JSON, or JSON that was cut off. */
  | { readonly kind: 'not-json' }
  /** JSON without the `Kod` that a creation must have, or without what was asked for. */
  | { readonly kind: 'no-kod' }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'network' }
  | { readonly kind: 'offline' }
  /** The account has no key of this name. */
  | { readonly kind: 'key-missing' }
  /** The key is under a passphrase that was not given: nothing went out. */
  | { readonly kind: 'locked' };

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: IfirmaProblem };
