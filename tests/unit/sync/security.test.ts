/** The passphrase as a person meets it: setting it, giving it, and the lock that comes by itself. */
import { describe, expect, it } from 'vitest';
import type { Message, TypedKeys } from '../../../utils/messages/index.ts';
import { LOCKED } from '../../../utils/store/vault.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import { lock, stateOf, turnOn, unlock, WORDS } from './passphrase.ts';
import { draftOf, openedIn, setUpIn } from './set-up.ts';
import { POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, PANEL, reasonOf, VIEW, type World } from './world.ts';

const { faktura, abonent } = TEST_KEYS;

/** Stops the worker at the first place of that name, until it is released. */
function held(world: World, place: string) {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  world.life().watched = async (name) => {
    if (!name.startsWith(place)) return;
    world.life().watched = null;
    reached.resolve();
    await released.promise;
  };
  return { reached: reached.promise, release: released.resolve };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate);
}

const press = (world: World, id: string) =>
  world.ask<'send'>({ type: 'send', orderId: id, key: `o${id}`, confirm: [] });

describe('setting a passphrase', () => {
  it('shows which keys have to be typed again, and what is set afterwards', async () => {
    const world = await createWorld();
    const before = await world.tell<'security'>({ type: 'security' }, VIEW);
    const key = { accountId: world.accountId, account: 'Sklep testowy', fingerprint: expect.stringMatching(/^.{9}$/) };
    const keys = [
      { ...key, name: 'faktura' },
      { ...key, name: 'abonent' },
    ];
    expect(before).toEqual({ passphrase: 'none', autoLock: null, keys });
    await turnOn(world, 15);
    const after = { passphrase: 'unlocked', autoLock: 15, keys: before.keys };
    expect(await world.tell<'security'>({ type: 'security' }, VIEW)).toEqual(after);
  });

  it.each<[string, TypedKeys[string], object]>([
    ['nothing', {}, { faktura: 'required', abonent: 'required' }],
    ['one key only', { faktura }, { abonent: 'required' }],
    ['white space', { faktura, abonent: '  ' }, { abonent: 'required' }],
    [
      'the keys the other way round',
      { faktura: abonent, abonent: faktura },
      { faktura: 'other-key', abonent: 'other-key' },
    ],
    ['what is no hex', { faktura: 'nie wiem', abonent }, { faktura: 'key-not-hex' }],
    ['a key that was cut', { faktura: faktura.slice(1), abonent }, { faktura: 'key-odd-length' }],
  ])('is refused where a person typed %s, and says so key by key', async (_what, typed, problems) => {
    const world = await createWorld();
    const keys = { [world.accountId]: typed };
    const asked = { type: 'passphrase.on', passphrase: WORDS, keys, autoLock: null } as const;
    const named = Object.entries(problems).map(([name, problem]) => [`${world.accountId}/${name}`, problem]);
    expect(await world.tell<'passphrase.on'>(asked, VIEW)).toEqual({ ok: false, keys: Object.fromEntries(named) });
    expect(await stateOf(world)).toBe('none');
  });

  it('takes keys with white space and in either case', async () => {
    const world = await createWorld();
    const keys = {
      [world.accountId]: { faktura: ` ${faktura.toLowerCase()}\n`, abonent: abonent.replace(/(.{4})/g, '$1 ') },
    };
    const asked = { type: 'passphrase.on', passphrase: WORDS, keys, autoLock: null } as const;
    expect(await world.tell<'passphrase.on'>(asked, VIEW)).toMatchObject({ ok: true });
  });

  it('is refused where it is too short, and where there is one', async () => {
    const world = await createWorld();
    const keys = { [world.accountId]: { faktura, abonent } };
    const asked = { type: 'passphrase.on', keys, autoLock: null } as const;
    const short = await world.ask<'passphrase.on'>({ ...asked, passphrase: 'krótkie' }, VIEW);
    expect(reasonOf(short).code).toBe('internal');
    expect(await stateOf(world)).toBe('none');
    await turnOn(world);
    const again = await world.ask<'passphrase.on'>({ ...asked, passphrase: 'inne długie hasło' }, VIEW);
    expect(reasonOf(again).code).toBe('internal');
    await lock(world);
    await unlock(world);
  });

  it('says that the disk is full, and leaves everything as it was', async () => {
    const world = await createWorld();
    world.full = true;
    const keys = { [world.accountId]: { faktura, abonent } };
    const asked = { type: 'passphrase.on', passphrase: WORDS, keys, autoLock: null } as const;
    expect(reasonOf(await world.ask<'passphrase.on'>(asked, VIEW)).code).toBe('storage-full');
    world.full = false;
    expect(await stateOf(world)).toBe('none');
  });

  it('works before there is any key, and what is entered later is sealed under it', async () => {
    const world = await createWorld({ account: false });
    const asked = { type: 'passphrase.on', passphrase: WORDS, keys: {}, autoLock: null } as const;
    expect(await world.tell<'passphrase.on'>(asked, VIEW)).toMatchObject({ ok: true });

    world.accountId = await setUpIn(world, {});
    const { id } = world.panel.addOrder();
    expect((await world.send(id, `o${id}`)).state).toBe('done');
    await lock(world);
    expect(await world.store.vault.hmacKey(world.accountId, 'faktura')).toBe(LOCKED);
  });
});

