import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sellTogether, type Weather } from './field-shop.ts';

const MINUTE = 60_000;
const RUNS = Number(process.env.RUNS ?? 400);

const weather = fc.record<Weather>({
  seed: fc.integer(),
  computers: fc.integer({ min: 2, max: 4 }),
  lost: fc.constantFrom(0, 5, 20),
  late: fc.constantFrom(0, 20, 50),
  slow: fc.constantFrom(0, 50, 95),
  refused: fc.constantFrom(0, 20, 60),
  death: fc.constantFrom(0, 1, 5),
  skew: fc.constantFrom(0, 1_000, MINUTE, 60 * MINUTE),
  spread: fc.constantFrom(100, 10_000, MINUTE, 20 * MINUTE),
  latency: fc.constantFrom(50, 500, 2_000),
});

describe('several computers that send one order', () => {
  test('never book it twice, whatever is late, lost, cut off, dead or wrong about the time', async () => {
    await fc.assert(
      fc.asyncProperty(weather, async (given) => {
        const { booked, story } = await sellTogether(given);
        expect(booked.length, story.join('\n')).toBeLessThanOrEqual(1);
      }),
      { numRuns: RUNS },
    );
  });
});
