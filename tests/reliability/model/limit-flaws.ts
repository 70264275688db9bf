/**
 * What a service allows: no minute holds more requests than a service allows (ifirma-api 7, sellasist-api 1.1). and nothing comes before the end of a
 * `Retry-After`. A clock that was set begins its minutes anew, and a worker that dies with an answer in its hands has not heard it.
 */
import { IFIRMA_HOST } from '../../sim/ifirma/index.ts';
import type { Passed } from '../../unit/sync/network.ts';
import type { Action } from './action.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;
const IFIRMA_MOST = 100;
const SELLASIST_MOST = 60;
const DEADLY: readonly Action['do'][] = ['die', 'kill', 'restart', 'restart browser'];

export function limitFlaws({ world, clockSetAt }: Stage, actions: readonly Action[]): string[] {
  const mayDie = actions.some((action) => DEADLY.includes(action.do));
  const { passed } = world.network;
  const ends = [...clockSetAt, passed.length];
  return ends.flatMap((end, at) => {
    const part = passed.slice(ends[at - 1] ?? 0, end);
    const services = [
      ['iFirma', IFIRMA_MOST, part.filter(isIfirma)],
      ['Sellasist', SELLASIST_MOST, part.filter((each) => !isIfirma(each))],
    ] as const;
    return services.flatMap(([name, most, own]) => [
      ...overIn(name, most, own),
      ...(mayDie ? [] : impatientIn(name, own)),
    ]);
  });
}

function isIfirma({ host }: Passed): boolean {
  return host === IFIRMA_HOST;
}

function overIn(name: string, most: number, passed: readonly Passed[]): string[] {
  const over = passed.find(({ at }, index) => {
    const first = passed[index - most];
    return first !== undefined && at - first.at < MINUTE;
  });
  return over === undefined ? [] : [`limit: more than ${most} requests to ${name} in a minute`];
}

function impatientIn(name: string, passed: readonly Passed[]): string[] {
  let closedUntil = 0;
  for (const { at, status, retryAfterMs } of passed) {
    if (at < closedUntil) return [`limit: ${name} is asked before the end of Retry-After`];
    if (status === 429 && retryAfterMs !== null) closedUntil = at + retryAfterMs;
  }
  return [];
}
