/** Several computers of one shop: each a whole Mostek with a database of its own, all of them on the same two services and in the same time. */
import type { Settings, SetUp } from './set-up.ts';
import { createWorld, VIEW, type World } from './world.ts';

/** The text field of the stand-in's orders. */
export const STATE_FIELD = '13';

export async function createComputers(
  names: readonly string[],
  settings: Settings = {},
  setUp: SetUp = {},
  /** By how much the clock of each is ahead of everybody's; milliseconds. */
  ahead: readonly number[] = [],
): Promise<readonly World[]> {
  const worlds: World[] = [];
  for (const [at, name] of names.entries()) {
    const [shared] = worlds;
    const world = await createWorld({
      ...setUp,
      settings: { stateFieldId: STATE_FIELD, ...settings },
      ahead: ahead[at] ?? 0,
      ...(shared === undefined ? {} : { shared }),
    });
    await world.tell<'computer.set'>({ type: 'computer.set', name }, VIEW);
    worlds.push(world);
  }
  // What the set-up asked of the panel is no part of anything.
  worlds[0]?.clock.advance(60_000);
  return worlds;
}

/** Lets time pass for all of them: whatever is due at the same moment happens side by side. */
export async function passTogether(worlds: readonly World[], ms: number): Promise<void> {
  const [first] = worlds;
  if (first === undefined) throw new Error('no computer');
  const { clock } = first;
  const until = clock.now() + ms;
  for (let round = 0; round < 5_000; round += 1) {
    await Promise.all(worlds.map((world) => world.idle()));
    const moments = worlds.flatMap((world) => [world.alarm(), world.autoAlarm(), world.network.nextArrival()]);
    const moment = Math.min(...moments.map((at) => at ?? Number.POSITIVE_INFINITY));
    clock.freeze(Math.max(clock.now(), Math.min(moment, until)));
    if (moment > until) return;
    await Promise.all(worlds.map((world) => world.pass(0)));
  }
  throw new Error('it never comes to rest');
}
