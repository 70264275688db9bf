/** What a shop asks of the services in an hour in which nothing happens. */
import { MINUTE, type World } from './world.ts';

const HOUR = 60 * MINUTE;

export interface IdleHour {
  readonly hour: number;
  /** The most within any minute. */
  readonly minute: number;
}

/** The second hour: in the first one all has begun. */
export async function idleHour(world: World, pass: (ms: number) => Promise<void> = world.pass): Promise<IdleHour> {
  await pass(HOUR);
  const before = world.network.passed.length;
  await pass(HOUR);
  const asked = world.network.passed.slice(before);
  const from = (at: number): number => asked.filter((each) => each.at >= at && each.at < at + MINUTE).length;
  return { hour: asked.length, minute: Math.max(0, ...asked.map(({ at }) => from(at))) };
}
