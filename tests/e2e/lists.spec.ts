/** The bar and the states on the panel's lists (sellasist-panel 4, 5, 10, 11.5). */
import type { Page } from '@playwright/test';
import { expect, type Shop, test } from './fixtures.ts';
import { forgetOnceAtRest, ours } from './rest.ts';

const ORDERS = '/admin/orders/edit';
const DOCUMENTS = '/admin/operationdocuments/edit';

interface Shift {
  /** Milliseconds since the page began. */
  readonly at: number;
  readonly value: number;
}

async function openList(shop: Shop, path: string): Promise<Page> {
  const page = await shop.browser.context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shifts: Shift[] }).shifts.push({
          at: entry.startTime,
          value: (entry as unknown as { value: number }).value,
        });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`https://demo.sellasist.pl${path}`);
  return page;
}

const bar = (page: Page) => page.getByRole('region', { name: 'iFirma – zaznaczone', exact: true });
const hosts = (page: Page) => page.locator('mostek-panel');
const row = (page: Page, href: string) => page.locator('tbody tr').filter({ has: page.locator(`a[href="${href}"]`) });
const stateOf = (page: Page, href: string, name: string) => row(page, href).getByRole('img', { name, exact: true });
const badges = (page: Page) => page.locator('mostek-badge');
const order = (id: string): string => `${ORDERS}/${id}`;
const documentPath = (id: string): string => `${DOCUMENTS}/${id}`;

test('the order list has one bar, and a state in each row', async ({ shop }) => {
  await shop.setUp();
  const page = await openList(shop, ORDERS);
  await expect(bar(page)).toBeVisible();
  await expect(hosts(page)).toHaveCount(1);
  for (const id of ['1001', '1002', '1003', '1004', '1005', '1006'])
    await expect(stateOf(page, order(id), 'Nie wysłano')).toBeVisible();
  await expect(badges(page)).toHaveCount(await page.locator('tbody tr').count());
});

test('columns in another order make no difference', async ({ shop }) => {
  await shop.setUp();
  const page = await openList(shop, `${ORDERS}?variant=columns`);
  await expect(stateOf(page, order('1001'), 'Nie wysłano')).toBeVisible();
  await expect(badges(page)).toHaveCount(await page.locator('tbody tr').count());
});

test('a row whose link and text name different orders has no state, and cannot be picked', async ({ shop }) => {
  await shop.setUp();
  const page = await openList(shop, `${ORDERS}?variant=row-contradiction`);
  await expect(stateOf(page, order('1002'), 'Nie wysłano')).toBeVisible();
  const wrong = page.locator('tbody tr').filter({ hasText: 'Pomylony Wiersz' });
  await expect(wrong.locator('mostek-badge')).toHaveCount(0);
  await wrong.getByRole('checkbox').check();
  await expect(page.getByRole('button', { name: 'Wyślij zaznaczone do iFirma' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await row(page, order('1004')).getByRole('checkbox').check();
  await expect(page.getByRole('button', { name: 'Wyślij zaznaczone do iFirma' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('paging that replaces the rows brings the states again, once each', async ({ shop }) => {
  shop.standIns.sellasist.panel('demo').switches.rowsPerPage = 3;
  await shop.setUp();
  const page = await openList(shop, `${ORDERS}?variant=ajax`);
  await expect(badges(page)).toHaveCount(3);
  await page.locator('.FAKE-paging a', { hasText: '2' }).click();
  await expect(stateOf(page, order('1001'), 'Nie wysłano')).toBeVisible();
  await expect(badges(page)).toHaveCount(3);
  await page.locator('.FAKE-paging a', { hasText: '1' }).click();
  await expect(stateOf(page, order('1006'), 'Nie wysłano')).toBeVisible();
  await expect(badges(page)).toHaveCount(3);
  await expect(hosts(page)).toHaveCount(1);
});

test('a state follows what happens elsewhere, without a load', async ({ shop }) => {
  await shop.setUp();
  const page = await openList(shop, ORDERS);
  await expect(stateOf(page, order('1001'), 'Nie wysłano')).toBeVisible();
  const card = await shop.openOrder('1001');
  await card.button('Wyślij do iFirma').click();
  await expect(card.status).toContainText('Wysłano');
  await expect(stateOf(page, order('1001'), 'Wysłano')).toBeVisible();
});

test('a list of 300 rows asks no service, and nothing on it moves', async ({ shop }) => {
  const panel = shop.standIns.sellasist.panel('demo');
  panel.switches.rowsPerPage = 300;
  for (let id = 2001; id <= 2294; id += 1) panel.addOrder({ id: String(id) });
  await shop.setUp();
  await forgetOnceAtRest(shop);
  const page = await openList(shop, ORDERS);
  await expect(badges(page)).toHaveCount(300);
  await page.waitForTimeout(500);
  expect(ours(shop)).toEqual([]);
  // What moves while the browser still reads the page is the page's own: nothing of ours is there before.
  const shifts = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const readAt = navigation?.domContentLoadedEventEnd ?? 0;
    return (window as unknown as { shifts: Shift[] }).shifts.filter(({ at }) => at >= readAt);
  });
  expect(shifts).toEqual([]);
});

test('the document list is known by its address and heading, with the state of each document', async ({ shop }) => {
  await shop.setUp();
  const page = await openList(shop, DOCUMENTS);
  await expect(bar(page)).toBeVisible();
  await expect(stateOf(page, documentPath('77'), 'Nie wysłano')).toBeVisible();
  await expect(hosts(page)).toHaveCount(1);
});

for (const variant of ['no-order-column', 'plain-table'])
  test(`the document list as ${variant}: still one bar and the states`, async ({ shop }) => {
    await shop.setUp();
    const page = await openList(shop, `${DOCUMENTS}?variant=${variant}`);
    await expect(stateOf(page, documentPath('77'), 'Nie wysłano')).toBeVisible();
    await expect(hosts(page)).toHaveCount(1);
  });

test('a page of an unknown address gets nothing', async ({ shop }) => {
  shop.standIns.sellasist.panel('demo').switches.documentsPath = '/admin/FAKE_pages/edit';
  await shop.setUp();
  const page = await openList(shop, '/admin/FAKE_pages/edit');
  await page.waitForTimeout(3_500);
  await expect(hosts(page)).toHaveCount(0);
  await expect(badges(page)).toHaveCount(0);
});

test('the panel’s keys and clicks stay the panel’s: nothing that is meant for the bar reaches the page', async ({
  shop,
}) => {
  await shop.setUp();
  const page = await openList(shop, ORDERS);
  await expect(bar(page)).toBeVisible();
  await page.getByRole('button', { name: 'Wyślij zaznaczone do iFirma' }).focus();
  await page.keyboard.press('x');
  expect(await page.evaluate(() => document.documentElement.dataset.fakeShortcut)).toBeUndefined();
});

test('leaving for another page in the same document takes everything away', async ({ shop }) => {
  await shop.setUp();
  const page = await openList(shop, ORDERS);
  await expect(badges(page)).toHaveCount(6);
  await page.evaluate(() => history.pushState(null, '', '/admin/catalog_products/edit/77'));
  await expect(hosts(page)).toHaveCount(0);
  await expect(badges(page)).toHaveCount(0);
});
