/** Two computers with the same rules on the same shop: what may happen once happens once, whichever of them it is that issues. */
import { expect, it } from 'vitest';
import { issue, SHOP, sendFirst, settled } from '../auto/scene.ts';
import { createComputers, passTogether } from '../computers.ts';
import { seriesOf } from '../ksef/scene.ts';
import { VIEW } from '../set-up.ts';
import { MINUTE, type World } from '../world.ts';
import { allRuns, bookedOf } from './answer.ts';
import { draftsFor, PAYU } from './rule-set.ts';

const DATE = '2026-11-22 10:40:00';

it('books, sends, registers and notes once what rules of both say', { timeout: 60_000 }, async () => {
  const { settings: _settings, ...shop } = SHOP;
  const series = { ...SHOP.series, '1': seriesOf('manual') };
  const worlds = await createComputers(['Biuro', 'Magazyn'], { savePdf: false }, { ...shop, series });
  const [office, store] = worlds;
  if (office === undefined || store === undefined) throw new Error('two computers');
  await sendFirst(office);
  await store.view('1001', 'd77');
  await store.send('1001', 'd77');
  await passTogether(worlds, 5 * MINUTE);
  for (const world of worlds) await save(world);
  await passTogether(worlds, 5 * MINUTE);

  const { panel } = office;
  const payu: string[] = [];
  const invoices: { readonly id: string; readonly orderId: string }[] = [];
  for (let round = 0; round < 4; round += 1) {
    payu.push(panel.addOrder({ date: DATE, payment: { id: PAYU } }).id);
    for (const payment of [{ id: '2', paid: '0' }, { id: '2' }]) {
      const order = panel.addOrder({ date: DATE, payment });
      invoices.push(issue(office, { orderId: order.id }));
    }
    await passTogether(worlds, 7 * MINUTE);
  }
  for (const { orderId } of invoices) {
    const order = panel.orders.get(orderId);
    Object.assign(order?.payment ?? {}, { paid: order?.total, status: 'paid', paidDate: '2026-11-22 12:00:00' });
  }
  await passTogether(worlds, 2 * 60 * MINUTE);

  const seen = invoices.map(({ id }) =>
    bookedOf(office, `d${id}`).map(({ emails, payments, paid, gross }) => [emails, payments, paid === gross]),
  );
  expect(seen).toEqual(invoices.map((_each, at) => [[1, at % 2 === 0 ? 1 : 0, true]]));
  expect(payu.map((id) => bookedOf(office, `o${id}`).length)).toEqual([1, 1, 1, 1]);
  const notes = panel.notes.map(({ orderId, text }) => `${orderId} ${text}`);
  expect(notes).toHaveLength(invoices.length + 2 * payu.length);
  expect(new Set(notes).size).toBe(notes.length);

  // What follows an invoice is left by the computer that did not issue it, and says so.
  const left = (await Promise.all(worlds.map(allRuns))).flat().flatMap(({ effects }) => effects);
  const codes = left.flatMap(({ standing, reason }) => (standing === 'done' ? [] : [`${standing} ${reason?.code}`]));
  expect([...new Set(codes)]).toEqual(['left rule-not-issued-here']);
});

async function save(world: World): Promise<void> {
  const draft = { match: 'all', rules: draftsFor(world.accountId) } as const;
  await world.tell<'rules.save'>({ type: 'rules.save', panel: 'demo', revision: 0, draft }, VIEW);
  await settled(world);
}
