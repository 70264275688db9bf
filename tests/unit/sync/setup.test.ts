/** Accounts as the options page enters them: what is refused changes nothing, what is stored works. */
import { describe, expect, it } from 'vitest';
import type { AccountDraft } from '../../../utils/messages/index.ts';
import { TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { DEMO_KEY, DRUGI_KEY } from '../../sim/sellasist/index.ts';
import { rawRows } from '../store/examples.ts';
import { LIST } from './troubles.ts';
import { createWorld, DAY, MINUTE, SECOND_LOGIN, VIEW, type World } from './world.ts';

const DRAFT: AccountDraft = {
  id: null,
  name: 'Drugie konto',
  panel: 'demo',
  login: SECOND_LOGIN,
  seriesIds: ['2'],
  secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura },
};

const save = (world: World, draft: Partial<AccountDraft>) =>
  world.tell<'account.save'>({ type: 'account.save', ...DRAFT, ...draft }, VIEW);

describe('an account that is refused', () => {
  const REFUSED: readonly (readonly [what: string, draft: Partial<AccountDraft>, fields: object])[] = [
    [
      'without anything',
      { name: ' ', panel: '', login: '', secrets: {} },
      { name: 'required', panel: 'panel-invalid', login: 'required', sellasist: 'required', faktura: 'required' },
    ],
    ['with an address that is no panel', { panel: 'https://example.com' }, { panel: 'panel-invalid' }],
    ['with a login that no header carries', { login: 'żółw' }, { login: 'login-invalid' }],
    ['with a comma in the login', { login: 'a,b' }, { login: 'login-invalid' }],
    ['with a key that is no hex', { secrets: { ...DRAFT.secrets, faktura: 'xyz1' } }, { faktura: 'key-not-hex' }],
    ['with a key that lacks a digit', { secrets: { ...DRAFT.secrets, faktura: 'abc' } }, { faktura: 'key-odd-length' }],
    ['with a series that another account has', { seriesIds: ['2', '1'] }, { panel: 'series-taken' }],
  ];
  it.each(REFUSED)('%s names its fields, and stores neither itself nor a key', async (_what, draft, fields) => {
    const world = await createWorld();
    const before = (await rawRows(world.database)).find(({ table }) => table === 'vault')?.rows.length;
    expect(await save(world, draft)).toEqual({ ok: false, fields });
    expect(await world.tell<'account.list'>({ type: 'account.list' }, VIEW)).toHaveLength(1);
    expect((await rawRows(world.database)).find(({ table }) => table === 'vault')?.rows).toHaveLength(before ?? 0);
  });

  it('for a series of another account keeps the keys that it had', async () => {
    const world = await createWorld();
    const saved = await save(world, {});
    if (!saved.ok) throw new Error('not saved');
    const { id, secrets } = saved.value;
    const other = { id, seriesIds: ['1', '2'], secrets: { sellasist: 'inny-klucz', faktura: 'FFFF', abonent: 'AAAA' } };
    expect(await save(world, other)).toEqual({ ok: false, fields: { panel: 'series-taken' } });
    const accounts = await world.tell<'account.list'>({ type: 'account.list' }, VIEW);
    expect(accounts.find((account) => account.id === id)).toMatchObject({ seriesIds: ['2'], secrets });
    expect(await world.store.vault.panelKey('demo')).toBe(DEMO_KEY);
  });
});

