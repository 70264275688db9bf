/** However often the panel draws its pages anew and goes from one to the next: one region each, and nothing left behind. */
import type { Page } from '@playwright/test';
import { allowBackForwardCache } from '../browser/back-forward-cache.ts';
import { watchLive } from '../browser/live-watch.ts';
import { expect, test } from './fixtures.ts';
import { bar, DOCUMENTS, hosts, ORDERS, openPage } from './panel-pages.ts';
import { forgetOnceAtRest, ours } from './rest.ts';

const PANEL = 'https://demo.sellasist.pl';
const ELSEWHERE = '/admin/catalog_products/edit/77';

const badges = (page: Page) => page.locator('mostek-badge');
const card = (page: Page) => page.getByRole('region', { name: 'iFirma', exact: true });

/** As a panel would that stopped loading whole pages: its middle is replaced, and the address changes. */
const softly = (page: Page, path: string): Promise<void> =>
  page.evaluate(async (path) => {
    const text = await (await fetch(path)).text();
    const next = new DOMParser().parseFromString(text, 'text/html').querySelector('#FAKE-page');
    if (next === null) throw new Error(`no page at ${path}`);
    document.querySelector('#FAKE-page')?.replaceWith(document.adoptNode(next));
    history.pushState(null, '', path);
  }, path);

const PAGES = [
  ['order list', ORDERS, bar],
  ['document list', DOCUMENTS, bar],
  ['document card', `${DOCUMENTS}/77`, card],
  ['return card', '/admin/returns/edit/5', card],
] as const;

for (const [name, path, region] of PAGES)
  test(`${name}: twelve times drawn anew, with whatever stands in it, it has its one region and one state a row`, async ({
    shop,
  }) => {
    await shop.setUp();
    const page = await openPage(shop, path);
    await expect(region(page)).toBeVisible();
    if (region === bar) await expect(badges(page).first()).toBeAttached();
    const rows = await page.locator('#editor_list tbody tr').count();
    for (let time = 1; time <= 12; time += 1) {
      await page.evaluate(() => {
        const middle = document.querySelector('#FAKE-page');
        // With copies of what is ours among it, as `innerHTML` of the old would have them.
        middle?.replaceWith(middle.cloneNode(true));
        document.documentElement.dataset.acted = 'yes';
      });
      await expect(region(page)).toHaveCount(1);
      // A person works there: it is no fight.
      await page.keyboard.press('Shift');
    }
    await expect(region(page)).toBeVisible();
    await expect(hosts(page)).toHaveCount(1);
    if (region === bar) {
      await expect(badges(page)).toHaveCount(rows);
      const states = page.locator('#editor_list tbody').getByRole('img');
      await expect(states).toHaveCount(rows);
    }
  });

test('from page to page in one document, six times round: nothing is left behind where Mostek has no business', async ({
  shop,
}) => {
  await shop.setUp();
  const page = await openPage(shop, '/admin');
  await page.waitForTimeout(500);
  const live = await watchLive(shop.browser, page);
  const none = await live.held();
  const rounds: unknown[] = [];
  for (let round = 1; round <= 6; round += 1) {
    for (const [, path, region] of PAGES) {
      await softly(page, path);
      await expect(region(page)).toBeVisible();
      await expect(hosts(page)).toHaveCount(1);
    }
    const { listeners, observers, ports } = await live.held();
    // While one stands it does hold on to something: a watch that sees nothing would prove nothing.
    expect(listeners.length, 'listeners').toBeGreaterThan(3);
    expect(observers).toBeGreaterThan(0);
    expect(ports).toBeGreaterThan(0);
    await softly(page, ELSEWHERE);
    await expect(hosts(page)).toHaveCount(0);
    rounds.push(await live.held());
  }
  await expect(badges(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.getAttribute('style') ?? '')).toBe('');
  expect(rounds).toEqual(rounds.map(() => none));
});

test('into the back/forward cache and out of it: the list is as it was, and holds no more than before', async ({
  shop,
}) => {
  await shop.setUp();
  const page = await shop.browser.context.newPage();
  await allowBackForwardCache(page);
  await page.goto(`${PANEL}/admin`);
  await page.waitForTimeout(500);
  const live = await watchLive(shop.browser, page);
  await softly(page, ORDERS);
  await expect(bar(page)).toBeVisible();
  await expect(badges(page).first()).toBeAttached();
  const before = await live.held();
  for (let time = 1; time <= 3; time += 1) {
    await page.goto(`${PANEL}${ELSEWHERE}`);
    await page.goBack({ waitUntil: 'commit' });
    await expect(bar(page)).toBeVisible();
    await expect(hosts(page)).toHaveCount(1);
  }
  // Out of the cache: a page that was loaded anew would have no watch.
  expect(await live.held()).toEqual(before);
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano');
  await page.bringToFront();
  await expect(
    page
      .locator('tbody tr')
      .filter({ has: page.locator(`a[href="${ORDERS}/1001"]`) })
      .getByRole('img', { name: 'Wysłano' }),
  ).toBeVisible();
});

test('the login page, loaded or come to in the same document: no script of ours, nothing on it, nothing asked', async ({
  shop,
}) => {
  await shop.setUp();
  const page = await shop.browser.context.newPage();
  const session = await shop.browser.context.newCDPSession(page);
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
  await session.send('Runtime.enable');
  await forgetOnceAtRest(shop);
  for (const path of ['/admin/login', '/admin/login?redirect=%2Fadmin%2Forders%2Fedit']) {
    await page.goto(`${PANEL}${path}`);
    await page.waitForTimeout(500);
    await expect(hosts(page)).toHaveCount(0);
  }
  expect(worlds.filter((origin) => origin.startsWith('chrome-extension:'))).toEqual([]);
  expect(ours(shop)).toEqual([]);

  for (const [, path, region] of PAGES) {
    await page.goto(`${PANEL}${path}`);
    await expect(region(page)).toBeVisible();
    await softly(page, '/admin/login');
    await expect(hosts(page)).toHaveCount(0);
    await expect(badges(page)).toHaveCount(0);
  }
});
