/** axe finds nothing on any page of ours: empty and filled, light and dark, wide and narrow, with problems shown and a question open. */
import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, type Shop, test } from './fixtures.ts';
import { openRoom, saveButton } from './options-form.ts';

const ROOMS = [
  'Pierwsze kroki',
  'Konta',
  'Metody płatności',
  'Podstawowa konfiguracja',
  'Serie dokumentów',
  'Automatyzacje',
  'Log synchronizacji',
  'Zamknięcie miesiąca',
  'Bezpieczeństwo',
  'Diagnostyka',
] as const;

async function clean(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOn(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

async function everyRoom(shop: Shop, width: number): Promise<void> {
  const page = await shop.openExtensionPage('options.html');
  await page.setViewportSize({ width, height: 900 });
  for (const room of ROOMS) {
    await openRoom(page, room);
    await expect(page.getByText(/^Wczytuję/)).toHaveCount(0);
    await clean(page, `${room}, ${width} px`);
  }
}

test('every room of the options before anything is set up', async ({ shop }) => {
  test.slow();
  await everyRoom(shop, 1280);
});

test('every room of the options of a shop that sends', async ({ shop }) => {
  test.slow();
  await shop.setUp();
  await everyRoom(shop, 1280);
});

test('every room of the options on a narrow screen', async ({ shop }) => {
  test.slow();
  await shop.setUp();
  await everyRoom(shop, 360);
});

test('problems at fields, a question, and the popup', async ({ shop }) => {
  test.slow();
  await shop.setUp();
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, 'Konta');
  await page.getByRole('button', { name: 'Dodaj konto' }).click();
  await saveButton(page).click();
  await expect(page.getByRole('alert')).toContainText('Nie zapisano');
  await clean(page, 'problems at fields');
  await page.getByRole('button', { name: 'Usuń konto' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await clean(page, 'a question');

  const popup = await shop.openExtensionPage('popup.html');
  await expect(popup.getByRole('tab').first()).toBeVisible();
  await clean(popup, 'popup');
});
