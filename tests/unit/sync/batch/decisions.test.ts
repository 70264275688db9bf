/** `Wstrzymaj`, `Wznów`, `Anuluj`: what a person decides is heeded at once, and over any restart. */
import { describe, expect, it, vi } from 'vitest';
import { FIELD } from '../field-scene.ts';
import { hold } from '../hold.ts';
import { POST } from '../troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, VIEW, type World } from '../world.ts';
import { batchOf, countsOf, decide, documentsOf, ordersOf, start, sumOf } from './scene.ts';

vi.setConfig({ testTimeout: 30_000 });

const POST_GATE = 'before POST /iapi/fakturakraj.json';
const MANY = 6;

/** Many orders, the first of which stands before its POST. */
async function underWay(world: World) {
  const refs = ordersOf(world, MANY);
  const held = hold(world, POST_GATE);
  await start(world, refs);
  await held.reached;
  return { refs, held };
}

describe('`Wstrzymaj`', () => {
  it('ends what is under way, and begins nothing further, for as long as it lasts', async () => {
    const world = await createWorld();
    const { held } = await underWay(world);
    expect(await decide(world, 'batch.pause')).toMatchObject({ paused: true });
    held.release();
    await world.pass(DAY);
    expect(world.ifirma.booked()).toHaveLength(1);
    expect(await batchOf(world)).toMatchObject({ paused: true, sent: 1, waiting: 5, timeLeft: null, endedAt: null });
  });

  it('holds over restarts of the worker and of the browser', async () => {
    const world = await createWorld();
    const { held } = await underWay(world);
    await decide(world, 'batch.pause');
    held.release();
    await world.idle();
    for (const again of [() => world.restart(), () => world.restartBrowser()]) {
      await again();
      await world.pass(DAY);
      expect(world.ifirma.booked()).toHaveLength(1);
    }
    await decide(world, 'batch.resume');
    await world.pass(10 * MINUTE);
    expect(countsOf(await batchOf(world))).toMatchObject({ total: MANY, sent: MANY });
  });

  it('keeps nobody from sending another document by itself', async () => {
    const world = await createWorld();
    const { held } = await underWay(world);
    await decide(world, 'batch.pause');
    held.release();
    await world.idle();
    const [own] = ordersOf(world, 1);
    expect(await world.send(own?.orderId ?? '', own?.key ?? 'o0')).toMatchObject({ state: 'done' });
  });

  it('heeds that more is added: it stays paused, and all of it goes on together', async () => {
    const world = await createWorld();
    const { held } = await underWay(world);
    await decide(world, 'batch.pause');
    held.release();
    await start(world, ordersOf(world, 2));
    await world.pass(DAY);
    expect(await batchOf(world)).toMatchObject({ paused: true, total: MANY + 2, sent: 1 });
    await decide(world, 'batch.resume');
    await world.pass(10 * MINUTE);
    expect(countsOf(await batchOf(world))).toMatchObject({ total: MANY + 2, sent: MANY + 2 });
  });

  it('of no batch, or of one that has ended, is nothing', async () => {
    const world = await createWorld();
    for (const type of ['batch.pause', 'batch.resume', 'batch.cancel', 'batch.close'] as const)
      expect(await decide(world, type)).toBeNull();
    await start(world, ordersOf(world, 1));
    await world.pass(5 * MINUTE);
    for (const type of ['batch.pause', 'batch.resume', 'batch.cancel'] as const)
      expect(await decide(world, type)).toMatchObject({ sent: 1, paused: false, cancelled: false });
  });
});

