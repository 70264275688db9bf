/** The rules of a moved month, each on its own. */
import { describe, expect, it } from 'vitest';
import { TEST_KEYS, TEST_LOGIN } from '../../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../../sim/sellasist/index.ts';
import { STATE_FIELD } from '../computers.ts';
import { WORDS } from '../passphrase.ts';
import { draftOf, openedIn } from '../set-up.ts';
import { IFIRMA, json, PDF, POST } from '../troubles.ts';
import { bookedFor, DAY, MINUTE, VIEW, type World } from '../world.ts';
import {
  AWAY,
  expectHome,
  GET_MONTH,
  HOME,
  intentOf,
  monthOf,
  monthState,
  PUT_MONTH,
  refusedOrder,
  type Scene,
  sendMonth,
  setMonth,
  story,
} from './scene.ts';

const moves = ({ world }: Scene): readonly string[] => story(world).filter((each) => /NAST|POPRZ/.test(each));
const kod = (number: number) => json(200, { response: { Kod: number, Informacja: 'Nie i już' } });

async function passphraseOn(world: World): Promise<void> {
  const keys = { [world.accountId]: { faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent } };
  await world.tell<'passphrase.on'>({ type: 'passphrase.on', passphrase: WORDS, keys, autoLock: null }, VIEW);
}

/** Somebody does something when the worker comes to such a place for the nth time. */
function when({ world }: Scene, place: RegExp, act: () => unknown, nth = 1): void {
  let met = 0;
  world.life().watched = async (name) => {
    if (!place.test(name)) return;
    met += 1;
    if (met === nth) await act();
  };
}

describe('(a) a year is never crossed', () => {
  it('not when somebody has set the month of another year meanwhile', async () => {
    const scene = await refusedOrder();
    const { world, key } = scene;
    when(scene, /after PUT .*miesiac/, () => setMonth(world, '2027-01'));
    await sendMonth(scene);
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ']);
    expect(monthOf(world)).toBe('2027-01');
    expect(await world.transfer(key)).toMatchObject({ state: 'failed', reason: { code: 'month-elsewhere' } });
  });

  it('not for a sale of December in January', async () => {
    const scene = await refusedOrder({ now: Date.parse('2027-01-04T10:00:00+01:00'), date: '2026-12-30' });
    const { world, orderId, key } = scene;
    const form = await world.tell<'repair.form'>({ type: 'repair.form', orderId, key });
    expect(form.month).toEqual({ kind: 'other-year', from: '2027-01', to: '2026-12' });
    const ask = { type: 'send.month', orderId, key, from: '2027-01', to: '2026-12' } as const;
    expect(await world.ask<'send.month'>(ask)).toMatchObject({ ok: false });
    expect(moves(scene)).toEqual([]);
  });
});

