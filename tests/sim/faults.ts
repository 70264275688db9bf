import { entryFor, type HostPattern, hostFits } from './hosts.ts';

/**
 * The switchboard: what goes wrong between a client and a stand-in. Everything is plain JSON, so that the same fault can be
 * armed in this process and over the control port. What goes wrong *inside* a service (a number that lags, a field that
 * swallows a file) is a switch of that service and not here.
 */

/** Before the stand-in has worked (nothing is booked) or after (it is booked, only the answer suffers). */
export type Moment = 'before' | 'after';

export type FaultAction =
  | { readonly kind: 'delay'; readonly ms: number; readonly when?: Moment }
  /** Waits until the fault is removed. */
  | { readonly kind: 'hold'; readonly when?: Moment }
  /** Destroys the connection (on HTTP/2 the whole session). `midway`: after the work, headers and half of the body. */
  | { readonly kind: 'drop'; readonly when?: Moment | 'midway'; readonly reset?: boolean }
  /** Any status; the body is HTML unless told otherwise. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly when?: Moment;
    }
  /** A page of HTML with status 200, as a gateway or a login form would answer. */
  | { readonly kind: 'html'; readonly when?: Moment }
  /** After the work: the first half of the answer, framed correctly. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'empty'; readonly when?: Moment }
  | { readonly kind: 'redirect'; readonly location: string; readonly when?: Moment }
  /** iFirma's envelope with this Kod, HTTP 200. */
  | { readonly kind: 'kod'; readonly kod: number; readonly text?: string; readonly when?: Moment }
  /** iFirma's way to fail a PDF: HTTP 200 and an envelope (ifirma-api 5.2). */
  | { readonly kind: 'json-instead-of-pdf' }
  | { readonly kind: 'too-many'; readonly retryAfter?: string | number; readonly when?: Moment }
  /** 411 for a body that came without Content-Length; everything else passes. */
  | { readonly kind: 'require-length' }
  | { readonly kind: 'content-type'; readonly value: string };

export interface FaultMatch {
  readonly method?: string;
  /** Regular expression on the request target (path and query). */
  readonly path?: string;
  /** Regular expression on the body's text. */
  readonly body?: string;
  /** Only from the n-th matching request on, counted from 1. */
  readonly nth?: number;
  /** At most so many times; absent = until removed. */
  readonly times?: number;
}

export interface FaultSpec {
  /** Absent = every host. */
  readonly host?: HostPattern;
  readonly match?: FaultMatch;
  /** Whether the request came on a connection that had carried one before. */
  readonly connection?: 'any' | 'fresh' | 'reused';
  readonly do: FaultAction;
}

export interface ArmedFault {
  readonly id: number;
  readonly spec: FaultSpec;
  /** How many requests fitted, fired or not. */
  readonly matched: number;
  readonly fired: number;
  readonly removed: boolean;
}

export interface FaultHandle {
  readonly id: number;
  fired(): number;
  remove(): void;
  /** Resolves when the fault has fired so many times; for tests that act in the middle of a request. */
  whenFired(times?: number): Promise<void>;
}

export type Protocol = 'http/1.1' | 'h2';

/** What a fault looks at. */
export interface RequestFacts {
  readonly host: string;
  readonly method: string;
  readonly target: string;
  readonly reused: boolean;
  readonly hasLength: boolean;
  readonly body: Buffer;
}

/** A fault that fires on the request at hand. */
export interface FiringFault {
  readonly id: number;
  readonly action: FaultAction;
  readonly removed: Promise<void>;
}

export interface Switchboard {
  add(spec: FaultSpec): FaultHandle;
  remove(id: number): void;
  /** Removes all faults (of one host pattern, as it was given) and lets held requests go on. */
  clear(host?: HostPattern): void;
  list(): ArmedFault[];
  /** What a host offers in ALPN; both by default. Holds for connections opened from now on. */
  setProtocols(host: HostPattern, protocols: readonly Protocol[]): void;
  protocolsOf(host: string): readonly Protocol[];
  /** The faults that fire on this request, in the order in which they were added; counts them. */
  take(facts: RequestFacts): FiringFault[];
  reset(): void;
}

