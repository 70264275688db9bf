/** The popup: what waits for a person, and what was sent last. It is opened as a page of its own size. */
import type { Page } from '@playwright/test';
import { setUpAccount } from '../browser/set-up.ts';
import { TEST_KEYS } from '../sim/ifirma/index.ts';
import { DRUGI_KEY } from '../sim/sellasist/index.ts';
import { violationsOn } from './axe.ts';
import { expect, orderOn, type Shop, test } from './fixtures.ts';
import { putTransfers, waitingTransfer } from './ledger.ts';

/** The browser's own API object, inside a page of the extension. */
declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

const POPUP = { width: 400, height: 580 };
const NARROW = { width: 360, height: 580 };

const errors = (page: Page) => page.getByRole('list', { name: 'Błędy synchronizacji' }).getByRole('listitem');
const recent = (page: Page) => page.getByRole('list', { name: 'Ostatnie' }).getByRole('listitem');
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

const groupOf = (page: Page, name: string) => page.getByRole('group', { name });

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

const SIGN = {
  code: 'sale-taken',
  path: 'sale',
  params: { number: '12/11/2026', document: '' },
  evidence: 'sale:d1',
} as const;
const REFUSED = {
  code: 'ifirma-refused',
  path: 'Kontrahent.KodPocztowy',
  params: { kod: '201', text: "Pole 'Kontrahent.KodPocztowy' nie może być puste" },
} as const;
const POST = { beganAt: 1, endedAt: 2, gross: 1, nip: '', issueDate: '2026-11-20', lookFrom: '2026-11-20' } as const;

/** Documents of several causes, and some that were sent. */
async function badDay(shop: Shop, accountId: string): Promise<void> {
  const waiting = (nth: number, more = {}) => waitingTransfer(nth, accountId, more);
  await putTransfers(shop, [
    ...[1, 2, 3, 4, 5, 6].map((nth) => waiting(nth)),
    ...[11, 12].map((nth) => waiting(nth, { findings: [REFUSED] })),
    waiting(13, { findings: [SIGN] }),
    ...[21, 22, 23].map((nth) =>
      waiting(nth, { state: 'uncertain', findings: [], post: POST, reason: { code: 'looking', params: {} } }),
    ),
    ...[31, 32].map((nth) =>
      waiting(nth, { state: 'done', findings: [], identifier: String(nth), number: `${nth}/11/2026` }),
    ),
  ]);
}

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
  test('equal causes of several documents are one group: the reason once, and each with its own buttons', async ({
    shop,
  }) => {
    await shop.setUp();
    const orders = ['A', 'B', 'C'].map(() => shop.standIns.sellasist.addOrder({ payment: { id: '8' } }));
    for (const { id } of orders) await send(shop, id);
    const page = await openPopup(shop);
    await expect(errors(page)).toHaveCount(3);
    const group = groupOf(page, '3 × metoda płatności bez odpowiednika w iFirma');
    await expect(group.getByText('Metoda płatności „PayPal” nie ma odpowiednika w iFirma')).toHaveCount(1);
    for (const { id } of orders) {
      const row = errors(page).filter({ hasText: `Zamówienie ${id}` });
      await expect(row).toContainText('Wymaga uzupełnienia');
      for (const name of ['Napraw', 'Wyślij ponownie', 'Pomiń'])
        await expect(row.getByRole('button', { name, exact: true })).toBeVisible();
    }
    await page.setViewportSize(NARROW);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });

  test('once the cause is mended, one press sends all of them, each once', async ({ shop }) => {
    // Of many at once a number that the list does not have yet is looked for again after a while.
    test.setTimeout(150_000);
    await shop.setUp();
    const orders = ['A', 'B', 'C'].map(() => shop.standIns.sellasist.addOrder({ buyer: { postcode: '' } }));
    for (const { id } of orders) await send(shop, id);
    const other = shop.standIns.sellasist.addOrder({ payment: { id: '8' } });
    await send(shop, other.id);
    const page = await openPopup(shop);
    for (const order of orders) order.billAddress.postcode = '00-950';
    const group = groupOf(page, '3 × brak kodu pocztowego nabywcy');
    await group.getByRole('button', { name: 'Wyślij ponownie wszystkie (3)' }).click();
    await expect(page.getByRole('tabpanel').getByRole('status')).toHaveText('Do kolejki: 3\u00a0dokumenty.');
    await expect(errors(page)).toHaveCount(1);
    await expect(errors(page)).toContainText('PayPal');
    await expect.poll(() => shop.standIns.ifirma.booked().length, { timeout: 30_000 }).toBe(3);
    await tab(page, 'Ostatnie').click();
    await expect(recent(page).filter({ hasText: 'Wysłano' })).toHaveCount(3, { timeout: 90_000 });
    expect(shop.standIns.ifirma.booked()).toHaveLength(3);
  });

  test('by keyboard alone: all of a cause are skipped with one reason', async ({ shop }) => {
    const accountId = await shop.setUp();
    await putTransfers(
      shop,
      [1, 2, 3, 4, 5, 6, 7].map((nth) => waitingTransfer(nth, accountId)),
    );
    const page = await openPopup(shop);
    await expect(errors(page)).toHaveCount(5);
    await page.getByRole('button', { name: 'Pokaż wszystkie (7)' }).focus();
    await page.keyboard.press('Enter');
    await expect(errors(page)).toHaveCount(7);
    await page.getByRole('button', { name: 'Pomiń wszystkie (7)…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Pominąć 7 dokumentów?' });
    await expect(dialog.getByRole('textbox', { name: 'Powód' })).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Powód' }).focus();
    await page.keyboard.type('Faktury wystawiło biuro');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tabpanel').getByRole('status')).toHaveText('Pominięto: 7\u00a0dokumentów.');
    await expect(page.getByText('Nic nie wymaga uwagi')).toBeVisible();
    expect(shop.standIns.ifirma.booked()).toEqual([]);
  });

  test('many causes: axe finds nothing, wide and narrow, light and dark, and nothing reaches out of the window', async ({
    shop,
  }) => {
    test.slow();
    await badDay(shop, await shop.setUp());
    const page = await openPopup(shop);
    await expect(page.getByRole('tabpanel').getByRole('group')).toHaveCount(3);
    await expect(groupOf(page, '3 × sprawdzane w iFirma').getByRole('button', { name: /wszystkie/ })).toHaveCount(0);
    const names = await page
      .getByRole('button', { name: /wszystkie/ })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    expect(new Set(names).size).toBe(names.length);
    for (const size of [POPUP, NARROW]) {
      await page.setViewportSize(size);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violationsOn(page)).toEqual([]);
      }
    }
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

