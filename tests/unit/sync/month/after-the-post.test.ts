/** (d) Whatever becomes of the POST, and of the way to it, the month goes home. */
import { describe, expect, it } from 'vitest';
import { STATE_FIELD } from '../computers.ts';
import { POST } from '../troubles.ts';
import { bookedFor, DAY, MINUTE, VIEW } from '../world.ts';
import {
  AWAY,
  expectHome,
  HOME,
  intentOf,
  kod,
  monthOf,
  moves,
  PUT_MONTH,
  refusedOrder,
  sendMonth,
  when,
} from './scene.ts';

describe('(d) whatever becomes of the POST, the month goes home', () => {
  it.each([
    ['Kod 201', kod(201), 'incomplete', 0],
    ['Kod 202', kod(202), 'failed', 0],
    ['Kod 403, which pauses the account', kod(403), 'failed', 0],
    ['an answer that is lost after the work', { kind: 'drop', when: 'after' }, 'done', 1],
    ['an answer that is lost before the work', { kind: 'drop', when: 'before' }, 'uncertain', 0],
    ['a time-out', { kind: 'timeout', when: 'after' }, 'done', 1],
    ['HTTP 429', { kind: 'too-many', retryAfter: 300 }, 'done', 1],
    ['no network', { kind: 'offline' }, 'done', 1],
  ] as const)('%s', async (_what, trouble, state, invoices) => {
    const scene = await refusedOrder();
    const { world, orderId, key } = scene;
    world.network.arm({ ...POST, times: 1 }, trouble);
    await sendMonth(scene);
    await world.pass(MINUTE);
    if (state !== 'done' || !['too-many', 'offline'].includes(trouble.kind)) expect(monthOf(world)).toBe(HOME);
    await world.pass(DAY);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
    expect(await world.transfer(key)).toMatchObject({ state });
    expect(bookedFor(world, orderId)).toHaveLength(invoices);
  });

  it('a limit at the POST: home first, and the whole of it again when its turn comes', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 300 });
    expect(await sendMonth(scene)).toMatchObject({ state: 'queued', reason: { code: 'rate-limited' } });
    await world.pass(100_000);
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ', 'NAST', 'POPRZ', 'NAST']);
    await expectHome(scene);
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'done' });
  });

  it('Erplink is switched on meanwhile: nothing is sent, and the month comes home', async () => {
    const scene = await refusedOrder();
    const { world, orderId } = scene;
    when(scene, /after PUT .*miesiac/, () =>
      world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: true }, VIEW),
    );
    await sendMonth(scene).catch(() => null);
    await world.pass(DAY);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
    expect(bookedFor(world, orderId)).toEqual([]);
  });
});

describe('the way to the POST', () => {
  it('takes the seconds in which another computer may read the order’s mark, and the month is moved once for them', async () => {
    const scene = await refusedOrder({ options: { settings: { stateFieldId: STATE_FIELD } }, wait: 30_000 });
    const { world } = scene;
    expect(await sendMonth(scene)).toMatchObject({ state: 'queued', reason: { code: 'claiming' } });
    expect(monthOf(world)).toBe(AWAY);
    await world.pass(MINUTE);
    expect(moves(scene)).toEqual(['POPRZ', 'NAST']);
    await expectHome(scene);
  });

  it('goes before whatever else waits, of whichever login', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    when(scene, /after PUT .*miesiac/, () => void world.send(id, `o${id}`).catch(() => null));
    await sendMonth(scene);
    await world.pass(MINUTE);
    const [first, second] = world.ifirma.booked();
    expect(String(first?.body.Uwagi)).toContain(`o${scene.orderId}`);
    expect(String(second?.body.Uwagi)).toContain(`o${id}`);
    expect(world.ifirma.outsideMonth()).toBe(1);
  });

  it('ends where the panel says another day by now: not even this month would do', async () => {
    const scene = await refusedOrder();
    const { world, orderId, key } = scene;
    when(scene, /after PUT .*miesiac/, () => {
      const order = world.panel.orders.get(orderId);
      if (order) world.panel.orders.set(orderId, { ...order, date: '2026-12-04 10:00:00' });
    });
    expect(await sendMonth(scene)).toMatchObject({ state: 'failed', reason: { code: 'month-elsewhere' } });
    await world.pass(DAY);
    expect(monthOf(world)).toBe(HOME);
    expect(await world.transfer(key)).toMatchObject({ state: 'failed' });
    expect(world.ifirma.outsideMonth()).toBe(1);
  });

  it('sent again without the month, while that is on its way home, it waits as any other document', async () => {
    const scene = await refusedOrder();
    const { world, orderId, key } = scene;
    world.network.arm({ ...PUT_MONTH, times: 2 }, { kind: 'drop', when: 'before' });
    await sendMonth(scene);
    await world.pass(125_000);
    expect(await world.transfer(key)).toMatchObject({ state: 'failed', reason: { code: 'month-unclear' } });
    expect(await world.send(orderId, key)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    await world.pass(DAY);
    expect(await world.transfer(key)).toMatchObject({ state: 'incomplete' });
    expect(monthOf(world)).toBe(HOME);
  });
});

describe('iFirma refuses the step there', () => {
  it.each([402, 403, 200, 201])('Kod %i: the document says so, and nothing was moved', async (number) => {
    const scene = await refusedOrder();
    const { world, key, orderId } = scene;
    world.network.arm(PUT_MONTH, kod(number));
    expect(await sendMonth(scene)).toMatchObject({
      state: 'failed',
      reason: { code: 'month-refused', params: { kod: String(number), text: 'Nie i już' } },
    });
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ']);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
    expect(bookedFor(world, orderId)).toEqual([]);
    // The key abonent is not the one that books: nothing is paused.
    expect((await world.store.accounts.get(world.accountId))?.pausedBy).toBeNull();
    const form = await world.tell<'repair.form'>({ type: 'repair.form', orderId, key });
    expect(form.month).toEqual({ kind: 'move', from: HOME, to: AWAY });
  });
});
