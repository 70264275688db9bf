/** A clock that was ahead for a while: what was noted then must not hold anything up for as long as it was ahead. */
import { describe, expect, it } from 'vitest';
import { NEVER } from '../../../utils/sync/clock.ts';
import { POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, NOW } from './world.ts';

const YEAR = 365 * DAY;

describe('a clock that was a year ahead and is right again', () => {
  it('lets a document go within a day that iFirma sent away meanwhile', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    world.clock.freeze(NOW + YEAR);
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 120 });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'queued', reason: { code: 'rate-limited' } });
    world.clock.freeze(NOW);
    await world.restart();
    await world.pass(DAY + MINUTE);
    expect((await world.transfer(`o${id}`)).state).toBe('done');
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('has the card of an order read anew', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    const open = () => world.tell<'state'>({ type: 'state', orderId: id, key: null, fresh: false });
    world.clock.freeze(NOW + YEAR);
    await open();
    world.clock.freeze(NOW);
    const before = world.network.passed.length;
    await open();
    expect(world.network.passed.length).toBeGreaterThan(before);
  });

  it('wakes nothing that waits for a person', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    world.panel.switches.fileMode = 'ignore';
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'issued', reason: { code: 'attach-unverified' } });
    const stored = await world.transfer(`o${id}`);
    expect(stored.notBefore).toBe(NEVER);
    world.clock.freeze(NOW - YEAR);
    await world.restart();
    expect(await world.transfer(`o${id}`)).toEqual(stored);
  });
});
