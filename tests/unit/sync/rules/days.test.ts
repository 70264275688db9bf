/** A share of what `npm run reliability` lives through for two days (`days.ts`). */
import { expect, it } from 'vitest';
import { liveThrough } from './days.ts';

it('does what rules say once each, over eight hours of deaths and troubles', { timeout: 120_000 }, async () => {
  const { faults, ...lived } = await liveThrough({ seed: 7, hours: 8, orders: 60, night: [4, 5] });
  expect(faults).toEqual([]);
  expect(lived.orders).toBe(60);
});
