/**
 * One sale, one invoice: an order is sent as it is, and then the panel has a document of it after all, at whatever moment. Whatever is sent
 * second names the first and books nothing, until a person says that it is another sale.
 */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import { hold } from './hold.ts';
import { IFIRMA, POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, VIEW, type World } from './world.ts';

const LOOK_UP = 'before GET /iapi/faktury.json';

async function withOrder() {
  const world = await createWorld();
  const { id } = world.panel.addOrder();
  return { world, id, o: `o${id}` as const };
}

/** The panel issues an invoice of the order. */
function addDocument(world: World, orderId: string, numberInOrder: boolean) {
  const { id, number } = world.panel.addDocument({ orderId, issueDate: '2026-11-22', numberInOrder });
  return { d: `d${id}` as const, number };
}

/** A person opens the card, sees the document, and sends it. */
async function sendDocument(world: World, orderId: string, key: DocumentKey) {
  await world.view(orderId, key);
  return world.send(orderId, key);
}

const saleOf = (holder: DocumentKey, number: string) => ({
  code: 'sale-taken',
  params: { number, document: '' },
  evidence: `sale:${holder}`,
});

describe('the order is sent first, and then the panel has a document of it', () => {
  it('while the order waits in the queue: the document names it and books nothing', async () => {
    const { world, id, o } = await withOrder();
    world.network.arm({ host: IFIRMA, times: 1 }, { kind: 'too-many', retryAfter: 3600 });
    expect(await world.send(id, o)).toMatchObject({ state: 'queued' });
    const { d } = addDocument(world, id, true);
    expect(await sendDocument(world, id, d)).toMatchObject({ state: 'incomplete', findings: [saleOf(o, '')] });
    await world.pass(DAY);
    // And the order has seen the document meanwhile.
    expect(await world.transfer(o)).toMatchObject({ state: 'incomplete', findings: [{ code: 'maybe-booked-number' }] });
    expect(bookedFor(world, id)).toEqual([]);
    // Nobody holds the sale any more: the document is the one that is sent.
    expect(await world.send(id, d)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('while this computer’s clock is set back during the look-up: nobody knows how long it took, and the order is not booked beside its document', async () => {
    const { world, id, o } = await withOrder();
    const held = hold(world, /^before GET \/iapi\/faktury/);
    const sent = world.send(id, o);
    await held.reached;
    const { d, number } = addDocument(world, id, true);
    world.clock.freeze(world.clock.now() - 60 * MINUTE);
    held.release();
    expect(await sent).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'maybe-booked-number', params: { number } }],
    });
    expect(bookedFor(world, id)).toEqual([]);
    expect(await sendDocument(world, id, d)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('while the order is being sent: the document names it and books nothing', async () => {
    const { world, id, o } = await withOrder();
    const held = hold(world, 'before POST /iapi/fakturakraj.json');
    const first = world.send(id, o);
    await held.reached;
    const { d } = addDocument(world, id, true);
    const second = world.send(id, d);
    while ((await world.store.transfers.get('demo', d)) === null) await new Promise(setImmediate);
    held.release();
    expect(await first).toMatchObject({ state: 'done' });
    expect(await second).toMatchObject({ state: 'incomplete', findings: [saleOf(o, '')] });
    const [booked] = bookedFor(world, id);
    // Asked again, it knows the number.
    expect(await world.send(id, d)).toMatchObject({ findings: [saleOf(o, booked?.number ?? '?')] });
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('while nobody knows what became of the order: the document names it and books nothing', async () => {
    const { world, id, o } = await withOrder();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    expect(await world.send(id, o)).toMatchObject({ state: 'uncertain' });
    const { d } = addDocument(world, id, true);
    expect(await sendDocument(world, id, d)).toMatchObject({ state: 'incomplete', findings: [saleOf(o, '')] });
    await world.pass(DAY);
    expect(await world.send(id, d)).toMatchObject({ state: 'incomplete', findings: [saleOf(o, '')] });
    expect(bookedFor(world, id)).toEqual([]);
  });

  it('once the order is booked: the document names its number and books nothing, and after a person’s answer there are two', async () => {
    const { world, id, o } = await withOrder();
    const { ifirmaNumber } = await world.send(id, o);
    const { d } = addDocument(world, id, true);
    const second = await sendDocument(world, id, d);
    expect(second).toMatchObject({ state: 'incomplete', findings: [saleOf(o, ifirmaNumber ?? '?')] });
    await world.pass(DAY);
    expect(bookedFor(world, id)).toHaveLength(1);
    await world.send(id, d, [`sale:${o}`]);
    expect(await world.send(id, d, ['field:12'])).toMatchObject({ state: 'done', findings: [] });
    for (let press = 0; press < 3; press += 1) {
      await world.send(id, d, [`sale:${o}`, 'field:12']);
      await world.send(id, o, [`sale:${d}`]);
      await world.pass(DAY);
    }
    expect(bookedFor(world, id)).toHaveLength(2);
  });
});

describe.each([
  ['that the order names', true],
  ['that only the list of documents shows', false],
])('a document %s', (_what, numberInOrder) => {
  /** It was asked about, and nothing was booked. */
  async function expectAsked(world: World, id: string, o: DocumentKey, number: string) {
    expect(await world.transfer(o)).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'maybe-booked-number', evidence: `number:${number}` }],
    });
    await world.pass(DAY);
    expect(bookedFor(world, id)).toEqual([]);
  }

  it('that appears between the queue and the check: the order is not issued without asking', async () => {
    const { world, id, o } = await withOrder();
    const held = hold(world, `before GET /api/v1/orders/${id}`);
    const sending = world.send(id, o);
    await held.reached;
    const { number } = addDocument(world, id, numberInOrder);
    held.release();
    await sending;
    await expectAsked(world, id, o, number);
  });

  it('that appears while the order waits for a limit: it is not issued without asking', async () => {
    const { world, id, o } = await withOrder();
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 600 });
    expect(await world.send(id, o)).toMatchObject({ state: 'queued' });
    const { number } = addDocument(world, id, numberInOrder);
    await world.pass(11 * MINUTE);
    await expectAsked(world, id, o, number);
  });

  it('that appears while the look-up before the POST takes its time: the order is not issued without asking', async () => {
    const { world, id, o } = await withOrder();
    const held = hold(world, LOOK_UP);
    const sending = world.send(id, o);
    await held.reached;
    const { number } = addDocument(world, id, numberInOrder);
    world.clock.advance(6_000);
    held.release();
    await sending;
    await expectAsked(world, id, o, number);
  });

  it('that appears in the very moment of the POST: booked once, and the document names that invoice', async () => {
    const { world, id, o } = await withOrder();
    const held = hold(world, LOOK_UP);
    const sending = world.send(id, o);
    await held.reached;
    const { d } = addDocument(world, id, numberInOrder);
    held.release();
    const { ifirmaNumber } = await sending;
    await world.pass(MINUTE);
    const { documents } = await world.tell<'state'>({ type: 'state', orderId: id, key: null, fresh: true });
    expect(documents.map(({ key }) => key)).toContain(d);
    expect(await world.send(id, d)).toMatchObject({
      state: 'incomplete',
      findings: [saleOf(o, ifirmaNumber ?? '?')],
    });
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('about which a person has answered, it is issued however slow everything is, once', async () => {
    const { world, id, o } = await withOrder();
    const { number } = addDocument(world, id, numberInOrder);
    world.network.slowness = 6_000;
    expect(await world.send(id, o, [`number:${number}`])).toMatchObject({ state: 'done' });
    expect(bookedFor(world, id)).toHaveLength(1);
  });
});

