/** `Utwórz korektę` on the order card: what came back, before and after, and one correction in iFirma. */
import { expect, test } from './fixtures.ts';

test('one of two pieces comes back: shown to the grosz before it is sent, booked once, its PDF in the order', async ({
  shop,
}) => {
  await shop.setUp();
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText(/^Wysłano/);
  await order.button('Utwórz korektę').click();
  const dialog = order.page.getByRole('dialog', { name: 'Korekta faktury 1/11/2026' });
  const issue = dialog.getByRole('button', { name: 'Wystaw korektę' });
  await expect(issue).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('textbox', { name: 'Wraca – Kubek ceramiczny' }).fill('3');
  await expect(dialog.getByText('Na fakturze jest 2 szt.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Wraca – Kubek ceramiczny' }).fill('1');
  await expect(dialog.getByRole('status')).toContainText('−49,00 zł');
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  await issue.click();
  const correction = order.region.getByRole('group', { name: 'Korekta do 1/11/2026' });
  await expect(correction.getByRole('status')).toContainText(/^Wysłano/);
  const [, booked, ...more] = shop.standIns.ifirma.booked();
  expect(more).toEqual([]);
  expect(booked).toMatchObject({ difference: -4900, body: { PowodKorekty: 'ZWR_SPRZ_TOW' } });
  await expect(correction.getByText('PDF jest w zamówieniu.')).toBeVisible();
});

test('a correction of the panel stands on the card of its order, and is sent from there', async ({ shop }) => {
  const back = { quantity: '1', price: '49.00', name: 'Kubek ceramiczny', rate: 23 };
  const book = { quantity: '1', price: '21.99', name: 'Książka kucharska', rate: 5 };
  const panel = shop.standIns.sellasist.panel('demo');
  const ship = panel.documents.get('77')?.products.find(({ name }) => name !== back.name && name !== book.name);
  const shipped = ship && { quantity: '1', price: (ship.unitGross / 100).toFixed(2), name: ship.name, rate: ship.rate };
  const { id, number } = panel.addDocument({
    orderId: '1001',
    series: 'KOR',
    mainDocumentId: '77',
    lines: [back, book, ...(shipped === undefined ? [] : [shipped])],
  });
  await shop.setUp();
  const order = await shop.openOrder('1001');
  const invoice = order.region.getByRole('group', { name: /^FV\/12/ });
  const correction = order.region.getByRole('group', { name: number, exact: true });
  await expect(correction.getByRole('status')).toHaveText('Nie wysłano');
  await invoice.getByRole('button', { name: 'Wyślij do iFirma' }).click();
  await expect(invoice.getByRole('status')).toContainText(/^Wysłano/);
  await correction.getByRole('button', { name: 'Wyślij do iFirma' }).click();
  await expect(correction.getByRole('status')).toContainText(/^Wysłano/);
  const [, booked, ...more] = shop.standIns.ifirma.booked();
  expect(more).toEqual([]);
  expect(booked).toMatchObject({ difference: -4900, body: { Uwagi: expect.stringContaining(`d${id}`) } });
});

test('an order by its number in the popup: the same region, and the same correction', async ({ shop }) => {
  await shop.setUp();
  const popup = await shop.openExtensionPage('popup.html');
  await popup.getByRole('textbox', { name: 'Numer zamówienia' }).fill('tysiąc');
  await popup.getByRole('button', { name: 'Znajdź' }).click();
  await expect(popup.getByText('Wpisz numer zamówienia z Sellasist: same cyfry.')).toBeVisible();
  await popup.getByRole('textbox', { name: 'Numer zamówienia' }).fill('1001');
  await popup.getByRole('button', { name: 'Znajdź' }).click();
  const region = popup.getByRole('region', { name: 'iFirma' });
  await region.getByRole('button', { name: 'Wyślij do iFirma' }).click();
  await expect(region.getByRole('status').first()).toContainText(/^Wysłano/);
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});
