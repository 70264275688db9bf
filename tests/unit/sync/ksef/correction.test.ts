/** A correction goes to KSeF only once its invoice has a number there (ifirma-api 4.5). */
import { describe, expect, it } from 'vitest';
import type { SeriesSettings } from '../../../../utils/invoice/series.ts';
import { bookedFor, createWorld, DAY, MINUTE, type World } from '../world.ts';
import { companyOrder, ofOrders, posts, pressKsef, seriesOf, story } from './scene.ts';

const CORRECTIONS: SeriesSettings = seriesOf('all', { kind: 'correction' });

/** @param ofInvoices whether Mostek sends invoices there as well. */
async function shop(ofInvoices: 'off' | 'all'): Promise<World> {
  return createWorld({
    settings: ofOrders,
    series: { '1': seriesOf(ofInvoices), '3': CORRECTIONS },
    draft: { seriesIds: ['1', '3'] },
  });
}

async function correct(world: World, orderId: string, key: `o${string}`) {
  const choice = { lines: [{ line: 0, quantity: 0 }], reason: null, conditionsMet: true };
  const { documents } = await world.tell<'correct'>({ type: 'correct', orderId, key, choice, confirm: [] });
  const found = documents.find(({ kind }) => kind === 'correction');
  if (found === undefined) throw new Error('the card shows no correction');
  return found;
}

const toKsef = (world: World) => posts(world).map((path) => (path.includes('/korekta/') ? 'correction' : 'invoice'));

describe('a correction', () => {
  it('of an invoice that Mostek has sent waits for its number, then goes by itself', async () => {
    const world = await shop('all');
    world.ifirma.turn({ ksef: { outcome: 'accepted', ms: 30 * MINUTE } });
    const { orderId, key } = companyOrder(world);
    const invoice = await world.send(orderId, key);
    const view = await correct(world, orderId, key as `o${string}`);
    expect(view).toMatchObject({
      state: 'done',
      ksef: { standing: 'wanted', reason: { code: 'ksef-original-waits', params: { number: invoice.ifirmaNumber } } },
    });
    expect(view.actions).not.toContain('ksef');
    await world.pass(20 * MINUTE);
    expect(toKsef(world)).toEqual(['invoice']);
    await world.pass(60 * MINUTE);
    expect(toKsef(world)).toEqual(['invoice', 'correction']);
    const [booked] = world.ifirma.booked().filter(({ corrects }) => corrects !== null);
    expect(booked?.ksefNumber).not.toBeNull();
    expect(await world.transfer(view.key)).toMatchObject({ ksefNumber: booked?.ksefNumber });
    expect(await story(world, view.key)).toEqual(['wanted ksef-original-waits', 'sent', 'accepted']);
  });

  it('waits without asking iFirma while Mostek looks at the invoice by itself', async () => {
    const world = await shop('all');
    world.ifirma.turn({ ksef: { outcome: 'pending' } });
    const { orderId, key } = companyOrder(world);
    await world.send(orderId, key);
    const { key: own } = await correct(world, orderId, key as `o${string}`);
    const [correction] = world.ifirma.booked().filter(({ corrects }) => corrects !== null);
    await world.pass(5 * MINUTE);
    const asked = () => world.network.passed.filter(({ target }) => target.includes('fakturakraj')).length;
    const before = asked();
    await world.pass(5 * MINUTE);
    // One look a minute at the correction itself, and those at the invoice.
    expect(asked() - before).toBeLessThan(10);
    expect(await world.transfer(own)).toMatchObject({ identifier: correction?.id, ksef: { standing: 'wanted' } });
  });

  it('of an invoice that KSeF has rejected waits until that is mended', async () => {
    const world = await shop('all');
    world.ifirma.turn({ ksef: { outcome: 'rejected' } });
    const { orderId, key } = companyOrder(world);
    await world.send(orderId, key);
    const { key: own } = await correct(world, orderId, key as `o${string}`);
    await world.pass(60 * MINUTE);
    expect(toKsef(world)).toEqual(['invoice']);
    await pressKsef(world, orderId, key);
    world.ifirma.turn({ ksef: { outcome: 'accepted' } });
    await world.pass(30 * MINUTE);
    expect(toKsef(world)).toEqual(['invoice', 'invoice', 'correction']);
    expect(await world.transfer(own)).toMatchObject({ ksef: { standing: 'accepted' } });
  });

  it('of an invoice that somebody sent in iFirma goes once iFirma shows its number', async () => {
    const world = await shop('off');
    const { orderId, key } = companyOrder(world);
    await world.send(orderId, key);
    const [invoice] = bookedFor(world, orderId);
    world.ifirma.turn({ ksef: { outcome: 'accepted', reads: 0 } });
    world.ifirma.sendToKsefByHand(invoice?.id ?? '');
    const { key: own } = await correct(world, orderId, key as `o${string}`);
    await world.pass(MINUTE);
    expect(toKsef(world)).toEqual(['correction']);
    expect(await world.transfer(own)).toMatchObject({ ksef: { standing: 'accepted' } });
  });

  it('of an invoice of which nobody knows asks, and goes when a person confirms', async () => {
    const world = await shop('off');
    const { orderId, key } = companyOrder(world);
    const { ifirmaNumber } = await world.send(orderId, key);
    const view = await correct(world, orderId, key as `o${string}`);
    expect(view).toMatchObject({
      ksef: { standing: 'held', reason: { code: 'ksef-original-unknown', params: { number: ifirmaNumber } } },
      actions: ['pdf', 'ksef'],
    });
    await world.pass(DAY);
    expect(toKsef(world)).toEqual([]);
    expect(await pressKsef(world, orderId, view.key)).toMatchObject({ ksef: { standing: 'held' } });
    expect(toKsef(world)).toEqual([]);

    // iFirma knows better: then it waits, and a person's word counts no more.
    expect(await pressKsef(world, orderId, view.key, view.ksef?.asks)).toMatchObject({
      ksef: { standing: 'wanted', reason: { code: 'ksef-original-waits' } },
    });
    expect(toKsef(world)).toEqual(['correction']);
    await world.pass(60 * MINUTE);
    expect(toKsef(world)).toEqual(['correction']);
    const [invoice] = bookedFor(world, orderId);
    world.ifirma.turn({ ksef: { outcome: 'accepted', reads: 0 } });
    world.ifirma.sendToKsefByHand(invoice?.id ?? '');
    await world.pass(10 * MINUTE);
    expect(toKsef(world)).toEqual(['correction', 'correction']);
    expect(await world.transfer(view.key)).toMatchObject({ ksef: { standing: 'accepted' } });
  });
});
