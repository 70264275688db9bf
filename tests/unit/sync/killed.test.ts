/**
 * The worker is killed at every place where it waits: before and after each request (the stand-in has then not worked, or has
 * worked and nobody heard), and before and after each write. Nobody comes to help: only the browser's alarm starts it anew.
 */
import { describe, expect, it, vi } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import type { FileMode } from '../../sim/sellasist/index.ts';
import { IFIRMA, POST, PUT } from './troubles.ts';
import { bookedFor, createWorld, DAY, type World, type WorldOptions } from './world.ts';

interface Way {
  /** The first gate at which it differs from the plain way; what lies before is tried there. */
  readonly from?: RegExp;
  readonly options?: WorldOptions;
  readonly fileMode?: FileMode;
  /** The orders and faults of the way; gives what is to be sent. */
  readonly prepare: (world: World) => { readonly orderId: string; readonly key: DocumentKey };
}

const EVERY_WAY: Readonly<Record<string, Way>> = {
  'a document': { prepare: () => ({ orderId: '1001', key: 'd77' }) },
  'an order': {
    prepare: ({ panel }) => {
      const { id } = panel.addOrder({ buyer: { company_name: '', company_nip: '' } });
      return { orderId: id, key: `o${id}` };
    },
  },
  'a document whose field takes several files': {
    from: /pdf$/,
    fileMode: 'append',
    prepare: () => ({ orderId: '1001', key: 'd77' }),
  },
  'a document whose field gives an address back': {
    from: /pdf$/,
    fileMode: 'raw-url',
    prepare: () => ({ orderId: '1001', key: 'd77' }),
  },
  'a document whose field wants a data URI': {
    from: /pdf$/,
    fileMode: 'datauri-only',
    prepare: () => ({ orderId: '1001', key: 'd77' }),
  },
  'a document whose POST is answered with 502 after the work': {
    from: /POST/,
    prepare: ({ network }) => {
      network.arm({ ...POST, times: 1 }, { kind: 'status', status: 502, when: 'after' });
      return { orderId: '1001', key: 'd77' };
    },
  },
  'a document whose POST is answered with 429': {
    from: /POST/,
    prepare: ({ network }) => {
      network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 30 });
      return { orderId: '1001', key: 'd77' };
    },
  },
  'a document whose number and list lag': {
    from: /POST/,
    prepare: ({ ifirma }) => {
      ifirma.turn({ numberLag: { reads: 2, shows: 'missing' }, listLag: { reads: 2 } });
      return { orderId: '1001', key: 'd77' };
    },
  },
  'a document whose PUT is lost after the work': {
    from: /pdf$/,
    fileMode: 'append',
    prepare: ({ network }) => {
      network.arm({ ...PUT, times: 1 }, { kind: 'drop', when: 'after' });
      return { orderId: '1001', key: 'd77' };
    },
  },
};

async function prepared({ options = {}, fileMode = 'raw', prepare }: Way) {
  const world = await createWorld(options);
  world.panel.switches.fileMode = fileMode;
  const wanted = prepare(world);
  // The card is open, as it is before anybody presses a button.
  await world.view(wanted.orderId, wanted.key);
  return { world, ...wanted };
}

/** The gates of the whole way, to its rest. */
async function gatesOf(way: Way): Promise<readonly string[]> {
  const { world, orderId, key } = await prepared(way);
  world.newLife(null);
  await world.send(orderId, key);
  await world.pass(DAY);
  expect(await world.transfer(key)).toMatchObject({ state: 'done' });
  return world.life().gates;
}

const first = (gates: readonly string[], name: RegExp): number => gates.findIndex((gate) => name.test(gate));

// Some sixty worlds a test, each with a day in it.
vi.setConfig({ testTimeout: 60_000 });

describe.each(Object.entries(EVERY_WAY))('%s', (_name, way) => {
  it('is booked exactly once and its PDF saved exactly once, wherever the worker dies', async () => {
    const gates = await gatesOf(way);
    const accepted = first(gates, /after transfers\.create/);
    expect(accepted).toBeGreaterThan(0);
    expect(gates.length).toBeGreaterThan(30);

    const start = way.from === undefined ? 0 : first(gates, way.from);
    for (const [at, gate] of [...gates.entries()].slice(start)) {
      const { world, orderId, key } = await prepared(way);
      const where = `killed ${gate} (${at})`;
      world.newLife(at);
      // Past the last gate of the answer it dies later on, woken by an alarm.
      await Promise.race([world.send(orderId, key), world.life().died]);
      await world.pass(DAY);
      expect(world.life().isOver() && world.alarm() !== null, where).toBe(false);

      const stored = await world.store.transfers.get('demo', key);
      if (at < accepted && stored === null) {
        // It was never accepted, so it is not sent: the card says so, and the button is still there.
        if (world.life().isOver()) await world.restart();
        expect(await world.view(orderId, key), where).toMatchObject({ state: 'unsent' });
        expect(world.ifirma.booked(), where).toEqual([]);
        continue;
      }
      if (stored?.state === 'uncertain') {
        // The intent was stored, and the request never left or was refused unheard. Only a person may have it sent again.
        expect(gates.slice(at - 1, at + 2).join(), where).toContain('POST');
        expect(stored, where).toMatchObject({ reason: { code: 'absent-proven' } });
        expect(world.ifirma.booked(), where).toEqual([]);
        await world.send(orderId, key);
        await world.pass(DAY);
      }
      const settled = await world.transfer(key);
      expect(settled, where).toMatchObject({ state: 'done', reason: null });
      expect(bookedFor(world, orderId), where).toHaveLength(1);
      expect(settled.number, where).toBe(bookedFor(world, orderId)[0]?.number);
      expect(world.panel.files(orderId, '12'), where).toHaveLength(1);
      expect(world.panel.files(orderId, '12')[0]?.bytes.subarray(0, 5).toString(), where).toBe('%PDF-');
    }
  });
});

