/** The popup's two lists: the first page is what is seen at once, and says how many there are. */
import { expect, it } from 'vitest';
import { exampleTransfer } from '../store/examples.ts';
import { createWorld, type World } from './world.ts';

async function withWaiting(count: number): Promise<World> {
  const world = await createWorld();
  for (let at = 1; at <= count; at += 1) {
    await world.store.transfers.create(
      exampleTransfer({ panel: 'demo', key: `d${at}`, orderId: String(at), state: 'failed', updatedAt: at }),
    );
  }
  return world;
}

const VIEW = { kind: 'view' } as const;

it('the first page of what waits holds twenty, the next ones fifty, and each says how many wait', async () => {
  const world = await withWaiting(75);
  const first = await world.tell<'errors'>({ type: 'errors', before: null }, VIEW);
  const second = await world.tell<'errors'>({ type: 'errors', before: first.next }, VIEW);
  const third = await world.tell<'errors'>({ type: 'errors', before: second.next }, VIEW);
  expect([first, second, third].map(({ rows, total }) => [rows.length, total])).toEqual([
    [20, 75],
    [50, 75],
    [5, 75],
  ]);
  expect([first, second, third].flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(
    Array.from({ length: 75 }, (_, at) => `d${75 - at}`),
  );
  expect(third.next).toBeNull();
});

it('what was done last is counted by nobody', async () => {
  const world = await withWaiting(30);
  const { rows, total, next } = await world.tell<'recent'>({ type: 'recent', before: null }, VIEW);
  expect([rows.length, total]).toEqual([20, null]);
  expect((await world.tell<'recent'>({ type: 'recent', before: next }, VIEW)).rows).toHaveLength(10);
});

it('the queue shows what is being sent first, then what waits, in the order in which it is taken up', async () => {
  const world = await createWorld();
  const add = (key: `d${number}`, more: Parameters<typeof exampleTransfer>[0], issueDate: string) =>
    world.store.transfers.create(exampleTransfer({ panel: 'demo', key, orderId: key.slice(1), ...more }), {
      issueDate,
    });
  const later = { state: 'queued', notBefore: Number.MAX_SAFE_INTEGER } as const;
  for (let at = 1; at <= 40; at += 1)
    await add(`d${at}`, { ...later, priority: 2 }, `2026-11-${String(41 - at).padStart(2, '0')}`);
  await add('d100', { ...later, priority: 1 }, '2026-11-30');
  await add('d101', { state: 'done' }, '2026-11-01');
  const first = await world.tell<'queue'>({ type: 'queue', before: null }, VIEW);
  const second = await world.tell<'queue'>({ type: 'queue', before: first.next }, VIEW);
  const keys = [...first.rows, ...second.rows].map(({ key }) => key);
  expect(keys).toEqual(['d100', ...Array.from({ length: 40 }, (_, at) => `d${40 - at}`)]);
  expect([first.rows.length, first.total, second.next]).toEqual([20, 41, null]);
});
