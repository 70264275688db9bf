/** What a stand-in is: a function from a request to an answer. The server around it speaks TLS, HTTP/1.1 and HTTP/2. */

export interface SimRequest {
  readonly method: string;
  /** Absolute, with the service's real host name. */
  readonly url: URL;
  /** The request target exactly as it stood on the wire (path and query, percent-encoding untouched). */
  readonly target: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface SimResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export type SimHandler = (request: SimRequest) => SimResponse | Promise<SimResponse>;
