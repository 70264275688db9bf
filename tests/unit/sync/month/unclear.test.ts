/** (e) A step whose end nobody saw. */
import { describe, expect, it } from 'vitest';
import { json } from '../troubles.ts';
import { bookedFor, DAY, MINUTE } from '../world.ts';
import {
  expectHome,
  HOME,
  kod,
  monthOf,
  monthState,
  moves,
  PUT_MONTH,
  refusedOrder,
  sendMonth,
  story,
} from './scene.ts';

describe('(e) a step whose end nobody saw', () => {
  it.each([
    ['was taken', { kind: 'drop', when: 'after' }, 1],
    ['was not taken', { kind: 'drop', when: 'before' }, 2],
    ['is taken a minute later', { kind: 'late', ms: 60_000 }, 1],
    ['ran out of time', { kind: 'timeout', when: 'after' }, 1],
    ['HTTP 502 after the work', { kind: 'status', status: 502, when: 'after' }, 1],
    ['a page of HTML before the work', { kind: 'html', when: 'before' }, 2],
    ['JSON without a Kod', json(200, { response: { Informacja: 'tak' } }), 2],
    ['Kod 100', kod(100), 2],
  ] as const)('there: %s', async (_what, trouble, there) => {
    const scene = await refusedOrder();
    const { world } = scene;
    world.network.arm({ ...PUT_MONTH, times: 1 }, trouble);
    await sendMonth(scene);
    const asked = story(world).length;
    await world.pass(119_000);
    // Nothing is decided, nothing is even asked.
    expect(story(world)).toHaveLength(asked);
    await world.pass(DAY);
    expect(moves(scene)).toEqual([...Array.from({ length: there }, () => 'POPRZ'), 'NAST']);
    await expectHome(scene);
  });

  it.each([
    ['was taken', { kind: 'drop', when: 'after' }, 1],
    ['was not taken', { kind: 'drop', when: 'before' }, 2],
    ['is taken a minute later', { kind: 'late', ms: 60_000 }, 1],
  ] as const)('back: %s', async (_what, trouble, back) => {
    const scene = await refusedOrder();
    const { world } = scene;
    world.network.arm({ ...PUT_MONTH, nth: 2, times: 1 }, trouble);
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    expect(await monthState(world)).toMatchObject([{ stage: 'back', reason: { code: 'month-unclear' } }]);
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ', ...Array.from({ length: back }, () => 'NAST')]);
    await expectHome(scene);
  });

  it('and comes after the month was found home: it is looked at once more, and brought home', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    // Lost on the way there, and taken three minutes later, when the second try has been taken back already.
    world.network.arm({ ...PUT_MONTH, times: 1 }, { kind: 'late', ms: 180_000 });
    await sendMonth(scene);
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ', 'POPRZ', 'NAST', 'NAST']);
    await expectHome(scene);
  });

  it('twice on the way there: the document is not sent, and the month comes home', async () => {
    const scene = await refusedOrder();
    const { world, key, orderId } = scene;
    world.network.arm({ ...PUT_MONTH, times: 2 }, { kind: 'drop', when: 'before' });
    await sendMonth(scene);
    await world.pass(DAY);
    expect(await world.transfer(key)).toMatchObject({ state: 'failed', reason: { code: 'month-unclear' } });
    expect(bookedFor(world, orderId)).toEqual([]);
    expect(monthOf(world)).toBe(HOME);
    // And it can be sent again from there, with the month or without.
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    await expectHome(scene);
  });
});

describe('a clock that was set back', () => {
  it('by a day in the middle does not keep the month away for a day', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    world.network.arm({ ...PUT_MONTH, nth: 2, times: 1 }, { kind: 'drop', when: 'before' });
    await sendMonth(scene);
    world.clock.freeze(world.clock.now() - DAY);
    await world.restart();
    await world.pass(10 * MINUTE);
    expect(monthOf(world)).toBe(HOME);
  });
});
