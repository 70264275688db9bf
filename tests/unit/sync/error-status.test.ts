/** Effect `status`: an order whose document came to nothing gets the account's `Status błędu`, once, and nothing else changes by it. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import { hold } from './hold.ts';
import { bookTwin, onlyInvoice } from './second-invoice.ts';
import { openedIn, type Settings } from './set-up.ts';
import { ORDER, POST, PUT } from './troubles.ts';
import { createWorld, DAY, MINUTE, type World } from './world.ts';

const ERROR = '9';
/** What the sample orders have. */
const USUAL = '3';
const WITH_STATUS: Settings = { errorStatusId: ERROR };
const KOD_202 = { kind: 'kod', kod: 202 } as const;

const statusOf = (world: World, orderId = '1001') => world.panel.orders.get(orderId)?.statusId;
/** Bodies of the PUTs that speak of the status. */
const told = (world: World) =>
  world.network.passed
    .filter(({ method, body }) => method === 'PUT' && body.includes('"status"'))
    .map(({ body }) => body);
const logOf = async (world: World, key: DocumentKey = 'd77') =>
  (await world.store.log.ofDocument('demo', key, 100)).filter(({ event }) => event === 'status');

async function failed(settings: Settings = WITH_STATUS) {
  const world = await createWorld({ settings });
  world.network.arm({ ...POST, times: 1 }, KOD_202);
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed' });
  return world;
}

/** Another document of order 1001, known to the panel from the beginning. */
const another = (world: World): DocumentKey =>
  `d${world.panel.addDocument({ orderId: '1001', numberInOrder: false, issueDate: '2026-11-22' }).id}`;

describe('it is set, in a PUT of its own,', () => {
  const ways: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
    'after a refusal (failed)': async (world) => {
      world.network.arm({ ...POST, times: 1 }, KOD_202);
      expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed' });
    },
    'after findings (incomplete)': async (world) => {
      const order = world.panel.orders.get('1001');
      if (order) order.documentNumber = 'FS/1/2025';
      expect(await world.send('1001', 'd77')).toMatchObject({ state: 'incomplete' });
    },
    'after iFirma’s findings (incomplete)': async (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 201, text: "Pole 'X' jest niepoprawne" });
      expect(await world.send('1001', 'd77')).toMatchObject({ state: 'incomplete' });
    },
    'when absence is proven, and not before': async (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
      await world.send('1001', 'd77');
      await world.pass(9 * MINUTE);
      expect(await world.transfer('d77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-once' } });
      expect(told(world)).toEqual([]);
      await world.pass(2 * MINUTE);
      expect(await world.transfer('d77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-proven' } });
    },
    'when a second invoice is found': async (world) => {
      world.honest = false;
      await world.send('1001', 'd77');
      expect(told(world)).toEqual([]);
      bookTwin(world, onlyInvoice(world, '1001'));
      await world.pass(DAY);
      expect(await world.transfer('d77')).toMatchObject({ state: 'issued', reason: { code: 'double-found' } });
    },
    'after another document of the order was found to hold the sale': async (world) => {
      const other = another(world);
      await world.send('1001', other);
      expect(told(world)).toEqual([]);
      expect(await world.send('1001', 'd77')).toMatchObject({
        state: 'incomplete',
        findings: [{ code: 'sale-taken' }],
      });
    },
  };

  it.each(Object.entries(ways))('%s', async (_name, go) => {
    const world = await createWorld({ settings: WITH_STATUS });
    expect(statusOf(world)).toBe(USUAL);
    await go(world);
    await world.idle();
    expect(told(world)).toEqual([JSON.stringify({ status: ERROR })]);
    expect(statusOf(world)).toBe(ERROR);
    const before = await world.transfer('d77');
    expect(before.effects?.status).toBeUndefined();
    await world.pass(DAY);
    expect(told(world)).toHaveLength(1);
    expect(await logOf(world)).toMatchObject([{ event: 'status', reason: null }]);
  });

  it('of an order that is issued without a document, too', async () => {
    const world = await createWorld({ settings: WITH_STATUS });
    const { id } = world.panel.addOrder();
    world.network.arm({ ...POST, times: 1 }, KOD_202);
    await world.send(id, `o${id}`);
    expect(statusOf(world, id)).toBe(ERROR);
  });
});

