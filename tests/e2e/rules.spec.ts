/** `Automatyzacje`: a rule is built by keyboard, stored, judged, and tried on the last orders without anything being sent. */
import type { Locator, Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, type Shop, test } from './fixtures.ts';
import { saveButton, savedStatus } from './options-form.ts';

const rules = (page: Page) => page.getByRole('list', { name: 'Reguły', exact: true });
const card = (page: Page, name: string) =>
  rules(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, level: 2, exact: true }) });
const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });

async function openRules(shop: Shop): Promise<Page> {
  const page = await shop.openExtensionPage('options.html');
  await page.getByRole('link', { name: 'Automatyzacje', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Automatyzacje', level: 1 })).toBeVisible();
  await expect(button(page, 'Dodaj regułę')).toBeVisible();
  return page;
}

async function pressOn(control: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await control.focus();
  await control.press(key);
}

/** A note in each new order of a buyer from Germany, with no other control than the keyboard. */
async function buildByKeyboard(page: Page): Promise<void> {
  await pressOn(button(page, 'Dodaj regułę'), 'Enter');
  await expect(page.getByRole('textbox', { name: 'Nazwa reguły' })).toBeFocused();
  await page.keyboard.type('Z Niemiec');
  const when = page.getByRole('combobox', { name: 'Gdy', exact: true });
  await when.focus();
  await page.keyboard.press('End');
  await expect(when).toHaveValue('created');
  await page.getByRole('textbox', { name: 'Kraj', exact: true }).focus();
  await page.keyboard.type('de');
  const effect = page.getByRole('combobox', { name: 'Działanie', exact: true });
  await effect.focus();
  await page.keyboard.type('Zapisz n');
  await expect(effect).toHaveValue('note');
  await page.keyboard.press('Tab');
  await expect(button(page, 'Dodaj działanie')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Zapisz notatkę w zamówieniu' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Treść notatki' }).focus();
  await page.keyboard.type('Klient z Niemiec');
  await pressOn(button(page, 'Gotowe'), 'Enter');
  await expect(button(card(page, 'Z Niemiec'), 'Edytuj')).toBeFocused();
}

test('a rule is built with the keyboard alone, stored, and there again after the page was closed', async ({ shop }) => {
  await shop.setUp();
  const page = await openRules(shop);
  await buildByKeyboard(page);
  await pressOn(saveButton(page), 'Enter');
  await expect(savedStatus(page)).toBeVisible();
  await page.close();

  const again = await openRules(shop);
  await expect(card(again, 'Z Niemiec')).toContainText(
    'Gdy pojawi się nowe zamówienie, jeśli kraj nabywcy to DE, to zapisz notatkę w zamówieniu.',
  );
  await expect(card(again, 'Z Niemiec').getByRole('checkbox', { name: 'Włączona' })).toBeChecked();
});

test('what is unsaved is not lost by a click, and the order is changed with the focus kept', async ({ shop }) => {
  await shop.setUp();
  const page = await openRules(shop);
  await button(page, 'Opłacone → wystaw w iFirma').click();
  await button(page, 'Gotowe').click();
  await button(page, 'Dodaj regułę').click();
  await page.keyboard.type('Druga');
  await button(page, 'Gotowe').click();
  await pressOn(button(card(page, 'Druga'), 'Wyżej'), 'Enter');
  await expect(rules(page).getByRole('heading', { level: 2 }).first()).toHaveText('Druga');
  await expect(button(card(page, 'Druga'), 'Wyżej')).toBeFocused();

  await page.getByRole('link', { name: 'Konta', exact: true }).click();
  await button(page, 'Zostań tutaj').click();
  await expect(rules(page).getByRole('heading', { level: 2 })).toHaveText(['Druga', 'Opłacone → wystaw w iFirma']);
});

test('a rule that does nothing is named an error once it is stored', async ({ shop }) => {
  await shop.setUp();
  const page = await openRules(shop);
  await button(page, 'Dodaj regułę').click();
  await page.keyboard.type('Pusta');
  await button(page, 'Gotowe').click();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await expect(card(page, 'Pusta').getByRole('alert')).toContainText('Błąd');
});

test('the dry run takes the rules as they stand in the form, and sends and writes nothing', async ({ shop }) => {
  await shop.setUp();
  const panel = shop.standIns.sellasist.panel('demo');
  const { id } = panel.addOrder();
  const page = await openRules(shop);
  await buildByKeyboard(page);
  await button(page, 'Sprawdź na ostatnich 50 zamówieniach').click();
  const table = page.getByRole('table', { name: 'Próba na sucho' });
  const row = table.getByRole('row').filter({ has: page.getByRole('link', { name: `Zamówienie ${id}`, exact: true }) });
  await expect(row).toContainText('nie: kraj nabywcy', { timeout: 20_000 });
  await expect(page.getByRole('list', { name: 'Wynik próby' })).toContainText('„Z Niemiec”: zadziała przy 0 z');
  expect(shop.standIns.ifirma.booked()).toEqual([]);
  await expect(page.getByText('Masz niezapisane zmiany')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`is in order for axe, and nothing has to be scrolled sideways: ${colorScheme}, ${width} px`, async ({
      shop,
    }) => {
      await shop.setUp();
      const page = await openRules(shop);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const clean = async (what: string): Promise<void> => {
        expect(await violationsOn(page), what).toEqual([]);
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overhang, what).toBeLessThanOrEqual(0);
      };
      await clean('empty');
      await button(page, 'Wystawiony → e-mail po KSeF').click();
      await clean('the editor');
      await button(page, 'Gotowe').click();
      await button(page, 'Sprawdź na ostatnich 50 zamówieniach').click();
      await expect(page.getByRole('table', { name: 'Próba na sucho' })).toBeVisible({ timeout: 20_000 });
      await clean('the dry run');
      await button(card(page, 'Wystawiony → e-mail po KSeF'), 'Usuń').click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await clean('a question');
    });
  }
}
