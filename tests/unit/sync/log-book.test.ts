/** The log as its room asks for it: narrowed, page by page, one document's story, and nothing of it for a page of the panel. */
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../utils/invoice/transfer.ts';
import { LOG_LOOKS, type LogCursor, type LogFilter } from '../../../utils/messages/index.ts';
import { startOfDay } from '../../../utils/sync/log/filter.ts';
import { exampleEntry, putRaw } from '../store/examples.ts';
import { turnOn } from './passphrase.ts';
import { POST } from './troubles.ts';
import { createWorld, DAY, MINUTE, NOW, PANEL, VIEW, type World } from './world.ts';

const ALL: LogFilter = { accountId: null, state: null, kind: null, from: null, to: null, text: '', codes: [] };

const page = (world: World, filter: Partial<LogFilter> = {}, before: LogCursor | null = null, limit = 50) =>
  world.tell<'log.page'>({ type: 'log.page', filter: { ...ALL, ...filter }, before, limit }, VIEW);

async function keys(world: World, filter: Partial<LogFilter>): Promise<readonly string[]> {
  const found = (await page(world, filter)).rows.map(({ key }) => key);
  return [...new Set(found)].toSorted((one, other) => one.localeCompare(other));
}

const entries = (world: World, some: readonly Partial<LogEntry>[]): Promise<void> =>
  putRaw(
    world.database,
    'log',
    some.map((entry) => exampleEntry({ panel: 'demo', at: NOW, ...entry })),
  );

describe('what is shown', () => {
  it('is each attempt, newest first, with its order, which the entry does not name', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const { rows, next, looked, back } = await page(world);
    expect(rows.map(({ event, step, state }) => `${event} ${step} ${state}`)).toEqual([
      'step attach done',
      'step pdf sending',
      'step number sending',
      'step issue sending',
      'step claim sending',
      'step check sending',
      'person check queued',
    ]);
    expect(rows.every(({ orderId, kind, accountId }) => orderId === '1001' && kind === 'invoice' && accountId)).toBe(
      true,
    );
    expect({ next, looked, back }).toEqual({ next: null, looked: 7, back: rows.at(-1)?.at });
  });

  it('is a page, and the next one goes on behind it', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const first = await page(world, {}, null, 3);
    const second = await page(world, {}, first.next, 50);
    expect(first.rows).toHaveLength(3);
    expect([...first.rows, ...second.rows]).toEqual((await page(world)).rows);
    expect(second.next).toBeNull();
  });

  it('looks no further at once than a person waits for, and says how far it has come', async () => {
    const world = await createWorld();
    await entries(
      world,
      Array.from({ length: LOG_LOOKS + 300 }, (_, nth) => ({ at: NOW - nth })),
    );
    const first = await page(world, { text: 'nie ma' });
    expect(first).toMatchObject({ rows: [], looked: LOG_LOOKS, back: NOW - LOG_LOOKS + 1 });
    const second = await page(world, { text: 'nie ma' }, first.next);
    expect(second).toMatchObject({ rows: [], looked: 300, next: null });
  });
});

