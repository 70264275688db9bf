/**
 * What was written by a released version is all there when a newer one opens it. With each release: a frozen writer under
 * `released/`, and a block here that says what its rows have become.
 */
import 'fake-indexeddb/auto';
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, DEFAULT_TAX } from '../../../utils/invoice/settings.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import { erplinkOf } from '../../../utils/store/facts.ts';
import type { Store } from '../../../utils/store/open.ts';
import { MIGRATIONS } from '../../../utils/store/schema.ts';
import { causeOf } from '../../../utils/store/transfer-row.ts';
import { LOCKED } from '../../../utils/store/vault.ts';
import { FINDING_PARAMS } from '../../../utils/texts.ts';
import { exampleEntry, exampleRun, freshName, openExample, PANEL, rawRows, requested } from './examples.ts';
import {
  ACCOUNT,
  FAKTURA_HEX,
  PANEL_KEY,
  ROWS,
  SECOND_ACCOUNT,
  writeTables,
  writeVersion1,
} from './released/version-1.ts';
import * as version2 from './released/version-2.ts';
import * as version3 from './released/version-3.ts';
import * as version4 from './released/version-4.ts';
import * as version5 from './released/version-5.ts';
import * as version6 from './released/version-6.ts';
import * as version7 from './released/version-7.ts';

async function openedFromVersion1(): Promise<{ readonly name: string; readonly store: Store }> {
  const name = freshName();
  await writeVersion1(name);
  return { name, store: await openExample(name) };
}

async function openedFromVersion2(): Promise<{ readonly name: string; readonly store: Store }> {
  const name = freshName();
  await version2.writeVersion2(name);
  return { name, store: await openExample(name) };
}

async function openedFromVersion3(): Promise<{ readonly name: string; readonly store: Store }> {
  const name = freshName();
  await version3.writeVersion3(name);
  return { name, store: await openExample(name) };
}

async function openedFromVersion4(): Promise<{ readonly name: string; readonly store: Store }> {
  const name = freshName();
  await version4.writeVersion4(name);
  return { name, store: await openExample(name) };
}

async function openedFromVersion5(): Promise<{ readonly name: string; readonly store: Store }> {
  const name = freshName();
  await version5.writeVersion5(name);
  return { name, store: await openExample(name) };
}

async function openedFromVersion6(): Promise<{ readonly name: string; readonly store: Store }> {
  const name = freshName();
  await version6.writeVersion6(name);
  return { name, store: await openExample(name) };
}

async function openedFromVersion7(): Promise<{ readonly name: string; readonly store: Store }> {
  const name = freshName();
  await version7.writeVersion7(name);
  return { name, store: await openExample(name) };
}

/** Since version 7 what waits for a person says for what; the one that waits in versions 1 to 5 is being looked up. */
const withCause = (row: object): object => ('needsPerson' in row ? { ...row, cause: 'uncertain' } : row);

const OPENED = [
  ['version 1', openedFromVersion1],
  ['version 2', openedFromVersion2],
  ['version 3', openedFromVersion3],
  ['version 4', openedFromVersion4],
  ['version 5', openedFromVersion5],
] as const;

const WITH_WAITING = ['version 6', openedFromVersion6] as const;
const WITH_CAUSES = ['version 7', openedFromVersion7] as const;

async function rowsOf(name: string, wanted: string): Promise<readonly unknown[]> {
  return (await rawRows(name)).find(({ table }) => table === wanted)?.rows ?? [];
}

it('every version that was ever made is tried here', () => {
  expect(MIGRATIONS).toHaveLength(8);
});

it.each([...OPENED, WITH_WAITING, WITH_CAUSES])(
  'a database of %s has the tables and indexes of a new one',
  async (_version, opened) => {
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
    const { name, store } = await opened();
    store.close();
    const fresh = freshName();
    (await openExample(fresh)).close();
    expect(await shapeOf(name)).toEqual(await shapeOf(fresh));
  },
);

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
    if (key === null || key === LOCKED) throw new Error('no key');
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

it.each(['transfers', 'log', 'documents'] as const)('every row of %s is as version 1 wrote it', async (table) => {
  const { name } = await openedFromVersion1();
  const rows = (await rowsOf(name, table)) as object[];
  expect(rows).toHaveLength(ROWS[table].length);
  for (const row of ROWS[table])
    expect(rows).toContainEqual(table === 'log' ? expect.objectContaining(row) : withCause(row));
});

