/** Where a key that was typed in may be found afterwards: nowhere (design 8). */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { listenIn, sayFrom, storageSeenFrom } from '../browser/content-world.ts';
import { databaseText, filesWith, storageText } from '../browser/stored.ts';
import { TEST_KEYS, TEST_LOGIN } from '../sim/ifirma/index.ts';
import { DEMO_KEY } from '../sim/sellasist/index.ts';
import { expect, type Shop, test } from './fixtures.ts';
import { enterAccount, field, openRoom } from './options-form.ts';

const HEX_KEYS = [TEST_KEYS.faktura, TEST_KEYS.abonent, TEST_KEYS.rachunek];
const TEXTS = [DEMO_KEY, ...HEX_KEYS.flatMap((key) => [key.toUpperCase(), key.toLowerCase()])];

/** A key in every spelling in which it could leak: as it was typed, in either case, its bytes in base64 and as numbers. */
const SPELLINGS: readonly string[] = [
  ...TEXTS,
  ...TEXTS.map((text) => Buffer.from(text).toString('base64').replace(/=+$/, '')),
  ...HEX_KEYS.flatMap((key) => {
    const bytes = Buffer.from(key, 'hex');
    return [bytes.toString('base64').replace(/=+$/, ''), [...bytes].join(','), bytes.toString('latin1')];
  }),
];

const spelledIn = (text: string): readonly string[] => SPELLINGS.filter((spelling) => text.includes(spelling));

/** Elements, what is typed into them, and what stands in open shadow roots. */
const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const parts: string[] = [];
    const collect = (root: Document | ShadowRoot): void => {
      parts.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
      for (const element of root.querySelectorAll('*')) {
        if ('value' in element) parts.push(String(element.value));
        if (element.shadowRoot) collect(element.shadowRoot);
      }
    };
    collect(document);
    return parts.join('\n');
  });

const linesOf = (context: BrowserContext): readonly string[] => {
  const lines: string[] = [];
  context.on('console', (line) => lines.push(line.text()));
  context.on('weberror', (error) => lines.push(error.error().stack ?? error.error().message));
  for (const worker of context.serviceWorkers()) worker.on('console', (line) => lines.push(line.text()));
  return lines;
};

/** A merchant's first day, with the mishaps that make programs talkative. */
async function liveThrough(shop: Shop): Promise<void> {
  const options = await shop.openExtensionPage('options.html');
  await enterAccount(options, { ...TEST_KEYS, login: TEST_LOGIN, sellasist: DEMO_KEY, rachunek: TEST_KEYS.rachunek });
  await options.getByRole('button', { name: 'Sprawdź połączenie' }).click();
  await expect(options.getByRole('list', { name: 'Wynik sprawdzenia' })).toContainText('iFirma przyjęła login');
  await options.getByRole('button', { name: 'Zmień Klucz API Sellasist' }).click();
  await options.getByRole('button', { name: 'Zostaw zapisany' }).click();
  const order = await shop.openOrder('1001');
  const refused = shop.standIns.faults.add({
    match: { method: 'POST', times: 1 },
    do: { kind: 'kod', kod: 403, text: 'Błędny klucz', when: 'before' },
  });
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Błąd');
  refused.remove();
  await options.bringToFront();
  await options.getByRole('button', { name: 'Sprawdź połączenie' }).click();
  await expect(options.getByRole('list', { name: 'Wynik sprawdzenia' })).toContainText('iFirma przyjęła login');
  await order.button('Wyślij ponownie').click();
  await expect(order.status).toContainText('Wysłano');
}

test('no page, no log, no store and no request shows a key that was saved', async ({ shop }) => {
  const lines = linesOf(shop.browser.context);
  await liveThrough(shop);
  await shop.openExtensionPage('popup.html');

  for (const page of shop.browser.context.pages()) expect(spelledIn(await everythingIn(page)), page.url()).toEqual([]);
  expect(spelledIn(lines.join('\n'))).toEqual([]);
  expect(spelledIn(await storageText(shop.browser))).toEqual([]);

  const { vault = '', log = '', ...tables } = await databaseText(shop.browser);
  expect(log).toContain('kod-403');
  expect(spelledIn([log, ...Object.values(tables)].join('\n'))).toEqual([]);
  expect(vault).toContain('CryptoKey');
  expect(vault).not.toContain('extractable true');
  expect(spelledIn(vault)).toEqual([]);
  expect(vault.toLowerCase()).not.toContain(Buffer.from(DEMO_KEY).toString('hex'));

  expect(shop.standIns.requests().some(({ headers }) => headers.apikey === DEMO_KEY)).toBe(true);
  // The panel's key goes to its own panel, in the one header; iFirma's keys never travel.
  for (const { host, target, headers, body } of shop.standIns.requests()) {
    const { apikey: panelKey = '', ...others } = headers;
    expect(spelledIn(JSON.stringify([target, others, body.toString('latin1')])), target).toEqual([]);
    expect(host === 'demo.sellasist.pl' ? [DEMO_KEY, ''] : ['']).toContain(panelKey);
  }
});

