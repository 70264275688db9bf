import { expect, test } from './fixtures.ts';

test('the order’s document is booked in iFirma with the right amounts and its PDF is in the order’s field', async ({
  shop,
}) => {
  await shop.setUp();
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano');

  const [invoice, ...others] = shop.standIns.ifirma.booked();
  expect(others).toEqual([]);
  expect(invoice?.gross).toBe(13598);
  await expect(order.status).toContainText(invoice?.number ?? '?');
  const files = shop.standIns.sellasist.panel('demo').files('1001', '12');
  expect(files).toHaveLength(1);
  expect(files[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('an order without a document is issued in iFirma', async ({ shop }) => {
  await shop.setUp();
  const order = shop.standIns.sellasist.addOrder({ lines: [{ price: '10.00', rate: 8, quantity: '3' }] });
  const card = await shop.openOrder(order.id);
  await card.button('Wystaw w iFirma').click();
  await expect(card.status).toContainText('Wysłano');
  expect(shop.standIns.ifirma.booked().map(({ gross }) => gross)).toEqual([4599]);
});
