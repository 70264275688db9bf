/** Many documents into the queue with one command: oldest first, each that is none of ours left alone, and whatever was accepted is sent once. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import { type DocumentRef, MOST_AT_ONCE } from '../../../../utils/messages/index.ts';
import { parseMessage } from '../../../../utils/messages/schemas.ts';
import { hold } from '../hold.ts';
import { lock, turnOn, unlock } from '../passphrase.ts';
import { IFIRMA, POST } from '../troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, PANEL, reasonOf, VIEW, type World } from '../world.ts';

/** These documents all have an order. */
type OrderRef = DocumentRef & { readonly orderId: string };

const POST_GATE = 'before POST /iapi/fakturakraj.json';

const ask = (world: World, documents: readonly OrderRef[], panel = 'demo') =>
  world.ask<'send.many'>({ type: 'send.many', panel, documents }, VIEW);
const tell = (world: World, documents: readonly OrderRef[]) =>
  world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);

/** Orders with an invoice each, of these dates. */
function documentsOf(world: World, dates: readonly string[]): readonly OrderRef[] {
  return dates.map((issueDate) => {
    const { id } = world.panel.addOrder({ date: issueDate });
    return { orderId: id, key: `d${world.panel.addDocument({ orderId: id, issueDate }).id}` as const };
  });
}

/** Orders without a document. */
function ordersOf(world: World, count: number): readonly OrderRef[] {
  return Array.from({ length: count }, () => {
    const { id } = world.panel.addOrder();
    return { orderId: id, key: `o${id}` as const };
  });
}

const stateOf = async (world: World, key: DocumentKey) =>
  (await world.store.transfers.get('demo', key))?.state ?? 'unsent';
const requests = (world: World, path: RegExp) => world.network.passed.filter(({ target }) => path.test(target));

describe('what is accepted', () => {
  it('is booked by date of issue, whatever order it was given in', async () => {
    const world = await createWorld();
    const days = [21, 19, 22, 20, 18];
    const dates = days.map((day) => `2026-11-${day}`);
    const refs = documentsOf(world, dates);
    expect(await tell(world, refs)).toEqual({ queued: refs.map(({ key }) => key), left: [] });
    await world.pass(10 * MINUTE);
    expect(world.ifirma.booked().map(({ body }) => body.DataWystawienia)).toEqual(
      [18, 19, 20, 21, 22].map((day) => `2026-11-${day}`),
    );
    for (const { orderId, key } of refs) {
      expect(await stateOf(world, key)).toBe('done');
      expect(bookedFor(world, orderId)).toHaveLength(1);
      expect(world.panel.files(orderId, '12')).toHaveLength(1);
    }
  });

  it('is all read before the first of it is sent', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-21', '2026-11-19', '2026-11-20']);
    const held = hold(world, POST_GATE);
    await tell(world, refs);
    await held.reached;
    const read = requests(world, /operationdocuments\/\d/).map(({ target }) => target.split('/').at(-1));
    expect(read.slice(0, 3)).toEqual(refs.map(({ key }) => key.slice(1)));
    held.release();
    await world.pass(MINUTE);
  });

  it('is not read anew where the panel’s documents are known already', async () => {
    const world = await createWorld();
    const [ref] = documentsOf(world, ['2026-11-21']);
    if (ref === undefined) throw new Error('no document');
    await world.view(ref.orderId, ref.key);
    const held = hold(world, /before GET \/api\/v1\/orders_with_carts/);
    const before = requests(world, /operationdocuments\/\d/).length;
    await tell(world, [ref]);
    await held.reached;
    expect(requests(world, /operationdocuments\/\d/)).toHaveLength(before);
    held.release();
    await world.pass(MINUTE);
    expect(await stateOf(world, ref.key)).toBe('done');
  });

  it('is answered at once: nobody waits for it to be sent', async () => {
    const world = await createWorld();
    const refs = ordersOf(world, 3);
    expect(await tell(world, refs)).toMatchObject({ queued: refs.map(({ key }) => key) });
    expect(world.ifirma.booked()).toEqual([]);
    await world.pass(MINUTE);
    expect(world.ifirma.booked()).toHaveLength(3);
  });

  it('comes after whatever a person sends by itself', async () => {
    const world = await createWorld();
    const [own, ...refs] = ordersOf(world, 5);
    if (own === undefined) throw new Error('no order');
    const held = hold(world, POST_GATE);
    await tell(world, refs);
    await held.reached;
    const sending = world.send(own.orderId, own.key);
    while ((await stateOf(world, own.key)) !== 'queued') await new Promise(setImmediate);
    held.release();
    expect(await sending).toMatchObject({ state: 'done' });
    // Only what was on its way already came before.
    expect(world.ifirma.booked().findIndex(({ body }) => String(body.Uwagi).endsWith(own.key))).toBe(1);
    await world.pass(MINUTE);
    expect(world.ifirma.booked()).toHaveLength(5);
  });
});

