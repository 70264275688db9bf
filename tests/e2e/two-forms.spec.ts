/** The same account open in two tabs: what is saved later on an older view is refused and said, and nothing is mixed. */
import { expect, test } from './fixtures.ts';
import { field, openRoom, saveButton, savedStatus } from './options-form.ts';

test('the later save of the same account is told, and the first one stands whole', async ({ shop }) => {
  await shop.setUp();
  const [first, second] = [await shop.openExtensionPage('options.html'), await shop.openExtensionPage('options.html')];
  await openRoom(first, 'Konta');
  await openRoom(second, 'Konta');
  await field(first, 'name').fill('Nazwa z pierwszej karty');
  await field(second, 'name').fill('Nazwa z drugiej karty');
  const taxOf = (page: typeof first) => page.getByRole('combobox', { name: 'Podatek VAT', exact: true });
  await taxOf(second).selectOption('exempt');
  await second.getByRole('textbox', { name: 'Podstawa prawna zwolnienia' }).fill('Art. 113 ust. 1');

  await first.bringToFront();
  await saveButton(first).click();
  await expect(savedStatus(first)).toBeVisible();

  await second.bringToFront();
  await expect(field(second, 'name')).toHaveValue('Nazwa z drugiej karty');
  await saveButton(second).click();
  await expect(second.getByRole('alert')).toContainText('Nie zapisano');
  await second.getByRole('button', { name: 'Wczytaj ponownie' }).click();
  await expect(field(second, 'name')).toHaveValue('Nazwa z pierwszej karty');
  await expect(taxOf(second)).toHaveValue('payer');

  // The form stands on the newest account now, so it may save.
  await field(second, 'name').fill('Nazwa z drugiej karty');
  await saveButton(second).click();
  await expect(savedStatus(second)).toBeVisible();
  await expect(field(first, 'name')).toHaveValue('Nazwa z drugiej karty');
});

test('a series of another account cannot be ticked, and its owner is named', async ({ shop }) => {
  await shop.setUp();
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, 'Konta');
  await page.getByRole('button', { name: 'Dodaj konto' }).click();
  await field(page, 'panel').fill('demo');
  await field(page, 'sellasist').fill('demo-4f1c9a7e2b60');
  const taken = page
    .getByRole('group', { name: 'Serie dokumentów' })
    .getByRole('checkbox', { name: 'FV', exact: true });
  await expect(taken).toBeDisabled();
  await expect(page.getByRole('group', { name: 'Serie dokumentów' })).toContainText('należy do konta „Sklep testowy”');
});
