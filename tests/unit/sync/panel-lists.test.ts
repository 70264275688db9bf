/** What a panel offers to choose from: asked for seldom, and still there when the panel is not. */
import { describe, expect, it } from 'vitest';
import type { PanelLists } from '../../../utils/messages/index.ts';
import { metPayments } from '../../../utils/sync/setup/met-payments.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { DEMO_KEY, DEMO_KEY_WITHOUT_DOCUMENTS, DEMO_KEY_WITHOUT_FIELDS, DRUGI_KEY } from '../../sim/sellasist/index.ts';
import { draftOf, openedIn, savedOf, setUpIn } from './set-up.ts';
import { json } from './troubles.ts';
import { createWorld, DAY, MINUTE, reasonOf, SECOND_LOGIN, VIEW, type World } from './world.ts';

const PANEL_HOST = 'demo.sellasist.pl';

const read = (world: World, fresh = false, accountId = world.accountId): Promise<PanelLists> =>
  world.tell<'dictionaries'>({ type: 'dictionaries', accountId, fresh }, VIEW);
const asked = (world: World): number => world.network.passed.length;

async function withKey(world: World, sellasist: string): Promise<void> {
  const draft = { ...draftOf(await openedIn(world)), secrets: { sellasist } };
  savedOf(await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW), 'the key');
}

describe('the lists of a panel', () => {
  it('are not asked for again within a quarter of an hour, nor by a worker that starts anew', async () => {
    const world = await createWorld();
    const first = await read(world);
    expect(first).toMatchObject({ problem: null, readAt: expect.any(Number) });
    const before = asked(world);
    await world.pass(14 * MINUTE);
    await world.restart();
    expect(await read(world)).toEqual(first);
    expect(asked(world)).toBe(before);
    await world.pass(MINUTE);
    expect((await read(world)).readAt).toBeGreaterThan(first.readAt);
    expect(asked(world)).toBe(before + 4);
  });

  it('are asked for when somebody wants them fresh, once for two who want it at once', async () => {
    const world = await createWorld();
    await read(world);
    const before = asked(world);
    await Promise.all([read(world, true), read(world, true), read(world)]);
    expect(asked(world)).toBe(before + 4);
  });

  it('have names that turn no reading direction round and hold no control characters', async () => {
    const world = await createWorld();
    const name = '\u202eMASKA\u0007 \n ';
    await metPayments(world.store).meet(
      { panel: 'demo', payments: {} },
      { methodId: '55', methodName: name, paid: 0, paidOn: null, cashOnDelivery: false },
    );
    for (const path of ['payments', 'orders_fields', 'statuses']) {
      const rows = json(200, [{ id: 7, name, type: 'text' }]);
      world.network.arm({ host: PANEL_HOST, path: `^/api/v1/${path}`, times: 1 }, rows);
    }
    const { payments, fields, statuses } = await read(world, true);
    expect([payments, fields, statuses].flat().map((row) => row.name)).toEqual(['MASKA', 'MASKA', 'MASKA', 'MASKA']);
  });

  it('without a name have none', async () => {
    const world = await createWorld();
    const rows = json(200, [{ id: 7, name: '\u200b \u202e' }]);
    world.network.arm({ host: PANEL_HOST, path: '^/api/v1/statuses', times: 1 }, rows);
    expect((await read(world, true)).statuses).toEqual([{ id: '7', name: '', type: '' }]);
  });

  it('are asked for when the clock was set back', async () => {
    const world = await createWorld();
    const { readAt } = await read(world);
    const before = asked(world);
    world.clock.freeze(readAt - DAY);
    await read(world);
    expect(asked(world)).toBe(before + 4);
  });

  it('are the panel’s, so a second account of it asks nobody', async () => {
    const world = await createWorld();
    const first = await read(world);
    const draft = { name: 'Drugie konto', login: SECOND_LOGIN, seriesIds: ['2'] };
    const other = await setUpIn(world, {
      draft: { ...draft, secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura } },
    });
    // Its key was typed with it, so the first to ask reads anew.
    expect({ ...(await read(world, false, other)), readAt: 0 }).toEqual({ ...first, readAt: 0 });
    const before = asked(world);
    expect(await read(world)).toEqual(await read(world, false, other));
    expect(asked(world)).toBe(before);
  });

  it('of two panels are two', async () => {
    const world = await createWorld();
    const draft = { name: 'Drugi', panel: 'drugi', seriesIds: ['3'] };
    const other = await setUpIn(world, {
      draft: { ...draft, secrets: { sellasist: DRUGI_KEY, faktura: TEST_KEYS.faktura } },
    });
    const names = (lists: PanelLists) => lists.payments.map(({ name }) => name);
    expect(names(await read(world))).toContain('PayPal');
    expect(names(await read(world, false, other))).not.toContain('PayPal');
  });

  it('are read anew with another key, which may reach more', async () => {
    const world = await createWorld({ draft: { secrets: { sellasist: DEMO_KEY_WITHOUT_DOCUMENTS, faktura: 'AAAA' } } });
    expect(await read(world)).toMatchObject({ series: [], problem: { code: 'sellasist-forbidden' } });
    await withKey(world, DEMO_KEY);
    expect(await read(world)).toMatchObject({ problem: null, series: { length: 6 } });
  });
});

