/** When nobody is looked for, and how seldom while nothing is new. */
import { describe, expect, it } from 'vitest';
import { lock, turnOn, unlock } from '../passphrase.ts';
import { VIEW } from '../set-up.ts';
import { createWorld, MINUTE, type World } from '../world.ts';
import { change, createAutoWorld, issue, SHOP, sendFirst, settled, timesBooked } from './scene.ts';

const HOUR = 60 * MINUTE;

/** How often the panel was asked what is new. */
const requestsIn = async (world: World, ms: number): Promise<number> => {
  const before = world.network.passed.length;
  await world.pass(ms);
  const asked = world.network.passed.slice(before);
  return asked.filter(({ target }) => /\/(operationdocuments|orders_logs)\b/.test(target)).length;
};

describe('while nothing is new', () => {
  it('an hour takes at most 40 requests, all of them to the panel', async () => {
    const world = await createAutoWorld();
    await world.pass(HOUR);
    const before = world.network.passed.length;
    await world.pass(HOUR);
    const asked = world.network.passed.slice(before);
    expect(asked.length).toBeLessThanOrEqual(40);
    expect(asked.length).toBeGreaterThanOrEqual(30);
    expect(asked.every(({ host, method }) => host === 'demo.sellasist.pl' && method === 'GET')).toBe(true);
  });

  it('nothing is asked, and no alarm waits, where nobody has switched it on', async () => {
    const world = await createWorld(SHOP);
    await sendFirst(world);
    await world.pass(HOUR);
    expect(world.autoAlarm()).toBeNull();
    expect(await requestsIn(world, 3 * HOUR)).toBe(0);
  });

  it('nothing is asked where an older version has kept the box ticked that it could not heed', async () => {
    const world = await createWorld({ ...SHOP, settings: { ...SHOP.settings, autoSend: true } });
    await sendFirst(world);
    await world.pass(HOUR);
    expect(world.autoAlarm()).toBeNull();
    expect(await requestsIn(world, 3 * HOUR)).toBe(0);
  });
});

describe('nothing is asked, and no alarm waits', () => {
  it('while the keys are locked; unlocked, it looks at once', async () => {
    const world = await createAutoWorld();
    await turnOn(world);
    await lock(world);
    await settled(world);
    const { id } = issue(world);
    expect(await requestsIn(world, 3 * HOUR)).toBe(0);
    expect(world.autoAlarm()).toBeNull();
    await unlock(world);
    await settled(world);
    await world.pass(2 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
  });

  it('while Erplink is on', async () => {
    const world = await createAutoWorld();
    await world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: true }, VIEW);
    await settled(world);
    const { id } = issue(world);
    expect(await requestsIn(world, 3 * HOUR)).toBe(0);
    expect(world.autoAlarm()).toBeNull();
    await world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: false }, VIEW);
    await settled(world);
    await world.pass(2 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
  });

  it('while iFirma refuses the account; a connection test that succeeds makes it look at once', async () => {
    const world = await createAutoWorld();
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, pausedBy: 'kod-403' }));
    await settled(world);
    const { id } = issue(world);
    expect(await requestsIn(world, 3 * HOUR)).toBe(0);
    expect(world.autoAlarm()).toBeNull();
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    await settled(world);
    await world.pass(2 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
  });

  it('once it is switched off again; on again, it begins anew', async () => {
    const world = await createAutoWorld();
    await change(world, { autoSend: false });
    await settled(world);
    const { id } = issue(world);
    expect(await requestsIn(world, 3 * HOUR)).toBe(0);
    expect(world.autoAlarm()).toBeNull();
    await change(world, { autoSend: true, autoFrom: null });
    await settled(world);
    await world.pass(HOUR);
    expect(timesBooked(world, id)).toBe(0);
    // What came while it was off was not even read.
    expect(world.network.passed.some(({ target }) => target.endsWith(`/operationdocuments/${id}`))).toBe(false);
  });

  it('after everything was wiped', async () => {
    const world = await createAutoWorld();
    await world.tell<'wipe'>({ type: 'wipe' }, VIEW);
    await world.pass(HOUR);
    expect(world.autoAlarm()).toBeNull();
  });
});

describe('without a network', () => {
  it('nothing leaves, and what came meanwhile is sent afterwards', async () => {
    const world = await createAutoWorld();
    const away = world.network.arm({}, { kind: 'offline' });
    const { id } = issue(world);
    const before = world.network.passed.length;
    await world.pass(8 * HOUR);
    expect(world.network.passed.slice(before).every(({ kind }) => kind === 'offline')).toBe(true);
    away.remove();
    await world.pass(5 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
  });
});

describe('a page of the panel that shows what nobody has seen', () => {
  it('makes it look at once, and at most once in 15 seconds', async () => {
    const world = await createAutoWorld();
    await world.pass(30_000);
    const { id } = issue(world);
    const before = world.network.passed.length;
    await world.tell<'rows'>({ type: 'rows', orderIds: [], documentIds: [id] });
    await settled(world);
    expect(world.network.passed.length).toBeGreaterThan(before);
    await world.pass(20_000);
    expect(timesBooked(world, id)).toBe(1);
  });

  it('is not believed: ids that the panel does not have are looked for, and nothing else comes of it', async () => {
    const world = await createAutoWorld();
    const before = world.network.passed.length;
    for (let second = 0; second < 60; second += 1) {
      await world.tell<'rows'>({ type: 'rows', orderIds: [], documentIds: ['999999'] });
      await world.pass(1_000);
    }
    const asked = world.network.passed.slice(before);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(asked.some(({ target }) => target.includes('999999'))).toBe(false);
  });

  it('is no news where it shows what was there before', async () => {
    const world = await createAutoWorld();
    await world.pass(30_000);
    const before = world.network.passed.length;
    await world.tell<'rows'>({ type: 'rows', orderIds: [], documentIds: ['77', '78', '79', '5'] });
    await settled(world);
    expect(world.network.passed.length).toBe(before);
  });
});

describe('a look that finds nothing', () => {
  it('tells nobody: whoever hears of a change asks the panel again', async () => {
    const world = await createAutoWorld();
    await world.pass(HOUR);
    const before = world.announced();
    await world.pass(HOUR);
    expect(world.announced()).toBe(before);
  });
});
