/** What happens to orders is noticed, each of it once, whatever the panel's list is like. */
import { describe, expect, it } from 'vitest';
import type { OrdersNews } from '../../../../utils/sync/rules/facts.ts';
import { NO_ORDERS, ordersNewsOf } from '../../../../utils/sync/rules/facts.ts';
import { MOST_PAGES, type OrdersReader, watchOrders } from '../../../../utils/sync/rules/watch.ts';
import { DAY, MINUTE, NOW, type World } from '../world.ts';
import { createRuleWorld, notesOf, order, PAID, pay, ruleLog, SENT, said, setStatus, told } from './scene.ts';

/** One rule for each of what may happen. */
const EACH = () =>
  (
    [
      ['created', { kind: 'created' }],
      ['sent', { kind: 'status', statusId: SENT }],
      ['paid', { kind: 'paid' }],
    ] as const
  ).map(([id, trigger]) => ({ id, name: id, trigger, effects: [{ kind: 'note', text: id } as const] }));

const lists = ({ network }: World): number =>
  network.passed.filter(({ target }) => target.startsWith('/api/v1/orders?')).length;

describe('what happens to orders', () => {
  it('is not what was there when the first rule was switched on', async () => {
    const world = await createRuleWorld(EACH);
    await world.pass(30 * MINUTE);
    expect(await told(world)).toEqual([]);
    expect(await ruleLog(world)).toEqual([]);
  });

  it('is noticed once each: that it is there, its status, its payment', async () => {
    const world = await createRuleWorld(EACH);
    const id = order(world, { payment: { paid: '0' } });
    await world.pass(2 * MINUTE);
    expect(notesOf(world, id)).toEqual(['created']);
    setStatus(world, id, SENT);
    await world.pass(2 * MINUTE);
    expect(notesOf(world, id)).toEqual(['created', 'sent']);
    pay(world, id);
    await world.pass(2 * MINUTE);
    expect(notesOf(world, id)).toEqual(['created', 'sent', 'paid']);
    await world.pass(60 * MINUTE);
    expect(notesOf(world, id)).toHaveLength(3);
    expect((await said(world)).filter((line) => line.includes('rule-fired'))).toEqual([
      `o${id} rule-fired created`,
      `o${id} rule-fired sent`,
      `o${id} rule-fired paid`,
    ]);
  });

  it('of a new order is all that it comes with', async () => {
    const world = await createRuleWorld(EACH);
    const id = order(world, { statusId: SENT });
    await world.pass(2 * MINUTE);
    expect(notesOf(world, id).toSorted()).toEqual(['created', 'paid', 'sent']);
  });

  it('is noticed as well where the list was not asked for a while', async () => {
    const world = await createRuleWorld(EACH);
    world.life().end();
    const ids = [order(world), order(world)];
    world.clock.advance(6 * 60 * MINUTE);
    await world.restart();
    await world.pass(5 * MINUTE);
    for (const id of ids) expect(notesOf(world, id).toSorted()).toEqual(['created', 'paid']);
  });

  it('further down the list is noticed within ten minutes, although newer ones fill the first page', async () => {
    const world = await createRuleWorld(() => [{ trigger: { kind: 'paid' } }]);
    const old = order(world, { payment: { paid: '0' } });
    await world.pass(2 * MINUTE);
    for (let many = 0; many < 130; many += 1) order(world, { payment: { paid: '0' } });
    await world.pass(12 * MINUTE);
    pay(world, old);
    await world.pass(12 * MINUTE);
    expect(await told(world)).toEqual([`r1/o${old}: note done`]);
  });

  it('is asked for every two minutes, by one request', async () => {
    const world = await createRuleWorld(() => [{ trigger: { kind: 'created' } }]);
    const before = lists(world);
    await world.pass(60 * MINUTE);
    expect(lists(world) - before).toBe(30);
  });

  it('is not asked for while no rule that is on wants to know, and what came meanwhile is no news', async () => {
    const world = await createRuleWorld(() => [{ isOn: false, trigger: { kind: 'created' } }]);
    expect(lists(world)).toBe(0);
    order(world);
    await world.pass(10 * MINUTE);
    expect(lists(world)).toBe(0);
    expect(await world.store.facts.get(ordersNewsOf('demo'))).toBeNull();
  });

  it('goes on while the clock is behind, and once it is right again', async () => {
    const world = await createRuleWorld(EACH);
    world.clock.freeze(world.clock.now() - 2 * DAY);
    world.network.clockSet(-2 * DAY);
    await world.restart();
    const behind = order(world);
    await world.pass(5 * MINUTE);
    expect(notesOf(world, behind).toSorted()).toEqual(['created', 'paid']);
    world.clock.advance(2 * DAY);
    world.network.clockSet(2 * DAY);
    await world.restart();
    const right = order(world);
    await world.pass(15 * MINUTE);
    expect(notesOf(world, behind)).toHaveLength(2);
    expect(notesOf(world, right).toSorted()).toEqual(['created', 'paid']);
  });

  it('waits while the panel does not answer, and is not lost', async () => {
    const world = await createRuleWorld(EACH);
    const fault = world.network.arm({ path: '/api/v1/orders' }, { kind: 'drop', when: 'before' });
    const id = order(world);
    setStatus(world, id, PAID);
    await world.pass(30 * MINUTE);
    expect(await told(world)).toEqual([]);
    const asked = world.network.passed.length;
    await world.pass(30 * MINUTE);
    expect(world.network.passed.length - asked).toBeLessThan(60);
    fault.remove();
    await world.pass(6 * MINUTE);
    expect(notesOf(world, id).toSorted()).toEqual(['created', 'paid']);
  });
});

