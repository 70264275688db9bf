/** `Sprawdź połączenie`: what was reached, or what is wrong with which field. It only reads. */
import { describe, expect, it } from 'vitest';
import type { TestLine } from '../../../utils/messages/index.ts';
import { TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import {
  DEMO_KEY,
  DEMO_KEY_WITHOUT_DOCUMENTS,
  DEMO_KEY_WITHOUT_FIELDS,
  DEMO_KEY_WITHOUT_ORDERS,
} from '../../sim/sellasist/index.ts';
import { rawRows } from '../store/examples.ts';
import { draftOf, openedIn } from './set-up.ts';
import { LIST, POST } from './troubles.ts';
import { createWorld, VIEW, type World } from './world.ts';

const PANEL_HOST = 'demo.sellasist.pl';
const MONTH = { host: 'www.ifirma.pl', path: 'miesiacksiegowy' };

const test = (world: World): Promise<readonly TestLine[]> =>
  world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
const testKey = (world: World, key: string, panel = 'demo') =>
  world.tell<'panel.test'>({ type: 'panel.test', panel, key }, VIEW);
const short = (lines: readonly TestLine[]) =>
  lines.map(({ what, problem, field }) => [what, problem?.code ?? null, field] as const);

const GOOD_PANEL = ['sellasist', 'sellasist-orders', 'sellasist-fields', 'sellasist-documents'].map(
  (what) => [what, null, null] as const,
);
const GOOD_IFIRMA = ['ifirma', 'ifirma-month', 'ifirma-limit'].map((what) => [what, null, null] as const);

describe('the connection test of an account', () => {
  it('names login, accounting month and documents used, and only reads', async () => {
    const world = await createWorld();
    const lines = await test(world);
    expect(short(lines)).toEqual([...GOOD_PANEL, ...GOOD_IFIRMA]);
    expect(lines.slice(4).map(({ params }) => params)).toEqual([
      { login: TEST_LOGIN },
      { month: '11', year: '2026' },
      { used: '0', granted: '1000' },
    ]);
    expect(new Set(world.network.passed.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('leaves month and limit out where the key `abonent` is not stored', async () => {
    const world = await createWorld({ draft: { secrets: { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura } } });
    expect(short(await test(world))).toEqual([...GOOD_PANEL, ['ifirma', null, null]]);
  });

  it.each([
    [400, null],
    [401, 'login'],
    [402, 'faktura'],
    [403, 'faktura'],
    [499, null],
    [500, null],
  ] as const)('Kod %i speaks of the field %s', async (kod, field) => {
    const world = await createWorld();
    world.network.arm(LIST, { kind: 'kod', kod });
    const lines = short(await test(world));
    expect(lines[4]).toEqual(['ifirma', `kod-${kod}`, field]);
    // Another key may still work; another login will not.
    expect(lines).toHaveLength(field === 'faktura' ? 7 : 5);
  });

  it.each([
    [401, 'login'],
    [402, 'abonent'],
    [403, 'abonent'],
  ] as const)('Kod %i for the month speaks of the field %s', async (kod, field) => {
    const world = await createWorld();
    world.network.arm(MONTH, { kind: 'kod', kod });
    expect(short(await test(world))[5]).toEqual(['ifirma-month', `kod-${kod}`, field]);
  });

  it.each([
    ['drop', { kind: 'drop' }, 'network', 'panel'],
    ['time-out', { kind: 'timeout' }, 'timeout', 'panel'],
    ['redirect', { kind: 'redirect', location: 'https://sellasist.pl/' }, 'sellasist-error', 'panel'],
    ['HTTP 404 of a page', { kind: 'status', status: 404, body: '<!doctype html>' }, 'sellasist-error', 'panel'],
    ['HTTP 503', { kind: 'status', status: 503 }, 'sellasist-unreachable', null],
    ['offline', { kind: 'offline' }, 'offline', null],
    ['HTTP 401', { kind: 'status', status: 401 }, 'sellasist-key', 'sellasist'],
  ] as const)(
    'a panel that answers with %s is asked once, and iFirma all the same',
    async (_what, trouble, code, field) => {
      const world = await createWorld();
      world.network.arm({ host: PANEL_HOST }, trouble);
      expect(short(await test(world))).toEqual([['sellasist', code, field], ...GOOD_IFIRMA]);
      expect(world.network.passed.filter(({ host }) => host === PANEL_HOST)).toHaveLength(1);
    },
  );

  it('ends a pause when iFirma answers, whatever the panel says, and not before', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 403 });
    await world.send('1001', 'd77');
    expect(await openedIn(world)).toMatchObject({ pausedBy: 'kod-403' });
    const refused = world.network.arm(LIST, { kind: 'kod', kod: 403 });
    await test(world);
    expect(await openedIn(world)).toMatchObject({ pausedBy: 'kod-403' });
    refused.remove();
    world.network.arm({ host: PANEL_HOST }, { kind: 'drop' });
    const before = await openedIn(world);
    await test(world);
    // A form that is open meanwhile is not out of date for it.
    expect(await openedIn(world)).toEqual({ ...before, pausedBy: null });
  });

  it('of an account that was removed has nothing to say', async () => {
    const world = await createWorld();
    expect(await world.tell<'account.test'>({ type: 'account.test', id: 'nobody' }, VIEW)).toEqual([]);
  });
});

describe('a key that is not saved yet', () => {
  it.each([
    [DEMO_KEY, null],
    [DEMO_KEY_WITHOUT_ORDERS, 'sellasist-orders'],
    [DEMO_KEY_WITHOUT_FIELDS, 'sellasist-fields'],
    [DEMO_KEY_WITHOUT_DOCUMENTS, 'sellasist-documents'],
  ] as const)('%s reaches all but %s', async (key, missing) => {
    const world = await createWorld({ account: false });
    expect(short(await testKey(world, ` ${key}\n`, 'https://demo.sellasist.pl/admin'))).toEqual(
      GOOD_PANEL.map(([what]) => (what === missing ? [what, 'sellasist-forbidden', 'sellasist'] : [what, null, null])),
    );
  });

  it.each([
    ['that nobody has', 'demo', 'nobody', ['sellasist', 'sellasist-key', 'sellasist']],
    ['that is empty', 'demo', ' ', ['sellasist', 'sellasist-key', 'sellasist']],
    ['for what is no panel', 'https://example.com', DEMO_KEY, ['sellasist', 'sellasist-key', 'panel']],
  ] as const)('%s is told at its field', async (_what, panel, key, line) => {
    const world = await createWorld({ account: false });
    expect(short(await testKey(world, key, panel))).toEqual([line]);
  });

  it('is tried even for a panel that has one, and neither stored nor put in its place', async () => {
    const world = await createWorld();
    const before = (await rawRows(world.database)).filter(({ table }) => table === 'vault');
    expect(short(await testKey(world, 'inny-klucz'))).toEqual([['sellasist', 'sellasist-key', 'sellasist']]);
    await testKey(world, DEMO_KEY_WITHOUT_DOCUMENTS);
    expect((await rawRows(world.database)).filter(({ table }) => table === 'vault')).toEqual(before);
    expect(JSON.stringify(await rawRows(world.database))).not.toContain(DEMO_KEY_WITHOUT_DOCUMENTS);
    expect(await world.store.vault.panelKey('demo')).toBe(DEMO_KEY);
    expect(draftOf(await openedIn(world)).panel).toBe('demo');
  });
});
