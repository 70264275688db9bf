/** (g) A way back that keeps failing, and what a person may do about it. */
import { describe, expect, it } from 'vitest';
import { TEST_KEYS, TEST_LOGIN } from '../../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../../sim/sellasist/index.ts';
import { draftOf, openedIn } from '../set-up.ts';
import { bookedFor, DAY, MINUTE, VIEW } from '../world.ts';
import {
  AWAY,
  expectHome,
  HOME,
  intentOf,
  kod,
  monthOf,
  monthState,
  moves,
  PUT_MONTH,
  passphraseOn,
  refusedOrder,
  sendMonth,
  when,
} from './scene.ts';

describe('(g) a way back that keeps failing', () => {
  /** The way there, and then iFirma takes no step any more. */
  async function stuck(trouble: ReturnType<typeof kod>) {
    const scene = await refusedOrder();
    const shut = scene.world.network.arm({ ...PUT_MONTH, nth: 2 }, trouble);
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    return { scene, shut };
  }

  it.each([402, 403, 201])('Kod %i: tried again and again, the others wait, and the pages say why', async (number) => {
    const { scene, shut } = await stuck(kod(number));
    const { world } = scene;
    expect(await monthState(world)).toMatchObject([
      {
        login: TEST_LOGIN,
        stage: 'back',
        at: AWAY,
        home: HOME,
        reason: { code: 'month-not-home', params: { from: HOME, to: AWAY } },
      },
    ]);
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    await world.pass(6 * 60 * MINUTE);
    const tried = moves(scene).length;
    expect(tried).toBeGreaterThan(10);
    expect(tried).toBeLessThan(60);
    expect(bookedFor(world, id)).toEqual([]);
    shut.remove();
    await world.tell<'month.retry'>({ type: 'month.retry', login: TEST_LOGIN }, VIEW);
    await world.idle();
    await expectHome(scene);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
  });

  it('its keys are gone with a forgotten passphrase: typed again, it comes home', async () => {
    const { scene, shut } = await stuck(kod(403));
    const { world } = scene;
    shut.remove();
    await passphraseOn(world);
    await world.tell<'lock'>({ type: 'lock' }, VIEW);
    await world.tell<'passphrase.forget'>({ type: 'passphrase.forget' }, VIEW);
    await world.pass(60 * MINUTE);
    expect(monthOf(world)).toBe(AWAY);
    expect(await monthState(world)).toMatchObject([{ reason: { code: 'month-not-home' } }]);
    const draft = draftOf(await openedIn(world));
    const secrets = { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent };
    await world.tell<'account.save'>({ type: 'account.save', ...draft, secrets }, VIEW);
    await world.pass(60 * MINUTE);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
  });

  it('keeps its account and everything else from being taken away', async () => {
    const { scene, shut } = await stuck(kod(403));
    const { world } = scene;
    const reason = { code: 'month-not-home' };
    const remove = { type: 'account.remove', id: world.accountId } as const;
    expect(await world.ask<'account.remove'>(remove, VIEW)).toMatchObject({ ok: false, reason });
    expect(await world.ask<'wipe'>({ type: 'wipe' }, VIEW)).toMatchObject({ ok: false, reason });
    shut.remove();
    await world.tell<'month.retry'>({ type: 'month.retry', login: TEST_LOGIN }, VIEW);
    expect(await world.ask<'account.remove'>(remove, VIEW)).toMatchObject({ ok: true });
  });

  it('a full disk in the middle: nothing is sent that could not be recorded, and with room again it comes home', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    when(scene, /after POST .*fakturakraj/, () => {
      world.full = true;
    });
    await sendMonth(scene).catch(() => null);
    await world.pass(10 * MINUTE);
    expect(moves(scene)).toEqual(['POPRZ']);
    world.full = false;
    await world.pass(DAY);
    await expectHome(scene);
  });

  it('`month.leave`: a person leaves it there, what waited goes on, and nothing of ours moves it any more', async () => {
    const { scene, shut } = await stuck(kod(403));
    const { world, key } = scene;
    const { id } = world.panel.addOrder({ date: '2026-11-21' });
    await world.send(id, `o${id}`);
    expect(await world.tell<'month.leave'>({ type: 'month.leave', login: TEST_LOGIN }, VIEW)).toEqual([]);
    shut.remove();
    const tried = moves(scene).length;
    await world.pass(DAY);
    expect(moves(scene)).toHaveLength(tried);
    expect(monthOf(world)).toBe(AWAY);
    expect(await intentOf(world)).toBeNull();
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done', reason: null });
    const rows = await world.store.log.ofDocument('demo', key, 200);
    expect(rows.some(({ reason }) => reason?.code === 'month-left')).toBe(true);
  });

  it('`month.leave` on the way there: the document waits for its turn as any other, and moves nothing', async () => {
    const scene = await refusedOrder();
    const { world, key } = scene;
    world.network.arm({ ...PUT_MONTH, times: 1 }, { kind: 'drop', when: 'after' });
    await sendMonth(scene);
    await world.tell<'month.leave'>({ type: 'month.leave', login: TEST_LOGIN }, VIEW);
    await world.pass(DAY);
    // iFirma had taken the step: it is the month of the document.
    expect(monthOf(world)).toBe(AWAY);
    expect(await world.transfer(key)).toMatchObject({ state: 'done' });
    expect(moves(scene)).toEqual(['POPRZ']);
  });
});

describe('`month.leave` in the very moment', () => {
  it('before a step: it is not made', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    when(
      scene,
      /after GET .*miesiac/,
      async () => {
        // Whoever leaves it waits for the engine, which waits here.
        void world.tell<'month.leave'>({ type: 'month.leave', login: TEST_LOGIN }, VIEW);
        while ((await intentOf(world))?.ended === null) await new Promise(setImmediate);
      },
      2,
    );
    await sendMonth(scene);
    await world.pass(DAY);
    expect(moves(scene)).toEqual([]);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
    expect(await world.transfer(scene.key)).toMatchObject({ state: 'incomplete' });
  });
});
