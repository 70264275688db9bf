// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { documentUrlIn } from '../../../../components/popup/document-link.ts';
import type { PageKnown, PanelLayoutView } from '../../../../utils/messages/index.ts';
import { all, click, ok, one, press, soon, unmount, until } from '../options/screen.tsx';
import { page, row, showPopup } from './scene.tsx';

const PATH = '/admin/documents/edit/{n}';
const known = (more: Partial<PageKnown>): PageKnown => ({
  kind: 'document-card',
  taught: null,
  test: null,
  seen: null,
  ...more,
});
const seen = (path: string): PageKnown['seen'] => ({
  kind: 'document-card',
  place: 'own',
  missed: false,
  rows: null,
  left: 0,
  hits: {},
  at: 1,
  path,
  misses: 0,
});
const layout = (more: Partial<PageKnown>, panel = 'mojsklep'): PanelLayoutView => ({
  panel,
  pages: [known(more)],
  armed: null,
  version: '0.1.0',
});
const taught = (path: string): PageKnown['taught'] => ({ kind: 'document-card', path, place: null });

const sent = row({ state: 'done', ifirmaNumber: '31/11/2026', actions: ['pdf'] });

afterEach(unmount);

describe('the address of a document card', () => {
  test.each([
    ['is the one that was taught', layout({ taught: taught(PATH), seen: seen('/admin/old/{n}') }), PATH],
    ['is the one where the controls have stood', layout({ seen: seen(PATH) }), PATH],
  ])('%s', (_how, view, path) => {
    expect(documentUrlIn([view])(sent)).toBe(`https://mojsklep.sellasist.pl${path.replace('{n}', '77')}`);
  });

  test.each([
    ['nobody has been there', layout({})],
    ['it is of another panel', layout({ taught: taught(PATH) }, 'inny')],
    ['it has more numbers than the document’s', layout({ taught: taught('/admin/{n}/documents/{n}') })],
    ['it is no page of the administration', layout({ taught: taught('/sklep/{n}') })],
  ])('is not known where %s', (_how, view) => {
    expect(documentUrlIn([view])(sent)).toBeNull();
  });

  test('is none of an order without a document', () => {
    expect(documentUrlIn([layout({ taught: taught(PATH) })])({ panel: 'mojsklep', key: 'o77' })).toBeNull();
  });
});

describe('a document that was sent', () => {
  test('leads to its card and to its order', async () => {
    const screen = await showPopup({
      recent: () => ok(page([sent])),
      layout: () => ok([layout({ taught: taught(PATH) })]),
    });
    await press('tab', 'Ostatnie');
    const list = await soon('list', 'Ostatnie');
    await click(await soon('link', 'FV 77/11/2026', list));
    await click(one('link', 'Zamówienie 1001', list));
    expect(screen.tabs).toEqual([
      'https://mojsklep.sellasist.pl/admin/documents/edit/77',
      'https://mojsklep.sellasist.pl/admin/orders/edit/1001',
    ]);
  });

  test('gives its PDF', async () => {
    const screen = await showPopup({
      recent: () => ok(page([sent])),
      'of.panel': () => ok({ name: '31_11_2026.pdf', base64: btoa('%PDF-1.4') }),
    });
    await press('tab', 'Ostatnie');
    await press('button', 'Pobierz PDF', await soon('list', 'Ostatnie'));
    expect(screen.askedFor('of.panel')).toEqual([
      { type: 'of.panel', panel: 'mojsklep', message: { type: 'pdf', orderId: '1001', key: 'd77' } },
    ]);
    await until(() => expect(screen.saved).toEqual([{ name: '31_11_2026.pdf', text: '%PDF-1.4' }]));
  });

  test('says why its PDF cannot be had', async () => {
    const screen = await showPopup({
      recent: () => ok(page([sent])),
      'of.panel': () => ({ ok: false, reason: { code: 'pdf-waiting', params: {} } }),
    });
    await press('tab', 'Ostatnie');
    await press('button', 'Pobierz PDF', await soon('list', 'Ostatnie'));
    expect((await soon('alert')).textContent).toContain('Nie udało się.');
    expect(screen.saved).toEqual([]);
  });

  test('has no such button where the background does not offer it', async () => {
    await showPopup({ recent: () => ok(page([{ ...sent, actions: [] }])) });
    await press('tab', 'Ostatnie');
    await soon('list', 'Ostatnie');
    expect(all('button', 'Pobierz PDF')).toEqual([]);
  });
});
