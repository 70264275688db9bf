/**
 * Both stand-ins behind one `Transport`, without a socket: what the browser's `fetch` would make of an answer, a broken
 * connection or a long silence. What goes wrong on the way is armed with the stand-ins' own switchboard, and three kinds
 * that only a browser knows are added: a time-out, a computer without a network, and a request that arrives late.
 */
import type { HttpOutcome, HttpRequest, Transport } from '../../../utils/http/transport.ts';
import type { SimClock } from '../../sim/clock.ts';
import { exchange, type Outcome } from '../../sim/exchange.ts';
import {
  createSwitchboard,
  type FaultAction,
  type FaultHandle,
  type FaultMatch,
  type Moment,
} from '../../sim/faults.ts';
import type { SimHandler, SimRequest, SimResponse } from '../../sim/http.ts';
import { IFIRMA_HOST } from '../../sim/ifirma/index.ts';

export type Trouble =
  | FaultAction
  /** Nobody answers until the client gives up. */
  | { readonly kind: 'timeout'; readonly when?: Moment }
  /** The browser knows of no network and begins nothing. */
  | { readonly kind: 'offline' }
  /** The connection breaks at once, and the request arrives all the same, so much later. */
  | { readonly kind: 'late'; readonly ms: number };

/** One request that reached the network, faulty or not. */
export interface Passed {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly host: string;
  readonly at: number;
  readonly kind: HttpOutcome['kind'];
  /** null without an answer. */
  readonly status: number | null;
}

export interface Network {
  readonly transport: Transport;
  arm(match: FaultMatch & { readonly host?: string }, trouble: Trouble): FaultHandle;
  /** A bug: the first such request throws before it leaves. */
  breakAt(matches: (request: SimRequest) => boolean): void;
  /** The browser sends the first such request twice, and hears the second answer. */
  repeat(matches: (request: SimRequest) => boolean): void;
  /** What every answer takes beside the usual; milliseconds. */
  slowness: number;
  /** Everything is well again. */
  mend(): void;
  readonly passed: readonly Passed[];
  /** When the first request that is still on its way arrives; null: none is. */
  nextArrival(): number | null;
  /** Lets those arrive whose time has come. */
  arrive(): Promise<void>;
}

/** What a request takes where nothing is wrong, there and back. */
const LATENCY_MS = 40;

const REAL: Readonly<Record<string, FaultAction>> = {
  before: { kind: 'drop', when: 'before' },
  after: { kind: 'drop', when: 'after' },
};

export function createNetwork(ifirma: SimHandler, sellasist: SimHandler, clock: SimClock): Network {
  const faults = createSwitchboard();
  const special = new Map<number, Exclude<Trouble, FaultAction>>();
  const passed: Passed[] = [];
  let bug: ((request: SimRequest) => boolean) | null = null;
  let twice: ((request: SimRequest) => boolean) | null = null;
  let onTheirWay: { readonly at: number; readonly request: SimRequest; readonly work: SimHandler }[] = [];

  async function transport(request: HttpRequest): Promise<HttpOutcome> {
    const sim = simRequestOf(request);
    const host = sim.url.hostname;
    if (bug?.(sim)) {
      bug = null;
      throw new TypeError('a bug');
    }
    const firing = faults.take({
      host,
      method: request.method,
      target: sim.target,
      reused: false,
      hasLength: request.sending === 'repeatable',
      body: sim.body,
    });
    const work = host === IFIRMA_HOST ? ifirma : sellasist;
    const odd = firing.map(({ id }) => special.get(id)).find((trouble) => trouble !== undefined);
    if (odd?.kind === 'late') onTheirWay.push({ at: clock.now() + odd.ms, request: sim, work });
    clock.advance(LATENCY_MS / 2);
    if (twice?.(sim)) {
      twice = null;
      await work(sim);
    }
    const outcome = await exchange(sim, work, firing);
    clock.advance(odd?.kind === 'timeout' ? request.timeoutMs : LATENCY_MS / 2 + network.slowness);
    const seen = odd === undefined ? seenAs(outcome) : { kind: odd.kind === 'late' ? ('network' as const) : odd.kind };
    const status = seen.kind === 'answer' ? seen.status : null;
    passed.push({ method: request.method, target: sim.target, host, at: clock.now(), kind: seen.kind, status });
    return seen;
  }

  const network: Network = {
    transport,
    slowness: 0,
    repeat(matches) {
      twice = matches;
    },
    breakAt(matches) {
      bug = matches;
    },
    arm({ host, ...match }, trouble) {
      const isSpecial = trouble.kind === 'timeout' || trouble.kind === 'offline' || trouble.kind === 'late';
      const when = trouble.kind === 'timeout' ? (trouble.when ?? 'before') : 'before';
      const handle = faults.add({
        ...(host === undefined ? {} : { host }),
        match,
        do: isSpecial ? (REAL[when] ?? { kind: 'drop' }) : trouble,
      });
      if (isSpecial) special.set(handle.id, trouble);
      return handle;
    },
    mend: () => faults.clear(),
    passed,
    nextArrival: () => onTheirWay.reduce<number | null>((first, { at }) => Math.min(first ?? at, at), null),
    async arrive() {
      const arriving = onTheirWay.filter(({ at }) => at <= clock.now());
      onTheirWay = onTheirWay.filter((each) => !arriving.includes(each));
      for (const { request, work } of arriving) await work(request);
    },
  };
  return network;
}

function simRequestOf({ method, url, headers, body }: HttpRequest): SimRequest {
  const parsed = new URL(url);
  return {
    method,
    url: parsed,
    target: `${parsed.pathname}${parsed.search}`,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: Buffer.from(body ?? '', 'utf8'),
  };
}

/** As `fetch-transport` sees it. */
function seenAs(outcome: Outcome): HttpOutcome {
  switch (outcome.kind) {
    case 'drop':
    case 'cut':
      return { kind: 'network' };
    case 'answer': {
      const { status } = outcome.response;
      return status >= 300 && status < 400 ? { kind: 'redirect' } : answered(outcome.response);
    }
    default:
      return outcome satisfies never;
  }
}

function answered({ status, headers = {}, body }: SimResponse): HttpOutcome {
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const after = named['retry-after'] ?? '';
  return {
    kind: 'answer',
    status,
    contentType: named['content-type'] ?? '',
    retryAfterMs: /^\d{1,6}$/.test(after) ? Number(after) * 1000 : null,
    bytes: new Uint8Array(Buffer.from(body)),
  };
}
