/**
 * From the installation to a sent invoice, with nothing but what the README and the pages say: every control is found by its role and
 * name. With `MOSTEK_PICTURES=1` the way is recorded in `docs/images/`.
 */
import type { Locator, Page } from '@playwright/test';
import { TEST_KEYS, TEST_LOGIN } from '../sim/ifirma/index.ts';
import { DEMO_KEY } from '../sim/sellasist/index.ts';
import { expect, orderOn, test } from './fixtures.ts';

async function picture(part: Locator, name: string): Promise<void> {
  if (process.env.MOSTEK_PICTURES !== '1') return;
  await part.screenshot({ path: `docs/images/${name}.png`, animations: 'disabled' });
}

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const step = (page: Page, name: RegExp) => page.getByRole('region', { name });

test('a merchant who never saw the page gets from the installation to a sent invoice', async ({ shop }) => {
  test.slow();
  const opened = shop.browser.context.pages().find((page) => page.url().endsWith('/options.html'));
  const page = opened ?? (await shop.openExtensionPage('options.html'));
  await expect(page.getByRole('heading', { name: 'Pierwsze kroki', level: 1 })).toBeVisible();

  // 1. The panel.
  const panel = step(page, /Panel Sellasist/);
  await box(page, 'Subdomena Sellasist').fill('https://Demo.sellasist.pl/admin');
  await box(page, 'Klucz API Sellasist').fill(DEMO_KEY);
  await panel.getByRole('button', { name: 'Sprawdź panel' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: /Panel Sellasist przyjął klucz/ })).toBeVisible();
  await picture(panel, 'pierwsze-kroki-1');

  // 2. The iFirma account, tested by itself once it is saved.
  const ifirma = step(page, /Konto iFirma/);
  await box(page, 'Nazwa konta').fill('Sklep testowy');
  await box(page, 'Login ifirma').fill(TEST_LOGIN);
  await box(page, 'Klucz API').fill(TEST_KEYS.faktura);
  await box(page, 'Klucz API abonent').fill(TEST_KEYS.abonent);
  await ifirma.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await expect(ifirma.getByRole('status').filter({ hasText: 'Zapisano' })).toBeVisible();
  await expect(ifirma.getByRole('listitem').filter({ hasText: `iFirma przyjęła login ${TEST_LOGIN}` })).toBeVisible();
  await expect(ifirma.getByRole('listitem').filter({ hasText: /Miesiąc księgowy/ })).toBeVisible();
  await picture(ifirma, 'pierwsze-kroki-2');

  // 3. Series and payment methods, read from the panel.
  const mapping = step(page, /Serie i metody płatności/);
  const part = (name: string) => mapping.getByRole('region', { name, exact: true });
  const save = async (name: string) => {
    await part(name).getByRole('button', { name: 'Zapisz', exact: true }).click();
    await expect(part(name).getByRole('status').filter({ hasText: 'Zapisano' })).toBeVisible();
  };
  await part('Które serie').getByRole('checkbox', { name: 'FV', exact: true }).check();
  await save('Które serie');
  const series = part('Co z nich powstaje').getByRole('group', { name: 'FV', exact: true });
  await series.getByRole('combobox', { name: 'Rodzaj w iFirma' }).selectOption({ label: 'faktura krajowa' });
  await series.getByRole('radio', { name: 'iFirma', exact: true }).check();
  await save('Co z nich powstaje');
  await part('Metody płatności').getByRole('button', { name: 'Wypełnij podpowiedziami' }).click();
  await save('Metody płatności');
  await part('Miejsce na PDF faktury')
    .getByRole('combobox', { name: 'Pole dodatkowe zapisu dokumentów' })
    .selectOption({ label: 'Faktura PDF' });
  await save('Miejsce na PDF faktury');
  await picture(mapping, 'pierwsze-kroki-3');

  // 4. What iFirma would get.
  const preview = step(page, /Podgląd pierwszego dokumentu/);
  await preview
    .getByRole('radiogroup', { name: 'Integracja Erplink IFIRMA jest włączona' })
    .getByRole('radio', { name: 'Nie' })
    .check();
  await expect(preview.getByRole('table')).not.toHaveCount(0);
  await picture(preview, 'pierwsze-kroki-4');
  expect(shop.standIns.ifirma.booked()).toEqual([]);

  const orderPage = shop.browser.context.waitForEvent('page');
  await preview.getByRole('link', { name: /zamówieni/i }).click();
  const { page: order, button, status } = orderOn(await orderPage);
  await button('Wyślij do iFirma').click();
  await expect(status).toContainText('Wysłano');
  await picture(order.locator('body'), 'pierwsze-kroki-5');
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});
