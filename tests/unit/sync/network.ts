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
  type FiringFault,
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
  /** Empty without one. */
  readonly body: string;
  readonly at: number;
  readonly kind: HttpOutcome['kind'];
  /** null without an answer. */
  readonly status: number | null;
  /** As the service asked for; null: it did not. */
  readonly retryAfterMs: number | null;
}

export interface Network {
  readonly transport: Transport;
  arm(match: FaultMatch & { readonly host?: string }, trouble: Trouble): FaultHandle;
  /** Stops every such request, before it leaves or after its answer, until it is let go: so that something else can happen meanwhile. */
  pause(match: FaultMatch & { readonly host?: string }, moment: Moment): FaultHandle;
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
  /** The computer's clock was set forward by so much, or back: what is on its way goes by no clock. */
  clockSet(ms: number): void;
}

/** What a request takes where nothing is wrong, there and back. */
const LATENCY_MS = 40;

const REAL: Readonly<Record<string, FaultAction>> = {
  before: { kind: 'drop', when: 'before' },
  after: { kind: 'drop', when: 'after' },
};

export function createNetwork(ifirma: SimHandler, sellasist: SimHandler, clock: SimClock): Network {
  const faults = createSwitchboard();
  const pauses = new Map<number, Moment>();
  const special = new Map<number, Exclude<Trouble, FaultAction>>();
  const passed: Passed[] = [];
  let bug: ((request: SimRequest) => boolean) | null = null;
  /** By how much the computer's clock was set forward: the services' own were not. */
  let jumped = 0;
  let twice: ((request: SimRequest) => boolean) | null = null;
  let onTheirWay: { readonly at: number; readonly run: () => unknown }[] = [];

  async function transport(request: HttpRequest): Promise<HttpOutcome> {
    const sim = simRequestOf(request);
    const host = sim.url.hostname;
    if (bug?.(sim)) {
      bug = null;
      throw new TypeError('a bug');
    }
    const taken = faults.take({
      host,
      method: request.method,
      target: sim.target,
      reused: false,
      hasLength: request.sending === 'repeatable',
      body: sim.body,
    });
    const firing = taken.filter(({ id }) => !pauses.has(id));
    const letGo = (moment: Moment) =>
      Promise.all(taken.filter(({ id }) => pauses.get(id) === moment).map(({ removed }) => removed));
    await letGo('before');
    const work = host === IFIRMA_HOST ? ifirma : sellasist;
    const odd = firing.map(({ id }) => special.get(id)).find((trouble) => trouble !== undefined);
    if (odd?.kind === 'late') onTheirWay.push({ at: clock.now() + odd.ms, run: () => work(sim) });
    clock.advance(LATENCY_MS / 2);
    if (twice?.(sim)) {
      twice = null;
      await work(sim);
    }
    const slow = firing.filter(isSlow);
    const quick = firing.filter((fault) => !isSlow(fault));
    const waited = waitedFor(slow);
    const givesUp = odd?.kind === 'timeout' || waited >= request.timeoutMs;
    const outcome = waited < request.timeoutMs ? await exchange(sim, work, quick) : await left(sim, work, slow, quick);
    clock.advance(givesUp ? request.timeoutMs : waited + LATENCY_MS / 2 + network.slowness);
    const seen =
      odd === undefined
        ? seenAs(outcome, clock.now() - jumped)
        : { kind: odd.kind === 'late' ? ('network' as const) : odd.kind };
    const { status, retryAfterMs } = seen.kind === 'answer' ? seen : { status: null, retryAfterMs: null };
    const { method } = request;
    const body = request.body ?? '';
    passed.push({ method, target: sim.target, host, body, at: clock.now(), kind: seen.kind, status, retryAfterMs });
    await letGo('after');
    return seen;
  }

  /** The client has gone by the time the server gets to it, and the server works all the same, as `sim/server` does. */
  async function left(
    sim: SimRequest,
    work: SimHandler,
    slow: readonly FiringFault[],
    quick: readonly FiringFault[],
  ): Promise<null> {
    const run = (): Promise<Outcome> => exchange(sim, work, quick);
    const before = slow.filter(({ action }) => !('when' in action && action.when === 'after'));
    if (before.length === 0) await run();
    else {
      const held = before.filter(({ action }) => action.kind === 'hold');
      const ms = waitedFor(before.filter((fault) => !held.includes(fault)));
      const arrives = (): void => {
        onTheirWay.push({ at: clock.now() + ms, run });
      };
      if (held.length === 0) arrives();
      else void Promise.all(held.map(({ removed }) => removed)).then(arrives);
    }
    return null;
  }

  const network: Network = {
    transport,
    slowness: 0,
    repeat(matches) {
      twice = matches;
    },
    pause({ host, ...match }, moment) {
      const handle = faults.add({ ...(host === undefined ? {} : { host }), match, do: { kind: 'delay', ms: 0 } });
      pauses.set(handle.id, moment);
      return handle;
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
    clockSet(ms) {
      jumped += ms;
      onTheirWay = onTheirWay.map((each) => ({ ...each, at: each.at + ms }));
    },
    async arrive() {
      const arriving = onTheirWay.filter(({ at }) => at <= clock.now());
      onTheirWay = onTheirWay.filter((each) => !arriving.includes(each));
      for (const { run } of arriving) await run();
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

/** What takes time does so by this world's clock, or every trial would wait for it. */
function isSlow({ action }: FiringFault): boolean {
  return action.kind === 'delay' || action.kind === 'hold';
}

function waitedFor(slow: readonly FiringFault[]): number {
  return slow.reduce((ms, { action }) => ms + (action.kind === 'delay' ? action.ms : Number.POSITIVE_INFINITY), 0);
}

/** As `fetch-transport` sees it; null: nobody answered before it gave up. */
function seenAs(outcome: Outcome | null, serverTime: number): HttpOutcome {
  if (outcome === null) return { kind: 'timeout' };
  switch (outcome.kind) {
    case 'drop':
    case 'cut':
      return { kind: 'network' };
    case 'answer': {
      const { status } = outcome.response;
      return status >= 300 && status < 400 ? { kind: 'redirect' } : answered(outcome.response, serverTime);
    }
    default:
      return outcome satisfies never;
  }
}

/** @param serverTime as a `Date` says it: whole seconds. */
function answered({ status, headers = {}, body }: SimResponse, serverTime: number): HttpOutcome {
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const after = named['retry-after'] ?? '';
  return {
    kind: 'answer',
    status,
    contentType: named['content-type'] ?? '',
    retryAfterMs: /^\d{1,6}$/.test(after) ? Number(after) * 1000 : null,
    bytes: new Uint8Array(Buffer.from(body)),
    serverTime: Math.floor(serverTime / 1000) * 1000,
  };
}
