/** English is a pack of its own: it comes with the choice, to pages that are open already and to those that are opened after it. */
import type { Page } from '@playwright/test';
import { expect, type Shop, test } from './fixtures.ts';

async function openSettings(shop: Shop): Promise<Page> {
  const page = await shop.openExtensionPage('options.html');
  await page
    .getByRole('link', { name: /^(Konfiguracja podstawowa|Podstawowa konfiguracja|Basic configuration)/ })
    .click();
  return page;
}

async function openList(shop: Shop): Promise<Page> {
  const page = await shop.browser.context.newPage();
  await page.goto('https://demo.sellasist.pl/admin/orders/edit');
  return page;
}

const state = (page: Page, name: string) => page.getByRole('img', { name, exact: true }).first();

test('open cards and lists, the settings and the popup change to English and back with the choice', async ({
  shop,
}) => {
  await shop.setUp();
  const card = await shop.openOrder('1001');
  const list = await openList(shop);
  const settings = await openSettings(shop);
  const popup = await shop.openExtensionPage('popup.html');
  await expect(card.button('Wyślij do iFirma')).toBeVisible();
  await expect(state(list, 'Nie wysłano')).toBeVisible();

  await settings.getByRole('combobox', { name: 'Język' }).selectOption('English');
  await expect(settings.getByRole('combobox', { name: 'Language' })).toBeVisible();
  await expect(card.button('Send to iFirma')).toBeVisible();
  await expect(card.status).toHaveText('Not sent');
  await expect(state(list, 'Not sent')).toBeVisible();
  await expect(popup.locator('html')).toHaveAttribute('lang', 'en');
  await expect(popup.getByRole('tab', { name: 'Errors' })).toBeVisible();

  await settings.getByRole('combobox', { name: 'Language' }).selectOption('Polski');
  await expect(card.button('Wyślij do iFirma')).toBeVisible();
  await expect(state(list, 'Nie wysłano')).toBeVisible();
  await expect(popup.getByRole('tab', { name: 'Błędy' })).toBeVisible();
});

test('what is opened after the choice speaks English from the first word, and sends', async ({ shop }) => {
  await shop.setUp();
  const settings = await openSettings(shop);
  await settings.getByRole('combobox', { name: 'Język' }).selectOption('English');
  await expect(settings.getByRole('combobox', { name: 'Language' })).toBeVisible();

  await expect(state(await openList(shop), 'Not sent')).toBeVisible();
  const card = await shop.openOrder('1001');
  await card.button('Send to iFirma').click();
  await expect(card.status).toContainText('Sent');
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  await expect((await openSettings(shop)).getByRole('combobox', { name: 'Language' })).toBeVisible();
});