describe('(c) while the month is moved no other document of the login is posted', () => {
  /** A step whose answer is lost: the month is away, or nobody knows, for two minutes. */
  const slow = (scene: Scene) => scene.world.network.arm({ ...PUT_MONTH, times: 1 }, { kind: 'drop', when: 'after' });

  it('twenty others wait, say so, lose no try, and go on by themselves', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    slow(scene);
    expect(await sendMonth(scene)).toMatchObject({ state: 'queued', reason: { code: 'month-unclear' } });
    const orders = Array.from({ length: 20 }, () => world.panel.addOrder({ date: '2026-12-04' }));
    const documents = orders.map(({ id }) => ({ orderId: id, key: `o${id}` as const }));
    await world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);
    await world.idle();
    for (const { key } of documents)
      expect(await world.transfer(key)).toMatchObject({
        state: 'queued',
        tries: 0,
        reason: { code: 'month-moved', params: { from: HOME, to: AWAY } },
      });
    // Nor one that a person sends now.
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    expect(story(world).filter((each) => each === 'POST')).toHaveLength(1);
    expect(await monthState(world)).toMatchObject([
      { home: HOME, away: AWAY, stage: 'there', reason: { code: 'month-unclear' } },
    ]);

    await world.pass(DAY / 4);
    await expectHome(scene);
    for (const { orderId } of documents) expect(bookedFor(world, orderId)).toHaveLength(1);
    expect(bookedFor(world, id)).toHaveLength(1);
    // Only the first try, before anybody moved anything.
    expect(world.ifirma.outsideMonth()).toBe(1);
  });

  it('what waits on for something else says so no more once the month is home', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    slow(scene);
    await sendMonth(scene);
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    const documents = [{ orderId: id, key: `o${id}` as const }];
    await world.tell<'batch.start'>({ type: 'batch.start', panel: 'demo', documents }, VIEW);
    await world.idle();
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    await world.tell<'batch.pause'>({ type: 'batch.pause', panel: 'demo' }, VIEW);
    await world.pass(DAY / 4);
    await expectHome(scene);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'queued', reason: null });
  });

  it('nor one of another account of the same login', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    const shut = world.network.arm({ host: IFIRMA }, { kind: 'too-many', retryAfter: 60 });
    await world.send(id, `o${id}`);
    shut.remove();
    slow(scene);
    await sendMonth(scene);
    const draft = {
      id: null,
      revision: 0,
      name: 'Drugie konto',
      panel: 'demo',
      login: TEST_LOGIN,
      tax: (await openedIn(world)).tax,
      seriesIds: ['2'],
      secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent },
    };
    await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW);
    const other = (await world.tell<'account.list'>({ type: 'account.list' }, VIEW)).find(
      ({ id }) => id !== world.accountId,
    );
    if (other === undefined) throw new Error('no second account');
    await world.store.transfers.change('demo', `o${id}`, (stored) => ({ ...stored, accountId: other.id }));
    await world.pass(100_000);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    expect(bookedFor(world, id)).toEqual([]);
    await world.pass(DAY);
    expect(await intentOf(world)).toBeNull();
    expect(world.ifirma.outsideMonth()).toBe(1);
    expect((await world.transfer(`o${id}`)).reason?.code).not.toBe('month-moved');
  });

  it('what is booked goes on: its number, its PDF', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    const late = world.network.arm({ ...PDF, times: 1 }, { kind: 'status', status: 503, when: 'before' });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'issued' });
    late.remove();
    slow(scene);
    await sendMonth(scene);
    await world.pass(100_000);
    expect(await intentOf(world)).not.toBeNull();
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
  });

  it('a document whose answer nobody heard is waited for before anything is moved', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    world.network.arm({ ...POST, times: 1 }, { kind: 'late', ms: 60_000 });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'uncertain' });
    expect(await sendMonth(scene)).toMatchObject({ state: 'queued', reason: { code: 'month-waits' } });
    expect(moves(scene)).toEqual([]);
    await world.pass(DAY);
    await expectHome(scene);
    expect(bookedFor(world, id)).toHaveLength(1);
    expect(world.ifirma.outsideMonth()).toBe(1);
  });
});

describe('(d) whatever becomes of the POST, the month goes home', () => {
  it.each([
    ['Kod 201', kod(201), 'incomplete', 0],
    ['Kod 202', kod(202), 'failed', 0],
    ['Kod 403, which pauses the account', kod(403), 'failed', 0],
    ['an answer that is lost after the work', { kind: 'drop', when: 'after' }, 'done', 1],
    ['an answer that is lost before the work', { kind: 'drop', when: 'before' }, 'uncertain', 0],
    ['a time-out', { kind: 'timeout', when: 'after' }, 'done', 1],
    ['HTTP 429', { kind: 'too-many', retryAfter: 300 }, 'done', 1],
    ['no network', { kind: 'offline' }, 'done', 1],
  ] as const)('%s', async (_what, trouble, state, invoices) => {
    const scene = await refusedOrder();
    const { world, orderId, key } = scene;
    world.network.arm({ ...POST, times: 1 }, trouble);
    await sendMonth(scene);
    await world.pass(MINUTE);
    if (state !== 'done' || !['too-many', 'offline'].includes(trouble.kind)) expect(monthOf(world)).toBe(HOME);
    await world.pass(DAY);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
    expect(await world.transfer(key)).toMatchObject({ state });
    expect(bookedFor(world, orderId)).toHaveLength(invoices);
  });

  it('a limit at the POST: home first, and the whole of it again when its turn comes', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    world.network.arm({ ...POST, times: 1 }, { kind: 'too-many', retryAfter: 300 });
    expect(await sendMonth(scene)).toMatchObject({ state: 'queued', reason: { code: 'rate-limited' } });
    await world.pass(100_000);
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ', 'NAST', 'POPRZ', 'NAST']);
    await expectHome(scene);
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'done' });
  });

  it('Erplink is switched on meanwhile: nothing is sent, and the month comes home', async () => {
    const scene = await refusedOrder();
    const { world, orderId } = scene;
    when(scene, /after PUT .*miesiac/, () =>
      world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: true }, VIEW),
    );
    await sendMonth(scene).catch(() => null);
    await world.pass(DAY);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
    expect(bookedFor(world, orderId)).toEqual([]);
  });
});

