/** `Automatyczne wysyłanie faktur`, switched on by the keyboard: what is new in the panel reaches iFirma without a click. */
import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, type Shop, test } from './fixtures.ts';

const box = (page: Page) => page.getByRole('checkbox', { name: 'Automatyczne wysyłanie faktur', exact: true });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Zapisano' });

async function openRoom(shop: Shop): Promise<Page> {
  const page = await shop.openExtensionPage('options.html');
  await page.getByRole('link', { name: 'Podstawowa konfiguracja', exact: true }).click();
  await expect(box(page)).toBeVisible();
  return page;
}

async function sendFirst(shop: Shop): Promise<void> {
  const { button, status, page } = await shop.openOrder('1001');
  await button('Wyślij do iFirma').click();
  await expect(status).toContainText('Wysłano', { timeout: 30_000 });
  await page.close();
}

/** Two documents with the pause of their claims, on a machine that others use as well. */
test.setTimeout(120_000);

test('a document that appears in the panel is sent without a click, and the field, the popup and the settings say so', async ({
  shop,
}) => {
  await shop.setUp({ settings: { stateFieldId: '13', savePdf: false } });
  await sendFirst(shop);
  const page = await openRoom(shop);

  await box(page).focus();
  await page.keyboard.press('Space');
  await expect(box(page)).toBeChecked();
  await expect(page.getByRole('radio', { name: 'od teraz', exact: true })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(saved(page)).toBeVisible();
  const state = page.getByRole('region', { name: 'Automatyczne wysyłanie działa na tym komputerze.' });
  await expect(state).toContainText('Dziś wysłano automatycznie: 0.', { timeout: 30_000 });
  expect(await violationsOn(page)).toEqual([]);

  const panel = shop.standIns.sellasist.panel('demo');
  const order = panel.addOrder();
  const document = panel.addDocument({ orderId: order.id });
  // The page of the panel shows it; nobody presses anything there.
  const list = await shop.browser.context.newPage();
  await list.goto('https://demo.sellasist.pl/admin/operationdocuments/edit');
  await expect
    .poll(() => panel.text(order.id, '13'), { timeout: 50_000, intervals: [500] })
    .toContain('Mostek: wysłano');
  const booked = shop.standIns.ifirma.booked().filter(({ body }) => String(body.Uwagi).includes(`/d${document.id}`));
  expect(booked).toHaveLength(1);
  await expect(state).toContainText('Dziś wysłano automatycznie: 1.');

  const popup = await shop.openExtensionPage('popup.html');
  await expect(popup.getByText('Automatyczne wysyłanie działa na tym komputerze.')).toContainText(
    'Dziś wysłano automatycznie: 1.',
  );
  expect(await violationsOn(popup)).toEqual([]);
});

test('cannot be switched on before a first document was sent by hand, nor without the state field, and says why', async ({
  shop,
}) => {
  await shop.setUp({ settings: { stateFieldId: '13', savePdf: false } });
  const page = await openRoom(shop);
  await box(page).check();
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveAccessibleDescription(/Najpierw wyślij jeden dokument przyciskiem/);
  await sendFirst(shop);

  await page.getByRole('combobox', { name: 'Pole stanu iFirma', exact: true }).selectOption('');
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await expect(box(page)).toHaveAccessibleDescription(/Najpierw wybierz „Pole stanu iFirma”/);

  await page.getByRole('combobox', { name: 'Pole stanu iFirma', exact: true }).selectOption('13');
  await page.getByRole('radio', { name: 'od wybranej daty', exact: true }).check();
  await page.getByLabel('Wysyłaj dokumenty wystawione od', { exact: true }).fill('2020-01-01');
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await expect(page.getByLabel('Wysyłaj dokumenty wystawione od', { exact: true })).toHaveAccessibleDescription(
    /najwyżej 60 dni temu/,
  );
  await page.getByRole('radio', { name: 'od teraz', exact: true }).check();
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await expect(saved(page)).toBeVisible();
  await page.setViewportSize({ width: 360, height: 800 });
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang).toBeLessThanOrEqual(0);
});
