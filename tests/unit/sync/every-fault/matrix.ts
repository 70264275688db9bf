/** Every fault at every request of a way, each once and for a day. */
import { afterAll, describe, expect, it } from 'vitest';
import { record } from '../../../reliability/record.ts';
import type { Length } from './promise.ts';
import { requestsOf } from './requests.ts';
import { sharedFaults, sharedRequests } from './share.ts';
import { tried } from './trial.ts';
import type { Way } from './ways.ts';

const LENGTHS: Readonly<Record<Length, string>> = {
  once: 'struck once by each fault, it comes to where it was promised',
  lasting: 'struck by each fault for a day, it comes to where it was promised',
};
const LONGEST_MS = 120_000;

/** Wants to be awaited: which requests there are is found by walking. */
export async function everyFault(way: Way): Promise<void> {
  const requests = sharedRequests(way, await requestsOf(way));
  const since = performance.now();
  const broken: string[] = [];
  let pairs = 0;
  let lost = 0;
  let doubled = 0;

  describe.each(requests)(`${way.name}: $place, $name`, (request) => {
    const turn = requests.indexOf(request);
    const lengths = (Object.keys(LENGTHS) as Length[]).filter(
      (each) => sharedFaults(way, request, turn, each).length > 0,
    );
    it.each(lengths)(
      '%s',
      async (length) => {
        const failures: string[] = [];
        for (const fault of sharedFaults(way, request, turn, length)) {
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
