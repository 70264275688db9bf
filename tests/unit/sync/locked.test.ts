/** While the keys are locked nothing is sent and nothing is lost, wherever the lock comes in between. */
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../utils/messages/index.ts';
import type { VaultRow } from '../../../utils/store/vault-row.ts';
import { badgeWords } from '../../../utils/texts/badge.ts';
import { putRaw, rawRows } from '../store/examples.ts';
import { lock, turnOn, unlock } from './passphrase.ts';
import { draftOf, openedIn, savedOf } from './set-up.ts';
import { POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, PANEL, reasonOf, VIEW, type World } from './world.ts';

async function lockedWorld(): Promise<World> {
  const world = await createWorld();
  await turnOn(world);
  await lock(world);
  return world;
}

/** Counts what reaches either service from now on. */
function requests(world: World): () => number {
  let count = 0;
  world.life().watched = (name) => {
    if (/^before (?:GET|POST|PUT) /.test(name)) count += 1;
  };
  return () => count;
}

describe('a locked card', () => {
  it('shows what the ledger knows without asking the panel, and no button', async () => {
    const world = await createWorld();
    await turnOn(world);
    const { id } = world.panel.addOrder();
    await world.send(id, `o${id}`);
    await lock(world);
    const asked = requests(world);
    const view = await world.tell<'state'>({ type: 'state', orderId: id, key: null, fresh: true });
    expect(view).toMatchObject({ mode: 'locked', problem: null });
    expect(view.documents).toMatchObject([{ key: `o${id}`, state: 'done', actions: [] }]);
    expect(asked()).toBe(0);
  });

  it('of an order that nobody sent is empty, and of a panel without an account says that', async () => {
    const world = await lockedWorld();
    const { id } = world.panel.addOrder();
    const locked = await world.tell<'state'>({ type: 'state', orderId: id, key: null, fresh: true });
    expect(locked).toMatchObject({ mode: 'locked', documents: [] });
    const other = { kind: 'panel', panel: 'drugi', tabId: 1 } as const;
    expect(await world.tell<'state'>({ type: 'state', orderId: id, key: null, fresh: true }, other)).toMatchObject({
      mode: 'setup',
    });
  });

  it('is whole again once the passphrase was given', async () => {
    const world = await lockedWorld();
    const { id } = world.panel.addOrder();
    await unlock(world);
    const view = await world.tell<'state'>({ type: 'state', orderId: id, key: null, fresh: true });
    expect(view).toMatchObject({ mode: 'ready', documents: [{ actions: ['issue', 'preview', 'link'] }] });
  });
});

describe('a command while the keys are locked', () => {
  const key = 'o1001' as const;
  it.each<[Message, typeof PANEL]>([
    [{ type: 'send', orderId: '1001', key, confirm: [] }, PANEL],
    [{ type: 'preview', orderId: '1001', key }, PANEL],
    [{ type: 'check', orderId: '1001', key }, PANEL],
    [{ type: 'skip', orderId: '1001', key, why: 'nie' }, PANEL],
    [{ type: 'link', orderId: '1001', key, number: '1/11/2026' }, PANEL],
    [{ type: 'pdf', orderId: '1001', key }, PANEL],
    [{ type: 'attach', orderId: '1001', key }, PANEL],
    [{ type: 'send.row', panel: 'demo', key, confirm: [] }, VIEW],
    [{ type: 'skip.row', panel: 'demo', key, why: 'nie' }, VIEW],
  ])('%o is refused with that reason and leaves no record', async (message, speaker) => {
    const world = await lockedWorld();
    const asked = requests(world);
    expect(reasonOf(await world.ask(message, speaker))).toEqual({ code: 'locked', params: {} });
    expect(await world.store.transfers.get('demo', key)).toBeNull();
    expect(asked()).toBe(0);
  });

  it('the connection test says so, and asks nobody', async () => {
    const world = await lockedWorld();
    const asked = requests(world);
    const lines = await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    expect(lines.length).toBeGreaterThan(0);
    for (const { problem } of lines) expect(problem).toEqual({ code: 'locked', params: {} });
    expect(asked()).toBe(0);
    expect((await world.store.accounts.get(world.accountId))?.pausedBy).toBeNull();
  });

  it('an account can be renamed, and a new key is refused', async () => {
    const world = await lockedWorld();
    const [account] = await world.tell<'account.list'>({ type: 'account.list' }, VIEW);
    if (!account) throw new Error('no account');
    const { id, revision, panel, login, tax, seriesIds } = account;
    const draft = { type: 'account.save', id, revision, name: 'Nowa', panel, login, tax, seriesIds } as const;
    const secrets = { faktura: 'A1B2C3D4E5F60718' };
    expect(reasonOf(await world.ask<'account.save'>({ ...draft, secrets }, VIEW)).code).toBe('locked');
    expect((await world.store.accounts.get(id))?.name).toBe('Sklep testowy');
    expect(await world.tell<'account.save'>({ ...draft, secrets: {} }, VIEW)).toMatchObject({ ok: true });
    expect((await world.store.accounts.get(id))?.name).toBe('Nowa');
  });
});

