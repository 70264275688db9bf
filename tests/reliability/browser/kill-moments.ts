/** When the worker dies on a document's way: inside each request, between any two, and at any time after it began to work. */
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultMatch } from '../../sim/faults.ts';
import type { Dice } from './dice.ts';
import { requestsOf } from './outcome.ts';
import { IFIRMA, type Placed, type Shops } from './shops.ts';

export interface KillMoment {
  readonly name: string;
  /** Where on the way; those of one document are to come in this order, or the later one would never be reached. */
  readonly place: number;
  /** Makes everything ready before the worker can get there. */
  arm(shops: Shops, placed: Placed): Armed;
}

export interface Armed {
  /** Called when the work begins, by the click or by a new worker; resolves when the worker is to die, or once `stop` was called. */
  due(): Promise<unknown>;
  /** After the kill: what was held goes on as it is to. */
  release(): Promise<void>;
  stop(): void;
}

type What = Pick<FaultMatch, 'method' | 'path' | 'nth'> & { readonly name: string; readonly of: 'panel' | 'ifirma' };

const POST: What = { name: 'the POST', of: 'ifirma', method: 'POST', path: '^/iapi/fakturakraj\\.json' };
const LOOK_UP: What = { name: 'the look-up', of: 'ifirma', method: 'GET', path: '^/iapi/faktury\\.json' };
const NUMBER: What = { ...LOOK_UP, name: 'reading the number', nth: 2 };
const ORDER: What = { name: 'reading the order', of: 'panel', method: 'GET', path: '^/api/v1/orders/\\d+$' };
const PUT: What = { ...ORDER, name: 'writing the file', method: 'PUT' };

/** Every request of the way, from the click on. */
const REQUESTS: readonly What[] = [
  ORDER,
  { name: 'reading the document', of: 'panel', method: 'GET', path: '^/api/v1/operationdocuments/\\d+$' },
  LOOK_UP,
  POST,
  NUMBER,
  { name: 'the PDF', of: 'ifirma', method: 'GET', path: '\\.pdf$' },
  { ...ORDER, name: 'reading the field', nth: 2 },
  PUT,
  { ...ORDER, name: 'reading the file back', nth: 3 },
];

/** What becomes of the request that the worker died over. */
type Fate =
  | 'done before the kill'
  /** Nobody waits for the answer any more. */
  | 'done after the kill'
  /** Once the next worker has looked already. */
  | 'done late'
  | 'never done';

/** Longer than a page needs to wake the worker, shorter than the worker waits before its second look. */
const LATE_MS = 3_000;

function inside(what: What, fate: Fate): KillMoment {
  return {
    name: `${what.name}, ${fate}`,
    place: REQUESTS.indexOf(what),
    arm({ standIns: { faults } }, { shop }) {
      const { name: _name, of, ...match } = what;
      const spec = { host: of === 'ifirma' ? IFIRMA : shop.host, match: { ...match, times: 1 } };
      const when = fate === 'done before the kill' ? 'after' : 'before';
      const held = faults.add({ ...spec, do: { kind: 'hold', when } });
      const lost = fate === 'never done' ? [faults.add({ ...spec, do: { kind: 'drop', when: 'before' } })] : [];
      const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
      return {
        due: () => Promise.race([held.whenFired(), stopped]),
        async release() {
          if (fate === 'done late') await wait(LATE_MS);
          for (const fault of [held, ...lost]) fault.remove();
        },
        stop,
      };
    },
  };
}

/** So many milliseconds after the answer to the n-th request from here on. */
function afterAnswer(nth: number, ms: number): KillMoment {
  return {
    name: `after answer ${nth}`,
    place: nth - 1,
    arm(shops) {
      const from = requestsOf(shops).length;
      let isStopped = false;
      const isAnswered = (): boolean => (requestsOf(shops)[from + nth - 1]?.endedAt ?? null) !== null;
      return {
        async due() {
          while (!isStopped && !isAnswered()) await wait(1);
          await wait(ms);
        },
        release: async () => undefined,
        stop() {
          isStopped = true;
        },
      };
    },
  };
}

/** So many milliseconds after the work began. */
function after(ms: number): KillMoment {
  return {
    name: 'some time after it began',
    place: 0,
    arm: () => ({ due: () => wait(ms), release: async () => undefined, stop: () => undefined }),
  };
}

/** How long sending takes at the trial's stand-ins, more or less. */
const WAY_MS = 500;
/** Between an answer's leaving the stand-in and what the worker does next. */
const ANSWER_MS = 12;

/** The one for a worker that nothing but its alarm wakes. */
export const ALONE: KillMoment = inside(POST, 'done before the kill');

/** The moments that matter most come first, so that a few are a fair share; then all of them in turn, each time in another order. */
export function* killMoments({ between, shuffled }: Dice): Generator<KillMoment, never> {
  yield inside(POST, 'done before the kill');
  yield inside(PUT, 'done before the kill');
  yield inside(POST, 'never done');
  yield afterAnswer(REQUESTS.indexOf(POST) + 1, 0);
  yield inside(POST, 'done late');
  yield inside(LOOK_UP, 'done before the kill');
  yield inside(POST, 'done after the kill');
  yield inside(NUMBER, 'done before the kill');
  yield after(between(0, WAY_MS));
  for (;;) {
    yield* shuffled([
      ...REQUESTS.flatMap((what) => [
        inside(what, 'done before the kill'),
        inside(what, 'done after the kill'),
        inside(what, 'never done'),
      ]),
      inside(POST, 'done late'),
      ...REQUESTS.map((_, index) => afterAnswer(index + 1, between(0, ANSWER_MS))),
      ...REQUESTS.map(() => after(between(0, WAY_MS))),
    ]);
  }
}
