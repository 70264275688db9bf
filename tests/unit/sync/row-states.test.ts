/** The states of a list's rows: from the ledger, and from nowhere else (sellasist-panel 4). */
import { describe, expect, it } from 'vitest';
import { createWorld, type World } from './world.ts';

const rows = (world: World, orderIds: readonly string[], documentIds: readonly string[] = []) =>
  world.tell<'rows'>({ type: 'rows', orderIds, documentIds });

describe('the states of rows', () => {
  it('are those of the ledger, by order and by document, and no service is asked', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    const sent = await world.send('1001', 'd77');
    const asked = world.network.passed.length;
    const { byOrder, byDocument } = await rows(world, ['1001', '1004'], ['77', '78']);
    const done = { state: 'done', number: sent.ifirmaNumber, differs: false };
    const unsent = { state: 'unsent', number: null, differs: false };
    expect(sent.ifirmaNumber).not.toBeNull();
    expect(byOrder).toEqual({ '1001': done, '1004': unsent });
    expect(byDocument).toEqual({ '77': done, '78': unsent });
    expect(world.network.passed).toHaveLength(asked);
  });

  it('say nothing of a receipt that is known as one', async () => {
    const world = await createWorld();
    await world.tell<'state'>({ type: 'state', orderId: null, key: 'd79', fresh: true });
    expect((await rows(world, [], ['77', '79'])).byDocument).toEqual({ '77': expect.anything() });
  });

  it('of an order with two documents are those of the one that needs a person', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    const first = world.panel.addDocument({ orderId: order.id });
    const second = world.panel.addDocument({ orderId: order.id });
    for (const { id } of [first, second])
      await world.tell<'state'>({ type: 'state', orderId: null, key: `d${id}`, fresh: true });
    await world.send(order.id, `d${first.id}`);
    await world.send(order.id, `d${second.id}`);
    expect((await rows(world, [order.id])).byOrder[order.id]?.state).toBe('incomplete');
  });

  it('of a panel without an account are none', async () => {
    const world = await createWorld({ account: false });
    expect(await rows(world, ['1001'], ['77'])).toEqual({ language: 'pl', byOrder: {}, byDocument: {} });
  });
});
