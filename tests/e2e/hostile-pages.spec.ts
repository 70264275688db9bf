/** The lists, the cards of documents and returns, the floating buttons and the box that teaches, on a page that was taken over (design 5, 8). */
import type { Page } from '@playwright/test';
import { bookedFor } from './bookings.ts';
import { expect, test } from './fixtures.ts';
import { openRoom } from './options-form.ts';
import {
  bar,
  boxOf,
  button,
  DOCUMENTS,
  hosts,
  nothingBooked,
  ORDERS,
  openCard,
  openPage,
  plan,
  SEND_PICKED,
  sendPicked,
} from './panel-pages.ts';

const DOCUMENT = `${DOCUMENTS}/77`;
const HOSTILE = '?variant=hostile';

/** Waits until the script of the page has pressed that often more: an attack that never happened proves nothing. */
async function pressed(page: Page, times: number): Promise<void> {
  const clicks = () => page.evaluate(() => Number(document.documentElement.dataset.hostileClicks ?? 0));
  const before = await clicks();
  await expect.poll(clicks, { timeout: 20_000 }).toBeGreaterThan(before + times);
}

test.describe('a script presses, types into, moves and copies whatever it finds', () => {
  for (const [name, path, id] of [
    ['the order list', ORDERS, '1004'],
    ['the document list', DOCUMENTS, '78'],
  ] as const)
    test(`on ${name}: neither the bar nor a plan that waits for its word is confirmed, and a person’s clicks are`, async ({
      shop,
    }) => {
      await shop.setUp();
      const page = await openPage(shop, `${path}${HOSTILE}`);
      await expect(bar(page)).toBeVisible();
      await boxOf(page, id).check();
      await pressed(page, 20);
      await expect(plan(page)).toHaveCount(0);
      await button(page, SEND_PICKED).click();
      await expect(plan(page)).toBeVisible();
      await pressed(page, 20);
      await expect(plan(page)).toContainText(/wystawisz 1 fakturę/i);
      await expect(hosts(page)).toHaveCount(1);
      nothingBooked(shop);

      await plan(page).getByRole('button', { name: 'Wróć', exact: true }).click();
      await sendPicked(shop, page, 'o1004/d78');
      // Nor is the summary closed.
      await pressed(page, 10);
      await expect(page.getByRole('group', { name: 'Podsumowanie' })).toBeVisible();
    });

  test('on the card of a document: nothing is sent, and a person’s click sends it', async ({ shop }) => {
    await shop.setUp();
    const card = await openCard(shop, `${DOCUMENT}${HOSTILE}`);
    await expect(card.button('Wyślij do iFirma')).toBeVisible();
    await pressed(card.page, 20);
    await expect(card.status).toHaveText('Nie wysłano');
    await expect(card.page.getByRole('dialog')).toHaveCount(0);
    await expect(hosts(card.page)).toHaveCount(1);
    nothingBooked(shop);
    await card.button('Wyślij do iFirma').click();
    await expect(card.status).toContainText('Wysłano');
    expect(bookedFor(shop, 'o1001/d77')).toHaveLength(1);
  });

  test('on the card of a return: no correction is opened or issued, and a person’s click issues one', async ({
    shop,
  }) => {
    await shop.setUp();
    const { id } = shop.standIns.sellasist.addReturn({ orderId: '1001' });
    const order = await shop.openOrder('1001');
    await order.button('Wyślij do iFirma').click();
    await expect(order.status).toContainText('Wysłano');
    const writes = shop.standIns.sellasist.panel('demo').journal.writes.length;

    const card = await openCard(shop, `/admin/returns/edit/${id}${HOSTILE}`);
    const back = card.region.getByRole('group', { name: `Korekta do zwrotu ${id}` });
    await expect(back.getByRole('button', { name: 'Wyślij do iFirma' })).toBeVisible();
    await pressed(card.page, 20);
    await expect(card.page.getByRole('dialog')).toHaveCount(0);
    await back.getByRole('button', { name: 'Podgląd' }).click();
    await expect(card.page.getByRole('dialog')).toBeVisible();
    await pressed(card.page, 20);
    await expect(card.page.getByRole('dialog')).toBeVisible();
    await expect(hosts(card.page)).toHaveCount(1);
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
    expect(shop.standIns.sellasist.panel('demo').journal.writes).toHaveLength(writes);
    await card.page.getByRole('dialog').getByRole('button', { name: 'Zamknij' }).click();
    await back.getByRole('button', { name: 'Wyślij do iFirma' }).click();
    const sent = card.region.getByRole('group', { name: `(zwrot ${id})` });
    await expect(sent.getByRole('status')).toContainText(/^Wysłano/);
    expect(shop.standIns.ifirma.booked()).toHaveLength(2);
  });

  test('on the floating buttons: they stay closed until a person opens them', async ({ shop }) => {
    await shop.setUp();
    const card = await openCard(shop, `${ORDERS}/1001?variant=stripped,hostile`);
    await expect(button(card.page, 'iFirma')).toBeVisible();
    await pressed(card.page, 20);
    await expect(card.region).toHaveCount(0);
    nothingBooked(shop);
    await button(card.page, 'iFirma').click();
    await expect(card.button('Wyślij do iFirma')).toBeVisible();
    await pressed(card.page, 20);
    await expect(card.region).toBeVisible();
    nothingBooked(shop);

    const list = await openPage(shop, `${ORDERS}?variant=hostile`);
    await list.evaluate(() => document.querySelector('.FAKE-list')?.remove());
    await expect(button(list, 'iFirma')).toBeVisible();
    await pressed(list, 10);
    await expect(bar(list)).toHaveCount(0);
    await button(list, 'iFirma').click();
    await expect(bar(list)).toBeVisible();
    nothingBooked(shop);
  });

  test('in the box that teaches: nothing is learned, pointed at or ended, and a person’s click teaches', async ({
    shop,
  }) => {
    const MODULE = '/admin/FAKE_pages/edit';
    shop.standIns.sellasist.panel('demo').switches.documentsPath = MODULE;
    await shop.setUp();
    const options = await shop.openExtensionPage('options.html');
    await openRoom(options, 'Układ panelu');
    const list = options.getByRole('group', { name: 'Lista dokumentów', exact: true });
    await list.getByRole('button', { name: 'Ucz tej strony', exact: true }).click();
    await expect(list.getByRole('status')).toContainText('Użyj tej strony');
    const page = await openPage(shop, `${MODULE}${HOSTILE}`);
    const box = page.getByRole('region', { name: 'Mostek – nauka strony' });
    await expect(box).toBeVisible();
    await pressed(page, 20);
    await expect(box).toBeVisible();
    await expect(box.locator('[role=status]')).toHaveText('');
    await expect(list).not.toContainText('Nauczona');
    await box.getByRole('button', { name: 'Użyj tej strony', exact: true }).click();
    await expect(box.getByRole('status')).toContainText('Pasuje');
    await expect(list).toContainText(`Nauczona: ${MODULE}`);
    nothingBooked(shop);
  });

  test('reaches into the shadow root: the buttons that it takes apart and builds anew do nothing', async ({ shop }) => {
    await shop.setUp();
    const card = await openCard(shop, DOCUMENT);
    await expect(card.button('Wyślij do iFirma')).toBeVisible();
    const reached = await card.page.evaluate(() => {
      const root = document.querySelector('mostek-panel')?.shadowRoot;
      const buttons = [...(root?.querySelectorAll('button') ?? [])];
      let handlers = 0;
      for (const one of buttons) {
        one.removeAttribute('aria-disabled');
        one.onclick?.(new MouseEvent('click') as PointerEvent);
        // What the controls keep on their elements lies in another world.
        for (const key of Object.getOwnPropertyNames(one)) if (key !== 'isTrusted') handlers += 1;
        const made = one.cloneNode(true) as HTMLElement;
        one.after(made);
        made.click();
        made.remove();
        for (const key of ['Enter', ' ']) {
          one.focus();
          for (const type of ['keydown', 'keypress', 'keyup'])
            one.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
        }
      }
      return { buttons: buttons.length, handlers };
    });
    expect(reached.buttons).toBeGreaterThan(1);
    expect(reached.handlers).toBe(0);
    await card.page.waitForTimeout(300);
    await expect(card.status).toHaveText('Nie wysłano');
    await expect(card.page.getByRole('dialog')).toHaveCount(0);
    nothingBooked(shop);
    await card.button('Wyślij do iFirma').click();
    await expect(card.status).toContainText('Wysłano');
  });
});
