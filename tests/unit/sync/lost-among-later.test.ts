/**
 * A POST whose answer was lost, a list that shows nothing new for hours, and invoices that were booked after it: the newest number
 * that is known is then a later one, and the lost invoice stands below it. Found by random walks (tests/reliability/model).
 */
import { describe, expect, it } from 'vitest';
import { POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, type World } from './world.ts';

const HOUR = 60 * MINUTE;

type Sale = { readonly id: string; readonly key: `o${string}` };

function saleIn(world: World): Sale {
  const { id } = world.panel.addOrder();
  return { id, key: `o${id}` };
}

/** From now on the list shows nothing new for six hours; the next sale is booked, and nobody hears of it. */
async function lose(world: World): Promise<Sale> {
  world.ifirma.turn({ listLag: { ms: 6 * HOUR } });
  world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
  const sale = saleIn(world);
  expect(await world.send(sale.id, sale.key)).toMatchObject({ state: 'uncertain' });
  expect(bookedFor(world, sale.id)).toHaveLength(1);
  return sale;
}

async function sendOther(world: World): Promise<void> {
  const { id, key } = saleIn(world);
  await world.send(id, key);
  expect(bookedFor(world, id)).toHaveLength(1);
}

/** A person presses whenever the card lets them, for a day. */
async function pressForADay(world: World, { id, key }: Sale): Promise<void> {
  for (const wait of [11 * MINUTE, 31 * MINUTE, 2 * HOUR, 22 * HOUR]) {
    await world.pass(wait);
    // Each answer is checked to be true (honesty.ts): never "it was not booked".
    const { actions } = await world.view(id, key);
    if (actions.includes('resend')) await world.send(id, key);
  }
}

describe('an invoice whose answer was lost while the list lags by hours', () => {
  it.each([0, 1, 3])('is found below the numbers of %i later ones, and never booked again', async (later) => {
    const world = await createWorld();
    const sale = await lose(world);
    for (let nth = 0; nth < later; nth += 1) await sendOther(world);
    await pressForADay(world, sale);
    expect(bookedFor(world, sale.id)).toHaveLength(1);
    expect(await world.view(sale.id, sale.key)).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
  });

  it('is found between what the list shows and what the ledger knows, and never booked again', async () => {
    const world = await createWorld();
    await sendOther(world);
    await sendOther(world);
    await world.pass(7 * HOUR);
    const sale = await lose(world);
    await sendOther(world);
    await pressForADay(world, sale);
    expect(bookedFor(world, sale.id)).toHaveLength(1);
    expect(await world.view(sale.id, sale.key)).toMatchObject({ state: 'done', ifirmaNumber: '3/11/2026' });
  });

  it('is found when the first numbers of two months are all that is known, and never booked again', async () => {
    const world = await createWorld();
    await sendOther(world);
    await world.pass(10 * DAY);
    await sendOther(world);
    await world.pass(7 * HOUR);
    const sale = await lose(world);
    await pressForADay(world, sale);
    expect(world.ifirma.booked().map(({ number }) => number)).toEqual(['1/11/2026', '1/12/2026', '2/12/2026']);
    expect(await world.view(sale.id, sale.key)).toMatchObject({ state: 'done', ifirmaNumber: '2/12/2026' });
  });
});