describe('two tabs at the same time', () => {
  it('set one passphrase: the first one, with the lock that was chosen with it, and it stays given', async () => {
    const world = await createWorld();
    const keys = { [world.accountId]: { faktura, abonent } };
    const set = (passphrase: string, autoLock: 15 | 60) =>
      world.ask<'passphrase.on'>({ type: 'passphrase.on', passphrase, keys, autoLock }, VIEW);
    const [first, second] = await Promise.all([set(WORDS, 15), set('inne długie hasło', 60)]);
    expect(first).toMatchObject({ ok: true, value: { ok: true } });
    expect(second.ok).toBe(false);
    const view = await world.tell<'security'>({ type: 'security' }, VIEW);
    expect(view).toMatchObject({ passphrase: 'unlocked', autoLock: 15 });
    await lock(world);
    await unlock(world);
    expect(await stateOf(world)).toBe('unlocked');
  });

  it('one sets the passphrase while the other saves a key: that key is asked for, and nothing is changed', async () => {
    const world = await createWorld();
    const keys = { [world.accountId]: { faktura, abonent } };
    const { reached, release } = held(world, 'before vault.turnOn');
    const asked = { type: 'passphrase.on', passphrase: WORDS, keys, autoLock: 15 } as const;
    const setting = world.tell<'passphrase.on'>(asked, VIEW);
    await reached;
    const draft = draftOf(await openedIn(world));
    const secrets = { rachunek: faktura };
    expect(await world.tell<'account.save'>({ type: 'account.save', ...draft, secrets }, VIEW)).toMatchObject({
      ok: true,
    });
    release();
    expect(await setting).toEqual({ ok: false, keys: { [`${world.accountId}/rachunek`]: 'required' } });
    const view = await world.tell<'security'>({ type: 'security' }, VIEW);
    expect(view).toMatchObject({ passphrase: 'none', autoLock: null });
    expect(await world.session()).toEqual([null, null]);
    const { id } = world.panel.addOrder();
    expect((await world.send(id, `o${id}`)).state).toBe('done');
  });

  it('one locks while the other gives the passphrase: what was asked last counts', async () => {
    const world = await createWorld();
    await turnOn(world);
    await lock(world);
    const unlocking = unlock(world);
    await lock(world);
    await unlocking;
    expect(await stateOf(world)).toBe('locked');
  });
});

describe('a wrong passphrase', () => {
  it.each<[string, (wrong: string) => Message]>([
    ['unlocks nothing', (passphrase) => ({ type: 'unlock', passphrase })],
    ['changes nothing', (current) => ({ type: 'passphrase.change', current, next: 'inne długie hasło' })],
    ['takes nothing off', (current) => ({ type: 'passphrase.off', current })],
  ])('%s', async (_what, message) => {
    const world = await createWorld();
    await turnOn(world);
    await lock(world);
    expect(reasonOf(await world.ask(message('zupełnie inne hasło'), VIEW)).code).toBe('passphrase-wrong');
    expect(await stateOf(world)).toBe('locked');
    expect(await world.session()).toEqual([null, null]);
    await unlock(world);
    expect(await stateOf(world)).toBe('unlocked');
  });
});

