/** The log does not grow for ever: the oldest entries go, a few at a time, never while something is sent, and none is lost to a death on the way. */
import { describe, expect, it, vi } from 'vitest';
import { createPruner } from '../../../utils/sync/log/prune.ts';
import { keepFor } from '../../../utils/sync/log/retention.ts';
import { exampleEntry, freshName, openExample, putRaw } from '../store/examples.ts';
import { createWorld, DAY, MINUTE, NOW, VIEW, type World } from './world.ts';

const HOUR = 60 * MINUTE;
/** Entries that are older than a year. */
const old = (count: number, at = NOW - 400 * DAY) =>
  Array.from({ length: count }, (_, nth) => exampleEntry({ at: at + nth }));

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate);
};

async function shop(count: number) {
  const name = freshName();
  const store = await openExample(name);
  await putRaw(name, 'log', old(count));
  let now = NOW;
  let isWorking = false;
  let pauses = 0;
  const errors: unknown[] = [];
  const parts = {
    store,
    errors,
    pauses: () => pauses,
    pass: (ms: number) => {
      now += ms;
    },
    work: (on: boolean) => {
      isWorking = on;
    },
    /** Called in each pause between two chunks. */
    between: async (): Promise<void> => undefined,
    pruner: () =>
      createPruner({
        store,
        clock: {
          now: () => now,
          sleep: async () => {
            pauses += 1;
            await parts.between();
          },
        },
        isWorking: () => isWorking,
        failed: (error) => errors.push(error),
      }),
    left: () => store.log.count(),
    add: (many: number) => putRaw(name, 'log', old(many)),
  };
  return parts;
}

describe('pruning', () => {
  it('takes away what is older than a year, 500 at a time with a pause between, and leaves the rest', async () => {
    const { store, pruner, left, pauses, errors } = await shop(1_200);
    await store.log.append(exampleEntry({ at: NOW - 364 * DAY }));
    pruner().look();
    await expect.poll(left).toBe(1);
    expect(pauses()).toBe(2);
    expect(errors).toEqual([]);
  });

  it('takes the oldest away where there are too many', async () => {
    const { store, pruner, left, add } = await shop(0);
    await add(10_700);
    await keepFor(store, { days: null, entries: 10_000 });
    pruner().look();
    await expect.poll(left, { timeout: 5_000 }).toBe(10_000);
    await settled();
    expect(await left()).toBe(10_000);
    const [first] = await store.log.since(0, 1);
    expect(first?.at).toBe(NOW - 400 * DAY + 700);
  });

  it('takes nothing away where everything is kept', async () => {
    const { store, pruner, left } = await shop(600);
    await keepFor(store, { days: null, entries: null });
    pruner().look();
    await settled();
    expect(await left()).toBe(600);
  });

  it('waits while something is sent, and goes on with the next look', async () => {
    const { pruner, left, work } = await shop(1_200);
    const own = pruner();
    work(true);
    own.look();
    await settled();
    expect(await left()).toBe(1_200);
    work(false);
    own.look();
    await expect.poll(left).toBe(0);
  });

  it('gives way when something is to be sent on the way', async () => {
    const parts = await shop(1_200);
    const own = parts.pruner();
    parts.between = async () => parts.work(true);
    own.look();
    await settled();
    expect(await parts.left()).toBe(700);
    parts.between = async () => undefined;
    parts.work(false);
    own.look();
    await expect.poll(parts.left).toBe(0);
  });

  it('goes on with a new worker where the old one has died', async () => {
    const parts = await shop(1_200);
    parts.between = () => new Promise(() => undefined);
    parts.pruner().look();
    await settled();
    expect(await parts.left()).toBe(700);
    parts.between = async () => undefined;
    parts.pruner().look();
    await expect.poll(parts.left).toBe(0);
  });

  it('looks once an hour, however often it is asked and however often the worker starts', async () => {
    const { pruner, left, add, pass } = await shop(10);
    const own = pruner();
    own.look();
    await expect.poll(left).toBe(0);
    await settled();
    await add(10);
    own.look();
    pruner().look();
    await settled();
    expect(await left()).toBe(10);
    pass(HOUR + 1);
    own.look();
    await expect.poll(left).toBe(0);
  });

  it('writes nothing of a log with nothing in it, so that what was wiped stays empty', async () => {
    const parts = await shop(0);
    const set = vi.spyOn(parts.store.facts, 'set');
    parts.pruner().look();
    await settled();
    expect(set).not.toHaveBeenCalled();
  });

  it('does not wait for the hour when somebody has chosen another time', async () => {
    const { pruner, left, add } = await shop(10);
    const own = pruner();
    own.look();
    await expect.poll(left).toBe(0);
    await settled();
    await add(10);
    own.again();
    own.look();
    await expect.poll(left).toBe(0);
  });
});

describe('in the background', () => {
  const count = async (world: World): Promise<number> => world.store.log.count();

  it('prunes after a start, and sends meanwhile as ever', async () => {
    const world = await createWorld();
    await putRaw(world.database, 'log', old(1_300));
    await world.restart();
    const view = await world.send('1001', 'd77');
    expect(view.state).toBe('done');
    await world.idle();
    await expect.poll(() => count(world)).toBeLessThan(20);
    expect(world.ifirma.booked()).toHaveLength(1);
    expect((await world.store.log.ofDocument('demo', 'd77', 50)).length).toBeGreaterThan(4);
  });

  it('what is chosen is kept, counts at once, and takes nothing from the ledger', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    await putRaw(world.database, 'log', old(40, NOW - 100 * DAY));
    const kept = { days: 90, entries: null } as const;
    const answer = await world.tell<'log.keep'>({ type: 'log.keep', retention: kept }, VIEW);
    expect(answer.retention).toEqual(kept);
    await expect.poll(() => count(world)).toBeLessThan(20);
    expect((await world.tell<'log.kept'>({ type: 'log.kept' }, VIEW)).retention).toEqual(kept);
    expect((await world.transfer('d77')).state).toBe('done');
  });

  it('is answered that the disk is full, and keeps what was chosen before', async () => {
    const world = await createWorld();
    world.full = true;
    const answer = await world.ask<'log.keep'>({ type: 'log.keep', retention: { days: 90, entries: null } }, VIEW);
    expect(answer).toMatchObject({ ok: false, reason: { code: 'storage-full' } });
    world.full = false;
    expect((await world.tell<'log.kept'>({ type: 'log.kept' }, VIEW)).retention).toEqual({
      days: 365,
      entries: 100_000,
    });
  });
});