describe('what is left', () => {
  it.each<readonly [what: string, orderId: string, key: DocumentKey]>([
    ['a receipt', '1005', 'd79'],
    ['a proforma', '1002', 'd81'],
    ['a document of the stock', '1001', 'd82'],
    ['a document of another order', '1002', 'd77'],
    ['an order under another one’s key', '1002', 'o1001'],
    ['a document that is not there', '1001', 'd9999'],
    ['a return', '1003', 'r5'],
  ])('%s, and the others go on', async (_what, orderId, key) => {
    const world = await createWorld();
    const [order] = ordersOf(world, 1);
    if (order === undefined) throw new Error('no order');
    expect(await tell(world, [{ orderId, key }, order])).toEqual({ queued: [order.key], left: [key] });
    await world.pass(MINUTE);
    expect(await stateOf(world, key)).toBe('unsent');
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('a document that nobody can read', async () => {
    const world = await createWorld();
    const [order] = ordersOf(world, 1);
    if (order === undefined) throw new Error('no order');
    world.network.arm({ path: 'operationdocuments/77' }, { kind: 'html' });
    expect(await tell(world, [{ orderId: '1001', key: 'd77' }, order])).toEqual({ queued: [order.key], left: ['d77'] });
  });

  it('what is booked, on its way, or looked for', async () => {
    const world = await createWorld();
    const [done, waiting, lost] = ordersOf(world, 3);
    if (!done || !waiting || !lost) throw new Error('no orders');
    await world.send(done.orderId, done.key);
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    await world.send(lost.orderId, lost.key);
    world.network.arm({ host: IFIRMA, times: 1 }, { kind: 'too-many', retryAfter: 60 });
    await world.send(waiting.orderId, waiting.key);
    const refs = [done, waiting, lost];
    expect(await tell(world, refs)).toEqual({ queued: [], left: refs.map(({ key }) => key) });
    await world.pass(DAY);
    expect(world.ifirma.booked()).toHaveLength(2);
  });

  it('what failed, was skipped or is to be mended is sent again', async () => {
    const world = await createWorld();
    const [failed, skipped] = ordersOf(world, 2);
    if (!failed || !skipped) throw new Error('no orders');
    world.network.arm({ ...POST, times: 2 }, { kind: 'kod', kod: 202 });
    for (const { orderId, key } of [failed, skipped]) await world.send(orderId, key);
    await world.tell<'skip'>({ type: 'skip', ...skipped, why: 'Nie' });
    expect(await tell(world, [failed, skipped])).toEqual({ queued: [failed.key, skipped.key], left: [] });
    await world.pass(MINUTE);
    for (const { key } of [failed, skipped]) expect(await stateOf(world, key)).toBe('done');
  });

  it('what may be in an account’s books stays that account’s, though its series belongs to another one now', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    await world.send('1001', 'd77');
    await world.pass(2 * DAY);
    expect(await world.transfer('d77')).toMatchObject({ reason: { code: 'absent-proven' } });
    const own = await world.store.accounts.get(world.accountId);
    if (own === null) throw new Error('no account');
    await world.store.accounts.change(own.id, (account) => ({ ...account, seriesIds: [] }));
    const other = { ...own, id: 'konto-2', login: 'drugi@example.com', seriesIds: ['1'] };
    await world.store.accounts.save({ account: other, revision: 0 }, []);
    expect(await tell(world, [{ orderId: '1001', key: 'd77' }])).toMatchObject({ queued: ['d77'] });
    expect(await world.transfer('d77')).toMatchObject({ accountId: world.accountId });
  });
});

describe('what keeps all of them', () => {
  it('a paused account: they wait, say why, and go on when the connection works again', async () => {
    const world = await createWorld();
    const refs = ordersOf(world, 3);
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, pausedBy: 'kod-403' }));
    expect(await tell(world, refs)).toMatchObject({ queued: refs.map(({ key }) => key) });
    await world.pass(DAY);
    expect(world.ifirma.booked()).toEqual([]);
    for (const { key } of refs)
      expect(await world.transfer(key)).toMatchObject({ state: 'queued', reason: { code: 'account-paused' } });
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    await world.pass(MINUTE);
    expect(world.ifirma.booked()).toHaveLength(3);
  });

  it.each([
    ['on', true, 'erplink-on'],
    ['not asked about', null, 'erplink-unanswered'],
  ] as const)('the vendor’s own integration, %s: nothing is queued', async (_what, erplink, code) => {
    const world = await createWorld({ erplink });
    const refs = ordersOf(world, 2);
    expect(reasonOf(await ask(world, refs))).toMatchObject({ code });
    for (const { key } of refs) expect(await stateOf(world, key)).toBe('unsent');
  });

  it('locked keys: nothing is queued', async () => {
    const world = await createWorld();
    const refs = ordersOf(world, 2);
    await turnOn(world);
    await lock(world);
    expect(reasonOf(await ask(world, refs))).toMatchObject({ code: 'locked' });
    for (const { key } of refs) expect(await stateOf(world, key)).toBe('unsent');
    await unlock(world);
    expect(await tell(world, refs)).toMatchObject({ queued: refs.map(({ key }) => key) });
  });

  it('a panel without an account', async () => {
    const world = await createWorld();
    expect(reasonOf(await ask(world, ordersOf(world, 1), 'inny'))).toMatchObject({ code: 'erplink-unanswered' });
  });

  it('a page of the panel may not ask for it', async () => {
    const world = await createWorld();
    const reply = await world.ask<'send.many'>(
      { type: 'send.many', panel: 'demo', documents: ordersOf(world, 1) },
      PANEL,
    );
    expect(reasonOf(reply)).toMatchObject({ code: 'internal' });
  });

  it('more than may be asked for at once', () => {
    const ref = (at: number) => ({ orderId: String(at + 1), key: `o${at + 1}` as const });
    const message = (count: number) => ({
      type: 'send.many',
      panel: 'demo',
      documents: Array.from({ length: count }, (_, at) => ref(at)),
    });
    expect(parseMessage(message(MOST_AT_ONCE))).not.toBeNull();
    expect(parseMessage(message(MOST_AT_ONCE + 1))).toBeNull();
  });
});

