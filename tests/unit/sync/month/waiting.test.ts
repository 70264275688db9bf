/** (c) While the month is moved no other document of the login is posted. */
import { describe, expect, it } from 'vitest';
import { TEST_KEYS, TEST_LOGIN } from '../../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../../sim/sellasist/index.ts';
import { openedIn } from '../set-up.ts';
import { IFIRMA, PDF, POST } from '../troubles.ts';
import { bookedFor, DAY, VIEW } from '../world.ts';
import {
  AWAY,
  expectHome,
  HOME,
  intentOf,
  monthState,
  moves,
  PUT_MONTH,
  refusedOrder,
  type Scene,
  sendMonth,
  story,
} from './scene.ts';

describe('(c) while the month is moved no other document of the login is posted', () => {
  /** A step whose answer is lost: the month is away, or nobody knows, for two minutes. */
  const slow = (scene: Scene) => scene.world.network.arm({ ...PUT_MONTH, times: 1 }, { kind: 'drop', when: 'after' });

  it('twenty others wait, say so, lose no try, and go on by themselves', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    slow(scene);
    expect(await sendMonth(scene)).toMatchObject({ state: 'queued', reason: { code: 'month-unclear' } });
    const orders = Array.from({ length: 20 }, () => world.panel.addOrder({ date: '2026-12-04' }));
    const documents = orders.map(({ id }) => ({ orderId: id, key: `o${id}` as const }));
    await world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);
    await world.idle();
    for (const { key } of documents)
      expect(await world.transfer(key)).toMatchObject({
        state: 'queued',
        tries: 0,
        reason: { code: 'month-moved', params: { from: HOME, to: AWAY } },
      });
    // Nor one that a person sends now.
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    expect(story(world).filter((each) => each === 'POST')).toHaveLength(1);
    expect(await monthState(world)).toMatchObject([
      { home: HOME, away: AWAY, stage: 'there', reason: { code: 'month-unclear' } },
    ]);

    await world.pass(DAY / 4);
    await expectHome(scene);
    for (const { orderId } of documents) expect(bookedFor(world, orderId)).toHaveLength(1);
    expect(bookedFor(world, id)).toHaveLength(1);
    // Only the first try, before anybody moved anything.
    expect(world.ifirma.outsideMonth()).toBe(1);
  });

  it('what waits on for something else says so no more once the month is home', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    slow(scene);
    await sendMonth(scene);
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    const documents = [{ orderId: id, key: `o${id}` as const }];
    await world.tell<'batch.start'>({ type: 'batch.start', panel: 'demo', documents }, VIEW);
    await world.idle();
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    await world.tell<'batch.pause'>({ type: 'batch.pause', panel: 'demo' }, VIEW);
    await world.pass(DAY / 4);
    await expectHome(scene);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'queued', reason: null });
  });

  it('nor one of another account of the same login', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    const shut = world.network.arm({ host: IFIRMA }, { kind: 'too-many', retryAfter: 60 });
    await world.send(id, `o${id}`);
    shut.remove();
    slow(scene);
    await sendMonth(scene);
    const draft = {
      id: null,
      revision: 0,
      name: 'Drugie konto',
      panel: 'demo',
      login: TEST_LOGIN,
      tax: (await openedIn(world)).tax,
      seriesIds: ['2'],
      secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent },
    };
    await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW);
    const other = (await world.tell<'account.list'>({ type: 'account.list' }, VIEW)).find(
      ({ id }) => id !== world.accountId,
    );
    if (other === undefined) throw new Error('no second account');
    await world.store.transfers.change('demo', `o${id}`, (stored) => ({ ...stored, accountId: other.id }));
    await world.pass(100_000);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    expect(bookedFor(world, id)).toEqual([]);
    await world.pass(DAY);
    expect(await intentOf(world)).toBeNull();
    expect(world.ifirma.outsideMonth()).toBe(1);
    expect((await world.transfer(`o${id}`)).reason?.code).not.toBe('month-moved');
  });

  it('what is booked goes on: its number, its PDF', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    const late = world.network.arm({ ...PDF, times: 1 }, { kind: 'status', status: 503, when: 'before' });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'issued' });
    late.remove();
    slow(scene);
    await sendMonth(scene);
    await world.pass(100_000);
    expect(await intentOf(world)).not.toBeNull();
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
  });

  it('a document whose answer nobody heard is waited for before anything is moved', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    world.network.arm({ ...POST, times: 1 }, { kind: 'late', ms: 60_000 });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'uncertain' });
    expect(await sendMonth(scene)).toMatchObject({ state: 'queued', reason: { code: 'month-waits' } });
    expect(moves(scene)).toEqual([]);
    await world.pass(DAY);
    await expectHome(scene);
    expect(bookedFor(world, id)).toHaveLength(1);
    expect(world.ifirma.outsideMonth()).toBe(1);
  });
});
