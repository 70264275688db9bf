/** The first five minutes of a merchant, by clicking and typing only (design 9). */
import type { Page } from '@playwright/test';
import { databaseText } from '../browser/stored.ts';
import { TEST_KEYS, TEST_LOGIN } from '../sim/ifirma/index.ts';
import { DEMO_KEY, DEMO_KEY_WITHOUT_DOCUMENTS, DRUGI_KEY } from '../sim/sellasist/index.ts';
import { expect, test } from './fixtures.ts';
import { addAccount, enterAccount, field, saveButton, savedStatus } from './options-form.ts';

const series = (page: Page) => page.getByRole('group', { name: 'Serie dokumentów' });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const select = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const testLines = (page: Page) => page.getByRole('list', { name: 'Wynik sprawdzenia' }).getByRole('listitem');

const GOOD = {
  login: TEST_LOGIN,
  sellasist: DEMO_KEY,
  faktura: TEST_KEYS.faktura,
  abonent: TEST_KEYS.abonent,
};

test('installing opens the settings, and what is entered there survives a restart of the browser and sends an order', async ({
  shop,
}) => {
  const opened = shop.browser.context.pages().find((page) => page.url().endsWith('/options.html'));
  expect(opened).toBeDefined();
  const page = opened ?? (await shop.openExtensionPage('options.html'));
  await expect(page.getByRole('heading', { name: 'Pierwsze kroki', level: 1 })).toBeVisible();
  await enterAccount(page, { ...GOOD, panel: 'https://Demo.sellasist.pl/admin/orders/edit?status_id=3' });

  await shop.restart();
  const again = await shop.openExtensionPage('options.html');
  await expect(field(again, 'name')).toHaveValue('Sklep testowy');
  await expect(field(again, 'panel')).toHaveValue('demo');
  await expect(field(again, 'login')).toHaveValue(TEST_LOGIN);
  await expect(series(again).getByRole('checkbox', { name: 'FV', exact: true })).toBeChecked();
  await expect(series(again).getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(again.getByRole('radio', { name: 'Nie' })).toBeChecked();
  for (const name of ['Klucz API Sellasist', 'Klucz API', 'Klucz API abonent']) {
    await expect(again.getByRole('textbox', { name, exact: true })).toHaveCount(0);
    await expect(again.getByRole('button', { name: `Zmień ${name}`, exact: true })).toBeVisible();
  }
  await link(again, 'Metody płatności').click();
  await expect(select(again, 'Przelewy24')).toHaveValue('P24');
  await expect(select(again, 'Za pobraniem')).toHaveValue('POB');
  await link(again, 'Podstawowa konfiguracja').click();
  await expect(select(again, 'Pole dodatkowe zapisu dokumentów')).toHaveValue('12');

  const { button, status } = await shop.openOrder('1001');
  await button('Wyślij do iFirma').click();
  await expect(status).toContainText('Wysłano');
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  expect(shop.standIns.sellasist.panel('demo').files('1001', '12')).toHaveLength(1);
});

test.describe('Konta', () => {
  test('a pasted address becomes the sub-domain, and the series are there before anything is saved', async ({
    shop,
  }) => {
    const page = await shop.openExtensionPage('options.html');
    await expect(series(page)).toContainText('Serie pojawią się tutaj');
    await field(page, 'panel').fill(' https://demo.sellasist.pl/admin ');
    await field(page, 'sellasist').fill(` ${DEMO_KEY}\n`);
    await expect(series(page).getByRole('checkbox', { name: 'FV', exact: true })).toBeVisible();
    await expect(field(page, 'panel')).toHaveValue('demo');
    // Stock documents are never booked as sales.
    await expect(series(page).getByRole('checkbox', { name: 'WZ' })).toHaveCount(0);
    await field(page, 'sellasist').fill('not-the-key');
    await expect(series(page)).toContainText('Sellasist nie przyjął klucza API');
  });

  test('what is missing or mistyped is named at its field, all at once, and the first one has the focus', async ({
    shop,
  }) => {
    const page = await shop.openExtensionPage('options.html');
    await field(page, 'panel').fill('demo');
    await field(page, 'sellasist').fill(DEMO_KEY);
    await field(page, 'faktura').fill(TEST_KEYS.faktura.slice(1));
    await field(page, 'abonent').fill('to nie jest klucz');
    await saveButton(page).click();
    await expect(page.getByRole('alert')).toContainText('Nie zapisano');
    await expect(field(page, 'name')).toBeFocused();
    await expect(field(page, 'name')).toHaveAccessibleDescription(/Uzupełnij to pole/);
    await expect(field(page, 'login')).toHaveAccessibleDescription(/Uzupełnij to pole/);
    await expect(field(page, 'faktura')).toHaveAccessibleDescription(/Klucz jest niepełny/);
    await expect(field(page, 'abonent')).toHaveAccessibleDescription(/tylko z cyfr 0–9 i liter a–f/);
    for (const name of ['name', 'login', 'faktura', 'abonent'] as const)
      await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page, 'sellasist')).not.toHaveAttribute('aria-invalid', 'true');
    expect(shop.standIns.requests({ host: 'www.ifirma.pl' })).toEqual([]);
  });

  test('Sprawdź połączenie says what it reached: login, accounting month, limit', async ({ shop }) => {
    const page = await shop.openExtensionPage('options.html');
    await addAccount(page, GOOD);
    await page.getByRole('button', { name: 'Sprawdź połączenie' }).click();
    const [year, month] = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' }).split('-');
    await expect(testLines(page).filter({ hasText: 'Panel Sellasist przyjął klucz' })).toBeVisible();
    await expect(testLines(page).filter({ hasText: `iFirma przyjęła login ${TEST_LOGIN}` })).toBeVisible();
    await expect(testLines(page).filter({ hasText: `Miesiąc księgowy w iFirma: ${month}.${year}` })).toBeVisible();
    await expect(testLines(page).filter({ hasText: /Dokumenty w limicie iFirma: 0 z 1000/ })).toBeVisible();
    await expect(testLines(page)).toHaveCount(7);
  });

  test('Sprawdź połączenie names the key that is wrong; Zmień mends it', async ({ shop }) => {
    const page = await shop.openExtensionPage('options.html');
    await addAccount(page, { ...GOOD, faktura: TEST_KEYS.rachunek });
    await page.getByRole('button', { name: 'Sprawdź połączenie' }).click();
    await expect(testLines(page).filter({ hasText: 'Panel Sellasist przyjął klucz' })).toBeVisible();
    await expect(
      testLines(page).filter({
        hasText: /^iFirma: .*(podpisu żądania|nie pasuje do loginu).*Popraw login albo klucz API/,
      }),
    ).toBeVisible();

    await page.getByRole('button', { name: 'Zmień Klucz API', exact: true }).click();
    await expect(field(page, 'faktura')).toBeFocused();
    await field(page, 'faktura').fill(TEST_KEYS.faktura.toLowerCase());
    await page.getByRole('button', { name: 'Sprawdź połączenie' }).click();
    await expect(page.getByText('Sprawdzane są zapisane dane. Najpierw zapisz zmiany.')).toBeVisible();
    await saveButton(page).click();
    await expect(savedStatus(page)).toBeVisible();
    await page.getByRole('button', { name: 'Sprawdź połączenie' }).click();
    await expect(testLines(page).filter({ hasText: `iFirma przyjęła login ${TEST_LOGIN}` })).toBeVisible();

    await page.getByRole('button', { name: 'Zmień Klucz API Sellasist' }).click();
    await field(page, 'sellasist').fill(DEMO_KEY_WITHOUT_DOCUMENTS);
    await saveButton(page).click();
    await expect(savedStatus(page)).toBeVisible();
    await page.getByRole('button', { name: 'Sprawdź połączenie' }).click();
    await expect(
      testLines(page).filter({ hasText: 'Dokumenty [Nowe]: Klucz API Sellasist nie ma potrzebnych uprawnień' }),
    ).toBeVisible();
  });

  test('a second account of another panel, then the first one removed: its keys are gone, the other works on', async ({
    shop,
  }) => {
    const page = await shop.openExtensionPage('options.html');
    await addAccount(page, GOOD);
    await page.getByRole('button', { name: 'Dodaj konto' }).click();
    await expect(field(page, 'name')).toBeFocused();
    await field(page, 'name').fill('Drugi sklep');
    await field(page, 'panel').fill('drugi');
    await field(page, 'sellasist').fill(DRUGI_KEY);
    await field(page, 'login').fill(TEST_LOGIN);
    await field(page, 'faktura').fill(TEST_KEYS.faktura);
    await series(page).getByRole('checkbox', { name: 'FV', exact: true }).check();
    await saveButton(page).click();
    await expect(savedStatus(page)).toBeVisible();

    const first = page.getByRole('article', { name: 'Sklep testowy' });
    await first.getByRole('button', { name: 'Usuń konto' }).click();
    const question = page.getByRole('alertdialog', { name: 'Usunąć konto „Sklep testowy”?' });
    await question.getByRole('button', { name: 'Anuluj' }).click();
    await expect(first).toBeVisible();
    await first.getByRole('button', { name: 'Usuń konto' }).click();
    await question.getByRole('button', { name: 'Usuń', exact: true }).click();
    await expect(first).toHaveCount(0);

    const gone = await shop.openOrder('1001');
    await expect(gone.region).toContainText('Ten panel nie jest jeszcze połączony z iFirma');
    const kept = await shop.openOrder('1001', '', 'drugi');
    await kept.button('Podgląd').click();
    await expect(kept.page.getByRole('table', { name: 'Pozycje' })).toContainText('Świeca sojowa');
    const { vault = '' } = await databaseText(shop.browser);
    expect(vault).toContain('"panel","drugi"');
    expect(vault).not.toContain('"panel","demo"');
    expect(vault.match(/"hmac"/g)).toHaveLength(1);
    await page.bringToFront();
    await page.reload();
    await expect(page.getByRole('article')).toHaveCount(1);
  });

  test('leaving with unsaved changes asks first', async ({ shop }) => {
    await shop.setUp();
    const page = await shop.openExtensionPage('options.html');
    await field(page, 'name').fill('Inna nazwa');
    await link(page, 'Metody płatności').click();
    const question = page.getByRole('alertdialog', { name: 'Niezapisane zmiany' });
    await question.getByRole('button', { name: 'Zostań tutaj' }).click();
    await expect(field(page, 'name')).toHaveValue('Inna nazwa');
    await link(page, 'Metody płatności').click();
    await question.getByRole('button', { name: 'Odrzuć zmiany' }).click();
    await expect(page.getByRole('heading', { name: 'Metody płatności', level: 1 })).toBeVisible();
    await link(page, 'Konta').click();
    await expect(field(page, 'name')).toHaveValue('Sklep testowy');
  });
});

