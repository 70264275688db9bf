/** „Powiąż z iFirma”: a person types a number, Mostek reads that invoice, compares the sum, and adopts it. */
import { describe, expect, it, vi } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import { bookByHand } from './by-hand.ts';
import { DETAIL, json, LIST, ORDER, POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, type World } from './world.ts';

const bookedByHand = (world: World, price: number, nip?: string) =>
  bookByHand(world, { price, ...(nip === undefined ? {} : { nip }) });
const link = (world: World, number: string, orderId = '1001', key: DocumentKey = 'd77') =>
  world.ask<'link'>({ type: 'link', orderId, key, number });
const posts = (world: World) => world.network.passed.filter(({ method }) => method === 'POST');

async function expectLinked(world: World, number: string) {
  expect(await world.view('1001', 'd77')).toMatchObject({
    state: 'done',
    ifirmaNumber: number,
    findings: [],
    reason: null,
    attached: 'verified',
    actions: ['pdf', 'correct'],
  });
}

describe('the number of an invoice with the right sum', () => {
  it.each([
    ['as iFirma writes it', '1/11/2026'],
    ['with white space around it', '  1/11/2026 '],
    ['as it stands in addresses', '1_11_2026'],
  ])('%s: adopted, its PDF saved, nothing posted', async (_how, typed) => {
    const world = await createWorld();
    const { number } = bookedByHand(world, 135.98);
    expect(await link(world, typed)).toMatchObject({ ok: true });
    await expectLinked(world, number);
    await world.send('1001', 'd77');
    await world.pass(DAY);
    expect(posts(world)).toEqual([]);
    const { name } = await world.tell<'pdf'>({ type: 'pdf', orderId: '1001', key: 'd77' });
    expect(name).toBe('1_11_2026.pdf');
  });

  it.each(['top', 'response', 'wynik', 'wynik-array'] as const)('in the wrapper `%s`', async (detail) => {
    const world = await createWorld();
    world.ifirma.turn({ detail });
    const { number } = bookedByHand(world, 135.98);
    await link(world, number);
    await expectLinked(world, number);
  });

  it('is read a second time when its document was incomplete, failed, skipped or uncertain', async () => {
    const before: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
      incomplete: async (world) => {
        const order = world.panel.orders.get('1001');
        if (order) order.documentNumber = 'FS/1/2025';
        await world.send('1001', 'd77');
      },
      failed: async (world) => {
        world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
        await world.send('1001', 'd77');
      },
      skipped: async (world) => {
        world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
        await world.send('1001', 'd77');
        await world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Ręcznie' });
      },
      uncertain: async (world) => {
        world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
        await world.send('1001', 'd77');
      },
    };
    for (const [state, make] of Object.entries(before)) {
      const world = await createWorld();
      await make(world);
      const view = await world.view('1001', 'd77');
      expect(view).toMatchObject({ state, actions: expect.arrayContaining(['link']) });
      const { number } = bookedByHand(world, 135.98);
      await link(world, number);
      await expectLinked(world, number);
      await world.pass(DAY);
      expect(world.ifirma.booked(), state).toHaveLength(1);
    }
  });

  it('typed while an unclear POST is looked for: the invoice with our own mark is no second one', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    await world.send('1001', 'd77');
    const [booked] = bookedFor(world, '1001');
    await link(world, booked?.number ?? '');
    await expectLinked(world, '1/11/2026');
    // By its identifier, so that the ledger knows it when another document is looked up.
    expect((await world.transfer('d77')).identifier).toBe(booked?.id);
    await world.pass(DAY);
    await expectLinked(world, '1/11/2026');
  });

  it('typed while a look-up is on its way: what the look-up finds, or does not find, undoes nothing', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    await world.send('1001', 'd77');
    const { number } = bookedByHand(world, 135.98);

    const typed = world.network.pause(DETAIL, 'before');
    const order = world.network.pause(ORDER, 'before');
    const list = world.network.pause(LIST, 'after');
    const linking = link(world, number);
    await typed.whenFired();
    const checking = world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
    await vi.waitUntil(async () => (await world.transfer('d77')).notBefore === 0);
    typed.remove();
    await Promise.all([list.whenFired(), order.whenFired()]);
    order.remove();
    await vi.waitUntil(async () => (await world.transfer('d77')).identifier !== null);
    list.remove();
    await Promise.all([checking, linking]);
    await expectLinked(world, number);
  });

  it('holds the sale: the order’s other document says so', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    const document = world.panel.addDocument({ orderId: order.id, issueDate: '2026-11-22', numberInOrder: false });
    const { number } = bookedByHand(world, order.total / 100);
    await link(world, number, order.id, `d${document.id}`);
    expect(await world.send(order.id, `o${order.id}`, [`number:${document.number}`])).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'sale-taken', params: { number } }],
    });
  });

  it('does not overwrite what lies in the order’s field', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({ fields: { '12': Buffer.from('%PDF-1.4 ręcznie %%EOF') } });
    const { number } = bookedByHand(world, order.total / 100);
    expect(await link(world, number, order.id, `o${order.id}`)).toMatchObject({
      ok: true,
      value: { documents: [{ state: 'issued', reason: { code: 'attach-field-filled' }, ifirmaNumber: number }] },
    });
    expect(world.panel.journal.writes).toEqual([]);
  });
});

