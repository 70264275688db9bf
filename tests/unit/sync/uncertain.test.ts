/** A POST whose end nobody saw: it is looked up, and only a person sends it again (design: never twice). */
import { describe, expect, it } from 'vitest';
import { IFIRMA, LIST, POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, type World } from './world.ts';

const SECOND = 1000;
const kod = (code: number) => ({ kind: 'kod', kod: code, text: 'Nie znaleziono faktury' }) as const;

const lists = (world: World) =>
  world.network.passed.filter(({ target, kind }) => target.includes('faktury.json') && kind === 'answer');
const posts = (world: World) => world.network.passed.filter(({ method }) => method === 'POST');

async function unclear(when: 'before' | 'after') {
  const world = await createWorld();
  world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when });
  const view = await world.send('1001', 'd77');
  expect(view).toMatchObject({ state: 'uncertain', reason: { code: 'post-network' }, actions: ['check', 'link'] });
  const { post } = await world.transfer('d77');
  return { world, endedAt: post?.endedAt ?? 0 };
}

describe('it was booked', () => {
  it('and is found at the first look, after 5 s', async () => {
    const { world, endedAt } = await unclear('after');
    await world.pass(6 * SECOND);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026', reason: null });
    expect((lists(world)[1]?.at ?? 0) - endedAt).toBeLessThan(6 * SECOND);
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('and a person who presses „Sprawdź w iFirma” need not wait', async () => {
    const { world } = await unclear('after');
    const { documents } = await world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
    expect(documents).toMatchObject([{ state: 'done', ifirmaNumber: '1/11/2026' }]);
  });

  it.each([
    ['15 s', { ms: 15 * SECOND }, 20 * SECOND],
    ['2 minutes', { ms: 2 * MINUTE }, 3 * MINUTE],
    ['9 minutes', { ms: 9 * MINUTE }, 10 * MINUTE],
    ['3 lists', { reads: 3 }, 3 * MINUTE],
  ])('and the list lags by %s: found at the next look after', async (_lag, listLag, found) => {
    const { world } = await unclear('after');
    world.ifirma.turn({ listLag });
    await world.pass(found + 2 * SECOND);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
    await world.pass(DAY);
    expect(bookedFor(world, '1001')).toHaveLength(1);
    expect(posts(world)).toHaveLength(1);
  });

  it('only later: the request was still on its way when the connection broke', async () => {
    for (const ms of [3 * SECOND, 30 * SECOND, 5 * MINUTE]) {
      const world = await createWorld();
      world.network.arm({ ...POST, times: 1 }, { kind: 'late', ms });
      expect(await world.send('1001', 'd77')).toMatchObject({ state: 'uncertain' });
      expect(bookedFor(world, '1001')).toEqual([]);
      await world.pass(DAY);
      expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
      expect(bookedFor(world, '1001')).toHaveLength(1);
    }
  });

  it.each([
    ['20 minutes', { ms: 20 * MINUTE }],
    ['hours', { ms: 3 * 60 * MINUTE }],
    ['for ever', { reads: 100_000 }],
  ])('and the list lags by %s: it is read by its number before absence counts', async (_lag, listLag) => {
    const { world } = await unclear('after');
    world.ifirma.turn({ listLag });
    await world.pass(11 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
    await world.pass(DAY);
    expect(bookedFor(world, '1001')).toHaveLength(1);
    expect(posts(world)).toHaveLength(1);
  });

  it('and neither list nor number shows it when absence is proven: a person who sends it again gets the one that is there', async () => {
    const { world } = await unclear('after');
    world.honest = false;
    const hidden = world.network.arm({ host: IFIRMA, method: 'GET', path: '/fakturakraj/' }, kod(201));
    world.ifirma.turn({ listLag: { ms: 60 * MINUTE } });
    await world.pass(30 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ reason: { code: 'absent-proven' } });
    hidden.remove();
    world.honest = true;
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
    expect(posts(world)).toHaveLength(1);
  });

  it('and a list that was seen to lag is given twice as long before absence counts', async () => {
    const world = await createWorld();
    world.ifirma.turn({ listLag: { ms: 40 * MINUTE } });
    const [first, second] = [world.panel.addOrder(), world.panel.addOrder()];
    await world.send(first.id, `o${first.id}`);
    await world.pass(2 * 60 * MINUTE);
    const hidden = world.network.arm({ host: IFIRMA, method: 'GET', path: '/fakturakraj/' }, kod(201));
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    await world.send(second.id, `o${second.id}`);
    await world.pass(35 * MINUTE);
    expect(await world.transfer(`o${second.id}`)).toMatchObject({
      state: 'uncertain',
      reason: { code: 'absent-once' },
    });
    hidden.remove();
    await world.pass(60 * MINUTE);
    expect(await world.transfer(`o${second.id}`)).toMatchObject({ state: 'done' });
    expect(bookedFor(world, second.id)).toHaveLength(1);
  });
});

describe('it was not booked', () => {
  it('is looked for after 5, 20, 60 s, 3 and 10 minutes, then after 1, 6 and 24 hours, and then no more', async () => {
    const { world, endedAt } = await unclear('before');
    await world.pass(3 * DAY);
    const after = lists(world)
      .slice(1)
      .map(({ at }) => Math.floor((at - endedAt) / SECOND));
    // From the one that proves absence on, each is followed by the lists of before and since, between whose numbers it would stand.
    const proven = [600, 600 + 3600, 600 + 6 * 3600, 600 + 24 * 3600].flatMap((at) => [at, at, at]);
    expect(after).toEqual([5, 20, 60, 180, ...proven]);
    expect(posts(world)).toHaveLength(1);
  });

  it.each([60 * MINUTE, 11 * MINUTE])(
    'a clock that was set forward by %s ms proves nothing: ten minutes are ten minutes of iFirma',
    async (ms) => {
      const { world } = await unclear('before');
      world.clock.advance(ms);
      world.network.clockSet(ms);
      await world.pass(9 * MINUTE);
      expect(await world.view('1001', 'd77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-once' } });
      await world.pass(2 * MINUTE);
      expect(await world.view('1001', 'd77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-proven' } });
    },
  );

  it('absence is proven by a second look at least 10 minutes after the POST ended, and not a second earlier', async () => {
    const { world, endedAt } = await unclear('before');
    for (const ms of [10, 30, 90, 400, 590].map((s) => s * SECOND)) {
      await world.pass(endedAt + ms - world.clock.now());
      const { documents } = await world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
      expect(documents).toMatchObject([
        { state: 'uncertain', reason: { code: 'absent-once' }, actions: ['check', 'link'] },
      ]);
      expect(await world.send('1001', 'd77'), 'a send button that is not there does nothing').toMatchObject({
        state: 'uncertain',
      });
    }
    await world.pass(endedAt + 601 * SECOND - world.clock.now());
    expect(await world.view('1001', 'd77')).toMatchObject({
      state: 'uncertain',
      reason: { code: 'absent-proven' },
      actions: ['check', 'resend', 'link'],
    });
    expect((await world.transfer('d77')).looks.length).toBeGreaterThanOrEqual(2);
    expect(bookedFor(world, '1001')).toEqual([]);
  });

  it('one look is not enough, however late it comes', async () => {
    const { world } = await unclear('before');
    world.network.arm(LIST, { kind: 'drop' });
    await world.pass(60 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'uncertain', reason: { code: 'post-network' } });
    world.network.mend();
    const { documents } = await world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
    expect(documents).toMatchObject([{ reason: { code: 'absent-once' }, actions: ['check', 'link'] }]);
    await world.pass(10 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ reason: { code: 'absent-proven' } });
  });

  it('a look that began before the 10 minutes were over does not prove it, however long it took', async () => {
    const { world, endedAt } = await unclear('before');
    await world.pass(endedAt + 599 * SECOND - world.clock.now());
    // The list takes its time: what it shows is what was there when it was asked.
    world.network.slowness = 5 * SECOND;
    const { documents } = await world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
    world.network.slowness = 0;
    expect(world.clock.now()).toBeGreaterThan(endedAt + 600 * SECOND);
    expect(documents).toMatchObject([{ reason: { code: 'absent-once' } }]);
  });

  it('nothing is sent again by itself, not by a restart either; a person sends it again, and exactly one is booked', async () => {
    const { world } = await unclear('before');
    await world.pass(DAY);
    await world.restart();
    await world.pass(DAY);
    expect(bookedFor(world, '1001')).toEqual([]);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done', reason: null });
    await world.pass(DAY);
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('sent again into the next unclear answer, it is looked up from the beginning', async () => {
    const { world } = await unclear('before');
    await world.pass(DAY);
    world.network.arm({ ...POST, times: 1 }, { kind: 'timeout', when: 'before' });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'uncertain', actions: ['check', 'link'] });
    expect((await world.transfer('d77')).looks).toEqual([]);
    await world.pass(9 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ reason: { code: 'absent-once' } });
    await world.pass(2 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ reason: { code: 'absent-proven' } });
  });

  it('sent again and then refused, it is still never skipped: the first one may turn up', async () => {
    const { world } = await unclear('before');
    await world.pass(DAY);
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed', actions: ['resend', 'preview', 'link'] });
    await world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Nie chcę' });
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'failed' });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('checked by a person after absence was proven, it stays proven, and is found should it turn up', async () => {
    const { world } = await unclear('before');
    await world.pass(DAY);
    const check = () => world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
    expect((await check()).documents).toMatchObject([
      { reason: { code: 'absent-proven' }, actions: ['check', 'resend', 'link'] },
    ]);
    world.network.arm({ ...LIST, times: 1 }, { kind: 'status', status: 503 });
    expect((await check()).documents).toMatchObject([{ state: 'uncertain', reason: { code: 'absent-proven' } }]);
  });
});

