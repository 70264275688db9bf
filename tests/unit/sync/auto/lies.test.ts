/** The panel's lists and its log may lie, lag or fail (sellasist-api 9.3, 10): each is checked by the other, and nothing that was seen is forgotten. */
import { describe, expect, it } from 'vitest';
import { MINUTE, type World } from '../world.ts';
import { automaticLog, codesOf, createAutoWorld, issue, settled, timesBooked } from './scene.ts';

const HOUR = 60 * MINUTE;

/** A list that does not show these documents, as long as it says so. */
function hide(world: World, ids: ReadonlySet<string>): () => void {
  const kept = new Map([...ids].map((id) => [id, world.panel.documents.get(id)] as const));
  const all = world.panel.documents;
  const values = all.values.bind(all);
  all.values = () => [...values()].filter(({ id }) => !kept.has(id)).values() as ReturnType<typeof values>;
  return () => {
    all.values = values;
  };
}

describe('a document that the list does not show', () => {
  it('is found by the log within half an hour, sent, and not a second time when the list shows it', async () => {
    const world = await createAutoWorld();
    const { id } = issue(world);
    const show = hide(world, new Set([id]));
    await world.pass(35 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
    show();
    await world.pass(2 * HOUR);
    expect(timesBooked(world, id)).toBe(1);
    expect(await codesOf(world, id)).toEqual(['auto-queued']);
  });

  it('makes it ask the log each time for an hour', async () => {
    const world = await createAutoWorld();
    const first = issue(world);
    const show = hide(world, new Set([first.id]));
    await world.pass(35 * MINUTE);
    const second = issue(world);
    show();
    hide(world, new Set([first.id, second.id]));
    await world.pass(3 * MINUTE);
    expect(timesBooked(world, second.id)).toBe(1);
  });

  it('is found once both stop lagging', async () => {
    const world = await createAutoWorld();
    const { id } = issue(world);
    const newer = issue(world);
    const show = hide(world, new Set([id]));
    world.panel.switches.documentsInLogs = false;
    await world.pass(HOUR);
    expect(timesBooked(world, newer.id)).toBe(1);
    expect(timesBooked(world, id)).toBe(0);
    show();
    await world.pass(5 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
  });
});

describe('a list that fails', () => {
  it.each([
    [403, 'forbidden'],
    [500, 'broken'],
  ])('with %i (%s) leaves the log, and what came meanwhile is not lost', async (status) => {
    const world = await createAutoWorld();
    const list = world.network.arm(
      { method: 'GET', path: '^/api/v1/operationdocuments\\?' },
      { kind: 'status', status, body: '{"message":"no"}', contentType: 'application/json' },
    );
    const { id } = issue(world);
    await world.pass(5 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
    list.remove();
    await world.pass(HOUR);
    expect(timesBooked(world, id)).toBe(1);
  });
});

describe('a document whose detail cannot be read', () => {
  it('is tried again for hours, said once, keeps no later one for long, and is sent when it can be read', async () => {
    const world = await createAutoWorld();
    const { id } = issue(world);
    const broken = world.network.arm(
      { method: 'GET', path: `^/api/v1/operationdocuments/${id}$` },
      { kind: 'status', status: 500, body: 'oops', contentType: 'application/json' },
    );
    await world.pass(2 * MINUTE);
    const later = issue(world);
    await world.pass(20 * MINUTE);
    expect(timesBooked(world, later.id)).toBe(1);
    await world.restart();
    await world.pass(8 * HOUR);
    expect(await codesOf(world, id)).toEqual(['auto-unreadable']);
    broken.remove();
    await world.pass(7 * HOUR);
    expect(timesBooked(world, id)).toBe(1);
  });

  it('is gone when the panel says so again and again', async () => {
    const world = await createAutoWorld();
    const { id } = issue(world);
    const gone = world.network.arm(
      { method: 'GET', path: `^/api/v1/operationdocuments/${id}$` },
      { kind: 'status', status: 404, body: '{"message":"no"}', contentType: 'application/json' },
    );
    await world.pass(12 * HOUR);
    expect(await codesOf(world, id)).toEqual(['auto-gone']);
    gone.remove();
    await world.pass(HOUR);
    expect((await automaticLog(world, id)).length).toBe(1);
    await settled(world);
  });
});
