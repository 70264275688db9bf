/**
 * What was written by a released version is all there when a newer one opens it. With each release: a frozen writer under
 * `released/`, and a block here that says what its rows have become.
 */
import 'fake-indexeddb/auto';
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, DEFAULT_TAX } from '../../../utils/invoice/settings.ts';
import type { Store } from '../../../utils/store/open.ts';
import { MIGRATIONS } from '../../../utils/store/schema.ts';
import { exampleEntry, freshName, openExample, PANEL, rawRows, requested } from './examples.ts';
import { FAKTURA_HEX, PANEL_KEY, ROWS, writeVersion1 } from './released/version-1.ts';

async function openedFromVersion1(): Promise<{ readonly name: string; readonly store: Store }> {
  const name = freshName();
  await writeVersion1(name);
  return { name, store: await openExample(name) };
}

async function rowsOf(name: string, wanted: string): Promise<readonly unknown[]> {
  return (await rawRows(name)).find(({ table }) => table === wanted)?.rows ?? [];
}

it('every version that was ever made is tried here', () => {
  expect(MIGRATIONS).toHaveLength(2);
});

it('a database of version 1 has the tables and indexes of a new one', async () => {
  const shapeOf = async (name: string): Promise<unknown> => {
    const db = await requested(indexedDB.open(name));
    const reading = db.transaction(Array.from(db.objectStoreNames));
    const shape = Array.from(db.objectStoreNames, (table) => {
      const { keyPath, autoIncrement, indexNames } = reading.objectStore(table);
      const indexes = Array.from(indexNames, (index) => {
        const { keyPath: path, unique } = reading.objectStore(table).index(index);
        return { index, path, unique };
      });
      return { table, keyPath, autoIncrement, indexes };
    });
    db.close();
    return { version: db.version, shape };
  };
  const { name, store } = await openedFromVersion1();
  store.close();
  const fresh = freshName();
  (await openExample(fresh)).close();
  expect(await shapeOf(name)).toEqual(await shapeOf(fresh));
});

it('an account of version 1 keeps what it has, and what it could not be told yet stands at the defaults', async () => {
  const { store } = await openedFromVersion1();
  const accounts = await store.accounts.all();
  expect(accounts).toHaveLength(2);
  for (const old of ROWS.accounts) {
    const { settings, ...rest } = old;
    expect(accounts.find(({ id }) => id === old.id)).toEqual({
      ...rest,
      tax: DEFAULT_TAX,
      series: {},
      settings: { ...DEFAULT_SETTINGS, ...settings },
      revision: 1,
    });
  }
});

it('an account of version 1 can be saved by a form that was opened on it', async () => {
  const { store } = await openedFromVersion1();
  const [account] = await store.accounts.all();
  if (!account) throw new Error('no account');
  const written = await store.accounts.save({ account: { ...account, name: 'Nowa' }, revision: account.revision }, []);
  expect(written).toMatchObject({ ok: true, account: { name: 'Nowa', revision: 2 } });
});

it('the keys of version 1 still sign and open, with their fingerprints', async () => {
  const { name, store } = await openedFromVersion1();
  const expected = createHmac('sha1', Buffer.from(FAKTURA_HEX, 'hex')).update('abc').digest('hex');
  for (const { id, panel } of await store.accounts.all()) {
    const key = await store.vault.hmacKey(id, 'faktura');
    if (key === null || key === 'locked') throw new Error('no key');
    expect(Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from('abc'))).toString('hex')).toBe(expected);
    expect(await store.vault.fingerprints(id, panel)).toEqual({
      sellasist: expect.stringMatching(/^[0-9a-f]{4} [0-9a-f]{4}$/),
      faktura: expect.stringMatching(/^[0-9a-f]{4} [0-9a-f]{4}$/),
      abonent: null,
      rachunek: null,
    });
    expect(await store.vault.matches(id, 'faktura', FAKTURA_HEX)).toBe(true);
  }
  expect(await store.vault.panelKey(PANEL)).toBe(PANEL_KEY);
  // All but those of an account that was never stored.
  expect(await rowsOf(name, 'vault')).toHaveLength(4);
});

it('a passphrase can be set over the keys of version 1', async () => {
  const { store } = await openedFromVersion1();
  const owners = ROWS.accounts.map(({ id }) => ({ owner: id, name: 'faktura', value: FAKTURA_HEX }) as const);
  expect(await store.vault.turnOn('długie hasło sklepu', owners)).toEqual({ ok: true });
  expect(await store.vault.panelKey(PANEL)).toBe(PANEL_KEY);
});

it.each(['transfers', 'log', 'facts', 'documents'] as const)(
  'every row of %s is as version 1 wrote it',
  async (table) => {
    const { name } = await openedFromVersion1();
    const rows = (await rowsOf(name, table)) as object[];
    expect(rows).toHaveLength(ROWS[table].length);
    for (const row of ROWS[table]) expect(rows).toContainEqual(table === 'log' ? expect.objectContaining(row) : row);
  },
);

it('what version 1 left to do is found, and its log goes on where it ended', async () => {
  const { store } = await openedFromVersion1();
  expect((await store.transfers.queued(Number.MAX_SAFE_INTEGER))?.key).toBe('d78');
  expect((await store.transfers.unfinished()).map(({ key }) => key)).toEqual(['o1002']);
  expect(await store.transfers.countNeedingPerson()).toBe(1);
  await store.log.append(exampleEntry());
  expect((await store.log.page({ before: null, limit: 5 })).rows.map(({ id }) => id)).toEqual([3, 2, 1]);
});
