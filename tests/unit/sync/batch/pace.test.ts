/** The time that is left, at the pace that was measured: nothing where nothing is known, and never from before it last went on. */
import { describe, expect, it } from 'vitest';
import type { Transfer } from '../../../../utils/invoice/transfer.ts';
import { timeLeft } from '../../../../utils/sync/batch/pace.ts';
import type { Standing, Stands } from '../../../../utils/sync/batch/standing.ts';
import { exampleTransfer } from '../../store/examples.ts';

const NOW = 10_000_000;
const SECOND = 1_000;

const entry = { orderId: '1', key: 'd1', number: null, issueDate: null } as const;
const stands = (standing: Standing, transfer: Transfer | null): Stands => ({ entry, transfer, standing });
const post = (beganAt: number) => ({
  beganAt,
  endedAt: beganAt + 1,
  gross: 1,
  nip: '',
  issueDate: '2026-11-22',
  lookFrom: '2026-11-22',
});
/** Posted and finished, so many seconds ago. */
const done = (posted: number, finished: number): Stands =>
  stands(
    'sent',
    exampleTransfer({
      state: 'done',
      identifier: '1',
      post: post(NOW - posted * SECOND),
      updatedAt: NOW - finished * SECOND,
    }),
  );
const posted = (ago: number): Stands =>
  stands('under-way', exampleTransfer({ state: 'issued', identifier: '1', post: post(NOW - ago * SECOND) }));
const waiting = stands('waiting', null);
const many = (count: number, each: (at: number) => Stands): Stands[] =>
  Array.from({ length: count }, (_, at) => each(at));

describe('is not known', () => {
  it.each<readonly [what: string, all: readonly Stands[]]>([
    ['at first', many(10, () => waiting)],
    ['while hardly anything is booked', [...many(4, (at) => posted(at + 1)), ...many(10, () => waiting)]],
    ['of what is over', many(10, (at) => done(100 - at, 90 - at))],
    ['by what was done before it last went on', [...many(5, () => done(900, 800)), waiting]],
  ])('%s', (_what, all) => {
    expect(timeLeft(all, NOW - 100 * SECOND, NOW)).toBeNull();
  });
});

it('is not known in the first minute, whose burst tells nothing of the next', () => {
  const all = [...many(20, () => posted(20)), ...many(20, () => waiting)];
  expect(timeLeft(all, NOW - 59 * SECOND, NOW)).toBeNull();
  expect(timeLeft(all, NOW - 60 * SECOND, NOW)).not.toBeNull();
});

it('is the rest at the measured pace', () => {
  // Ten in a hundred seconds, thirty to come.
  const all = [...many(10, (at) => done(95 - at * 9, 90 - at * 9)), ...many(30, () => waiting)];
  expect(timeLeft(all, NOW - 100 * SECOND, NOW)).toBe(300 * SECOND);
});

it('counts of what is booked only what is still to come', () => {
  const all = [...many(10, (at) => done(95 - at * 9, 90 - at * 9)), ...many(10, () => posted(1))];
  const left = timeLeft(all, NOW - 100 * SECOND, NOW) ?? 0;
  expect(left).toBeGreaterThan(30 * SECOND);
  expect(left).toBeLessThan(60 * SECOND);
});

it('goes by the last documents, not by how it was an hour ago', () => {
  const slow = many(20, (at) => done(7200 - at * 100, 7150 - at * 100));
  const quick = many(60, (at) => done(120 - at * 2, 119 - at * 2));
  const left = timeLeft([...slow, ...quick, ...many(30, () => waiting)], NOW - 8_000 * SECOND, NOW) ?? 0;
  expect(left).toBeGreaterThan(50 * SECOND);
  expect(left).toBeLessThan(75 * SECOND);
});

it('grows while nothing happens', () => {
  const all = [...many(10, (at) => done(95 - at * 9, 90 - at * 9)), ...many(30, () => waiting)];
  const since = NOW - 100 * SECOND;
  expect(timeLeft(all, since, NOW + 100 * SECOND) ?? 0).toBeGreaterThan(timeLeft(all, since, NOW) ?? 0);
});
