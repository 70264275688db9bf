/** One pair: a way is walked, one of its requests is struck, and what was promised is looked for. Returns what was not kept. */
import type { DocumentView } from '../../../../utils/messages/index.ts';
import { reasonText } from '../../../../utils/texts.ts';
import type { FaultHandle } from '../../../sim/faults.ts';
import { bookedFor, DAY, type World } from '../world.ts';
import type { Fault } from './faults.ts';
import { filesOf, isOffered, press, shown, sleepOver } from './person.ts';
import { type Length, type Promised, promisesOf, type Stand } from './promise.ts';
import type { WayRequest } from './requests.ts';
import { wrongService } from './sentence.ts';
import type { Walk, Way } from './ways.ts';

export interface Verdict {
  readonly failures: readonly string[];
  readonly doubled: boolean;
  readonly lost: boolean;
}

export async function tried(way: Way, request: WayRequest, fault: Fault, length: Length): Promise<Verdict> {
  const failures: string[] = [];
  const [promised, ...more] = promisesOf(request, fault, length);
  if (promised === undefined || more.length > 0) {
    return {
      failures: [`${more.length + (promised ? 1 : 0)} rows of the table speak of it`],
      doubled: false,
      lost: false,
    };
  }
  const walk = await way.begin();
  const { world } = walk;
  world.honest = !isLie(request, fault, length);
  try {
    for await (const failure of walked(walk, way, request, fault, length, promised)) failures.push(failure);
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
  }
  const booked = bookedFor(world, walk.orderId).length;
  // Thousands of worlds are begun; what is left of each would slow down the next.
  world.store.close();
  indexedDB.deleteDatabase(world.database);
  return { failures, doubled: booked > 1, lost: booked < 1 };
}

/** The service says that it has booked nothing, and it has; or it books when it was said to be proven that it has not. */
function isLie({ place }: WayRequest, { means, worked }: Fault, length: Length): boolean {
  if (place !== 'post') return false;
  if (means === 'held') return length === 'lasting';
  return worked && ['limit', 'length', 'kod-201', 'kod-refused', 'kod-account'].includes(means);
}

async function* walked(
  walk: Walk,
  way: Way,
  request: WayRequest,
  fault: Fault,
  length: Length,
  promised: Promised,
): AsyncGenerator<string> {
  const { world } = walk;
  const armed = world.network.arm({ ...request.match, ...(length === 'once' ? { times: 1 } : {}) }, fault.trouble);
  const reply = await press(walk, 'send');
  await untilStruck(world, armed);
  if (armed.fired() === 0) {
    yield 'it never struck';
    return;
  }

  const struck = await shown(walk);
  const stands = promised.struck.map((stand) => (stand === 'goal' ? way.goal : stand));
  if (stands.length > 0 && !stands.includes(standOf(struck)))
    yield `${stands.join(' or ')} was promised once it has struck, and it is ${told(struck, world)}`;
  const refusal = reply.ok ? null : reply.reason;
  const said = wrongService(struck, refusal, request.service, fault, world.clock.now());
  // Where the fault has changed nothing, nothing need be said of it.
  if (said !== null && stands.length > 0 && standOf(struck) !== way.goal) yield said;

  if (length === 'lasting') await sleepOver(world);
  armed.remove();
  await sleepOver(world);
  const later = await shown(walk);
  const stand = promised.finally === 'goal' ? way.goal : promised.finally;
  if (standOf(later) !== stand) yield `${stand} was promised in the end, and it is ${told(later, world)}`;
  const saysIt = standOf(later) !== way.goal || promised.mayGiveUp || (way.isSaid?.(walk, way.goal) ?? true);
  if (!saysIt) yield `the order does not say that it is ${way.goal}`;
  const booked = promised.booked ?? (way.goal === 'done' ? 1 : 0);
  const found = bookedFor(world, walk.orderId).length;
  if (found !== booked) yield `${booked} invoices were promised, and there are ${found}`;
  const posts = world.network.passed.filter(({ method, kind }) => method === 'POST' && kind !== 'offline').length;
  if (posts > 1 && !(request.place === 'post' && fault.means === 'limit'))
    yield `${posts} POSTs went out by themselves`;

  for (const each of promised.presses) {
    const view = await shown(walk);
    if (!isOffered(view, each)) yield `${each} is not offered: ${told(view, world)}`;
    await press(walk, each);
  }
  // What the way itself leaves to a person is asked of them last.
  if (way.goal !== 'done') {
    if (standOf(await shown(walk)) !== 'done') await press(walk, 'send');
  }
  if (promised.presses.length > 0 || way.goal !== 'done') await sleepOver(world);
  yield* unfinished(walk, promised);
}

/** What lies behind later is waited for. */
async function untilStruck(world: World, armed: FaultHandle): Promise<void> {
  const until = world.clock.now() + DAY;
  while (armed.fired() === 0) {
    const next = world.alarm();
    if (next === null || next > until) return;
    await world.pass(Math.max(0, next - world.clock.now()));
  }
}

/** It has come to its end, and that is the truth. */
async function* unfinished(walk: Walk, promised: Promised): AsyncGenerator<string> {
  const { world, orderId } = walk;
  const view = await shown(walk);
  if (view?.state !== 'done') yield `in the end it is not done, but ${told(view, world)}`;
  else if (view.reason !== null || view.findings.length > 0)
    yield `done, and there is something to say: ${told(view, world)}`;
  const booked = bookedFor(world, orderId);
  const [invoice] = booked;
  if (booked.length !== 1 || invoice === undefined) yield `in the end there are ${booked.length} invoices`;
  else if (view?.ifirmaNumber !== invoice.number) yield `it is ${invoice.number} and not ${view?.ifirmaNumber}`;
  const { all, whole } = filesOf(walk);
  if (whole < 1 || (whole > 1 && !promised.mayRepeat)) yield `${whole} files were saved`;
  if (all !== whole && !promised.mayLitter) yield `${all - whole} broken files were left behind`;
  if (view?.attached !== 'verified') yield `the file is ${view?.attached}`;
}

function standOf(view: DocumentView | null): Exclude<Stand, 'goal'> {
  return view?.state ?? 'unsent';
}

function told(view: DocumentView | null, world: World): string {
  if (view === null) return 'unsent';
  const { state, reason, findings } = view;
  const said =
    reason === null ? findings.map(({ code }) => code).join(', ') : reasonText('pl', reason, null, world.clock.now());
  return `${state} (${reason?.code ?? 'no reason'}: ${said})`;
}
