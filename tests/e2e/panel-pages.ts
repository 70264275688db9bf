/** The panel's lists and cards as the tests open them, and what stands there. */
import type { Locator, Page } from '@playwright/test';
import { bookedFor } from './bookings.ts';
import { expect, type Order, orderOn, type Shop } from './fixtures.ts';

export const ORDERS = '/admin/orders/edit';
export const DOCUMENTS = '/admin/operationdocuments/edit';

export async function openPage(shop: Shop, path: string): Promise<Page> {
  const page = await shop.browser.context.newPage();
  await page.goto(`https://demo.sellasist.pl${path}`);
  return page;
}

export const openCard = async (shop: Shop, path: string): Promise<Order> => orderOn(await openPage(shop, path));
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const bar = (page: Page): Locator => page.getByRole('region', { name: 'iFirma – zaznaczone', exact: true });
export const plan = (page: Page): Locator => page.getByRole('group', { name: 'Przed wysłaniem' });
export const hosts = (page: Page): Locator => page.locator('mostek-panel');
export const boxOf = (page: Page, id: string): Locator => page.locator(`tbody input[type=checkbox][value="${id}"]`);
export const SEND_PICKED = 'Wyślij zaznaczone do iFirma';

export const nothingBooked = (shop: Shop): void => {
  expect(shop.standIns.ifirma.booked()).toEqual([]);
  expect(shop.standIns.requests({ host: 'www.ifirma.pl', method: 'POST' })).toEqual([]);
  expect(shop.standIns.sellasist.panel('demo').journal.writes).toEqual([]);
};

/** The person sends what is ticked, and it is booked once. */
export async function sendPicked(shop: Shop, page: Page, mark: string): Promise<void> {
  await button(page, SEND_PICKED).click();
  await expect(plan(page)).toContainText(/wystawisz 1 fakturę/i);
  await plan(page).getByRole('button', { name: 'Wyślij', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Podsumowanie' })).toContainText(/Wystawiono 1 z 1/, {
    timeout: 30_000,
  });
  expect(bookedFor(shop, mark)).toHaveLength(1);
}
