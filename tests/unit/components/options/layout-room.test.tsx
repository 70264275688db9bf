// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diagnosticsOf } from '../../../../components/options/layout/diagnostics.ts';
import { Options } from '../../../../components/options/options.tsx';
import { PAGE_KINDS, type PageKind, type PageKnown, type PanelLayoutView } from '../../../../utils/messages/index.ts';
import { account } from './examples.ts';
import {
  type Answers,
  all,
  inputOf,
  mount,
  ok,
  one,
  press,
  type Screen,
  soon,
  type,
  unmount,
  until,
} from './screen.tsx';

const SEEN: NonNullable<PageKnown['seen']> = {
  kind: 'document-list',
  place: 'own',
  missed: false,
  rows: 14,
  left: 0,
  hits: { 'list-table': 1 },
  at: 1_795_000_000_000,
  path: '/admin/operationdocuments/edit',
  misses: 0,
};
const TAUGHT: PageKnown['taught'] = {
  kind: 'document-list',
  path: '/admin/pages/edit',
  place: { selector: '.c-list', position: 'after' },
};

const view = (over: Partial<PageKnown> = {}, armed: PageKind | null = null): PanelLayoutView => ({
  panel: 'testowy',
  version: '0.1.0',
  armed,
  pages: PAGE_KINDS.map((kind) => ({
    kind,
    taught: null,
    test: null,
    seen: null,
    ...(kind === 'document-list' ? over : {}),
  })),
});

const show = (panels: readonly PanelLayoutView[], more: Answers = {}): Promise<Screen> =>
  mount(<Options />, { 'account.list': () => ok([account()]), layout: () => ok(panels), ...more });
const list = (): HTMLElement => one('group', 'Lista dokumentów');

beforeEach(() => {
  location.hash = '#layout';
});
afterEach(unmount);

describe('Układ panelu', () => {
  test('says of each kind of page how it is known', async () => {
    await show([view()]);
    await soon('group', 'Karta zamówienia');
    expect(one('group', 'Karta zamówienia').textContent).toContain('Znana z adresu.');
    expect(one('group', 'Karta dokumentu').textContent).toContain('nie jest opublikowany');
    expect(list().textContent).toContain('Jeszcze nie widziana.');
    expect(all('button', 'Ucz tej strony')).toHaveLength(PAGE_KINDS.length);
    expect(all('button', 'Zapomnij')).toEqual([]);
    expect(all('alert')).toEqual([]);
  });

  test('says what was taught, how it agreed and what was last seen', async () => {
    await show([view({ taught: TAUGHT, test: { rows: 14, compared: 12, agreed: 12, at: 1 }, seen: SEEN })]);
    await soon('group', 'Lista dokumentów');
    const text = list().textContent?.replaceAll('\u00a0', ' ');
    expect(text).toContain('Nauczona: /admin/pages/edit');
    expect(text).toContain('Miejsce: .c-list (za tym miejscem)');
    expect(text).toContain('pasuje: 14 wierszy, numery zgodne');
    expect(text).toContain('Ostatnio widziana: ');
  });

  test.each([
    [{ rows: 2, compared: 2, agreed: 1, at: 1 }, 'nie pasuje: 2 wiersze, a 1 z 2 numerów jest w Sellasist inne'],
    [{ rows: 1, compared: 0, agreed: 0, at: 1 }, 'pasuje: 1 wiersz, numerów nie udało się porównać'],
  ])('%j: %s', async (result, text) => {
    await show([view({ taught: TAUGHT, test: result })]);
    await soon('group', 'Lista dokumentów');
    expect(list().textContent?.replaceAll('\u00a0', ' ')).toContain(text);
  });

  test('shows that the panel’s layout has changed, and how often it was met so', async () => {
    await show([view({ seen: { ...SEEN, misses: 3, missed: true, place: 'floating' } })]);
    await soon('alert');
    expect(one('alert', undefined, list()).textContent?.replaceAll('\u00a0', ' ')).toMatch(
      /Układ panelu się zmienił.*3 razy/,
    );
  });

  test('arms and forgets one kind of page of its panel', async () => {
    const screen = await show([view({ taught: TAUGHT })], {
      'layout.arm': () => ok([view({ taught: TAUGHT }, 'document-list')]),
      'layout.forget': () => ok([view()]),
    });
    await soon('group', 'Lista dokumentów');
    await press('button', 'Ucz tej strony', list());
    await until(() => expect(list().textContent).toContain('naciśnij tam „Użyj tej strony”'));
    await press('button', 'Zapomnij', list());
    await until(() => expect(list().textContent).not.toContain('Nauczona'));
    expect(screen.askedFor('layout.arm')).toMatchObject([{ panel: 'testowy', kind: 'document-list' }]);
    expect(screen.askedFor('layout.forget')).toMatchObject([{ panel: 'testowy', kind: 'document-list' }]);
  });

  test('gives the profile as text and takes one; a wrong one is said', async () => {
    const answers = [
      { ok: false, why: 'not-a-profile' },
      { ok: true, panels: [view({ taught: TAUGHT })] },
    ] as const;
    let turn = 0;
    await show([view()], { 'layout.import': () => ok(answers[turn++] ?? answers[0]) });
    await soon('textbox', 'Profil panelu');
    await type('Profil panelu', '{"x":1}');
    await press('button', 'Importuj profil');
    await until(() => expect(document.body.textContent).toContain('To nie jest profil panelu'));
    await press('button', 'Importuj profil');
    await until(() => expect(list().textContent).toContain('Nauczona: /admin/pages/edit'));
    await press('button', 'Eksportuj profil');
    expect(JSON.parse(inputOf('textbox', 'Profil panelu').value)).toEqual({
      mostek: 'panel-profile',
      version: 1,
      pages: [TAUGHT],
    });
  });

  test('without an account says what will be there', async () => {
    await mount(<Options />, { 'account.list': () => ok([]), layout: () => ok([]) });
    await until(() => expect(document.body.textContent).toContain('pojawią się tutaj strony'));
  });
});

test('the diagnostics hold addresses without digits, counts and the version, and no name of a panel', () => {
  const text = diagnosticsOf(view({ taught: TAUGHT, seen: SEEN }));
  expect(JSON.parse(text)).toMatchObject({ mostek: '0.1.0' });
  expect(text).toContain('"list-table": 1');
  expect(text).not.toContain('testowy');
  expect(text).not.toContain('1795000000000');
});
