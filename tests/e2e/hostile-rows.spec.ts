/** Rows of a list that speak of two things, or of another than the API does: nothing is sent for them (sellasist-panel 4, 5.2). */
import { expect, test } from './fixtures.ts';
import {
  bar,
  boxOf,
  button,
  DOCUMENTS,
  nothingBooked,
  ORDERS,
  openCard,
  openPage,
  plan,
  SEND_PICKED,
} from './panel-pages.ts';

const DOCUMENT = `${DOCUMENTS}/77`;

test.describe('a row that speaks of two things', () => {
  /** Where the row says something else, and how. `id` is what its check box holds, and `other` what else it says. */
  const LIES: readonly (readonly [string, string, (row: Element) => void])[] = [
    ['its check box is another order’s', ORDERS, (row) => row.querySelector('input')?.setAttribute('value', '1004')],
    ['its data-id is another order’s', ORDERS, (row) => row.setAttribute('data-id', '1004')],
    [
      'one of its links leads to another order',
      ORDERS,
      (row) => [...row.querySelectorAll('a')].at(-1)?.setAttribute('href', '/admin/orders/edit/1004'),
    ],
    [
      'its text names another order',
      ORDERS,
      (row) => {
        const link = row.querySelector('a[href^="/admin/orders/edit/"]');
        const cell = link?.closest('td');
        if (link && cell) cell.replaceChildren(link, ' id: 1004');
      },
    ],
    [
      'its link writes the order another way',
      ORDERS,
      (row) => row.querySelector('a')?.setAttribute('href', '/admin/orders/edit/01001'),
    ],
    [
      'its check box is another document’s',
      DOCUMENTS,
      (row) => row.querySelector('input')?.setAttribute('value', '78'),
    ],
    ['its data-id is another document’s', DOCUMENTS, (row) => row.setAttribute('data-id', '78')],
    [
      'its link leads to another document',
      DOCUMENTS,
      (row) =>
        row.querySelector('a[href*="operationdocuments"]')?.setAttribute('href', '/admin/operationdocuments/edit/78'),
    ],
    [
      'its column and its link name different orders',
      DOCUMENTS,
      (row) => {
        const link = row.querySelector('a[href^="/admin/orders/edit/"]');
        if (link) link.textContent = '1004';
      },
    ],
  ];
  for (const [lie, path, tell] of LIES)
    test(`${path === ORDERS ? 'order list' : 'document list'}, ${lie}: it has no state, and ticking it picks nothing`, async ({
      shop,
    }) => {
      await shop.setUp();
      const page = await openPage(shop, path);
      const own = path === ORDERS ? '1001' : '77';
      const row = page.locator('tbody tr').filter({ has: page.locator(`a[href="${path}/${own}"]`) });
      await expect(row.locator('mostek-badge')).toHaveCount(1);
      await row.evaluate((element) => element.setAttribute('data-lie', ''));
      await page.locator('tr[data-lie]').evaluate(tell);
      // The panel draws the rows anew, and they are read as they are now.
      await page.locator('tbody').evaluate((body) => body.replaceWith(body.cloneNode(true)));
      const lying = page.locator('tr[data-lie]');
      await expect(lying.locator('mostek-badge')).toHaveCount(0);
      await expect(page.locator('tr:not([data-lie]) mostek-badge').first()).toBeAttached();
      await lying.getByRole('checkbox').check();
      await expect(button(page, SEND_PICKED)).toHaveAttribute('aria-disabled', 'true');
      await button(page, SEND_PICKED).click({ force: true });
      await page.waitForTimeout(300);
      await expect(plan(page)).toHaveCount(0);
      nothingBooked(shop);
      await page
        .locator('tr:not([data-lie])')
        .filter({ hasText: 'FV/13/' })
        .or(page.locator(`tr:not([data-lie]):has(a[href="${ORDERS}/1004"])`))
        .first()
        .getByRole('checkbox')
        .check();
      await expect(button(page, SEND_PICKED)).not.toHaveAttribute('aria-disabled', 'true');
    });

  test('its number is not the one that the API has under its id: it is left out by name, the others can be sent', async ({
    shop,
  }) => {
    await shop.setUp();
    const page = await openPage(shop, DOCUMENTS);
    await expect(bar(page)).toBeVisible();
    await page.locator(`a[href="${DOCUMENT}"]`).evaluate((link) => {
      link.textContent = 'FV/998/11/2026';
    });
    await boxOf(page, '77').check();
    await button(page, SEND_PICKED).click();
    await expect(plan(page)).toContainText('Nie ma tu nic do wystawienia');
    await expect(plan(page).getByRole('alert')).toContainText('FV/12/');
    await expect(plan(page).getByRole('button', { name: 'Wyślij', exact: true })).toHaveCount(0);
    nothingBooked(shop);
  });

  test('a list of the old module, whose ids overlap: nothing of the new one is sent for its rows', async ({ shop }) => {
    shop.standIns.sellasist.panel('demo').switches.documentsPath = '/admin/invoices/edit';
    await shop.setUp();
    const page = await openPage(shop, '/admin/invoices/edit');
    await expect(bar(page)).toBeVisible();
    await page.locator('a[href="/admin/invoices/edit/77"]').evaluate((link) => {
      link.textContent = 'FS/3/2025';
    });
    await boxOf(page, '77').check();
    await button(page, SEND_PICKED).click();
    await expect(plan(page).getByRole('alert')).toContainText('Mostek nie zgaduje');
    nothingBooked(shop);
  });

  test('its order is not the one that the API has for the document: it is left out', async ({ shop }) => {
    await shop.setUp();
    // What was read of the document is remembered, and with it its order.
    const card = await openCard(shop, DOCUMENT);
    await expect(card.status).toHaveText('Nie wysłano');
    const page = await openPage(shop, DOCUMENTS);
    await expect(bar(page)).toBeVisible();
    await page.locator('tbody tr:has(input[value="77"]) a[href^="/admin/orders/edit/"]').evaluate((link) => {
      link.setAttribute('href', '/admin/orders/edit/1004');
      link.textContent = '1004';
      const body = link.closest('tbody');
      body?.replaceWith(body.cloneNode(true));
    });
    await page.waitForTimeout(500);
    await boxOf(page, '77').check();
    await button(page, SEND_PICKED).click();
    await expect(plan(page).getByRole('alert')).toContainText('FV/12/');
    nothingBooked(shop);
  });
});
