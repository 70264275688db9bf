/** How long iFirma's list has been seen to lag: absence is concluded from it no sooner than that. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { absenceAfter, noteLag } from '../../../utils/sync/list-lag.ts';
import { openExample } from '../store/examples.ts';
import { POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE } from './world.ts';

const HOUR = 60 * MINUTE;
const LOGIN = 'sklep@example.com';

describe('how long after a POST its absence may count', () => {
  it.each([
    ['10 minutes, while no lag was seen', [], 10 * MINUTE],
    ['10 minutes, after a short lag', [4 * MINUTE], 10 * MINUTE],
    ['twice a long lag', [40 * MINUTE], 80 * MINUTE],
    ['twice the longest lag, whichever came last', [40 * MINUTE, 90 * MINUTE, MINUTE], 180 * MINUTE],
    ['a day at most: a longer one is a clock that jumped', [9 * DAY], DAY],
    ['10 minutes, after a clock that was set back', [-5 * HOUR], 10 * MINUTE],
  ])('%s', async (_what, lags, expected) => {
    const store = await openExample();
    for (const lag of lags) await noteLag(store, LOGIN, lag);
    expect(await absenceAfter(store, LOGIN)).toBe(expected);
  });

  it('is of each login its own', async () => {
    const store = await openExample();
    await noteLag(store, LOGIN, HOUR);
    expect(await absenceAfter(store, 'drugi@example.com')).toBe(10 * MINUTE);
  });
});

it('a lag that was seen is remembered over restarts, and proves nothing too early', async () => {
  const world = await createWorld();
  world.ifirma.turn({ listLag: { ms: HOUR } });
  const order = world.panel.addOrder();
  await world.send(order.id, `o${order.id}`);
  await world.pass(3 * HOUR);
  await world.restart();
  world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
  await world.send('1001', 'd77');
  await world.pass(2 * HOUR);
  expect(await world.transfer('d77')).toMatchObject({ reason: { code: 'absent-once' } });
  await world.pass(3 * HOUR);
  expect(await world.transfer('d77')).toMatchObject({ reason: { code: 'absent-proven' } });
  expect(bookedFor(world, '1001')).toEqual([]);
});
