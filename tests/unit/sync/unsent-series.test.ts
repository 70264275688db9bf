/** What is wrong with the series of a document is on its card before anybody presses a button, and nobody is asked for it. */
import { describe, expect, it } from 'vitest';
import type { OrderView } from '../../../utils/messages/index.ts';
import { SERIES } from '../../browser/set-up.ts';
import { draftOf, openedIn, savedOf, setUpIn } from './set-up.ts';
import { createWorld, SECOND_LOGIN, VIEW, type World } from './world.ts';

const cardOf = (world: World, orderId: string, fresh = false): Promise<OrderView> =>
  world.tell<'state'>({ type: 'state', orderId, key: null, fresh });

async function withSeries(world: World, patch: Partial<typeof SERIES> | null): Promise<void> {
  const { id: accountId, revision } = await openedIn(world);
  const series = patch === null ? {} : { '1': { ...SERIES, ...patch } };
  await world.tell<'series.save'>({ type: 'series.save', accountId, revision, series }, VIEW);
}

describe('an unsent document', () => {
  it.each([
    ['with something missing', { numbering: null }, 'series-incomplete'],
    ['that nobody has set up', null, 'series-incomplete'],
    ['that is not sent', { kind: 'none' }, 'series-not-sent'],
    ['for corrections', { kind: 'correction' }, 'series-for-corrections'],
    ['under OSS', { oss: true }, 'series-oss'],
    ['whose pattern does not fit', { numbering: 'sellasist', pattern: 'ABC/{numer}' }, 'number-unreadable'],
  ] as const)('of a series %s says so on its card', async (_what, patch, code) => {
    const world = await createWorld();
    await cardOf(world, '1001', true);
    await withSeries(world, patch);
    const asked = world.network.passed.length;
    const { documents } = await cardOf(world, '1001');
    expect(documents).toMatchObject([
      { key: 'd77', state: 'unsent', findings: [{ code }], actions: ['send', 'preview', 'link'] },
    ]);
    expect(world.network.passed).toHaveLength(asked);
  });

  it('of a series that nobody owns says so', async () => {
    const world = await createWorld();
    const draft = { ...draftOf(await openedIn(world)), seriesIds: [] };
    savedOf(await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW), 'no series');
    expect((await cardOf(world, '1001')).documents).toMatchObject([{ findings: [{ code: 'series-unassigned' }] }]);
  });

  it('of a complete series has nothing to say, whatever else is wrong with it', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({ placeholder: true });
    world.panel.addDocument({ orderId: order.id });
    expect((await cardOf(world, order.id, true)).documents).toMatchObject([{ state: 'unsent', findings: [] }]);
  });

  it('is judged by the account that owns its series', async () => {
    const world = await createWorld();
    const draft = { name: 'Drugie konto', login: SECOND_LOGIN, seriesIds: ['2'] };
    await setUpIn(world, { draft, series: { '2': { ...SERIES, oss: true } } });
    const order = world.panel.addOrder();
    world.panel.addDocument({ orderId: order.id, series: 'FV/OSS' });
    expect((await cardOf(world, order.id, true)).documents).toMatchObject([{ findings: [{ code: 'series-oss' }] }]);
    expect((await cardOf(world, '1001', true)).documents).toMatchObject([{ findings: [] }]);
  });

  it('shows what its sending found once it was sent', async () => {
    const world = await createWorld({ series: { '1': { ...SERIES, numbering: null } } });
    expect(await world.send('1001', 'd77')).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'series-incomplete' }],
    });
  });
});

describe('an unsent order without a document', () => {
  it('says that no account issues such orders', async () => {
    const world = await createWorld();
    const draft = { name: 'Drugie konto', login: SECOND_LOGIN, seriesIds: ['2'] };
    await setUpIn(world, { draft });
    const order = world.panel.addOrder();
    expect((await cardOf(world, order.id, true)).documents).toMatchObject([
      { key: `o${order.id}`, state: 'unsent', findings: [{ code: 'order-series-missing' }] },
    ]);
  });

  it('says that the series chosen for it cannot number it', async () => {
    const world = await createWorld({ settings: { orderSeriesId: '1' } });
    await withSeries(world, { oss: true });
    const order = world.panel.addOrder();
    expect((await cardOf(world, order.id, true)).documents).toMatchObject([
      { findings: [{ code: 'order-series-unfit' }] },
    ]);
  });

  it('of the panel’s only account has nothing to say', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder();
    expect((await cardOf(world, order.id, true)).documents).toMatchObject([{ findings: [] }]);
  });
});