describe('killed twice', () => {
  it('at the POST, and again wherever the second worker goes: exactly one', async () => {
    const way: Way = { prepare: () => ({ orderId: '1001', key: 'd77' }) };
    const gates = await gatesOf(way);
    const afterPost = first(gates, /after POST/);
    for (let second = 0; second < 24; second += 1) {
      const { world, orderId, key } = await prepared(way);
      world.newLife(afterPost);
      await Promise.race([world.send(orderId, key), world.life().died]);
      await world.restart(second);
      await world.pass(DAY);
      expect(await world.transfer(key), `${second}`).toMatchObject({ state: 'done' });
      expect(bookedFor(world, orderId), `${second}`).toHaveLength(1);
    }
  });

  it('over and over at the same place, it is still found and booked once', async () => {
    const way: Way = { prepare: () => ({ orderId: '1001', key: 'd77' }) };
    const { world, orderId, key } = await prepared(way);
    world.newLife(12);
    await Promise.race([world.send(orderId, key), world.life().died]);
    for (let life = 0; life < 15; life += 1) await world.restart(life % 9);
    await world.pass(DAY);
    expect(bookedFor(world, orderId)).toHaveLength(1);
    expect(await world.transfer(key)).toMatchObject({ state: 'done' });
  });
});

describe('killed before iFirma has worked', () => {
  it('says that it may be booked until it knows, and never sends it again by itself', async () => {
    const { world, orderId, key } = await prepared({ prepare: () => ({ orderId: '1001', key: 'd77' }) });
    const gates = await gatesOf({ prepare: () => ({ orderId: '1001', key: 'd77' }) });
    world.newLife(first(gates, /before POST/));
    await Promise.race([world.send(orderId, key), world.life().died]);
    expect(await world.transfer(key)).toMatchObject({ state: 'sending', step: 'issue', identifier: null });
    await world.restart();
    expect(await world.view(orderId, key)).toMatchObject({ state: 'uncertain', actions: ['check', 'link'] });
    await world.pass(DAY);
    expect(await world.view(orderId, key)).toMatchObject({ state: 'uncertain', reason: { code: 'absent-proven' } });
    expect(world.ifirma.booked()).toEqual([]);
    expect(await world.send(orderId, key)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, orderId)).toHaveLength(1);
  });

  it('and the request arrives after all, when the next worker has looked already: found, exactly one', async () => {
    const { world, orderId, key } = await prepared({
      prepare: ({ network }) => {
        network.arm({ ...POST, times: 1 }, { kind: 'late', ms: 12_000 });
        return { orderId: '1001', key: 'd77' };
      },
    });
    const gates = await gatesOf({ prepare: () => ({ orderId: '1001', key: 'd77' }) });
    world.newLife(first(gates, /after POST/));
    await Promise.race([world.send(orderId, key), world.life().died]);
    await world.restart();
    expect(await world.view(orderId, key)).toMatchObject({ state: 'uncertain', reason: { code: 'absent-once' } });
    await world.pass(DAY);
    expect(await world.view(orderId, key)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, orderId)).toHaveLength(1);
  });
});

it('twenty waiting orders survive a worker that dies every few requests: each is booked once, in the order they came', async () => {
  const world = await createWorld();
  const orders = Array.from({ length: 20 }, () => world.panel.addOrder());
  const shut = world.network.arm({ host: IFIRMA }, { kind: 'too-many', retryAfter: 60 });
  for (const { id } of orders) expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'queued' });
  shut.remove();
  for (let life = 0; life < 60; life += 1) {
    world.newLife(20 + (life % 17));
    await world.pass(40_000);
  }
  world.newLife(null);
  await world.restart();
  await world.pass(DAY);
  const booked = world.ifirma.booked();
  expect(booked).toHaveLength(20);
  for (const { id } of orders) {
    expect(bookedFor(world, id)).toHaveLength(1);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done', attached: 'verified' });
    expect(world.panel.files(id, '12')).toHaveLength(1);
  }
});