describe('while it is looked for', () => {
  it.each([
    ['no network', { kind: 'offline' }],
    ['HTTP 503', { kind: 'status', status: 503 }],
    ['HTML', { kind: 'html' }],
    ['Kod 100', { kind: 'kod', kod: 100 }],
    ['Kod 403', { kind: 'kod', kod: 403 }],
    ['HTTP 429', { kind: 'too-many', retryAfter: 90 }],
  ] as const)('a look that fails with %s counts for nothing, and the next one finds it', async (_what, trouble) => {
    const { world } = await unclear('after');
    const fault = world.network.arm({ host: IFIRMA, method: 'GET' }, trouble);
    await world.pass(2 * 60 * MINUTE);
    expect(fault.fired()).toBeGreaterThan(1);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'uncertain', actions: ['check', 'link'] });
    expect((await world.transfer('d77')).looks).toEqual([]);
    fault.remove();
    await world.pass(20 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('other documents go on', async () => {
    const { world } = await unclear('before');
    const order = world.panel.addOrder();
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({ state: 'done' });
  });

  it('„Sprawdź w iFirma” pressed in the moment in which the work ends is not overheard', async () => {
    const { world } = await unclear('after');
    const order = world.panel.addOrder();
    let checking: Promise<unknown> | null = null;
    world.life().watched = async (name) => {
      if (name !== 'after transfers.wakeAt' || checking !== null) return;
      checking = world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
      // The work is at its end, and the button has been pressed before it is over.
      while ((await world.transfer('d77')).notBefore !== 0) await new Promise(setImmediate);
      for (let tick = 0; tick < 20; tick += 1) await new Promise(setImmediate);
    };
    await world.send(order.id, `o${order.id}`);
    await checking;
    await world.idle();
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
  });

  it('a bug of ours after the POST began leaves it uncertain, never failed', async () => {
    const world = await createWorld();
    world.network.breakAt(({ method }) => method === 'POST');
    expect(await world.send('1001', 'd77')).toMatchObject({
      state: 'uncertain',
      reason: { code: 'internal' },
      actions: ['check', 'link'],
    });
    await world.pass(DAY);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'uncertain', reason: { code: 'absent-proven' } });
  });

  it('a bug of ours before the POST fails, and nothing is booked', async () => {
    const world = await createWorld();
    world.network.breakAt(({ target }) => target.includes('faktury.json'));
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed', reason: { code: 'internal' } });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });
});