describe('it is not set', () => {
  const ways: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
    'where everything goes well': (world) => world.send('1001', 'd77'),
    'while it waits for the limit': async (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 3600 });
      await world.send('1001', 'd77');
    },
    'while it is looked up': async (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
      await world.send('1001', 'd77');
      await world.pass(MINUTE);
    },
    'while the PDF is still to come, or cannot be saved': async (world) => {
      world.network.arm(PUT, { kind: 'status', status: 400 });
      expect(await world.send('1001', 'd77')).toMatchObject({ state: 'issued' });
    },
  };

  it.each(Object.entries(ways))('%s', async (_name, go) => {
    const world = await createWorld({ settings: WITH_STATUS });
    await go(world);
    await world.idle();
    expect(statusOf(world)).toBe(USUAL);
    expect(told(world)).toEqual([]);
    expect((await world.transfer('d77')).effects?.status).toBeUndefined();
  });

  it('in an account that has no such status', async () => {
    const world = await failed({ errorStatusId: null });
    await world.pass(DAY);
    expect(told(world)).toEqual([]);
    expect((await world.transfer('d77')).effects).toBeUndefined();
  });

  it('where a person skips it: whoever decides need not be told', async () => {
    const world = await failed();
    const order = world.panel.orders.get('1001');
    if (order) order.statusId = '4';
    await world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Nie' });
    await world.pass(DAY);
    expect(statusOf(world)).toBe('4');
    expect(told(world)).toHaveLength(1);
  });

  it('where a person skips it before it could be set', async () => {
    const world = await createWorld({ settings: WITH_STATUS });
    world.network.arm({ ...POST, times: 1 }, KOD_202);
    const lost = world.network.arm(PUT, { kind: 'status', status: 503 });
    await world.send('1001', 'd77');
    lost.remove();
    await world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Nie' });
    await world.pass(DAY);
    expect(statusOf(world)).toBe(USUAL);
  });

  it('where the order has it already, because each change may start something in the panel', async () => {
    const world = await createWorld({ settings: WITH_STATUS });
    const order = world.panel.orders.get('1001');
    if (order) order.statusId = ERROR;
    world.network.arm({ ...POST, times: 1 }, KOD_202);
    await world.send('1001', 'd77');
    await world.pass(DAY);
    expect(told(world)).toEqual([]);
    expect(await logOf(world)).toHaveLength(1);
  });

  it('where the document was sent again and booked meanwhile', async () => {
    const world = await createWorld({ settings: WITH_STATUS });
    world.network.arm({ ...POST, times: 1 }, KOD_202);
    const lost = world.network.arm({ ...PUT, body: '"status"' }, { kind: 'status', status: 503 });
    await world.send('1001', 'd77');
    lost.remove();
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    await world.pass(DAY);
    expect(statusOf(world)).toBe(USUAL);
    // Nobody even thought of it again.
    expect(await logOf(world)).toHaveLength(1);
  });

  it('where the account wants it no more when its time comes', async () => {
    const world = await createWorld({ settings: WITH_STATUS });
    world.network.arm({ ...POST, times: 1 }, KOD_202);
    const lost = world.network.arm(PUT, { kind: 'status', status: 503 });
    await world.send('1001', 'd77');
    lost.remove();
    const account = await openedIn(world);
    await world.tell<'settings.save'>(
      {
        type: 'settings.save',
        accountId: world.accountId,
        revision: account.revision,
        settings: { ...account.settings, errorStatusId: null },
      },
      { kind: 'view' },
    );
    await world.pass(DAY);
    expect(statusOf(world)).toBe(USUAL);
    expect((await world.transfer('d77')).effects).toBeUndefined();
  });
});

