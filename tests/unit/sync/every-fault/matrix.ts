/** Every fault at every request of a way, each once and for a day. */
import { afterAll, describe, expect, it } from 'vitest';
import { record } from '../../../reliability/record.ts';
import { type Fault, faultsOf, oneOfEach } from './faults.ts';
import type { Length } from './promise.ts';
import { requestsOf, type WayRequest } from './requests.ts';
import { tried } from './trial.ts';
import type { Way } from './ways.ts';

const LENGTHS: Readonly<Record<Length, string>> = {
  once: 'struck once by each fault, it comes to where it was promised',
  lasting: 'struck by each fault for a day, it comes to where it was promised',
};
const LONGEST_MS = 120_000;
/** Everything everywhere; else what differs from nothing else is tried with one fault of each meaning. */
const IS_WHOLE = process.env.MOSTEK_PAIRS !== undefined;

/** What is tried at a request. From the second at the same place on, a fault that lasts is the same as one that began there. */
function triedAt(way: Way, request: WayRequest, turn: number, length: Length): readonly Fault[] {
  const all = faultsOf(request.service, request.changes);
  if (IS_WHOLE) return all;
  const { place, again } = request;
  if (length === 'lasting' && again > 0) return [];
  return again === 0 && way.tries(place) === 'every' ? all : oneOfEach(all, turn);
}

/** Wants to be awaited: which requests there are is found by walking. */
export async function everyFault(way: Way): Promise<void> {
  const requests = (await requestsOf(way)).filter(({ place }) => IS_WHOLE || way.tries(place) !== 'none');
  const since = performance.now();
  const broken: string[] = [];
  let pairs = 0;
  let lost = 0;
  let doubled = 0;

  describe.each(requests)(`${way.name}: $place, $name`, (request) => {
    const turn = requests.indexOf(request);
    const lengths = (Object.keys(LENGTHS) as Length[]).filter((each) => triedAt(way, request, turn, each).length > 0);
    it.each(lengths)(
      '%s',
      async (length) => {
        const failures: string[] = [];
        for (const fault of triedAt(way, request, turn, length)) {
          const verdict = await tried(way, request, fault, length);
          pairs += 1;
          lost += verdict.lost ? 1 : 0;
          doubled += verdict.doubled ? 1 : 0;
          failures.push(...verdict.failures.map((failure) => `${request.place}, ${fault.name}, ${length}: ${failure}`));
        }
        broken.push(...failures);
        expect(failures, `${LENGTHS[length]}\n${failures.join('\n')}`).toEqual([]);
      },
      LONGEST_MS,
    );
  });

  afterAll(() => {
    record({
      trial: `Every fault at every request: ${way.name}`,
      tried: `${pairs} pairs of a request and a fault`,
      lost,
      doubled,
      figures: [`${requests.length} requests`],
      failures: broken,
      seconds: Math.round((performance.now() - since) / 1000),
    });
  });
}