interface Entry {
  readonly id: number;
  readonly spec: FaultSpec;
  readonly path: RegExp | null;
  readonly body: RegExp | null;
  readonly gone: Promise<void>;
  readonly release: () => void;
  matched: number;
  fired: number;
  removed: boolean;
  watchers: { readonly times: number; readonly resolve: () => void }[];
}

const ACTIONS: Readonly<Record<FaultAction['kind'], true>> = {
  delay: true,
  hold: true,
  drop: true,
  status: true,
  html: true,
  truncated: true,
  empty: true,
  redirect: true,
  kod: true,
  'json-instead-of-pdf': true,
  'too-many': true,
  'require-length': true,
  'content-type': true,
};

const defaultProtocols: readonly Protocol[] = ['h2', 'http/1.1'];
const methodsWithBody = new Set(['POST', 'PUT', 'PATCH']);

const fits = (entry: Entry, facts: RequestFacts): boolean => {
  const { host, match, connection = 'any', do: action } = entry.spec;
  if (host !== undefined && !hostFits(host, facts.host)) return false;
  if (match?.method !== undefined && match.method !== facts.method) return false;
  if (entry.path !== null && !entry.path.test(facts.target)) return false;
  if (entry.body !== null && !entry.body.test(facts.body.toString('utf8'))) return false;
  if (connection !== 'any' && (connection === 'reused') !== facts.reused) return false;
  if (action.kind === 'require-length') return methodsWithBody.has(facts.method) && !facts.hasLength;
  return true;
};

export const createSwitchboard = (): Switchboard => {
  const entries = new Map<number, Entry>();
  const protocols = new Map<HostPattern, readonly Protocol[]>();
  let lastId = 0;

  const remove = (id: number): void => {
    const entry = entries.get(id);
    if (entry === undefined || entry.removed) return;
    entry.removed = true;
    entry.release();
  };
  const clear = (host?: HostPattern): void => {
    for (const entry of entries.values()) if (host === undefined || entry.spec.host === host) remove(entry.id);
  };

  return {
    add(spec) {
      // Over the control port a fault is only text: a misspelt one would never fire and nobody would notice.
      if (!Object.hasOwn(ACTIONS, spec.do.kind)) throw new RangeError(`no such fault: ${spec.do.kind}`);
      const id = ++lastId;
      const { promise: gone, resolve: release } = Promise.withResolvers<void>();
      const entry: Entry = {
        id,
        spec,
        path: spec.match?.path === undefined ? null : new RegExp(spec.match.path),
        body: spec.match?.body === undefined ? null : new RegExp(spec.match.body),
        gone,
        release,
        matched: 0,
        fired: 0,
        removed: false,
        watchers: [],
      };
      entries.set(id, entry);
      return {
        id,
        fired: () => entry.fired,
        remove: () => remove(id),
        whenFired: (times = 1) =>
          entry.fired >= times
            ? Promise.resolve()
            : new Promise((resolve) => {
                entry.watchers.push({ times, resolve });
              }),
      };
    },
    remove,
    clear,
    list: () =>
      [...entries.values()].map(({ id, spec, matched, fired, removed }) => ({ id, spec, matched, fired, removed })),
    setProtocols(host, offered) {
      protocols.set(host, offered);
    },
    protocolsOf: (host) => entryFor(protocols, host) ?? defaultProtocols,
    take(facts) {
      const firing: FiringFault[] = [];
      for (const entry of entries.values()) {
        if (entry.removed || !fits(entry, facts)) continue;
        entry.matched++;
        const { nth = 1, times = Number.POSITIVE_INFINITY } = entry.spec.match ?? {};
        if (entry.matched < nth || entry.fired >= times) continue;
        entry.fired++;
        for (const watcher of entry.watchers) if (entry.fired >= watcher.times) watcher.resolve();
        firing.push({ id: entry.id, action: entry.spec.do, removed: entry.gone });
      }
      return firing;
    },
    reset() {
      clear();
      entries.clear();
      protocols.clear();
    },
  };
};
