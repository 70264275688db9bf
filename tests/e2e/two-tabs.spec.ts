/** The same order in more than one place: however often it is pressed there, one invoice, and every place says so. */
import { allowBackForwardCache } from '../browser/back-forward-cache.ts';
import { expect, orderOn, test } from './fixtures.ts';

// A second chance would hide a race.
test.describe.configure({ retries: 0 });

test('double clicks in two tabs at once: one invoice, and both tabs show its number', async ({ shop }) => {
  await shop.setUp();
  const tabs = [await shop.openOrder('1001'), await shop.openOrder('1001')];
  for (const { button } of tabs) await expect(button('Wyślij do iFirma')).toBeVisible();
  await Promise.all(tabs.map(({ button }) => button('Wyślij do iFirma').dblclick({ force: true })));
  for (const { status } of tabs) await expect(status).toContainText('Wysłano');
  const [invoice, ...others] = shop.standIns.ifirma.booked();
  expect(others).toEqual([]);
  for (const { status } of tabs) await expect(status).toContainText(invoice?.number ?? '?');
  expect(shop.standIns.requests({ host: 'www.ifirma.pl', method: 'POST' })).toHaveLength(1);
  expect(shop.standIns.sellasist.panel('demo').files('1001', '12')).toHaveLength(1);
});

test('pressed at once on the cards of two windows and in the popup, after a mend: one invoice', async ({ shop }) => {
  await shop.setUp();
  const { id } = shop.standIns.sellasist.addOrder({ buyer: { postcode: '' } });
  const first = await shop.openOrder(id);
  await first.button('Wystaw w iFirma').click();
  await expect(first.status).toContainText('Wymaga uzupełnienia');

  const cdp = await shop.browser.context.newCDPSession(first.page);
  const opened = shop.browser.context.waitForEvent('page');
  await cdp.send('Target.createTarget', { url: first.page.url(), newWindow: true });
  const second = orderOn(await opened);
  const popup = await shop.openExtensionPage('popup.html');
  const row = popup.getByRole('listitem').filter({ hasText: `Zamówienie ${id}` });
  const buttons = [
    first.button('Wyślij ponownie'),
    second.button('Wyślij ponownie'),
    row.getByRole('button', { name: 'Wyślij ponownie', exact: true }),
  ];
  for (const button of buttons) await expect(button).toBeVisible();

  const order = shop.standIns.sellasist.panel('demo').orders.get(id);
  if (order !== undefined) order.billAddress.postcode = '00-950';
  // Whoever is late finds the button gone, because the others' press was heard there first.
  const presses = await Promise.allSettled(buttons.map((button) => button.click({ force: true, timeout: 5_000 })));
  expect(presses.map(({ status }) => status)).toContain('fulfilled');
  for (const { status } of [first, second]) await expect(status).toContainText('Wysłano');
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  expect(shop.standIns.requests({ host: 'www.ifirma.pl', method: 'POST' })).toHaveLength(1);
});

test('what one tab does to a document is seen in the other without a reload', async ({ shop }) => {
  await shop.setUp();
  const { id } = shop.standIns.sellasist.addOrder({ buyer: { postcode: '' } });
  const [here, there] = [await shop.openOrder(id), await shop.openOrder(id)];
  await expect(there.button('Wystaw w iFirma')).toBeVisible();
  await here.button('Wystaw w iFirma').click();
  await expect(there.region.getByRole('alert')).toContainText('kodu pocztowego');
  await there.button('Pomiń').click();
  await there.page.getByRole('textbox', { name: 'Powód' }).fill('Zamówienie anulowane');
  await there.page.keyboard.press('Enter');
  await expect(here.status).toContainText('Pominięto');
});

test('a page that comes back from the back/forward cache shows what happened meanwhile', async ({ shop }) => {
  await shop.setUp();
  const { page, button, status } = await shop.openOrder('1004');
  await allowBackForwardCache(page);
  await page.goto('https://demo.sellasist.pl/admin/orders/edit/1001');
  await expect(button('Wyślij do iFirma')).toBeVisible();
  await page.evaluate(() => document.documentElement.setAttribute('data-test-kept', ''));
  await page.goto('https://demo.sellasist.pl/admin/orders/edit');

  const other = await shop.openOrder('1001');
  await other.button('Wyślij do iFirma').click();
  await expect(other.status).toContainText('Wysłano');

  await page.goBack({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-test-kept');
  await expect(status).toContainText('Wysłano');
  await expect(button('Wyślij do iFirma')).toHaveCount(0);
  await expect(page.locator('mostek-panel')).toHaveCount(1);
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});

test('the order is opened anew while it is being sent: the new page shows the work, then the end', async ({ shop }) => {
  await shop.setUp();
  const { page, button } = await shop.openOrder('1001');
  const held = shop.standIns.faults.add({
    host: 'www.ifirma.pl',
    match: { method: 'POST', times: 1 },
    do: { kind: 'hold', when: 'after' },
  });
  await button('Wyślij do iFirma').click();
  await held.whenFired();
  await page.reload();
  const again = orderOn(page);
  await expect(again.status).toContainText('Wysyłanie');
  await expect(again.button('Wyślij do iFirma')).toHaveCount(0);
  held.remove();
  await expect(again.status).toContainText('Wysłano');
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});