it('the lists are read anew after an import, which may bring other keys', async () => {
  const world = await createWorld();
  await read(world);
  const exported = await world.tell<'file.export'>({ type: 'file.export', secrets: null }, VIEW);
  if (!exported.ok) throw new Error('not exported');
  const { text } = exported.value;
  const preview = await world.tell<'file.preview'>({ type: 'file.preview', text }, VIEW);
  if (!preview.ok) throw new Error('not read');
  const { token } = preview.value;
  const imported = await world.tell<'file.import'>({ type: 'file.import', text, token, passphrase: null }, VIEW);
  expect(imported).toEqual({ ok: true, value: [await openedIn(world)] });
  const before = asked(world);
  await read(world);
  expect(asked(world)).toBe(before + 4);
});

describe('a panel that does not answer', () => {
  it.each([
    ['a dropped connection', { kind: 'drop' }, 'network'],
    ['a time-out', { kind: 'timeout' }, 'timeout'],
    ['HTTP 503', { kind: 'status', status: 503 }, 'sellasist-unreachable'],
    ['no network', { kind: 'offline' }, 'offline'],
    ['a page of HTML', { kind: 'html' }, 'sellasist-unreadable'],
  ] as const)('(%s) leaves the last known lists usable, and says since when and why', async (_what, trouble, code) => {
    const world = await createWorld();
    const known = await read(world);
    await world.pass(DAY);
    world.network.arm({ host: PANEL_HOST }, trouble);
    expect(await read(world)).toEqual({ ...known, problem: expect.objectContaining({ code }) });
    expect(await read(world, true)).toEqual({ ...known, problem: expect.objectContaining({ code }) });
    world.network.mend();
    expect(await read(world, true)).toMatchObject({ problem: null });
  });

  it('in the middle of the reading mixes nothing', async () => {
    const world = await createWorld();
    const known = await read(world);
    await world.pass(DAY);
    world.network.arm({ host: PANEL_HOST, path: 'orders_fields' }, { kind: 'drop' });
    const { readAt, fields, series, problem } = await read(world);
    expect({ readAt, fields, series }).toEqual({ readAt: known.readAt, fields: known.fields, series: known.series });
    expect(problem).not.toBeNull();
  });

  it('is not waited for again by the next room, but by whoever presses the button', async () => {
    const world = await createWorld();
    await read(world);
    await world.pass(DAY);
    world.network.arm({ host: PANEL_HOST }, { kind: 'timeout' });
    await read(world);
    const before = asked(world);
    expect(await read(world)).toMatchObject({ problem: { code: 'timeout' } });
    expect(asked(world)).toBe(before);
    await read(world, true);
    expect(asked(world)).toBe(before + 1);
    world.network.mend();
    await world.pass(MINUTE);
    expect(await read(world)).toMatchObject({ problem: null });
  });

  it('and that was never read is a refusal with the reason', async () => {
    const world = await createWorld();
    world.network.arm({ host: PANEL_HOST }, { kind: 'drop' });
    const reply = await world.ask<'dictionaries'>(
      { type: 'dictionaries', accountId: world.accountId, fresh: false },
      VIEW,
    );
    expect(reasonOf(reply).code).toBe('network');
  });

  it('because the keys are locked leaves them usable, too', async () => {
    const world = await createWorld();
    const known = await read(world);
    const { faktura, abonent } = TEST_KEYS;
    const keys = { [world.accountId]: { faktura, abonent } };
    await world.tell<'passphrase.on'>(
      { type: 'passphrase.on', passphrase: 'cztery całkiem zwykłe słowa', keys, autoLock: null },
      VIEW,
    );
    await world.tell<'lock'>({ type: 'lock' }, VIEW);
    await world.pass(DAY);
    expect(await read(world)).toEqual({ ...known, problem: { code: 'locked', params: {} } });
    await world.tell<'unlock'>({ type: 'unlock', passphrase: 'cztery całkiem zwykłe słowa' }, VIEW);
    expect(await read(world)).toMatchObject({ problem: null });
  });
});

