/**
 * The worker is killed at every request and at every write of the whole way. Nobody comes to help: in the end the month is home, and there
 * is at most one invoice, and no POST ever met a wrong month.
 */
import { describe, expect, it, vi } from 'vitest';
import { bookedFor, DAY } from '../world.ts';
import { expectHome, HOME, intentOf, monthOf, PUT_MONTH, refusedOrder, type Scene, sendMonth } from './scene.ts';

vi.setConfig({ testTimeout: 600_000 });

/**
 * Booked; or never accepted; or posted, and nobody knows; or two steps that nobody saw the end of.
 */
const OUTCOMES = /^(?:done - 1|incomplete - 0|uncertain absent-proven 0|failed month-unclear 0)$/;

async function outcomeOf({ world, orderId, key }: Scene): Promise<string> {
  const { state, reason } = await world.transfer(key);
  return `${state} ${reason?.code ?? '-'} ${bookedFor(world, orderId).length}`;
}

type Arm = (scene: Scene) => unknown;

async function gatesOf(arm: Arm): Promise<readonly string[]> {
  const scene = await refusedOrder();
  arm(scene);
  scene.world.newLife(null);
  await sendMonth(scene);
  await scene.world.pass(DAY / 4);
  await expectHome(scene);
  return scene.world.life().gates;
}

const WAYS: Readonly<Record<string, Arm>> = {
  'the plain way': () => null,
  'a step there whose answer is lost after the work': ({ world }) =>
    world.network.arm({ ...PUT_MONTH, times: 1 }, { kind: 'drop', when: 'after' }),
  'a step there whose answer is lost before the work': ({ world }) =>
    world.network.arm({ ...PUT_MONTH, times: 1 }, { kind: 'drop', when: 'before' }),
  'a step back whose answer is lost after the work': ({ world }) =>
    world.network.arm({ ...PUT_MONTH, times: 1, nth: 2 }, { kind: 'drop', when: 'after' }),
};

describe.each(Object.entries(WAYS))('%s', (_name, arm) => {
  it('brings the month home, with one invoice at most, wherever the worker dies', async () => {
    const gates = await gatesOf(arm);
    expect(gates.filter((gate) => gate.includes('facts.change')).length).toBeGreaterThan(8);
    for (const [at, gate] of gates.entries()) {
      const scene = await refusedOrder();
      const { world } = scene;
      arm(scene);
      const where = `killed ${gate} (${at})`;
      world.newLife(at);
      await Promise.race([sendMonth(scene), world.life().died]);
      await world.pass(DAY / 4);
      expect(monthOf(world), where).toBe(HOME);
      expect(await intentOf(world), where).toBeNull();
      // The refusal before; and a POST that was cut off may have been worked on when the month was home again: none is.
      expect(world.ifirma.outsideMonth(), where).toBe(1);
      expect(await outcomeOf(scene), where).toMatch(OUTCOMES);
      world.store.close();
    }
  });
});

describe('killed twice', () => {
  it('wherever the second worker goes after a step that nobody heard of', async () => {
    const gates = await gatesOf(() => null);
    const first = gates.findIndex((gate) => /after PUT \/iapi\/abonent/.test(gate));
    for (let second = 0; second < 30; second += 1) {
      const scene = await refusedOrder();
      const { world } = scene;
      world.newLife(first);
      await Promise.race([sendMonth(scene), world.life().died]);
      world.newLife(second);
      await world.pass(DAY / 4);
      expect(monthOf(world), `${second}`).toBe(HOME);
      expect(await intentOf(world), `${second}`).toBeNull();
      expect(await outcomeOf(scene), `${second}`).toMatch(OUTCOMES);
      world.store.close();
    }
  });
});
