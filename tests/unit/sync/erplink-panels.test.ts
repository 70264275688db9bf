/** The vendor's own integration is one of a panel: what was said of one shop says nothing of another. */
import { describe, expect, it } from 'vitest';
import type { Speaker } from '../../../utils/messages/judge.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { DEMO_KEY, DRUGI_KEY } from '../../sim/sellasist/index.ts';
import { setUpIn } from './set-up.ts';
import { LIST } from './troubles.ts';
import {
  bookedFor,
  createWorld,
  DAY,
  NOW,
  reasonOf,
  SECOND_LOGIN,
  VIEW,
  type World,
  type WorldOptions,
} from './world.ts';

const DRUGI: Speaker = { kind: 'panel', panel: 'drugi', tabId: 2 };
const DRUGI_SECRETS = { sellasist: DRUGI_KEY, faktura: TEST_KEYS.faktura };
const REF = { orderId: '1001', key: 'd77' } as const;

/** Both panels have a document 77 of an order 1001; `drugi` belongs to other books. */
async function withBoth(demo: boolean | null, drugi: boolean | null, options: WorldOptions = {}): Promise<World> {
  const world = await createWorld({ ...options, erplink: demo });
  await setUpIn(world, {
    erplink: drugi,
    draft: {
      name: 'Drugi',
      panel: 'drugi',
      login: SECOND_LOGIN,
      seriesIds: ['3'],
      secrets: DRUGI_SECRETS,
    },
  });
  return world;
}

const answer = (world: World, panel: string, on: boolean) =>
  world.tell<'erplink.set'>({ type: 'erplink.set', panel, on }, VIEW);
const answers = (world: World) => world.tell<'erplink.get'>({ type: 'erplink.get' }, VIEW);
const sendThere = (world: World) => world.ask<'send'>({ type: 'send', ...REF, confirm: [] }, DRUGI);
const cardThere = (world: World) =>
  world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: true }, DRUGI);
const remove = (world: World, id: string) => world.tell<'account.remove'>({ type: 'account.remove', id }, VIEW);

describe('a second panel', () => {
  it('is asked for itself, and sends nothing before', async () => {
    const world = await withBoth(false, null);
    expect(await answers(world)).toEqual({ demo: false, drugi: null });
    expect(await cardThere(world)).toMatchObject({ mode: 'erplink', documents: [{ actions: ['preview'] }] });
    expect(reasonOf(await sendThere(world)).code).toBe('erplink-unanswered');
    const row = { type: 'send.row', panel: 'drugi', key: 'd77', confirm: [] } as const;
    expect(reasonOf(await world.ask<'send.row'>(row, VIEW)).code).toBe('erplink-unanswered');
    await world.pass(DAY);
    expect(world.ifirma.booked(SECOND_LOGIN)).toEqual([]);

    await answer(world, 'drugi', false);
    expect(await answers(world)).toEqual({ demo: false, drugi: false });
    await sendThere(world);
    await world.idle();
    expect(world.ifirma.booked(SECOND_LOGIN)).toHaveLength(1);
  });

  it('with Tak leaves the first one sending', async () => {
    const world = await withBoth(false, true);
    expect(await answers(world)).toEqual({ demo: false, drugi: true });
    expect(reasonOf(await sendThere(world)).code).toBe('erplink-on');
    expect((await cardThere(world)).mode).toBe('read-only');
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });
});

describe('the queue', () => {
  it('of one panel goes on while another waits for its answer to be No, whichever was queued first', async () => {
    const world = await withBoth(false, false);
    // Both documents come to wait in the queue.
    world.network.arm({ ...LIST, times: 2 }, { kind: 'too-many', retryAfter: 60 });
    await sendThere(world);
    await world.send('1001', 'd77');
    await answer(world, 'drugi', true);
    expect(await world.store.transfers.get('drugi', 'd77')).toMatchObject({ state: 'queued' });
    expect(await world.transfer('d77')).toMatchObject({ state: 'queued' });
    await world.pass(DAY);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
    expect(await world.store.transfers.get('drugi', 'd77')).toMatchObject({ state: 'queued' });
    expect(world.ifirma.booked(SECOND_LOGIN)).toEqual([]);

    await answer(world, 'drugi', false);
    await world.idle();
    expect(await world.store.transfers.get('drugi', 'd77')).toMatchObject({ state: 'done' });
    expect(world.ifirma.booked(SECOND_LOGIN)).toHaveLength(1);
  });

  it('of one panel goes on while the other is unanswered', async () => {
    const world = await withBoth(false, false);
    world.network.arm({ ...LIST, times: 2 }, { kind: 'too-many', retryAfter: 60 });
    await sendThere(world);
    await world.send('1001', 'd77');
    await world.store.facts.remove({ name: 'erplink:drugi', version: 1 });
    await world.pass(DAY);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
    expect(await world.store.transfers.get('drugi', 'd77')).toMatchObject({ state: 'queued' });
    expect(world.ifirma.booked(SECOND_LOGIN)).toEqual([]);
  });
});

describe('the answer of a panel', () => {
  it('is forgotten with its last account: whoever adds it again is asked again', async () => {
    const world = await createWorld({ erplink: false });
    const draft = {
      name: 'Druga seria',
      seriesIds: ['3'],
      secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura },
    };
    const second = await setUpIn(world, { erplink: null, draft });
    await remove(world, world.accountId);
    expect(await answers(world)).toEqual({ demo: false });
    await remove(world, second);
    expect(await answers(world)).toEqual({});
    world.clock.freeze(NOW + DAY);
    await setUpIn(world, { erplink: null });
    expect(await answers(world)).toEqual({ demo: null });
  });

  it('is taken only where there is an account', async () => {
    const world = await createWorld();
    const said = await world.ask<'erplink.set'>({ type: 'erplink.set', panel: 'drugi', on: false }, VIEW);
    expect(reasonOf(said)).toMatchObject({ code: 'internal' });
    // Whatever was left of it: a panel that is new here was never asked.
    await world.store.facts.set({ name: 'erplink:drugi', version: 1 }, false);
    expect(await answers(world)).toEqual({ demo: false });
    await setUpIn(world, { erplink: null, draft: { panel: 'drugi', login: SECOND_LOGIN, secrets: DRUGI_SECRETS } });
    expect(await answers(world)).toEqual({ demo: false, drugi: null });
  });
});