it.each(OPENED)('what %s left to do is found, and its log goes on where it ended', async (_version, opened) => {
  const { store } = await opened();
  expect((await store.transfers.queued(Number.MAX_SAFE_INTEGER))?.key).toBe('d78');
  expect((await store.transfers.unfinished()).map(({ key }) => key)).toEqual(['o1002']);
  expect(await store.transfers.countNeedingPerson()).toBe(1);
  await store.log.append(exampleEntry());
  expect((await store.log.page({ before: null, limit: 5 })).rows.map(({ id }) => id)).toEqual([3, 2, 1]);
});

it.each(OPENED)('what %s has sent keeps its account where it is', async (_version, opened) => {
  const { store } = await opened();
  expect(await store.transfers.ofAccount(ACCOUNT.id)).toEqual({ hasSent: true, isBusy: true });
  expect(await store.transfers.ofAccount(SECOND_ACCOUNT.id)).toEqual({ hasSent: false, isBusy: false });
});

it('accounts, transfers and documents are as version 2 wrote them', async () => {
  const { name } = await openedFromVersion2();
  for (const table of ['accounts', 'transfers', 'documents'] as const) {
    const rows = await rowsOf(name, table);
    expect(rows, table).toHaveLength(version2.ROWS[table].length);
    for (const row of version2.ROWS[table]) expect(rows, table).toContainEqual(withCause(row));
  }
});

it('accounts, transfers, documents and answers are as version 3 wrote them', async () => {
  const { name } = await openedFromVersion3();
  for (const table of ['accounts', 'transfers', 'documents', 'facts'] as const) {
    const rows = await rowsOf(name, table);
    expect(rows, table).toHaveLength(version3.ROWS[table].length);
    for (const row of version3.ROWS[table]) expect(rows, table).toContainEqual(withCause(row));
  }
});

it('accounts, transfers, documents and answers are as version 4 wrote them, and nothing of it is a batch', async () => {
  const { name, store } = await openedFromVersion4();
  for (const table of ['accounts', 'transfers', 'documents', 'facts'] as const) {
    const rows = await rowsOf(name, table);
    expect(rows, table).toHaveLength(version4.ROWS[table].length);
    for (const row of version4.ROWS[table]) expect(rows, table).toContainEqual(withCause(row));
  }
  expect(await store.batches.all()).toEqual([]);
});

it('the corrections of version 5 are found under each name of their invoice, and everything else is as it was', async () => {
  const { name, store } = await openedFromVersion5();
  const rows = await rowsOf(name, 'transfers');
  const [named, nameless] = version5.CORRECTIONS;
  expect(rows).toHaveLength(version5.ROWS.transfers.length + 2);
  for (const row of [...version5.ROWS.transfers, nameless]) expect(rows).toContainEqual(withCause(row ?? {}));
  const panel = named?.transfer.panel;
  const names = [`${panel}/i/4711`, `${panel}/i/1_11_2026`, `${panel}/k/d77`];
  expect(rows).toContainEqual({ ...named, corrects: names });
  for (const each of names) expect(await store.transfers.correcting([each])).toMatchObject([{ key: 'c1' }]);
});

it('what waits in version 6 is found by its cause, newest first, and nothing else of it has changed', async () => {
  const { name, store } = await openedFromVersion6();
  const rows = (await rowsOf(name, 'transfers')) as { readonly cause?: string; readonly needsPerson?: number }[];
  const causes = [
    'buyer-postcode-missing',
    'ifirma-refused:kontrahent.kodpocztowy',
    'buyer-postcode-missing',
    'kod-202',
  ];
  for (const [at, row] of version6.WAITING.entries()) expect(rows).toContainEqual({ ...row, cause: causes[at] });
  // Those that wait for nobody have no cause, and those of older versions got theirs too.
  for (const row of rows) expect(row.cause !== undefined).toBe(row.needsPerson !== undefined);
  const { groups } = await store.transfers.groups({ panel: null, causes: 10, rows: 10 });
  expect(groups.slice(0, 3).map(({ cause, count }) => [cause, count])).toEqual([
    ['kod-202', 1],
    ['buyer-postcode-missing', 2],
    ['ifirma-refused:kontrahent.kodpocztowy', 1],
  ]);
});