it('a look-up that takes long asks the panel once more, and a quick one does not', async () => {
  const asked: number[] = [];
  for (const ms of [0, 4_000, 6_000]) {
    const { world, id, o } = await withOrder();
    const held = hold(world, LOOK_UP);
    const sending = world.send(id, o);
    await held.reached;
    const before = world.network.passed.length;
    world.clock.advance(ms);
    held.release();
    await sending;
    const posted = world.network.passed.findIndex(({ method }) => method === 'POST');
    asked.push(world.network.passed.slice(before, posted).filter(({ host }) => host !== IFIRMA).length);
    expect(await world.transfer(o)).toMatchObject({ state: 'done' });
  }
  expect(asked).toEqual([0, 0, 2]);
});

it('documents that nobody has looked at, and a person who knows better: they are not searched for a second time', async () => {
  const { world, id, o } = await withOrder();
  for (let count = 0; count < 50; count += 1)
    world.panel.addDocument({ orderId: null, issueDate: '2026-11-21', number: `FV/${500 + count}/11/2026` });
  const before = world.network.passed.length;
  expect(await world.send(id, o, ['documents-unknown'])).toMatchObject({ state: 'done' });
  const posted = world.network.passed.findIndex(({ method }) => method === 'POST');
  const details = world.network.passed
    .slice(before, posted)
    .filter(({ target }) => /operationdocuments\/\d/.test(target));
  expect(details).toHaveLength(20);
});

