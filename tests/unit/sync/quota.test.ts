/** What a page is shown of the services' limits, and what is asked for it. */
import { describe, expect, it } from 'vitest';
import type { QuotaView } from '../../../utils/messages/index.ts';
import type { Clock } from '../../../utils/sync/clock.ts';
import { EMPTY_WINDOW, type LimitWindow } from '../../../utils/sync/limits/window.ts';
import { createQuotas } from '../../../utils/sync/quota.ts';
import { serviceFactory } from '../../../utils/sync/services.ts';
import { TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import { lock, turnOn, unlock } from './passphrase.ts';
import { draftOf, openedIn, savedOf, setUpIn } from './set-up.ts';
import { IFIRMA } from './troubles.ts';
import { createWorld, DAY, MINUTE, NOW, PANEL, reasonOf, SECOND_LOGIN, VIEW, type World } from './world.ts';

const LIMIT = { host: IFIRMA, method: 'GET', path: '^/iapi/abonent/limit\\.json$' } as const;

const look = (world: World): Promise<readonly QuotaView[]> => world.tell<'quota'>({ type: 'quota' }, VIEW);

/** What was begun behind a page comes to its end. */
async function rest(world: World): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await world.idle();
}

/** What a page shows once what was read behind it is there; by then they have been asked for so many times. */
async function seen(world: World, times: number): Promise<readonly QuotaView[]> {
  await look(world);
  await expect.poll(() => asked(world), { timeout: 3000, interval: 2 }).toBe(times);
  await rest(world);
  const views = await look(world);
  await rest(world);
  expect(asked(world)).toBe(times);
  return views;
}

const documentsIn = ([first]: readonly QuotaView[]): QuotaView['documents'] => first?.documents ?? null;

const asked = (world: World): number =>
  world.network.passed.filter(({ target }) => target.startsWith('/iapi/abonent/limit.json')).length;

/** A worker that finds these requests behind it. */
async function withWindow(world: World, service: string, window: Partial<LimitWindow>): Promise<void> {
  const { store, clock } = world;
  const today = window.recent?.length ?? 0;
  const value = { ...EMPTY_WINDOW, dayFrom: clock.now(), today, ...window };
  await store.facts.set({ name: `limit:${service}`, version: 1 }, value);
  await world.restart();
}

const moments = (count: number, at: number): number[] => Array.from({ length: count }, () => at);

describe('the limits that a page is shown', () => {
  it('are one of each login and one of each panel, whichever accounts share them', async () => {
    const world = await createWorld();
    await setUpIn(world, { draft: { name: 'Drugie', login: SECOND_LOGIN, seriesIds: ['2'] } });
    await setUpIn(world, { draft: { name: 'Trzecie', seriesIds: ['3'] } });
    const views = await look(world);
    expect(views.map(({ service, name }) => `${service} ${name}`)).toEqual([
      `iFirma ${SECOND_LOGIN}`,
      `iFirma ${TEST_LOGIN}`,
      'Sellasist demo',
    ]);
    expect(views[0]).toMatchObject({ minute: { limit: 100 }, day: { limit: 15_000 } });
    expect(views[2]).toMatchObject({ minute: { limit: 60 }, day: null, documents: null });
  });

  it('are none where there is no account', async () => {
    expect(await look(await createWorld({ account: false }))).toEqual([]);
  });

  it('count every request of the last minute and of the day', async () => {
    const world = await createWorld({ draft: { secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura } } });
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    const of = (isIfirma: boolean): number =>
      world.network.passed.filter(({ host }) => (host === IFIRMA) === isIfirma).length;
    const [ifirma, sellasist] = [of(true), of(false)];
    expect([ifirma, sellasist].every((count) => count > 0)).toBe(true);
    const full = [{ minute: { used: ifirma }, day: { used: ifirma } }, { minute: { used: sellasist } }];
    expect(await look(world)).toMatchObject(full);
    await world.restart();
    expect(await look(world)).toMatchObject(full);
    world.clock.advance(MINUTE);
    expect(await look(world)).toMatchObject([{ minute: { used: 0 }, day: { used: ifirma } }, { minute: { used: 0 } }]);
    world.clock.advance(DAY);
    expect(await look(world)).toMatchObject([{ day: { used: 0 } }, {}]);
  });

  it('say until when a service wants to be left alone, and not longer', async () => {
    const world = await createWorld();
    const until = NOW + 5 * MINUTE;
    await withWindow(world, 'sellasist:demo', { closedUntil: until });
    expect((await look(world)).map(({ closedUntil }) => closedUntil)).toEqual([null, until]);
    world.clock.freeze(until);
    expect((await look(world)).map(({ closedUntil }) => closedUntil)).toEqual([null, null]);
  });

  it('are no business of a page of the panel', async () => {
    const world = await createWorld();
    expect(reasonOf(await world.ask<'quota'>({ type: 'quota' }, PANEL)).code).toBe('internal');
  });
});

