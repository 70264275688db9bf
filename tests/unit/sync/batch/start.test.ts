/** What is begun together is sent once, oldest first, and what is shown of it is what the ledger and iFirma say. */
import { describe, expect, it, vi } from 'vitest';
import { hold } from '../hold.ts';
import { lock, turnOn } from '../passphrase.ts';
import { POST } from '../troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, reasonOf, VIEW } from '../world.ts';
import { batchOf, countsOf, decide, documentsOf, ordersOf, start, sumOf } from './scene.ts';

vi.setConfig({ testTimeout: 30_000 });

const POST_GATE = 'before POST /iapi/fakturakraj.json';

describe('a batch', () => {
  it('is sent by date of issue, whatever order it was given in, each document once', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-21', '2026-11-19', '2026-11-22', '2026-11-20']);
    const begun = await start(world, refs);
    expect(begun.batch).toMatchObject({ total: 4, paused: false, cancelled: false, endedAt: null, attention: [] });
    await world.pass(10 * MINUTE);
    expect(world.ifirma.booked().map(({ body }) => body.DataWystawienia)).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]);
    const batch = await batchOf(world);
    expect(countsOf(batch)).toEqual({
      total: 4,
      waiting: 0,
      underWay: 0,
      sent: 4,
      uncertain: 0,
      withdrawn: 0,
      attention: 0,
    });
    expect(batch.endedAt).not.toBeNull();
    for (const { orderId } of refs) expect(bookedFor(world, orderId ?? '')).toHaveLength(1);
  });

  it('with corrections among them sends each after its invoice, once, with its PDF', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-19', '2026-11-20', '2026-11-21']);
    const corrections = refs.map(({ orderId, key }) => {
      const invoice = world.panel.documents.get(key.slice(1));
      const lines = (invoice?.products ?? []).map(({ name, unitGross, rate }) => ({
        name,
        quantity: '0',
        price: (unitGross / 100).toFixed(2),
        rate,
      }));
      const { id } = world.panel.addDocument({
        orderId: orderId ?? '',
        series: 'KOR',
        mainDocumentId: key.slice(1),
        lines,
      });
      return { orderId: null, key: `d${id}` } as const;
    });
    await start(world, [...corrections, ...refs]);
    await world.pass(30 * MINUTE);
    const booked = world.ifirma.booked();
    const [invoices, corrected] = [0, 1].map((nth) =>
      booked.filter(({ corrects }) => (corrects === null ? 0 : 1) === nth),
    );
    expect(invoices).toHaveLength(3);
    expect(corrected?.map(({ corrects }) => corrects).toSorted()).toEqual(invoices?.map(({ id }) => id).toSorted());
    expect(corrected).toMatchObject([{ gross: 0 }, { gross: 0 }, { gross: 0 }]);
    expect(countsOf(await batchOf(world))).toMatchObject({ total: 6, sent: 6, attention: 0 });
    for (const { key } of corrections) expect(await world.transfer(key)).toMatchObject({ state: 'done' });
  });

  it('begins nothing before every document has its place', async () => {
    const world = await createWorld();
    const refs = documentsOf(
      world,
      Array.from({ length: 25 }, (_, at) => `2026-11-${at === 24 ? '01' : '20'}`),
    );
    await start(world, refs);
    await world.pass(30 * MINUTE);
    // Given last, read last, and yet the first.
    expect(world.ifirma.booked()[0]?.body.DataWystawienia).toBe('2026-11-01');
    expect(world.ifirma.booked()).toHaveLength(25);
  });

  it('learns the order of a document that nobody has read yet from the document', async () => {
    const world = await createWorld();
    const [ref] = documentsOf(world, ['2026-11-21']);
    if (!ref) throw new Error('no document');
    await start(world, [{ orderId: null, key: ref.key }]);
    await world.pass(5 * MINUTE);
    expect(await world.transfer(ref.key)).toMatchObject({ state: 'done', orderId: ref.orderId });
  });

  it('says of what is no invoice of its order why it was not sent, and sends the others', async () => {
    const world = await createWorld();
    const [order] = ordersOf(world, 1);
    if (!order) throw new Error('no order');
    await start(world, [{ orderId: '1005', key: 'd79' }, { orderId: '1002', key: 'd77' }, order]);
    await world.pass(5 * MINUTE);
    const batch = await batchOf(world);
    expect(countsOf(batch)).toMatchObject({ total: 3, sent: 1, attention: 2 });
    expect(batch.attention.map(({ key, reason }) => [key, reason?.code])).toEqual([
      ['d79', 'sellasist-order-missing'],
      ['d77', 'sellasist-order-missing'],
    ]);
    expect(batch.endedAt).not.toBeNull();
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('names in the end what needs a person, with what is wrong', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-20', '2026-11-20']);
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await start(world, refs);
    await world.pass(10 * MINUTE);
    const batch = await batchOf(world);
    expect(countsOf(batch)).toMatchObject({ sent: 1, attention: 1 });
    expect(batch.attention[0]).toMatchObject({ key: refs[0]?.key, state: 'failed', reason: { code: 'kod-202' } });
    // And once that is mended from its card, the summary says so, too.
    await world.send(refs[0]?.orderId ?? '', refs[0]?.key ?? 'd0');
    expect(countsOf(await batchOf(world))).toMatchObject({ sent: 2, attention: 0 });
  });

  it('is not ended by a document of which nobody knows whether it is booked yet, and says it apart', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-20', '2026-11-21']);
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    await start(world, refs);
    await world.pass(3 * MINUTE);
    expect(countsOf(await batchOf(world))).toMatchObject({ sent: 1, uncertain: 1, attention: 0 });
    await world.pass(DAY);
    expect(countsOf(await batchOf(world))).toMatchObject({ sent: 1, uncertain: 0, attention: 1 });
  });

  it('goes on where a person’s own document goes before it', async () => {
    const world = await createWorld();
    const [own, ...refs] = ordersOf(world, 5);
    if (!own) throw new Error('no order');
    const held = hold(world, POST_GATE);
    await start(world, refs);
    await held.reached;
    const sending = world.send(own.orderId ?? '', own.key);
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    held.release();
    expect(await sending).toMatchObject({ state: 'done' });
    await world.pass(5 * MINUTE);
    expect(world.ifirma.booked()).toHaveLength(5);
    expect((await batchOf(world)).total).toBe(4);
  });
});

