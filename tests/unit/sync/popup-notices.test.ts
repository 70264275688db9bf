/** The notification at the end of many that were sent together: once, with counts and no names, however often the worker dies. */
import { describe, expect, it } from 'vitest';
import { createNotices, type Notice, setNotifying } from '../../../utils/sync/popup/notices.ts';
import { documentsOf, ordersOf, start } from './batch/scene.ts';
import { createWorld, MINUTE, VIEW, type World } from './world.ts';

const turn = (world: World, on: boolean) => world.tell<'notify.set'>({ type: 'notify.set', on }, VIEW);
const isOn = (world: World) => world.tell<'notify.get'>({ type: 'notify.get' }, VIEW);

describe('the notification', () => {
  it('is off until a person wants it, and then no batch says anything', async () => {
    const world = await createWorld();
    expect(await isOn(world)).toBe(false);
    await start(world, ordersOf(world, 2));
    await world.pass(10 * MINUTE);
    expect(world.notices).toEqual([]);
  });

  it('comes once at the end, with how many were sent and how many need a person', async () => {
    const world = await createWorld();
    await turn(world, true);
    expect(await isOn(world)).toBe(true);
    const bad = world.panel.addOrder({ buyer: { postcode: '' } });
    await start(world, [...ordersOf(world, 3), { orderId: bad.id, key: `o${bad.id}` }]);
    await world.idle();
    await world.pass(60 * MINUTE);
    expect(world.notices).toEqual([{ language: 'pl', sent: 3, attention: 1, uncertain: 0 }]);
    await world.restart();
    await world.pass(60 * MINUTE);
    expect(world.notices).toHaveLength(1);
  });

  it('of what ended before it was wanted says nothing, and of the next batch it does', async () => {
    const world = await createWorld();
    await start(world, ordersOf(world, 1));
    await world.pass(10 * MINUTE);
    await turn(world, true);
    await world.restart();
    await world.idle();
    expect(world.notices).toEqual([]);
    await start(world, ordersOf(world, 2));
    await world.pass(10 * MINUTE);
    expect(world.notices).toMatchObject([{ sent: 2 }]);
  });

  it('is silent again once it was turned off', async () => {
    const world = await createWorld();
    await turn(world, true);
    await turn(world, false);
    expect(await isOn(world)).toBe(false);
    await start(world, ordersOf(world, 1));
    await world.pass(10 * MINUTE);
    expect(world.notices).toEqual([]);
  });

  it('says nothing of a batch that the person cancelled', async () => {
    const world = await createWorld();
    await turn(world, true);
    await start(world, documentsOf(world, ['2026-11-20', '2026-11-21']));
    await world.tell<'batch.cancel'>({ type: 'batch.cancel', panel: null });
    await world.pass(10 * MINUTE);
    expect(world.notices).toEqual([]);
  });

  it('comes from the next worker when one died before it was written down', async () => {
    const world = await createWorld();
    await turn(world, true);
    await start(world, ordersOf(world, 1));
    const life = world.life();
    life.watched = async (name) => {
      const batch = name === 'before batches.change' ? await world.store.batches.get('demo') : null;
      if (batch !== null && batch.endedAt !== null) life.end();
    };
    // The alarm wakes another one.
    await world.pass(10 * MINUTE);
    expect(life.isOver()).toBe(true);
    expect(world.notices).toHaveLength(1);
    await world.restart();
    await world.pass(10 * MINUTE);
    expect(world.notices).toHaveLength(1);
  });

  it('never comes twice: a worker that died between writing it down and saying it leaves it unsaid', async () => {
    const world = await createWorld();
    await turn(world, true);
    await start(world, ordersOf(world, 1));
    const life = world.life();
    life.watched = async (name) => {
      if (name !== 'before transfers.many') return;
      if ((await world.store.batches.get('demo'))?.told === true) life.end();
    };
    await world.pass(10 * MINUTE);
    expect(life.isOver()).toBe(true);
    expect((await world.store.batches.get('demo'))?.told).toBe(true);
    for (let lives = 0; lives < 3; lives += 1) {
      await world.restart();
      await world.pass(10 * MINUTE);
    }
    expect(world.notices).toEqual([]);
  });

  it('comes once when two look at the same moment', async () => {
    const world = await createWorld();
    await start(world, ordersOf(world, 1));
    await world.pass(10 * MINUTE);
    await setNotifying(world.store, true, 0);
    const said: Notice[] = [];
    const failed = (error: unknown): never => {
      throw error;
    };
    const [one, other] = [1, 2].map(() => createNotices(world.store, (notice) => said.push(notice), failed));
    one?.look();
    other?.look();
    for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
    expect(said).toHaveLength(1);
  });

  it('says nothing where that it was said cannot be written', async () => {
    const world = await createWorld();
    await turn(world, true);
    await start(world, ordersOf(world, 1));
    const life = world.life();
    life.watched = async (name) => {
      const batch = name === 'before batches.change' ? await world.store.batches.get('demo') : null;
      if (batch !== null && batch.endedAt !== null) world.full = true;
    };
    await world.pass(10 * MINUTE);
    expect(world.full).toBe(true);
    expect(world.notices).toEqual([]);
    world.full = false;
    await world.restart();
    await world.idle();
    expect(world.notices).toHaveLength(1);
  });
});