describe('a PUT that does not get through', () => {
  it.each([
    ['no network', { kind: 'offline' }],
    ['a dropped connection', { kind: 'drop', when: 'before' }],
    ['a lost answer', { kind: 'drop', when: 'after' }],
    ['a time-out', { kind: 'timeout' }],
    ['HTTP 429', { kind: 'too-many', retryAfter: 120 }],
    ['HTTP 503', { kind: 'status', status: 503 }],
    ['a page of HTML', { kind: 'html' }],
  ] as const)('because of %s is tried again, and the state is not touched', async (_what, trouble) => {
    const world = await createWorld({ settings: WITH_STATUS });
    world.network.arm({ ...POST, times: 1 }, KOD_202);
    world.network.arm({ ...PUT, times: 1 }, trouble);
    await world.send('1001', 'd77');
    const before = await world.transfer('d77');
    expect(before).toMatchObject({ state: 'failed', reason: { code: 'kod-202' }, effects: { status: { tries: 1 } } });
    expect(before.effects?.status?.at).toBeGreaterThan(world.clock.now());
    await world.pass(10 * MINUTE);
    expect(statusOf(world)).toBe(ERROR);
    const { effects: _effects, ...rest } = before;
    expect(await world.transfer('d77')).toEqual(rest);
    expect((await logOf(world)).map(({ reason }) => reason === null)).toEqual([true, false]);
  });

  it.each([
    ['HTTP 400', { kind: 'status', status: 400 }, 'sellasist-error'],
    ['HTTP 403', { kind: 'status', status: 403, contentType: 'application/json', body: '{}' }, 'sellasist-forbidden'],
    ['HTTP 401', { kind: 'status', status: 401 }, 'sellasist-key'],
  ] as const)(
    'because of %s is given up with a line in the log, and the state is not touched',
    async (_what, trouble, code) => {
      const world = await createWorld({ settings: WITH_STATUS });
      world.network.arm({ ...POST, times: 1 }, KOD_202);
      world.network.arm(PUT, trouble);
      await world.send('1001', 'd77');
      await world.pass(2 * DAY);
      expect(world.network.passed.filter(({ method }) => method === 'PUT')).toHaveLength(1);
      const after = await world.transfer('d77');
      expect(after).toMatchObject({ state: 'failed', reason: { code: 'kod-202' } });
      expect(after.effects).toBeUndefined();
      expect(await logOf(world)).toMatchObject([{ event: 'status', state: 'failed', reason: { code } }]);
    },
  );

  it('for days is given up at last, and the log says why', async () => {
    const world = await createWorld({ settings: WITH_STATUS });
    world.network.arm({ ...POST, times: 1 }, KOD_202);
    world.network.arm(PUT, { kind: 'status', status: 503 });
    await world.send('1001', 'd77');
    await world.pass(2 * DAY);
    expect((await world.transfer('d77')).effects).toBeUndefined();
    expect(world.alarm()).toBeNull();
    const [last] = await logOf(world);
    expect(last).toMatchObject({ reason: { code: 'sellasist-unreachable' } });
  });
});

describe('the worker dies', () => {
  it.each([
    ['before the order is read', /before GET \/api\/v1\/orders\/1001/],
    ['before the PUT', /before PUT/],
    ['after the PUT, with nobody to hear the answer', /after PUT/],
  ])('%s: it is set once all the same', async (_when, gate) => {
    const world = await createWorld({ settings: WITH_STATUS });
    world.network.arm({ ...POST, times: 1 }, KOD_202);
    const atPost = hold(world, 'after POST /iapi/fakturakraj.json');
    void world.send('1001', 'd77');
    await atPost.reached;
    const held = hold(world, gate);
    atPost.release();
    await held.reached;
    expect(await world.transfer('d77')).toMatchObject({ state: 'failed', effects: { status: { tries: 0 } } });
    await world.restart();
    await world.pass(DAY);
    expect(statusOf(world)).toBe(ERROR);
    expect(told(world)).toHaveLength(1);
    expect(await world.transfer('d77')).toMatchObject({ state: 'failed', reason: { code: 'kod-202' } });
  });
});

it('two documents of one order that both fail set it once', async () => {
  const world = await createWorld({ settings: WITH_STATUS });
  const other = another(world);
  world.network.arm({ ...POST, times: 2 }, KOD_202);
  expect(await world.send('1001', other)).toMatchObject({ state: 'failed' });
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed' });
  await world.pass(DAY);
  expect(told(world)).toHaveLength(1);
});

it('an order that somebody has moved on since is given it again only when the document fails anew', async () => {
  const world = await failed();
  const order = world.panel.orders.get('1001');
  if (order) order.statusId = '4';
  await world.restart();
  await world.pass(DAY);
  expect(statusOf(world)).toBe('4');
  world.network.arm({ ...POST, times: 1 }, KOD_202);
  await world.send('1001', 'd77');
  expect(statusOf(world)).toBe(ERROR);
});

it('it is set although iFirma’s refusal has paused the account: the panel has not', async () => {
  const world = await createWorld({ settings: WITH_STATUS });
  world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 403 });
  await world.send('1001', 'd77');
  expect((await world.store.accounts.get(world.accountId))?.pausedBy).toBe('kod-403');
  await world.pass(MINUTE);
  expect(statusOf(world)).toBe(ERROR);
});

it('an order that is gone is given up', async () => {
  const world = await createWorld({ settings: WITH_STATUS });
  world.network.arm({ ...POST, times: 1 }, KOD_202);
  world.network.arm({ ...ORDER, nth: 3 }, { kind: 'status', status: 404, contentType: 'application/json', body: '{}' });
  await world.send('1001', 'd77');
  await world.pass(DAY);
  expect(await logOf(world)).toMatchObject([{ reason: { code: 'sellasist-order-missing' } }]);
  expect(told(world)).toEqual([]);
});