describe('the documents of the month', () => {
  it('are read behind the page, which waits for nobody and hears when they are there', async () => {
    const world = await createWorld();
    world.ifirma.turn({ documentsPerMonth: 500 });
    const before = world.announced();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    world.life().watched = async (name) => {
      if (name === 'before GET /iapi/abonent/limit.json') await released;
    };
    expect(documentsIn(await look(world))).toBeNull();
    expect(world.announced()).toBe(before);
    release();
    await expect.poll(() => world.announced(), { timeout: 3000 }).toBe(before + 1);
    expect(documentsIn(await look(world))).toEqual({ used: 0, limit: 500, at: expect.any(Number) });
  });

  it('are read once by however many pages', async () => {
    const world = await createWorld();
    await Promise.all([look(world), look(world), look(world)]);
    await seen(world, 1);
  });

  it('are read every 15 minutes at most, however often the worker is started anew', async () => {
    const world = await createWorld();
    const first = documentsIn(await seen(world, 1));
    world.clock.freeze((first?.at ?? 0) + 15 * MINUTE - 1);
    await world.restart();
    expect(documentsIn(await seen(world, 1))).toEqual(first);
    world.clock.advance(1);
    expect(documentsIn(await seen(world, 2))?.at).toBeGreaterThan(first?.at ?? 0);
  });

  it('that could not be read are not asked for again within 5 minutes, and what was known stays with its age', async () => {
    const world = await createWorld();
    const first = documentsIn(await seen(world, 1));
    world.clock.advance(20 * MINUTE);
    const fault = world.network.arm(LIMIT, { kind: 'status', status: 500 });
    expect(documentsIn(await seen(world, 2))).toEqual(first);
    world.clock.advance(5 * MINUTE - 1000);
    await world.restart();
    expect(documentsIn(await seen(world, 2))).toEqual(first);
    world.clock.advance(1000);
    fault.remove();
    expect(documentsIn(await seen(world, 3))?.at).toBeGreaterThan(first?.at ?? 0);
  });

  it('are not known where the first reading fails, and no page is told of a change', async () => {
    const world = await createWorld();
    world.network.arm(LIMIT, { kind: 'timeout' });
    const before = world.announced();
    expect(documentsIn(await seen(world, 1))).toBeNull();
    expect(world.announced()).toBe(before);
  });

  it('are not asked for of an account without the key, nor shown', async () => {
    const world = await createWorld();
    await seen(world, 1);
    const draft = { ...draftOf(await openedIn(world)), secrets: { abonent: '' } };
    savedOf(await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW), 'the account');
    world.clock.advance(DAY);
    expect(documentsIn(await seen(world, 1))).toBeNull();
  });

  it('are not asked for while the account is paused, but by another one of the login that is not', async () => {
    const world = await createWorld();
    const pause = (id: string) => world.store.accounts.change(id, (stored) => ({ ...stored, pausedBy: 'kod-402' }));
    await pause(world.accountId);
    expect(documentsIn(await seen(world, 0))).toBeNull();
    await setUpIn(world, { draft: { name: 'Drugie', seriesIds: ['2'] } });
    expect(documentsIn(await seen(world, 1))).not.toBeNull();
  });

  it('are not asked for while the keys are locked, and at once when they are not any more', async () => {
    const world = await createWorld();
    await turnOn(world);
    const first = documentsIn(await seen(world, 1));
    await lock(world);
    world.clock.advance(20 * MINUTE);
    expect(documentsIn(await seen(world, 1))).toEqual(first);
    await unlock(world);
    await seen(world, 2);
  });

  it('that are locked away in the middle of the reading may be read as soon as they are not', async () => {
    const world = await createWorld();
    await turnOn(world);
    world.life().watched = async (name) => {
      if (name === 'before vault.hmacKey') await world.store.vault.lock();
    };
    await seen(world, 0);
    world.life().watched = null;
    await unlock(world);
    expect(documentsIn(await seen(world, 1))).not.toBeNull();
  });

  it('are of this month: with the next one they are read anew, and till then nobody is shown the old ones', async () => {
    const world = await createWorld();
    world.clock.freeze(Date.parse('2026-11-30T23:59:00+01:00'));
    expect(documentsIn(await seen(world, 1))).not.toBeNull();
    world.clock.freeze(Date.parse('2026-12-01T00:01:00+01:00'));
    expect(documentsIn(await look(world))).toBeNull();
    expect(documentsIn(await seen(world, 2))).not.toBeNull();
  });

  it('are read anew after a clock that was set back', async () => {
    const world = await createWorld();
    const first = documentsIn(await seen(world, 1));
    world.clock.freeze(NOW - DAY);
    expect(documentsIn(await seen(world, 2))?.at).toBeLessThan(first?.at ?? 0);
  });

  it.each([
    ['nonsense', { LimitWykorzystany: '9'.repeat(30), LimitPrzyznany: 1000 }],
    ['less than nothing', { LimitWykorzystany: 3, LimitPrzyznany: -1 }],
    ['of no limit', { LimitWykorzystany: 3, LimitPrzyznany: 0 }],
  ])('that are %s are not known', async (_what, figures) => {
    const world = await createWorld();
    const body = JSON.stringify({ response: { Kod: 0, ...figures } });
    world.network.arm(LIMIT, { kind: 'status', status: 200, body });
    expect(documentsIn(await seen(world, 1))).toBeNull();
  });

  it('are read once although the disk is full', async () => {
    const world = await createWorld();
    world.full = true;
    expect(documentsIn(await seen(world, 1))).not.toBeNull();
    for (let round = 0; round < 5; round += 1) await seen(world, 1);
  });
});

