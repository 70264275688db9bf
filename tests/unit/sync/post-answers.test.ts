/** Every answer to the one POST, and the state of design.md section 3 that it leads to. */
import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '../../../utils/invoice/finding.ts';
import type { Trouble } from './network.ts';
import { draftOf, openedIn } from './set-up.ts';
import { json, LIST, PAUSING, POST, UNCLEAR } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, VIEW, type World } from './world.ts';

const posts = (world: World) => world.network.passed.filter(({ method }) => method === 'POST');

/** The answer to the POST is spoilt once; what follows is as it should be. */
async function sentInto(trouble: Trouble) {
  const world = await createWorld();
  const fault = world.network.arm({ ...POST, times: 1 }, trouble);
  const view = await world.send('1001', 'd77');
  expect(fault.fired()).toBe(1);
  return { world, view };
}

function reasonOfUnclear(name: string): ReasonCode {
  if (name.startsWith('HTTP')) return 'post-http';
  if (name.startsWith('a redirect')) return 'post-redirect';
  if (name.startsWith('a time-out')) return 'post-timeout';
  return name.includes('connection') ? 'post-network' : 'post-not-json';
}

const UNCLEAR_POSTS: readonly (readonly [string, Trouble, ReasonCode])[] = [
  ...UNCLEAR.map(([name, trouble]) => [name, trouble, reasonOfUnclear(name)] as const),
  ...(['before', 'after'] as const).flatMap((when) => [
    [`Kod 100 ${when} the work`, { kind: 'kod', kod: 100, when } as const, 'kod-100' as const] as const,
    [
      `a Kod that nobody knows ${when} the work`,
      { kind: 'kod', kod: 777, when } as const,
      'kod-other' as const,
    ] as const,
  ]),
  ['JSON without a Kod', json(200, { response: { Informacja: 'Dziękujemy.' } }), 'post-no-kod'],
  ['Kod 0 without an identifier', json(200, { response: { Kod: 0, Informacja: 'Dodano.' } }), 'post-no-kod'],
  ['Kod 0 with HTTP 500', json(500, { response: { Kod: 0, Identyfikator: '1' } }), 'post-http'],
  ['a list in place of an object', json(200, []), 'post-not-json'],
];

describe('an unclear answer to the POST', () => {
  it.each(UNCLEAR_POSTS)('%s: is looked up, and the POST is never repeated', async (_name, trouble, code) => {
    const { world, view } = await sentInto(trouble);
    expect(view).toMatchObject({ state: 'uncertain', reason: { code }, ifirmaNumber: null });
    expect(view.actions).toEqual(['check', 'link']);
    const booked = bookedFor(world, '1001').length;

    await world.pass(DAY);
    const later = await world.view('1001', 'd77');
    if (booked === 1) expect(later).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026', attached: 'verified' });
    else expect(later).toMatchObject({ state: 'uncertain', reason: { code: 'absent-proven' } });
    expect(bookedFor(world, '1001')).toHaveLength(booked);
    expect(posts(world)).toHaveLength(1);
  });
});

