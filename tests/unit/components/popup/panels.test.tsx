// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { SearchFound } from '../../../../utils/messages/index.ts';
import { account } from '../options/examples.ts';
import { all, choose, nameOf, ok, one, press, soon, type, unmount, until } from '../options/screen.tsx';
import { group, groups, page, row, showPopup } from './scene.tsx';

const two = () => ok([account({ panel: 'demo' }), account({ id: 'konto-2', panel: 'drugi' })]);
const found = (more: Partial<SearchFound> = {}): SearchFound => ({
  rows: [],
  hasMore: false,
  stoppedAfter: null,
  ...more,
});

afterEach(unmount);

describe('of several panels', () => {
  test('one can be chosen, and all three lists are of it', async () => {
    const screen = await showPopup({ 'account.list': two, 'error.groups': () => ok(groups([group(12)])) });
    await soon('combobox', 'Panel');
    await choose('Panel', 'drugi');
    await until(() => {
      for (const list of ['error.groups', 'queue', 'recent'] as const)
        expect(screen.askedFor(list).at(-1)).toMatchObject({ panel: 'drugi' });
    });
    await choose('Panel', '');
    await until(() => expect(screen.askedFor('error.groups').at(-1)).toMatchObject({ panel: null }));
  });

  test('a group sends only what it shows', async () => {
    const screen = await showPopup({
      'account.list': two,
      'error.groups': () => ok(groups([group(12)])),
      'resend.cause': () => ok({ done: 12, left: [], remaining: 0, stopped: null }),
    });
    await soon('combobox', 'Panel');
    await choose('Panel', 'drugi');
    await press('button', 'Wyślij ponownie wszystkie (12): brak kodu pocztowego nabywcy');
    expect(screen.askedFor('resend.cause')).toMatchObject([{ panel: 'drugi' }]);
  });

  test('each row says whose it is, until one is chosen', async () => {
    await showPopup({
      'account.list': two,
      recent: () => ok(page([row({ panel: 'drugi', state: 'done' })])),
    });
    await press('tab', 'Ostatnie');
    const list = await soon('list', 'Ostatnie');
    expect(list.textContent).toContain('drugi');
    await choose('Panel', 'drugi');
    await until(() => expect(one('list', 'Ostatnie').textContent).not.toContain('drugi'));
  });
});

test('of a single panel there is nothing to choose', async () => {
  await showPopup({});
  await soon('tab', 'Błędy');
  expect(all('combobox')).toEqual([]);
});

describe('“Znajdź”', () => {
  const find = async (text: string): Promise<void> => {
    await soon('textbox', 'Numer zamówienia');
    await type('Numer zamówienia', text);
    await press('button', 'Znajdź');
  };

  test('finds what is known of the number of an invoice', async () => {
    const screen = await showPopup({
      search: () => ok(found({ rows: [row({ state: 'done', ifirmaNumber: '31/11/2026' })] })),
    });
    await find(' FV 77 ');
    expect(screen.askedFor('search')).toEqual([{ type: 'search', panel: null, text: 'FV 77' }]);
    const list = await soon('list', 'Znalezione dokumenty');
    expect(list.textContent).toMatch(/Wysłano.*FV 77\/11\/2026.*w iFirma: 31\/11\/2026/);
    await press('button', 'Zamknij wyniki');
    await until(() => expect(all('list', 'Znalezione dokumenty')).toEqual([]));
    expect(document.activeElement).toBe(one('textbox', 'Numer zamówienia'));
  });

  test('says when nothing is known, and how far it looked', async () => {
    await showPopup({ search: () => ok(found({ stoppedAfter: 3_000 })) });
    await find('FV 99');
    await until(() => expect(document.body.textContent).toContain('Mostek nie zna dokumentu o numerze „FV 99”.'));
    expect(document.body.textContent).toContain('Przejrzano 3000 ostatnich dokumentów');
  });

  test('says when there is more', async () => {
    await showPopup({ search: () => ok(found({ rows: [row()], hasMore: true })) });
    await find('FV');
    await until(() => expect(one('alert').textContent).toContain('same cyfry'));
    await find('FV 7');
    await until(() => expect(document.body.textContent).toContain('Jest ich więcej.'));
  });

  test('of an order in several panels goes where the ledger knows it', async () => {
    const screen = await showPopup({
      'account.list': two,
      search: () => ok(found({ rows: [row({ panel: 'drugi', orderId: '1001' })] })),
      'of.panel': () => ok({ language: 'pl', orderId: '1001', mode: 'ready', documents: [], problem: null }),
    });
    await find('1001');
    await until(() => expect(screen.askedFor('of.panel')).toMatchObject([{ panel: 'drugi' }]));
    expect(all('list', 'Znalezione dokumenty')).toEqual([]);
  });

  test('asks in which panel where nobody knows, and not where one is chosen', async () => {
    const screen = await showPopup({
      'account.list': two,
      search: () => ok(found()),
      'of.panel': () => ok({ language: 'pl', orderId: '1001', mode: 'ready', documents: [], problem: null }),
    });
    await find('1001');
    const question = await soon('group', 'W którym panelu jest zamówienie 1001?');
    expect(all('button', undefined, question).map(nameOf)).toEqual(['demo', 'drugi']);
    await press('button', 'drugi', question);
    await until(() => expect(screen.askedFor('of.panel')).toMatchObject([{ panel: 'drugi' }]));
    await choose('Panel', 'demo');
    await find('1002');
    await until(() => expect(screen.askedFor('of.panel').at(-1)).toMatchObject({ panel: 'demo' }));
    expect(all('group')).toEqual([]);
  });
});
