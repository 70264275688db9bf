/** A share of what `npm run reliability` lives through for two days (`two-days.ts`). */
import { expect, it } from 'vitest';
import { liveTogether } from './two-days.ts';

it('one of two computers does what rules say, once, over hours of deaths, absences and troubles', {
  timeout: 180_000,
}, async () => {
  const { faults, ...lived } = await liveTogether({ seed: 46, hours: 7, orders: 40, computers: 2, night: [4, 5] });
  expect(faults).toEqual([]);
  expect(lived.doubledNotes).toBe(0);
  expect(lived.done.emails).toBeGreaterThan(0);
});
