/** Two days of two computers that send by themselves: 400 documents, each of the series booked exactly once, and none else (`unit/sync/auto/days.ts`). */
import { expect, it } from 'vitest';
import { liveThrough } from '../unit/sync/auto/days.ts';
import { record } from './record.ts';

it('two days, 400 documents, two computers that send by themselves', { timeout: 3_600_000 }, async () => {
  const started = Date.now();
  const { faults, sent, left, deaths, answered, requests } = await liveThrough({
    seed: 48,
    hours: 48,
    documents: 400,
    computers: 2,
  });
  record({
    trial: 'Two days of two computers that send by themselves',
    tried: `${sent + left} documents, ${deaths} kills`,
    lost: faults.filter((fault) => fault.includes('booked 0')).length,
    doubled: faults.filter((fault) => /booked [2-9]/.test(fault)).length,
    figures: [`${left} left alone`, `${answered} asked about`, `${requests} requests`],
    failures: faults,
    seconds: (Date.now() - started) / 1000,
  });
  expect(faults).toEqual([]);
});