describe('a second one while the first goes on', () => {
  it('is added to it: one bar, one order of dates, and nothing twice', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-18', '2026-11-21', '2026-11-20', '2026-11-19']);
    const held = hold(world, POST_GATE);
    await start(world, refs.slice(0, 2));
    await held.reached;
    const { batch } = await start(world, refs.slice(1));
    expect(batch).toMatchObject({ total: 4 });
    held.release();
    await world.pass(10 * MINUTE);
    expect(world.ifirma.booked().map(({ body }) => body.DataWystawienia)).toEqual([
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ]);
    expect(countsOf(await batchOf(world))).toMatchObject({ total: 4, sent: 4 });
  });

  it('sends again what has failed in the first, and counts it once', async () => {
    const world = await createWorld();
    const refs = ordersOf(world, 3);
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await start(world, refs);
    // The others are posted by now, and wait for their numbers.
    await world.idle();
    const [failed] = (await batchOf(world)).attention;
    if (!failed) throw new Error('nothing has failed');
    await start(world, [{ orderId: failed.orderId, key: failed.key }]);
    await world.pass(10 * MINUTE);
    expect(countsOf(await batchOf(world))).toMatchObject({ total: 3, sent: 3, attention: 0 });
    expect(world.ifirma.booked()).toHaveLength(3);
  });
});

describe('the summary', () => {
  it('stays until it was read, also over a restart of the browser, and then is gone', async () => {
    const world = await createWorld();
    await start(world, ordersOf(world, 2));
    await world.pass(5 * MINUTE);
    await world.restartBrowser();
    expect(countsOf(await batchOf(world))).toMatchObject({ total: 2, sent: 2 });
    expect(await decide(world, 'batch.close')).toBeNull();
    expect(await decide(world, 'batch.state')).toBeNull();
  });

  it('is not put away while the batch goes on', async () => {
    const world = await createWorld();
    const held = hold(world, POST_GATE);
    await start(world, ordersOf(world, 2));
    await held.reached;
    expect(await decide(world, 'batch.close')).toMatchObject({ total: 2 });
    held.release();
    await world.pass(5 * MINUTE);
    expect(countsOf(await batchOf(world))).toMatchObject({ sent: 2 });
  });

  it('gives way to the next batch', async () => {
    const world = await createWorld();
    await start(world, ordersOf(world, 2));
    await world.pass(5 * MINUTE);
    await start(world, ordersOf(world, 1));
    await world.pass(5 * MINUTE);
    expect(countsOf(await batchOf(world))).toMatchObject({ total: 1, sent: 1 });
  });
});