test('no room of the options shows a key that is stored, and neither does the file of settings, also under a passphrase', async ({
  shop,
}) => {
  const lines = linesOf(shop.browser.context);
  await liveThrough(shop);
  const page = await shop.openExtensionPage('options.html');
  const rooms = ['Pierwsze kroki', 'Konta', 'Metody płatności', 'Podstawowa konfiguracja', 'Serie dokumentów'];
  const lookAround = async (): Promise<void> => {
    for (const room of [...rooms, 'Bezpieczeństwo']) {
      await openRoom(page, room);
      expect(spelledIn(await everythingIn(page)), room).toEqual([]);
    }
  };
  await lookAround();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Eksportuj ustawienia', exact: true }).click();
  expect(spelledIn(readFileSync(await (await downloading).path(), 'utf8'))).toEqual([]);

  const typed = {
    'Klucz API': TEST_KEYS.faktura,
    'Klucz API abonent': TEST_KEYS.abonent,
    'Klucz API rachunek': TEST_KEYS.rachunek,
  };
  for (const [name, key] of Object.entries(typed))
    await page.getByRole('textbox', { name: `${name} – Sklep testowy`, exact: true }).fill(key);
  for (const name of ['Hasło', 'Powtórz hasło'])
    await page.getByRole('textbox', { name, exact: true }).fill('most, rzeka i stary młyn');
  await page.getByRole('button', { name: 'Włącz hasło', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Zablokuj teraz', exact: true })).toBeVisible();
  await lookAround();
  const { vault = '', ...tables } = await databaseText(shop.browser);
  expect(vault).not.toMatch(/"imported"|"device"/);
  for (const text of [vault, ...Object.values(tables), await storageText(shop.browser), lines.join('\n')])
    expect(spelledIn(text)).toEqual([]);
  expect(vault.toLowerCase()).not.toContain(Buffer.from(DEMO_KEY).toString('hex'));
});

test('what a content script is told holds no key, and it cannot read what the extension stores', async ({ shop }) => {
  await liveThrough(shop);
  const order = await shop.openOrder('1004');
  await expect(order.button('Wyślij do iFirma')).toBeVisible();
  const heard = await listenIn(shop.browser, order.page);
  await order.button('Podgląd').click();
  await order.page.getByRole('button', { name: 'Zamknij' }).click();
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano');
  const downloading = order.page.waitForEvent('download');
  await order.button('Pobierz PDF').click();
  await downloading;
  const replies = await heard();
  for (const part of ['"lines"', '"done"', '"base64"']) expect(replies).toContain(part);
  expect(spelledIn(replies)).toEqual([]);

  const seen = await storageSeenFrom(shop.browser, order.page);
  expect(seen.local).toMatch(/not allowed/);
  expect(seen.session).toMatch(/not allowed/);
  for (const message of [{ type: 'account.list' }, { type: 'account.test', id: 'x' }])
    expect(await sayFrom(shop.browser, order.page, message)).toMatchObject({ ok: false });
});

test('no file of the profile holds a key in plain text, neither while the browser runs nor afterwards', async ({
  shop,
}) => {
  await liveThrough(shop);
  const { profile } = shop.browser;
  // Typed and not saved: the browser keeps what stands in forms, to bring it back after a crash.
  const options = await shop.openExtensionPage('options.html');
  await options.getByRole('button', { name: 'Zmień Klucz API', exact: true }).click();
  await field(options, 'faktura').fill(TEST_KEYS.faktura);
  await options.waitForTimeout(3_000);
  // The same search finds what is stored in plain text on purpose, so it would find a key.
  await expect.poll(() => filesWith(profile, [TEST_LOGIN]).length).toBeGreaterThan(0);
  expect(filesWith(profile, TEXTS)).toEqual([]);
  await shop.browser.close();
  expect(filesWith(profile, [TEST_LOGIN]).length).toBeGreaterThan(0);
  expect(filesWith(profile, TEXTS)).toEqual([]);
});
