/** The requests of a way, found by walking it once where nothing goes wrong: so none is ever missing here. */
import type { Transfer } from '../../../../utils/invoice/transfer.ts';
import { NEVER } from '../../../../utils/sync/clock.ts';
import type { FaultMatch } from '../../../sim/faults.ts';
import type { Passed } from '../network.ts';
import { IFIRMA } from '../troubles.ts';
import type { Service } from './faults.ts';
import { press, sleepOver } from './person.ts';
import type { Walk, Way } from './ways.ts';

/** Where on the way a request comes, and what for. */
export type Place =
  /** Asked before anything was taken on: what is this document? */
  | `card.${'order' | 'documents' | 'document' | 'log'}`
  | `check.${'order' | 'documents' | 'document' | 'stranger' | 'log'}`
  /** The order's state field, before the POST. */
  | `claim.${'put' | 'order' | 'document'}`
  | `look-up.${'list' | 'detail'}`
  | 'post'
  /** After a POST whose end nobody saw. */
  | `search.${'list' | 'detail'}`
  | `number.${'list' | 'detail'}`
  | 'pdf'
  | `attach.${'before' | 'put' | 'read-back'}`
  /** The document has come to rest, and more follows. */
  | `after.${'list' | 'detail' | 'order' | 'put'}`;

export interface WayRequest {
  readonly name: string;
  readonly place: Place;
  /** How many came at the same place before it. */
  readonly again: number;
  readonly service: Service;
  /** Whether it changes anything there. */
  readonly changes: boolean;
  /** This one, and with it what comes after it in the same words. */
  readonly match: FaultMatch & { readonly host: string; readonly nth: number };
}

/** How many requests had passed by then. */
interface Milestones {
  /** The document was taken on. */
  accepted: number;
  /** iFirma's identifier was known. */
  known: number;
  /** It had come to rest. */
  rested: number;
}

export async function requestsOf(way: Way): Promise<readonly WayRequest[]> {
  const walk = await way.begin();
  const { world } = walk;
  const { passed } = world.network;
  const first = passed.length;
  const milestones = watch(walk);
  await press(walk, 'send');
  await sleepOver(world);
  const { state } = await world.transfer(walk.key);
  if (state !== way.goal) throw new Error(`${way.name} leads to ${state}`);
  const since: Milestones = {
    accepted: milestones.accepted - first,
    known: milestones.known - first,
    rested: milestones.rested - first,
  };
  const places: Place[] = [];
  return passed.slice(first).map((request, at, all) => {
    const place = placeOf(walk, all, at, since);
    const again = places.filter((each) => each === place).length;
    places.push(place);
    return { ...described(request, all.slice(0, at)), place, again };
  });
}

function watch({ world, key }: Walk): Milestones {
  const never = Number.POSITIVE_INFINITY;
  const milestones: Milestones = { accepted: never, known: never, rested: never };
  world.life().watched = async (name) => {
    if (!name.startsWith('after transfers.c')) return;
    const transfer = await world.store.transfers.get('demo', key);
    if (transfer === null) return;
    const now = world.network.passed.length;
    milestones.accepted = Math.min(milestones.accepted, now);
    if (transfer.identifier !== null) milestones.known = Math.min(milestones.known, now);
    if (hasRested(transfer)) milestones.rested = Math.min(milestones.rested, now);
  };
  return milestones;
}

function hasRested({ state, notBefore }: Transfer): boolean {
  return ['done', 'failed', 'incomplete'].includes(state) || (state === 'issued' && notBefore >= NEVER);
}

function described({ method, target, host }: Passed, before: readonly Passed[]): Omit<WayRequest, 'place' | 'again'> {
  const pathname = target.replace(/\?.*$/, '');
  const path = `^${pathname.replace(/\./g, '\\.').replace(/(?<=\/)[\d_]+(?=\/|\\\.|$)/g, '[\\d_]+')}(\\?|$)`;
  const fits = new RegExp(path);
  const nth =
    before.filter((each) => each.method === method && each.host === host && fits.test(each.target)).length + 1;
  return {
    name: `${method} ${pathname} (${nth})`,
    service: host === IFIRMA ? 'iFirma' : 'Sellasist',
    changes: method !== 'GET',
    match: { host, method, path, nth },
  };
}

function placeOf(
  walk: Walk,
  all: readonly Passed[],
  at: number,
  { accepted, known, rested }: Readonly<Milestones>,
): Place {
  const request = all[at];
  if (request === undefined) throw new Error('no such request');
  const before = all.slice(0, at);
  const what = whatIs(request);
  const posted = before.some(isPost);
  if (at >= rested) {
    if (what === 'list' || what === 'detail' || what === 'order' || what === 'put') return `after.${what}`;
    throw new Error(`nobody expects a ${what} there`);
  }
  switch (what) {
    case 'post':
    case 'pdf':
      return what;
    case 'list':
    case 'detail':
      if (!posted) return `look-up.${what}`;
      return `${at < known ? 'search' : 'number'}.${what}`;
    case 'put':
      return posted ? 'attach.put' : 'claim.put';
    case 'order':
      if (posted)
        return before.findLast((each) => each.method !== 'GET')?.method === 'PUT'
          ? 'attach.read-back'
          : 'attach.before';
      if (at < accepted) return 'card.order';
      return before.some(({ method }) => method === 'PUT') ? 'claim.order' : 'check.order';
    case 'document':
      if (at < accepted) return 'card.document';
      if (before.some(({ method }) => method === 'PUT')) return 'claim.document';
      return request.target.endsWith(`/${walk.key.slice(1)}`) ? 'check.document' : 'check.stranger';
    case 'documents':
    case 'log':
      return `${at < accepted ? 'card' : 'check'}.${what}`;
    default:
      return what satisfies never;
  }
}

type What = 'order' | 'documents' | 'document' | 'log' | 'put' | 'post' | 'list' | 'detail' | 'pdf';

const WHAT: readonly (readonly [method: string, target: RegExp, what: What])[] = [
  ['GET', /^\/api\/v1\/orders\/\d+$/, 'order'],
  ['PUT', /^\/api\/v1\/orders\/\d+$/, 'put'],
  ['GET', /^\/api\/v1\/operationdocuments\?/, 'documents'],
  ['GET', /^\/api\/v1\/operationdocuments\/\d+$/, 'document'],
  ['GET', /^\/api\/v1\/orders_logs\?/, 'log'],
  ['POST', /^\/iapi\/fakturakraj\.json$/, 'post'],
  ['GET', /^\/iapi\/faktury\.json\?/, 'list'],
  ['GET', /^\/iapi\/fakturakraj\/\w+\.json$/, 'detail'],
  ['GET', /^\/iapi\/fakturakraj\/\w+\.pdf$/, 'pdf'],
];

function whatIs({ method, target }: Passed): What {
  const found = WHAT.find(([wanted, path]) => wanted === method && path.test(target));
  if (found === undefined) throw new Error(`nobody knows what this is for: ${method} ${target}`);
  return found[2];
}

function isPost({ method }: Passed): boolean {
  return method === 'POST';
}
