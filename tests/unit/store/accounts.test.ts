import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Account, DEFAULT_SETTINGS } from '../../../utils/invoice/settings.ts';
import { erplinkOf } from '../../../utils/store/facts.ts';
import type { Store } from '../../../utils/store/open.ts';
import { exampleAccount, exampleTransfer, freshName, keep, openExample, PANEL, rawRows } from './examples.ts';

const KEY = 'EAB0D8ACF3308F3B';

const withOrders = (orderSeriesId: string | null): Account['settings'] => ({ ...DEFAULT_SETTINGS, orderSeriesId });

/** As a form that knows the stored account saves it. */
async function saved(store: Store, account: Account) {
  const revision = (await store.accounts.get(account.id))?.revision ?? 0;
  return store.accounts.save({ account, revision }, []);
}

describe('an account', () => {
  it('is kept, listed, found by its panel and removed', async () => {
    const store = await openExample();
    const one = exampleAccount();
    const other = exampleAccount({ id: 'konto-2', panel: 'inny' });
    expect(await saved(store, one)).toEqual({ ok: true, account: one });
    await saved(store, other);
    expect(await store.accounts.get('konto-1')).toEqual(one);
    expect(await store.accounts.get('konto-3')).toBeNull();
    expect(await store.accounts.all()).toEqual([one, other]);
    expect(await store.accounts.ofPanel(PANEL)).toEqual([one]);
    expect(await store.accounts.remove('konto-1')).toEqual({ ok: true });
    expect(await store.accounts.all()).toEqual([other]);
  });

  it('loses nothing when a step pauses it while a form is open, and the form takes nothing back', async () => {
    const store = await openExample();
    const opened = exampleAccount();
    await saved(store, opened);
    await store.accounts.change('konto-1', (account) => ({ ...account, pausedBy: 'kod-403', fileForm: 'raw' }));
    const written = await store.accounts.save({ account: { ...opened, payments: { '4': 'KAR' } }, revision: 1 }, []);
    const now = exampleAccount({ payments: { '4': 'KAR' }, pausedBy: 'kod-403', fileForm: 'raw', revision: 2 });
    expect(written).toEqual({ ok: true, account: now });
    expect(await store.accounts.get('konto-1')).toEqual(now);
  });

  it('begins with the revision that it brings', async () => {
    const store = await openExample();
    await saved(store, exampleAccount({ revision: 1_795_000_000_000 }));
    expect((await store.accounts.get('konto-1'))?.revision).toBe(1_795_000_000_000);
  });

  it('counts the saves of people, and no change of the worker', async () => {
    const store = await openExample();
    await saved(store, exampleAccount());
    await saved(store, exampleAccount());
    await store.accounts.change('konto-1', (account) => ({ ...account, pausedBy: 'kod-403' }));
    expect((await store.accounts.get('konto-1'))?.revision).toBe(2);
  });

  it('stays as it is when the change answers null, and cannot be changed when it does not exist', async () => {
    const store = await openExample();
    const account = exampleAccount();
    await saved(store, account);
    expect(await store.accounts.change('konto-1', () => null)).toEqual({ ok: true, account });
    expect(await store.accounts.change('konto-2', (found) => found)).toEqual({ ok: false, why: 'missing' });
  });

  it('owns its series alone: a second account of the panel cannot take one', async () => {
    const store = await openExample();
    const holder = exampleAccount({ seriesIds: ['1', '2'] });
    await saved(store, holder);
    const second = exampleAccount({ id: 'konto-2', seriesIds: ['3', '2'] });
    const refused = { ok: false, why: 'series-taken', seriesId: '2', by: holder };
    expect(await saved(store, second)).toMatchObject(refused);
    expect(await store.accounts.get('konto-2')).toBeNull();
    await saved(store, { ...second, seriesIds: ['3'] });
    expect(await store.accounts.change('konto-2', (found) => ({ ...found, seriesIds: ['2'] }))).toEqual(refused);
    expect((await store.accounts.get('konto-2'))?.seriesIds).toEqual(['3']);
  });

  it('of another panel may have a series with the same id, and an account may keep its own', async () => {
    const store = await openExample();
    await saved(store, exampleAccount());
    expect((await saved(store, exampleAccount({ id: 'konto-2', panel: 'inny' }))).ok).toBe(true);
    expect((await saved(store, exampleAccount({ name: 'Nowa nazwa' }))).ok).toBe(true);
  });

  it('issues the orders without a document alone: a second account of the panel cannot', async () => {
    const store = await openExample();
    const first = exampleAccount({ settings: withOrders('1') });
    await saved(store, first);
    const second = exampleAccount({ id: 'konto-2', seriesIds: ['2'], settings: withOrders('2') });
    expect(await saved(store, second)).toMatchObject({ ok: false, why: 'order-series-taken', by: first });
    expect((await saved(store, { ...second, settings: withOrders(null) })).ok).toBe(true);
    expect((await saved(store, { ...first, settings: withOrders(null) })).ok).toBe(true);
    expect((await saved(store, second)).ok).toBe(true);
    expect((await saved(store, { ...second, id: 'konto-3', panel: 'inny' })).ok).toBe(true);
  });
});

