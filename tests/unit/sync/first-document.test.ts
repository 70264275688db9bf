/** The newest real document beside what iFirma would get of it, for a merchant who has not sent anything yet. */
import { describe, expect, it } from 'vitest';
import { EMPTY_SERIES } from '../../../utils/invoice/series.ts';
import { SERIES } from '../../browser/set-up.ts';
import { DEMO_KEY_WITHOUT_DOCUMENTS } from '../../sim/sellasist/index.ts';
import { openedIn } from './set-up.ts';
import { json } from './troubles.ts';
import { createWorld, reasonOf, VIEW, type World } from './world.ts';

const first = (world: World, fresh = true) =>
  world.tell<'first.document'>({ type: 'first.document', accountId: world.accountId, fresh }, VIEW);

/** Nothing was sent, nothing was written into the panel, and the ledger knows of nothing. */
async function expectOnlyRead(world: World): Promise<void> {
  expect(world.ifirma.booked()).toEqual([]);
  expect(world.network.passed.every(({ method, host }) => method === 'GET' && host === 'demo.sellasist.pl')).toBe(true);
  expect((await world.tell<'recent'>({ type: 'recent', before: null }, VIEW)).rows).toEqual([]);
}

describe('the first document', () => {
  it('is the newest one of the account’s series, as the panel has it and as iFirma would get it', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({ lines: [{ name: 'Dzbanek', quantity: '2', price: '30.00' }] });
    const document = world.panel.addDocument({ orderId: order.id, issueDate: '2026-11-22' });
    const shown = await first(world);
    expect(shown).toMatchObject({
      orderId: order.id,
      key: `d${document.id}`,
      panel: 'demo',
      source: { number: document.number, issueDate: '2026-11-22', total: document.total },
      preview: { number: document.number, sumIfirma: document.total, sumOrder: document.total, findings: [] },
    });
    expect(shown?.source.lines[0]).toEqual({ name: 'Dzbanek', quantity: 2000, gross: 6000 });
    expect(shown?.source.buyer).toBe(shown?.preview.buyer.name);
    await expectOnlyRead(world);
  });

  it('is judged anew after each save without asking the panel again, until a person asks for it', async () => {
    const world = await createWorld({ series: { '1': EMPTY_SERIES } });
    expect(await first(world)).toMatchObject({
      preview: { findings: [expect.objectContaining({ code: 'series-incomplete' })] },
    });
    const asked = world.network.passed.length;
    const { revision } = await openedIn(world);
    const saved = { type: 'series.save', accountId: world.accountId, revision, series: { '1': SERIES } } as const;
    await world.tell<'series.save'>(saved, VIEW);
    expect(await first(world, false)).toMatchObject({ preview: { findings: [] } });
    expect(world.network.passed).toHaveLength(asked);

    const newer = world.panel.addDocument({ issueDate: '2026-11-22' });
    expect(await first(world, false)).not.toMatchObject({ key: `d${newer.id}` });
    expect(await first(world, true)).toMatchObject({ key: `d${newer.id}` });
  });

  it('is the newest by date of issue among several series', async () => {
    const world = await createWorld({ draft: { seriesIds: ['1', '2'] } });
    const newest = world.panel.addDocument({ series: 'FV', issueDate: '2026-11-22' });
    world.panel.addDocument({ series: 'FV/OSS', issueDate: '2026-11-21' });
    expect(await first(world)).toMatchObject({ key: `d${newest.id}` });
    const newer = world.panel.addDocument({ series: 'FV/OSS', issueDate: '2026-11-22' });
    expect(await first(world)).toMatchObject({ key: `d${newer.id}` });
  });

  it('is none of another account’s series, nor of one that is not sent or for corrections', async () => {
    const series = { '1': SERIES, '2': { ...SERIES, kind: 'none' }, '3': { ...SERIES, kind: 'correction' } } as const;
    const world = await createWorld({ draft: { seriesIds: ['1', '2', '3'] }, series });
    world.panel.addDocument({ series: 'FV/OSS', issueDate: '2026-11-22' });
    world.panel.addDocument({ series: 'PAR', issueDate: '2026-11-22' });
    expect(await first(world)).toMatchObject({ key: 'd78' });
  });

  it('is shown while its series is still incomplete, with what is missing', async () => {
    const world = await createWorld({ series: { '1': EMPTY_SERIES } });
    expect(await first(world)).toMatchObject({
      key: 'd78',
      preview: { findings: expect.arrayContaining([expect.objectContaining({ code: 'series-incomplete' })]) },
    });
  });

  it('may have been sent already', async () => {
    const world = await createWorld();
    expect(await world.send('1004', 'd78')).toMatchObject({ state: 'done' });
    expect(await first(world)).toMatchObject({ key: 'd78' });
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('may belong to no order', async () => {
    const world = await createWorld();
    const document = world.panel.addDocument({
      orderId: null,
      issueDate: '2026-11-22',
      lines: [{ name: 'Usługa', price: '10.00' }],
      buyer: { company_name: 'Firma', city: 'Warszawa', postcode: '00-001' },
    });
    expect(await first(world)).toMatchObject({ orderId: null, key: `d${document.id}`, source: { buyer: 'Firma' } });
  });

  it('is the newest confirmed order where the series have none', async () => {
    const world = await createWorld({ draft: { seriesIds: ['2'] } });
    expect(await first(world)).toMatchObject({
      // 1006 is newer, and nobody has confirmed it.
      orderId: '1005',
      key: 'o1005',
      source: { number: null, issueDate: null },
    });
    await expectOnlyRead(world);
  });

  it('is a confirmed order also where the panel overlooks that only those are wanted', async () => {
    const world = await createWorld({ draft: { seriesIds: [] } });
    const rows = [
      { id: '1006', placeholder: '1' },
      { id: '1004', placeholder: 0 },
    ];
    world.network.arm({ host: 'demo.sellasist.pl', path: '/orders\\?' }, json(200, rows));
    expect(await first(world)).toMatchObject({ key: 'o1004' });
  });

  it('is an order whose lines say what they are worth, though the panel does not', async () => {
    const world = await createWorld({ draft: { seriesIds: [] } });
    const order = world.panel.addOrder({ lines: [{ name: 'Dzbanek', quantity: '3', price: '10.00' }] });
    const shown = await first(world);
    expect(shown).toMatchObject({ key: `o${order.id}`, source: { total: order.total } });
    expect(shown?.source.lines[0]).toEqual({ name: 'Dzbanek', quantity: 3000, gross: 3000 });
  });

  it('is none in a panel that has neither', async () => {
    const world = await createWorld({ draft: { seriesIds: ['2'] } });
    world.panel.orders.clear();
    expect(await first(world)).toBeNull();
  });

  it.each([
    ['a key without the right to documents', DEMO_KEY_WITHOUT_DOCUMENTS, 'sellasist-forbidden'],
    ['a key that is not known', 'nobody-has-it', 'sellasist-key'],
  ] as const)('is refused with the reason: %s', async (_what, sellasist, code) => {
    const world = await createWorld({ draft: { secrets: { sellasist, faktura: 'AAAA' } } });
    const reply = await world.ask<'first.document'>(
      { type: 'first.document', accountId: world.accountId, fresh: false },
      VIEW,
    );
    expect(reasonOf(reply).code).toBe(code);
  });
});
