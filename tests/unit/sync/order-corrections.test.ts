/** The corrections of the panel on the card of their order: each with its state, and sent from there. */
import { describe, expect, it } from 'vitest';
import { createWorld, type World } from './world.ts';

const card = (world: World, orderId = '1001', fresh = false) =>
  world.tell<'state'>({ type: 'state', orderId, key: null, fresh });

function addCorrection(world: World) {
  const [first, ...others] = world.panel.documents.get('77')?.products ?? [];
  const lines = [first, ...others].flatMap((line) =>
    line === undefined
      ? []
      : [
          {
            name: line.name,
            quantity: line === first ? '1' : String(line.quantity / 1000),
            price: (line.unitGross / 100).toFixed(2),
            rate: line.rate,
          },
        ],
  );
  const { id, number } = world.panel.addDocument({ orderId: '1001', series: 'KOR', mainDocumentId: '77', lines });
  return { key: `d${id}` as const, number };
}

const lists = ({ network }: World) => network.passed.filter(({ target }) => target.includes('type=correct'));

describe('the card of an order', () => {
  it('shows its correction of the panel behind the invoice, with buttons of its own', async () => {
    const world = await createWorld();
    const { key, number } = addCorrection(world);
    expect((await card(world)).documents).toMatchObject([
      { key: 'd77', kind: 'invoice', state: 'unsent' },
      { key, kind: 'correction', number, state: 'unsent', actions: ['send', 'preview', 'link'], findings: [] },
    ]);
  });

  it('sends it from there, once its invoice is sent, and shows what became of it in the same place', async () => {
    const world = await createWorld();
    const { key } = addCorrection(world);
    await card(world);
    await world.send('1001', 'd77');
    await world.send('1001', key);
    expect((await card(world, '1001', true)).documents).toMatchObject([
      { key: 'd77', state: 'done' },
      { key, state: 'done', corrects: expect.any(String) },
    ]);
  });

  it('asks for corrections once a minute, and of an order without an invoice never', async () => {
    const world = await createWorld();
    await card(world);
    await card(world);
    expect(lists(world)).toHaveLength(1);
    await card(world, '1002');
    expect(lists(world)).toHaveLength(1);
    await world.pass(61_000);
    await card(world);
    expect(lists(world)).toHaveLength(2);
  });

  it('asks for none of them on the way of sending', async () => {
    const world = await createWorld();
    await card(world);
    const before = lists(world).length;
    await world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
    expect(lists(world)).toHaveLength(before);
  });

  it('shows the invoice all the same when the list of corrections does not answer', async () => {
    const world = await createWorld();
    world.network.arm({ method: 'GET', path: 'operationdocuments\\?type=correct' }, { kind: 'drop', when: 'before' });
    expect(await card(world)).toMatchObject({ problem: null, documents: [{ key: 'd77' }] });
    expect(lists(world)).toMatchObject([{ status: null }]);
  });

  it('of which only the correction is known is not offered as an order without a document', async () => {
    const world = await createWorld();
    const { key } = addCorrection(world);
    world.panel.documents.delete('77');
    const order = world.panel.orders.get('1001');
    if (order) order.documentNumber = '';
    await world.tell<'state'>({ type: 'state', orderId: null, key, fresh: true });
    expect((await card(world)).documents).toMatchObject([{ key }]);
  });
});