describe('work that waits', () => {
  it('stays queued for as long as the keys are locked, wakes nobody, and goes on when they are not', async () => {
    const world = await createWorld();
    await turnOn(world);
    const { id } = world.panel.addOrder();
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 120 });
    expect((await world.send(id, `o${id}`)).state).toBe('queued');
    await lock(world);
    await world.pass(2 * DAY);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'queued' });
    expect(world.alarm()).toBeNull();
    expect(bookedFor(world, id)).toHaveLength(0);
    await unlock(world);
    expect((await world.transfer(`o${id}`)).state).toBe('done');
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('is not picked up by a worker of a new browser, until somebody unlocks', async () => {
    const world = await createWorld();
    await turnOn(world);
    const { id } = world.panel.addOrder();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    expect((await world.send(id, `o${id}`)).state).toBe('uncertain');
    await world.restartBrowser();
    expect(world.alarm()).toBeNull();
    await world.pass(DAY);
    expect((await world.transfer(`o${id}`)).state).toBe('uncertain');
    await unlock(world);
    expect((await world.transfer(`o${id}`)).state).toBe('done');
    expect(bookedFor(world, id)).toHaveLength(1);
  });
});

/** What counts as a gate in `life`. */
const GATE = /^(?:before|after) (?:GET|POST|PUT|transfers\.(?:create|change)|accounts\.change)/;

/** Where one sending waits, from its start to its end. */
async function gatesOfOneSending(): Promise<number> {
  const world = await createWorld();
  await turnOn(world);
  const { id } = world.panel.addOrder();
  const before = world.life().gates.length;
  await world.send(id, `o${id}`);
  return world.life().gates.length - before;
}

describe('a lock in the middle of a sending', () => {
  it('leaves a true story at each place, and exactly one invoice once it was unlocked', {
    timeout: 60_000,
  }, async () => {
    const gates = await gatesOfOneSending();
    expect(gates).toBeGreaterThan(15);
    const met = new Map<string, string>();
    for (let at = 0; at < gates; at += 1) {
      const world = await createWorld();
      await turnOn(world);
      const { id } = world.panel.addOrder();
      let left = at;
      world.life().watched = async (name) => {
        if (!GATE.test(name)) return;
        if (left === 0) await world.store.vault.lock();
        left -= 1;
      };
      await world.ask<'send'>({ type: 'send', orderId: id, key: `o${id}`, confirm: [] });
      await world.idle();
      world.life().watched = null;
      const transfer = await world.store.transfers.get('demo', `o${id}`);
      const booked = bookedFor(world, id).length;
      if (transfer !== null) {
        met.set(transfer.state, transfer.reason?.code ?? '');
        // Before the POST it waits as if it had not begun; after it, nobody says that there is no invoice.
        expect(['queued', 'issued', 'uncertain', 'done'], `gate ${at}`).toContain(transfer.state);
        if (transfer.state === 'queued') expect([booked, transfer.post], `gate ${at}`).toEqual([0, null]);
        if (booked > 0) expect(transfer.identifier, `gate ${at}`).not.toBeNull();
        expect((await world.store.accounts.get(world.accountId))?.pausedBy, `gate ${at}`).toBeNull();
      }
      await world.pass(10 * MINUTE);
      expect(bookedFor(world, id), `gate ${at}`).toHaveLength(booked);
      await unlock(world);
      await world.pass(10 * MINUTE);
      if (transfer === null) continue;
      expect((await world.transfer(`o${id}`)).state, `gate ${at}`).toBe('done');
      expect(bookedFor(world, id), `gate ${at}`).toHaveLength(1);
    }
    expect(Object.fromEntries(met)).toMatchObject({ queued: 'locked', issued: 'locked', done: '' });
  });
});

