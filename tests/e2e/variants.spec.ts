/** The pages of sellasist-panel 11 that the other specs do not open, each as the panel may have it: what stands there works. */
import { bookedFor } from './bookings.ts';
import { expect, test } from './fixtures.ts';
import { bar, boxOf, button, DOCUMENTS, hosts, ORDERS, openCard, openPage, plan, SEND_PICKED } from './panel-pages.ts';

/** Path and variant; what the row's box holds; the mark that its invoice then carries. */
const LISTS = [
  ['11.2 orders', ORDERS, '1004', 'o1004/d78'],
  ['11.2 orders, columns in another order', `${ORDERS}?variant=columns`, '1004', 'o1004/d78'],
  ['11.2 orders, a strict content security policy', `${ORDERS}?variant=csp`, '1004', 'o1004/d78'],
  ['11.3 documents', DOCUMENTS, '78', 'o1004/d78'],
  ['11.3 documents, no column of orders', `${DOCUMENTS}?variant=no-order-column`, '78', 'o1004/d78'],
  ['11.3 documents, no known class', `${DOCUMENTS}?variant=plain-table`, '78', 'o1004/d78'],
  ['11.3 documents, neither', `${DOCUMENTS}?variant=plain-table,no-order-column`, '78', 'o1004/d78'],
  ['11.3 documents, a strict content security policy', `${DOCUMENTS}?variant=csp`, '78', 'o1004/d78'],
] as const;
for (const [name, path, id, mark] of LISTS)
  test(`${name}: one bar, a state in each row, and the ticked row is booked once`, async ({ shop }) => {
    await shop.setUp();
    const page = await openPage(shop, path);
    await expect(bar(page)).toBeVisible();
    await expect(hosts(page)).toHaveCount(1);
    const rows = await page.locator('tbody tr').count();
    await expect(page.locator('tbody').getByRole('img')).toHaveCount(rows);
    await boxOf(page, id).check();
    const send = button(page, SEND_PICKED);
    // Its look is there under whatever policy.
    await expect(send).toHaveCSS('background-color', 'rgb(23, 90, 138)');
    await send.click();
    await expect(plan(page)).toContainText(/wystawisz 1 fakturę/i);
    await plan(page).getByRole('button', { name: 'Wyślij', exact: true }).click();
    await expect(page.getByRole('group', { name: 'Podsumowanie' })).toContainText(/Wystawiono 1 z 1/, {
      timeout: 30_000,
    });
    expect(bookedFor(shop, mark)).toHaveLength(1);
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  });

test('11.2 orders, the rows replaced by paging: what is ticked on the new page is what is sent', async ({ shop }) => {
  shop.standIns.sellasist.panel('demo').switches.rowsPerPage = 3;
  await shop.setUp();
  const page = await openPage(shop, `${ORDERS}?variant=ajax`);
  await expect(page.locator('mostek-badge')).toHaveCount(3);
  await page.locator('tbody input[value="1005"]').check();
  await expect(bar(page)).toContainText('Zaznaczono 1 zamówienie');
  await page.locator('.FAKE-paging a', { hasText: '2' }).click();
  await expect(page.locator('tbody input[value="1001"]')).toBeVisible();
  await expect(bar(page)).toContainText('Zaznacz na liście zamówienia');
  await page.locator('.FAKE-paging a', { hasText: '1' }).click();
  await page.locator('tbody input[value="1004"]').check();
  await expect(bar(page)).toContainText('Zaznaczono 1 zamówienie');
  await button(page, SEND_PICKED).click();
  await page
    .getByRole('group', { name: 'Przed wysłaniem' })
    .getByRole('button', { name: 'Wyślij', exact: true })
    .click();
  await expect(page.getByRole('group', { name: 'Podsumowanie' })).toContainText(/Wystawiono 1 z 1/, {
    timeout: 30_000,
  });
  expect(bookedFor(shop, 'o1004/d78')).toHaveLength(1);
});

test('11.3 the list of corrections: the same bar and states; no correction is sent as an invoice', async ({ shop }) => {
  await shop.setUp();
  const page = await openPage(shop, `${DOCUMENTS}?type=correct`);
  await expect(bar(page)).toBeVisible();
  await expect(page.locator('tbody').getByRole('img', { name: 'Nie wysłano' })).toHaveCount(1);
  await page.locator('tbody input[value="80"]').check();
  await button(page, SEND_PICKED).click();
  await expect(plan(page)).toBeVisible();
  const confirm = plan(page).getByRole('button', { name: 'Wyślij', exact: true });
  if (await confirm.isVisible()) {
    await confirm.click();
    await expect(page.getByRole('group', { name: 'Podsumowanie' })).toBeVisible({ timeout: 30_000 });
  }
  expect(shop.standIns.requests({ path: /^\/iapi\/fakturakraj\.json/, method: 'POST' })).toEqual([]);
});

/** Of sellasist-panel 11.4, and under the strict policy; what stands on the host tells for what it is. */
const CARDS = [
  ['11.4 document', `${DOCUMENTS}/78`],
  ['11.4 document, no link to its order', `${DOCUMENTS}/78?variant=no-order-link`],
  ['11.4 document, a strict content security policy', `${DOCUMENTS}/78?variant=csp`],
] as const;
for (const [name, path] of CARDS)
  test(`${name}: one region outside of the form, and the document is booked once`, async ({ shop }) => {
    await shop.setUp();
    const card = await openCard(shop, path);
    await expect(card.status).toHaveText('Nie wysłano');
    await expect(hosts(card.page)).toHaveCount(1);
    await expect(hosts(card.page)).toHaveAttribute('data-document-id', '78');
    expect(await hosts(card.page).evaluate((host) => host.closest('form'))).toBeNull();
    await card.button('Wyślij do iFirma').click();
    await expect(card.status).toContainText('Wysłano');
    expect(bookedFor(shop, 'o1004/d78')).toHaveLength(1);
  });

for (const variant of ['', '?variant=csp'])
  test(`the card of a return${variant}: one region beside its sum, for the order that it links to`, async ({
    shop,
  }) => {
    await shop.setUp();
    const card = await openCard(shop, `/admin/returns/edit/5${variant}`);
    await expect(card.region).toBeVisible();
    await expect(hosts(card.page)).toHaveCount(1);
    expect(await hosts(card.page).evaluate((host) => host.previousElementSibling?.textContent)).toContain(
      'Podsumowanie',
    );
  });

/** Pages whose address nobody has published get nothing before they are taught (11.5). */
for (const path of ['/admin/FAKE_pages/edit', '/admin/FAKE_pages/edit/77'])
  test(`11.5 ${path}, an address that was not taught: nothing, and nothing is asked for`, async ({ shop }) => {
    shop.standIns.sellasist.panel('demo').switches.documentsPath = '/admin/FAKE_pages/edit';
    await shop.setUp();
    const page = await openPage(shop, path);
    await page.waitForTimeout(1_000);
    await expect(hosts(page)).toHaveCount(0);
    await expect(page.locator('mostek-badge')).toHaveCount(0);
  });
