/** The controls on the card of a document and of a return (sellasist-panel 5, 11.5). */
import { bookedFor } from './bookings.ts';
import { expect, type Order, orderOn, type Shop, test } from './fixtures.ts';

const DOCUMENT = '/admin/operationdocuments/edit/77';

async function openCard(shop: Shop, path: string): Promise<Order> {
  const page = await shop.browser.context.newPage();
  await page.goto(`https://demo.sellasist.pl${path}`);
  return orderOn(page);
}

const hosts = (card: Order) => card.page.locator('mostek-panel');

test('a document is found through the API, and sent from its own card', async ({ shop }) => {
  await shop.setUp();
  const card = await openCard(shop, DOCUMENT);
  await expect(card.status).toHaveText('Nie wysłano');
  await expect(hosts(card)).toHaveCount(1);
  await expect(hosts(card)).toHaveAttribute('data-document-id', '77');
  // Outside of the panel's form, which would take a button of ours for its own.
  expect(await hosts(card).evaluate((host) => host.closest('form') === null)).toBe(true);
  await card.button('Wyślij do iFirma').click();
  await expect(card.status).toContainText('Wysłano');
  expect(bookedFor(shop, 'o1001/d77')).toHaveLength(1);
});

test('without a link to the order it is the same document of the same order', async ({ shop }) => {
  await shop.setUp();
  const card = await openCard(shop, `${DOCUMENT}?variant=no-order-link`);
  await card.button('Wyślij do iFirma').click();
  await expect(card.status).toContainText('Wysłano');
  expect(bookedFor(shop, 'o1001/d77')).toHaveLength(1);
});

test('a page that shows another number than the API has: nothing can be done, and it is said', async ({ shop }) => {
  await shop.setUp();
  const card = await openCard(shop, `${DOCUMENT}?variant=other-number`);
  await expect(card.region.getByRole('alert')).toContainText('Mostek nie zgaduje');
  await expect(card.button('Wyślij do iFirma')).toHaveAttribute('aria-disabled', 'true');
  await card.button('Wyślij do iFirma').click({ force: true });
  await card.page.waitForTimeout(500);
  await expect(card.status).toHaveText('Nie wysłano');
  expect(shop.standIns.ifirma.booked()).toHaveLength(0);
});

test('a document without an order can be sent; its PDF has no order to go to', async ({ shop }) => {
  const { id } = shop.standIns.sellasist.panel('demo').addDocument({ orderId: null });
  await shop.setUp();
  const card = await openCard(shop, `/admin/operationdocuments/edit/${id}`);
  await expect(card.status).toHaveText('Nie wysłano');
  await expect(card.button('Wyślij do iFirma')).toBeVisible();
});

test('a receipt is named for what it is: nothing to send', async ({ shop }) => {
  await shop.setUp();
  const card = await openCard(shop, '/admin/operationdocuments/edit/79');
  await expect(card.region).toContainText('Tego dokumentu Mostek nie wysyła');
  await expect(card.button('Wyślij do iFirma')).toHaveCount(0);
});

test('a page of the old module with the same id is refused by its number', async ({ shop }) => {
  shop.standIns.sellasist.panel('demo').switches.documentsPath = '/admin/invoices/edit';
  await shop.setUp();
  const card = await openCard(shop, '/admin/invoices/edit/77?variant=other-number');
  await expect(card.region.getByRole('alert')).toContainText('Mostek nie zgaduje');
});

test('the card of a return shows where the invoice of its order stands, and sends nothing', async ({ shop }) => {
  await shop.setUp();
  const card = await openCard(shop, '/admin/returns/edit/5');
  await expect(card.region).toBeVisible();
  await expect(card.status).toHaveText('Nie wysłano');
  await expect(card.button('Wyślij do iFirma')).toHaveCount(0);
  await expect(hosts(card)).toHaveAttribute('data-return-id', '5');
});

test('what was typed into the document and not saved is pointed out before anything is sent', async ({ shop }) => {
  await shop.setUp();
  const card = await openCard(shop, DOCUMENT);
  await expect(card.button('Wyślij do iFirma')).toBeVisible();
  await card.page.getByRole('textbox', { name: 'Nabywca', exact: true }).fill('Ktoś inny');
  await card.button('Wyślij do iFirma').click();
  await expect(card.region.getByRole('alert')).toContainText('czyta tylko dane zapisane');
  await expect(card.status).toHaveText('Nie wysłano');
  expect(shop.standIns.ifirma.booked()).toHaveLength(0);
});