describe('changing the passphrase and taking it off', () => {
  it('leaves sending as it was', async () => {
    const world = await createWorld();
    await turnOn(world);
    const next = 'inne długie hasło';
    await world.tell<'passphrase.change'>({ type: 'passphrase.change', current: WORDS, next }, VIEW);
    await lock(world);
    await unlock(world, next);
    const one = world.panel.addOrder();
    expect((await world.send(one.id, `o${one.id}`)).state).toBe('done');
    await world.tell<'passphrase.off'>({ type: 'passphrase.off', current: next }, VIEW);
    expect(await stateOf(world)).toBe('none');
    await world.restartBrowser();
    const other = world.panel.addOrder();
    expect((await world.send(other.id, `o${other.id}`)).state).toBe('done');
  });

  it('lets go on what waited for it, also where nobody had given it', async () => {
    const world = await createWorld();
    await turnOn(world);
    const { id } = world.panel.addOrder();
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 120 });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'queued' });
    await lock(world);
    await world.pass(60 * MINUTE);
    await world.tell<'passphrase.off'>({ type: 'passphrase.off', current: WORDS }, VIEW);
    await world.idle();
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('wants the new one to be long enough', async () => {
    const world = await createWorld();
    await turnOn(world);
    const short = { type: 'passphrase.change', current: WORDS, next: 'krótkie' } as const;
    expect(reasonOf(await world.ask<'passphrase.change'>(short, VIEW)).code).toBe('internal');
    expect(await world.store.vault.opens(WORDS)).toBe(true);
  });
});

describe('a forgotten passphrase', () => {
  it('goes with the keys alone: the queue waits for new ones, and then each document is sent once', async () => {
    const world = await createWorld();
    await turnOn(world);
    const { id } = world.panel.addOrder();
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 120 });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'queued' });
    await lock(world);
    await world.tell<'passphrase.forget'>({ type: 'passphrase.forget' }, VIEW);
    expect(await stateOf(world)).toBe('none');
    const account = await openedIn(world);
    expect(account).toMatchObject({ pausedBy: 'keys', secrets: { sellasist: null, faktura: null, abonent: null } });

    await world.pass(60 * MINUTE);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'queued' });
    expect(bookedFor(world, id)).toEqual([]);

    const secrets = { sellasist: DEMO_KEY, faktura, abonent };
    const saved = await world.tell<'account.save'>({ type: 'account.save', ...draftOf(account), secrets }, VIEW);
    expect(saved.ok).toBe(true);
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    await world.idle();
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('is not forgotten by whoever has just given it, nor where there is none', async () => {
    const world = await createWorld();
    expect((await world.ask<'passphrase.forget'>({ type: 'passphrase.forget' }, VIEW)).ok).toBe(false);
    await turnOn(world);
    expect((await world.ask<'passphrase.forget'>({ type: 'passphrase.forget' }, VIEW)).ok).toBe(false);
    expect(await stateOf(world)).toBe('unlocked');
  });
});

