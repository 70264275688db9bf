/** Which page of a panel is which, what is put onto it, and how it is taught (sellasist-panel 5.3). */
import { describe, expect, it } from 'vitest';
import type { PageAsked, PageKind, PageReport, ShownRow, TaughtPlace } from '../../../utils/messages/index.ts';
import { createWorld, PANEL, VIEW, type World } from './world.ts';

const CARD = '/admin/operationdocuments/edit/77';
const PLACE: TaughtPlace = { selector: '.c-box', position: 'after' };

const controls = async (world: World, asked: PageAsked): Promise<readonly string[]> => {
  world.injected.length = 0;
  await world.tell<'controls'>({ type: 'controls', ...asked });
  return world.injected.map((said) => said.split(' ')[0] ?? '');
};
const page = (world: World, asked: PageAsked) => world.tell<'page'>({ type: 'page', ...asked });
const layout = async (world: World, kind: PageKind) => {
  const [view] = await world.tell<'layout'>({ type: 'layout' }, VIEW);
  const known = view?.pages.find((each) => each.kind === kind);
  if (known === undefined) throw new Error(`nothing of ${kind}`);
  return known;
};
const arm = (world: World, kind: PageKind) =>
  world.tell<'layout.arm'>({ type: 'layout.arm', panel: 'demo', kind }, VIEW);
const use = (world: World, path: string, rows: readonly ShownRow[], place: TaughtPlace | null = null) =>
  world.ask<'teach.use'>({ type: 'teach.use', path, place, rows });
const row = (documentId: string, number: string | null): ShownRow => ({ orderId: null, documentId, number });
const REPORT: PageReport = {
  kind: 'document-card',
  place: 'own',
  missed: false,
  rows: null,
  left: 0,
  hits: { form: 1 },
};
const seen = (world: World, over: Partial<PageReport> = {}) =>
  world.tell<'seen'>({ type: 'seen', ...REPORT, ...over, path: CARD });
const numberOf77 = (world: World): string => world.panel.documents.get('77')?.number ?? '';

describe('a page gets what belongs onto it', () => {
  it.each<[PageKind | null, readonly string[]]>([
    ['order-card', ['order']],
    ['document-card', ['order']],
    ['return-card', ['order']],
    ['order-list', ['list']],
    ['document-list', ['list']],
    [null, []],
  ])('%s: %j', async (kind, scripts) => {
    const world = await createWorld();
    expect(await controls(world, { page: kind, path: '/admin/some/edit' })).toEqual(scripts);
  });

  it('and nothing else asks a service for it', async () => {
    const world = await createWorld();
    const asked = world.network.passed.length;
    await controls(world, { page: null, path: '/admin/some/edit' });
    await page(world, { page: 'document-card', path: CARD });
    expect(world.network.passed).toHaveLength(asked);
  });
});