describe('of two forms', () => {
  it('that were opened on the same account, the second one saved is told, and nothing of it is stored', async () => {
    const store = await openExample();
    await saved(store, exampleAccount());
    const secret = await store.vault.seal([{ owner: 'konto-1', name: 'faktura', value: KEY }]);
    if (!secret.ok) throw new Error('not sealed');
    const first = { account: exampleAccount({ name: 'Pierwsza' }), revision: 1 };
    const second = { account: exampleAccount({ name: 'Druga' }), revision: 1 };
    const [one, other] = await Promise.all([
      store.accounts.save(first, []),
      store.accounts.save(second, secret.writes),
    ]);
    const account = exampleAccount({ name: 'Pierwsza', revision: 2 });
    expect(one).toEqual({ ok: true, account });
    expect(other).toEqual({ ok: false, why: 'stale', account });
    expect(await store.accounts.get('konto-1')).toEqual(account);
    expect(await store.vault.hmacKey('konto-1', 'faktura')).toBeNull();
  });

  it('that both make the same new account, the second one is told', async () => {
    const store = await openExample();
    await store.accounts.save({ account: exampleAccount(), revision: 0 }, []);
    const again = await store.accounts.save({ account: exampleAccount({ name: 'Druga' }), revision: 0 }, []);
    expect(again).toEqual({ ok: false, why: 'stale', account: exampleAccount() });
  });

  it('one that saves an account which was removed since is told that it is gone', async () => {
    const store = await openExample();
    await saved(store, exampleAccount());
    await store.accounts.remove('konto-1');
    const again = await store.accounts.save({ account: exampleAccount(), revision: 1 }, []);
    expect(again).toEqual({ ok: false, why: 'stale', account: null });
    expect(await store.accounts.all()).toEqual([]);
  });
});