describe('an account that is stored', () => {
  it('forgives what is pasted along: white space, and a whole address', async () => {
    const world = await createWorld({ account: false });
    const pasted = {
      name: '  Sklep ',
      panel: 'https://Demo.sellasist.pl/admin/orders',
      login: ` ${TEST_LOGIN}\n`,
      seriesIds: ['1'],
      secrets: { sellasist: ` ${DEMO_KEY}\n`, faktura: ' EAB0 D8AC F330 8F3B ' },
    };
    const saved = await save(world, pasted);
    if (!saved.ok) throw new Error('not saved');
    expect(saved.value).toMatchObject({ name: 'Sklep', panel: 'demo', login: TEST_LOGIN });
    const lines = await world.tell<'account.test'>({ type: 'account.test', id: saved.value.id }, VIEW);
    expect(lines.map(({ what, problem }) => [what, problem])).toEqual([
      ['sellasist', null],
      ['sellasist-fields', null],
      ['sellasist-documents', null],
      ['ifirma', null],
    ]);
  });

  it('keeps the secrets that are not typed again, and loses an optional one that is emptied', async () => {
    const world = await createWorld();
    const [before] = await world.tell<'account.list'>({ type: 'account.list' }, VIEW);
    const { id = '', seriesIds = [] } = before ?? {};
    expect(await save(world, { id, name: 'Nowa nazwa', login: TEST_LOGIN, seriesIds, secrets: {} })).toMatchObject({
      ok: true,
      value: { name: 'Nowa nazwa', secrets: before?.secrets, payments: before?.payments, settings: before?.settings },
    });
    expect(await save(world, { id, login: TEST_LOGIN, seriesIds, secrets: { abonent: '' } })).toMatchObject({
      ok: true,
      value: { secrets: { ...before?.secrets, abonent: null } },
    });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('with the key `abonent` says in its test which month iFirma is set to, and what is used up', async () => {
    const world = await createWorld();
    const lines = await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    expect(lines.slice(-2)).toEqual([
      { what: 'ifirma-month', problem: null, params: { month: '11', year: '2026' } },
      { what: 'ifirma-limit', problem: null, params: { used: '0', granted: '1000' } },
    ]);
  });

  it('that is removed leaves no key behind, and its panel’s key stays while another account needs it', async () => {
    const world = await createWorld();
    const saved = await save(world, {});
    if (!saved.ok) throw new Error('not saved');
    await world.tell<'account.remove'>({ type: 'account.remove', id: world.accountId }, VIEW);
    expect(await world.store.vault.panelKey('demo')).toBe(DEMO_KEY);
    expect(await world.store.vault.hmacKey(world.accountId, 'faktura')).toBeNull();
    await world.tell<'account.remove'>({ type: 'account.remove', id: saved.value.id }, VIEW);
    expect(await world.store.vault.panelKey('demo')).toBeNull();
  });
});

describe('two accounts of one panel', () => {
  it('each get the documents of their series, in their own books', async () => {
    const world = await createWorld();
    const saved = await save(world, {});
    if (!saved.ok) throw new Error('not saved');
    const payments = { '1': 'P24', '2': 'PRZ' } as const;
    await world.tell<'payments.save'>({ type: 'payments.save', accountId: saved.value.id, payments }, VIEW);
    const order = world.panel.addOrder();
    const document = world.panel.addDocument({ orderId: order.id, series: 'FV/OSS' });
    await world.send('1001', 'd77');
    await world.send(order.id, `d${document.id}`);
    expect((await world.transfer('d77')).accountId).toBe(world.accountId);
    expect((await world.transfer(`d${document.id}`)).accountId).toBe(saved.value.id);
  });
});

describe('what the panel offers to choose from', () => {
  it('is read with a key that is not saved yet', async () => {
    const world = await createWorld({ account: false });
    const series = await world.tell<'panel.series'>(
      { type: 'panel.series', panel: 'https://demo.sellasist.pl', key: DEMO_KEY },
      VIEW,
    );
    expect(series.find(({ name }) => name === 'FV')).toEqual({ id: '1', name: 'FV', type: 'invoice' });
    expect(
      await world.ask<'panel.series'>({ type: 'panel.series', panel: 'demo', key: DRUGI_KEY }, VIEW),
    ).toMatchObject({
      ok: false,
      reason: { code: 'sellasist-key' },
    });
    expect(await world.store.vault.panelKey('demo')).toBeNull();
  });

  it('is not asked for again within a quarter of an hour, unless somebody wants it fresh', async () => {
    const world = await createWorld();
    const read = (fresh: boolean) =>
      world.tell<'dictionaries'>({ type: 'dictionaries', accountId: world.accountId, fresh }, VIEW);
    const first = await read(false);
    const asked = world.network.passed.length;
    await world.pass(14 * MINUTE);
    expect(await read(false)).toEqual(first);
    expect(world.network.passed).toHaveLength(asked);
    await read(true);
    expect(world.network.passed.length).toBeGreaterThan(asked);
    await world.pass(DAY);
    const later = world.network.passed.length;
    await read(false);
    expect(world.network.passed.length).toBeGreaterThan(later);
  });
});

describe('a disk that is full', () => {
  it('sends nothing that could not be recorded first, says so, and goes on when there is room', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    world.full = true;
    const reply = await world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
    expect(reply).toMatchObject({ ok: false, reason: { code: 'storage-full' } });
    expect(world.ifirma.booked()).toEqual([]);
    world.full = false;
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it.each([
    ['that it is being sent', 1, 0],
    ['the check', 2, 0],
    ['the intent', 3, 0],
    ['the identifier', 4, 1],
    ['the number', 5, 1],
    ['that its PDF is being saved', 6, 1],
    ['the end', 7, 1],
  ])(
    'at the writing of %s: nothing is lost and nothing doubled, once there is room',
    async (_what, fitting, booked) => {
      const world = await createWorld();
      await world.view('1001', 'd77');
      world.fullAfter(fitting);
      await world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
      await world.pass(10 * MINUTE);
      expect(world.ifirma.booked()).toHaveLength(booked);
      world.full = false;
      await world.pass(DAY);
      expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
      expect(world.ifirma.booked()).toHaveLength(1);
      expect(world.panel.files('1001', '12')).toHaveLength(1);
    },
  );

  it('a limit whose window cannot be written is no reason to send more', async () => {
    const world = await createWorld();
    world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 60 });
    await world.send('1001', 'd77');
    world.full = true;
    await world.pass(10 * MINUTE);
    expect(world.ifirma.booked()).toEqual([]);
    world.full = false;
    await world.pass(10 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  });
});
