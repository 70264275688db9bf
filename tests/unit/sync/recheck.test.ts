/**
 * Effect `recheck`, and what comes of a second invoice: right after the POST a list that lags may not show what another computer booked at
 * the same moment, so it is looked for once more; a person who has taken one of the two away in iFirma has it looked at again.
 */
import { describe, expect, it } from 'vitest';
import type { FileMode } from '../../sim/sellasist/index.ts';
import { hold } from './hold.ts';
import { bookTwin, onlyInvoice } from './second-invoice.ts';
import { LIST, PDF, POST, PUT } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, VIEW, type World, type WorldOptions } from './world.ts';

const HOUR = 60 * MINUTE;

const check = async (world: World) => {
  const { documents } = await world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
  return documents.find(({ key }) => key === 'd77');
};
const numbers = (world: World) => bookedFor(world, '1001').map(({ number }) => number);
const lists = (world: World) => world.network.passed.filter(({ target }) => target.includes('faktury.json'));

async function sent(options: WorldOptions = {}) {
  const world = await createWorld(options);
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  return { world, own: onlyInvoice(world, '1001') };
}

/** Booked, its PDF saved, and then there are two. */
async function doubled(prepare: (world: World) => void = () => undefined) {
  const world = await createWorld();
  prepare(world);
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  const own = onlyInvoice(world, '1001');
  const twin = bookTwin(world, own);
  await world.pass(11 * MINUTE);
  expect(await world.transfer('d77')).toMatchObject({ state: 'issued', reason: { code: 'double-found' } });
  return { world, own, twin };
}

/** Two invoices when its number was read: nothing is saved yet. */
async function doubledAtOnce() {
  const world = await createWorld();
  const held = hold(world, 'after POST /iapi/fakturakraj.json');
  const sending = world.send('1001', 'd77');
  await held.reached;
  const own = onlyInvoice(world, '1001');
  const twin = bookTwin(world, own);
  held.release();
  expect(await sending).toMatchObject({ state: 'issued', reason: { code: 'double-found' } });
  return { world, own, twin };
}