describe('the way to the POST', () => {
  it('takes the seconds in which another computer may read the order’s mark, and the month is moved once for them', async () => {
    const scene = await refusedOrder({ options: { settings: { stateFieldId: STATE_FIELD } }, wait: 30_000 });
    const { world } = scene;
    expect(await sendMonth(scene)).toMatchObject({ state: 'queued', reason: { code: 'claiming' } });
    expect(monthOf(world)).toBe(AWAY);
    await world.pass(MINUTE);
    expect(moves(scene)).toEqual(['POPRZ', 'NAST']);
    await expectHome(scene);
  });

  it('goes before whatever else waits, of whichever login', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    when(scene, /after PUT .*miesiac/, () => void world.send(id, `o${id}`).catch(() => null));
    await sendMonth(scene);
    await world.pass(MINUTE);
    const [first, second] = world.ifirma.booked();
    expect(String(first?.body.Uwagi)).toContain(`o${scene.orderId}`);
    expect(String(second?.body.Uwagi)).toContain(`o${id}`);
    expect(world.ifirma.outsideMonth()).toBe(1);
  });

  it('ends where the panel says another day by now: not even this month would do', async () => {
    const scene = await refusedOrder();
    const { world, orderId, key } = scene;
    when(scene, /after PUT .*miesiac/, () => {
      const order = world.panel.orders.get(orderId);
      if (order) world.panel.orders.set(orderId, { ...order, date: '2026-12-04 10:00:00' });
    });
    expect(await sendMonth(scene)).toMatchObject({ state: 'failed', reason: { code: 'month-elsewhere' } });
    await world.pass(DAY);
    expect(monthOf(world)).toBe(HOME);
    expect(await world.transfer(key)).toMatchObject({ state: 'failed' });
    expect(world.ifirma.outsideMonth()).toBe(1);
  });

  it('sent again without the month, while that is on its way home, it waits as any other document', async () => {
    const scene = await refusedOrder();
    const { world, orderId, key } = scene;
    world.network.arm({ ...PUT_MONTH, times: 2 }, { kind: 'drop', when: 'before' });
    await sendMonth(scene);
    await world.pass(125_000);
    expect(await world.transfer(key)).toMatchObject({ state: 'failed', reason: { code: 'month-unclear' } });
    expect(await world.send(orderId, key)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    await world.pass(DAY);
    expect(await world.transfer(key)).toMatchObject({ state: 'incomplete' });
    expect(monthOf(world)).toBe(HOME);
  });
});

describe('(e) a step whose end nobody saw', () => {
  it.each([
    ['was taken', { kind: 'drop', when: 'after' }, 1],
    ['was not taken', { kind: 'drop', when: 'before' }, 2],
    ['is taken a minute later', { kind: 'late', ms: 60_000 }, 1],
    ['ran out of time', { kind: 'timeout', when: 'after' }, 1],
    ['HTTP 502 after the work', { kind: 'status', status: 502, when: 'after' }, 1],
    ['a page of HTML before the work', { kind: 'html', when: 'before' }, 2],
    ['JSON without a Kod', json(200, { response: { Informacja: 'tak' } }), 2],
    ['Kod 100', kod(100), 2],
  ] as const)('there: %s', async (_what, trouble, there) => {
    const scene = await refusedOrder();
    const { world } = scene;
    world.network.arm({ ...PUT_MONTH, times: 1 }, trouble);
    await sendMonth(scene);
    const asked = story(world).length;
    await world.pass(119_000);
    // Nothing is decided, nothing is even asked.
    expect(story(world)).toHaveLength(asked);
    await world.pass(DAY);
    expect(moves(scene)).toEqual([...Array.from({ length: there }, () => 'POPRZ'), 'NAST']);
    await expectHome(scene);
  });

  it.each([
    ['was taken', { kind: 'drop', when: 'after' }, 1],
    ['was not taken', { kind: 'drop', when: 'before' }, 2],
    ['is taken a minute later', { kind: 'late', ms: 60_000 }, 1],
  ] as const)('back: %s', async (_what, trouble, back) => {
    const scene = await refusedOrder();
    const { world } = scene;
    world.network.arm({ ...PUT_MONTH, nth: 2, times: 1 }, trouble);
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    expect(await monthState(world)).toMatchObject([{ stage: 'back', reason: { code: 'month-unclear' } }]);
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ', ...Array.from({ length: back }, () => 'NAST')]);
    await expectHome(scene);
  });

  it('and comes after the month was found home: it is looked at once more, and brought home', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    // Lost on the way there, and taken three minutes later, when the second try has been taken back already.
    world.network.arm({ ...PUT_MONTH, times: 1 }, { kind: 'late', ms: 180_000 });
    await sendMonth(scene);
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ', 'POPRZ', 'NAST', 'NAST']);
    await expectHome(scene);
  });

  it('twice on the way there: the document is not sent, and the month comes home', async () => {
    const scene = await refusedOrder();
    const { world, key, orderId } = scene;
    world.network.arm({ ...PUT_MONTH, times: 2 }, { kind: 'drop', when: 'before' });
    await sendMonth(scene);
    await world.pass(DAY);
    expect(await world.transfer(key)).toMatchObject({ state: 'failed', reason: { code: 'month-unclear' } });
    expect(bookedFor(world, orderId)).toEqual([]);
    expect(monthOf(world)).toBe(HOME);
    // And it can be sent again from there, with the month or without.
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    await expectHome(scene);
  });
});

