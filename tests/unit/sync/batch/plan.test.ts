/** What would be sent, before anything is: the truth as far as it is known without sending, and never a request a row where a list will do. */
import { describe, expect, it, vi } from 'vitest';
import { POST } from '../troubles.ts';
import { createWorld, MINUTE, reasonOf, type World } from '../world.ts';
import { documentsOf, ordersOf, plan, start } from './scene.ts';

vi.setConfig({ testTimeout: 30_000 });

const requests = (world: World, path: RegExp) => world.network.passed.filter(({ target }) => path.test(target));
const codes = ({ attention }: Awaited<ReturnType<typeof plan>>) =>
  attention.map(({ key, findings, reason }) => [
    key,
    ...findings.map(({ code }) => code),
    ...(reason ? [reason.code] : []),
  ]);

describe('selected orders', () => {
  it('become their invoices by the panel’s lists, with no request of their own', async () => {
    const world = await createWorld();
    const refs = documentsOf(
      world,
      Array.from({ length: 60 }, () => '2026-11-21'),
    );
    const planned = await plan(
      world,
      refs.map(({ orderId }) => orderId ?? ''),
    );
    expect(new Set(planned.toSend.map(({ key }) => key))).toEqual(new Set(refs.map(({ key }) => key)));
    expect(planned).toMatchObject({ attention: [], already: 0, others: 0 });
    expect(requests(world, /\/orders\/\d/)).toEqual([]);
    expect(requests(world, /operationdocuments\/\d/)).toEqual([]);
    expect(world.network.passed.length).toBeLessThan(8);
  });

  it('write nothing', async () => {
    const world = await createWorld();
    const [ref] = documentsOf(world, ['2026-11-21']);
    await plan(world, [ref?.orderId ?? '']);
    await world.pass(10 * MINUTE);
    expect(await world.store.transfers.get('demo', ref?.key ?? 'd0')).toBeNull();
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('without a document stand for themselves', async () => {
    const world = await createWorld();
    const [ref] = ordersOf(world, 1);
    expect((await plan(world, [ref?.orderId ?? ''])).toSend).toEqual([ref]);
  });

  it.each<readonly [what: string, prepare: (world: World) => Promise<string> | string, code: string]>([
    ['with a receipt', () => '1005', 'receipt-exists'],
    [
      'with a number that the panel’s documents do not have',
      (world) => {
        const { id } = world.panel.addOrder();
        const order = world.panel.orders.get(id);
        if (order) order.documentNumber = 'FS/1/2025';
        return id;
      },
      'maybe-booked-number',
    ],
    ['that nobody has confirmed', (world) => world.panel.addOrder({ placeholder: true }).id, 'order-unconfirmed'],
    ['that the panel does not have', () => '999999', 'sellasist-order-missing'],
  ])('%s need attention, and are not sent', async (_what, prepare, code) => {
    const world = await createWorld();
    const id = await prepare(world);
    const planned = await plan(world, [id]);
    expect(planned.toSend).toEqual([]);
    expect(codes(planned)).toEqual([[`o${id}`, code]]);
  });

  it('whose list cannot be read refuse the plan: it would say less than the truth', async () => {
    const world = await createWorld();
    const [ref] = ordersOf(world, 1);
    world.network.arm({ path: '/api/v1/orders', times: 1 }, { kind: 'status', status: 503 });
    const reply = await world.ask<'batch.plan'>({
      type: 'batch.plan',
      panel: null,
      orderIds: [ref?.orderId ?? ''],
      documentIds: [],
    });
    expect(reasonOf(reply)).toMatchObject({ code: 'sellasist-unreachable' });
  });
});

describe('what the ledger knows', () => {
  it('is in iFirma, or on its way: only counted', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-20', '2026-11-21']);
    await start(world, refs);
    await world.pass(10 * MINUTE);
    const planned = await plan(
      world,
      refs.map(({ orderId }) => orderId ?? ''),
    );
    expect(planned).toEqual({ toSend: [], corrections: 0, numbers: {}, attention: [], already: 2, others: 0 });
  });

  it('of a correction says nothing of its order’s invoice', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const invoice = await world.transfer('d77');
    const { sale: _sale, ...rest } = invoice;
    await world.store.transfers.create({
      ...rest,
      key: 'c13f0c1e2-8a7b-4c6d-9e0f-112233445566',
      kind: 'correction',
      documentId: null,
      state: 'queued',
      post: null,
      identifier: null,
    });
    expect(await plan(world, ['1001'])).toEqual({
      toSend: [],
      corrections: 0,
      numbers: {},
      attention: [],
      already: 1,
      others: 0,
    });
  });

  it('failed: would be sent again', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send('1001', 'd77');
    expect((await plan(world, ['1001'])).toSend).toEqual([{ orderId: '1001', key: 'd77' }]);
  });

  it('skipped by a person, or unclear: needs attention, and is not sent with a whole list', async () => {
    const world = await createWorld();
    const [skipped, lost] = documentsOf(world, ['2026-11-20', '2026-11-20']);
    if (!skipped || !lost) throw new Error('no documents');
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send(skipped.orderId ?? '', skipped.key);
    await world.tell<'skip'>({ type: 'skip', ...skipped, why: 'Nie' });
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    await world.send(lost.orderId ?? '', lost.key);
    const planned = await plan(world, [skipped.orderId ?? '', lost.orderId ?? '']);
    expect(planned.toSend).toEqual([]);
    expect(planned.attention.map(({ key, state }) => [key, state])).toEqual([
      [skipped.key, 'skipped'],
      [lost.key, 'uncertain'],
    ]);
  });

  it('of an order whose sale another document holds names that one', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const other = world.panel.addDocument({ orderId: '1001', numberInOrder: false, issueDate: '2026-11-22' });
    const planned = await plan(world, [], [other.id, '77']);
    expect(planned).toMatchObject({ already: 1 });
    // Nobody has read the other one yet, so nobody knows whose it is.
    expect(planned.toSend).toEqual([{ orderId: null, key: `d${other.id}` }]);
    await world.view('1001', 'd77');
    expect(codes(await plan(world, [], [other.id]))).toEqual([]);
  });

  it('of two documents of one order lets one hold the sale', async () => {
    const world = await createWorld();
    const other = world.panel.addDocument({ orderId: '1001', numberInOrder: false, issueDate: '2026-11-22' });
    for (const documentId of ['77', other.id]) {
      await world.store.documents.put([
        {
          panel: 'demo',
          documentId,
          orderId: '1001',
          kind: 'invoice',
          number: `FV ${documentId}`,
          seriesId: '1',
          issueDate: '2026-11-20',
          seenAt: world.clock.now(),
        },
      ]);
    }
    const planned = await plan(world, ['1001']);
    expect(planned.toSend).toHaveLength(1);
    expect(codes(planned)[0]).toContain('sale-taken');
  });

  it('of a series that is not set up says what is missing', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, series: {} }));
    const planned = await plan(world, ['1001']);
    expect(planned.toSend).toEqual([]);
    expect(codes(planned)).toEqual([['d77', 'series-incomplete']]);
  });
});