describe('a refusal of the document', () => {
  it.each([101, 102, 200, 202])('Kod %d: failed, until a person sends it again', async (kod) => {
    const { world, view } = await sentInto({ kind: 'kod', kod, text: 'Tego nie przyjmiemy' });
    expect(view).toMatchObject({
      state: 'failed',
      reason: { code: `kod-${kod}`, params: { text: 'Tego nie przyjmiemy' } },
    });
    expect(view.actions).toEqual(['resend', 'preview', 'skip', 'link']);
    await world.pass(DAY);
    expect(posts(world)).toHaveLength(1);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done', reason: null });
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it.each([
    ["Pole 'Kontrahent.KodPocztowy' jest wymagane", 'Kontrahent.KodPocztowy'],
    ["Nieudana walidacja obiektu 'adres.kodPocztowy': Pole nie może być puste", 'adres.kodPocztowy'],
    ['Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym', ''],
  ])('Kod 201, „%s”: a finding at the field that it names', async (text, path) => {
    const { world, view } = await sentInto({ kind: 'kod', kod: 201, text });
    expect(view).toMatchObject({ state: 'incomplete', reason: null });
    expect(view.findings).toEqual([{ code: 'ifirma-refused', path, params: { kod: '201', text } }]);
    await world.pass(DAY);
    expect(posts(world)).toHaveLength(1);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done', findings: [] });
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('by the accounting month, said by iFirma itself: mended there, it goes through', async () => {
    const world = await createWorld();
    world.ifirma.setAccountingMonth({ month: 10, year: 2026 });
    const view = await world.send('1001', 'd77');
    expect(view).toMatchObject({ state: 'incomplete', findings: [{ code: 'ifirma-refused' }] });
    expect(world.ifirma.booked()).toEqual([]);
    world.ifirma.setAccountingMonth(null);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('HTTP 411, for a body without its length: failed, nothing was begun', async () => {
    const { world, view } = await sentInto({ kind: 'require-length' });
    expect(view).toMatchObject({ state: 'failed', reason: { code: 'post-length-required' } });
    expect(world.ifirma.booked()).toEqual([]);
  });
});

describe('a refusal of the account', () => {
  it.each(PAUSING)('Kod %d: the account pauses, and its queue waits for a connection test', async (kod) => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod, text: 'Nie' });
    const [refused, waiting, other] = [world.panel.addOrder(), world.panel.addOrder(), world.panel.addOrder()];
    const send = ({ id }: { id: string }) => world.send(id, `o${id}`);
    const view = ({ id }: { id: string }) => world.view(id, `o${id}`);

    expect(await send(refused)).toMatchObject({ state: 'failed', reason: { code: `kod-${kod}` } });
    expect(await send(waiting)).toMatchObject({
      state: 'queued',
      reason: { code: 'account-paused', params: { by: expect.stringContaining(String(kod)) } },
    });
    const asked = world.network.passed.length;
    await world.pass(DAY);
    expect(world.network.passed.slice(asked)).toEqual([]);

    // A restart does not forget the pause, and what is sent meanwhile waits as well.
    await world.restart();
    expect(await send(other)).toMatchObject({ state: 'queued' });
    expect(world.ifirma.booked()).toEqual([]);

    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    await world.idle();
    expect(await view(waiting)).toMatchObject({ state: 'done' });
    expect(await view(other)).toMatchObject({ state: 'done' });
    // The refused one has failed; it goes on when a person says so.
    expect(await view(refused)).toMatchObject({ state: 'failed' });
    expect(await send(refused)).toMatchObject({ state: 'done' });
    expect(world.ifirma.booked()).toHaveLength(3);
  });

  it('a test that fails, or saving the account, does not end the pause', async () => {
    const world = await createWorld();
    world.ifirma.turn({ termsAccepted: false });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed', reason: { code: 'kod-499' } });
    const lines = await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    expect(lines.find(({ what }) => what === 'ifirma')?.problem).toMatchObject({ code: 'kod-499' });
    await world.tell<'account.save'>({ type: 'account.save', ...draftOf(await openedIn(world)) }, VIEW);
    await world.idle();
    expect((await world.store.accounts.get(world.accountId))?.pausedBy).toBe('kod-499');
  });

  it('what was queued before the pause says why it waits', async () => {
    const world = await createWorld();
    const waiting = world.panel.addOrder();
    world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 300 });
    expect(await world.send(waiting.id, `o${waiting.id}`)).toMatchObject({
      state: 'queued',
      reason: { code: 'rate-limited' },
    });
    await world.pass(5 * MINUTE - 1000);
    world.network.arm({ ...LIST, times: 1 }, { kind: 'kod', kod: 403 });
    world.clock.advance(2000);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed' });
    expect(await world.view(waiting.id, `o${waiting.id}`)).toMatchObject({
      state: 'queued',
      reason: { code: 'account-paused' },
    });
  });
});

describe('HTTP 429 to the POST', () => {
  it.each([
    ['with Retry-After', 120, 2 * MINUTE],
    ['without Retry-After', undefined, MINUTE],
  ])('%s: queued until then, then the look-up, then the one POST that is repeated', async (_name, retryAfter, wait) => {
    const { world, view } = await sentInto({ kind: 'too-many', ...(retryAfter === undefined ? {} : { retryAfter }) });
    expect(view).toMatchObject({ state: 'queued', reason: { code: 'rate-limited' } });
    const [refused] = posts(world);
    await world.pass(wait - 2000);
    expect(posts(world)).toHaveLength(1);
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(bookedFor(world, '1001')).toHaveLength(1);
    const [, again, ...more] = posts(world);
    expect(more).toEqual([]);
    expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(wait);
    const between = world.network.passed.slice(world.network.passed.indexOf(refused ?? again ?? never()) + 1);
    expect(
      between
        .slice(
          0,
          between.findIndex(({ method }) => method === 'POST'),
        )
        .map(({ target }) => target),
    ).toContainEqual(expect.stringContaining('faktury.json'));
  });

  it('finds at that look-up what was booked all the same, and posts nothing', async () => {
    const world = await createWorld();
    world.honest = false;
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 120, when: 'after' });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'queued' });
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
    expect(posts(world)).toHaveLength(1);
  });
});

it('offline before the POST: queued, and sent once the network is back', async () => {
  const { world, view } = await sentInto({ kind: 'offline' });
  expect(view).toMatchObject({ state: 'queued', reason: { code: 'offline' } });
  expect(world.ifirma.booked()).toEqual([]);
  await world.pass(MINUTE);
  expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  expect(bookedFor(world, '1001')).toHaveLength(1);
});

it('offline for a day: queued all the time, and then sent once', async () => {
  const world = await createWorld();
  await world.view('1001', 'd77');
  const gone = world.network.arm({}, { kind: 'offline' });
  const reply = await world.tell<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
  expect(reply.documents).toMatchObject([{ key: 'd77', state: 'queued', reason: { code: 'offline' } }]);
  await world.pass(DAY);
  expect((await world.transfer('d77')).state).toBe('queued');
  gone.remove();
  await world.pass(10 * MINUTE);
  expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  expect(bookedFor(world, '1001')).toHaveLength(1);
});

function never(): never {
  throw new Error('no second POST');
}