describe('(f) somebody else moves the month', () => {
  const by = (scene: Scene, month: string) => () => setMonth(scene.world, month);

  it.each([
    ['before the first step', /before GET .*miesiac/, 2, '2026-10', []],
    ['after it', /after PUT .*miesiac/, 1, '2026-09', ['POPRZ']],
    ['right before the POST', /before GET .*miesiac/, 4, '2026-09', ['POPRZ']],
  ] as const)(
    '%s: nothing is sent, nothing is touched any more, and the document says so',
    async (_what, place, nth, month, moved) => {
      const scene = await refusedOrder();
      const { world, orderId, key } = scene;
      when(scene, place, by(scene, month), nth);
      expect(await sendMonth(scene)).toMatchObject({
        state: 'failed',
        reason: { code: 'month-elsewhere', params: { month } },
      });
      await world.pass(DAY);
      expect(moves(scene)).toEqual(moved);
      expect(monthOf(world)).toBe(month);
      expect(bookedFor(world, orderId)).toEqual([]);
      expect(await world.transfer(key)).toMatchObject({ state: 'failed' });
      // What was not moved by Mostek is nobody's to be told of.
      expect(await monthState(world)).toMatchObject(moved.length === 0 ? [] : [{ stage: 'ended' }]);
      // And nothing waits for it.
      setMonth(world, HOME);
      const { id: other } = world.panel.addOrder({ date: '2026-12-04' });
      expect(await world.send(other, `o${other}`)).toMatchObject({ state: 'done' });
    },
  );

  it('after the POST: the invoice stands, the log and our own pages say it until a person has read it', async () => {
    const scene = await refusedOrder();
    const { world, orderId, key } = scene;
    when(scene, /after POST .*fakturakraj/, by(scene, '2026-09'));
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ']);
    expect(bookedFor(world, orderId)).toHaveLength(1);
    expect(await monthState(world)).toMatchObject([
      { stage: 'ended', reason: { code: 'month-elsewhere', params: { month: '2026-09' } } },
    ]);
    const rows = await world.store.log.ofDocument('demo', key, 50);
    expect(rows.some(({ event, reason }) => event === 'month' && reason?.code === 'month-elsewhere')).toBe(true);
    expect(await world.tell<'month.leave'>({ type: 'month.leave', login: TEST_LOGIN }, VIEW)).toEqual([]);
  });

  it('back home themselves: there is nothing left to do', async () => {
    const scene = await refusedOrder();
    when(scene, /after POST .*fakturakraj/, by(scene, HOME));
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    expect(moves(scene)).toEqual(['POPRZ']);
    await expectHome(scene);
  });
});