it('the cause that version 7 writes into an old row is the one that it writes into a new one', async () => {
  const name = freshName();
  const [plain] = version6.WAITING;
  if (plain === undefined) throw new Error('nothing waits');
  const finding = (code: string) => ({ code, path: 'Pozycje[2].Ilość', params: {} });
  const codes = Object.keys(FINDING_PARAMS);
  // Each beside its neighbour, in both orders, so that every step of the importance is tried.
  const findings = codes.flatMap((code, at) => [[finding(code), finding(codes[at - 1] ?? code)], [finding(code)]]);
  const reasons = ['kod-other', 'absent-proven', 'correction-unclear', 'looking'].flatMap((code) =>
    ['failed', 'uncertain'].map((state) => ({ state, reason: { code, params: { kod: '777' } } })),
  );
  const changes = [{ state: 'failed' }, ...findings.map((some) => ({ findings: some })), ...reasons];
  const rows = changes.map((change, at) => ({
    ...plain,
    recency: at + 1,
    needsPerson: at + 1,
    transfer: { ...plain.transfer, findings: [], ...change, key: `d${at + 1}` },
  }));
  await version6.writeVersion6(name, rows);
  (await openExample(name)).close();
  const written = (await rowsOf(name, 'transfers')) as readonly {
    readonly transfer: Transfer;
    readonly cause?: string;
  }[];
  expect(written.length).toBeGreaterThan(rows.length);
  for (const { transfer, cause } of written) if (cause !== undefined) expect(cause).toBe(causeOf(transfer));
});

it('everything of version 7 is as it was, and no rule has done anything', async () => {
  const { name, store } = await openedFromVersion7();
  for (const { table, rows } of version7.TABLES) {
    const written = await rowsOf(name, table);
    expect(written, table).toHaveLength(rows.length);
    for (const row of rows) expect(written, table).toContainEqual(row);
  }
  expect(await store.runs.nextDue()).toBeNull();
  expect(await store.runs.needingPerson()).toBe(0);
  expect(await store.runs.recent(PANEL, { before: null, limit: 5 })).toEqual({ runs: [], next: null });
  const run = exampleRun();
  expect(await store.runs.create(run, [])).toEqual({ ok: true, isNew: true });
  expect(await store.runs.get([PANEL, 'regula-1', 'd77'])).toEqual(run);
});

it.each(OPENED)(
  'the one answer about Erplink of %s is that of each panel with an account',
  async (_version, opened) => {
    const { name } = await opened();
    const [, ...others] = ROWS.facts;
    const rows = await rowsOf(name, 'facts');
    expect(rows).toHaveLength(ROWS.facts.length);
    for (const row of [{ name: `erplink:${PANEL}`, version: 1, value: false }, ...others])
      expect(rows).toContainEqual(row);
  },
);

it('an answer that was never given is given to no panel, and one to several panels is each one’s own', async () => {
  const [answer, ...others] = ROWS.facts;
  const second = { ...SECOND_ACCOUNT, panel: 'outlet' };
  const answersAfter = async (facts: readonly object[]): Promise<readonly (boolean | null)[]> => {
    const name = freshName();
    await writeTables(name, 1, { ...ROWS, accounts: [ACCOUNT, second], facts });
    return (await openExample(name)).facts.getAll([PANEL, 'outlet', 'obcy'].map(erplinkOf));
  };
  expect(await answersAfter(others)).toEqual([null, null, null]);
  expect(await answersAfter([{ ...answer, value: true }, ...others])).toEqual([true, true, null]);
});

it('the passphrase of version 2 still opens its keys', async () => {
  const { store } = await openedFromVersion2();
  expect(await store.vault.state()).toBe('locked');
  expect(await store.vault.unlock(version2.PASSPHRASE)).toBe(true);
  expect(await store.vault.panelKey(PANEL)).toBe(PANEL_KEY);
  expect(await store.vault.hmacKey(ACCOUNT.id, 'faktura')).toBeInstanceOf(CryptoKey);
  expect(await store.vault.matches(ACCOUNT.id, 'faktura', version2.FAKTURA_HEX)).toBe(true);
});
