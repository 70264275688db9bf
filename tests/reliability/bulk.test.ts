/**
 * Three hundred documents at once, on a clock that only the limits move: no minute holds more than the services take, the tighter limit is
 * used to the full, and the requests a document costs stand beside those of a client that asks one by one.
 */
import { expect, it } from 'vitest';
import type { DocumentKey } from '../../utils/invoice/document.ts';
import { VIEW } from '../unit/sync/set-up.ts';
import { bookedFor, createWorld, DAY, type World } from '../unit/sync/world.ts';
import { record } from './record.ts';

const MANY = 300;
const MINUTE = 60_000;

interface Ref {
  readonly orderId: string;
  readonly key: DocumentKey;
}

/** Orders with an invoice each, a minute apart. */
function fill(world: World, count: number): readonly Ref[] {
  return Array.from({ length: count }, () => {
    const { id } = world.panel.addOrder();
    const document = world.panel.addDocument({ orderId: id });
    return { orderId: id, key: `d${document.id}` as const };
  });
}

const hosts = { iFirma: 'www.ifirma.pl', Sellasist: 'demo.sellasist.pl' } as const;

function momentsOf(world: World, service: keyof typeof hosts): readonly number[] {
  return world.network.passed.filter(({ host }) => host === hosts[service]).map(({ at }) => at);
}

/** The most that any 60 seconds hold. */
function fullest(moments: readonly number[]): number {
  let from = 0;
  let most = 0;
  for (const [to, at] of moments.entries()) {
    while ((moments[from] ?? 0) <= at - MINUTE) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** Requests a minute, over the whole minutes from the first one on. */
function rate(moments: readonly number[]): number {
  const [first = 0] = moments;
  const minutes = Math.floor(((moments.at(-1) ?? 0) - first) / MINUTE);
  return minutes === 0 ? 0 : moments.filter((at) => at < first + minutes * MINUTE).length / minutes;
}

async function oneByOne(count: number): Promise<number> {
  const world = await createWorld();
  const refs = fill(world, count);
  const before = world.network.passed.length;
  for (const { orderId, key } of refs) {
    await world.send(orderId, key);
    await world.pass(MINUTE);
  }
  return (world.network.passed.length - before) / count;
}

it.each([
  ['lists with all fields', true],
  ['lists without fields', false],
] as const)(
  '300 documents at once (%s): each booked once, within the limits, and using them',
  async (name, fieldsInLists) => {
    const started = Date.now();
    const world = await createWorld();
    world.panel.switches.fieldsInLists = fieldsInLists;
    const refs = fill(world, MANY);
    const passedBefore = world.network.passed.length;
    const begin = world.clock.now();
    const { queued } = await world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents: refs }, VIEW);
    expect(queued).toHaveLength(MANY);
    for (let round = 0; round < 120; round += 1) {
      await world.pass(MINUTE);
      if ((await world.store.transfers.get('demo', refs.at(-1)?.key ?? 'd0'))?.state === 'done') break;
    }
    await world.pass(5 * MINUTE);
    const states = await Promise.all(refs.map(async ({ key }) => (await world.transfer(key)).state));
    const lost = states.filter((state) => state !== 'done').length;
    const doubled = refs.filter(({ orderId }) => bookedFor(world, orderId).length > 1).length;
    const own = world.network.passed.slice(passedBefore);
    const perDocument = own.filter(({ at }) => at < begin + DAY).length / MANY;
    const figures: string[] = [];
    const failures: string[] = [];
    for (const [service, limit] of [
      ['iFirma', 100],
      ['Sellasist', 60],
    ] as const) {
      const moments = momentsOf(world, service).slice();
      const most = fullest(moments);
      figures.push(`${service}: fullest minute ${most} of ${limit}`);
      if (most > limit) failures.push(`${service}: ${most} in one minute`);
    }
    const working = momentsOf(world, 'Sellasist').filter((at) => at >= begin);
    const share = rate(working) / 60;
    figures.push(`Sellasist used to ${(share * 100).toFixed(1)} % of 60 a minute`);
    if (share < 0.95) failures.push(`only ${(share * 100).toFixed(1)} % of the tighter limit used`);
    const single = await oneByOne(10);
    figures.push(`${perDocument.toFixed(2)} requests a document, ${single.toFixed(2)} one by one`);
    const refused = own.filter(({ kind }) => kind === 'answer').length;
    figures.push(`${refused} answers`);
    const minutes = ((own.filter(({ at }) => at < begin + DAY).at(-1)?.at ?? begin) - begin) / MINUTE;
    figures.push(`${minutes.toFixed(1)} simulated minutes`);
    if (lost > 0) failures.push(`${lost} not done`);
    if (doubled > 0) failures.push(`${doubled} doubled`);
    console.log(figures.join('\n'));
    record({
      trial: `300 documents at once, ${name}`,
      tried: `${MANY} documents`,
      lost,
      doubled,
      figures,
      failures,
      seconds: (Date.now() - started) / 1000,
    });
    expect(failures).toEqual([]);
  },
  600_000,
);