describe('a filter', () => {
  const SOME: readonly Partial<LogEntry>[] = [
    { key: 'd1', accountId: 'a1', state: 'failed', documentNumber: 'FV/1/2026' },
    { key: 'd2', accountId: 'a2', state: 'done', documentNumber: 'FV/2/2026', number: '900/11/2026' },
    { key: 'd3', accountId: 'a1', state: 'done', kind: 'correction', documentNumber: 'KOR/3' },
    { key: 'r4', accountId: 'a1', state: 'done', documentNumber: null },
    { key: 'o5', state: 'failed', documentNumber: null, reason: { code: 'kod-202', params: { kod: '202' } } },
    { key: 'd6', at: NOW - 3 * DAY, findings: [{ code: 'buyer-postcode-missing', path: '', params: {} }] },
  ];

  it.each<[string, Partial<LogFilter>, readonly string[]]>([
    ['by account', { accountId: 'a2' }, ['d2']],
    ['by state', { state: 'failed' }, ['d1', 'o5']],
    ['by kind, old entries by their keys', { kind: 'correction' }, ['d3', 'r4']],
    ['of invoices', { kind: 'invoice', state: 'done' }, ['d2']],
    ['by a day', { from: '2026-11-19', to: '2026-11-19' }, ['d6']],
    ['until a day', { to: '2026-11-21' }, ['d6']],
    ['from a day on', { from: '2026-11-22', state: 'failed' }, ['d1', 'o5']],
    ['by the panel’s number, whatever its letters', { text: ' fv/2' }, ['d2']],
    ['by iFirma’s number', { text: '900/11' }, ['d2']],
    ['by an order without a document', { text: '5' }, ['o5']],
    ['by the words of a reason, which the view turned into codes', { text: 'odmówiła', codes: ['kod-202'] }, ['o5']],
    ['by the words of a finding', { text: 'kodu pocztowego', codes: ['buyer-postcode-missing'] }, ['d6']],
    ['by nothing that is there', { text: 'xyz' }, []],
  ])('%s', async (_what, filter, expected) => {
    const world = await createWorld();
    await entries(world, SOME);
    expect(await keys(world, filter)).toEqual(expected);
  });

  it('finds a document by its order, which the ledger knows', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    await entries(world, [{ key: 'd9', documentNumber: 'FV/9/2026' }]);
    expect(await keys(world, { text: '1001' })).toEqual(['d77']);
  });

  it.each([
    ['2026-11-22', '2026-11-21T23:00:00Z'],
    ['2026-07-01', '2026-06-30T22:00:00Z'],
    ['2026-03-29', '2026-03-28T23:00:00Z'],
    ['2026-10-25', '2026-10-24T22:00:00Z'],
  ])('a day begins at midnight in Poland: %s', (day, instant) => {
    expect(new Date(startOfDay(day)).toISOString().slice(0, 19)).toBe(instant.slice(0, 19));
  });
});

describe('the story of one document', () => {
  const story = (world: World, key: 'd77' | 'd9' = 'd77') =>
    world.tell<'log.story'>({ type: 'log.story', panel: 'demo', key }, VIEW);

  it('goes from the click to where it stands now', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    await world.send('1001', 'd77');
    await world.pass(60_000);
    await entries(world, [{ key: 'd78' }]);
    const { entries: told, now, isCut } = await story(world);
    expect(told[0]).toMatchObject({ event: 'person', state: 'queued', key: 'd77' });
    expect(told.at(-1)).toMatchObject({ step: 'attach', state: 'done' });
    expect(told.map(({ reason }) => reason?.code ?? '')).toContain('post-network');
    expect(told.every(({ key }) => key === 'd77')).toBe(true);
    expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted((one, other) => one - other));
    expect(now).toMatchObject({ state: 'done', orderId: '1001' });
    expect(isCut).toBe(false);
  });

  it('says that its beginning is gone', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    await world.store.log.removeOldest({ before: null, atLeast: 2, most: 500 });
    expect(await story(world)).toMatchObject({ isCut: true, now: { state: 'done' } });
  });

  it('of a document that nobody knows is empty', async () => {
    expect(await story(await createWorld(), 'd9')).toEqual({ entries: [], now: null, isCut: false });
  });
});

it.each([
  { type: 'log.page', filter: ALL, before: null, limit: 5 },
  { type: 'log.story', panel: 'demo', key: 'd77' },
  { type: 'log.kept' },
  { type: 'diagnostics' },
] as const)('what an open room asks by itself keeps no keys open: $type', async (message) => {
  const world = await createWorld();
  await turnOn(world, 15);
  await world.pass(14 * MINUTE);
  await world.tell(message, VIEW);
  await world.pass(2 * MINUTE);
  await world.lockDue();
  expect((await world.tell<'diagnostics'>({ type: 'diagnostics' }, VIEW)).passphrase).toBe('locked');
});

it.each([
  { type: 'log.page', filter: ALL, before: null, limit: 5 },
  { type: 'log.story', panel: 'demo', key: 'd77' },
  { type: 'log.kept' },
  { type: 'log.keep', retention: { days: null, entries: null } },
  { type: 'diagnostics' },
] as const)('a page of the panel asks for none of it: $type', async (message) => {
  const world = await createWorld();
  expect(await world.ask(message, PANEL)).toEqual({
    ok: false,
    reason: { code: 'internal', params: { detail: 'command' } },
  });
});
