/** A document that is changed in the panel after it was booked: the card and the popup say so, and nothing more is ever sent. */
import type { Page } from '@playwright/test';
import { faintTexts } from '../browser/contrast.ts';
import { stopWorker } from '../browser/stop-worker.ts';
import type { OperationDocument } from '../sim/sellasist/model.ts';
import { expect, type Order, orderOn, type Shop, test } from './fixtures.ts';

test.describe.configure({ retries: 0 });

const WORDS = 'Różni się od iFirma';
const HOST = 'mostek-panel';

async function send(order: Order, name = 'Wyślij do iFirma'): Promise<void> {
  await order.button(name).click();
  await expect(order.status).toContainText('Wysłano');
  await expect(order.region.getByText(WORDS)).toHaveCount(0);
}

/** Somebody changes document 77 in the panel; gives the way back. */
function edit(shop: Shop, change: (document: OperationDocument) => Partial<OperationDocument>): () => void {
  const { documents } = shop.standIns.sellasist.panel('demo');
  const before = documents.get('77');
  if (before === undefined) throw new Error('no document 77');
  documents.set('77', { ...before, ...change(before) });
  return () => documents.set('77', before);
}

function dearer({ products: [first, ...others] }: OperationDocument): Partial<OperationDocument> {
  if (first === undefined) throw new Error('no line');
  const products = [{ ...first, unitGross: 5000, lineGross: 10_000 }, ...others];
  return { products, total: products.reduce((sum, { lineGross }) => sum + lineGross, 0) };
}

/** The next time that somebody opens the card: an order is read once a minute, and the worker that remembers has gone by then. */
async function openLater(shop: Shop, { page }: Order): Promise<Order> {
  await stopWorker(shop.browser);
  await page.reload();
  const order = orderOn(page);
  await expect(order.status).toContainText('Wysłano');
  return order;
}

async function saysThatItDiffers(shop: Shop, order: Order): Promise<void> {
  await expect(order.region.getByText(WORDS, { exact: true })).toBeVisible();
  const number = shop.standIns.ifirma.booked()[0]?.number ?? '?';
  await expect(order.region.getByRole('alert')).toContainText(
    `wystaw jako korektę do faktury ${number} w iFirma, albo przywróć`,
  );
  for (const name of ['Wyślij do iFirma', 'Wystaw w iFirma', 'Wyślij ponownie']) {
    await expect(order.button(name)).toHaveCount(0);
  }
  await expect(order.button('Pobierz PDF')).toBeVisible();
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
}

for (const [what, change] of [
  ['its price', dearer],
  ['its buyer', ({ buyer }: OperationDocument) => ({ buyer: buyer && { ...buyer, company_name: 'Inna Sp. z o.o.' } })],
] as const) {
  test(`${what} is changed: the card says so and has no button to send; changed back, it says nothing`, async ({
    shop,
  }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001');
    await send(order);
    const changeBack = edit(shop, change);
    await saysThatItDiffers(shop, await openLater(shop, order));

    changeBack();
    const again = await openLater(shop, order);
    await expect(again.region.getByText(WORDS)).toHaveCount(0);
    await expect(again.region.getByRole('alert')).toHaveCount(0);
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  });
}

test('an order without a document is changed: the card says so of the order', async ({ shop }) => {
  await shop.setUp();
  const { orders, addOrder } = shop.standIns.sellasist.panel('demo');
  const sold = addOrder({ lines: [{ price: '10.00', rate: 8, quantity: '3' }] });
  const order = await shop.openOrder(sold.id);
  await send(order, 'Wystaw w iFirma');
  orders.set(sold.id, {
    ...sold,
    carts: sold.carts.map((cart) => ({ ...cart, price: 1100 })),
    total: sold.total + 300,
  });
  const later = await openLater(shop, order);
  await saysThatItDiffers(shop, later);
  await expect(later.region.getByRole('alert')).toContainText('Zamówienie w Sellasist zmieniło się');
});

test('the popup notes it among the last ones, as soon as the card has seen it', async ({ shop }) => {
  await shop.setUp();
  const order = await shop.openOrder('1001');
  await send(order);
  edit(shop, dearer);
  const popup = await shop.openExtensionPage('popup.html');
  await popup.setViewportSize({ width: 360, height: 580 });
  await popup.getByRole('tab', { name: 'Ostatnie', exact: true }).click();
  const row = popup.getByRole('list', { name: 'Ostatnie' }).getByRole('listitem');
  await expect(row).toContainText('Wysłano');
  await expect(row).not.toContainText(WORDS);
  await openLater(shop, order);
  await expect(row).toContainText(WORDS);
  expect(await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await picture(popup, 'popup');
});

/** A panel that its user, or some other extension, has made dark. */
const DARK_PANEL = `addEventListener('DOMContentLoaded', () => {
  const style = document.createElement('style');
  style.textContent = 'body, .FAKE-box { background: #14181d !important; color: #dfe5ea !important }';
  document.head.append(style);
});`;

for (const scheme of ['light', 'dark'] as const) {
  test(`the words are legible (AA) and fit into 360 px: ${scheme}`, async ({ shop }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001');
    if (scheme === 'dark') await order.page.addInitScript(DARK_PANEL);
    await send(order);
    edit(shop, dearer);
    const { page, region } = await openLater(shop, order);
    await expect(region.getByText(WORDS, { exact: true })).toBeVisible();
    expect((await faintTexts(page, HOST)).faint).toEqual([]);
    await picture(region, `card-${scheme}`);
    await page.setViewportSize({ width: 360, height: 800 });
    // The stand-in keeps its columns however narrow the window; a panel that turns them into one leaves this much.
    await page.evaluate(() =>
      document.querySelector('mostek-panel')?.parentElement?.style.setProperty('width', '320px'),
    );
    const overhang = await page.locator(HOST).evaluate((host) => {
      const { right } = host.getBoundingClientRect();
      return Math.max(
        ...[...(host.shadowRoot?.querySelectorAll('*') ?? [])].map(
          (part) => part.getBoundingClientRect().right - right,
        ),
      );
    });
    expect(overhang).toBeLessThanOrEqual(0);
    await picture(region, `card-${scheme}-360`);
  });
}

/** For a person to look at. */
async function picture(place: Pick<Page, 'screenshot'>, name: string): Promise<void> {
  await place.screenshot({ path: `.output/test-results/differs/${name}.png` });
}
