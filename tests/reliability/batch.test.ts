/**
 * Three hundred selected orders, planned, confirmed and sent as a page of the panel does it, while the worker is killed now and then: each
 * exactly once, in every life what the bar says is what iFirma has, and the summary in the end is true.
 */
import { expect, it } from 'vitest';
import type { BatchView } from '../../utils/messages/index.ts';
import { batchOf, plan, start, sumOf } from '../unit/sync/batch/scene.ts';
import { bookedFor, createWorld, MINUTE, type World } from '../unit/sync/world.ts';
import { record } from './record.ts';

const MANY = 300;
/** A life passes so many of the places at which a worker waits, in turn. */
const LIVES = [37, 160, 12, 420, 71, 9, 240, 133, 600, 28];
/** The browser's alarm wakes a dead worker after 30 s. */
const BETWEEN_MS = 35_000;

/** Half of them orders, half with a document that nobody has read; all of one day, so that what a death has held up is not too old afterwards. */
function fill(world: World): readonly string[] {
  return Array.from({ length: MANY }, (_, at) => {
    const { id } = world.panel.addOrder();
    if (at % 2 === 1) world.panel.addDocument({ orderId: id, issueDate: '2026-11-22' });
    return id;
  });
}

/** What the bar says is wrong, in words; null: it is true. */
function lieOf(world: World, batch: BatchView): string | null {
  const booked = world.ifirma.booked().length;
  if (sumOf(batch) !== MANY) return `the counts make ${sumOf(batch)}`;
  if (batch.sent > booked) return `${batch.sent} sent, ${booked} booked`;
  const most = batch.sent + batch.underWay + batch.uncertain + batch.attention.length;
  return booked > most ? `${booked} booked, at most ${most} shown` : null;
}

it('300 selected orders, and a worker that is killed now and then', async () => {
  const started = Date.now();
  const world = await createWorld();
  const ids = fill(world);
  const begin = world.clock.now();
  const { toSend, attention } = await plan(world, ids);
  expect([toSend.length, attention.length]).toEqual([MANY, 0]);
  await start(world, toSend);

  const failures: string[] = [];
  let deaths = 0;
  for (let life = 0; life < 400 && (await batchOf(world)).endedAt === null; life += 1) {
    world.newLife(LIVES[life % LIVES.length] ?? null);
    await world.pass(BETWEEN_MS);
    if (world.life().isOver()) deaths += 1;
    world.newLife(null);
    const lie = lieOf(world, await batchOf(world));
    if (lie !== null) failures.push(`after death ${deaths}: ${lie}`);
  }
  await world.restart();
  await world.pass(40 * MINUTE);

  // Whoever died between the intent and the POST left a question, which only a person may answer.
  const asked = (await batchOf(world)).attention;
  for (const { orderId, key } of asked) await world.send(orderId ?? '', key);
  await world.pass(10 * MINUTE);
  const summary = await batchOf(world);
  const lost = ids.filter((id) => bookedFor(world, id).length === 0).length;
  const doubled = ids.filter((id) => bookedFor(world, id).length > 1).length;
  if (lost > 0) failures.push(`${lost} lost`);
  if (doubled > 0) failures.push(`${doubled} doubled`);
  if (summary.sent !== MANY || summary.endedAt === null) failures.push(`the summary says ${summary.sent}`);
  record({
    trial: '300 selected orders, killed now and then',
    tried: `${MANY} orders, ${deaths} kills`,
    lost,
    doubled,
    figures: [`${asked.length} asked about`, `${((world.clock.now() - begin) / MINUTE).toFixed(0)} simulated minutes`],
    failures,
    seconds: (Date.now() - started) / 1000,
  });
  expect(deaths).toBeGreaterThan(20);
  expect(failures).toEqual([]);
}, 600_000);
