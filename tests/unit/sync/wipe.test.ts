/** `Usuń wszystko` leaves nothing behind in this browser, and never in the middle of a sending. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAX } from '../../../utils/invoice/settings.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import { rawRows } from '../store/examples.ts';
import { turnOn, WORDS } from './passphrase.ts';
import { setUpIn } from './set-up.ts';
import { POST } from './troubles.ts';
import { bookedFor, createWorld, MINUTE, reasonOf, SECOND_LOGIN, VIEW, type World } from './world.ts';

const wiped = (world: World) => world.ask<'wipe'>({ type: 'wipe' }, VIEW);

/** Stops the worker at the nth place where it waits, counted from now, until it is released. */
function heldAt(world: World, nth: number) {
  const reached = Promise.withResolvers<string>();
  const released = Promise.withResolvers<void>();
  let left = nth;
  world.life().watched = async (name) => {
    left -= 1;
    if (left !== -1) return;
    reached.resolve(name);
    await released.promise;
  };
  return { reached: reached.promise, release: released.resolve };
}

const isEmpty = async (world: World): Promise<boolean> =>
  (await rawRows(world.database)).every(({ rows }) => rows.length === 0);

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
    expect(world.badge()).toEqual({ isLocked: false, waiting: 0, rests: 'setup', language: 'pl' });
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
    const { documents } = await world.tell<'state'>({ type: 'state', orderId: id, key: null, fresh: false });
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

  it('leaves nothing to a key that is just being opened', async () => {
    for (let later = 0; later < 30; later += 1) {
      const world = await createWorld();
      await turnOn(world, 15);
      await world.tell<'lock'>({ type: 'lock' }, VIEW);
      const unlocking = world.ask<'unlock'>({ type: 'unlock', passphrase: WORDS }, VIEW);
      for (let turn = 0; turn < later; turn += 1) await new Promise(setImmediate);
      const wiping = wiped(world);
      world.honest = false;
      await Promise.all([unlocking, wiping]);
      await world.idle();
      // Unlocking lets the queue go on, and while something may be sent nothing is wiped.
      if (!(await wiping).ok) expect((await wiped(world)).ok).toBe(true);
      expect(await world.session(), `after ${later}`).toEqual([null, null]);
    }
  });

  it('says that the disk is full, and removes nothing', async () => {
    const world = await createWorld();
    world.full = true;
    expect(reasonOf(await wiped(world)).code).toBe('storage-full');
    expect(await world.store.accounts.all()).toHaveLength(1);
    world.full = false;
    const { id } = world.panel.addOrder();
    expect((await world.send(id, `o${id}`)).state).toBe('done');
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

type Begun = (world: World, orderId: string) => Promise<unknown>;

/** Commands that store something, begun before somebody wipes everything. The first two are tried under a passphrase as well. */
const BEGUN: readonly (readonly [string, Begun])[] = [
  ['an answer', (world) => world.ask<'language.set'>({ type: 'language.set', language: 'en' }, VIEW)],
  [
    'a new account with its keys',
    (world) => {
      const draft = { id: null, revision: 0, name: 'Drugi', panel: 'demo', tax: DEFAULT_TAX, seriesIds: [] };
      const secrets = { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura };
      return world.ask<'account.save'>({ type: 'account.save', ...draft, login: SECOND_LOGIN, secrets }, VIEW);
    },
  ],
  ['a document', (world, id) => world.ask<'send'>({ type: 'send', orderId: id, key: `o${id}`, confirm: [] })],
  ['a link', (world, id) => world.ask<'link'>({ type: 'link', orderId: id, key: `o${id}`, number: '1/11/2026' })],
  ['a test of the account', (world) => world.ask<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW)],
  [
    'a passphrase',
    (world) => {
      const keys = { [world.accountId]: { faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent } };
      return world.ask<'passphrase.on'>({ type: 'passphrase.on', passphrase: WORDS, keys, autoLock: 15 }, VIEW);
    },
  ],
];

describe.each([false, true])('what was begun before (under a passphrase: %s)', (isUnderPassphrase) => {
  const begun = isUnderPassphrase ? BEGUN.slice(0, 2) : BEGUN;
  it.each(begun)('stores nothing afterwards, wherever it was: %s', { timeout: 60_000 }, async (_what, begin) => {
    const met = new Set<string>();
    for (let place = 0; ; place += 1) {
      const world = await createWorld();
      if (isUnderPassphrase) await turnOn(world, 15);
      await world.idle();
      const { id } = world.panel.addOrder();
      const { reached, release } = heldAt(world, place);
      const begun = begin(world, id);
      const where = await Promise.race([reached, begun.then(() => null)]);
      if (where === null) break;
      const wiping = wiped(world);
      // What changes the passphrase comes to its end first, and only then is everything wiped.
      const early = await Promise.race([wiping, new Promise<null>((resolve) => setTimeout(resolve, 50, null))]);
      if (early?.ok) {
        expect(await isEmpty(world), where).toBe(true);
        met.add(where);
      }
      const booked = bookedFor(world, id).length;
      release();
      await begun;
      if (!(await wiping).ok) {
        expect(reasonOf(await wiping).code, where).toBe('account-busy');
        continue;
      }
      await world.idle();
      expect([...(await world.session()), world.lockAlarm()], where).toEqual([null, null, null]);
      await world.pass(30 * MINUTE);
      expect(await isEmpty(world), where).toBe(true);
      expect(bookedFor(world, id), where).toHaveLength(booked);
    }
    expect([...met]).toContain('before vault.state');
    expect(met.size).toBeGreaterThan(1);
  });
});

describe('a command that was begun before', () => {
  it('is no use of keys that are gone: nothing notes when somebody was there, and no alarm rings', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    await world.idle();
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    let looks = 0;
    world.life().watched = async (name) => {
      if (name !== 'after facts.get') return;
      looks += 1;
      // The first one asks whether the keys are due to be locked.
      if (looks !== 2) return;
      reached.resolve();
      await released.promise;
    };
    await world.tell<'language.set'>({ type: 'language.set', language: 'pl' }, VIEW);
    await reached.promise;
    expect((await wiped(world)).ok).toBe(true);
    released.resolve();
    await world.idle();
    expect([...(await world.session()), world.lockAlarm()]).toEqual([null, null, null]);
  });

  it('is told so, and what is asked afterwards is done', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    world.life().watched = async (name) => {
      if (name !== 'before transfers.create') return;
      world.life().watched = null;
      reached.resolve();
      await released.promise;
    };
    const sending = world.ask<'send'>({ type: 'send', orderId: id, key: `o${id}`, confirm: [] });
    await reached.promise;
    expect((await wiped(world)).ok).toBe(true);
    world.accountId = await setUpIn(world, {});
    released.resolve();
    expect(reasonOf(await sending)).toMatchObject({ code: 'internal' });
    await world.pass(30 * MINUTE);
    expect(bookedFor(world, id)).toHaveLength(0);
    expect(await world.store.transfers.get('demo', `o${id}`)).toBeNull();
    expect((await world.send(id, `o${id}`)).state).toBe('done');
    expect(bookedFor(world, id)).toHaveLength(1);
  });
});