test('Pobierz PDF saves the invoice from Ostatnie, under its number', async ({ shop }) => {
  await shop.setUp();
  await send(shop, '1001');
  const page = await openPopup(shop);
  await tab(page, 'Ostatnie').click();
  await expect(recent(page)).toContainText('Wysłano');
  const downloading = page.waitForEvent('download');
  await recent(page).getByRole('button', { name: 'Pobierz PDF' }).click();
  const [invoice] = shop.standIns.ifirma.booked();
  expect((await downloading).suggestedFilename()).toBe(`${invoice?.number?.replaceAll('/', '_')}.pdf`);
});

test('Znajdź: what Mostek knows of an invoice’s number, Sellasist’s or iFirma’s', async ({ shop }) => {
  await badDay(shop, await shop.setUp());
  const page = await openPopup(shop);
  const found = page.getByRole('list', { name: 'Znalezione dokumenty' }).getByRole('listitem');
  for (const [text, shown] of [
    ['fv 11/11', 'FV 11/11/2026'],
    ['31/11/2026', 'w iFirma: 31/11/2026'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Numer zamówienia' }).fill(text);
    await page.keyboard.press('Enter');
    await expect(found).toHaveCount(1);
    await expect(found).toContainText(shown);
  }
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Numer zamówienia' }).fill('FV 999');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Mostek nie zna dokumentu o numerze „FV 999”.')).toBeVisible();
});

test('several panels: one is chosen, and all three lists are of it', async ({ shop }) => {
  const demo = await shop.setUp();
  const drugi = await setUpAccount(shop.browser, {
    settings: {},
    erplink: true,
    panelKey: DRUGI_KEY,
    panel: 'drugi',
    login: 'drugi@example.com',
    series: {},
  });
  const there = { panel: 'drugi', findings: [REFUSED] };
  await putTransfers(shop, [
    ...[1, 2].map((nth) => waitingTransfer(nth, demo)),
    ...[3, 4].map((nth) => waitingTransfer(nth, drugi, there)),
    waitingTransfer(5, drugi, { panel: 'drugi', state: 'done', findings: [], identifier: '5', number: '5/11/2026' }),
  ]);
  const page = await openPopup(shop, NARROW);
  await expect(errors(page)).toHaveCount(4);
  await page.getByRole('combobox', { name: 'Panel' }).selectOption('drugi');
  await expect(errors(page)).toHaveCount(2);
  // There Mostek only looks, and the note says so: nothing is offered that would be refused.
  await expect(page.getByText('Erplink jest włączony (drugi)')).toBeVisible();
  await expect(page.getByRole('tabpanel').getByRole('button', { name: /Wyślij ponownie|Pomiń/ })).toHaveCount(0);
  await tab(page, 'Ostatnie').click();
  await expect(recent(page)).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Panel' }).selectOption('demo');
  await expect(recent(page)).toHaveCount(2);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  expect(await violationsOn(page)).toEqual([]);
});

test('locked: what the ledger knows is shown, and nothing is offered that would be refused', async ({ shop }) => {
  const accountId = await shop.setUp();
  await badDay(shop, accountId);
  const tell = (page: Page, message: object) => page.evaluate((said) => chrome.runtime.sendMessage(said), message);
  const setting = await shop.openExtensionPage('options.html');
  const keys = { [accountId]: { faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent } };
  await tell(setting, { type: 'passphrase.on', passphrase: 'most zwodzony nad fosą', keys, autoLock: null });
  await tell(setting, { type: 'lock' });
  const page = await openPopup(shop);
  await expect(page.getByText('Mostek jest zablokowany i niczego nie wysyła')).toBeVisible();
  await expect(errors(page)).toHaveCount(11);
  const acting = page.getByRole('tabpanel').getByRole('button', { name: /Wyślij ponownie|Pomiń|Pobierz PDF/ });
  await expect(acting).toHaveCount(0);
  await expect(errors(page).first().getByRole('button', { name: 'Napraw' })).toBeVisible();
  await tab(page, 'Ostatnie').click();
  await expect(recent(page).first()).toBeVisible();
  await expect(acting).toHaveCount(0);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Hasło' }).fill('most zwodzony nad fosą');
  await page.getByRole('button', { name: 'Odblokuj' }).click();
  await expect(page.getByRole('button', { name: 'Pobierz PDF' })).toHaveCount(2);
  await tab(page, 'Błędy').click();
  await expect(page.getByRole('button', { name: 'Wyślij ponownie wszystkie (6)' })).toBeVisible();
});
