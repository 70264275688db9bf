/** Every fault that the switchboard knows (`sim/faults.ts`), and what it means to the client that it strikes. */
import type { FaultAction, Moment } from '../../../sim/faults.ts';
import type { Trouble } from '../network.ts';
import { json } from '../troubles.ts';

/** What a client can make of it; the promises go by these. */
export type Meaning =
  /** The answer is there, and right. */
  | 'nothing'
  /** The browser knows of no network and begins nothing. */
  | 'offline'
  /** Nobody answers until the client gives up. */
  | 'silence'
  /** As `silence`, and the other side works once the fault is over. */
  | 'held'
  | 'broken'
  /** HTTP 429. */
  | 'limit'
  /** HTTP 5xx. */
  | 'down'
  /** HTTP 408. */
  | 'slow'
  /** HTTP 411. */
  | 'length'
  /** HTTP 400, 401, 403 and 404 with a page of HTML. */
  | 'page-400'
  | 'page-401'
  | 'page-403'
  | 'page-404'
  /** The same from Sellasist itself, in its JSON; and an error in a 200 (sellasist-api 2.4). */
  | 'said-400'
  | 'said-401'
  | 'said-403'
  | 'said-404'
  | 'said-200'
  /** HTTP 200 with a page of HTML, or with half of the answer. */
  | 'unreadable'
  | 'empty'
  | 'redirect'
  /** JSON that answers another question. */
  | 'other-json'
  /** iFirma's own words (ifirma-api 2.10). */
  | 'kod-0'
  | 'kod-100'
  /** 101, 102, 200, 202. */
  | 'kod-refused'
  | 'kod-201'
  /** 208 is none of a document's, and there may be others that no table knows. */
  | 'kod-unknown'
  /** 400 to 403, 499, 500. */
  | 'kod-account';

export interface Fault {
  readonly name: string;
  readonly trouble: Trouble;
  readonly means: Meaning;
  /** The other side has done its work all the same, or does it by itself. */
  readonly worked: boolean;
}

export type Service = 'iFirma' | 'Sellasist';

const WHEN: readonly Moment[] = ['before', 'after'];
/** Longer than any request of Mostek's waits. */
const TOO_LONG_MS = 100_000;
const STATUSES: Readonly<Record<number, Meaning>> = {
  400: 'page-400',
  401: 'page-401',
  403: 'page-403',
  404: 'page-404',
  408: 'slow',
  411: 'length',
  429: 'limit',
  500: 'down',
  502: 'down',
  503: 'down',
  504: 'down',
};
/** ifirma-api 2.10, and one that it does not have. */
const KODS: Readonly<Record<number, Meaning>> = {
  0: 'kod-0',
  100: 'kod-100',
  101: 'kod-refused',
  102: 'kod-refused',
  200: 'kod-refused',
  201: 'kod-201',
  202: 'kod-refused',
  208: 'kod-unknown',
  400: 'kod-account',
  401: 'kod-account',
  402: 'kod-account',
  403: 'kod-account',
  499: 'kod-account',
  500: 'kod-account',
  777: 'kod-unknown',
};

type Made = readonly [name: string, action: FaultAction, means: Meaning];

/** Before and after the work. */
function both(make: (when: Moment) => Made): readonly Fault[] {
  return WHEN.map((when) => {
    const [name, trouble, means] = make(when);
    return { name: `${name} ${when} the work`, trouble, means, worked: when === 'after' };
  });
}

/** After the work, whatever is asked for. */
function after(name: string, trouble: FaultAction, means: Meaning): Fault {
  return { name, trouble, means, worked: true };
}

