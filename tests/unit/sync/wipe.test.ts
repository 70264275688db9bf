/** `Usuń wszystko` leaves nothing behind in this browser, and never in the middle of a sending. */
import { describe, expect, it } from 'vitest';
import { rawRows } from '../store/examples.ts';
import { turnOn } from './passphrase.ts';
import { setUpIn } from './set-up.ts';
import { POST } from './troubles.ts';
import { createWorld, reasonOf, VIEW, type World } from './world.ts';

const wiped = (world: World) => world.ask<'wipe'>({ type: 'wipe' }, VIEW);

describe('wiping everything', () => {
  it('empties every table, the session, the alarms and the icon, and tells the views', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    const [good, wrong, waiting] = [{}, { total: '1.00' }, {}].map((order) => world.panel.addOrder(order));
    await world.send(good?.id ?? '', `o${good?.id}`);
    await world.send(wrong?.id ?? '', `o${wrong?.id}`);
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 120 });
    await world.send(waiting?.id ?? '', `o${waiting?.id}`);
    await world.idle();
    expect([world.alarm() === null, world.lockAlarm() === null]).toEqual([false, false]);
    expect(world.badge()?.waiting).toBe(1);
    const before = world.announced();

    expect(await wiped(world)).toEqual({ ok: true, value: null });
    await world.idle();
    expect((await rawRows(world.database)).flatMap(({ rows }) => rows)).toEqual([]);
    expect(await world.session()).toEqual([null, null]);
    expect([world.alarm(), world.lockAlarm()]).toEqual([null, null]);
    expect(world.badge()).toEqual({ isLocked: false, waiting: 0, language: 'pl' });
    expect(world.announced()).toBeGreaterThan(before);
    expect(await world.tell<'account.list'>({ type: 'account.list' }, VIEW)).toEqual([]);
  });

  it('remembers nothing of the panel: an order with a document is not offered as one without', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    const document = world.panel.addDocument({ orderId: id });
    const key = `d${document.id}` as const;
    await world.view(id, key);
    await wiped(world);
    world.accountId = await setUpIn(world, {});
    const { documents } = await world.tell<'state'>({ type: 'state', orderId: id, fresh: false });
    expect(documents.map((each) => each.key)).toEqual([key]);
  });

  it('is refused while something is being sent', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    const reached = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    world.life().watched = async (name) => {
      if (!name.startsWith('before POST')) return;
      reached.resolve();
      await held.promise;
    };
    const sending = world.ask<'send'>({ type: 'send', orderId: id, key: `o${id}`, confirm: [] });
    await reached.promise;
    expect(reasonOf(await wiped(world)).code).toBe('account-busy');
    held.resolve();
    await sending;
    expect((await world.transfer(`o${id}`)).state).toBe('done');
    expect((await wiped(world)).ok).toBe(true);
  });

  it('says that the disk is full, and removes nothing', async () => {
    const world = await createWorld();
    world.full = true;
    expect(reasonOf(await wiped(world)).code).toBe('storage-full');
    expect(await world.store.accounts.all()).toHaveLength(1);
  });

  it('works while the keys are locked, which is the way out for somebody who forgot the passphrase', async () => {
    const world = await createWorld();
    await turnOn(world);
    await world.restartBrowser();
    expect((await wiped(world)).ok).toBe(true);
    world.accountId = await setUpIn(world, {});
    const { id } = world.panel.addOrder();
    expect((await world.send(id, `o${id}`)).state).toBe('done');
  });
});
