/** `Nie wysłane`: what of a month is not in iFirma, sent from there with a plan before it and a summary after it. */
import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, type Shop, shopToday, test } from './fixtures.ts';

const rows = (page: Page) => page.getByRole('list', { name: 'Nie wysłane' }).getByRole('listitem');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Invoices of today's orders, by number. */
function invoices(shop: Shop, count: number): readonly string[] {
  const panel = shop.standIns.sellasist.panel('demo');
  return Array.from({ length: count }, () => {
    const { id } = panel.addOrder();
    return panel.addDocument({ orderId: id }).number;
  });
}

async function openRoom(shop: Shop): Promise<Page> {
  const page = await shop.openExtensionPage('options.html');
  await page.getByRole('link', { name: 'Nie wysłane', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nie wysłane', level: 1 })).toBeVisible();
  return page;
}

test('lists what is not in iFirma with why, sends what is ticked, and then has nothing of it any more', async ({
  shop,
}) => {
  await shop.setUp();
  const numbers = invoices(shop, 3);
  const page = await openRoom(shop);
  // Where a month begins, what was issued two days ago is of the one before.
  if (shopToday().slice(8) < '05') {
    await page.getByRole('combobox', { name: 'Okres' }).selectOption({ label: 'Od – do' });
    await page.getByLabel('Od', { exact: true }).fill('2020-01-01');
    await page.getByLabel('Do', { exact: true }).fill('2099-12-31');
  }
  for (const number of numbers) {
    const row = rows(page).filter({ hasText: number });
    await expect(row).toContainText('Nikt go jeszcze nie wysłał.');
    await expect(row.getByRole('link', { name: /^Zamówienie \d+$/ })).toBeVisible();
    await row.getByRole('checkbox').check();
  }
  await button(page, 'Wyślij zaznaczone do iFirma').click();
  await expect(page.getByRole('group', { name: 'Przed wysłaniem' })).toContainText(/wystawisz 3 faktury/i);
  expect(shop.standIns.ifirma.booked()).toEqual([]);
  await button(page, 'Wyślij').click();

  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Podsumowanie' })).toContainText(/Wystawiono 3 z 3 dokumentów/, {
    timeout: 40_000,
  });
  expect(shop.standIns.ifirma.booked()).toHaveLength(3);
  for (const number of numbers) await expect(rows(page).filter({ hasText: number })).toHaveCount(0);
  expect(await violationsOn(page)).toEqual([]);
  await button(page, 'Zamknij').click();
  await expect(page.getByRole('group', { name: 'Podsumowanie' })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is in order for axe, and fits 360 px, ${colorScheme}`, async ({ shop }) => {
    await shop.setUp();
    const [number = ''] = invoices(shop, 2);
    const page = await openRoom(shop);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 700 });
    await page.getByRole('combobox', { name: 'Okres' }).selectOption({ label: 'Od – do' });
    await page.getByLabel('Od', { exact: true }).fill('2020-01-01');
    await page.getByLabel('Do', { exact: true }).fill('2099-12-31');
    await rows(page).filter({ hasText: number }).getByRole('checkbox').check();
    await button(page, 'Wyślij zaznaczone do iFirma').click();
    await expect(page.getByRole('group', { name: 'Przed wysłaniem' })).toContainText(/wystawisz 1 fakturę/i);
    expect(await violationsOn(page)).toEqual([]);
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang).toBeLessThanOrEqual(0);
  });
}
