import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { exampleAccount, openExample, PANEL } from './examples.ts';

describe('an account', () => {
  it('is kept, listed, found by its panel and removed', async () => {
    const store = await openExample();
    const one = exampleAccount();
    const other = exampleAccount({ id: 'konto-2', panel: 'inny' });
    expect(await store.accounts.put(one)).toEqual({ ok: true, account: one });
    await store.accounts.put(other);
    expect(await store.accounts.get('konto-1')).toEqual(one);
    expect(await store.accounts.get('konto-3')).toBeNull();
    expect(await store.accounts.all()).toEqual([one, other]);
    expect(await store.accounts.ofPanel(PANEL)).toEqual([one]);
    await store.accounts.remove('konto-1');
    expect(await store.accounts.all()).toEqual([other]);
  });

  it('loses nothing when a person saves settings while a step pauses it', async () => {
    const store = await openExample();
    await store.accounts.put(exampleAccount());
    await Promise.all([
      store.accounts.change('konto-1', (account) => ({ ...account, payments: { '4': 'KAR' } })),
      store.accounts.change('konto-1', (account) => ({ ...account, pausedBy: 'kod-403' })),
    ]);
    expect(await store.accounts.get('konto-1')).toEqual(
      exampleAccount({ payments: { '4': 'KAR' }, pausedBy: 'kod-403' }),
    );
  });

  it('stays as it is when the change answers null, and cannot be changed when it does not exist', async () => {
    const store = await openExample();
    const account = exampleAccount();
    await store.accounts.put(account);
    expect(await store.accounts.change('konto-1', () => null)).toEqual({ ok: true, account });
    expect(await store.accounts.change('konto-2', (found) => found)).toEqual({ ok: false, why: 'missing' });
  });

  it('owns its series alone: a second account of the panel cannot take one', async () => {
    const store = await openExample();
    const holder = exampleAccount({ seriesIds: ['1', '2'] });
    await store.accounts.put(holder);
    const second = exampleAccount({ id: 'konto-2', seriesIds: ['3', '2'] });
    const refused = { ok: false, why: 'series-taken', seriesId: '2', by: holder };
    expect(await store.accounts.put(second)).toEqual(refused);
    expect(await store.accounts.get('konto-2')).toBeNull();
    await store.accounts.put({ ...second, seriesIds: ['3'] });
    expect(await store.accounts.change('konto-2', (found) => ({ ...found, seriesIds: ['2'] }))).toEqual(refused);
    expect((await store.accounts.get('konto-2'))?.seriesIds).toEqual(['3']);
  });

  it('of another panel may have a series with the same id, and an account may keep its own', async () => {
    const store = await openExample();
    await store.accounts.put(exampleAccount());
    expect((await store.accounts.put(exampleAccount({ id: 'konto-2', panel: 'inny' }))).ok).toBe(true);
    expect((await store.accounts.put(exampleAccount({ name: 'Nowa nazwa' }))).ok).toBe(true);
  });
});