describe('a key that is not locked and does not open', () => {
  /** Counts what is written into the ledger. A queue that turns without end never comes to an end of its own. */
  function bounded(world: World): () => number {
    let written = 0;
    world.life().watched = (name) => {
      if (name === 'before transfers.change') written += 1;
      if (written > 300) throw new Error('it turns without end');
    };
    return () => written;
  }

  it('because somebody typed the word „locked” is a wrong key like any other', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    await world.tell<'state'>({ type: 'state', orderId: id, key: null, fresh: true });
    const draft = { ...draftOf(await openedIn(world)), secrets: { sellasist: 'locked' } };
    savedOf(await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW), 'the key');
    const written = bounded(world);
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'failed', reason: { code: 'sellasist-key' } });
    expect(written()).toBeLessThan(10);
    const [line] = await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    expect(line).toMatchObject({ problem: { code: 'sellasist-key' }, field: 'sellasist' });
  });

  it.each(['hmac', 'panel'] as const)(
    'because its row is of another data key is missing, and nobody waits for a passphrase (%s)',
    async (kind) => {
      const world = await createWorld();
      await turnOn(world);
      const [order, other] = [world.panel.addOrder(), world.panel.addOrder()];
      for (const { id } of [order, other])
        await world.tell<'state'>({ type: 'state', orderId: id, key: null, fresh: true });
      const rows = ((await rawRows(world.database)).find(({ table }) => table === 'vault')?.rows ?? []) as VaultRow[];
      const torn = rows.flatMap((row) => {
        if (row.id[0] !== kind || !('seal' in row) || row.seal.kind !== 'passphrase') return [];
        return [{ ...row, seal: { ...row.seal, dataKeyId: '0123456789abcdef' } }];
      });
      expect(torn.length).toBeGreaterThan(0);
      await putRaw(world.database, 'vault', torn);
      const written = bounded(world);
      const expected =
        kind === 'panel'
          ? { state: 'failed', reason: { code: 'sellasist-key' } }
          : { state: 'failed', reason: { code: 'key-missing' } };
      expect(await world.send(order.id, `o${order.id}`)).toMatchObject(expected);
      await world.pass(DAY);
      expect(written()).toBeLessThan(20);
      expect((await world.store.accounts.get(world.accountId))?.pausedBy).toBe(kind === 'hmac' ? 'key-missing' : null);
      // What really is locked is said as before.
      await lock(world);
      expect(reasonOf(await world.ask<'pdf'>({ type: 'pdf', orderId: order.id, key: `o${order.id}` })).code).toBe(
        'locked',
      );
    },
  );
});

describe('the icon', () => {
  it('counts what needs a person, says when the keys are locked, and counts again', async () => {
    const world = await createWorld();
    await world.idle();
    expect(world.badge()).toEqual({ isLocked: false, waiting: 0, language: 'pl' });
    await turnOn(world);
    const { id } = world.panel.addOrder({ total: '1.00' });
    expect((await world.send(id, `o${id}`)).state).toBe('incomplete');
    await world.idle();
    expect(world.badge()).toEqual({ isLocked: false, waiting: 1, language: 'pl' });
    await lock(world);
    await world.idle();
    expect(world.badge()).toMatchObject({ isLocked: true });
    await world.tell<'language.set'>({ type: 'language.set', language: 'en' }, VIEW);
    await world.idle();
    expect(world.badge()).toMatchObject({ isLocked: true, language: 'en' });
    await unlock(world);
    expect(world.badge()).toEqual({ isLocked: false, waiting: 1, language: 'en' });
    await world.restartBrowser();
    expect(world.badge()).toMatchObject({ isLocked: true });
  });

  it.each([
    [{ isLocked: false, waiting: 0 }, '', 'Mostek'],
    [{ isLocked: false, waiting: 1 }, '1', 'Mostek: 1\u00a0dokument wymaga uwagi'],
    [{ isLocked: false, waiting: 3 }, '3', 'Mostek: 3\u00a0dokumenty wymagają uwagi'],
    [{ isLocked: false, waiting: 12 }, '12', 'Mostek: 12\u00a0dokumentów wymaga uwagi'],
    [{ isLocked: false, waiting: 1000 }, '999+', 'Mostek: 1000\u00a0dokumentów wymaga uwagi'],
    [{ isLocked: true, waiting: 3 }, 'STOP', 'Mostek jest zablokowany i niczego nie wysyła. Kliknij, aby podać hasło.'],
  ])('says %o as “%s”', (badge, text, title) => {
    expect(badgeWords('pl', badge)).toMatchObject({ text, title });
    expect(badgeWords('en', badge).text).toBe(text);
  });
});
