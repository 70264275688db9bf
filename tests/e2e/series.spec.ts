/** Serie dokumentów: what is missing is red and named, stops the documents, and says so on their cards. */
import { expect, test } from './fixtures.ts';
import { openRoom, saveButton, savedStatus } from './options-form.ts';

test('an incomplete series says so in its room and on the card of its documents; completed, it sends', async ({
  shop,
}) => {
  await shop.setUp();
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, 'Konta');
  await page
    .getByRole('group', { name: 'Serie dokumentów' })
    .getByRole('checkbox', { name: 'FV', exact: true })
    .uncheck();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await page
    .getByRole('group', { name: 'Serie dokumentów' })
    .getByRole('checkbox', { name: 'FV', exact: true })
    .check();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();

  await openRoom(page, 'Serie dokumentów');
  const series = page.getByRole('group', { name: 'FV', exact: true });
  const kind = series.getByRole('combobox', { name: 'Rodzaj w iFirma' });
  await expect(kind).toHaveAttribute('aria-invalid', 'true');
  await kind.selectOption('domestic');
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await expect(series.getByRole('radiogroup', { name: 'Kto nadaje numer' })).toHaveAttribute('aria-invalid', 'true');
  await expect(series).toContainText(/Kto nadaje numer/);

  const order = await shop.openOrder('1001');
  await expect(order.region.getByRole('alert')).toContainText('Kto nadaje numer');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wymaga uzupełnienia');
  expect(shop.standIns.ifirma.booked()).toEqual([]);

  await page.bringToFront();
  await series.getByRole('radio', { name: 'Sellasist', exact: true }).check();
  await series.getByRole('textbox', { name: 'Wzór numeru' }).fill('FV/{numer}/{miesiąc}/{rok}');
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await order.page.bringToFront();
  await order.button('Wyślij ponownie').click();
  await expect(order.status).toContainText(/^(Wysłano|Wystawiono)/);
  // Document 77 of the stand-in is FV/12/{month}/{year}.
  expect(shop.standIns.ifirma.booked().map(({ body }) => body.Numer)).toEqual([12]);
});

test('a series of corrections has a default reason, which is kept and said in its line', async ({ shop }) => {
  await shop.setUp();
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, 'Konta');
  await page
    .getByRole('group', { name: 'Serie dokumentów' })
    .getByRole('checkbox', { name: 'KOR', exact: true })
    .check();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await openRoom(page, 'Serie dokumentów');
  const series = page.getByRole('group', { name: 'KOR', exact: true });
  await series.getByRole('combobox', { name: 'Rodzaj w iFirma' }).selectOption('correction');
  await series.getByRole('combobox', { name: 'Domyślny powód korekty' }).selectOption({ label: 'zwrot towaru' });
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await page.reload();
  await expect(series).toContainText('korekta faktury · domyślnie: zwrot towaru');
});
