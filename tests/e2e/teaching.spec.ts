/** Teaching Mostek a page of the panel whose address nobody has published (sellasist-panel 5.3). */
import type { Page } from '@playwright/test';
import { expect, type Shop, test } from './fixtures.ts';
import { openRoom } from './options-form.ts';

const MODULE = '/admin/FAKE_pages/edit';
const hosts = (page: Page) => page.locator('mostek-panel');
const box = (page: Page) => page.getByRole('region', { name: 'Mostek – nauka strony' });
const bar = (page: Page) => page.getByRole('region', { name: 'iFirma – zaznaczone', exact: true });

async function openPage(shop: Shop, path: string): Promise<Page> {
  const page = await shop.browser.context.newPage();
  await page.goto(`https://demo.sellasist.pl${path}`);
  return page;
}

/** The room, and one kind of page in it. */
async function openLayout(
  shop: Shop,
): Promise<{ readonly options: Page; kind(name: string): ReturnType<Page['getByRole']> }> {
  const options = await shop.openExtensionPage('options.html');
  await openRoom(options, 'Układ panelu');
  return { options, kind: (name) => options.getByRole('group', { name, exact: true }) };
}

async function armed(shop: Shop, name: string) {
  const room = await openLayout(shop);
  await room.kind(name).getByRole('button', { name: 'Ucz tej strony', exact: true }).click();
  await expect(room.kind(name).getByRole('status')).toContainText('Użyj tej strony');
  return room;
}

test.beforeEach(({ shop }) => {
  shop.standIns.sellasist.panel('demo').switches.documentsPath = MODULE;
});

test('a list is taught where it is open already: the bar comes at once, and the room says how it agrees', async ({
  shop,
}) => {
  await shop.setUp();
  const page = await openPage(shop, MODULE);
  const { options, kind } = await armed(shop, 'Lista dokumentów');
  await expect(box(page)).toBeVisible();
  await box(page).getByRole('button', { name: 'Użyj tej strony', exact: true }).click();
  await expect(box(page).getByRole('status')).toContainText(/Pasuje: \d+\swiersz\S*, numery zgodne/);
  await expect(bar(page)).toBeVisible();
  await box(page).getByRole('button', { name: 'Zamknij', exact: true }).click();
  await expect(box(page)).toHaveCount(0);

  await options.bringToFront();
  await expect(kind('Lista dokumentów')).toContainText(`Nauczona: ${MODULE}`);
  await expect(kind('Lista dokumentów')).toContainText('numery zgodne');
  // It is known from now on, and nothing is taught any more.
  const again = await openPage(shop, MODULE);
  await expect(bar(again)).toBeVisible();
  await expect(hosts(again)).toHaveCount(1);

  await kind('Lista dokumentów').getByRole('button', { name: 'Zapomnij', exact: true }).click();
  await expect(kind('Lista dokumentów')).not.toContainText('Nauczona');
  const forgotten = await openPage(shop, MODULE);
  await forgotten.waitForTimeout(1_000);
  await expect(hosts(forgotten)).toHaveCount(0);
});

