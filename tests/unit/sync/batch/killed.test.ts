/** Many documents with `Wstrzymaj` and `Wznów` in between, and a worker that ends again and again: each once, and what is shown is true. */
import { expect, it, vi } from 'vitest';
import type { DocumentRef } from '../../../../utils/messages/index.ts';
import { bookedFor, createWorld, MINUTE, type World } from '../world.ts';
import { batchOf, countsOf, decide, start, sumOf } from './scene.ts';

const MANY = 60;
const POST = 'POST /iapi/fakturakraj.json';
/** A life of so many gates; or until it comes to a place for the second time. */
const LIVES: readonly (number | string)[] = [
  5,
  'after batches.change',
  23,
  `after ${POST}`,
  17,
  `before ${POST}`,
  3,
  'after transfers.create',
  12,
  48,
  `after ${POST}`,
  'after transfers.change',
  35,
  7,
  `after ${POST}`,
  26,
];
const PAUSED = [4, 5, 11];

vi.setConfig({ testTimeout: 60_000 });

function limit(world: World, until: number | string): void {
  world.newLife(typeof until === 'number' ? until : null);
  if (typeof until === 'number') return;
  const life = world.life();
  let times = 0;
  life.watched = (name) => {
    if (name !== until) return;
    times += 1;
    if (times === 2) life.endIn(0);
  };
}

/** Half of them orders, half documents, of which nobody has read one. */
function fill(world: World): readonly DocumentRef[] {
  return Array.from({ length: MANY }, (_, at) => {
    const { id } = world.panel.addOrder();
    if (at % 2 === 0) return { orderId: id, key: `o${id}` };
    return {
      orderId: at % 4 === 1 ? null : id,
      key: `d${world.panel.addDocument({ orderId: id, issueDate: '2026-11-22' }).id}`,
    };
  });
}

/** Whoever looks in the middle sees what iFirma has, give or take what is on its way. */
async function expectTrue(world: World): Promise<void> {
  const batch = await batchOf(world);
  expect(sumOf(batch)).toBe(MANY);
  const booked = world.ifirma.booked().length;
  expect(batch.sent).toBeLessThanOrEqual(booked);
  expect(batch.sent + batch.underWay + batch.uncertain + batch.attention.length).toBeGreaterThanOrEqual(booked);
}

it('each exactly once, and the bar and the summary tell the truth in every life', async () => {
  const world = await createWorld();
  const refs = fill(world);
  await start(world, refs);
  let deaths = 0;
  for (const [at, until] of LIVES.entries()) {
    limit(world, until);
    await world.pass(35_000);
    if (world.life().isOver()) deaths += 1;
    world.newLife(null);
    await expectTrue(world);
    if (!PAUSED.includes(at)) continue;
    await decide(world, 'batch.pause');
    await world.restart();
    await world.idle();
    const before = world.ifirma.booked().length;
    await world.restart();
    await world.pass(5 * MINUTE);
    expect(world.ifirma.booked(), 'nothing is begun while it is paused').toHaveLength(before);
    await decide(world, 'batch.resume');
  }
  expect(deaths).toBeGreaterThan(LIVES.length / 2);
  await world.restart();
  await world.pass(60 * MINUTE);

  // Whoever died between the intent and the POST left a question, and only a person may answer it.
  const asked = (await batchOf(world)).attention;
  for (const { key, state, reason } of asked) {
    expect({ state, code: reason?.code }).toEqual({ state: 'uncertain', code: 'absent-proven' });
    expect(bookedFor(world, (await world.transfer(key)).orderId ?? '')).toEqual([]);
  }
  const counts = countsOf(await batchOf(world));
  expect(counts).toEqual({
    total: MANY,
    waiting: 0,
    underWay: 0,
    sent: MANY - asked.length,
    uncertain: 0,
    withdrawn: 0,
    attention: asked.length,
  });
  expect((await batchOf(world)).endedAt).not.toBeNull();
  for (const { key } of asked) {
    const { orderId } = await world.transfer(key);
    expect(await world.send(orderId ?? '', key)).toMatchObject({ state: 'done' });
  }
  expect(countsOf(await batchOf(world))).toMatchObject({ sent: MANY, attention: 0 });
  expect(world.ifirma.booked()).toHaveLength(MANY);
  for (const { key } of refs) {
    const { orderId } = await world.transfer(key);
    expect(bookedFor(world, orderId ?? ''), key).toHaveLength(1);
    expect(world.panel.files(orderId ?? '', '12'), key).toHaveLength(1);
  }
});
