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

test('the card of a return sends its correction, and shows beside it where the invoice of its order stands', async ({
  shop,
}) => {
  const { id } = shop.standIns.sellasist.panel('demo').addReturn({ orderId: '1001' });
  await shop.setUp();
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText(/^Wysłano/);
  const card = await openCard(shop, `/admin/returns/edit/${id}`);
  await expect(hosts(card)).toHaveAttribute('data-return-id', id);
  const back = card.region.getByRole('group', { name: `Korekta do zwrotu ${id}` });
  await expect(back.getByRole('status')).toHaveText('Nie wysłano');
  const invoice = card.region.getByRole('group', { name: /^FV\/12/ });
  await expect(invoice.getByRole('status')).toContainText(/^Wysłano/);
  await expect(invoice.getByRole('button', { name: 'Utwórz korektę' })).toHaveCount(0);

  await back.getByRole('button', { name: 'Podgląd' }).click();
  const preview = card.page.getByRole('dialog', { name: /^Korekta faktury/ });
  await expect(preview).toContainText('−49,00 zł');
  await preview.getByRole('button', { name: 'Zamknij' }).click();
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);

  await back.getByRole('button', { name: 'Wyślij do iFirma' }).click();
  const sent = card.region.getByRole('group', { name: `(zwrot ${id})` });
  await expect(sent.getByRole('status')).toContainText(/^Wysłano/);
  const [, booked, ...more] = shop.standIns.ifirma.booked();
  expect(more).toEqual([]);
  expect(booked).toMatchObject({ difference: -4900, body: { PowodKorekty: 'ZWR_SPRZ_TOW' } });
});

test('a page of a return that leads to another order than the panel’s API books nothing', async ({ shop }) => {
  const { id } = shop.standIns.sellasist.panel('demo').addReturn({ orderId: '1001' });
  await shop.setUp();
  const card = await openCard(shop, `/admin/returns/edit/${id}`);
  const send = card.region
    .getByRole('group', { name: `Korekta do zwrotu ${id}` })
    .getByRole('button', { name: 'Wyślij do iFirma' });
  await expect(send).toBeVisible();
  await card.page.evaluate(() => {
    for (const link of document.querySelectorAll('a[href="/admin/orders/edit/1001"]')) {
      link.setAttribute('href', '/admin/orders/edit/1002');
      link.append(' ');
    }
  });
  await expect(card.region.getByRole('alert').first()).toContainText('Mostek nie zgaduje');
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  expect(shop.standIns.ifirma.booked()).toHaveLength(0);
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