/** Of a panel that has so many orders: the newest has the highest id. */
interface List {
  readonly ids: readonly number[];
  readonly date?: (id: number) => string | null;
  readonly status?: (id: number) => string;
  readonly failsAt?: number;
  readonly ignores?: readonly ('offset' | 'from')[];
}

function listOf({ ids, date = () => '2026-11-20', status = () => '3', failsAt, ignores = [] }: List) {
  const asked: number[] = [];
  const reader: OrdersReader = {
    async watchedOrders({ limit, offset, from }) {
      asked.push(offset);
      if (failsAt === offset / limit) return { ok: false, problem: { kind: 'timeout' } };
      const all = ids
        .toSorted((one, other) => other - one)
        .map((id) => ({ id: String(id), statusId: status(id), isPaid: false, date: date(id) }))
        .filter((row) => ignores.includes('from') || row.date === null || row.date >= from);
      const start = ignores.includes('offset') ? 0 : offset;
      return { ok: true, value: all.slice(start, start + limit) };
    },
  };
  return { reader, asked };
}

const upTo = (last: number, first = 1): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
const always = async (): Promise<boolean> => true;

async function looked(list: List, news: OrdersNews, isSweep = false) {
  const { reader, asked } = listOf(list);
  const read = await watchOrders(reader, news, NOW, isSweep, always);
  if (!read.ok) throw new Error('not read');
  const happened = read.news.pending.map(({ orderId, event }) => `${orderId} ${event.kind}`);
  return { ...read, asked, happened };
}

