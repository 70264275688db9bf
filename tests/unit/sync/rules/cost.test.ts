/** What rules ask of the panel while nothing happens: the figures of docs/benchmarks.md, counted in simulated hours. */
import { expect, it } from 'vitest';
import type { RuleDraft } from '../../../../utils/messages/index.ts';
import { erplinkOf } from '../../../../utils/store/facts.ts';
import { createAutoWorld, SHOP, sendFirst, settled } from '../auto/scene.ts';
import { idleHour as hour } from '../idle-hour.ts';
import { seriesOf } from '../ksef/scene.ts';
import { lock, turnOn } from '../passphrase.ts';
import { VIEW } from '../set-up.ts';
import { createWorld, type World, type WorldOptions } from '../world.ts';
import { draftsFor } from './rule-set.ts';

const WITH_KSEF = { ...SHOP, series: { ...SHOP.series, '1': seriesOf('manual') } };

async function save(world: World, wanted: (rule: RuleDraft) => boolean = () => true): Promise<void> {
  const draft = { match: 'all', rules: draftsFor(world.accountId).filter(wanted) } as const;
  await world.tell<'rules.save'>({ type: 'rules.save', panel: 'demo', revision: 0, draft }, VIEW);
  await settled(world);
}

async function createShop(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld({ ...WITH_KSEF, ...options });
  await sendFirst(world);
  return world;
}

const ofDocuments = ({ trigger }: RuleDraft): boolean => trigger.kind === 'document';

it('is 30 looks at the newest orders and 38 at documents an hour with rules of every trigger, while nothing happens', async () => {
  const world = await createShop();
  await save(world);
  expect(await hour(world)).toEqual({ hour: 68, minute: 4 });
});

it('is the looks at orders alone where no rule asks for documents', async () => {
  const world = await createShop();
  await save(world, (rule) => !ofDocuments(rule));
  expect(await hour(world)).toEqual({ hour: 30, minute: 1 });
});

it('of rules for documents is what automatic sending costs, and no more beside it', async () => {
  const sending = await createAutoWorld(null, WITH_KSEF);
  const alone = await hour(sending);
  const ruled = await createShop();
  await save(ruled, ofDocuments);
  expect(await hour(ruled)).toEqual(alone);
  await save(sending, ofDocuments);
  expect(await hour(sending)).toEqual(alone);
});

// 5 orders are there and confirmed. 24 looks an hour at the first page, and 6 at all of them, of which at most 20 pages are read.
it.each([
  { orders: 405, pages: 5 },
  { orders: 1_905, pages: 20 },
])('of $orders orders is $pages pages every ten minutes, and one each time between', async ({ orders, pages }) => {
  const world = await createShop();
  for (let order = 5; order < orders; order += 1) world.panel.addOrder();
  await save(world, (rule) => !ofDocuments(rule));
  expect(await hour(world)).toEqual({ hour: 24 + 6 * pages, minute: pages });
});

const HELD: readonly (readonly [string, (world: World) => Promise<unknown>])[] = [
  [
    'by the passphrase',
    async (world) => {
      await turnOn(world);
      await lock(world);
    },
  ],
  [
    'by the vendor’s own integration',
    (world) => world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: true }, VIEW),
  ],
  ['while nobody has said whether that one is on', (world) => world.store.facts.remove(erplinkOf('demo'))],
];

it.each(HELD)('is nothing while it is held %s', async (_name, hold) => {
  const world = await createShop();
  await save(world);
  await hold(world);
  expect((await hour(world)).hour).toBe(0);
});

it('is no more without a network than with one, and nothing arrives', async () => {
  const world = await createShop();
  await save(world);
  world.network.arm({}, { kind: 'offline' });
  const tried = await hour(world);
  expect(tried.hour).toBeLessThanOrEqual(68);
  expect(world.network.passed.slice(-tried.hour).every(({ kind }) => kind === 'offline')).toBe(true);
});