describe('teaching', () => {
  it('puts the box into the panel’s open pages, and onto each that is opened then, until it ends', async () => {
    const world = await createWorld();
    expect(await controls(world, { page: null, path: '/admin/x' })).toEqual([]);
    await arm(world, 'document-list');
    expect(world.injected).toEqual(['teach demo']);
    expect(await controls(world, { page: null, path: '/admin/x' })).toEqual(['teach']);
    expect(await controls(world, { page: 'order-list', path: '/admin/orders/edit' })).toEqual(['list', 'teach']);
    await world.tell<'teach.end'>({ type: 'teach.end' });
    expect(await controls(world, { page: null, path: '/admin/x' })).toEqual([]);
  });

  it('ends by itself after half an hour', async () => {
    const world = await createWorld();
    await arm(world, 'document-list');
    expect(await world.tell<'teach.state'>({ type: 'teach.state' })).toEqual({ language: 'pl', kind: 'document-list' });
    await world.pass(31 * 60_000);
    expect(await world.tell<'teach.state'>({ type: 'teach.state' })).toEqual({ language: 'pl', kind: null });
    expect(await use(world, '/admin/x', [])).toMatchObject({ ok: false });
  });

  it('is refused where nobody asked for it', async () => {
    const world = await createWorld();
    expect(await use(world, '/admin/x/edit', [])).toMatchObject({ ok: false });
    expect((await layout(world, 'document-list')).taught).toBeNull();
  });

  it('remembers the address without its numbers and the place, and gives the page its controls at once', async () => {
    const world = await createWorld();
    await arm(world, 'document-card');
    world.injected.length = 0;
    const reply = await use(world, '/admin/FAKE_pages/edit/77', [row('77', numberOf77(world))], PLACE);
    expect(reply).toEqual({ ok: true, value: { rows: 1, compared: 1, agreed: 1 } });
    expect(world.injected).toEqual([`order ${PANEL.kind === 'panel' ? PANEL.tabId : ''}`]);
    const taught = { kind: 'document-card', path: '/admin/FAKE_pages/edit/{n}', place: PLACE };
    expect(await layout(world, 'document-card')).toMatchObject({ taught, test: { rows: 1, compared: 1, agreed: 1 } });
    expect(await page(world, { page: null, path: '/admin/FAKE_pages/edit/12' })).toEqual({
      language: 'pl',
      kind: 'document-card',
      taught,
    });
    expect(await controls(world, { page: null, path: '/admin/FAKE_pages/edit/12' })).toContain('order');
  });

  it('goes before what the path says', async () => {
    const world = await createWorld();
    await arm(world, 'return-card');
    await use(world, '/admin/operationdocuments/edit/5', [{ orderId: '1003', documentId: null, number: null }]);
    expect((await page(world, { page: 'document-card', path: CARD })).kind).toBe('return-card');
    await world.tell<'layout.forget'>({ type: 'layout.forget', panel: 'demo', kind: 'return-card' }, VIEW);
    expect(await page(world, { page: 'document-card', path: CARD })).toMatchObject({
      kind: 'document-card',
      taught: null,
    });
    expect(await layout(world, 'return-card')).toMatchObject({ taught: null, test: null });
  });

  it.each<[PageKind, (world: World) => readonly ShownRow[], object]>([
    [
      'document-list',
      (world) => [row('77', numberOf77(world)), row('999', 'FV/1')],
      { rows: 2, compared: 1, agreed: 1 },
    ],
    ['document-list', () => [row('77', 'FV/99/2026')], { rows: 1, compared: 1, agreed: 0 }],
    ['document-list', () => [row('77', null)], { rows: 1, compared: 0, agreed: 0 }],
    [
      'document-list',
      (world) => [row('80', world.panel.documents.get('80')?.number ?? '')],
      { compared: 1, agreed: 1 },
    ],
    ['document-card', () => [row('77', 'FV/99/2026')], { compared: 1, agreed: 0 }],
    ['document-card', () => [row('999', 'FV/99/2026')], { compared: 1, agreed: 0 }],
    ['order-list', () => [{ orderId: '1001', documentId: null, number: null }], { rows: 1, compared: 1, agreed: 1 }],
    ['order-card', () => [{ orderId: '1001', documentId: null, number: null }], { compared: 1, agreed: 1 }],
    ['order-card', () => [{ orderId: '4444', documentId: null, number: null }], { compared: 1, agreed: 0 }],
  ])('%s is compared with the API', async (kind, rows, test) => {
    const world = await createWorld();
    await arm(world, kind);
    expect(await use(world, '/admin/FAKE_pages/edit/77', rows(world))).toMatchObject({ ok: true, value: test });
  });

  it('tells our open pages', async () => {
    const world = await createWorld();
    await arm(world, 'document-list');
    const before = world.announced();
    await use(world, '/admin/FAKE_pages/edit', []);
    expect(world.announced()).toBe(before + 1);
  });
});