describe('a key without the right to one of them', () => {
  it.each([
    ['documents', DEMO_KEY_WITHOUT_DOCUMENTS, 'series'],
    ['fields', DEMO_KEY_WITHOUT_FIELDS, 'fields'],
  ] as const)('(%s) leaves the others usable, and says what is missing, later as well', async (_what, key, list) => {
    const world = await createWorld({ draft: { secrets: { sellasist: key, faktura: 'AAAA' } } });
    for (const lists of [await read(world), await read(world)]) {
      expect(lists[list]).toEqual([]);
      expect(lists).toMatchObject({ problem: { code: 'sellasist-forbidden' }, payments: { length: 9 } });
    }
  });

  it('that it once had keeps what was known', async () => {
    const world = await createWorld();
    const { series } = await read(world);
    await withKey(world, DEMO_KEY_WITHOUT_DOCUMENTS);
    expect(await read(world)).toMatchObject({ series, problem: { code: 'sellasist-forbidden' } });
  });
});

describe('a panel whose lists nobody has looked through', () => {
  const PAYMENTS = { host: PANEL_HOST, path: '/payments' } as const;
  const save = async (world: World, methods: PanelLists['payments']) => {
    const { id: accountId, revision } = await openedIn(world);
    const payments = Object.fromEntries(methods.map(({ id }) => [id, 'PRZ'] as const));
    return world.ask<'payments.save'>({ type: 'payments.save', accountId, revision, payments }, VIEW);
  };

  it('offers no method that is called as what every object has, on an order or in a list, and the others can be saved', async () => {
    const world = await createWorld();
    const hostile = ['__proto__', 'constructor', 'prototype'];
    const rows = [...hostile, '7'].map((id) => ({ id, name: `Metoda ${id}` }));
    world.network.arm(PAYMENTS, json(200, rows));
    for (const id of hostile) {
      const wire = { payment: { id, name: 'Raty', paid: '0', cod: 0, currency: 'pln' } };
      const order = world.panel.addOrder({ wire });
      await world.tell<'preview'>({ type: 'preview', orderId: order.id, key: `o${order.id}` });
    }
    const { payments } = await read(world, true);
    expect(payments).toEqual([{ id: '7', name: 'Metoda 7', type: '' }]);
    expect(await save(world, payments)).toMatchObject({ ok: true, value: { payments: { '7': 'PRZ' } } });
  });

  it('offers as many methods as can be saved, and among them those that were met', async () => {
    const world = await createWorld();
    const order = world.panel.addOrder({
      wire: { payment: { id: '55', name: 'Raty', paid: '0', cod: 0, currency: 'pln' } },
    });
    await world.tell<'preview'>({ type: 'preview', orderId: order.id, key: `o${order.id}` });
    world.network.arm(
      PAYMENTS,
      json(
        200,
        Array.from({ length: 1_500 }, (_, at) => ({ id: `m${at}`, name: 'Metoda' })),
      ),
    );
    const { payments } = await read(world, true);
    expect(payments).toHaveLength(1_000);
    expect(payments.at(-1)).toEqual({ id: '55', name: 'Raty', type: 'met' });
    expect(await save(world, payments)).toMatchObject({ ok: true });
  });
});