describe('(g) a way back that keeps failing', () => {
  /** The way there, and then iFirma takes no step any more. */
  async function stuck(trouble: ReturnType<typeof kod>) {
    const scene = await refusedOrder();
    const shut = scene.world.network.arm({ ...PUT_MONTH, nth: 2 }, trouble);
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    return { scene, shut };
  }

  it.each([402, 403, 201])('Kod %i: tried again and again, the others wait, and the pages say why', async (number) => {
    const { scene, shut } = await stuck(kod(number));
    const { world } = scene;
    expect(await monthState(world)).toMatchObject([
      {
        login: TEST_LOGIN,
        stage: 'back',
        at: AWAY,
        home: HOME,
        reason: { code: 'month-not-home', params: { from: HOME, to: AWAY } },
      },
    ]);
    const { id } = world.panel.addOrder({ date: '2026-12-04' });
    expect(await world.send(id, `o${id}`)).toMatchObject({ state: 'queued', reason: { code: 'month-moved' } });
    await world.pass(6 * 60 * MINUTE);
    const tried = moves(scene).length;
    expect(tried).toBeGreaterThan(10);
    expect(tried).toBeLessThan(60);
    expect(bookedFor(world, id)).toEqual([]);
    shut.remove();
    await world.tell<'month.retry'>({ type: 'month.retry', login: TEST_LOGIN }, VIEW);
    await world.idle();
    await expectHome(scene);
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
  });

  it('its keys are gone with a forgotten passphrase: typed again, it comes home', async () => {
    const { scene, shut } = await stuck(kod(403));
    const { world } = scene;
    shut.remove();
    await passphraseOn(world);
    await world.tell<'lock'>({ type: 'lock' }, VIEW);
    await world.tell<'passphrase.forget'>({ type: 'passphrase.forget' }, VIEW);
    await world.pass(60 * MINUTE);
    expect(monthOf(world)).toBe(AWAY);
    expect(await monthState(world)).toMatchObject([{ reason: { code: 'month-not-home' } }]);
    const draft = draftOf(await openedIn(world));
    const secrets = { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent };
    await world.tell<'account.save'>({ type: 'account.save', ...draft, secrets }, VIEW);
    await world.pass(60 * MINUTE);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
  });

  it('keeps its account and everything else from being taken away', async () => {
    const { scene, shut } = await stuck(kod(403));
    const { world } = scene;
    const reason = { code: 'month-not-home' };
    const remove = { type: 'account.remove', id: world.accountId } as const;
    expect(await world.ask<'account.remove'>(remove, VIEW)).toMatchObject({ ok: false, reason });
    expect(await world.ask<'wipe'>({ type: 'wipe' }, VIEW)).toMatchObject({ ok: false, reason });
    shut.remove();
    await world.tell<'month.retry'>({ type: 'month.retry', login: TEST_LOGIN }, VIEW);
    expect(await world.ask<'account.remove'>(remove, VIEW)).toMatchObject({ ok: true });
  });

  it('a full disk in the middle: nothing is sent that could not be recorded, and with room again it comes home', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    when(scene, /after POST .*fakturakraj/, () => {
      world.full = true;
    });
    await sendMonth(scene).catch(() => null);
    await world.pass(10 * MINUTE);
    expect(moves(scene)).toEqual(['POPRZ']);
    world.full = false;
    await world.pass(DAY);
    await expectHome(scene);
  });

  it('`month.leave`: a person leaves it there, what waited goes on, and nothing of ours moves it any more', async () => {
    const { scene, shut } = await stuck(kod(403));
    const { world, key } = scene;
    const { id } = world.panel.addOrder({ date: '2026-11-21' });
    await world.send(id, `o${id}`);
    expect(await world.tell<'month.leave'>({ type: 'month.leave', login: TEST_LOGIN }, VIEW)).toEqual([]);
    shut.remove();
    const tried = moves(scene).length;
    await world.pass(DAY);
    expect(moves(scene)).toHaveLength(tried);
    expect(monthOf(world)).toBe(AWAY);
    expect(await intentOf(world)).toBeNull();
    expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done', reason: null });
    const rows = await world.store.log.ofDocument('demo', key, 200);
    expect(rows.some(({ reason }) => reason?.code === 'month-left')).toBe(true);
  });

  it('`month.leave` on the way there: the document waits for its turn as any other, and moves nothing', async () => {
    const scene = await refusedOrder();
    const { world, key } = scene;
    world.network.arm({ ...PUT_MONTH, times: 1 }, { kind: 'drop', when: 'after' });
    await sendMonth(scene);
    await world.tell<'month.leave'>({ type: 'month.leave', login: TEST_LOGIN }, VIEW);
    await world.pass(DAY);
    // iFirma had taken the step: it is the month of the document.
    expect(monthOf(world)).toBe(AWAY);
    expect(await world.transfer(key)).toMatchObject({ state: 'done' });
    expect(moves(scene)).toEqual(['POPRZ']);
  });
});

