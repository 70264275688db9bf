/**
 * Random walks over presses, faults, deaths, restarts and clocks, each judged by what iFirma and Sellasist really hold. A walk that
 * fails is shortened and printed as a list.
 *
 *   MOSTEK_WALKS=20000 MOSTEK_SHARDS=2 npx vitest run --config tests/reliability/vitest.config.ts model
 *
 * MOSTEK_WALKS, MOSTEK_SIZE (most parts of a walk), MOSTEK_SEED (printed; the same one walks the same walks).
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Walk } from './action.ts';
import { walks } from './arbitrary.ts';
import { recordPart } from './parts.ts';
import { shortened } from './shorten.ts';
import { NOTHING, together } from './tally.ts';
import { walk } from './walk.ts';

const SHARE = 300;
const SEED = 1;
const SIZE = 12;

const [shard = 0, shards = 1] = (process.env.MOSTEK_SHARD ?? '0/1').split('/').map(Number);
const count = Math.ceil(Number(process.env.MOSTEK_WALKS ?? SHARE) / shards);
const seed = Number(process.env.MOSTEK_SEED ?? SEED) + shard;
const size = Number(process.env.MOSTEK_SIZE ?? SIZE);

/** Of one walk: as long as it takes, and what shortening it takes. */
const TIMEOUT_MS = 6 * 3_600_000;

it(
  'whatever happens, each sale is booked at most once, nothing is lost, and nothing untrue is said',
  async () => {
    const began = performance.now();
    const used = process.cpuUsage();
    let walked = 0;
    let seen = NOTHING;
    const held = fc.asyncProperty(walks(size), async (drawn) => {
      walked += 1;
      const { flaws, tally } = await walk(drawn);
      seen = together([seen, tally]);
      return flaws.length === 0;
    });
    const { failed, counterexample } = await fc.check(held, { numRuns: count, seed, endOnFailure: true });
    const { user, system } = process.cpuUsage(used);
    const seconds = (performance.now() - began) / 1000;
    const cpuSeconds = (user + system) / 1e6;
    console.log(
      `seed ${seed}: ${walked} walks of up to ${size} parts, ${(walked / seconds).toFixed(1)} a second, ` +
        `${(walked / cpuSeconds).toFixed(1)} a second of one core`,
    );
    const failing = failed ? counterexample?.[0] : undefined;
    const failure = failing === undefined ? null : await told(await shortened(failing), walked);
    recordPart(shard, { seed, size, walked, seconds, cpuSeconds, tally: seen, failure });
    expect(failure ?? '').toBe('');
  },
  TIMEOUT_MS,
);

async function told(shortest: Walk, walked: number): Promise<string> {
  const { flaws, story } = await walk(shortest);
  const lines = story.map((line, at) => `${String(at).padStart(3)}  ${line}`);
  return [...flaws, `walk ${walked}, shortened:`, ...lines].join('\n');
}
