/** What can become of one request, by what iFirma or Sellasist meant by it. */
import type { Trouble } from './network.ts';

export type Named = readonly [name: string, trouble: Trouble];

export const IFIRMA = 'www.ifirma.pl';
export const POST = { host: IFIRMA, method: 'POST', path: '^/iapi/fakturakraj\\.json$' } as const;
export const LIST = { host: IFIRMA, method: 'GET', path: '^/iapi/faktury\\.json' } as const;
export const DETAIL = { host: IFIRMA, method: 'GET', path: '^/iapi/fakturakraj/.*\\.json$' } as const;
export const PDF = { host: IFIRMA, method: 'GET', path: '\\.pdf$' } as const;
export const ORDER = { host: 'demo.sellasist.pl', method: 'GET', path: '^/api/v1/orders/\\d+$' } as const;
export const PUT = { host: 'demo.sellasist.pl', method: 'PUT' } as const;

const WHEN = ['before', 'after'] as const;

/** Nobody can tell from the answer whether the other side has worked. */
export const UNCLEAR: readonly Named[] = [
  ...WHEN.flatMap((when): Named[] => [
    [`HTTP 500 ${when} the work`, { kind: 'status', status: 500, when }],
    [`HTTP 502 ${when} the work`, { kind: 'status', status: 502, when }],
    [`HTTP 504 ${when} the work`, { kind: 'status', status: 504, when }],
    [`a page of HTML ${when} the work`, { kind: 'html', when }],
    [`an empty answer ${when} the work`, { kind: 'empty', when }],
    [`a redirect ${when} the work`, { kind: 'redirect', location: 'https://www.ifirma.pl/login', when }],
    [`a time-out ${when} the work`, { kind: 'timeout', when }],
    [`a dropped connection ${when} the work`, { kind: 'drop', when }],
  ]),
  ['an answer that is cut off', { kind: 'truncated' }],
  ['a connection that breaks in the middle of the answer', { kind: 'drop', when: 'midway' }],
];

/** Refusals of the account: another document would fare no better (ifirma-api 2.10). */
export const PAUSING = [400, 401, 402, 403, 499, 500] as const;

/** Nothing was begun, and it passes. */
export const LATER: readonly Named[] = [
  ['HTTP 429 with Retry-After', { kind: 'too-many', retryAfter: 120 }],
  ['HTTP 429 without Retry-After', { kind: 'too-many' }],
  ['no network', { kind: 'offline' }],
];

export function json(status: number, content: unknown): Trouble {
  return { kind: 'status', status, contentType: 'application/json', body: JSON.stringify(content) };
}