test('Metody płatności: every method of the panel by its name, suggestions are taken over only on demand', async ({
  shop,
}) => {
  const page = await shop.openExtensionPage('options.html');
  await addAccount(page, GOOD);
  await link(page, 'Metody płatności').click();
  await expect(select(page, 'Konto')).toBeVisible();
  const methods = shop.standIns.sellasist.panel('demo').setup.payments.map(({ name }) => name);
  for (const name of methods) await expect(select(page, name)).toHaveValue('');
  await page.getByRole('button', { name: 'Wypełnij podpowiedziami' }).click();
  await expect(select(page, 'PayU')).toHaveValue('ALG');
  await expect(select(page, 'BLIK')).toHaveValue('ELE');
  await select(page, 'Allegro Finance').selectOption('PRZ');
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await page.reload();
  await expect(select(page, 'Allegro Finance')).toHaveValue('PRZ');
  await expect(select(page, 'Gotówka')).toHaveValue('GTK');
});

test('Podstawowa konfiguracja offers only fields for files, and keeps every choice', async ({ shop }) => {
  const page = await shop.openExtensionPage('options.html');
  await addAccount(page, GOOD);
  await link(page, 'Podstawowa konfiguracja').click();
  for (const name of ['Pole dodatkowe zapisu dokumentów', 'Pole dodatkowe zapisu korekt'])
    await expect(select(page, name).getByRole('option')).toHaveText(['— nie wybrano —', 'Faktura PDF', 'Korekta PDF']);
  const chosen = {
    'Status błędu': '9',
    'Pole dodatkowe zapisu dokumentów': '12',
    'Pole dodatkowe zapisu korekt': '14',
    'Stawka VAT wysyłki': '8',
    'Data sprzedaży': 'payment',
  };
  for (const [name, value] of Object.entries(chosen)) await select(page, name).selectOption(value);
  await page.getByRole('checkbox', { name: 'Pobieraj i zapisuj PDF dokumentów' }).uncheck();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await shop.restart();
  const again = await shop.openExtensionPage('options.html');
  await link(again, 'Podstawowa konfiguracja').click();
  for (const [name, value] of Object.entries(chosen)) await expect(select(again, name)).toHaveValue(value);
  await expect(again.getByRole('checkbox', { name: 'Pobieraj i zapisuj PDF dokumentów' })).not.toBeChecked();
});
