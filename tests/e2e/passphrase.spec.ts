/** Keys under a passphrase: what is on the disk, what a wrong one opens, and when the session ends (design 8). */
import type { Page } from '@playwright/test';
import { databaseText, storageText } from '../browser/stored.ts';
import { TEST_KEYS } from '../sim/ifirma/index.ts';
import { DEMO_KEY } from '../sim/sellasist/index.ts';
import { expect, type Shop, test } from './fixtures.ts';
import { openRoom } from './options-form.ts';

/** 32 bytes in base64. */
const DATA_KEY = /[A-Za-z0-9+/]{43}=/;
const PASSPHRASE = 'zielony most nad cichą rzeką';
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function turnOn(shop: Shop): Promise<Page> {
  await shop.setUp();
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, 'Bezpieczeństwo');
  await box(page, 'Klucz API – Sklep testowy').fill(TEST_KEYS.faktura);
  await box(page, 'Klucz API abonent – Sklep testowy').fill(TEST_KEYS.abonent);
  await box(page, 'Hasło').fill(PASSPHRASE);
  await box(page, 'Powtórz hasło').fill(PASSPHRASE);
  await button(page, 'Włącz hasło').click();
  await expect(button(page, 'Zablokuj teraz')).toBeVisible();
  return page;
}

test('with a passphrase only ciphertext is on the disk, a wrong one opens nothing, the right one sends', async ({
  shop,
}) => {
  const page = await turnOn(shop);
  const { vault = '' } = await databaseText(shop.browser);
  expect(vault).not.toContain('CryptoKey HMAC extractable true');
  expect(vault).not.toMatch(/"imported"|"device"/);

  const order = await shop.openOrder('1001');
  await expect(order.button('Wyślij do iFirma')).toBeVisible();
  await page.bringToFront();
  // The same search finds the key of the session while it is open.
  expect(await storageText(shop.browser)).toMatch(DATA_KEY);
  await button(page, 'Zablokuj teraz').click();
  await expect(button(page, 'Odblokuj')).toBeVisible();
  expect(await storageText(shop.browser)).not.toMatch(DATA_KEY);

  await order.page.bringToFront();
  await expect(order.region).toContainText(/zablokowany/i);
  await expect(order.button('Wyślij do iFirma')).toHaveCount(0);

  await page.bringToFront();
  await box(page, 'Hasło').fill('to nie jest to hasło');
  await button(page, 'Odblokuj').click();
  await expect(page.getByRole('alert')).toContainText(/hasło/i);
  await expect(button(page, 'Odblokuj')).toBeVisible();
  await box(page, 'Hasło').fill(PASSPHRASE);
  await button(page, 'Odblokuj').click();
  await expect(button(page, 'Zablokuj teraz')).toBeVisible();

  await order.page.bringToFront();
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano');
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});

test('an unlocked session ends with the browser', async ({ shop }) => {
  await turnOn(shop);
  await shop.restart();
  const order = await shop.openOrder('1001');
  await expect(order.region).toContainText(/zablokowany/i);
  const popup = await shop.openExtensionPage('popup.html');
  await box(popup, 'Hasło').fill(PASSPHRASE);
  await button(popup, 'Odblokuj').click();
  await expect(button(popup, 'Odblokuj')).toHaveCount(0);
  await order.page.bringToFront();
  await expect(order.button('Wyślij do iFirma')).toBeVisible();
});

test('a forgotten one goes with the keys, and what was set up stays', async ({ shop }) => {
  await turnOn(shop);
  await shop.restart();
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, 'Bezpieczeństwo');
  await button(page, 'Nie pamiętam hasła').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Usuń hasło i klucze' }).click();
  await expect(button(page, 'Włącz hasło')).toBeVisible();
  await openRoom(page, 'Konta');
  await expect(page.getByText(/klucze zniknęły razem z zapomnianym hasłem/)).toBeVisible();
  await box(page, 'Klucz API Sellasist').fill(DEMO_KEY);
  await box(page, 'Klucz API').fill(TEST_KEYS.faktura);
  await button(page, 'Zapisz').click();
  await expect(page.getByRole('status').filter({ hasText: 'Zapisano' })).toBeVisible();
  await button(page, 'Sprawdź połączenie').click();
  await expect(page.getByText(/iFirma przyjęła login/)).toBeVisible();
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano');
});

test('turning it on asks for the keys again, and tells a key that is not the stored one', async ({ shop }) => {
  await shop.setUp();
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, 'Bezpieczeństwo');
  await box(page, 'Klucz API – Sklep testowy').fill(TEST_KEYS.rachunek);
  await box(page, 'Hasło').fill(PASSPHRASE);
  await box(page, 'Powtórz hasło').fill(PASSPHRASE);
  await button(page, 'Włącz hasło').click();
  await expect(box(page, 'Klucz API – Sklep testowy')).toHaveAttribute('aria-invalid', 'true');
  await expect(box(page, 'Klucz API abonent – Sklep testowy')).toHaveAttribute('aria-invalid', 'true');
  const { vault = '' } = await databaseText(shop.browser);
  expect(vault).toContain('"imported"');
});

test('changed, then off again: the old one opens nothing, and what was sealed still signs', async ({ shop }) => {
  const page = await turnOn(shop);
  await box(page, 'Obecne hasło').first().fill(PASSPHRASE);
  await box(page, 'Nowe hasło').fill(`${PASSPHRASE} 2`);
  await box(page, 'Powtórz hasło').fill(`${PASSPHRASE} 2`);
  await button(page, 'Zmień hasło').click();
  await expect(page.getByRole('status').filter({ hasText: /zmienione|Zapisano/i })).toBeVisible();
  await button(page, 'Zablokuj teraz').click();
  await box(page, 'Hasło').fill(PASSPHRASE);
  await button(page, 'Odblokuj').click();
  await expect(page.getByRole('alert')).toContainText(/hasło/i);
  await box(page, 'Hasło').fill(`${PASSPHRASE} 2`);
  await button(page, 'Odblokuj').click();
  await expect(button(page, 'Wyłącz hasło')).toBeVisible();
  await box(page, 'Obecne hasło').last().fill(`${PASSPHRASE} 2`);
  await button(page, 'Wyłącz hasło').click();
  await expect(button(page, 'Włącz hasło')).toBeVisible();
  const { vault = '' } = await databaseText(shop.browser);
  expect(vault).toContain('"imported"');
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano');
});
