/** Buyers are forgotten 90 days after their document came to its end (design 8); what was booked is known for ever. */
import { expect, it } from 'vitest';
import { bookedFor, createWorld, DAY, PANEL, type World } from './world.ts';

const NIP = '1234563218';

/** An order whose NIP was typed here, sent. */
async function sent(): Promise<World> {
  const world = await createWorld();
  world.panel.addOrder({ id: '2001', buyer: { company_nip: '123' } });
  await world.send('2001', 'o2001');
  const edits = [{ field: 'buyer.nip', line: null, value: NIP, scope: 'document' }] as const;
  await world.tell<'repair'>({ type: 'repair', orderId: '2001', key: 'o2001', edits }, PANEL);
  expect(await world.send('2001', 'o2001')).toMatchObject({ state: 'done' });
  return world;
}

const isNamed = async (world: World): Promise<boolean> => JSON.stringify(await world.transfer('o2001')).includes(NIP);

it('a buyer is known for 90 days, and forgotten afterwards by whichever worker lives then', async () => {
  const world = await sent();
  await world.pass(89 * DAY);
  await world.restart();
  await world.idle();
  expect(await isNamed(world)).toBe(true);
  await world.pass(2 * DAY);
  await world.restart();
  await world.idle();
  expect(await isNamed(world)).toBe(false);
  expect(await world.transfer('o2001')).toMatchObject({ state: 'done', number: '1/11/2026', orderId: '2001' });
});

it('afterwards the document is neither sent again nor said to differ', async () => {
  const world = await sent();
  await world.pass(91 * DAY);
  await world.restart();
  await world.idle();
  expect(await world.view('2001', 'o2001')).toMatchObject({ state: 'done', differs: false });
  await world.send('2001', 'o2001');
  expect(bookedFor(world, '2001')).toHaveLength(1);
});
