/** (h) The keys are locked in the middle; a limit, or no network, at each request of the way. */
import { describe, expect, it } from 'vitest';
import { WORDS } from '../passphrase.ts';
import { POST } from '../troubles.ts';
import { DAY, MINUTE, VIEW, type World } from '../world.ts';
import {
  expectHome,
  GET_MONTH,
  PUT_MONTH,
  passphraseOn,
  refusedOrder,
  type Scene,
  sendMonth,
  story,
  when,
} from './scene.ts';

describe('(h) the keys are locked in the middle', () => {
  async function locked(scene: Scene, place: RegExp, nth: number): Promise<World> {
    const { world } = scene;
    await passphraseOn(world);
    when(scene, place, () => world.tell<'lock'>({ type: 'lock' }, VIEW), nth);
    return world;
  }

  it.each([
    ['after the step there', /after PUT .*miesiac/, 1],
    ['before it is read again', /before GET .*miesiac/, 3],
    ['right before the POST', /before GET .*miesiac/, 4],
    ['after the POST', /after POST .*fakturakraj/, 1],
    ['after the step back', /after PUT .*miesiac/, 2],
  ] as const)('%s: nothing is sent, and after unlocking the month comes home', async (_what, place, nth) => {
    const scene = await refusedOrder();
    const world = await locked(scene, place, nth);
    await sendMonth(scene).catch(() => null);
    await world.pass(60 * MINUTE);
    const asked = story(world).length;
    await world.pass(60 * MINUTE);
    expect(story(world)).toHaveLength(asked);
    await world.tell<'unlock'>({ type: 'unlock', passphrase: WORDS }, VIEW);
    await world.pass(DAY);
    await expectHome(scene);
  });
});

describe('HTTP 429 at each request of the way', () => {
  const requests = [
    ['the first reading', GET_MONTH, 2],
    ['the step there', PUT_MONTH, 1],
    ['the reading after it', GET_MONTH, 3],
    ['the last word before the POST', GET_MONTH, 4],
    ['the POST', POST, 1],
    ['the reading after the POST', GET_MONTH, 5],
    ['the step back', PUT_MONTH, 2],
    ['the last reading', GET_MONTH, 6],
  ] as const;

  it.each(requests)('%s: it comes home, and there is one invoice', async (_what, match, nth) => {
    const scene = await refusedOrder();
    scene.world.network.arm({ ...match, nth, times: 1 }, { kind: 'too-many', retryAfter: 90 });
    await sendMonth(scene);
    await scene.world.pass(DAY);
    await expectHome(scene);
    expect(scene.world.ifirma.outsideMonth()).toBe(1);
  });

  it.each(requests)('no network at %s: the same', async (_what, match, nth) => {
    const scene = await refusedOrder();
    scene.world.network.arm({ ...match, nth, times: 1 }, { kind: 'offline' });
    await sendMonth(scene);
    await scene.world.pass(DAY);
    await expectHome(scene);
  });
});
