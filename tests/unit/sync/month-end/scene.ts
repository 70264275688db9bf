/** A comparison as the room makes it, in a world. */
import { advance, begin, type Run } from '../../../../components/options/month-end/run.ts';
import type { Reason } from '../../../../utils/invoice/finding.ts';
import { compareMonth } from '../../../../utils/invoice/month-end.ts';
import type { Message, MonthEndCommands } from '../../../../utils/messages/index.ts';
import { VIEW, type World } from '../world.ts';

export const NOVEMBER = '2026-11';

export const asking =
  (world: World) =>
  async <N extends keyof MonthEndCommands>(type: N, ask: MonthEndCommands[N]['ask']) =>
    world.ask<N>({ type, ...ask } as unknown as Message<N>, VIEW);

/** Goes on until it is done; waits as the room does. */
export async function follow(world: World, from: Run, parts = Number.POSITIVE_INFINITY): Promise<Run> {
  let run = from;
  for (let part = 0; part < 400 && part < parts && run.step.kind !== 'done'; part += 1) {
    const went = await advance(run, asking(world));
    if (!went.ok) throw new Error(`stopped: ${JSON.stringify(went.reason)}`);
    run = went.run;
    if (went.notBefore > world.clock.now()) world.clock.freeze(went.notBefore);
  }
  return run;
}

export const opened = (world: World, month = NOVEMBER, asOf = 0): Run => begin(world.accountId, month, asOf);

export async function compare(world: World, month = NOVEMBER, asOf = 0) {
  const run = await follow(world, opened(world, month, asOf));
  if (run.step.kind !== 'done') throw new Error('it never ends');
  return { run, ...compareMonth(run.collected) };
}

/** Why it cannot go on. */
export async function stoppedBy(world: World, from: Run): Promise<Reason['code'] | string> {
  let run = from;
  for (let part = 0; part < 50; part += 1) {
    const went = await advance(run, asking(world));
    if (!went.ok) return went.reason.code;
    run = went.run;
    if (run.step.kind === 'done') throw new Error('it was not stopped');
  }
  throw new Error('it never ends');
}

/** An invoice that somebody has made in iFirma itself, from one of ours. */
export function byHand(world: World, over: Readonly<Record<string, unknown>>) {
  const [any] = world.ifirma.booked();
  if (any === undefined) throw new Error('nothing is booked yet');
  return world.ifirma.issueByHand('fakturakraj', { ...any.body, Uwagi: '', ...over });
}