describe('`month.leave` in the very moment', () => {
  it('before a step: it is not made', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    when(
      scene,
      /after GET .*miesiac/,
      async () => {
        // Whoever leaves it waits for the engine, which waits here.
        void world.tell<'month.leave'>({ type: 'month.leave', login: TEST_LOGIN }, VIEW);
        while ((await intentOf(world))?.ended === null) await new Promise(setImmediate);
      },
      2,
    );
    await sendMonth(scene);
    await world.pass(DAY);
    expect(moves(scene)).toEqual([]);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
    expect(await world.transfer(scene.key)).toMatchObject({ state: 'incomplete' });
  });
});

describe('(h) the keys are locked in the middle', () => {
  async function locked(scene: Scene, place: RegExp, nth: number): Promise<World> {
    const { world } = scene;
    await passphraseOn(world);
    when(scene, place, () => world.tell<'lock'>({ type: 'lock' }, VIEW), nth);
    return world;
  }

  it.each([
    ['after the step there', /after PUT .*miesiac/, 1],
    ['before it is read again', /before GET .*miesiac/, 3],
    ['right before the POST', /before GET .*miesiac/, 4],
    ['after the POST', /after POST .*fakturakraj/, 1],
    ['after the step back', /after PUT .*miesiac/, 2],
  ] as const)('%s: nothing is sent, and after unlocking the month comes home', async (_what, place, nth) => {
    const scene = await refusedOrder();
    const world = await locked(scene, place, nth);
    await sendMonth(scene).catch(() => null);
    await world.pass(60 * MINUTE);
    const asked = story(world).length;
    await world.pass(60 * MINUTE);
    expect(story(world)).toHaveLength(asked);
    await world.tell<'unlock'>({ type: 'unlock', passphrase: WORDS }, VIEW);
    await world.pass(DAY);
    await expectHome(scene);
  });
});

describe('HTTP 429 at each request of the way', () => {
  const requests = [
    ['the first reading', GET_MONTH, 2],
    ['the step there', PUT_MONTH, 1],
    ['the reading after it', GET_MONTH, 3],
    ['the last word before the POST', GET_MONTH, 4],
    ['the POST', POST, 1],
    ['the reading after the POST', GET_MONTH, 5],
    ['the step back', PUT_MONTH, 2],
    ['the last reading', GET_MONTH, 6],
  ] as const;

  it.each(requests)('%s: it comes home, and there is one invoice', async (_what, match, nth) => {
    const scene = await refusedOrder();
    scene.world.network.arm({ ...match, nth, times: 1 }, { kind: 'too-many', retryAfter: 90 });
    await sendMonth(scene);
    await scene.world.pass(DAY);
    await expectHome(scene);
    expect(scene.world.ifirma.outsideMonth()).toBe(1);
  });

  it.each(requests)('no network at %s: the same', async (_what, match, nth) => {
    const scene = await refusedOrder();
    scene.world.network.arm({ ...match, nth, times: 1 }, { kind: 'offline' });
    await sendMonth(scene);
    await scene.world.pass(DAY);
    await expectHome(scene);
  });
});

describe('iFirma refuses the step there', () => {
  it.each([402, 403, 200, 201])('Kod %i: the document says so, and nothing was moved', async (number) => {
    const scene = await refusedOrder();
    const { world, key, orderId } = scene;
    world.network.arm(PUT_MONTH, kod(number));
    expect(await sendMonth(scene)).toMatchObject({
      state: 'failed',
      reason: { code: 'month-refused', params: { kod: String(number), text: 'Nie i już' } },
    });
    await world.pass(DAY);
    expect(moves(scene)).toEqual(['POPRZ']);
    expect(monthOf(world)).toBe(HOME);
    expect(await intentOf(world)).toBeNull();
    expect(bookedFor(world, orderId)).toEqual([]);
    // The key abonent is not the one that books: nothing is paused.
    expect((await world.store.accounts.get(world.accountId))?.pausedBy).toBeNull();
    const form = await world.tell<'repair.form'>({ type: 'repair.form', orderId, key });
    expect(form.month).toEqual({ kind: 'move', from: HOME, to: AWAY });
  });
});

describe('a clock that was set back', () => {
  it('by a day in the middle does not keep the month away for a day', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    world.network.arm({ ...PUT_MONTH, nth: 2, times: 1 }, { kind: 'drop', when: 'before' });
    await sendMonth(scene);
    world.clock.freeze(world.clock.now() - DAY);
    await world.restart();
    await world.pass(10 * MINUTE);
    expect(monthOf(world)).toBe(HOME);
  });
});
