/** A worker that waits for a moment, so that something else can happen in it. */
import type { World } from './world.ts';

export interface Held {
  /** It stands at the gate. */
  readonly reached: Promise<void>;
  release(): void;
}

/** @param gate as `life.ts` names them; only the first that passes is held. */
export function hold(world: World, gate: string | RegExp): Held {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const life = world.life();
  life.watched = async (name) => {
    if (typeof gate === 'string' ? name !== gate : !gate.test(name)) return;
    life.watched = null;
    reached.resolve();
    await released.promise;
  };
  return { reached: reached.promise, release: released.resolve };
}