describe('what goes wrong in the middle', () => {
  it('a disk that is full: whoever asks is told, and what was accepted is sent, once', async () => {
    const world = await createWorld();
    const refs = ordersOf(world, 4);
    world.fullAfter(2);
    expect(reasonOf(await ask(world, refs))).toMatchObject({ code: 'storage-full' });
    world.full = false;
    await world.pass(DAY);
    expect(await Promise.all(refs.map(({ key }) => stateOf(world, key)))).toEqual(['done', 'done', 'unsent', 'unsent']);
    expect(world.ifirma.booked()).toHaveLength(2);
    // And asked again, the rest follows.
    expect(await tell(world, refs)).toEqual({
      queued: refs.slice(2).map(({ key }) => key),
      left: refs.slice(0, 2).map(({ key }) => key),
    });
    await world.pass(MINUTE);
    expect(world.ifirma.booked()).toHaveLength(4);
  });

  it('a network that is lost while they are read: what was accepted before is sent, once', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-20', '2026-11-21', '2026-11-22']);
    world.network.arm({ path: `operationdocuments/${refs[1]?.key.slice(1)}$` }, { kind: 'offline' });
    expect(reasonOf(await ask(world, refs))).toMatchObject({ code: 'offline' });
    await world.pass(DAY);
    expect(await Promise.all(refs.map(({ key }) => stateOf(world, key)))).toEqual(['done', 'unsent', 'unsent']);
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('a panel that wants to be left alone for hours: nobody waits for that with the button pressed', async () => {
    const world = await createWorld();
    const refs = documentsOf(world, ['2026-11-20', '2026-11-21']);
    world.network.arm(
      { path: `operationdocuments/${refs[0]?.key.slice(1)}$`, times: 1 },
      { kind: 'too-many', retryAfter: 3 * 3600 },
    );
    expect(reasonOf(await ask(world, refs))).toMatchObject({ code: 'rate-limited' });
    const before = world.clock.now();
    expect(reasonOf(await ask(world, refs))).toMatchObject({ code: 'rate-limited', params: { service: 'Sellasist' } });
    expect(world.clock.now() - before).toBeLessThan(MINUTE);
  });

  it('more documents than a minute takes: they are read as the limit lets them, and none is forgotten', async () => {
    const world = await createWorld();
    const refs = documentsOf(
      world,
      Array.from({ length: 70 }, () => '2026-11-22'),
    );
    expect(await tell(world, refs)).toEqual({ queued: refs.map(({ key }) => key), left: [] });
    const refused = world.network.passed.filter(({ status }) => status === 429);
    expect(refused).toEqual([]);
  });
});