describe('a number that will not do', () => {
  it('of an invoice with another sum: refused with both sums, and nothing is tied', async () => {
    const world = await createWorld();
    const { number } = bookedByHand(world, 135.99);
    expect(await link(world, number)).toMatchObject({
      ok: false,
      reason: { code: 'link-sum-differs', params: { ours: '13598', theirs: '13599' } },
    });
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'unsent', ifirmaNumber: null });
  });

  it('of an invoice that says no sum at all: refused, because nothing was compared', async () => {
    const world = await createWorld();
    const { number } = bookedByHand(world, 135.98);
    const sumless = json(200, { response: { Kod: 0, PelnyNumer: number, Uwagi: '' } });
    world.network.arm({ ...DETAIL, times: 1 }, sumless);
    expect(await link(world, number)).toMatchObject({
      ok: false,
      reason: { code: 'link-sum-differs', params: { ours: '13598', theirs: '' } },
    });
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'unsent', ifirmaNumber: null });
  });

  it.each(['99/11/2026', '77', 'FV/12/11/2026', '../faktury', '?typ=dup', 'ąę', '1/11/2026.pdf'])(
    '„%s”, which iFirma does not have: refused, and nothing is tied',
    async (typed) => {
      const world = await createWorld();
      bookedByHand(world, 135.98);
      expect(await link(world, typed)).toMatchObject({
        ok: false,
        reason: { code: 'link-not-found', params: { number: typed } },
      });
      expect(await world.view('1001', 'd77')).toMatchObject({ state: 'unsent' });
    },
  );

  it('of nothing but white space is no number', async () => {
    const world = await createWorld();
    const reply = await link(world, '  ');
    expect(reply.ok).toBe(false);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'unsent' });
  });

  it.each([
    ['no network', { kind: 'drop' }, 'network'],
    ['HTML', { kind: 'html' }, 'ifirma-unreadable'],
    ['Kod 403', { kind: 'kod', kod: 403 }, 'kod-403'],
  ] as const)('because of %s: refused with that reason, not as unknown', async (_what, trouble, code) => {
    const world = await createWorld();
    const { number } = bookedByHand(world, 135.98);
    world.network.arm({ ...DETAIL, times: 1 }, trouble);
    expect(await link(world, number)).toMatchObject({ ok: false, reason: { code } });
    await link(world, number);
    await expectLinked(world, number);
  });
});

describe('an invoice with the right sum that is another order’s', () => {
  /** A second order with the sum of 1001. */
  const twinOf = (world: World) =>
    world.panel.addOrder({
      lines: [{ price: '119.99' }],
      buyer: { company_name: 'Testowa Sp. z o.o.', company_nip: '111-111-11-11' },
    });

  it('by its mark: refused', async () => {
    const world = await createWorld();
    const twin = twinOf(world);
    expect(twin.total).toBe(13_598);
    const { ifirmaNumber } = await world.send(twin.id, `o${twin.id}`);
    expect(await link(world, ifirmaNumber ?? '')).toMatchObject({ ok: false, reason: { code: 'link-taken' } });
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'unsent' });
  });

  it('because a person has tied it to that one before: refused', async () => {
    const world = await createWorld();
    const twin = twinOf(world);
    const { number } = bookedByHand(world, 135.98);
    expect(await link(world, number, twin.id, `o${twin.id}`)).toMatchObject({ ok: true });
    expect(await link(world, number)).toMatchObject({ ok: false, reason: { code: 'link-taken' } });
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'unsent' });
  });
});

it('a document that was sent is not tied to anything else', async () => {
  const world = await createWorld();
  await world.send('1001', 'd77');
  const other = bookedByHand(world, 135.98);
  await link(world, other.number);
  await expectLinked(world, '1/11/2026');
  expect(other.number).not.toBe('1/11/2026');
});