describe('the list of orders', () => {
  it('is read whole at first, and then down to what is known', async () => {
    const first = await looked({ ids: upTo(250) }, NO_ORDERS);
    expect(first).toMatchObject({ asked: [0, 100, 200], happened: [], isCut: false });
    const next = await looked({ ids: upTo(252) }, first.news);
    expect(next).toMatchObject({ asked: [0] });
    expect(next.happened).toEqual(['251 created', '251 status', '252 created', '252 status']);
    const many = await looked({ ids: upTo(420) }, first.news);
    expect(many.asked).toEqual([0, 100]);
    expect(many.happened).toHaveLength(2 * 170);
  });

  it.each<[string, List, readonly number[], number]>([
    ['that ignores the offset', { ids: upTo(250), ignores: ['offset'] }, [0, 100], 100],
    [
      'that ignores the first day',
      { ids: upTo(250), ignores: ['from'], date: (id) => (id > 150 ? '2026-11-20' : '2026-01-05') },
      [0, 100],
      100,
    ],
    ['whose orders have no date', { ids: upTo(150), date: () => null }, [0, 100], 150],
    ['that is empty', { ids: [] }, [0], 0],
    ['that ends with a whole page', { ids: upTo(200) }, [0, 100, 200], 200],
  ])('%s is read without end nowhere', async (_name, list, asked, seen) => {
    const first = await looked(list, NO_ORDERS);
    expect(first).toMatchObject({ asked, isCut: false, happened: [] });
    expect(Object.keys(first.news.seen ?? {})).toHaveLength(seen);
    expect((await looked(list, first.news, true)).happened).toEqual([]);
  });

  it.each([0, 1, 2])('of which page %i fails keeps nothing of the others', async (failsAt) => {
    const first = await looked({ ids: upTo(250) }, NO_ORDERS);
    const { reader } = listOf({ ids: upTo(260), status: () => '4', failsAt });
    expect(await watchOrders(reader, first.news, NOW, true, always)).toEqual({
      ok: false,
      problem: { kind: 'timeout' },
    });
  });

  it('is forgotten of orders that are older than thirty days, and of none whose date is not known', async () => {
    const seen = { '1': ['3', 0, '2026-10-22'], '2': ['3', 0, '2026-10-23'], '3': ['3', 0, null] } as const;
    const read = await looked({ ids: upTo(12, 10) }, { ...NO_ORDERS, seen, sweptAt: NOW });
    expect(Object.keys(read.news.seen ?? {})).toEqual(['2', '3', '10', '11', '12']);
  });

  it('is not asked for more than there is room for', async () => {
    let room = 2;
    const { reader, asked } = listOf({ ids: upTo(250) });
    const read = await watchOrders(reader, NO_ORDERS, NOW, true, async () => room-- > 0);
    expect(read).toEqual({ ok: false, problem: 'no-room' });
    expect(asked).toHaveLength(2);
  });

  it('beyond 2,000 orders is said to be cut', async () => {
    const first = await looked({ ids: upTo(2_500) }, NO_ORDERS);
    expect(first.isCut).toBe(true);
    expect(first.asked).toHaveLength(MOST_PAGES);
  });

  it('that shows an old order, because newer ones were deleted, tells of nothing new', async () => {
    const first = await looked({ ids: upTo(2_500) }, NO_ORDERS);
    const gone = await looked({ ids: [...upTo(2_000), ...upTo(2_400, 2_101)] }, first.news, true);
    expect(gone.happened).toEqual([]);
    const later = await looked({ ids: [...upTo(2_000), ...upTo(2_400, 2_101)], status: () => '4' }, gone.news, true);
    expect(later.happened).toHaveLength(2_000);
  });

  it('tells of the oldest first', async () => {
    const first = await looked({ ids: upTo(3) }, NO_ORDERS);
    const { happened } = await looked({ ids: upTo(6), status: (id) => (id === 2 ? '9' : '3') }, first.news, true);
    expect(happened.filter((each) => !each.includes('created'))).toEqual([
      '2 status',
      '4 status',
      '5 status',
      '6 status',
    ]);
  });

  it('keeps how orders stand for as long as they are watched', async () => {
    const first = await looked({ ids: upTo(4), date: (id) => (id < 3 ? '2026-10-22' : '2026-11-20') }, NO_ORDERS);
    expect(Object.keys(first.news.seen ?? {})).toEqual(['3', '4']);
  });
});

it('orders that cannot be watched are said to be missed, once a day', async () => {
  const world = await createRuleWorld(() => [{ trigger: { kind: 'created' } }]);
  for (let many = 0; many < MOST_PAGES * 100 + 50; many += 1) order(world, { payment: { paid: '0' } });
  const missed = async () => (await said(world)).filter((line) => line.includes('rule-missed'));
  await world.store.facts.remove(ordersNewsOf('demo'));
  await world.pass(12 * MINUTE);
  expect(await missed()).toEqual(['o0 rule-missed']);
  await world.store.facts.remove(ordersNewsOf('demo'));
  await world.pass(12 * MINUTE);
  expect(await missed()).toHaveLength(1);
  world.clock.advance(DAY);
  await world.store.facts.remove(ordersNewsOf('demo'));
  await world.pass(12 * MINUTE);
  expect(await missed()).toHaveLength(2);
}, 60_000);
