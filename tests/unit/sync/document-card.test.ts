/** The card of one document: that document alone, whoever knows it (sellasist-panel 5.2). */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import { lock, turnOn } from './passphrase.ts';
import { createWorld, reasonOf, type World } from './world.ts';

const card = (world: World, key: DocumentKey, fresh = false) =>
  world.tell<'state'>({ type: 'state', orderId: null, key, fresh });

describe('the card of a document', () => {
  it('finds it through the API, with its order', async () => {
    const world = await createWorld();
    const number = world.panel.documents.get('77')?.number;
    expect(await card(world, 'd77')).toMatchObject({
      orderId: '1001',
      mode: 'ready',
      problem: null,
      documents: [{ key: 'd77', orderId: '1001', number, state: 'unsent', actions: ['send', 'preview', 'link'] }],
    });
  });

  it('asks the panel once a minute, and anew when that is wanted', async () => {
    const world = await createWorld();
    const asked = () => world.network.passed.length;
    const before = asked();
    await card(world, 'd77');
    await card(world, 'd77');
    expect(asked()).toBe(before + 1);
    await card(world, 'd77', true);
    expect(asked()).toBe(before + 2);
    await world.pass(61_000);
    await card(world, 'd77');
    expect(asked()).toBe(before + 3);
  });

  it('shows the one of an order’s documents, and what became of it', async () => {
    const world = await createWorld();
    world.panel.addDocument({ orderId: '1001', numberInOrder: false });
    await card(world, 'd77');
    await world.send('1001', 'd77');
    const { documents } = await card(world, 'd77');
    expect(documents).toMatchObject([{ key: 'd77', state: 'done' }]);
  });

  it('notices there as well that its order has changed since', async () => {
    const world = await createWorld();
    await card(world, 'd77');
    await world.send('1001', 'd77');
    const document = world.panel.documents.get('77');
    const [line] = document?.products ?? [];
    if (line === undefined) throw new Error('no line');
    Object.assign(line, { name: 'Coś innego' });
    expect((await card(world, 'd77', true)).documents).toMatchObject([{ state: 'done', differs: true }]);
  });

  it.each(['79', '81', '82'])('%s is no invoice: there is nothing to send', async (id) => {
    const world = await createWorld();
    expect(await card(world, `d${id}`)).toMatchObject({ documents: [], problem: null });
  });

  it('that cannot be read now says so, and shows what the ledger knows', async () => {
    const world = await createWorld();
    await card(world, 'd77');
    await world.send('1001', 'd77');
    world.network.arm({ path: 'operationdocuments' }, { kind: 'offline' });
    expect(await card(world, 'd77', true)).toMatchObject({
      problem: { code: 'offline' },
      documents: [{ key: 'd77', state: 'done' }],
    });
  });

  it('while the keys are locked shows what the ledger knows, with nothing to press, and asks nobody', async () => {
    const world = await createWorld();
    await card(world, 'd77');
    await world.send('1001', 'd77');
    await turnOn(world);
    await lock(world);
    const passed = world.network.passed.length;
    expect(await card(world, 'd77', true)).toMatchObject({
      mode: 'locked',
      orderId: '1001',
      documents: [{ key: 'd77', state: 'done', actions: [] }],
    });
    expect(await card(world, 'd79', true)).toMatchObject({ mode: 'locked', orderId: null, documents: [] });
    expect(world.network.passed).toHaveLength(passed);
  });

  it('shows the corrections of its invoice below it', async () => {
    const world = await createWorld();
    await card(world, 'd77');
    await world.send('1001', 'd77');
    const choice = { lines: [{ line: 0, quantity: 0 }], reason: null, conditionsMet: true };
    await world.ask<'correct'>({ type: 'correct', orderId: '1001', key: 'd77', choice, confirm: [] });
    const { documents } = await card(world, 'd77');
    expect(documents).toMatchObject([{ key: 'd77' }, { kind: 'correction', corrects: documents[0]?.ifirmaNumber }]);
  });

  it('that the panel does not have says so', async () => {
    const world = await createWorld();
    expect(await card(world, 'd4444')).toMatchObject({
      documents: [],
      problem: { code: 'sellasist-order-missing' },
    });
  });

  it('without an order can be sent, and is marked by itself alone', async () => {
    const world = await createWorld();
    const { id } = world.panel.addDocument({ orderId: null });
    const key: DocumentKey = `d${id}`;
    expect(await card(world, key)).toMatchObject({
      orderId: null,
      documents: [{ key, orderId: null, state: 'unsent' }],
    });
    const after = await world.ask<'send'>({ type: 'send', orderId: null, key, confirm: [] });
    if (!after.ok) throw new Error(reasonOf(after).code);
    expect(after.value.documents).toMatchObject([{ key }]);
    expect(after.value.documents[0]?.state).not.toBe('unsent');
  });

  it('of a document that has an order is not sent as one without', async () => {
    const world = await createWorld();
    await card(world, 'd77');
    const reply = await world.ask<'send'>({ type: 'send', orderId: null, key: 'd77', confirm: [] });
    expect(reasonOf(reply).code).toBe('sellasist-order-missing');
    expect(world.ifirma.booked()).toHaveLength(0);
  });

  it('of neither an order nor a document is no question', async () => {
    const world = await createWorld();
    const reply = await world.ask<'state'>({ type: 'state', orderId: null, key: null, fresh: false });
    expect(reasonOf(reply).code).toBe('internal');
  });
});

describe('the card of a return', () => {
  const back = async () => {
    const world = await createWorld();
    const { id } = world.panel.addReturn({ orderId: '1001' });
    return { world, key: `r${id}` as const };
  };

  it('offers its correction first, and shows beside it where the invoice of its order stands', async () => {
    const { world, key } = await back();
    await world.send('1001', 'd77');
    expect(await card(world, key)).toMatchObject({
      orderId: '1001',
      mode: 'ready',
      problem: null,
      documents: [
        { key, kind: 'correction', orderId: '1001', state: 'unsent', actions: ['send', 'preview', 'link'] },
        { key: 'd77', state: 'done' },
      ],
    });
  });

  it('shows what became of its correction, once', async () => {
    const { world, key } = await back();
    await world.send('1001', 'd77');
    const sent = await world.tell<'send'>({ type: 'send', orderId: '1001', key, confirm: [] });
    expect(sent.documents.find((document) => document.key === key)).toMatchObject({ state: 'done' });
    const { documents } = await card(world, key);
    expect(documents.map((document) => [document.key, document.state])).toEqual([
      [key, 'done'],
      ['d77', 'done'],
    ]);
  });

  it('asks the panel for the return once a minute, and anew when that is wanted', async () => {
    const { world, key } = await back();
    const asked = () => world.network.passed.filter(({ target }) => target.includes('/returns/')).length;
    await card(world, key);
    await card(world, key);
    expect(asked()).toBe(1);
    await card(world, key, true);
    expect(asked()).toBe(2);
    await world.pass(61_000);
    await card(world, key);
    expect(asked()).toBe(3);
  });

  it('that the panel does not have says so', async () => {
    const { world } = await back();
    expect(await card(world, 'r4444')).toMatchObject({
      documents: [],
      problem: { code: 'sellasist-order-missing' },
    });
  });

  it('only looks while the vendor’s own integration is on', async () => {
    const world = await createWorld({ erplink: true });
    const { id } = world.panel.addReturn({ orderId: '1001' });
    expect(await card(world, `r${id}`)).toMatchObject({ mode: 'read-only', documents: [{ actions: ['preview'] }, {}] });
  });
});
