/** The worker dies at every write and every request of a look, once after the other: each document is sent once, and each line of the log is there once. */
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../world.ts';
import { codesOf, createAutoWorld, issue, settled, timesBooked } from './scene.ts';

/** Gates after which nothing of the look is left: counted by hand, and checked below. */
const LAST_GATE = 120;
const STEP = 3;

describe('a worker that dies', () => {
  it.each(Array.from({ length: STEP }, (_, from) => from))(
    'at any gate of a look and of what follows it loses nothing and doubles nothing (%i)',
    { timeout: 60_000 },
    async (from) => {
      let hasSurvived = false;
      for (let dieAt = from; dieAt < LAST_GATE && !hasSurvived; dieAt += STEP) {
        const world = await createAutoWorld();
        const { id } = issue(world);
        const receipt = issue(world, { series: 'PAR' });
        const foreign = issue(world, { series: 'FV/OSS' });
        world.clock.advance(2 * MINUTE);
        world.life().end();
        world.newLife(dieAt);
        await world.autoDue();
        hasSurvived = !world.life().isOver();
        if (!hasSurvived) await world.restart();
        await settled(world);
        await world.pass(20 * MINUTE);
        expect(timesBooked(world, id), `died at ${dieAt}`).toBe(1);
        expect(await codesOf(world, id), `died at ${dieAt}`).toEqual(['auto-queued']);
        expect(await codesOf(world, receipt.id), `died at ${dieAt}`).toEqual(['auto-receipt']);
        expect(await codesOf(world, foreign.id), `died at ${dieAt}`).toEqual(['auto-other-series']);
      }
      expect(hasSurvived).toBe(true);
    },
  );
});
