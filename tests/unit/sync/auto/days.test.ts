/** A share of what `npm run reliability` lives through for two days (`days.ts`). */
import { describe, expect, it } from 'vitest';
import { liveThrough } from './days.ts';

describe('half a day of a shop', () => {
  it.each([
    { seed: 1, computers: 1 },
    { seed: 2, computers: 2 },
  ] as const)('sends each document once and explains the others, %o', { timeout: 120_000 }, async (given) => {
    const { faults, sent, left } = await liveThrough({ ...given, hours: 6, documents: 28 });
    expect(faults).toEqual([]);
    expect(sent + left).toBe(28);
  });
});
