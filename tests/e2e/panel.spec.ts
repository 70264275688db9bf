/** Where the controls stand on the panel's pages, and that the panel goes on as if they were not there (sellasist-panel 3.4, 10, 11.5). */
import type { Page } from '@playwright/test';
import { injectControls, reloadExtension, removeExtension } from '../browser/reload.ts';
import { expect, test } from './fixtures.ts';
import { forgetOnceAtRest, ours } from './rest.ts';

const hostsOn = (page: Page) => page.locator('mostek-panel');
const floatingButton = (page: Page) => page.getByRole('button', { name: 'iFirma', exact: true });

/** What stands right after the host, by the text of its heading. */
const nextToHost = (page: Page): Promise<string> =>
  hostsOn(page).evaluate((host) => host.nextElementSibling?.textContent.replace(/\s+/g, ' ').trim() ?? '');

test.describe('the place on the order card', () => {
  test('newest markup: one host, right before the additional fields, for the order in the address', async ({
    shop,
  }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001');
    await expect(order.button('Wyślij do iFirma')).toBeVisible();
    await expect(hostsOn(order.page)).toHaveCount(1);
    await expect(hostsOn(order.page)).toHaveAttribute('data-order-id', '1001');
    expect(await nextToHost(order.page)).toMatch(/^Dodatkowe pola/);
    await expect(floatingButton(order.page)).toHaveCount(0);
  });

  test('older markup without known classes: one host above the products', async ({ shop }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001', '?variant=older');
    await expect(order.button('Wyślij do iFirma')).toBeVisible();
    await expect(hostsOn(order.page)).toHaveCount(1);
    expect(await nextToHost(order.page)).toMatch(/^Kubek ceramiczny/);
  });

  test('sections that come late: one host, once they are there', async ({ shop }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001', '?variant=late');
    await expect(hostsOn(order.page)).toHaveCount(0);
    await expect(order.button('Wyślij do iFirma')).toBeVisible();
    await expect(hostsOn(order.page)).toHaveCount(1);
    expect(await nextToHost(order.page)).toMatch(/^Dodatkowe pola/);
  });

  test('the panel draws its sections or columns anew: the controls come back, once, and still work', async ({
    shop,
  }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001', '?variant=rerender');
    await expect(order.button('Wyślij do iFirma')).toBeVisible();
    for (const name of ['Odśwież sekcje', 'Odśwież kolumny', 'Odśwież kolumny']) {
      await order.page.getByRole('button', { name }).click();
      await expect(order.button('Wyślij do iFirma')).toBeVisible();
      await expect(hostsOn(order.page)).toHaveCount(1);
      expect(await nextToHost(order.page)).toMatch(/^Dodatkowe pola/);
    }
    await order.button('Wyślij do iFirma').click();
    await expect(order.status).toContainText('Wysłano');
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  });

  test('twelve times drawn anew, the card still has its one region in its place', async ({ shop }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001', '?variant=rerender');
    await expect(order.region).toBeVisible();
    for (let time = 1; time <= 12; time += 1) {
      await order.page.getByRole('button', { name: 'Odśwież kolumny' }).click();
      await expect(order.region).toHaveCount(1);
    }
    await expect(hostsOn(order.page)).toHaveCount(1);
    expect(await nextToHost(order.page)).toMatch(/^Dodatkowe pola/);
  });

  test('a page without any known place: only a floating button, which opens the same region', async ({ shop }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001', '?variant=stripped');
    await expect(floatingButton(order.page)).toBeVisible();
    await expect(order.region).toHaveCount(0);
    await floatingButton(order.page).click();
    await expect(order.region).toBeVisible();
    await expect(hostsOn(order.page)).toHaveCount(1);
    await order.button('Wyślij do iFirma').click();
    await expect(order.status).toContainText('Wysłano');
    await order.page.keyboard.press('Escape');
    await expect(order.region).toHaveCount(0);
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  });

  test('a strict content security policy takes neither the look nor the work away', async ({ shop }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001', '?variant=csp');
    const send = order.button('Wyślij do iFirma');
    await expect(send).toHaveCSS('background-color', 'rgb(23, 90, 138)');
    await send.click();
    await expect(order.status).toContainText('Wysłano');
  });

  test('the address changes to another order without a load: the controls are that order’s', async ({ shop }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001');
    await expect(order.button('Wyślij do iFirma')).toBeVisible();
    await order.page.evaluate(() => {
      history.pushState(null, '', '/admin/orders/edit/1004');
      for (const heading of document.querySelectorAll('h1 b')) heading.textContent = '1004';
    });
    await expect(hostsOn(order.page)).toHaveAttribute('data-order-id', '1004');
    await expect(hostsOn(order.page)).toHaveCount(1);
    await expect(order.region).toContainText('FV/13/');
  });
});

test('the heading names another order than the address: both numbers are said, and nothing can be sent', async ({
  shop,
}) => {
  await shop.setUp();
  await forgetOnceAtRest(shop);
  const order = await shop.openOrder('1001', '?variant=heading');
  await expect(order.region.getByRole('alert')).toContainText('1002');
  await expect(order.region.getByRole('alert')).toContainText('1001');
  await expect(order.region.getByRole('status')).toBeVisible();
  for (const pressable of await order.region.getByRole('button').all()) {
    await expect(pressable).toBeDisabled();
    await pressable.click({ force: true });
  }
  await expect(order.page.getByRole('dialog')).toHaveCount(0);
  expect(shop.standIns.requests({ host: 'www.ifirma.pl' })).toEqual([]);
});

