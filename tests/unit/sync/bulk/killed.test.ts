/** Forty documents at once, and a worker that the browser ends again and again: each is booked exactly once, its PDF saved exactly once. */
import { expect, it, vi } from 'vitest';
import type { DocumentRef } from '../../../../utils/messages/index.ts';
import { bookedFor, createWorld, MINUTE, VIEW, type World } from '../world.ts';

/** These documents all have an order. */
type OrderRef = DocumentRef & { readonly orderId: string };

const MANY = 40;
const POST = 'POST /iapi/fakturakraj.json';
/** A life of so many gates, within one document or across a chunk; or until it comes to a place for the second time. */
const LIVES: readonly (number | string)[] = [
  31,
  `after ${POST}`,
  7,
  `before ${POST}`,
  58,
  'after transfers.change',
  `after ${POST}`,
  3,
  90,
  `after ${POST}`,
  22,
  'before GET /iapi/faktury.json',
  140,
  27,
  `after ${POST}`,
  9,
];

/** Ends the life of the worker that begins now. */
function limit(world: World, until: number | string): void {
  world.newLife(typeof until === 'number' ? until : null);
  if (typeof until === 'number') return;
  const life = world.life();
  let times = 0;
  life.watched = (name) => {
    if (name !== until) return;
    times += 1;
    if (times === 2) life.endIn(0);
  };
}

vi.setConfig({ testTimeout: 60_000 });

/** Half of them orders, half documents. */
function fill(world: World): readonly OrderRef[] {
  return Array.from({ length: MANY }, (_, at) => {
    const { id } = world.panel.addOrder();
    if (at % 2 === 0) return { orderId: id, key: `o${id}` };
    return { orderId: id, key: `d${world.panel.addDocument({ orderId: id, issueDate: '2026-11-22' }).id}` };
  });
}

const sendMany = (world: World, documents: readonly OrderRef[]) =>
  world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);

it.each([
  ['lists that say everything at once', true, null],
  ['a list of orders that does not serve, and one of invoices that lags', false, { ms: 100_000 }],
])('with %s', async (_what, fieldsInLists, listLag) => {
  const world = await createWorld();
  world.panel.switches.fieldsInLists = fieldsInLists;
  world.ifirma.turn({ listLag });
  const refs = fill(world);
  await sendMany(world, refs);
  let deaths = 0;
  for (const until of LIVES) {
    limit(world, until);
    await world.pass(25_000);
    if (world.life().isOver()) deaths += 1;
  }
  expect(deaths).toBeGreaterThan(LIVES.length / 2);
  world.newLife(null);
  await world.restart();
  await world.pass(30 * MINUTE);

  // Whoever died between the intent and the POST left a question, and only a person may answer it.
  const open: OrderRef[] = [];
  for (const ref of refs) {
    const { state, reason } = await world.transfer(ref.key);
    if (state === 'done') continue;
    expect({ state, code: reason?.code }).toEqual({ state: 'uncertain', code: 'absent-proven' });
    expect(bookedFor(world, ref.orderId)).toEqual([]);
    open.push(ref);
  }
  await sendMany(world, open);
  await world.pass(10 * MINUTE);

  for (const { orderId, key } of refs) {
    expect(await world.transfer(key), key).toMatchObject({ state: 'done', reason: null, attached: 'verified' });
    expect(bookedFor(world, orderId), key).toHaveLength(1);
    expect(world.panel.files(orderId, '12'), key).toHaveLength(1);
  }
  expect(world.ifirma.booked()).toHaveLength(MANY);
});