describe('`Anuluj`', () => {
  it('takes what waits out of the queue; what is under way ends, and what was sent stays', async () => {
    const world = await createWorld();
    const { refs, held } = await underWay(world);
    await decide(world, 'batch.cancel');
    held.release();
    await world.pass(DAY);
    expect(world.ifirma.booked()).toHaveLength(1);
    const batch = await batchOf(world);
    expect(countsOf(batch)).toMatchObject({ total: MANY, sent: 1, waiting: 0, withdrawn: 5, attention: 0 });
    expect(batch.endedAt).not.toBeNull();
    const states = await Promise.all(refs.map(({ key }) => world.store.transfers.get('demo', key)));
    expect(states.filter((transfer) => transfer !== null)).toHaveLength(1);
  });

  it('leaves each of them as if it had never been sent: it can be sent, once', async () => {
    const world = await createWorld();
    const { refs, held } = await underWay(world);
    await decide(world, 'batch.cancel');
    held.release();
    await world.pass(MINUTE);
    const last = refs.at(-1);
    if (!last) throw new Error('no order');
    expect(await world.view(last.orderId ?? '', last.key)).toMatchObject({ state: 'unsent' });
    expect(await world.send(last.orderId ?? '', last.key)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, last.orderId ?? '')).toHaveLength(1);
  });

  it('is in the log', async () => {
    const world = await createWorld();
    const { refs, held } = await underWay(world);
    await decide(world, 'batch.cancel');
    held.release();
    await world.pass(MINUTE);
    const entries = await world.store.log.ofDocument('demo', refs.at(-1)?.key ?? 'o0', 5);
    expect(entries.map(({ event, reason }) => [event, reason?.code])).toEqual([
      ['person', 'batch-cancelled'],
      ['person', undefined],
    ]);
  });

  it('of a paused batch leaves nothing waiting', async () => {
    const world = await createWorld();
    const { held } = await underWay(world);
    await decide(world, 'batch.pause');
    await decide(world, 'batch.cancel');
    held.release();
    await world.pass(DAY);
    expect(countsOf(await batchOf(world))).toMatchObject({ sent: 1, withdrawn: 5, waiting: 0 });
    expect(await decide(world, 'batch.close')).toBeNull();
  });

  it('keeps the record of what had a story before, with what it may have left in iFirma, and sets no error of the order', async () => {
    const world = await createWorld({ settings: { errorStatusId: '9' } });
    const [lost, ...rest] = documentsOf(world, ['2026-11-21', '2026-11-20', '2026-11-20']);
    if (!lost) throw new Error('no document');
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    await world.send(lost.orderId ?? '', lost.key);
    await world.pass(2 * DAY);
    expect(await world.transfer(lost.key)).toMatchObject({ reason: { code: 'absent-proven' } });
    const order = world.panel.orders.get(lost.orderId ?? '');
    if (order) order.statusId = '1';
    const held = hold(world, POST_GATE);
    await start(world, [...rest, lost]);
    await held.reached;
    await decide(world, 'batch.cancel');
    held.release();
    await world.pass(DAY);
    expect(await world.transfer(lost.key)).toMatchObject({
      state: 'failed',
      reason: { code: 'batch-cancelled' },
      wasPosted: true,
    });
    expect(world.panel.orders.get(lost.orderId ?? '')?.statusId).toBe('1');
    expect(await batchOf(world)).toMatchObject({ withdrawn: 2, attention: [] });
  });

  it('keeps the record of what this computer has marked in the order’s state field', async () => {
    const world = await createWorld({ settings: { stateFieldId: FIELD } });
    const [ref] = ordersOf(world, 1);
    if (!ref) throw new Error('no order');
    // Marked, and then put off.
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 600 });
    await start(world, [ref]);
    await world.pass(2 * MINUTE);
    expect(await world.transfer(ref.key)).toMatchObject({ state: 'queued' });
    await decide(world, 'batch.cancel');
    expect(await world.transfer(ref.key)).toMatchObject({ state: 'failed', reason: { code: 'batch-cancelled' } });
  });

  it('in the very moment in which a document is taken up keeps nothing else from going on', async () => {
    const world = await createWorld();
    const refs = ordersOf(world, 3);
    const held = hold(world, 'before transfers.change');
    await start(world, refs);
    await held.reached;
    await decide(world, 'batch.cancel');
    held.release();
    const [own] = ordersOf(world, 1);
    expect(await world.send(own?.orderId ?? '', own?.key ?? 'o0')).toMatchObject({ state: 'done' });
    await world.pass(5 * MINUTE);
    const batch = await batchOf(world);
    expect(batch).toMatchObject({ waiting: 0, underWay: 0 });
    expect(sumOf(batch)).toBe(3);
    expect(world.ifirma.booked()).toHaveLength(1 + batch.sent);
  });

  it('in that moment does not make what waits behind it wait for the next alarm', async () => {
    const world = await createWorld();
    const held = hold(world, 'before transfers.change');
    await start(world, ordersOf(world, 1));
    await held.reached;
    const [other] = ordersOf(world, 1);
    if (!other) throw new Error('no order');
    await world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents: [other] }, VIEW);
    await decide(world, 'batch.cancel');
    held.release();
    await world.idle();
    expect(bookedFor(world, other.orderId ?? '')).toHaveLength(1);
    expect(await batchOf(world)).toMatchObject({ withdrawn: 1, total: 1 });
  });

  it('is heeded although the worker dies before it has taken out anything', async () => {
    const world = await createWorld();
    const { held } = await underWay(world);
    const life = world.life();
    life.watched = (name) => {
      if (name === 'after batches.change') life.endIn(0);
    };
    const cancelled = world.ask<'batch.cancel'>({ type: 'batch.cancel', panel: null });
    expect(await Promise.race([cancelled, life.died])).toBe('after batches.change');
    held.release();
    await world.restart();
    await world.pass(DAY);
    expect(world.ifirma.booked().length).toBeLessThanOrEqual(1);
    const batch = await batchOf(world);
    expect(batch).toMatchObject({ waiting: 0, underWay: 0, cancelled: true });
    expect(sumOf(batch)).toBe(MANY);
  });
});