describe('a second invoice with the same mark', () => {
  it('that comes only later is found, named beside the first, counted on the icon, and offers „Sprawdź w iFirma”', async () => {
    const { world, own } = await sent();
    const twin = bookTwin(world, own);
    expect(world.badge()).toMatchObject({ waiting: 0 });
    await world.pass(9 * MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done', reason: null });
    await world.pass(2 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({
      state: 'issued',
      ifirmaNumber: own.number,
      reason: { code: 'double-found', params: { first: own.number, second: twin.number } },
      actions: ['check', 'pdf'],
    });
    expect(world.badge()).toMatchObject({ waiting: 1 });
    const { rows } = await world.tell<'errors'>({ type: 'errors', before: null }, VIEW);
    expect(rows).toMatchObject([{ key: 'd77', reason: { code: 'double-found' } }]);
  });

  it.each([
    ['20 minutes', { ms: 20 * MINUTE }, HOUR],
    ['5 hours', { ms: 5 * HOUR }, DAY],
    ['12 lists', { reads: 12 }, 3 * DAY],
  ])('that the list, as ours, shows only after %s is found', async (_lag, listLag, within) => {
    const world = await createWorld();
    world.ifirma.turn({ listLag });
    const held = hold(world, 'after POST /iapi/fakturakraj.json');
    const sending = world.send('1001', 'd77');
    await held.reached;
    bookTwin(world, onlyInvoice(world, '1001'));
    held.release();
    expect(await sending).toMatchObject({ state: 'issued', reason: { code: 'number-waiting' } });
    await world.pass(MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
    await world.pass(within);
    const [first, second] = numbers(world);
    expect(await world.transfer('d77')).toMatchObject({
      state: 'issued',
      reason: { code: 'double-found', params: { first, second } },
    });
  });

  it('of another document of the order, of another shop or of nobody is none', async () => {
    const { world, own } = await sent();
    for (const notes of ['Sellasist demo/o1001/d78', 'Sellasist drugi/o1001/d77', 'Kubek'])
      world.ifirma.issueByHand('fakturakraj', { ...own.body, Uwagi: notes });
    await world.pass(DAY);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done', reason: null });
  });
});

describe('where there is none', () => {
  it('one list is asked for 10 minutes after the POST, and then nothing any more', async () => {
    const { world } = await sent();
    const before = lists(world).length;
    const { post, effects } = await world.transfer('d77');
    expect(effects?.recheck?.at).toBeGreaterThanOrEqual((post?.endedAt ?? 0) + 10 * MINUTE);
    await world.pass(DAY);
    expect(lists(world)).toHaveLength(before + 1);
    expect((await world.transfer('d77')).effects).toBeUndefined();
    expect(world.alarm()).toBeNull();
  });

  it('a look that fails is made again', async () => {
    const { world } = await sent();
    world.network.arm({ ...LIST, times: 2 }, { kind: 'status', status: 503 });
    await world.pass(11 * MINUTE);
    const entries = await world.store.log.ofDocument('demo', 'd77', 50);
    const told = entries.filter(({ event }) => event === 'recheck').map(({ reason }) => reason?.code ?? null);
    expect(told).toEqual([null, 'ifirma-unreachable', 'ifirma-unreachable']);
    expect((await world.transfer('d77')).effects).toBeUndefined();
  });

  it('what was linked or found by its mark was never posted here, and is not looked at again', async () => {
    const { world: first, own } = await sent();
    expect(own.body.Uwagi).toContain('Sellasist');
    expect((await first.transfer('d77')).effects).toBeDefined();
    const world = await createWorld();
    bookTwin(world, own);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    expect((await world.transfer('d77')).effects).toBeUndefined();
  });

  it('what was booked unheard and found is looked at again', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    await world.send('1001', 'd77');
    await world.pass(MINUTE);
    const own = onlyInvoice(world, '1001');
    bookTwin(world, own);
    await world.pass(DAY);
    expect(await world.transfer('d77')).toMatchObject({ reason: { code: 'double-found' } });
  });

  it('a list that never shows even our own is asked ever more rarely', async () => {
    const world = await createWorld();
    world.ifirma.turn({ listLag: { reads: 100_000 } });
    await world.send('1001', 'd77');
    await world.pass(HOUR);
    const before = lists(world).length;
    await world.pass(7 * DAY);
    expect(lists(world).length - before).toBeLessThan(12);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done', reason: null });
  });
});

describe('„Sprawdź w iFirma” of two invoices', () => {
  it('while both are there says so again, and saves nothing', async () => {
    const { world, own, twin } = await doubledAtOnce();
    expect(await check(world)).toMatchObject({
      state: 'issued',
      reason: { code: 'double-found', params: { first: own.number, second: twin.number } },
    });
    await world.pass(DAY);
    expect(await world.transfer('d77')).toMatchObject({ state: 'issued', reason: { code: 'double-found' } });
    expect(world.panel.files('1001', '12')).toEqual([]);
  });

  const states = { 'with its PDF saved': doubled, 'with nothing saved yet': doubledAtOnce } as const;

  describe.each(Object.entries(states))('%s', (_what, make) => {
    it('after a person has taken the other one away: done, the PDF once in the field', async () => {
      const { world, own, twin } = await make();
      world.ifirma.removeByHand(twin.id);
      expect(await check(world)).toMatchObject({
        state: 'done',
        ifirmaNumber: own.number,
        reason: null,
        findings: [],
        attached: 'verified',
      });
      expect(world.panel.files('1001', '12')).toHaveLength(1);
      expect(world.badge()).toMatchObject({ waiting: 0 });
      await world.pass(DAY);
      expect(await world.transfer('d77')).toMatchObject({ state: 'done', identifier: own.id });
    });
  });

  it('with nothing saved yet, after a person has taken ours away: the other one is taken over, its PDF saved', async () => {
    const { world, own, twin } = await doubledAtOnce();
    world.ifirma.removeByHand(own.id);
    expect(await check(world)).toMatchObject({
      state: 'done',
      ifirmaNumber: twin.number,
      reason: null,
      attached: 'verified',
    });
    expect(await world.transfer('d77')).toMatchObject({ identifier: twin.id, number: twin.number });
    expect(world.panel.files('1001', '12')).toHaveLength(1);
    await world.pass(DAY);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done', identifier: twin.id });
  });

  it('with its PDF saved, after a person has taken ours away: the other one is taken over, and the old PDF is a question', async () => {
    const { world, own, twin } = await doubled();
    world.ifirma.removeByHand(own.id);
    expect(await check(world)).toMatchObject({
      state: 'issued',
      ifirmaNumber: twin.number,
      reason: { code: 'attach-field-filled' },
      actions: ['pdf', 'attach', 'correct'],
    });
    const { documents } = await world.tell<'attach'>({ type: 'attach', orderId: '1001', key: 'd77' });
    expect(documents).toMatchObject([{ state: 'done', ifirmaNumber: twin.number, attached: 'verified' }]);
    expect(world.panel.files('1001', '12')).toHaveLength(1);
  });

  it('while iFirma does not say whether ours is still there: nothing is decided', async () => {
    const { world, own } = await doubledAtOnce();
    world.ifirma.removeByHand(own.id);
    world.network.arm({ host: 'www.ifirma.pl', path: `/fakturakraj/${own.id}` }, { kind: 'status', status: 503 });
    expect(await check(world)).toMatchObject({ state: 'issued', ifirmaNumber: own.number });
    expect(await world.transfer('d77')).toMatchObject({ identifier: own.id });
    world.network.mend();
    await world.pass(10 * MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
  });

  it.each<readonly [mode: FileMode, attached: string]>([
    ['append', 'verified'],
    ['raw-url', 'link'],
    ['datauri-only', 'verified'],
  ])('where the field is of the kind `%s` the file that was saved stays the one', async (fileMode, attached) => {
    const { world, twin } = await doubled(({ panel }) => {
      panel.switches.fileMode = fileMode;
    });
    world.ifirma.removeByHand(twin.id);
    expect(await check(world)).toMatchObject({ state: 'done', reason: null, attached });
    expect(world.panel.files('1001', '12')).toHaveLength(1);
  });

  it('of one of many is answered from a new list', async () => {
    const world = await createWorld();
    const others = Array.from({ length: 3 }, () => world.panel.addOrder());
    const documents = [
      { orderId: '1001', key: 'd77' } as const,
      ...others.map(({ id }) => ({ orderId: id, key: `o${id}` as const })),
    ];
    const held = hold(world, 'after POST /iapi/fakturakraj.json');
    await world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);
    await held.reached;
    const twin = bookTwin(world, onlyInvoice(world, '1001'));
    held.release();
    await world.pass(MINUTE);
    expect(await world.transfer('d77')).toMatchObject({ reason: { code: 'double-found' } });
    world.ifirma.removeByHand(twin.id);
    expect(await check(world)).toMatchObject({ state: 'done', reason: null });
  });
});

it('a person’s word that is said while it is looked for is heard, and the second one is found all the same', async () => {
  const world = await createWorld();
  world.network.arm({ ...PUT, times: 1 }, { kind: 'status', status: 403, contentType: 'application/json', body: '{}' });
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'issued', actions: ['pdf', 'attach', 'correct'] });
  bookTwin(world, onlyInvoice(world, '1001'));
  const held = hold(world, 'after GET /iapi/faktury.json');
  const passing = world.pass(11 * MINUTE);
  await held.reached;
  const attaching = world.tell<'attach'>({ type: 'attach', orderId: '1001', key: 'd77' });
  while ((await world.transfer('d77')).notBefore !== 0) await new Promise(setImmediate);
  held.release();
  await attaching;
  await passing;
  expect(await world.transfer('d77')).toMatchObject({
    state: 'issued',
    attached: 'verified',
    reason: { code: 'double-found' },
  });
  expect(world.panel.files('1001', '12')).toHaveLength(1);
});

it('two invoices found after an unclear POST are named, and taking one away ends it', async () => {
  const world = await createWorld();
  world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
  await world.send('1001', 'd77');
  const own = onlyInvoice(world, '1001');
  const twin = bookTwin(world, own);
  await world.pass(MINUTE);
  expect(await world.transfer('d77')).toMatchObject({
    state: 'issued',
    reason: { code: 'double-found', params: { first: own.number, second: twin.number } },
  });
  expect(world.network.passed.some(({ target }) => new RegExp(PDF.path).test(target))).toBe(false);
  world.ifirma.removeByHand(own.id);
  expect(await check(world)).toMatchObject({ state: 'done', ifirmaNumber: twin.number, attached: 'verified' });
});