describe('the secrets of an account', () => {
  it('are stored with it, or not at all', async () => {
    const store = await openExample();
    await saved(store, exampleAccount());
    const sealed = await store.vault.seal([{ owner: 'konto-2', name: 'faktura', value: KEY }]);
    if (!sealed.ok) throw new Error('not sealed');
    const second = exampleAccount({ id: 'konto-2' });
    expect((await store.accounts.save({ account: second, revision: 0 }, sealed.writes)).ok).toBe(false);
    expect(await store.vault.hmacKey('konto-2', 'faktura')).toBeNull();
    const free = { account: { ...second, seriesIds: [] }, revision: 0 };
    expect((await store.accounts.save(free, sealed.writes)).ok).toBe(true);
    expect(await store.vault.hmacKey('konto-2', 'faktura')).toBeInstanceOf(CryptoKey);
  });

  it('go with it; the panel’s key stays as long as another account is bound to the panel', async () => {
    const name = freshName();
    const store = await openExample(name);
    await saved(store, exampleAccount());
    await saved(store, exampleAccount({ id: 'konto-2', seriesIds: [] }));
    await keep(store, PANEL, 'sellasist', 'sekret');
    for (const [id, key] of [
      ['konto-1', 'faktura'],
      ['konto-1', 'abonent'],
      ['konto-1', 'rachunek'],
      ['konto-2', 'faktura'],
    ] as const)
      await keep(store, id, key, KEY);

    await store.accounts.remove('konto-1');
    const rows = async () => (await rawRows(name)).find(({ table }) => table === 'vault')?.rows;
    expect((await rows())?.map((row) => (row as { id: string[] }).id)).toEqual([
      ['hmac', 'konto-2', 'faktura'],
      ['own'],
      ['panel', PANEL],
    ]);
    await store.accounts.remove('konto-2');
    expect((await rows())?.map((row) => (row as { id: string[] }).id)).toEqual([['own']]);
  });

  it('and its panel’s answer about Erplink goes with the last account that is bound to the panel', async () => {
    const store = await openExample();
    const answers = () => store.facts.getAll([PANEL, 'inny'].map(erplinkOf));
    for (const account of [exampleAccount(), exampleAccount({ id: 'konto-2', seriesIds: ['2'] })])
      await saved(store, account);
    await saved(store, exampleAccount({ id: 'konto-3', panel: 'inny' }));
    for (const panel of [PANEL, 'inny']) await store.facts.set(erplinkOf(panel), false);
    await store.accounts.remove('konto-1');
    expect(await answers()).toEqual([false, false]);
    const moved = exampleAccount({ id: 'konto-4', panel: 'inny', seriesIds: ['2'] });
    await store.accounts.save({ account: moved, revision: 1, instead: 'konto-2' }, []);
    expect(await answers()).toEqual([null, false]);
    await store.facts.set(erplinkOf(PANEL), true);
    await saved(store, exampleAccount());
    expect(await answers(), 'a panel that is new is asked anew').toEqual([null, false]);
  });

  it('of a panel go when its last account moves to another one', async () => {
    const store = await openExample();
    await saved(store, exampleAccount());
    await saved(store, exampleAccount({ id: 'konto-2', seriesIds: [] }));
    await keep(store, PANEL, 'sellasist', 'sekret');
    const moved = (id: string, instead: string) =>
      store.accounts.save({ account: exampleAccount({ id, panel: 'nowy', seriesIds: [] }), revision: 1, instead }, []);
    expect((await moved('konto-3', 'konto-1')).ok).toBe(true);
    expect(await store.vault.panelKey(PANEL)).toBe('sekret');
    expect((await moved('konto-4', 'konto-2')).ok).toBe(true);
    expect(await store.vault.panelKey(PANEL)).toBeNull();
  });
});

describe('an account that takes the place of another one', () => {
  const other = exampleAccount({ id: 'konto-9', login: 'inny@example.com' });
  const instead = (store: Store, revision = 1, account = other) =>
    store.accounts.save({ account, revision, instead: 'konto-1' }, []);

  it('has what the other one had of the worker’s, and the next revision; of the other one nothing is left', async () => {
    const name = freshName();
    const store = await openExample(name);
    await saved(store, exampleAccount({ fileForm: 'raw' }));
    await keep(store, 'konto-1', 'faktura', KEY);
    const keys = await store.vault.moved('konto-1', 'konto-9', ['faktura', 'abonent']);
    if (!keys.ok) throw new Error('not moved');
    const account = { ...other, fileForm: 'raw', revision: 2 };
    const save = { account: other, revision: 1, instead: 'konto-1' };
    expect(await store.accounts.save(save, keys.writes)).toEqual({ ok: true, account });
    expect(await store.accounts.all()).toEqual([account]);
    expect(await store.vault.hmacKey('konto-1', 'faktura')).toBeNull();
    expect(await store.vault.matches('konto-9', 'faktura', KEY)).toBe(true);
    expect(await store.vault.hmacKey('konto-9', 'faktura')).toBeInstanceOf(CryptoKey);
  });

  it.each([
    ['waits', { state: 'queued' }],
    ['may be booked', { state: 'failed', wasPosted: true }],
    ['is booked', { state: 'done', identifier: '900' }],
  ] as const)('is refused while something of the other one %s', async (_how, change) => {
    const store = await openExample();
    await saved(store, exampleAccount());
    await store.transfers.create(exampleTransfer(change));
    expect(await instead(store)).toMatchObject({ ok: false, why: 'fixed' });
    expect(await store.accounts.all()).toEqual([exampleAccount()]);
  });

  it('is refused when the other one was saved or removed since, or its own place is taken', async () => {
    const store = await openExample();
    await saved(store, exampleAccount());
    expect(await instead(store, 2)).toEqual({ ok: false, why: 'stale', account: exampleAccount() });
    await saved(store, { ...other, seriesIds: [] });
    expect(await instead(store)).toMatchObject({ ok: false, why: 'stale' });
    await store.accounts.remove('konto-1');
    expect(await instead(store)).toEqual({ ok: false, why: 'stale', account: null });
    expect(await store.accounts.all()).toHaveLength(1);
  });

  it('keeps to the rules of its panel, with the other one out of the way', async () => {
    const store = await openExample();
    await saved(store, exampleAccount({ settings: withOrders('1') }));
    await saved(store, exampleAccount({ id: 'konto-2', seriesIds: ['2'] }));
    expect(await instead(store, 1, { ...other, seriesIds: ['2'] })).toMatchObject({ why: 'series-taken' });
    expect((await instead(store, 1, { ...other, settings: withOrders('1') })).ok).toBe(true);
  });

  it('is the only way to another login or panel', async () => {
    const store = await openExample();
    await saved(store, exampleAccount());
    await expect(saved(store, exampleAccount({ login: 'inny@example.com' }))).rejects.toThrow();
    await expect(saved(store, exampleAccount({ panel: 'nowy' }))).rejects.toThrow();
    await expect(store.accounts.change('konto-1', (found) => ({ ...found, login: 'inny' }))).rejects.toThrow();
    expect(await store.accounts.all()).toEqual([exampleAccount()]);
  });
});

