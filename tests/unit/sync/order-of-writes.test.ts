/**
 * Never twice: the intent is on the disk before the POST begins, and its outcome is the first thing that is stored after it. Nothing stands
 * between the answer and that write: no request, no other write, no look into any table.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import { SERIES } from '../invoice/examples.ts';
import { POST } from './troubles.ts';
import { createWorld, MINUTE, VIEW, type World, type WorldOptions } from './world.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const BEFORE_POST = 'before POST /iapi/fakturakraj.json';
const AFTER_POST = 'after POST /iapi/fakturakraj.json';

/** Where the worker waits, and each transaction that the database is asked for, in order. */
function watch(world: World, key: DocumentKey) {
  const events: string[] = [];
  let atPost: Transfer | null = null;
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, names, mode, options) {
    events.push(`${mode ?? 'readonly'} ${options?.durability ?? 'default'}: ${[names].flat().join()}`);
    return begin.call(this, names, mode, options);
  });
  world.life().watched = async (name) => {
    if (name === BEFORE_POST) {
      // What the last write has set off, such as the icon's count, comes to its end: a real POST takes longer than that.
      for (let turn = 0; turn < 30; turn += 1) await new Promise(setImmediate);
      atPost = await world.transfer(key);
    }
    events.push(name);
  };
  return { events, atPost: () => atPost };
}

const send = (world: World, orderId: string, key: DocumentKey) => world.send(orderId, key);
const sendMany = async (world: World, orderId: string, key: DocumentKey) => {
  const documents = [{ orderId, key }];
  await world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);
  await world.idle();
};

interface Way {
  readonly options?: WorldOptions;
  readonly isOrder?: boolean;
  readonly go?: (world: World, orderId: string, key: DocumentKey) => Promise<unknown>;
}

const WAYS: Readonly<Record<string, Way>> = {
  'a document': {},
  'an order': { isOrder: true },
  'a document whose number is kept': {
    options: { series: { '1': { ...SERIES, numbering: 'sellasist', pattern: 'FV/{numer}/{miesiąc}/{rok}' } } },
  },
  'a document with everything that may follow it': { options: { settings: { errorStatusId: '9' } } },
  'one of many': { go: sendMany },
};

async function sent({ options = {}, isOrder = false, go = send }: Way, arm: (world: World) => unknown = () => null) {
  const world = await createWorld(options);
  arm(world);
  const { id } = world.panel.addOrder();
  const { id: documentId } = isOrder ? { id } : world.panel.addDocument({ orderId: id, number: 'FV/12/11/2026' });
  const key: DocumentKey = isOrder ? `o${id}` : `d${documentId}`;
  const { events, atPost } = watch(world, key);
  await go(world, id, key);
  return { world, key, events, atPost: atPost() };
}

const WRITE = ['before transfers.change', 'readwrite strict: transfers,log,accounts', 'after transfers.change'];

describe.each(Object.entries(WAYS))('%s', (_name, way) => {
  it('has its intent on the disk before the POST begins', async () => {
    const { events, atPost } = await sent(way);
    expect(atPost).toMatchObject({ state: 'sending', step: 'issue', post: { endedAt: null }, identifier: null });
    expect(atPost?.sentHash).toMatch(/^[0-9a-f]{64}$/);
    const before = events.slice(0, events.indexOf(BEFORE_POST));
    const writes = before.filter((event) => event.startsWith('readwrite') && event.includes('transfers'));
    expect(writes.length).toBeGreaterThan(1);
    expect(new Set(writes)).toEqual(new Set([WRITE[1]]));
    expect(events.filter((event) => event === BEFORE_POST)).toHaveLength(1);
  });

  it('has its identifier on the disk before anything else happens', async () => {
    const { world, key, events } = await sent(way);
    const after = events.slice(events.indexOf(AFTER_POST) + 1);
    expect(after.slice(0, WRITE.length)).toEqual(WRITE);
    // That write is the one: whoever dies after it finds the invoice.
    const [booked] = world.ifirma.booked();
    expect(booked).toBeDefined();
    expect((await world.transfer(key)).identifier).toBe(booked?.id);
  });
});

it('a worker that dies right after that first write knows the invoice', async () => {
  const world = await createWorld();
  const { id } = world.panel.addOrder();
  const life = world.life();
  life.watched = (name) => {
    // The answer itself, the write's beginning, its end.
    if (name === AFTER_POST) life.endIn(2);
  };
  await Promise.race([world.send(id, `o${id}`), life.died]);
  expect(await life.died).toBe('after transfers.change');
  expect(await world.transfer(`o${id}`)).toMatchObject({
    state: 'sending',
    identifier: world.ifirma.booked()[0]?.id,
    post: { endedAt: expect.any(Number) },
  });
  await world.restart();
  await world.pass(MINUTE);
  expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
});

describe('an answer from which nobody can tell', () => {
  it.each([
    ['a dropped connection', { kind: 'drop', when: 'after' }],
    ['a time-out', { kind: 'timeout', when: 'after' }],
    ['HTTP 502', { kind: 'status', status: 502, when: 'after' }],
    ['Kod 100', { kind: 'kod', kod: 100 }],
  ] as const)('%s is on the disk as such before anything else happens', async (_what, trouble) => {
    const { world, key, events } = await sent({}, ({ network }) => network.arm({ ...POST, times: 1 }, trouble));
    const after = events.slice(events.indexOf(AFTER_POST) + 1);
    expect(after.slice(0, WRITE.length)).toEqual(WRITE);
    expect(await world.transfer(key)).toMatchObject({ state: 'uncertain', post: { endedAt: expect.any(Number) } });
  });
});