describe('a method that was met on an order', () => {
  const method = (id: string, name: string) => ({
    wire: { payment: { id, name, paid: '0', cod: 0, currency: 'pln' } },
  });
  const met = (lists: PanelLists) => lists.payments.filter(({ type }) => type === 'met');

  it('and is in no list of the panel appears by itself, and stays', async () => {
    const world = await createWorld();
    await read(world);
    const order = world.panel.addOrder(method('55', 'Raty z rynku'));
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ code: 'payment-unmapped' })]),
    });
    expect(met(await read(world))).toEqual([{ id: '55', name: 'Raty z rynku', type: 'met' }]);
    await world.restart();
    expect(met(await read(world, true))).toEqual([{ id: '55', name: 'Raty z rynku', type: 'met' }]);
  });

  it('in a preview counts as well, and one that is mapped or listed does not', async () => {
    const world = await createWorld();
    const [odd, listed] = [world.panel.addOrder(method('56', 'Bon')), world.panel.addOrder({ payment: { id: '9' } })];
    for (const { id } of [odd, listed]) {
      await world.tell<'preview'>({ type: 'preview', orderId: id, key: `o${id}` });
    }
    await world.tell<'preview'>({ type: 'preview', orderId: '1001', key: 'd77' });
    expect(met(await read(world)).map(({ id }) => id)).toEqual(['56']);
    expect((await read(world)).payments.filter(({ id }) => id === '9')).toHaveLength(1);
  });

  it('is remembered by its newest name, cut to what a form can show, and of too many the newest', async () => {
    const world = await createWorld();
    const account = await world.store.accounts.get(world.accountId);
    if (account === null) throw new Error('no account');
    const { meet, of } = metPayments(world.store);
    const payment = { paid: 0, paidOn: null, cashOnDelivery: false };
    for (let nth = 1; nth <= 205; nth += 1) await meet(account, { ...payment, methodId: `m${nth}`, methodName: 'M' });
    await meet(account, { ...payment, methodId: 'm10', methodName: 'ż'.repeat(150) });
    await meet(account, { ...payment, methodId: 'm300', methodName: null });
    const rows = await of('demo');
    expect(rows).toHaveLength(200);
    expect(rows[0]?.id).toBe('m7');
    expect(rows.slice(-2)).toEqual([
      { id: 'm10', name: 'ż'.repeat(100), type: 'met' },
      { id: 'm300', name: 'm300', type: 'met' },
    ]);
  });
});

describe('the last account of a panel', () => {
  it('takes the lists along, and another one leaves them', async () => {
    const world = await createWorld();
    const draft = { name: 'Drugie konto', login: SECOND_LOGIN, seriesIds: ['2'] };
    const other = await setUpIn(world, {
      draft: { ...draft, secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura } },
    });
    await read(world);
    await world.tell<'account.remove'>({ type: 'account.remove', id: world.accountId }, VIEW);
    const before = asked(world);
    await read(world, false, other);
    expect(asked(world)).toBe(before);
    await world.tell<'account.remove'>({ type: 'account.remove', id: other }, VIEW);
    world.accountId = await setUpIn(world, {});
    world.network.arm({ host: PANEL_HOST }, { kind: 'drop' });
    const anew = { type: 'dictionaries', accountId: world.accountId, fresh: false } as const;
    expect(reasonOf(await world.ask<'dictionaries'>(anew, VIEW)).code).toBe('network');
  });
});

it('the last account of a panel takes the methods along that were met there', async () => {
  const world = await createWorld();
  const met = metPayments(world.store);
  const method = { methodId: '55', methodName: 'Raty', paid: 0, paidOn: null, cashOnDelivery: false };
  await met.meet({ panel: 'demo', payments: {} }, method);
  await met.meet({ panel: 'drugi', payments: {} }, method);
  await world.tell<'account.remove'>({ type: 'account.remove', id: world.accountId }, VIEW);
  expect([await met.of('demo'), await met.of('drugi')]).toEqual([[], [{ id: '55', name: 'Raty', type: 'met' }]]);
});

describe('the series of a panel', () => {
  it('are read with a key that is not saved yet', async () => {
    const world = await createWorld({ account: false });
    const asking = { type: 'panel.series', panel: 'https://demo.sellasist.pl', key: ` ${DEMO_KEY} ` } as const;
    const series = await world.tell<'panel.series'>(asking, VIEW);
    expect(series.find(({ name }) => name === 'FV')).toEqual({ id: '1', name: 'FV', type: 'invoice' });
    const wrong = await world.ask<'panel.series'>({ type: 'panel.series', panel: 'demo', key: DRUGI_KEY }, VIEW);
    expect(reasonOf(wrong).code).toBe('sellasist-key');
    expect(await world.store.vault.panelKey('demo')).toBeNull();
  });

  it('have clean names before there is an account as well', async () => {
    const world = await createWorld({ account: false });
    const rows = json(200, [{ id: 7, name: '\u202eMASKA' }]);
    world.network.arm({ host: PANEL_HOST, path: '^/api/v1/operationdocuments_series', times: 1 }, rows);
    const asking = { type: 'panel.series', panel: 'demo', key: DEMO_KEY } as const;
    expect(await world.tell<'panel.series'>(asking, VIEW)).toMatchObject([{ id: '7', name: 'MASKA' }]);
  });
});