const CONNECTION: readonly Fault[] = [
  { name: 'no network', trouble: { kind: 'offline' }, means: 'offline', worked: false },
  // A server that is slow works all the same, whoever has gone.
  ...both((when) => ['a delay', { kind: 'delay', ms: TOO_LONG_MS, when }, 'silence']).map((fault) => ({
    ...fault,
    worked: true,
  })),
  ...both((when) => ['no answer', { kind: 'hold', when }, when === 'before' ? 'held' : 'silence']),
  ...[false, true].flatMap((reset) => {
    const how = reset ? 'a reset' : 'a dropped connection';
    return [
      ...both((when) => [how, { kind: 'drop', when, reset }, 'broken']),
      after(`${how} midway`, { kind: 'drop', when: 'midway', reset }, 'broken'),
    ];
  }),
];

const ANSWERS: readonly Fault[] = [
  ...Object.entries(STATUSES).flatMap(([status, means]) =>
    both((when) => [`HTTP ${status}`, { kind: 'status', status: Number(status), when }, means]),
  ),
  ...both((when) => ['HTTP 429 with Retry-After', { kind: 'too-many', retryAfter: 120, when }, 'limit']),
  ...both((when) => ['HTTP 429 without Retry-After', { kind: 'too-many', when }, 'limit']),
  ...both((when) => ['a page of HTML', { kind: 'html', when }, 'unreadable']),
  after('half of the answer', { kind: 'truncated' }, 'unreadable'),
  ...both((when) => ['an empty answer', { kind: 'empty', when }, 'empty']),
  ...both((when) => ['a redirect', { kind: 'redirect', location: 'https://example.com/login', when }, 'redirect']),
  after('another content type', { kind: 'content-type', value: 'text/plain' }, 'nothing'),
];

/** Only a request with a body can lack its length, and both services are sent such bodies as streams. */
const OF_A_BODY: readonly Fault[] = [
  { name: 'the length demanded', trouble: { kind: 'require-length' }, means: 'length', worked: false },
];

const OF_IFIRMA: readonly Fault[] = [
  ...Object.entries(KODS).flatMap(([kod, means]) =>
    both((when) => [`Kod ${kod}`, { kind: 'kod', kod: Number(kod), when }, means]),
  ),
  after('JSON instead of a PDF', { kind: 'json-instead-of-pdf' }, 'kod-201'),
];

function said(status: number, content: unknown, means: Meaning): readonly Fault[] {
  return WHEN.map((when) => ({
    name: `HTTP ${status}, said in JSON, ${when} the work`,
    trouble: { ...json(status, content), when } as FaultAction,
    means,
    worked: when === 'after',
  }));
}

/** What iFirma says with a Kod is, of Sellasist, only some JSON. */
const OF_SELLASIST: readonly Fault[] = [
  ...both((when) => ['JSON of something else', { kind: 'kod', kod: 0, when }, 'other-json']),
  after('an envelope', { kind: 'json-instead-of-pdf' }, 'other-json'),
  ...said(400, { message: 'Coś jest nie tak' }, 'said-400'),
  ...said(401, { message: 'Unknown user' }, 'said-401'),
  ...said(403, { message: 'Access denied' }, 'said-403'),
  ...said(404, { message: 'Order not found' }, 'said-404'),
  ...said(200, { status: 'error', message: 'Coś jest nie tak' }, 'said-200'),
];

const ALL: Readonly<Record<Service, readonly Fault[]>> = {
  iFirma: [...CONNECTION, ...ANSWERS, ...OF_IFIRMA],
  Sellasist: [...CONNECTION, ...ANSWERS, ...OF_SELLASIST],
};

/** One fault of each meaning, another one with every turn. */
export function oneOfEach(faults: readonly Fault[], turn: number): readonly Fault[] {
  const alike = Map.groupBy(faults, ({ means, worked }) => `${means} ${worked}`);
  return [...alike.values()].flatMap((each) => each[turn % each.length] ?? []);
}

/** @param changes Whether it does work there. Where it only reads, before and after the work are the same, and it is tried once. */
export function faultsOf(service: Service, changes: boolean): readonly Fault[] {
  const all = ALL[service];
  if (changes) return [...all, ...OF_A_BODY];
  return all.filter(({ name }) => !name.endsWith('after the work'));
}