describe('selected documents', () => {
  it('that are corrections are sent as such, known already or not, and counted beside the invoices', async () => {
    const world = await createWorld();
    for (let round = 0; round < 2; round += 1) {
      const planned = await plan(world, [], ['77', '80']);
      expect(planned.toSend.map(({ key }) => key).toSorted()).toEqual(['d77', 'd80']);
      expect(planned).toMatchObject({ corrections: 1, others: 0, attention: [] });
      await world.tell<'state'>({ type: 'state', orderId: null, key: 'd80', fresh: true });
    }
  });

  it('that are neither invoices nor corrections are counted apart', async () => {
    const world = await createWorld();
    const planned = await plan(world, [], ['77', '79', '81']);
    expect(planned.toSend.map(({ key }) => key)).toEqual(['d77']);
    expect(planned).toMatchObject({ others: 2, attention: [] });
  });

  it('and the order of one of them are one document', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    expect((await plan(world, ['1001'], ['77'])).toSend).toEqual([{ orderId: '1001', key: 'd77' }]);
  });

  it('are put in order of issue', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-21', '2026-11-19', '2026-11-20']);
    for (const { orderId, key } of refs) await world.view(orderId ?? '', key);
    const ids = refs.map(({ key }) => key.slice(1));
    expect((await plan(world, [], ids)).toSend.map(({ key }) => key)).toEqual(
      [refs[1], refs[2], refs[0]].map((ref) => ref?.key),
    );
  });
});

it.each([
  ['on', true, 'erplink-on'],
  ['not asked about', null, 'erplink-unanswered'],
] as const)('the vendor’s own integration, %s, refuses the plan', async (_what, erplink, code) => {
  const world = await createWorld({ erplink });
  const reply = await world.ask<'batch.plan'>({ type: 'batch.plan', panel: null, orderIds: ['1001'], documentIds: [] });
  expect(reasonOf(reply)).toMatchObject({ code });
});
