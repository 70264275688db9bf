/** What the two services saw of an order, and the trace of its requests when that is wrong. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedRequest } from '../../sim/requests.ts';
import { RESULTS } from '../record.ts';
import type { Placed, Shops } from './shops.ts';

export interface Outcome {
  readonly invoices: number;
  readonly files: number;
  /** Requests to book it, whatever became of them. */
  readonly posts: number;
}

export function outcomeOf(shops: Shops, placed: Placed): Outcome {
  return {
    invoices: shops.bookedFor(placed).length,
    files: shops.filesOf(placed).length,
    posts: shops.postsFor(placed).length,
  };
}

/** What the extension asked for; the panel's own pages ask for nothing under these paths. */
export const requestsOf = ({ standIns }: Shops): RecordedRequest[] =>
  standIns.requests({ path: /^\/(?:api\/v1|iapi)\// });

export const lastRequest = ({ standIns }: Shops): number => standIns.requests().at(-1)?.id ?? 0;

/** Writes every request since the one of that id into a file; its path. */
export function writeTrace(shops: Shops, trial: string, { shop, orderId }: Placed, since: number): string {
  const requests = requestsOf(shops).filter(({ id }) => id > since);
  const from = requests[0]?.at ?? 0;
  const folder = join(RESULTS, 'traces');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${trial}-${shop.panel}-${orderId}.txt`);
  writeFileSync(path, `${requests.map((request) => lineOf(request, from)).join('\n')}\n`);
  return path;
}

function lineOf(request: RecordedRequest, from: number): string {
  const { host, method, target, protocol, connection, reused, state, status, at, endedAt, faults, body } = request;
  const lasted = endedAt === null ? 'open' : `${endedAt - at} ms`;
  const line = `${protocol}, connection ${connection}${reused ? ' reused' : ''}`;
  const met = faults.length === 0 ? '' : `, faults ${faults.join(' ')}`;
  const mark = /\[mostek [^\]]*\]/.exec(body.toString('utf8'))?.[0] ?? '';
  return `+${at - from} ms ${host} ${method} ${target} ${mark} → ${status ?? ''} ${state} (${lasted}, ${line}${met})`;
}
