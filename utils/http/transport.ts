/** One request and what came of it, as both clients see the network. Expected failures are outcomes, not exceptions. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact text; null for none. */
  readonly body: string | null;
  readonly timeoutMs: number;
  /**
   * What the browser may do when a reused connection breaks before the answer: it repeats a request by itself, a POST too
   * (measured on Chromium 156). `once` goes out in a way that it cannot repeat.
   */
  readonly sending: 'repeatable' | 'once';
}

export type HttpOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly contentType: string;
      /** From `Retry-After`; null when the server does not say. */
      readonly retryAfterMs: number | null;
      /** From `Date`: when the server answered, by its own clock (epoch milliseconds, of whole seconds); absent when it does not say. */
      readonly serverTime?: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  /** The server wanted to send us elsewhere; nobody followed. */
  | { readonly kind: 'redirect' }
  | { readonly kind: 'timeout' }
  /** The connection failed or broke; whether the server worked is not known. */
  | { readonly kind: 'network' }
  /** The browser knows of no network; nothing was begun. */
  | { readonly kind: 'offline' };

export type Transport = (request: HttpRequest) => Promise<HttpOutcome>;
