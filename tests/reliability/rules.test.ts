/**
 * Two days of a shop with rules of every trigger and effect: 400 orders, each effect of a rule that acts happens once, and none else, on one
 * computer (`unit/sync/rules/days.ts`) and on two that send by themselves (`unit/sync/rules/two-days.ts`). MOSTEK_SEED: of the two.
 */
import { expect, it } from 'vitest';
import { liveThrough } from '../unit/sync/rules/days.ts';
import { liveTogether } from '../unit/sync/rules/two-days.ts';
import { record } from './record.ts';

it('two days, 400 orders, rules that issue, send, note, register and show', { timeout: 3_600_000 }, async () => {
  const started = Date.now();
  const lived = await liveThrough({ seed: 48, hours: 48, orders: 400, night: [15, 20] });
  const { faults, orders, documents, done, deaths, answered, errors, requests } = lived;
  record({
    trial: 'Two days of a shop with rules',
    tried: `${orders} orders, ${deaths} kills`,
    lost: faults.filter((fault) => fault.includes('booked 0')).length,
    doubled: faults.filter((fault) => /booked [2-9]/.test(fault)).length,
    figures: [
      `${documents} documents, ${done.booked} booked`,
      `${done.emails} e-mails, ${done.payments} payments, ${done.notes} notes, ${done.notices} notices`,
      `${answered} effects and ${errors} documents asked about`,
      `${requests} requests`,
    ],
    failures: faults,
    seconds: (Date.now() - started) / 1000,
  });
  expect(faults).toEqual([]);
});

it('two days, 400 orders, two computers with rules that send by themselves', { timeout: 3_600_000 }, async () => {
  const started = Date.now();
  const seed = Number(process.env.MOSTEK_SEED ?? 48);
  const lived = await liveTogether({ seed, hours: 48, orders: 400, computers: 2, night: [15, 20] });
  const { faults, orders, documents, done, doubledNotes, deaths, taken, away, answered, errors, requests } = lived;
  record({
    trial: 'Two days of two computers with rules',
    tried: `${orders} orders, ${deaths} kills`,
    lost: faults.filter((fault) => fault.includes('booked 0')).length,
    doubled: faults.filter((fault) => /booked [2-9]/.test(fault)).length,
    figures: [
      `seed ${seed}`,
      `switched off ${away.times} times, ${away.hours} hours in all; ${taken} times “Przejmij”`,
      `${documents} documents, ${done.booked} booked`,
      `${done.emails} e-mails, ${done.payments} payments, ${done.notes} notes, ${doubledNotes} of them doubled at the same moment`,
      `${answered} effects and ${errors} documents asked about`,
      `${requests} requests`,
    ],
    failures: faults,
    seconds: (Date.now() - started) / 1000,
  });
  expect(faults).toEqual([]);
});
