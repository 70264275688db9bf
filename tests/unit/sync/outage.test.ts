/** The database goes away: everybody is told, nothing is sent that cannot be recorded, and it is found again by itself. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../utils/messages/index.ts';
import { createOutage } from '../../../utils/sync/outage.ts';
import { badgeWords } from '../../../utils/texts/badge.ts';
import { requested } from '../store/examples.ts';
import { failToOpen, loseConnection } from '../store/not-opening.ts';
import { hold } from './hold.ts';
import { IFIRMA } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, NOW, PANEL, reasonOf, VIEW, type World } from './world.ts';

// Some dozens of worlds a test, each with a day in it.
vi.setConfig({ testTimeout: 120_000 });

afterEach(() => {
  vi.restoreAllMocks();
});

const said = (name: string): Error => new DOMException('', name);

async function goAway(world: World): Promise<void> {
  failToOpen();
  await loseConnection(world.store);
}

/** Another context, of newer code, has changed the database. */
async function becomeNewer(world: World): Promise<void> {
  (await requested(indexedDB.open(world.database, 99))).close();
}

const posts = (world: World): number => world.network.passed.filter(({ method }) => method === 'POST').length;

describe('an outage', () => {
  function outage() {
    const told: string[] = [];
    const read = vi.fn(async () => null as unknown);
    const wakeAt = vi.fn();
    const tell = (what: string) => () => void told.push(what);
    const made = createOutage({ clock: { now: () => NOW }, wakeAt, read, began: tell('began'), ended: tell('ended') });
    return { ...made, told, read, wakeAt };
  }

  it.each([
    ['UnknownError', 'database-closed'],
    ['VersionError', 'database-newer'],
    ['QuotaExceededError', 'storage-full'],
  ])('of a %s is %s to a person, and is tried again in a minute', async (name, code) => {
    const { met, told, wakeAt } = outage();
    expect(await met(said(name))).toEqual({ code, params: {} });
    expect(told).toEqual(['began']);
    expect(wakeAt).toHaveBeenCalledExactlyOnceWith(NOW + MINUTE);
  });

  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['VersionError', 'database-newer'],
    ['UnknownError', 'database-closed'],
    ['TypeError', 'database-closed'],
  ])('of a call that was cut off is what the next opening says: %s, %s', async (name, code) => {
    const { met, read } = outage();
    read.mockRejectedValueOnce(said(name));
    expect(await met(said('AbortError'))).toEqual({ code, params: {} });
  });

  it('is none where a bug was met', async () => {
    const { met, end, told, wakeAt, read } = outage();
    expect(await met(new TypeError('x'))).toEqual({ code: 'internal', params: { detail: 'TypeError' } });
    await end();
    expect([told, wakeAt.mock.calls, read.mock.calls]).toEqual([[], [], []]);
  });

  it('ends when the database can be read, and says so once', async () => {
    const { met, end, told, read } = outage();
    await met(said('VersionError'));
    read.mockRejectedValueOnce(said('VersionError'));
    await expect(end()).rejects.toMatchObject({ name: 'VersionError' });
    expect(told).toEqual(['began']);
    await Promise.all([end(), end()]);
    await end();
    expect(told).toEqual(['began', 'ended']);
    expect(read).toHaveBeenCalledTimes(3);
  });
});

const SAID: readonly (readonly ['panel' | 'view', Message])[] = [
  ['panel', { type: 'state', orderId: '1001', key: null, fresh: true }],
  ['panel', { type: 'send', orderId: '1001', key: 'd77', confirm: [] }],
  ['panel', { type: 'preview', orderId: '1001', key: 'd77' }],
  ['panel', { type: 'link', orderId: '1001', key: 'd77', number: '1/11/2026' }],
  ['panel', { type: 'skip', orderId: '1001', key: 'd77', why: 'nie ta' }],
  ['panel', { type: 'check', orderId: '1001', key: 'd77' }],
  ['panel', { type: 'attach', orderId: '1001', key: 'd77' }],
  ['panel', { type: 'pdf', orderId: '1001', key: 'd77' }],
  ['view', { type: 'account.list' }],
  ['view', { type: 'security' }],
  ['view', { type: 'errors', before: null }],
  ['view', { type: 'recent', before: null }],
  ['view', { type: 'send.row', panel: 'demo', key: 'd77', confirm: [] }],
  ['view', { type: 'language.set', language: 'en' }],
  ['view', { type: 'wipe' }],
];

