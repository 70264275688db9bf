/** What may come of a request to the Sellasist API that is expected to happen (sellasist-api 2.4). */
export type SellasistProblem =
  /** None is stored. */
  | { readonly kind: 'missing-key' }
  /** The key is under a passphrase that was not given: nothing went out. */
  | { readonly kind: 'locked' }
  /** The sub-domain or the key is wrong. */
  | { readonly kind: 'unauthorized' }
  /** The key is good and has no right to this module. */
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  /** null: the panel does not say how long. */
  | { readonly kind: 'rate'; readonly retryAfterMs: number | null }
  | { readonly kind: 'http'; readonly status: number; readonly text: string }
  /** 200 with `status: error`. */
  | { readonly kind: 'business'; readonly text: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'network' }
  | { readonly kind: 'offline' };

export type Failure = { readonly ok: false; readonly problem: SellasistProblem };

export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export function failed(problem: SellasistProblem): Failure {
  return { ok: false, problem };
}
