import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../utils/store/open.ts';
import {
  exampleAccount,
  exampleEntry,
  exampleTransfer,
  freshName,
  keep,
  openExample,
  PANEL,
  rawRows,
} from './examples.ts';

const FACT = { name: 'language', version: 1 };
const LANGUAGE = { ...FACT, value: 'en' };
const KEY = { owner: 'konto-1', name: 'faktura', value: 'a1b2c3d4e5f60718' } as const;

afterEach(() => {
  vi.restoreAllMocks();
});

async function rowsIn(name: string): Promise<readonly unknown[]> {
  return (await rawRows(name)).flatMap(({ rows }) => rows);
}

async function wiped(store: Store): Promise<Store> {
  const written = await store.wipe();
  if (!written.ok) throw new Error('not wiped');
  return written.next;
}

/** Everything that a store can be asked to keep. */
const WRITES: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
  ['an account', ({ accounts }) => accounts.save({ account: exampleAccount(), revision: 0 }, [])],
  ['a file of settings', ({ accounts }) => accounts.saveAll([], [], [LANGUAGE])],
  ['a change of an account', ({ accounts }) => accounts.change('konto-1', (account) => account)],
  ['the end of an account', ({ accounts }) => accounts.remove('konto-1')],
  ['a transfer', ({ transfers }) => transfers.create(exampleTransfer())],
  ['a change of a transfer', ({ transfers }) => transfers.change(PANEL, 'd77', (transfer) => transfer)],
  ['an entry of the log', ({ log }) => log.append(exampleEntry())],
  ['a fact', ({ facts }) => facts.set(FACT, 'en')],
  ['that a fact is none', ({ facts }) => facts.remove(FACT)],
  ['a change of what is sent together', ({ batches }) => batches.change(PANEL, (batch) => batch)],
  [
    'that a transfer is none',
    ({ transfers }) =>
      transfers.remove(
        PANEL,
        'd77',
        () => true,
        () => exampleEntry(),
      ),
  ],
  ['a list of documents', ({ documents }) => documents.put([])],
  ['a key, which makes keys of this installation', ({ vault }) => vault.seal([KEY])],
  ['a passphrase', ({ vault }) => vault.turnOn('długie hasło sklepu', [])],
  ['that everything is wiped', (store) => store.wipe()],
];

describe('a store that was wiped', () => {
  it.each(WRITES)('keeps nothing any more: %s', async (_what, write) => {
    const name = freshName();
    const store = await openExample(name);
    await wiped(store);
    await expect(write(store)).rejects.toMatchObject({ name: 'wiped' });
    expect(await rowsIn(name)).toEqual([]);
  });

  it.each(WRITES)('keeps nothing of what was asked before or in the same moment: %s', async (_what, write) => {
    const name = freshName();
    const store = await openExample(name);
    const before = write(store).catch(() => undefined);
    const [next] = await Promise.all([wiped(store).catch(() => null), before, write(store).catch(() => undefined)]);
    expect(next === null ? [] : await rowsIn(name)).toEqual([]);
  });

  it('shows nothing of what is kept afterwards', async () => {
    const store = await openExample();
    const next = await wiped(store);
    await next.accounts.save({ account: exampleAccount(), revision: 0 }, []);
    await expect(store.accounts.all()).rejects.toMatchObject({ name: 'wiped' });
    await expect(store.vault.state()).rejects.toMatchObject({ name: 'wiped' });
  });

  it('is followed by one that can do everything, and be wiped again', async () => {
    const name = freshName();
    let store = await openExample(name);
    for (let round = 0; round < 3; round += 1) {
      expect(await store.accounts.save({ account: exampleAccount(), revision: 0 }, [])).toMatchObject({ ok: true });
      await keep(store, PANEL, 'sellasist', 'sekret');
      expect(await store.vault.panelKey(PANEL)).toBe('sekret');
      store = await wiped(store);
      expect(await rowsIn(name)).toEqual([]);
    }
    store.close();
    await expect(store.accounts.all()).rejects.toThrow('closed');
  });

  it('goes on as it was where the disk takes no write', async () => {
    const store = await openExample();
    await store.facts.set(FACT, 'en');
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await store.wipe()).toEqual({ ok: false, why: 'full' });
    expect(await store.facts.get(FACT)).toBe('en');
    expect(await store.facts.set(FACT, 'pl')).toEqual({ ok: true });
  });

  it('goes on as it was where something else goes wrong', async () => {
    const store = await openExample();
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementationOnce(() => {
      throw new Error('a bug');
    });
    await expect(store.wipe()).rejects.toThrow('a bug');
    expect(await store.facts.set(FACT, 'pl')).toEqual({ ok: true });
  });
});
