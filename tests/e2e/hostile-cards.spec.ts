/** Cards that contradict the API, and pages that play with the controls themselves: nothing is sent from there. */
import { bookedFor } from './bookings.ts';
import { expect, test } from './fixtures.ts';
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

test.describe('a card whose page contradicts the API', () => {
  const HEADINGS: readonly (readonly [string, string])[] = [
    ['another number', 'Faktura FV/1/11/2026'],
    ['a correction', 'Korekta KOR/1/11/2026'],
    ['a correction of this very document', 'Korekta do faktury {number}'],
    ['a number that only begins like it', 'Faktura {number}1'],
  ];
  for (const [what, heading] of HEADINGS)
    test(`its heading says ${what}, at first or later: nothing can be pressed, until it says the truth again`, async ({
      shop,
    }) => {
      await shop.setUp();
      const card = await openCard(shop, DOCUMENT);
      await expect(card.button('Wyślij do iFirma')).toBeVisible();
      await expect(card.button('Wyślij do iFirma')).not.toHaveAttribute('aria-disabled', 'true');
      const truth = (await card.page.locator('h1').textContent()) ?? '';
      const number = truth.replace('Faktura ', '');
      await card.page
        .locator('h1')
        .evaluate((element, text) => element.replaceChildren(text), heading.replace('{number}', number));
      await expect(card.region.getByRole('alert')).toContainText(/Mostek nie zgaduje|nie da się sprawdzić/);
      const send = card.button('Wyślij do iFirma');
      await expect(send).toHaveAttribute('aria-disabled', 'true');
      await send.click({ force: true });
      await card.page.waitForTimeout(300);
      await expect(card.status).toHaveText('Nie wysłano');
      nothingBooked(shop);

      await card.page.locator('h1').evaluate((element, text) => element.replaceChildren(text), truth);
      await expect(send).not.toHaveAttribute('aria-disabled', 'true');
      await send.click();
      await expect(card.status).toContainText('Wysłano');
      expect(bookedFor(shop, 'o1001/d77')).toHaveLength(1);
    });

  test('its link leads to another order than the document’s: nothing can be pressed', async ({ shop }) => {
    await shop.setUp();
    const card = await openCard(shop, DOCUMENT);
    await expect(card.button('Wyślij do iFirma')).toBeVisible();
    await card.page.locator('#FAKE-page a[href="/admin/orders/edit/1001"]').evaluate((link) => {
      link.setAttribute('href', '/admin/orders/edit/1004');
      link.replaceWith(link.cloneNode(true));
    });
    await expect(card.region.getByRole('alert')).toContainText('1004');
    await card.button('Wyślij do iFirma').click({ force: true });
    await card.page.waitForTimeout(300);
    nothingBooked(shop);
  });

  test('its address is led to another document, and what it shows stays: nothing can be pressed', async ({ shop }) => {
    await shop.setUp();
    const card = await openCard(shop, DOCUMENT);
    await expect(card.button('Wyślij do iFirma')).toBeVisible();
    await card.page.evaluate(() => history.pushState(null, '', '/admin/operationdocuments/edit/78'));
    await expect(hosts(card.page)).toHaveAttribute('data-document-id', '78');
    await expect(card.region.getByRole('alert')).toContainText('Mostek nie zgaduje');
    await card.button('Wyślij do iFirma').click({ force: true });
    await card.page.waitForTimeout(300);
    nothingBooked(shop);
    await card.page.evaluate(() => history.pushState(null, '', '/admin/operationdocuments/edit/77'));
    await expect(hosts(card.page)).toHaveAttribute('data-document-id', '77');
    await card.button('Wyślij do iFirma').click();
    await expect(card.status).toContainText('Wysłano');
    expect(bookedFor(shop, 'o1001/d77')).toHaveLength(1);
  });
});

test.describe('a page that plays with the controls themselves', () => {
  test('covers them: what a person presses on the cover is nothing, and uncovered they work', async ({ shop }) => {
    await shop.setUp();
    const card = await openCard(shop, DOCUMENT);
    const send = card.button('Wyślij do iFirma');
    await expect(send).toBeVisible();
    const at = await send.boundingBox();
    if (at === null) throw new Error('the button is not to be seen');
    await card.page.evaluate(() => {
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff';
      cover.addEventListener('click', () => {
        for (const one of document.querySelector('mostek-panel')?.shadowRoot?.querySelectorAll('button') ?? [])
          one.click();
      });
      document.body.append(cover);
    });
    await card.page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    await card.page.waitForTimeout(300);
    nothingBooked(shop);
    await card.page.locator('#cover').evaluate((cover) => cover.remove());
    await send.click();
    await expect(card.status).toContainText('Wysłano');
  });

  test('puts up a host of its own with the same buttons: pressing those is nothing of ours', async ({ shop }) => {
    await shop.setUp();
    const page = await openPage(shop, ORDERS);
    await expect(bar(page)).toBeVisible();
    await boxOf(page, '1004').check();
    await page.evaluate(() => {
      // Marked as ours it is taken away; under another mark it is the page's own affair.
      for (const mark of ['list', 'foreign']) {
        const fake = document.createElement('mostek-panel');
        fake.dataset.mostek = mark;
        fake.attachShadow({ mode: 'open' }).innerHTML = '<button type="button">Wyślij podstawione</button>';
        fake.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:99';
        document.body.append(fake);
      }
    });
    await expect(page.locator('mostek-panel[data-mostek="list"]')).toHaveCount(1);
    await expect(bar(page)).toBeVisible();
    await button(page, 'Wyślij podstawione').click();
    await page.waitForTimeout(300);
    nothingBooked(shop);
    await sendPicked(shop, page, 'o1004/d78');
  });

  test('ticks rows behind the person’s back: the plan counts them, and goes when the rows change under it', async ({
    shop,
  }) => {
    await shop.setUp();
    const page = await openPage(shop, DOCUMENTS);
    await boxOf(page, '77').check();
    await button(page, SEND_PICKED).click();
    await expect(plan(page)).toContainText(/wystawisz 1 fakturę/i);
    await boxOf(page, '78').evaluate((box) => {
      (box as HTMLInputElement).checked = true;
      box.dispatchEvent(new Event('change', { bubbles: true }));
    });
    // A confirmation of one is none of two.
    await expect(plan(page)).toHaveCount(0);
    nothingBooked(shop);
    await boxOf(page, '78').uncheck();
    await sendPicked(shop, page, 'o1001/d77');
  });
});
