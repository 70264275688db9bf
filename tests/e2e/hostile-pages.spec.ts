/** The pages of lists, documents, returns and teaching when a script has taken them over: nothing that it does books or teaches anything (design 5, 8). */
import type { Locator, Page } from '@playwright/test';
import { bookedFor } from './bookings.ts';
import { expect, type Order, orderOn, type Shop, test } from './fixtures.ts';
import { openRoom } from './options-form.ts';

const ORDERS = '/admin/orders/edit';
const DOCUMENTS = '/admin/operationdocuments/edit';
const DOCUMENT = `${DOCUMENTS}/77`;
const HOSTILE = '?variant=hostile';

async function open(shop: Shop, path: string): Promise<Page> {
  const page = await shop.browser.context.newPage();
  await page.goto(`https://demo.sellasist.pl${path}`);
  return page;
}

const openCard = async (shop: Shop, path: string): Promise<Order> => orderOn(await open(shop, path));
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const bar = (page: Page): Locator => page.getByRole('region', { name: 'iFirma – zaznaczone', exact: true });
const plan = (page: Page): Locator => page.getByRole('group', { name: 'Przed wysłaniem' });
const hosts = (page: Page): Locator => page.locator('mostek-panel');
const boxOf = (page: Page, id: string): Locator => page.locator(`tbody input[type=checkbox][value="${id}"]`);
const SEND_PICKED = 'Wyślij zaznaczone do iFirma';

const nothingBooked = (shop: Shop): void => {
  expect(shop.standIns.ifirma.booked()).toEqual([]);
  expect(shop.standIns.requests({ host: 'www.ifirma.pl', method: 'POST' })).toEqual([]);
  expect(shop.standIns.sellasist.panel('demo').journal.writes).toEqual([]);
};

/** Waits until the script of the page has pressed that often more: an attack that never happened proves nothing. */
async function pressed(page: Page, times: number): Promise<void> {
  const clicks = () => page.evaluate(() => Number(document.documentElement.dataset.hostileClicks ?? 0));
  const before = await clicks();
  await expect.poll(clicks, { timeout: 20_000 }).toBeGreaterThan(before + times);
}

