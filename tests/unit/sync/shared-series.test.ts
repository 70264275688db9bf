/** Two numberings never meet in one series of iFirma, whichever account they come from. */
import { describe, expect, it } from 'vitest';
import { TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { SERIES } from '../invoice/examples.ts';
import { setUpIn } from './set-up.ts';
import { createWorld, SECOND_LOGIN, type World } from './world.ts';

const KEPT = { ...SERIES, numbering: 'sellasist', pattern: 'FV/{numer}/{miesiąc}/{rok}' } as const;
const shared = (series: string) => ({ code: 'series-shared', path: 'series', params: { series } });

async function sendDocument(world: World, series: string, number: string) {
  const order = world.panel.addOrder();
  const { id } = world.panel.addDocument({ orderId: order.id, series, number, issueDate: '2026-11-22' });
  return world.send(order.id, `d${id}`);
}

async function sendOrder(world: World) {
  const { id } = world.panel.addOrder();
  return world.send(id, `o${id}`);
}

/** The first account keeps numbers in iFirma's default series; the second has a series that iFirma numbers, in the same one. */
async function keepingBeside(login: string): Promise<World> {
  const world = await createWorld({ series: { '1': KEPT }, settings: { orderSeriesId: null } });
  await setUpIn(world, { draft: { name: 'Drugie konto', login, seriesIds: ['2'] }, settings: { orderSeriesId: '2' } });
  return world;
}

describe('a series of iFirma in which numbers are kept', () => {
  it('is closed to another account of the same login, and to the one that keeps them, until it is their own', async () => {
    const world = await keepingBeside(TEST_LOGIN);
    for (const view of [
      await sendDocument(world, 'FV', 'FV/44/11/2026'),
      await sendDocument(world, 'FV/OSS', 'FV/OSS/44/11/2026'),
      await sendOrder(world),
    ])
      expect(view).toMatchObject({ state: 'incomplete', findings: [shared('')] });
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('has nothing to do with the books of another login', async () => {
    const world = await keepingBeside(SECOND_LOGIN);
    for (const view of [
      await sendDocument(world, 'FV', '44/11/2026'),
      await sendDocument(world, 'FV/OSS', 'FV/OSS/44/11/2026'),
      await sendOrder(world),
    ])
      expect(view.findings.filter(({ code }) => code === 'series-shared')).toEqual([]);
  });

  it('takes no order without a document, for which iFirma would number', async () => {
    const world = await createWorld({ series: { '1': KEPT }, settings: { orderSeriesId: null } });
    expect(await sendOrder(world)).toMatchObject({ state: 'incomplete', findings: [shared('')] });
    expect(world.ifirma.booked()).toEqual([]);
    expect(await sendDocument(world, 'FV', 'FV/44/11/2026')).toMatchObject({ state: 'done' });
    expect(world.ifirma.booked()).toMatchObject([{ body: { Numer: 44 } }]);
  });
});

it('a kept number of another month than its invoice is said before anything is sent', async () => {
  const world = await createWorld({ series: { '1': KEPT } });
  expect(await sendDocument(world, 'FV', 'FV/12/10/2026')).toMatchObject({
    state: 'incomplete',
    findings: [
      { code: 'number-date-differs', path: 'number', params: { number: 'FV/12/10/2026', date: '2026-11-22' } },
    ],
  });
  expect(world.ifirma.booked()).toEqual([]);
});