it('a panel that does not answer that question keeps the order waiting', async () => {
  const { world, id, o } = await withOrder();
  const held = hold(world, LOOK_UP);
  const sending = world.send(id, o);
  await held.reached;
  world.network.arm({ host: 'demo.sellasist.pl', times: 1 }, { kind: 'offline' });
  world.clock.advance(6_000);
  held.release();
  expect(await sending).toMatchObject({ state: 'queued', reason: { code: 'offline' } });
  expect(bookedFor(world, id)).toEqual([]);
  await world.pass(MINUTE);
  expect(await world.transfer(o)).toMatchObject({ state: 'done' });
  expect(bookedFor(world, id)).toHaveLength(1);
});

describe('many at once', () => {
  const sendMany = async (world: World, orderId: string, keys: readonly DocumentKey[]) => {
    const documents = keys.map((key) => ({ orderId, key }));
    const many = await world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);
    await world.pass(10 * MINUTE);
    return many;
  };

  it.each([
    ['the order first', (o: DocumentKey, d: DocumentKey) => [o, d]],
    ['the document first', (o: DocumentKey, d: DocumentKey) => [d, o]],
  ] as const)('an order and its document, %s: at most one is booked, and the second is left', async (_which, order) => {
    const { world, id, o } = await withOrder();
    const { d } = addDocument(world, id, true);
    const [first, second] = order(o, d);
    const many = await sendMany(world, id, [first ?? o, second ?? d]);
    expect(many).toEqual({ queued: [first], left: [second] });
    expect(bookedFor(world, id).length).toBeLessThanOrEqual(1);
    // The order is asked about because of the document; the document just goes.
    expect((await world.transfer(d)).state).toBe(first === d ? 'done' : 'incomplete');
    expect((await world.transfer(o)).state).toBe('incomplete');
    await sendMany(world, id, [d, o]);
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('two documents of one order: the first is booked, the second names it', async () => {
    const { world, id } = await withOrder();
    const [one, two] = [addDocument(world, id, false), addDocument(world, id, false)];
    expect(await sendMany(world, id, [one.d, two.d])).toEqual({ queued: [one.d], left: [two.d] });
    expect(await world.transfer(two.d)).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'sale-taken', evidence: `sale:${one.d}` }],
    });
    expect(await sendMany(world, id, [two.d, one.d])).toEqual({ queued: [], left: [two.d, one.d] });
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('the same document twice is queued once', async () => {
    const { world, id, o } = await withOrder();
    expect(await sendMany(world, id, [o, o, o])).toEqual({ queued: [o], left: [o, o] });
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('and a person at the same moment: one is booked', async () => {
    const { world, id, o } = await withOrder();
    const { d } = addDocument(world, id, true);
    await world.view(id, d);
    await Promise.all([sendMany(world, id, [o]), world.send(id, d), sendMany(world, id, [d])]);
    await world.pass(DAY);
    expect(bookedFor(world, id).length).toBeLessThanOrEqual(1);
    expect(new Set([(await world.transfer(o)).state, (await world.transfer(d)).state])).toContain('incomplete');
  });
});

it('two documents of one order, and a person’s answer: exactly two', async () => {
  const { world, id } = await withOrder();
  const [one, two] = [addDocument(world, id, false), addDocument(world, id, false)];
  await world.view(id, two.d);
  expect(await world.send(id, one.d)).toMatchObject({ state: 'done' });
  expect(await world.send(id, two.d)).toMatchObject({ findings: [{ code: 'sale-taken' }] });
  await world.send(id, two.d, [`sale:${one.d}`, 'field:12']);
  for (let press = 0; press < 3; press += 1) {
    await world.send(id, one.d, [`sale:${two.d}`]);
    await world.send(id, two.d, [`sale:${one.d}`]);
    await world.pass(DAY);
  }
  expect(await world.transfer(two.d)).toMatchObject({ state: 'done' });
  expect(bookedFor(world, id)).toHaveLength(2);
});
