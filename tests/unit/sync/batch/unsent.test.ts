/** What of a period is not in iFirma: all of it, in parts that can be left off, and no document is read twice. */
import { describe, expect, it, vi } from 'vitest';
import type { UnsentCursor, UnsentPart, UnsentRow } from '../../../../utils/messages/index.ts';
import { lock, turnOn } from '../passphrase.ts';
import { json, POST } from '../troubles.ts';
import { createWorld, MINUTE, reasonOf, VIEW, type World } from '../world.ts';
import { documentsOf } from './scene.ts';

vi.setConfig({ testTimeout: 30_000 });

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const requests = (world: World, path: RegExp) => world.network.passed.filter(({ target }) => path.test(target));

const part = (world: World, cursor: UnsentCursor | null, period = NOVEMBER): Promise<UnsentPart> =>
  world.tell<'unsent'>({ type: 'unsent', panel: 'demo', ...period, cursor }, VIEW);

async function search(world: World, period = NOVEMBER): Promise<readonly UnsentRow[]> {
  const rows: UnsentRow[] = [];
  let cursor: UnsentCursor | null = null;
  for (let round = 0; round < 60; round += 1) {
    const found: UnsentPart = await part(world, cursor, period);
    rows.push(...found.rows);
    cursor = found.next;
    if (cursor === null) return rows;
    if (found.notBefore > world.clock.now()) world.clock.freeze(found.notBefore);
  }
  throw new Error('it never ends');
}

const keysOf = (rows: readonly UnsentRow[]) => rows.map(({ document }) => document.key);

describe('what is found', () => {
  it('are the invoices of the period, first day and last, that nobody has sent', async () => {
    const world = await createWorld();
    const before = new Set(keysOf(await search(world)));
    const refs = documentsOf(world, ['2026-10-31', '2026-11-01', '2026-11-15', '2026-11-30', '2026-12-01']);
    const found = keysOf(await search(world)).filter((key) => !before.has(key));
    expect(new Set(found)).toEqual(new Set([refs[1], refs[2], refs[3]].map((ref) => ref?.key)));
  });

  it('are the corrections of the period as well, each as one', async () => {
    const world = await createWorld();
    const { id } = world.panel.addDocument({
      orderId: '1001',
      series: 'KOR',
      mainDocumentId: '77',
      issueDate: '2026-11-12',
    });
    const old = world.panel.addDocument({
      orderId: '1001',
      series: 'KOR',
      mainDocumentId: '77',
      issueDate: '2026-10-12',
    });
    const rows = await search(world);
    const found = rows.find(({ document }) => document.key === `d${id}`);
    expect(found).toMatchObject({
      date: '2026-11-12',
      document: { kind: 'correction', state: 'unsent', orderId: '1001' },
    });
    expect(keysOf(rows)).not.toContain(`d${old.id}`);
    expect(new Set(keysOf(rows)).size).toBe(rows.length);
  });

  it('are no receipts, proformas or documents of the stock', async () => {
    const world = await createWorld();
    const keys = keysOf(await search(world));
    expect(keys).toContain('d77');
    for (const key of ['d79', 'd81', 'd82']) expect(keys).not.toContain(key);
  });

  it('says of each its number, its date, its order and why', async () => {
    const world = await createWorld();
    const [sent, failed, fresh] = documentsOf(world, ['2026-11-20', '2026-11-20', '2026-11-20']);
    if (!sent || !failed || !fresh) throw new Error('no documents');
    await world.send(sent.orderId ?? '', sent.key);
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send(failed.orderId ?? '', failed.key);
    await world.pass(MINUTE);
    const rows = await search(world);
    const row = (key: string) => rows.find(({ document }) => document.key === key);
    expect(row(sent.key)).toBeUndefined();
    expect(row(failed.key)).toMatchObject({
      date: '2026-11-20',
      document: { orderId: failed.orderId, state: 'failed', reason: { code: 'kod-202' } },
    });
    expect(row(fresh.key)).toMatchObject({ document: { state: 'unsent', findings: [], orderId: fresh.orderId } });
    expect(row(fresh.key)?.document.number).toMatch(/^FV/);
  });

  it('says of a series that is not set up what is missing, and of a sale that another document holds which', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const other = world.panel.addDocument({ orderId: '1001', numberInOrder: false, issueDate: '2026-11-22' });
    const codes = (rows: readonly UnsentRow[]) =>
      rows.find(({ document }) => document.key === `d${other.id}`)?.document.findings.map(({ code }) => code);
    expect(codes(await search(world))).toEqual(['sale-taken']);
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, series: {} }));
    expect(codes(await search(world))).toEqual(['sale-taken', 'series-incomplete']);
  });

  it('are orders without a document only where the account issues them', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder({ date: '2026-11-10' });
    expect(keysOf(await search(world))).not.toContain(`o${id}`);
    await world.store.accounts.change(world.accountId, (account) => ({
      ...account,
      settings: { ...account.settings, orderSeriesId: '1' },
    }));
    const rows = await search(world);
    expect(rows.find(({ document }) => document.key === `o${id}`)).toMatchObject({ date: '2026-11-10' });
    // Order 1001 has its document, and 1005 its receipt.
    for (const key of ['o1001', 'o1005']) expect(keysOf(rows)).not.toContain(key);
    await world.send(id, `o${id}`);
    expect(keysOf(await search(world))).not.toContain(`o${id}`);
  });
});

