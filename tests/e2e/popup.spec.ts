/** The popup: what waits for a person, and what was sent last. It is opened as a page of its own size. */
import type { Page } from '@playwright/test';
import { expect, orderOn, type Shop, test } from './fixtures.ts';

const POPUP = { width: 400, height: 580 };
const NARROW = { width: 360, height: 580 };

const errors = (page: Page) => page.getByRole('list', { name: 'Błędy synchronizacji' }).getByRole('listitem');
const recent = (page: Page) => page.getByRole('list', { name: 'Ostatnie' }).getByRole('listitem');
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

async function openPopup(shop: Shop, size = POPUP): Promise<Page> {
  const page = await shop.openExtensionPage('popup.html');
  await page.setViewportSize(size);
  return page;
}

/** Presses the order's button to send; returns once nothing is on its way. */
async function send(shop: Shop, orderId: string): Promise<void> {
  const { page, region, button, status } = await shop.openOrder(orderId);
  await region.getByRole('button', { name: /^(Wyślij do|Wystaw w) iFirma$/ }).click();
  await expect(status).toContainText(/Wymaga uzupełnienia|Wysłano|Błąd/);
  await expect(button('Wyślij do iFirma')).toHaveCount(0);
  await page.close();
}

/** By how much the page, or something in it, reaches beyond the window. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const rights = [...document.querySelectorAll('body *')].map((element) => element.getBoundingClientRect().right);
    return Math.max(document.documentElement.scrollWidth, ...rights) - width;
  });

test.describe('empty', () => {
  test('without an account it says what will be here, and leads to the settings', async ({ shop }) => {
    const page = await openPopup(shop);
    await expect(page.getByRole('main')).toContainText('Tu zobaczysz faktury, które wymagają uwagi');
    await page.getByRole('button', { name: 'Skonfiguruj konto' }).click();
    const open = () => shop.browser.context.pages().filter((one) => one.url().endsWith('/options.html'));
    await expect.poll(() => open().length).toBe(1);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });

  test('with an account both lists say what will be in them', async ({ shop }) => {
    await shop.setUp();
    const page = await openPopup(shop);
    await expect(tab(page, 'Błędy')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel', { name: 'Błędy' })).toContainText('Nic nie wymaga uwagi');
    await tab(page, 'Ostatnie').click();
    await expect(page.getByRole('tabpanel', { name: 'Ostatnie' })).toContainText('Jeszcze nic nie wysłano');
  });

  test('while the question about Erplink is open it asks for the answer', async ({ shop }) => {
    await shop.setUp({ erplink: null });
    const page = await openPopup(shop);
    await expect(page.getByText('powiedz, czy działa Erplink')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Odpowiedz' })).toHaveAttribute('href', /options\.html/);
  });
});

test.describe('Błędy', () => {
  test('equal causes of several documents: each with its own reason and buttons', async ({ shop }) => {
    await shop.setUp();
    const orders = ['A', 'B', 'C'].map(() => shop.standIns.sellasist.addOrder({ payment: { id: '8' } }));
    for (const { id } of orders) await send(shop, id);
    const page = await openPopup(shop);
    await expect(errors(page)).toHaveCount(3);
    for (const { id } of orders) {
      const row = errors(page).filter({ hasText: `Zamówienie ${id}` });
      await expect(row).toContainText('Wymaga uzupełnienia');
      await expect(row).toContainText('Metoda płatności „PayPal” nie ma odpowiednika w iFirma');
      for (const name of ['Napraw', 'Wyślij ponownie', 'Pomiń'])
        await expect(row.getByRole('button', { name, exact: true })).toBeVisible();
    }
    await page.setViewportSize(NARROW);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });

  test('Napraw opens the order where nothing can be typed; once it is mended, Wyślij ponownie sends it from the popup', async ({
    shop,
  }) => {
    await shop.setUp();
    const order = shop.standIns.sellasist.addOrder({ total: '60.00' });
    await send(shop, order.id);
    const page = await openPopup(shop);
    const row = errors(page).filter({ hasText: `Zamówienie ${order.id}` });
    const opening = shop.browser.context.waitForEvent('page');
    await row.getByRole('button', { name: 'Napraw' }).click();
    const card = orderOn(await opening);
    await expect(card.page).toHaveURL(`https://demo.sellasist.pl/admin/orders/edit/${order.id}`);
    await expect(card.status).toContainText('Wymaga uzupełnienia');

    const readings = () => shop.standIns.requests({ path: new RegExp(`^/api/v1/orders/${order.id}`) }).length;
    const before = readings();
    await row.getByRole('button', { name: 'Wyślij ponownie' }).click();
    await expect.poll(readings).toBeGreaterThan(before);
    await expect(row).toContainText('a suma w Sellasist to');
    await expect(row.getByRole('button', { name: 'Wyślij ponownie' })).toBeEnabled();
    expect(shop.standIns.ifirma.booked()).toEqual([]);

    shop.standIns.sellasist.panel('demo').orders.set(order.id, { ...order, total: 6499 });
    await row.getByRole('button', { name: 'Wyślij ponownie' }).click();
    await expect(page.getByRole('tabpanel', { name: 'Błędy' })).toContainText('Nic nie wymaga uwagi');
    await expect(card.status).toContainText('Wysłano');
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  });

  test('a sign that it may be booked already is asked about before Wyślij ponownie books', async ({ shop }) => {
    await shop.setUp();
    const { id } = shop.standIns.sellasist.addOrder({ documentNumber: 'FS/9/2025' });
    const card = await shop.openOrder(id);
    await card.button('Wystaw w iFirma').click();
    await card.page.getByRole('alertdialog').getByRole('button', { name: 'Anuluj' }).click();
    const page = await openPopup(shop);
    const question = page.getByRole('alertdialog', { name: 'Ten dokument może już być w iFirma' });
    await errors(page).getByRole('button', { name: 'Wyślij ponownie' }).click();
    await expect(question).toContainText('FS/9/2025');
    await question.getByRole('button', { name: 'Anuluj' }).click();
    await expect(question).toHaveCount(0);
    expect(shop.standIns.ifirma.booked()).toEqual([]);
    await errors(page).getByRole('button', { name: 'Wyślij ponownie' }).click();
    await question.getByRole('button', { name: 'Wystaw mimo to' }).click();
    await expect(page.getByText('Nic nie wymaga uwagi')).toBeVisible();
    // The row goes when it is accepted, and the invoice comes after that.
    await expect(card.status).toContainText(/^Wysłano/);
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  });

  test('Pomiń asks why, and the row goes away with the reason kept', async ({ shop }) => {
    await shop.setUp();
    const { id } = shop.standIns.sellasist.addOrder({ buyer: { postcode: '' } });
    await send(shop, id);
    const page = await openPopup(shop);
    await errors(page).getByRole('button', { name: 'Pomiń' }).click();
    const dialog = page.getByRole('dialog', { name: `Pominąć zamówienie ${id}?` });
    await dialog.getByRole('button', { name: 'Pomiń', exact: true }).click();
    await expect(dialog).toContainText('Napisz krótko, dlaczego.');
    await dialog.getByRole('textbox', { name: 'Powód' }).fill('Faktura wystawiona przez biuro');
    await dialog.getByRole('button', { name: 'Pomiń', exact: true }).click();
    await expect(page.getByText('Nic nie wymaga uwagi')).toBeVisible();
    const card = await shop.openOrder(id);
    await expect(card.status).toContainText('Pominięto');
    await expect(card.region).toContainText('Faktura wystawiona przez biuro');
  });
});

test('Ostatnie: newest first, with iFirma’s number and the way to the order; it follows what happens', async ({
  shop,
}) => {
  await shop.setUp();
  await send(shop, '1001');
  const page = await openPopup(shop, NARROW);
  await tab(page, 'Ostatnie').click();
  await expect(recent(page)).toHaveCount(1);
  await send(shop, '1004');
  await expect(recent(page)).toHaveCount(2);
  const [first, second] = shop.standIns.ifirma.booked();
  await expect(recent(page).nth(0)).toContainText(`w iFirma: ${second?.number}`);
  await expect(recent(page).nth(0)).toContainText('Wysłano');
  await expect(recent(page).nth(1)).toContainText(`w iFirma: ${first?.number}`);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  const opening = shop.browser.context.waitForEvent('page');
  await recent(page).nth(1).getByRole('link', { name: 'Zamówienie 1001' }).click();
  await expect(await opening).toHaveURL('https://demo.sellasist.pl/admin/orders/edit/1001');
});

test('a document that waits stands in the queue, with what it waits for', async ({ shop }) => {
  await shop.setUp();
  const { page, button, status } = await shop.openOrder('1001');
  shop.standIns.faults.add({ host: 'www.ifirma.pl', match: {}, do: { kind: 'too-many', retryAfter: 900 } });
  await button('Wyślij do iFirma').click();
  await expect(status).toContainText('W kolejce');
  await page.close();
  const popup = await openPopup(shop, NARROW);
  await tab(popup, 'Kolejka').click();
  const waiting = popup.getByRole('list', { name: 'Kolejka' }).getByRole('listitem');
  await expect(waiting).toContainText('W kolejce');
  await expect(waiting).toContainText('Limit zapytań do iFirma');
  await expect(tab(popup, 'Kolejka')).toContainText('1');
  expect(await overhang(popup)).toBeLessThanOrEqual(0);
});
