/** (a) No year is crossed. (f) What somebody else has moved is theirs. */
import { describe, expect, it } from 'vitest';
import { TEST_LOGIN } from '../../../sim/ifirma/index.ts';
import { bookedFor, DAY, VIEW } from '../world.ts';
import {
  expectHome,
  HOME,
  monthOf,
  monthState,
  moves,
  refusedOrder,
  type Scene,
  sendMonth,
  setMonth,
  when,
} from './scene.ts';

describe('(a) a year is never crossed', () => {
  it('not when somebody has set the month of another year meanwhile', async () => {
    const scene = await refusedOrder();
    const { world, key } = scene;
    when(scene, /after PUT .*miesiac/, () => setMonth(world, '2027-01'));
    await sendMonth(scene);
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ']);
    expect(monthOf(world)).toBe('2027-01');
    expect(await world.transfer(key)).toMatchObject({ state: 'failed', reason: { code: 'month-elsewhere' } });
  });

  it('not for a sale of December in January', async () => {
    const scene = await refusedOrder({ now: Date.parse('2027-01-04T10:00:00+01:00'), date: '2026-12-30' });
    const { world, orderId, key } = scene;
    const form = await world.tell<'repair.form'>({ type: 'repair.form', orderId, key });
    expect(form.month).toEqual({ kind: 'other-year', from: '2027-01', to: '2026-12' });
    const ask = { type: 'send.month', orderId, key, from: '2027-01', to: '2026-12' } as const;
    expect(await world.ask<'send.month'>(ask)).toMatchObject({ ok: false });
    expect(moves(scene)).toEqual([]);
  });
});

describe('(f) somebody else moves the month', () => {
  const by = (scene: Scene, month: string) => () => setMonth(scene.world, month);

  it.each([
    ['before the first step', /before GET .*miesiac/, 2, '2026-10', []],
    ['after it', /after PUT .*miesiac/, 1, '2026-09', ['POPRZ']],
    ['right before the POST', /before GET .*miesiac/, 4, '2026-09', ['POPRZ']],
  ] as const)(
    '%s: nothing is sent, nothing is touched any more, and the document says so',
    async (_what, place, nth, month, moved) => {
      const scene = await refusedOrder();
      const { world, orderId, key } = scene;
      when(scene, place, by(scene, month), nth);
      expect(await sendMonth(scene)).toMatchObject({
        state: 'failed',
        reason: { code: 'month-elsewhere', params: { month } },
      });
      await world.pass(DAY);
      expect(moves(scene)).toEqual(moved);
      expect(monthOf(world)).toBe(month);
      expect(bookedFor(world, orderId)).toEqual([]);
      expect(await world.transfer(key)).toMatchObject({ state: 'failed' });
      // What was not moved by Mostek is nobody's to be told of.
      expect(await monthState(world)).toMatchObject(moved.length === 0 ? [] : [{ stage: 'ended' }]);
      // And nothing waits for it.
      setMonth(world, HOME);
      const { id: other } = world.panel.addOrder({ date: '2026-12-04' });
      expect(await world.send(other, `o${other}`)).toMatchObject({ state: 'done' });
    },
  );

  it('after the POST: the invoice stands, the log and our own pages say it until a person has read it', async () => {
    const scene = await refusedOrder();
    const { world, orderId, key } = scene;
    when(scene, /after POST .*fakturakraj/, by(scene, '2026-09'));
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ']);
    expect(bookedFor(world, orderId)).toHaveLength(1);
    expect(await monthState(world)).toMatchObject([
      { stage: 'ended', reason: { code: 'month-elsewhere', params: { month: '2026-09' } } },
    ]);
    const rows = await world.store.log.ofDocument('demo', key, 50);
    expect(rows.some(({ event, reason }) => event === 'month' && reason?.code === 'month-elsewhere')).toBe(true);
    expect(await world.tell<'month.leave'>({ type: 'month.leave', login: TEST_LOGIN }, VIEW)).toEqual([]);
  });

  it('back home themselves: there is nothing left to do', async () => {
    const scene = await refusedOrder();
    when(scene, /after POST .*fakturakraj/, by(scene, HOME));
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    expect(moves(scene)).toEqual(['POPRZ']);
    await expectHome(scene);
  });
});