describe('what keeps it', () => {
  it.each([
    ['on', true, 'erplink-on'],
    ['not asked about', null, 'erplink-unanswered'],
  ] as const)('the vendor’s own integration, %s: nothing is begun', async (_what, erplink, code) => {
    const world = await createWorld({ erplink });
    const documents = ordersOf(world, 2);
    const reply = await world.ask<'batch.start'>({ type: 'batch.start', panel: null, documents });
    expect(reasonOf(reply)).toMatchObject({ code });
    expect(await decide(world, 'batch.state')).toBeNull();
  });

  it('locked keys: nothing is begun, and what was begun is still shown', async () => {
    const world = await createWorld();
    const refs = ordersOf(world, 2);
    await turnOn(world);
    const held = hold(world, POST_GATE);
    await start(world, refs);
    await held.reached;
    await lock(world);
    held.release();
    await world.idle();
    const state = await world.tell<'batch.state'>({ type: 'batch.state', panel: null });
    expect(state).toMatchObject({ mode: 'locked', batch: { total: 2 } });
    const reply = await world.ask<'batch.start'>({ type: 'batch.start', panel: null, documents: ordersOf(world, 1) });
    expect(reasonOf(reply)).toMatchObject({ code: 'locked' });
  });

  it('a paused account: it says what it waits for, and goes on when the connection works again', async () => {
    const world = await createWorld();
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, pausedBy: 'kod-403' }));
    await start(world, ordersOf(world, 3));
    await world.pass(DAY);
    expect(await batchOf(world)).toMatchObject({ waiting: 3, waitsFor: { code: 'account-paused' }, timeLeft: null });
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    await world.pass(5 * MINUTE);
    expect(countsOf(await batchOf(world))).toMatchObject({ sent: 3 });
  });

  it('a question that is answered otherwise meanwhile: it stands still, and nobody is told when it will be over', async () => {
    const world = await createWorld();
    await start(world, ordersOf(world, 60));
    let { timeLeft } = await batchOf(world);
    expect(timeLeft).toBeNull();
    for (let round = 0; round < 40 && timeLeft === null; round += 1) {
      await world.pass(MINUTE / 4);
      timeLeft = (await batchOf(world)).timeLeft;
    }
    expect(timeLeft).toBeGreaterThan(0);
    await world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: true }, VIEW);
    await world.pass(5 * MINUTE);
    const { mode, batch } = await world.tell<'batch.state'>({ type: 'batch.state', panel: null });
    expect(mode).toBe('read-only');
    expect(batch).toMatchObject({ timeLeft: null, endedAt: null });
    expect(batch?.waiting).toBeGreaterThan(0);
  });

  it('a network that is lost while the documents are read: it waits, says so, and goes on by itself', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-20', '2026-11-21', '2026-11-22']);
    world.network.arm({ path: `operationdocuments/${refs[1]?.key.slice(1)}$`, times: 2 }, { kind: 'offline' });
    await start(world, refs);
    await world.idle();
    expect(await batchOf(world)).toMatchObject({ placed: 1, waiting: 3, waitsFor: { code: 'offline' } });
    await world.pass(10 * MINUTE);
    expect(countsOf(await batchOf(world))).toMatchObject({ sent: 3 });
  });

  it('a full disk: whoever asks is told, nothing is sent; one that fills up later loses nothing', async () => {
    const world = await createWorld();
    const documents = ordersOf(world, 4);
    world.full = true;
    const reply = await world.ask<'batch.start'>({ type: 'batch.start', panel: null, documents });
    expect(reasonOf(reply)).toMatchObject({ code: 'storage-full' });
    world.full = false;
    await start(world, documents);
    world.fullAfter(2);
    await world.pass(5 * MINUTE);
    expect(sumOf(await batchOf(world))).toBe(4);
    world.full = false;
    await world.pass(10 * MINUTE);
    expect(countsOf(await batchOf(world))).toMatchObject({ sent: 4 });
    expect(world.ifirma.booked()).toHaveLength(4);
  });
});

describe('whose batch it is', () => {
  it('a page of the panel names no panel, not even its own', async () => {
    const world = await createWorld();
    const reply = await world.ask<'batch.state'>({ type: 'batch.state', panel: 'demo' });
    expect(reasonOf(reply)).toMatchObject({ code: 'internal' });
  });

  it('our own pages name it, and see the same batch', async () => {
    const world = await createWorld();
    await world.tell<'batch.start'>({ type: 'batch.start', panel: 'demo', documents: ordersOf(world, 2) }, VIEW);
    await world.pass(5 * MINUTE);
    expect((await world.tell<'batch.state'>({ type: 'batch.state', panel: 'demo' }, VIEW)).batch).toEqual(
      await batchOf(world),
    );
    expect(reasonOf(await world.ask<'batch.state'>({ type: 'batch.state', panel: null }, VIEW))).toMatchObject({
      code: 'internal',
    });
  });
});