describe('while the database', () => {
  it.each([
    ['does not open', goAway, 'database-closed'],
    ['is of a newer version', becomeNewer, 'database-newer'],
  ])('%s, everybody who asks is told, and no request leaves', async (_why, happens, code) => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    await happens(world);
    const requests = world.network.passed.length;
    for (const [who, message] of SAID) {
      const reply = await world.ask(message, who === 'view' ? VIEW : PANEL);
      expect(reasonOf(reply), message.type).toEqual({ code, params: {} });
    }
    await world.pass(10 * MINUTE);
    expect(world.network.passed).toHaveLength(requests);
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('does not open, the icon says in words that nothing is sent, whatever else is known', () => {
    const badge = { isLocked: true, waiting: 3, isClosed: true };
    expect(badgeWords('pl', badge)).toMatchObject({
      text: 'STOP',
      title: expect.stringMatching(/bazy danych.*nie wysyła/),
    });
    expect(badgeWords('en', badge)).toMatchObject({
      text: 'STOP',
      title: expect.stringMatching(/database.*sends nothing/),
    });
  });

  it('does not open, the icon shows no count, and the count again when it does', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({ buyer: { postcode: '' } });
    await world.send(order.id, `o${order.id}`);
    await world.idle();
    expect(world.badge()).toEqual({ isLocked: false, waiting: 1, language: 'pl' });
    await goAway(world);
    await world.ask({ type: 'account.list' }, VIEW);
    expect(world.badge()).toMatchObject({ isClosed: true, waiting: 0 });
    const announced = world.announced();
    vi.restoreAllMocks();
    expect(await world.ask({ type: 'account.list' }, VIEW)).toMatchObject({ ok: true });
    await world.idle();
    expect(world.badge()).toEqual({ isLocked: false, waiting: 1, language: 'pl' });
    // Whoever shows that it did not open asks again.
    expect(world.announced()).toBe(announced + 1);
  });

  it('does not open when the worker starts, it tries each minute, and then finds what waits', async () => {
    const world = await createWorld();
    const shut = world.network.arm({ host: IFIRMA }, { kind: 'too-many', retryAfter: 120 });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'queued' });
    shut.remove();
    await goAway(world);
    await world.restart();
    expect(world.badge()).toMatchObject({ isClosed: true });
    expect(world.alarm()).toBe(world.clock.now() + MINUTE);
    await world.pass(30 * MINUTE);
    expect(world.alarm()).toBeLessThanOrEqual(world.clock.now() + MINUTE);
    expect(vi.mocked(indexedDB.open).mock.calls.length).toBeLessThan(4 * 30);
    expect(world.ifirma.booked()).toEqual([]);
    vi.restoreAllMocks();
    await world.pass(MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
    expect(bookedFor(world, '1001')).toHaveLength(1);
    expect(world.badge()).toEqual({ isLocked: false, waiting: 0, language: 'pl' });
  });
});

describe('the database goes away', () => {
  it('before the intent is stored: the person is told, nothing is posted, and it goes out once when it is back', async () => {
    const world = await createWorld();
    const held = hold(world, /GET .*faktury\.json/);
    const reply = world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
    await held.reached;
    await goAway(world);
    held.release();
    expect(reasonOf(await reply).code).toBe('database-closed');
    expect(posts(world)).toBe(0);
    vi.restoreAllMocks();
    await world.pass(2 * MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
    expect(posts(world)).toBe(1);
  });

  it('after the POST, so that its identifier is not stored: found by its mark, and not posted again', async () => {
    const world = await createWorld();
    const held = hold(world, /after POST/);
    const reply = world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
    await held.reached;
    await goAway(world);
    held.release();
    expect(reasonOf(await reply).code).toBe('database-closed');
    expect(bookedFor(world, '1001')).toHaveLength(1);
    vi.restoreAllMocks();
    // As it lies there: begun, and not ended.
    expect(await world.transfer('d77')).toMatchObject({ state: 'sending', step: 'issue', identifier: null });
    await world.pass(DAY);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done', reason: null });
    expect(bookedFor(world, '1001')).toHaveLength(1);
    expect(posts(world)).toBe(1);
  });

  /** Sends the document; at its nth wait, counted from 0, the database is gone. Answers with how often it waited. */
  async function sendWith(world: World, nth: number | null, openings: number): Promise<number> {
    let waits = 0;
    let isOver = false;
    world.life().watched = async () => {
      waits += 1;
      if (isOver || waits - 1 !== nth) return;
      failToOpen(openings);
      await loseConnection(world.store);
    };
    const reply = await world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
    if (!reply.ok) expect(reply.reason.code).toBe('database-closed');
    await world.pass(DAY);
    // Also where the last wait came as late as that; from now on nothing goes away any more.
    isOver = true;
    vi.restoreAllMocks();
    await world.pass(DAY);
    return waits;
  }

  async function opened(): Promise<World> {
    const world = await createWorld();
    // The card is open, as it is before anybody presses a button.
    await world.view('1001', 'd77');
    return world;
  }

  it.each([
    ['for a moment', 1, 1],
    ['for some minutes', 9, 5],
  ])(
    '%s, wherever the worker waits: booked once, saved once, and never called a bug',
    async (_howLong, openings, every) => {
      const waits = await sendWith(await opened(), null, openings);
      expect(waits).toBeGreaterThan(80);
      let byPerson = 0;
      for (let nth = 0; nth < waits; nth += every) {
        const world = await opened();
        await sendWith(world, nth, openings);
        const where = `gone at wait ${nth}`;
        const stored = await world.store.transfers.get('demo', 'd77');
        // Never accepted, so not sent; or its intent was stored and its request never left, so that only a person may send it again.
        const needsPerson = stored === null || stored.state === 'uncertain';
        if (stored?.state === 'uncertain') expect(stored, where).toMatchObject({ reason: { code: 'absent-proven' } });
        if (needsPerson) expect(await world.send('1001', 'd77'), where).toMatchObject({ state: 'done' });
        else expect(stored, where).toMatchObject({ state: 'done', reason: null });
        expect(bookedFor(world, '1001'), where).toHaveLength(1);
        expect(posts(world), where).toBe(1);
        expect(world.panel.files('1001', '12'), where).toHaveLength(1);
        const { rows } = await world.store.log.page({ before: null, limit: 100 });
        const reasons = rows.map(({ reason }) => reason?.code);
        expect(reasons, where).not.toContain('internal');
        if (needsPerson) byPerson += 1;
      }
      // Until it was accepted, and between the intent and the request.
      expect(byPerson).toBeLessThan(waits / 3);
    },
  );
});