test('nothing is put on other pages of the panel, and nothing is asked for there', async ({ shop }) => {
  await shop.setUp();
  const page = await shop.browser.context.newPage();
  await forgetOnceAtRest(shop);
  const paths = [
    '/admin/login',
    '/admin',
    '/admin/orders_products/edit',
    '/admin/catalog_products/edit/77',
    '/admin/returns/edit',
    '/admin/operationdocuments_series/edit',
    '/admin/orders/edit/01001',
  ];
  for (const path of paths) {
    await page.goto(`https://demo.sellasist.pl${path}`);
    await page.waitForTimeout(150);
    expect(await hostsOn(page).count(), path).toBe(0);
  }
  expect(ours(shop)).toEqual([]);
});

test('an expired session leads to the login, where nothing of ours is, not even a script', async ({ shop }) => {
  await shop.setUp();
  shop.standIns.sellasist.panel('demo').switches.session = 'expired';
  const page = await shop.browser.context.newPage();
  const session = await shop.browser.context.newCDPSession(page);
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
  await session.send('Runtime.enable');
  await forgetOnceAtRest(shop);
  await page.goto('https://demo.sellasist.pl/admin/orders/edit/1001');
  await expect(page).toHaveURL(/\/admin\/login/);
  await page.getByRole('button', { name: 'Zaloguj' }).waitFor();
  expect(worlds.filter((origin) => origin.startsWith('chrome-extension:'))).toEqual([]);
  await expect(hostsOn(page)).toHaveCount(0);
  expect(ours(shop)).toEqual([]);
});

test('the panel’s form is submitted as ever, and carries nothing of ours', async ({ shop }) => {
  await shop.setUp();
  const { page, button } = await shop.openOrder('1001');
  const { submissions } = shop.standIns.sellasist.panel('demo').journal;
  await button('Powiąż z iFirma').click();
  await page.getByRole('textbox', { name: 'Numer w iFirma' }).fill('4711/11/2026');
  await page.keyboard.press('Escape');
  expect(submissions).toEqual([]);
  await page.getByLabel('Numer FV').fill('wpisane w panelu');
  await page.locator('form.FAKE-fields').getByRole('button', { name: 'Zapisz' }).click();
  await expect(button('Wyślij do iFirma')).toBeVisible();
  expect(submissions).toHaveLength(1);
  const body = submissions[0]?.body.toString() ?? '';
  expect(body).toContain('wpisane w panelu');
  expect(body).not.toMatch(/4711|mostek|ifirma/i);
});

test('keys typed in our controls do not set off the panel’s shortcuts', async ({ shop }) => {
  await shop.setUp();
  const { page, button } = await shop.openOrder('1001');
  const shortcut = () => page.evaluate(() => document.documentElement.dataset.fakeShortcut ?? null);
  await button('Podgląd').focus();
  for (const key of ['e', 'Delete', 'Control+s', 'Enter', 'Escape', 'Space', 'Escape']) await page.keyboard.press(key);
  await button('Powiąż z iFirma').click();
  await page.getByRole('textbox', { name: 'Numer w iFirma' }).pressSequentially('d 12');
  expect(await shortcut()).toBeNull();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('p');
  expect(await shortcut()).toBe('p');
});

test.describe('under an open page', () => {
  const complaintsOf = (page: Page): readonly string[] => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
    return complaints;
  };

  test('the extension goes away: a click gets a friendly sentence and a way on, once, and no error', async ({
    shop,
  }) => {
    await shop.setUp();
    const { page, button, region } = await shop.openOrder('1001');
    const complaints = complaintsOf(page);
    await expect(button('Wyślij do iFirma')).toBeVisible();
    await removeExtension(shop.browser);
    await button('Wyślij do iFirma').click();
    await expect(region.getByRole('alert')).toContainText('Mostek został w tej chwili zaktualizowany albo wyłączony');
    await expect(button('Odśwież stronę')).toBeVisible();
    await button('Podgląd').click();
    await expect(page.getByRole('dialog', { name: 'Podgląd dokumentu' }).getByRole('alert')).toBeVisible();
    expect(complaints).toEqual([]);
    expect(shop.standIns.ifirma.booked()).toEqual([]);
  });

  test('the extension is updated: its new controls take the place of the old ones, and work', async ({ shop }) => {
    await shop.setUp();
    const { page, button, status } = await shop.openOrder('1001');
    const complaints = complaintsOf(page);
    await expect(button('Wyślij do iFirma')).toBeVisible();
    await hostsOn(page).evaluate((host) => host.setAttribute('data-test-old', ''));
    const worker = await reloadExtension(shop.browser);
    await injectControls(worker, page);
    await injectControls(worker, page);
    await expect(page.locator('mostek-panel:not([data-test-old])')).toHaveCount(1);
    await expect(hostsOn(page)).toHaveCount(1);
    await button('Wyślij do iFirma').click();
    await expect(status).toContainText('Wysłano');
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
    expect(complaints).toEqual([]);
  });
});
