/** Settings as a file: out, and in again; and what every bad file meets: a sentence, and nothing changed. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { databaseText } from '../browser/stored.ts';
import { TEST_KEYS } from '../sim/ifirma/index.ts';
import { DEMO_KEY } from '../sim/sellasist/index.ts';
import { expect, type Shop, test } from './fixtures.ts';
import { openRoom } from './options-form.ts';

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function exported(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await button(page, 'Eksportuj ustawienia').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^mostek-ustawienia-\d{4}-\d{2}-\d{2}\.json$/);
  return readFileSync(await download.path(), 'utf8');
}

async function offer(page: Page, text: string | Buffer): Promise<void> {
  await page
    .getByLabel('Plik z ustawieniami')
    .setInputFiles({ name: 'ustawienia.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await button(page, 'Wczytaj ustawienia z pliku').click();
}

async function security(shop: Shop): Promise<Page> {
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, 'Bezpieczeństwo');
  return page;
}

test('exported with its keys, wiped, and read in again: the shop sends as before', async ({ shop }) => {
  await shop.setUp();
  const page = await security(shop);
  await page.getByRole('checkbox', { name: 'Dołącz klucze' }).check();
  await box(page, 'Hasło pliku').fill('kładka przez potok');
  await page
    .getByRole('group', { name: /Eksport/ })
    .getByRole('textbox', { name: 'Klucz API – Sklep testowy' })
    .fill(TEST_KEYS.faktura);
  await page
    .getByRole('group', { name: /Eksport/ })
    .getByRole('textbox', { name: 'Klucz API abonent – Sklep testowy' })
    .fill(TEST_KEYS.abonent);
  const text = await exported(page);
  for (const key of [DEMO_KEY, TEST_KEYS.faktura, TEST_KEYS.faktura.toLowerCase(), TEST_KEYS.abonent])
    expect(text).not.toContain(key);

  await button(page, 'Usuń wszystko').click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('textbox').fill('USUŃ');
  await question.getByRole('button', { name: /Usuń/ }).click();
  await expect
    .poll(async () => Object.values(await databaseText(shop.browser)).join(''))
    .not.toContain('Sklep testowy');

  const again = await security(shop);
  await offer(again, text);
  await expect(again.getByText('Sklep testowy').first()).toBeVisible();
  await box(again, 'Hasło pliku').last().fill('kładka przez potok');
  await button(again, 'Zastosuj').click();
  await expect(again.getByRole('status').filter({ hasText: /Wczytano|Zapisano/ })).toBeVisible();

  const { button: press, status } = await shop.openOrder('1001');
  await press('Wyślij do iFirma').click();
  await expect(status).toContainText('Wysłano');
});

test('a file that would change something shows what, and changes it only when told to', async ({ shop }) => {
  await shop.setUp();
  const page = await security(shop);
  const text = await exported(page);
  expect(text).not.toContain(DEMO_KEY);
  const other = text.replace('"Sklep testowy"', '"Sklep z pliku"').replace('"szt."', '"kpl."');
  await offer(page, other);
  await expect(page.getByRole('table').first()).toContainText('kpl.');
  await button(page, 'Anuluj').click();
  expect((await databaseText(shop.browser)).accounts).toContain('"szt."');
  await offer(page, other);
  await button(page, 'Zastosuj').click();
  await expect.poll(async () => (await databaseText(shop.browser)).accounts).toContain('"kpl."');
});

test('rules of a file are told one by one, and stand in Automatyzacje once they were read in', async ({ shop }) => {
  await shop.setUp();
  const page = await security(shop);
  const file = JSON.parse(await exported(page));
  const effects = [{ kind: 'note', text: 'Paczka jedzie' }];
  const rule = { id: 'z-pliku', name: 'Wysłane → notatka', account: 0, isOn: true, conditions: {}, effects };
  const rules = [
    { ...rule, trigger: { kind: 'status', statusId: '4' } },
    { ...rule, id: 'druga', name: 'Druga', isOn: false, trigger: { kind: 'paid' } },
  ];
  await offer(page, JSON.stringify({ ...file, rules: { demo: { match: 'first', rules } } }));
  const changes = page.getByRole('table').first();
  await expect(changes).toContainText('„Wysłane → notatka”, włączona');
  await expect(changes).toContainText('„Druga”, wyłączona');
  await expect(changes).toContainText('Działa tylko pierwsza');
  await button(page, 'Zastosuj').click();
  const reading = page.getByRole('group', { name: 'Wczytanie ustawień' });
  await expect(reading.getByRole('status').filter({ hasText: /Wczytano|Zapisano/ })).toBeVisible();

  await openRoom(page, 'Automatyzacje');
  await expect(page.getByRole('radio', { name: /Działa tylko pierwsza/ })).toBeChecked();
  await expect(page.getByText('Wysłane → notatka').first()).toBeVisible();
  await openRoom(page, 'Bezpieczeństwo');
  expect(JSON.parse(await exported(page)).rules.demo.rules.map(({ name }: { name: string }) => name)).toEqual([
    'Wysłane → notatka',
    'Druga',
  ]);
});

test('broken, older, newer and hostile files: each gets a sentence, and nothing is changed', async ({ shop }) => {
  await shop.setUp();
  const page = await security(shop);
  const good = await exported(page);
  const before = (await databaseText(shop.browser)).accounts;
  const bad: readonly (readonly [string, string | Buffer, RegExp])[] = [
    ['cut in the middle', good.slice(0, good.length / 2), /nie jest|uszkodzon/i],
    ['no JSON at all', '%PDF-1.7', /nie jest|uszkodzon/i],
    ['another program’s', '{"accounts":[]}', /nie jest/i],
    ['older', good.replace('"version": 1', '"version": 0'), /starsz/i],
    ['newer', good.replace('"version": 1', '"version": 99'), /nowsz/i],
    [
      'with __proto__',
      good.replace('"accounts"', '"__proto__": {"polluted": true}, "accounts"'),
      /niedozwolon|nie można/i,
    ],
    ['wrong types', good.replace('"savePdf": true', '"savePdf": "tak"'), /savePdf|PDF/i],
    ['50 MB', Buffer.alloc(50_000_000, ' '), /za duży/i],
  ];
  for (const [what, text, sentence] of bad) {
    await offer(page, text);
    await expect(page.getByRole('alert').filter({ hasText: sentence }), what).toBeVisible();
    await expect(button(page, 'Zastosuj'), what).toHaveCount(0);
    expect((await databaseText(shop.browser)).accounts, what).toBe(before);
  }
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});
