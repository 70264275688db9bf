/** A press on a button while the page is still being built: it counts, and a person may still change their mind. */
import type { Page } from '@playwright/test';
import { expect, type Order, type Shop, test } from './fixtures.ts';

/** The panel's own late button; what the page does later than this was not there before the press. */
const LATE = '#change_status_save';

async function ready(shop: Shop): Promise<Order> {
  await shop.setUp();
  const order = await shop.openOrder('1001');
  await expect(order.page.locator(LATE)).toBeAttached();
  await expect(order.button('Wyślij do iFirma')).toBeVisible();
  return order;
}

/** Presses the mouse button in the middle of the send button; where that is. */
async function press({ page, button }: Order): Promise<{ readonly x: number; readonly y: number }> {
  const box = await button('Wyślij do iFirma').boundingBox();
  if (box === null) throw new Error('the button is not to be seen');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  return at;
}

/** As the late button of the panel does it. */
const pushDown = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const late = document.createElement('div');
    late.style.height = '60px';
    document.querySelector('mostek-panel')?.before(late);
  });

test('the page moves the button between mouse down and mouse up: it was pressed', async ({ shop }) => {
  const order = await ready(shop);
  const { x, y } = await press(order);
  await pushDown(order.page);
  await order.page.mouse.move(x + 1, y + 1);
  await order.page.mouse.up();
  await expect(order.status).toContainText('Wysłano');
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});

test('a person lets go beside the button: it was not pressed, and the next press counts', async ({ shop }) => {
  const order = await ready(shop);
  const { x, y } = await press(order);
  await order.page.mouse.move(x, y + 150, { steps: 3 });
  await order.page.mouse.up();
  // What the page has heard by then it would have told the background before.
  await order.button('Podgląd').click();
  await expect(order.page.getByRole('dialog')).toBeVisible();
  await order.page.getByRole('button', { name: 'Zamknij' }).click();
  await expect(order.status).toContainText('Nie wysłano');
  expect(shop.standIns.ifirma.booked()).toHaveLength(0);
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano');
});

test('the page leads a press on something of its own to the send button: nothing is sent', async ({ shop }) => {
  const order = await ready(shop);
  await order.page.evaluate((late) => {
    const send = [...(document.querySelector('mostek-panel')?.shadowRoot?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent === 'Wyślij do iFirma',
    );
    const lead = (event: Event): void => {
      send?.setPointerCapture((event as PointerEvent).pointerId);
    };
    send?.addEventListener('click', ({ isTrusted }) => document.body.setAttribute('data-led', String(isTrusted)));
    document.querySelector(late)?.addEventListener('pointerdown', lead);
  }, LATE);
  await order.page.locator(LATE).click();
  await expect(order.page.locator('body')).toHaveAttribute('data-led', 'true');
  await order.button('Podgląd').click();
  await expect(order.page.getByRole('dialog')).toBeVisible();
  expect(shop.standIns.ifirma.booked()).toHaveLength(0);
  expect(shop.standIns.requests({ host: 'www.ifirma.pl', method: 'POST' })).toHaveLength(0);
});