test('a card is taught with a place that the person points at', async ({ shop }) => {
  await shop.setUp();
  await armed(shop, 'Karta dokumentu');
  const page = await openPage(shop, `${MODULE}/77`);
  await box(page).getByRole('button', { name: 'Wskaż miejsce', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(box(page).getByRole('button', { name: 'Użyj tej strony', exact: true })).toBeEnabled();
  await box(page).getByRole('button', { name: 'Wskaż miejsce', exact: true }).click();
  // Pointed at, the panel's own button does nothing.
  await page.getByRole('button', { name: 'Drukuj', exact: true }).hover();
  await page.locator('form.FAKE-doc table').click();
  await expect(box(page)).toContainText('Miejsce: ');
  await box(page).getByRole('combobox', { name: 'Położenie' }).selectOption('after');
  await box(page).getByRole('button', { name: 'Użyj tej strony', exact: true }).click();
  await expect(box(page).getByRole('status')).toContainText('Pasuje: numer zgodny');
  const region = page.getByRole('region', { name: 'iFirma', exact: true });
  await expect(region.getByRole('status').first()).toHaveText('Nie wysłano');
  // A place inside the panel's form is one behind the form.
  expect(
    await page.locator('mostek-panel[data-mostek="order"]').evaluate((host) => host.previousElementSibling?.className),
  ).toBe('FAKE-doc');
});

test('a card without a number in its address, and a page without rows, are refused in words', async ({ shop }) => {
  await shop.setUp();
  const { kind } = await armed(shop, 'Karta dokumentu');
  const page = await openPage(shop, MODULE);
  await box(page).getByRole('button', { name: 'Użyj tej strony', exact: true }).click();
  await expect(box(page).getByRole('status')).toContainText('nie ma numeru');
  await box(page).getByRole('button', { name: 'Anuluj', exact: true }).click();
  await expect(hosts(page)).toHaveCount(0);
  await expect(kind('Karta dokumentu')).not.toContainText('Nauczona');
});

test('the login page gets nothing, although a page is being taught', async ({ shop }) => {
  await shop.setUp();
  const login = await openPage(shop, '/admin/login');
  await armed(shop, 'Lista dokumentów');
  await login.reload();
  await login.waitForTimeout(1_000);
  await expect(hosts(login)).toHaveCount(0);
});

test('what a script presses in the box teaches nothing', async ({ shop }) => {
  await shop.setUp();
  const { kind } = await armed(shop, 'Lista dokumentów');
  const page = await openPage(shop, MODULE);
  await expect(box(page)).toBeVisible();
  await page.evaluate(() => {
    for (const host of document.querySelectorAll('mostek-panel'))
      for (const button of host.shadowRoot?.querySelectorAll('button') ?? []) button.click();
  });
  await page.waitForTimeout(500);
  await expect(box(page)).toBeVisible();
  await expect(kind('Lista dokumentów')).not.toContainText('Nauczona');
});

test('a profile goes out as text and comes in again; another text changes nothing', async ({ shop }) => {
  await shop.setUp();
  const { options, kind } = await openLayout(shop);
  const profile = options.getByRole('textbox', { name: 'Profil panelu' });
  const load = options.getByRole('button', { name: 'Importuj profil', exact: true });
  await profile.fill('{"pages":[]}');
  await load.click();
  await expect(options.getByText('To nie jest profil panelu')).toBeVisible();
  const pages = [{ kind: 'document-list', path: MODULE, place: { selector: '#editor_list', position: 'before' } }];
  await profile.fill(JSON.stringify({ mostek: 'panel-profile', version: 1, pages }));
  await load.click();
  await expect(kind('Lista dokumentów')).toContainText(`Nauczona: ${MODULE}`);
  await profile.fill('');
  await options.getByRole('button', { name: 'Eksportuj profil', exact: true }).click();
  expect(JSON.parse(await profile.inputValue())).toEqual({ mostek: 'panel-profile', version: 1, pages });
  const page = await openPage(shop, MODULE);
  await expect(bar(page)).toBeVisible();
  // Where the person wants it, it stands in the page.
  expect(await hosts(page).evaluate((host) => host.nextElementSibling?.id)).toBe('editor_list');
});

test('a taught place that is gone is noticed, counted and shown, with diagnostics that hold no personal data', async ({
  shop,
}) => {
  await shop.setUp();
  const { options, kind } = await openLayout(shop);
  const pages = [{ kind: 'document-card', path: `${MODULE}/{n}`, place: { selector: '#nowhere', position: 'before' } }];
  await options
    .getByRole('textbox', { name: 'Profil panelu' })
    .fill(JSON.stringify({ mostek: 'panel-profile', version: 1, pages }));
  await options.getByRole('button', { name: 'Importuj profil', exact: true }).click();
  await expect(kind('Karta dokumentu')).toContainText('Nauczona');
  for (let time = 1; time <= 2; time += 1) {
    const page = await openPage(shop, `${MODULE}/77`);
    await expect(page.getByRole('region', { name: 'iFirma', exact: true })).toBeVisible();
    await page.close();
  }
  await options.reload();
  await expect(kind('Karta dokumentu').getByRole('alert')).toContainText('Układ panelu się zmienił');
  await expect(kind('Karta dokumentu').getByRole('alert')).toContainText('2 razy');
  await shop.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await options.getByRole('button', { name: 'Kopiuj diagnostykę', exact: true }).click();
  await expect(options.getByText('Skopiowano')).toBeVisible();
  const copied = await options.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`${MODULE}/{n}`);
  expect(copied).not.toMatch(/77|1001|FV|Testowa|demo/);
});
