/** What keeps a document from KSeF, where nothing can be taken back: two invoices, a full disk, a day of issue that is not today. */
import { describe, expect, it } from 'vitest';
import { hold } from '../hold.ts';
import { bookTwin, onlyInvoice } from '../second-invoice.ts';
import { bookedFor, createWorld, DAY, MINUTE, VIEW } from '../world.ts';
import { companyOrder, createShop, ofOrders, posts, seriesOf } from './scene.ts';

describe('two invoices of one sale', () => {
  it('are both kept back; once a person has taken one away, the other one goes', async () => {
    const world = await createShop('all', { settings: ofOrders });
    const { orderId, key } = companyOrder(world);
    const held = hold(world, 'after POST /iapi/fakturakraj.json');
    const sending = world.send(orderId, key);
    await held.reached;
    const own = onlyInvoice(world, orderId);
    const twin = bookTwin(world, own);
    held.release();
    expect(await sending).toMatchObject({ state: 'issued', reason: { code: 'double-found' } });
    await world.pass(DAY);
    expect(posts(world)).toEqual([]);
    world.ifirma.removeByHand(own.id);
    await world.tell<'check'>({ type: 'check', orderId, key });
    await world.pass(MINUTE);
    expect(posts(world)).toEqual([`/iapi/fakturakraj/ksef/send/${twin.id}.json`]);
    expect(await world.transfer(key)).toMatchObject({ identifier: twin.id, ksef: { standing: 'accepted' } });
  });
});

describe('a full disk', () => {
  it('what could not be recorded first is not sent; it goes once there is room', async () => {
    const world = await createShop('manual', { settings: ofOrders });
    const { orderId, key } = companyOrder(world);
    await world.send(orderId, key);
    // The click fits, the intent does not.
    world.fullAfter(1);
    await world.ask<'ksef'>({ type: 'ksef', orderId, key, confirm: [] });
    expect(posts(world)).toEqual([]);
    world.full = false;
    await world.pass(5 * MINUTE);
    expect(posts(world)).toHaveLength(1);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
  });
});

describe('a day of issue that is not today', () => {
  // The sample document of order 1001 was issued two days ago.
  it('is asked about where a person sends one document', async () => {
    const world = await createShop('companies');
    const view = await world.send('1001', 'd77');
    expect(view).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'ksef-offline-date', evidence: expect.any(String) }],
    });
    expect(world.ifirma.booked()).toEqual([]);
    const confirm = view.findings.flatMap(({ evidence }) => evidence ?? []);
    expect(await world.send('1001', 'd77', confirm)).toMatchObject({ state: 'done', ksef: { standing: 'sent' } });
  });

  it.each(['off', 'manual'] as const)('is nobody’s concern where its series is set to %s', async (mode) => {
    const world = await createShop(mode);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('does not stop many that are sent at once', async () => {
    const world = await createShop('companies');
    await world.view('1001', 'd77');
    await world.tell<'send.many'>(
      { type: 'send.many', panel: 'demo', documents: [{ orderId: '1001', key: 'd77' }] },
      VIEW,
    );
    await world.pass(10 * MINUTE);
    expect(bookedFor(world, '1001')).toHaveLength(1);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done', ksef: { standing: 'accepted' } });
  });

  it('is said in the preview', async () => {
    const world = await createShop('companies');
    const { remarks, issueDate } = await world.tell<'preview'>({ type: 'preview', orderId: '1001', key: 'd77' });
    expect(remarks).toContainEqual({ code: 'ksef-offline-date', params: { date: issueDate } });
    const today = companyOrder(world);
    const shown = await world.tell<'preview'>({ type: 'preview', ...today });
    expect(shown.remarks.map(({ code }) => code)).not.toContain('ksef-offline-date');
  });
});

describe('many at once', () => {
  it('forty documents go to KSeF once each, within the limits', async () => {
    const world = await createWorld({ settings: ofOrders, series: { '1': seriesOf('all') } });
    const orders = Array.from({ length: 40 }, () => companyOrder(world));
    const documents = orders.map(({ orderId, key }) => ({ orderId, key }));
    await world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);
    await world.pass(60 * MINUTE);
    expect(new Set(posts(world)).size).toBe(40);
    expect(posts(world)).toHaveLength(40);
    for (const { key } of orders) {
      expect(await world.transfer(key)).toMatchObject({ state: 'done', ksef: { standing: 'accepted' } });
    }
    expect(world.network.passed.filter(({ status }) => status === 429)).toEqual([]);
  });
});