it('an account of which something waits is not removed, nor are its keys', async () => {
  const store = await openExample();
  await saved(store, exampleAccount());
  await keep(store, 'konto-1', 'faktura', KEY);
  await store.transfers.create(exampleTransfer());
  expect(await store.accounts.remove('konto-1')).toEqual({ ok: false, why: 'busy' });
  expect(await store.vault.hmacKey('konto-1', 'faktura')).toBeInstanceOf(CryptoKey);
  await store.transfers.change(PANEL, 'd77', (found) => ({ ...found, state: 'failed' }));
  expect(await store.accounts.remove('konto-1')).toEqual({ ok: true });
});

describe('several accounts at once', () => {
  it('may change series between them: the rules hold for what stands at the end', async () => {
    const store = await openExample();
    const one = exampleAccount({ settings: withOrders('1') });
    const other = exampleAccount({ id: 'konto-2', seriesIds: ['2'] });
    await saved(store, one);
    await saved(store, other);
    const written = await store.accounts.saveAll(
      [
        { account: { ...one, seriesIds: ['2'], settings: withOrders(null) }, revision: 1 },
        { account: { ...other, seriesIds: ['1'], settings: withOrders('1') }, revision: 1 },
      ],
      [],
      [{ name: 'language', version: 1, value: 'en' }],
    );
    expect(written.ok && written.accounts.map(({ seriesIds }) => seriesIds)).toEqual([['2'], ['1']]);
    expect(await store.facts.get({ name: 'language', version: 1 })).toBe('en');
  });

  it.each([
    ['two claim one series', [{ id: 'konto-2', seriesIds: ['1'] }], { why: 'series-taken', seriesId: '1' }],
    [
      'one is out of date',
      [
        { id: 'konto-2', seriesIds: [] },
        { id: 'konto-1', revision: 1 },
      ],
      { why: 'stale' },
    ],
  ])('are stored all or none: %s', async (_what, changes, refused) => {
    const store = await openExample();
    await saved(store, exampleAccount());
    await saved(store, exampleAccount());
    const saves = changes.map((change) => {
      const { revision = 0, ...rest } = change as Partial<Account>;
      return { account: exampleAccount({ name: 'Z pliku', ...rest }), revision };
    });
    const written = await store.accounts.saveAll(saves, [], [{ name: 'language', version: 1, value: 'en' }]);
    expect(written).toMatchObject({ ok: false, ...refused, account: { name: 'Z pliku' } });
    expect(await store.accounts.all()).toEqual([exampleAccount({ revision: 2 })]);
    expect(await store.facts.get({ name: 'language', version: 1 })).toBeNull();
  });
});

it('wiping leaves nothing in any table', async () => {
  const name = freshName();
  const store = await openExample(name);
  await saved(store, exampleAccount());
  await keep(store, PANEL, 'sellasist', 'sekret');
  await store.facts.set({ name: 'language', version: 1 }, 'en');
  expect(await store.wipe()).toMatchObject({ ok: true });
  expect((await rawRows(name)).flatMap(({ rows }) => rows)).toEqual([]);
});