/** The person sends what is ticked, and it is booked once. */
async function sendPicked(shop: Shop, page: Page, mark: string): Promise<void> {
  await button(page, SEND_PICKED).click();
  await expect(plan(page)).toContainText(/wystawisz 1 fakturę/i);
  await plan(page).getByRole('button', { name: 'Wyślij', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Podsumowanie' })).toContainText(/Wystawiono 1 z 1/, {
    timeout: 30_000,
  });
  expect(bookedFor(shop, mark)).toHaveLength(1);
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
      const page = await open(shop, `${path}${HOSTILE}`);
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

  test('on the card of a return: no correction is opened, filled in or issued, and a person’s click opens one', async ({
    shop,
  }) => {
    await shop.setUp();
    const { id } = shop.standIns.sellasist.addReturn({ orderId: '1001' });
    const order = await shop.openOrder('1001');
    await order.button('Wyślij do iFirma').click();
    await expect(order.status).toContainText('Wysłano');
    const writes = shop.standIns.sellasist.panel('demo').journal.writes.length;

    const card = await openCard(shop, `/admin/returns/edit/${id}${HOSTILE}`);
    const correct = card.button('Utwórz korektę').first();
    await expect(correct).toBeVisible();
    await pressed(card.page, 20);
    await expect(card.page.getByRole('dialog')).toHaveCount(0);
    await correct.click();
    await expect(card.page.getByRole('dialog')).toBeVisible();
    await pressed(card.page, 20);
    await expect(card.page.getByRole('dialog')).toBeVisible();
    await expect(hosts(card.page)).toHaveCount(1);
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
    expect(shop.standIns.sellasist.panel('demo').journal.writes).toHaveLength(writes);
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

    const list = await open(shop, `${ORDERS}?variant=hostile`);
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
    const page = await open(shop, `${MODULE}${HOSTILE}`);
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

test.describe('a row that speaks of two things', () => {
  /** Where the row says something else, and how. `id` is what its check box holds, and `other` what else it says. */
  const LIES: readonly (readonly [string, string, (row: Element) => void])[] = [
    ['its check box is another order’s', ORDERS, (row) => row.querySelector('input')?.setAttribute('value', '1004')],
    ['its data-id is another order’s', ORDERS, (row) => row.setAttribute('data-id', '1004')],
    [
      'one of its links leads to another order',
      ORDERS,
      (row) => [...row.querySelectorAll('a')].at(-1)?.setAttribute('href', '/admin/orders/edit/1004'),
    ],
    [
      'its text names another order',
      ORDERS,
      (row) => {
        const link = row.querySelector('a[href^="/admin/orders/edit/"]');
        const cell = link?.closest('td');
        if (link && cell) cell.replaceChildren(link, ' id: 1004');
      },
    ],
    [
      'its link writes the order another way',
      ORDERS,
      (row) => row.querySelector('a')?.setAttribute('href', '/admin/orders/edit/01001'),
    ],
    [
      'its check box is another document’s',
      DOCUMENTS,
      (row) => row.querySelector('input')?.setAttribute('value', '78'),
    ],
    ['its data-id is another document’s', DOCUMENTS, (row) => row.setAttribute('data-id', '78')],
    [
      'its link leads to another document',
      DOCUMENTS,
      (row) =>
        row.querySelector('a[href*="operationdocuments"]')?.setAttribute('href', '/admin/operationdocuments/edit/78'),
    ],
    [
      'its column and its link name different orders',
      DOCUMENTS,
      (row) => {
        const link = row.querySelector('a[href^="/admin/orders/edit/"]');
        if (link) link.textContent = '1004';
      },
    ],
  ];
  for (const [lie, path, tell] of LIES)
    test(`${path === ORDERS ? 'order list' : 'document list'}, ${lie}: it has no state, and ticking it picks nothing`, async ({
      shop,
    }) => {
      await shop.setUp();
      const page = await open(shop, path);
      const own = path === ORDERS ? '1001' : '77';
      const row = page.locator('tbody tr').filter({ has: page.locator(`a[href="${path}/${own}"]`) });
      await expect(row.locator('mostek-badge')).toHaveCount(1);
      await row.evaluate((element) => element.setAttribute('data-lie', ''));
      await page.locator('tr[data-lie]').evaluate(tell);
      // The panel draws the rows anew, and they are read as they are now.
      await page.locator('tbody').evaluate((body) => body.replaceWith(body.cloneNode(true)));
      const lying = page.locator('tr[data-lie]');
      await expect(lying.locator('mostek-badge')).toHaveCount(0);
      await expect(page.locator('tr:not([data-lie]) mostek-badge').first()).toBeAttached();
      await lying.getByRole('checkbox').check();
      await expect(button(page, SEND_PICKED)).toHaveAttribute('aria-disabled', 'true');
      await button(page, SEND_PICKED).click({ force: true });
      await page.waitForTimeout(300);
      await expect(plan(page)).toHaveCount(0);
      nothingBooked(shop);
      await page
        .locator('tr:not([data-lie])')
        .filter({ hasText: 'FV/13/' })
        .or(page.locator(`tr:not([data-lie]):has(a[href="${ORDERS}/1004"])`))
        .first()
        .getByRole('checkbox')
        .check();
      await expect(button(page, SEND_PICKED)).not.toHaveAttribute('aria-disabled', 'true');
    });

  test('its number is not the one that the API has under its id: it is left out by name, the others can be sent', async ({
    shop,
  }) => {
    await shop.setUp();
    const page = await open(shop, DOCUMENTS);
    await expect(bar(page)).toBeVisible();
    await page.locator(`a[href="${DOCUMENT}"]`).evaluate((link) => {
      link.textContent = 'FV/998/11/2026';
    });
    await boxOf(page, '77').check();
    await button(page, SEND_PICKED).click();
    await expect(plan(page)).toContainText('Nie ma tu nic do wystawienia');
    await expect(plan(page).getByRole('alert')).toContainText('FV/12/');
    await expect(plan(page).getByRole('button', { name: 'Wyślij', exact: true })).toHaveCount(0);
    nothingBooked(shop);
  });

  test('a list of the old module, whose ids overlap: nothing of the new one is sent for its rows', async ({ shop }) => {
    shop.standIns.sellasist.panel('demo').switches.documentsPath = '/admin/invoices/edit';
    await shop.setUp();
    const page = await open(shop, '/admin/invoices/edit');
    await expect(bar(page)).toBeVisible();
    await page.locator('a[href="/admin/invoices/edit/77"]').evaluate((link) => {
      link.textContent = 'FS/3/2025';
    });
    await boxOf(page, '77').check();
    await button(page, SEND_PICKED).click();
    await expect(plan(page).getByRole('alert')).toContainText('Mostek nie zgaduje');
    nothingBooked(shop);
  });

  test('its order is not the one that the API has for the document: it is left out', async ({ shop }) => {
    await shop.setUp();
    // What was read of the document is remembered, and with it its order.
    const card = await openCard(shop, DOCUMENT);
    await expect(card.status).toHaveText('Nie wysłano');
    const page = await open(shop, DOCUMENTS);
    await expect(bar(page)).toBeVisible();
    await page.locator('tbody tr:has(input[value="77"]) a[href^="/admin/orders/edit/"]').evaluate((link) => {
      link.setAttribute('href', '/admin/orders/edit/1004');
      link.textContent = '1004';
      const body = link.closest('tbody');
      body?.replaceWith(body.cloneNode(true));
    });
    await page.waitForTimeout(500);
    await boxOf(page, '77').check();
    await button(page, SEND_PICKED).click();
    await expect(plan(page).getByRole('alert')).toContainText('FV/12/');
    nothingBooked(shop);
  });
});

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
    const page = await open(shop, ORDERS);
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
    const page = await open(shop, DOCUMENTS);
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