describe('reading them', () => {
  it('takes nobody’s place: where only the reserve of people is left it waits, and may go as soon as there is room', async () => {
    const world = await createWorld();
    await withWindow(world, `ifirma:${TEST_LOGIN}`, { recent: moments(96, NOW) });
    expect(documentsIn(await seen(world, 0))).toBeNull();
    world.clock.freeze(NOW + MINUTE);
    expect(documentsIn(await seen(world, 1))).not.toBeNull();
  });

  it('is bulk work, so that it lets people go first who come while it waits for its turn', async () => {
    const world = await createWorld();
    const { store, network } = world;
    const clock: Clock = { now: () => world.clock.now(), sleep: async (ms) => world.clock.advance(ms) };
    const services = serviceFactory(store, network.transport, clock);
    const paces: unknown[] = [];
    const of: typeof services.of = (account, pace) => {
      paces.push(pace);
      return services.of(account, pace);
    };
    const { promise: isRead, resolve: changed } = Promise.withResolvers<void>();
    await createQuotas({ store, clock, services: { ...services, of }, changed }).view();
    await isRead;
    expect(paces).toEqual(['bulk']);
  });

  it('waits while iFirma wants to be left alone', async () => {
    const world = await createWorld();
    await withWindow(world, `ifirma:${TEST_LOGIN}`, { closedUntil: NOW + MINUTE });
    expect((await seen(world, 0))[0]).toMatchObject({ documents: null, closedUntil: NOW + MINUTE });
  });

  it('is no use of Mostek: the keys are locked in time, however often an open page asks', async () => {
    const world = await createWorld();
    await turnOn(world, 5);
    for (let minute = 0; minute < 5; minute += 1) {
      expect(await world.store.vault.state()).toBe('unlocked');
      await seen(world, 1);
      await world.pass(MINUTE);
    }
    expect(await world.store.vault.state()).toBe('locked');
  });
});
