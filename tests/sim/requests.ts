import type { Protocol } from './faults.ts';
import type { SimRequest } from './http.ts';

/** One request as it came in and what was answered; in the order of arrival. */
export interface RecordedRequest {
  readonly id: number;
  readonly host: string;
  readonly method: string;
  /** Path and query exactly as on the wire. */
  readonly target: string;
  readonly protocol: Protocol;
  /** Number of the connection; equal numbers shared one. */
  readonly connection: number;
  /** Whether that connection had carried a request before. */
  readonly reused: boolean;
  /** The stand-ins' clock, ms. */
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Ids of the faults that fired on it. */
  readonly faults: readonly number[];
  /** Null while it runs and when the connection was dropped. */
  status: number | null;
  /** What became of it. `gone`: the client had left before the answer. */
  state: 'running' | 'answered' | 'dropped' | 'gone';
  /** The stand-ins' clock, ms; null while it runs. */
  endedAt: number | null;
}

export interface RequestFilter {
  readonly host?: string;
  readonly method?: string;
  /** On the target. */
  readonly path?: RegExp;
}

export interface RequestLog {
  add(request: Omit<RecordedRequest, 'id'>): RecordedRequest;
  list(filter?: RequestFilter): RecordedRequest[];
  clear(): void;
}

export const createRequestLog = (): RequestLog => {
  let requests: RecordedRequest[] = [];
  let lastId = 0;
  return {
    add(request) {
      const recorded: RecordedRequest = { id: ++lastId, ...request };
      requests.push(recorded);
      return recorded;
    },
    list: ({ host, method, path } = {}) =>
      requests.filter(
        (request) =>
          (host === undefined || request.host === host) &&
          (method === undefined || request.method === method) &&
          (path === undefined || path.test(request.target)),
      ),
    clear() {
      requests = [];
    },
  };
};

const recordings = new WeakMap<SimRequest, RecordedRequest>();

export const rememberWire = (request: SimRequest, recorded: RecordedRequest): void => {
  recordings.set(request, recorded);
};

/** How a request came over the wire (protocol, connection), for a handler that lists it; undefined when called directly. */
export const wireOf = (request: SimRequest): RecordedRequest | undefined => recordings.get(request);
