/** What sending by itself asks of the panel: the figures of docs/benchmarks.md, counted in simulated hours. */
import { expect, it } from 'vitest';
import { createComputers, passTogether } from '../computers.ts';
import { VIEW } from '../set-up.ts';
import { MINUTE, type World } from '../world.ts';
import { createAutoWorld, issue, sendFirst, switchOn } from './scene.ts';

const HOUR = 60 * MINUTE;

type Kept = World['network']['passed'];

const toPanel = (asked: Kept): Kept => asked.filter(({ host }) => host.endsWith('.sellasist.pl'));

/** The most within any minute. */
function mostAMinute(asked: Kept): number {
  return Math.max(0, ...asked.map(({ at }) => asked.filter((each) => each.at >= at && each.at < at + MINUTE).length));
}

async function hour(world: World, pass: (ms: number) => Promise<void>): Promise<Kept> {
  await pass(HOUR);
  const before = world.network.passed.length;
  await pass(HOUR);
  return toPanel(world.network.passed.slice(before));
}

it('is 38 requests an hour while nothing is new, at most 3 of the 60 that the panel takes in a minute', async () => {
  const world = await createAutoWorld();
  const asked = await hour(world, (ms) => world.pass(ms));
  expect({ hour: asked.length, minute: mostAMinute(asked) }).toEqual({ hour: 38, minute: 3 });
});

it('is less while this computer stands by', async () => {
  const [office, store] = await createComputers(['Biuro', 'Magazyn'], { savePdf: false });
  if (office === undefined || store === undefined) throw new Error('two computers');
  const worlds = [office, store];
  await sendFirst(office);
  await store.view('1001', 'd77');
  await store.send('1001', 'd77');
  await passTogether(worlds, 5 * MINUTE);
  await switchOn(office);
  await passTogether(worlds, 3 * MINUTE);
  await switchOn(store);
  issue(office);
  await passTogether(worlds, 10 * MINUTE);
  const views = await Promise.all(worlds.map((world) => world.tell<'auto.state'>({ type: 'auto.state' }, VIEW)));
  const watches = views[0]?.[0]?.elsewhere == null ? store : office;
  const asked = await hour(watches, (ms) => passTogether(worlds, ms));
  expect({ hour: asked.length, minute: mostAMinute(asked) }).toEqual({ hour: 14, minute: 3 });
});

it('is 10 requests more for a document that is found and sent, its claim and its state included', async () => {
  const world = await createAutoWorld();
  const idle = await hour(world, (ms) => world.pass(ms));
  issue(world);
  const before = world.network.passed.length;
  await world.pass(HOUR);
  const asked = toPanel(world.network.passed.slice(before));
  expect(asked.length - idle.length).toBe(10);
});
