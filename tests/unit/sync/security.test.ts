/** The passphrase as a person meets it: setting it, giving it, and the lock that comes by itself. */
import { describe, expect, it } from 'vitest';
import type { Message, TypedKeys } from '../../../utils/messages/index.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import { lock, stateOf, turnOn, unlock, WORDS } from './passphrase.ts';
import { draftOf, openedIn, setUpIn } from './set-up.ts';
import { POST } from './troubles.ts';
import { bookedFor, createWorld, MINUTE, PANEL, reasonOf, VIEW } from './world.ts';

const { faktura, abonent } = TEST_KEYS;

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
    expect(await world.store.vault.hmacKey(world.accountId, 'faktura')).toBe('locked');
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
    ['a page of ours', { type: 'erplink.set', on: false }, VIEW, true],
    ['a page of ours that reads by itself', { type: 'account.list' }, VIEW, false],
    ['a button on the order card', { type: 'skip', orderId: '1001', key: 'o1001', why: 'nie' }, PANEL, true],
    ['a card that looks by itself', { type: 'state', orderId: '1001', fresh: false }, PANEL, false],
    ['a page that was opened', { type: 'controls', kind: 'order' }, PANEL, false],
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

  it('does not wait for a clock that was set back', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    world.clock.freeze(world.clock.now() - 24 * 60 * MINUTE);
    await world.restart();
    await world.pass(15 * MINUTE);
    expect(await world.store.vault.state()).toBe('locked');
  });

  it('waits a minute while something is on its way', async () => {
    const world = await createWorld();
    await turnOn(world, 5);
    const { id } = world.panel.addOrder();
    const reached = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const sending = world.ask<'send'>({ type: 'send', orderId: id, key: `o${id}`, confirm: [] });
    world.life().watched = async (name) => {
      if (!name.startsWith('before POST')) return;
      reached.resolve();
      await held.promise;
    };
    await reached.promise;
    world.clock.advance(5 * MINUTE);
    await world.lockDue();
    expect(await world.store.vault.state()).toBe('unlocked');
    expect(world.lockAlarm()).toBe(world.clock.now() + MINUTE);
    held.resolve();
    await sending;
    expect((await world.transfer(`o${id}`)).state).toBe('done');
    world.clock.advance(MINUTE);
    await world.lockDue();
    expect(await world.store.vault.state()).toBe('locked');
  });

  it('changes with its setting', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    await world.tell<'lock.after'>({ type: 'lock.after', minutes: 5 }, VIEW);
    expect(world.lockAlarm()).toBe(world.clock.now() + 5 * MINUTE);
    await world.tell<'lock.after'>({ type: 'lock.after', minutes: null }, VIEW);
    expect(world.lockAlarm()).toBeNull();
    world.full = true;
    const full = await world.ask<'lock.after'>({ type: 'lock.after', minutes: 15 }, VIEW);
    expect(reasonOf(full).code).toBe('storage-full');
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
    expect(await told({ type: 'erplink.set', on: false })).toBe(true);
    expect(await told({ type: 'passphrase.off', current: WORDS })).toBe(true);
    expect(await told({ type: 'account.list' })).toBe(false);
    expect(await told({ type: 'security' })).toBe(false);
  });
});
