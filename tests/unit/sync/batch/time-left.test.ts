/** What a person is told of the time left is near what it then takes, from the first time on that it is told. */
import { expect, it, vi } from 'vitest';
import { createWorld, MINUTE } from '../world.ts';
import { batchOf, documentsOf, start } from './scene.ts';

const MANY = 60;

vi.setConfig({ testTimeout: 60_000 });

it('the time left', async () => {
  const world = await createWorld();
  const days = Array.from({ length: MANY }, () => '2026-11-22');
  await start(world, documentsOf(world, days));
  const told: { readonly at: number; readonly left: number }[] = [];
  let untold = 0;
  for (let round = 0; round < 200; round += 1) {
    const { endedAt, timeLeft } = await batchOf(world);
    if (endedAt !== null) break;
    if (timeLeft === null) untold += 1;
    else told.push({ at: world.clock.now(), left: timeLeft });
    await world.pass(MINUTE / 4);
  }
  const end = (await batchOf(world)).endedAt ?? 0;
  expect(told.length).toBeGreaterThan(untold);
  for (const { at, left } of told) {
    const really = end - at;
    // The limits let requests go in bursts: within a burst nobody knows it better than this.
    expect(Math.abs(left - really), `${really / 1000} s before the end`).toBeLessThan(Math.max(MINUTE, really * 0.6));
  }
});