describe('a profile', () => {
  const load = (world: World, value: unknown) =>
    world.tell<'layout.import'>(
      { type: 'layout.import', panel: 'demo', text: typeof value === 'string' ? value : JSON.stringify(value) },
      VIEW,
    );
  const profile = (over: object = {}) => ({
    mostek: 'panel-profile',
    version: 1,
    pages: [{ kind: 'document-list', path: '/admin/x/edit', place: PLACE, ...over }],
  });

  it('comes in as it went out', async () => {
    const world = await createWorld();
    expect(await load(world, profile())).toMatchObject({ ok: true });
    expect((await layout(world, 'document-list')).taught).toEqual(profile().pages[0]);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'not-json'],
    ['something else', {}, 'not-a-profile'],
    ['of a later version', { ...profile(), version: 2 }, 'not-a-profile'],
    ['with the login page', profile({ path: '/admin/login' }), 'not-a-profile'],
    ['with another place than the panel’s administration', profile({ path: '/x' }), 'not-a-profile'],
    ['with digits in its address', profile({ path: '/admin/x/7' }), 'not-a-profile'],
    ['with a selector of one record', profile({ place: { ...PLACE, selector: '#d77' } }), 'not-a-profile'],
    ['with something else than a selector', profile({ place: { ...PLACE, selector: '<img>' } }), 'not-a-profile'],
    ['with a field too many', profile({ url: 'https://evil.example' }), 'not-a-profile'],
  ])('that is %s changes nothing', async (_, value, why) => {
    const world = await createWorld();
    await load(world, profile());
    expect(await load(world, value)).toEqual({ ok: false, why });
    expect((await layout(world, 'document-list')).taught).toEqual(profile().pages[0]);
  });
});

describe('what a page looked like', () => {
  it('is kept without a number of its address; misses are counted in succession', async () => {
    const world = await createWorld();
    expect((await layout(world, 'document-card')).seen).toBeNull();
    await seen(world);
    expect((await layout(world, 'document-card')).seen).toMatchObject({
      path: '/admin/operationdocuments/edit/{n}',
      misses: 0,
      hits: { form: 1 },
    });
    await seen(world, { missed: true, place: 'floating' });
    await seen(world, { missed: true, place: 'floating' });
    expect((await layout(world, 'document-card')).seen).toMatchObject({ misses: 2, place: 'floating' });
    await seen(world);
    expect((await layout(world, 'document-card')).seen?.misses).toBe(0);
  });

  it('of a panel that nobody has set up is not kept', async () => {
    const world = await createWorld({ account: false });
    await seen(world);
    expect(await world.tell<'layout'>({ type: 'layout' }, VIEW)).toEqual([]);
  });
});

describe('the words of the controls', () => {
  const speak = (world: World, language: 'pl' | 'en') =>
    world.tell<'language.set'>({ type: 'language.set', language }, VIEW);

  it('are in the controls in Polish, and come before them in English', async () => {
    const world = await createWorld();
    expect(await controls(world, { page: 'order-card', path: '/admin/orders/edit/1' })).toEqual(['order']);
    await speak(world, 'en');
    expect(await controls(world, { page: 'order-card', path: '/admin/orders/edit/1' })).toEqual(['english', 'order']);
    await speak(world, 'pl');
    expect(await controls(world, { page: 'order-card', path: '/admin/orders/edit/1' })).toEqual(['order']);
  });

  it('come before the box that teaches as well', async () => {
    const world = await createWorld();
    await speak(world, 'en');
    world.injected.length = 0;
    await arm(world, 'document-list');
    expect(world.injected).toEqual(['english demo', 'teach demo']);
  });

  it('come into the pages that are open when English is chosen, and to nobody when Polish is', async () => {
    const world = await createWorld();
    world.injected.length = 0;
    await speak(world, 'en');
    expect(world.injected).toEqual(['english demo']);
    world.injected.length = 0;
    await speak(world, 'pl');
    expect(world.injected).toEqual([]);
  });
});
