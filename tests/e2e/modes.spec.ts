/** While Mostek may not send, it says why and what to do, and sends nothing, whoever asks. */
import { sayFrom } from '../browser/content-world.ts';
import { expect, type Order, type Shop, test } from './fixtures.ts';
import { forgetOnceAtRest } from './rest.ts';

const SENDING = ['Wyślij do iFirma', 'Wystaw w iFirma', 'Wyślij ponownie', 'Powiąż z iFirma', 'Pomiń'];

async function expectOnlyLooking(shop: Shop, order: Order, code: string): Promise<void> {
  await expect(order.status).toContainText('Nie wysłano');
  await expect(order.button('Podgląd')).toBeVisible();
  for (const name of SENDING) await expect(order.button(name)).toHaveCount(0);
  // Whoever got into the content script's world gets no further either.
  const said = await sayFrom(shop.browser, order.page, { type: 'send', orderId: '1001', key: 'd77', confirm: [] });
  expect(said).toMatchObject({ ok: false, reason: { code } });
  expect(shop.standIns.requests({ host: 'www.ifirma.pl' })).toEqual([]);
}

/** Playwright’s tabs are all in sight at any time, so the event has to be made. */
async function comeBackTo({ page }: Order): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('the question about Erplink is unanswered: the region says where to answer it, and nothing is sent', async ({
  shop,
}) => {
  await shop.setUp({ erplink: null });
  const order = await shop.openOrder('1001');
  await expect(order.region).toContainText('czy integracja Erplink IFIRMA jest włączona');
  await expectOnlyLooking(shop, order, 'erplink-unanswered');

  const opening = shop.browser.context.waitForEvent('page');
  await order.button('Otwórz ustawienia Mostka').click();
  const settings = await opening;
  await settings
    .getByRole('radiogroup', { name: 'Integracja Erplink IFIRMA jest włączona' })
    .getByRole('radio', { name: 'Nie' })
    .check();
  await comeBackTo(order);
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano');
});

test('Erplink is on: Mostek shows the state and a preview, and sends nothing', async ({ shop }) => {
  await shop.setUp({ erplink: true });
  const order = await shop.openOrder('1001');
  await expect(order.region).toContainText('Integracja Erplink IFIRMA jest włączona');
  await expectOnlyLooking(shop, order, 'erplink-on');
});

test('a panel that nobody has set up: the region says what to do, and shows and asks nothing', async ({ shop }) => {
  await shop.setUp();
  await forgetOnceAtRest(shop);
  const order = await shop.openOrder('1001', '', 'drugi');
  await expect(order.region).toContainText('Ten panel nie jest jeszcze połączony z iFirma');
  await expect(order.button('Otwórz ustawienia Mostka')).toBeVisible();
  await expect(order.region.getByRole('status')).toHaveCount(0);
  for (const name of ['Podgląd', ...SENDING]) await expect(order.button(name)).toHaveCount(0);
  expect(shop.standIns.requests({ path: /^\/api\// })).toEqual([]);
});

test('the panel refuses the key: the region says so, keeps what is known, and tries again on demand', async ({
  shop,
}) => {
  await shop.setUp();
  const { faults } = shop.standIns;
  const refusal = faults.add({ match: { path: '^/api/v1/' }, do: { kind: 'status', status: 401 } });
  const { region, button } = await shop.openOrder('1001');
  await expect(region.getByRole('alert')).toContainText('Sellasist nie przyjął klucza API');
  await expect(button('Wystaw w iFirma')).toHaveCount(0);
  const asked = () => shop.standIns.requests({ path: /^\/api\// }).length;
  const before = asked();
  await button('Spróbuj ponownie').click();
  await expect.poll(asked).toBeGreaterThan(before);
  await expect(region.getByRole('alert')).toContainText('Sellasist nie przyjął klucza API');
  refusal.remove();
  // A card that hears of a change just then asks by itself, and the button goes away under the hand.
  await button('Spróbuj ponownie')
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await expect(button('Wyślij do iFirma')).toBeVisible();
  await expect(region.getByRole('alert')).toHaveCount(0);
});