describe('the search', () => {
  it('reads each document once, and not again the next time', async () => {
    const world = await createWorld();
    const refs = documentsOf(
      world,
      Array.from({ length: 70 }, () => '2026-11-10'),
    );
    const first = await search(world);
    for (const { key } of refs) expect(keysOf(first)).toContain(key);
    const read = requests(world, /operationdocuments\/\d/).length;
    await search(world);
    expect(requests(world, /operationdocuments\/\d/)).toHaveLength(read);
    expect(world.network.passed.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('comes in parts, says how far it is, and asks nothing more when nobody asks for the next', async () => {
    const world = await createWorld();
    documentsOf(
      world,
      Array.from({ length: 60 }, () => '2026-11-10'),
    );
    const first = await part(world, null);
    expect(first.looked).toBeGreaterThan(0);
    expect(first.looked).toBeLessThan(60);
    expect(first.next).toMatchObject({ list: 'documents', at: first.looked });
    const passed = world.network.passed.length;
    await world.pass(10 * MINUTE);
    expect(world.network.passed).toHaveLength(passed);
  });

  it('ends where everything is much older than the period', async () => {
    const world = await createWorld();
    documentsOf(
      world,
      Array.from({ length: 30 }, () => '2026-08-10'),
    );
    documentsOf(world, ['2026-11-10']);
    await search(world);
    expect(requests(world, /operationdocuments\/\d/).length).toBeLessThan(10);
  });

  it('leaves room for people: what does not fit below the limit waits, and says until when', async () => {
    const world = await createWorld();
    documentsOf(
      world,
      Array.from({ length: 70 }, () => '2026-11-10'),
    );
    let cursor: UnsentCursor | null = null;
    let notBefore = 0;
    for (let round = 0; round < 6 && notBefore === 0; round += 1) {
      const found: UnsentPart = await part(world, cursor);
      cursor = found.next;
      notBefore = found.notBefore;
    }
    expect(notBefore).toBeGreaterThan(world.clock.now());
    expect(world.network.passed.filter(({ host }) => host === 'demo.sellasist.pl').length).toBeLessThan(60);
  });

  it.each([
    ['is gone', json(404, { message: 'Not found' })],
    ['nobody understands', { kind: 'html', when: 'before' }],
  ] as const)('passes over a document that %s, and shows the others', async (_what, trouble) => {
    const world = await createWorld();
    const [odd, plain] = documentsOf(world, ['2026-11-10', '2026-11-11']);
    world.network.arm({ path: `operationdocuments/${odd?.key.slice(1)}$` }, trouble);
    const keys = keysOf(await search(world));
    expect(keys).toContain(plain?.key);
    expect(keys).not.toContain(odd?.key);
  });

  it('stops at a document that the panel may not be asked for now, and says why', async () => {
    const world = await createWorld();
    documentsOf(world, ['2026-11-10']);
    world.network.arm({ path: 'operationdocuments/\\d+$' }, json(403, { message: 'Access denied' }));
    const ask = { type: 'unsent', panel: 'demo', ...NOVEMBER, cursor: null } as const;
    expect(reasonOf(await world.ask<'unsent'>(ask, VIEW))).toMatchObject({ code: 'sellasist-forbidden' });
  });

  it.each([
    ['2026-11-31', '2026-11-30'],
    ['2026-11-01', '2026-02-30'],
  ])('from %s to %s is no period', async (from, to) => {
    const world = await createWorld();
    const passed = world.network.passed.length;
    const ask = { type: 'unsent', panel: 'demo', from, to, cursor: null } as const;
    expect(reasonOf(await world.ask<'unsent'>(ask, VIEW)).code).toBe('internal');
    expect(world.network.passed).toHaveLength(passed);
  });

  it('of a panel without an account says so', async () => {
    const world = await createWorld();
    const ask = { type: 'unsent', panel: 'inny', ...NOVEMBER, cursor: null } as const;
    expect(reasonOf(await world.ask<'unsent'>(ask, VIEW)).code).toBe('account-gone');
  });

  it('says why it cannot go on', async () => {
    const world = await createWorld();
    world.network.arm({ path: 'operationdocuments' }, { kind: 'offline' });
    const ask = { type: 'unsent', panel: 'demo', ...NOVEMBER, cursor: null } as const;
    expect(reasonOf(await world.ask<'unsent'>(ask, VIEW))).toMatchObject({ code: 'offline' });
  });

  it('is for our own pages, with open keys', async () => {
    const world = await createWorld();
    const ask = { type: 'unsent', panel: 'demo', ...NOVEMBER, cursor: null } as const;
    expect(reasonOf(await world.ask<'unsent'>(ask))).toMatchObject({ code: 'internal' });
    await turnOn(world);
    await lock(world);
    expect(reasonOf(await world.ask<'unsent'>(ask, VIEW))).toMatchObject({ code: 'locked' });
  });
});