describe('the lock', () => {
  it('outlasts nothing but the browser: a new worker finds the keys, a new browser does not', async () => {
    const world = await createWorld();
    await turnOn(world);
    await world.restart();
    expect(await stateOf(world)).toBe('unlocked');
    await world.restartBrowser();
    expect(await stateOf(world)).toBe('locked');
  });

  it('comes by itself after the chosen time without anybody doing anything', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    await world.pass(15 * MINUTE - 1);
    expect(await world.store.vault.state()).toBe('unlocked');
    await world.pass(1);
    expect(await world.store.vault.state()).toBe('locked');
    expect(await world.session()).toEqual([null, null]);
    expect(world.lockAlarm()).toBeNull();
  });

  it('comes at no time where none was chosen', async () => {
    const world = await createWorld();
    await turnOn(world, null);
    expect(world.lockAlarm()).toBeNull();
    await world.pass(24 * 60 * MINUTE);
    expect(await stateOf(world)).toBe('unlocked');
  });

  it.each<[string, Message, typeof PANEL, boolean]>([
    ['a page of ours', { type: 'language.set', language: 'pl' }, VIEW, true],
    ['a page of ours that reads by itself', { type: 'account.list' }, VIEW, false],
    ['a button on the order card', { type: 'skip', orderId: '1001', key: 'o1001', why: 'nie' }, PANEL, true],
    ['a card that looks by itself', { type: 'state', orderId: '1001', key: null, fresh: false }, PANEL, false],
    ['a page that was opened', { type: 'controls', page: 'order-card', path: '/admin/orders/edit/1001' }, PANEL, false],
  ])('counts %s: %o', async (_who, message, speaker, counts) => {
    const world = await createWorld();
    await turnOn(world, 15);
    await world.pass(10 * MINUTE);
    await world.ask(message, speaker);
    await world.pass(10 * MINUTE);
    expect(await world.store.vault.state()).toBe(counts ? 'unlocked' : 'locked');
  });

  it('counts from what was done before the worker was stopped', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    await world.pass(10 * MINUTE);
    await world.restart();
    await world.pass(5 * MINUTE);
    expect(await world.store.vault.state()).toBe('locked');
  });

  it('comes at once when a computer that slept over it wakes', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    world.clock.advance(60 * MINUTE);
    await world.restart();
    expect(await world.store.vault.state()).toBe('locked');
  });

  it.each<[string, Message, typeof PANEL]>([
    ['a click in the panel', { type: 'skip', orderId: '1001', key: 'o1001', why: 'nie' }, PANEL],
    ['a page of ours that is used', { type: 'language.set', language: 'pl' }, VIEW],
    ['a card that looks by itself', { type: 'state', orderId: '1001', key: null, fresh: false }, PANEL],
  ])('comes before %s, where the computer slept and no alarm rang: %o', async (_who, message, speaker) => {
    const world = await createWorld();
    await turnOn(world, 5);
    await world.idle();
    world.clock.advance(8 * 60 * MINUTE);
    await world.ask(message, speaker);
    expect(await world.store.vault.state()).toBe('locked');
    expect(await world.session()).toEqual([null, null]);
  });

  it('comes before the first click after a night: nothing is sent', async () => {
    const world = await createWorld();
    await turnOn(world, 5);
    const { id } = world.panel.addOrder();
    world.clock.advance(8 * 60 * MINUTE);
    expect(reasonOf(await press(world, id)).code).toBe('locked');
    expect(await world.store.transfers.get('demo', `o${id}`)).toBeNull();
    expect(bookedFor(world, id)).toHaveLength(0);
  });

  it('costs a message nothing but one look where there is no passphrase', async () => {
    const world = await createWorld();
    const places: string[] = [];
    world.life().watched = (name) => {
      if (name.startsWith('before ')) places.push(name);
    };
    await world.tell<'language'>({ type: 'language' }, VIEW);
    expect(places).toEqual(['before vault.state', 'before facts.get']);
  });

  it.each([
    ['a night', 10 * DAY],
    ['an hour', 60 * MINUTE],
  ])('trusts no clock that was set back by %s: no alarm rings, and the next click finds it', async (_what, back) => {
    const world = await createWorld();
    await turnOn(world, 15);
    const { id } = world.panel.addOrder();
    world.clock.freeze(world.clock.now() - back);
    expect(reasonOf(await press(world, id)).code).toBe('locked');
    expect(await world.store.vault.state()).toBe('locked');
  });

  it('does not mind a clock that was put right by seconds, and does not wait longer for it', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    world.clock.freeze(world.clock.now() - 20_000);
    await world.restart();
    expect(await world.store.vault.state()).toBe('unlocked');
    await world.pass(15 * MINUTE + 20_000);
    expect(await world.store.vault.state()).toBe('locked');
  });

  it('looks every minute, not once in the end: an alarm goes by a clock that somebody may set', async () => {
    const world = await createWorld();
    await turnOn(world, 60);
    for (let minute = 0; minute < 59; minute += 1) {
      expect(world.lockAlarm()).toBe(world.clock.now() + MINUTE);
      await world.pass(MINUTE);
    }
    expect(await world.store.vault.state()).toBe('unlocked');
    await world.pass(MINUTE);
    expect(await world.store.vault.state()).toBe('locked');
    expect(world.lockAlarm()).toBeNull();
  });

  it('waits for the document that is on its way, and takes the keys before the next one', async () => {
    const world = await createWorld();
    await turnOn(world, 5);
    const [one, other] = [world.panel.addOrder(), world.panel.addOrder()];
    const { reached, release } = held(world, 'before POST');
    const sending = press(world, one.id);
    await reached;
    const waiting = press(world, other.id);
    await new Promise(setImmediate);
    await until(async () => (await world.store.transfers.get('demo', `o${other.id}`)) !== null);
    world.clock.advance(5 * MINUTE);
    await world.lockDue();
    expect(await world.store.vault.state()).toBe('unlocked');
    expect(world.lockAlarm()).toBe(world.clock.now() + MINUTE);
    release();
    await Promise.all([sending, waiting]);
    expect(await world.transfer(`o${one.id}`)).toMatchObject({ state: 'done' });
    expect(await world.transfer(`o${other.id}`)).toMatchObject({ state: 'queued' });
    expect(await world.store.vault.state()).toBe('locked');
    expect(bookedFor(world, other.id)).toHaveLength(0);
    await unlock(world);
    expect(await world.transfer(`o${other.id}`)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, other.id)).toHaveLength(1);
  });

  it('waits for nothing where somebody comes too late: the document goes on when the passphrase was given', async () => {
    const world = await createWorld();
    await turnOn(world, 5);
    const { id } = world.panel.addOrder();
    const { reached, release } = held(world, 'before POST');
    const sending = press(world, id);
    await reached;
    world.clock.advance(8 * 60 * MINUTE);
    const exported = await world.ask<'file.export'>(
      { type: 'file.export', secrets: { passphrase: 'hasło do pliku', current: null, keys: {} } },
      VIEW,
    );
    expect(exported.ok && exported.value.ok).toBe(false);
    expect(await world.store.vault.state()).toBe('locked');
    release();
    await sending;
    await world.idle();
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'issued', reason: { code: 'locked' } });
    await unlock(world);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('changes with its setting', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    await world.tell<'lock.after'>({ type: 'lock.after', minutes: null }, VIEW);
    expect(world.lockAlarm()).toBeNull();
    await world.tell<'lock.after'>({ type: 'lock.after', minutes: 5 }, VIEW);
    await world.pass(5 * MINUTE - 1);
    world.full = true;
    const full = await world.ask<'lock.after'>({ type: 'lock.after', minutes: 15 }, VIEW);
    expect(reasonOf(full).code).toBe('storage-full');
    world.full = false;
    await world.pass(5 * MINUTE);
    expect(await world.store.vault.state()).toBe('locked');
  });

  it('cannot be put off by somebody who does not know the passphrase', async () => {
    const world = await createWorld();
    await turnOn(world, 5);
    await lock(world);
    const never = await world.ask<'lock.after'>({ type: 'lock.after', minutes: null }, VIEW);
    expect(reasonOf(never).code).toBe('locked');
    expect(await world.tell<'security'>({ type: 'security' }, VIEW)).toMatchObject({ autoLock: 5 });
  });

  it('is told to every view, as are unlocking and saving', async () => {
    const world = await createWorld();
    const told = async (message: Message): Promise<boolean> => {
      const before = world.announced();
      await world.ask(message, VIEW);
      return world.announced() > before;
    };
    await turnOn(world);
    expect(await told({ type: 'lock' })).toBe(true);
    expect(await told({ type: 'unlock', passphrase: WORDS })).toBe(true);
    expect(await told({ type: 'language.set', language: 'pl' })).toBe(true);
    expect(await told({ type: 'passphrase.off', current: WORDS })).toBe(true);
    expect(await told({ type: 'account.list' })).toBe(false);
    expect(await told({ type: 'security' })).toBe(false);
  });
});
