/** What an enemy of the engine tried: each of these once booked twice, or took another order's invoice for its own. */
import { describe, expect, it } from 'vitest';
import { erplinkOf } from '../../../utils/store/facts.ts';
import { LIST, POST } from './troubles.ts';
import { bookedFor, createWorld, MINUTE } from './world.ts';

const REF = { orderId: '1001', key: 'd77' } as const;

describe('a link', () => {
  it('takes no invoice of another order, though the sums agree', async () => {
    const world = await createWorld();
    const [one, other] = [world.panel.addOrder(), world.panel.addOrder()];
    const sent = await world.send(one.id, `o${one.id}`);
    const number = sent.ifirmaNumber ?? '';
    const reply = await world.ask<'link'>({ type: 'link', orderId: other.id, key: `o${other.id}`, number });
    expect(reply).toEqual({ ok: false, reason: { code: 'link-taken', params: { number } } });
    expect(world.panel.files(other.id, '12')).toEqual([]);
  });

  it('takes no invoice that carries the mark of another order, though the ledger does not know it', async () => {
    const world = await createWorld();
    const [one, other] = [world.panel.addOrder(), world.panel.addOrder()];
    const sent = await world.send(one.id, `o${one.id}`);
    const number = sent.ifirmaNumber ?? '';
    const anew = await createWorld();
    const order = anew.panel.addOrder();
    const again = anew.panel.addOrder();
    await anew.send(order.id, `o${order.id}`);
    expect(other.id).toBe(again.id);
    await anew.store.transfers.change('demo', `o${order.id}`, (stored) => ({ ...stored, identifier: 'unknown' }));
    const reply = await anew.ask<'link'>({ type: 'link', orderId: again.id, key: `o${again.id}`, number });
    expect(reply).toEqual({ ok: false, reason: { code: 'link-taken', params: { number } } });
  });
});

describe('an answer that may hide a booking', () => {
  it('with HTTP 500 is looked up, whatever Kod stands in its body', async () => {
    const world = await createWorld();
    const body = JSON.stringify({ response: { Kod: 200, Informacja: 'Błąd' } });
    const status = { kind: 'status', status: 500, contentType: 'application/json', body, when: 'after' } as const;
    world.network.arm({ ...POST, times: 1 }, status);
    await world.send('1001', 'd77');
    await world.pass(MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('and was never found is not skipped afterwards: the invoice may be there', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    await world.send('1001', 'd77');
    await world.pass(30 * MINUTE);
    const order = world.panel.orders.get('1001');
    if (order === undefined) throw new Error('no order');
    world.panel.orders.set('1001', { ...order, placeholder: true });
    const view = await world.send('1001', 'd77');
    expect(view).toMatchObject({ state: 'incomplete', actions: ['resend', 'preview', 'link'] });
    await world.ask<'skip'>({ type: 'skip', ...REF, why: 'Nie chcę' });
    expect(await world.transfer('d77')).toMatchObject({ state: 'incomplete' });
  });
});

describe('before the POST', () => {
  it('the answer about the vendor’s own integration is asked for once more', async () => {
    const world = await createWorld();
    world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 60 });
    await world.send('1001', 'd77');
    await world.store.facts.set(erplinkOf('demo'), true, 'strict');
    await world.pass(10 * MINUTE);
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('a document that was not looked at is asked about, when neither number nor log names it', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    world.panel.switches.documentsInLogs = false;
    world.panel.addDocument({ orderId: order.id, series: 'PAR', numberInOrder: false });
    for (let more = 0; more < 45; more += 1) world.panel.addDocument({ numberInOrder: false });
    const view = await world.send(order.id, `o${order.id}`);
    expect(view).toMatchObject({ state: 'incomplete', findings: [{ code: 'maybe-booked-unknown' }] });
    expect(world.ifirma.booked()).toEqual([]);
  });
});
