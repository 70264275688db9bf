import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Account, DEFAULT_SETTINGS } from '../../../utils/invoice/settings.ts';
import type { Store } from '../../../utils/store/open.ts';
import { exampleAccount, freshName, keep, openExample, PANEL, rawRows } from './examples.ts';

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

  it('of a panel go when its last account moves to another one', async () => {
    const store = await openExample();
    await saved(store, exampleAccount());
    await saved(store, exampleAccount({ id: 'konto-2', seriesIds: [] }));
    await keep(store, PANEL, 'sellasist', 'sekret');
    await saved(store, exampleAccount({ panel: 'nowy' }));
    expect(await store.vault.panelKey(PANEL)).toBe('sekret');
    await saved(store, exampleAccount({ id: 'konto-2', seriesIds: [], panel: 'nowy' }));
    expect(await store.vault.panelKey(PANEL)).toBeNull();
  });
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
  expect(await store.wipe()).toEqual({ ok: true });
  expect((await rawRows(name)).flatMap(({ rows }) => rows)).toEqual([]);
});
