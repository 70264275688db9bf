/** `Zamknięcie miesiąca`: both sides of a month, what is missing sent from there, a file for the accountant. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, type Shop, test } from './fixtures.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const table = (page: Page) => page.getByRole('table', { name: 'Dokumenty miesiąca' });
const row = (page: Page, text: string) => table(page).getByRole('row').filter({ hasText: text });

/** The day that iFirma books under in these tests: today. */
const today = (): string => new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });

interface Made {
  readonly orderId: string;
  readonly number: string;
  readonly documentId: string;
}

/** Invoices of orders of today. */
function invoices(shop: Shop, count: number): readonly Made[] {
  const panel = shop.standIns.sellasist.panel('demo');
  return Array.from({ length: count }, () => {
    const { id } = panel.addOrder({ date: `${today()} 10:00:00` });
    const { id: documentId, number } = panel.addDocument({ orderId: id, issueDate: today() });
    return { orderId: id, number, documentId };
  });
}

async function send(shop: Shop, { orderId }: Made): Promise<void> {
  const { button: buttonOf, status, page } = await shop.openOrder(orderId);
  await buttonOf('Wyślij do iFirma').click();
  await expect(status).toContainText('Wysłano');
  await page.close();
}

async function openRoom(shop: Shop): Promise<Page> {
  const page = await shop.openExtensionPage('options.html');
  await page.getByRole('link', { name: 'Zamknięcie miesiąca', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Zamknięcie miesiąca', level: 1 })).toBeVisible();
  const [year = '', month = ''] = today().split('-');
  await page.getByRole('combobox', { name: 'Rok' }).selectOption(year);
  await page.getByRole('combobox', { name: 'Miesiąc' }).selectOption(month);
  return page;
}

/** One that agrees, one that was changed since, one that nobody has sent, and one of somebody else in iFirma. */
async function monthOf(shop: Shop) {
  const [equal, changed, missing] = invoices(shop, 3);
  if (!equal || !changed || !missing) throw new Error('no documents');
  await send(shop, equal);
  await send(shop, changed);
  const panel = shop.standIns.sellasist.panel('demo');
  const document = panel.documents.get(changed.documentId);
  if (document) panel.documents.set(document.id, { ...document, total: document.total + 150 });
  const [booked] = shop.standIns.ifirma.booked();
  const foreign = shop.standIns.ifirma.issueByHand('fakturakraj', { ...booked?.body, Uwagi: 'Telefonicznie' });
  return { equal, changed, missing, foreign };
}

test('compares a month, sends what is missing, and then it agrees', async ({ shop }) => {
  test.slow();
  await shop.setUp();
  const { equal, changed, missing, foreign } = await monthOf(shop);
  const page = await openRoom(shop);
  await button(page, 'Porównaj').click();
  await expect(table(page)).toBeVisible({ timeout: 30_000 });
  await button(page, 'Odczytaj wszystko od nowa').click();
  await expect(table(page)).toBeVisible({ timeout: 30_000 });

  await expect(row(page, equal.number)).toContainText('Zgodne');
  await expect(row(page, changed.number)).toContainText('Inna kwota');
  await expect(row(page, changed.number)).toContainText(/W iFirma o 1,50\szł mniej/);
  await expect(row(page, missing.number)).toContainText('Brak w iFirma');
  await expect(row(page, missing.number).getByRole('link')).toHaveAttribute(
    'href',
    new RegExp(`/admin/orders/edit/${missing.orderId}$`),
  );
  await expect(page.getByText('1 faktura w iFirma spoza Mostka')).toBeVisible();
  await page.getByText('1 faktura w iFirma spoza Mostka').click();
  await expect(page.getByRole('list', { name: 'Faktury w iFirma spoza Mostka' })).toContainText(foreign.number);
  expect(await violationsOn(page)).toEqual([]);

  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Eksportuj CSV').click()]);
  expect(download.suggestedFilename()).toBe(`mostek-zamkniecie-${today().slice(0, 7)}.csv`);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.startsWith('\ufeff"Dokument w Sellasist";')).toBe(true);
  expect(text).toContain(`"${missing.number}";"faktura";"${missing.orderId}";"${today()}";`);
  expect(text.split('\r\n').find((line) => line.startsWith(`"${equal.number}"`))).toContain(';"Zgodne";');

  const before = shop.standIns.ifirma.booked().length;
  await button(page, 'Wyślij brakujące').click();
  await expect(page.getByRole('group', { name: 'Przed wysłaniem' })).toBeVisible();
  expect(shop.standIns.ifirma.booked()).toHaveLength(before);
  await button(page, 'Wyślij').click();
  await expect(row(page, missing.number)).toContainText('Zgodne', { timeout: 60_000 });
  expect(shop.standIns.ifirma.booked().length).toBeGreaterThan(before);
});

test('is done with the keyboard alone', async ({ shop }) => {
  await shop.setUp();
  const [missing] = invoices(shop, 1);
  const page = await openRoom(shop);
  await page.getByRole('combobox', { name: 'Miesiąc' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Rok' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Porównaj')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(table(page)).toBeVisible({ timeout: 30_000 });
  const filter = page.getByRole('group', { name: 'Pokaż' }).getByRole('checkbox', { name: /^Brak w iFirma/ });
  await filter.focus();
  await page.keyboard.press('Space');
  await expect(row(page, missing?.number ?? '')).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(row(page, missing?.number ?? '')).toBeVisible();
  await button(page, 'Wyślij brakujące').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Przed wysłaniem' })).toBeVisible();
});

test('with Erplink on says so and sends nothing; where the panel gives no documents it says that', async ({ shop }) => {
  await shop.setUp({ erplink: true });
  invoices(shop, 1);
  const page = await openRoom(shop);
  await expect(page.getByText(/^Integracja Erplink IFIRMA jest włączona/)).toBeVisible();
  await button(page, 'Porównaj').click();
  await expect(button(page, 'Wyślij brakujące')).toHaveAttribute('aria-disabled', 'true', { timeout: 30_000 });
  shop.standIns.faults.add({
    host: 'demo.sellasist.pl',
    match: { path: 'operationdocuments' },
    do: { kind: 'status', status: 403 },
  });
  await button(page, 'Porównaj ponownie').click();
  await expect(page.getByRole('alert')).toContainText('Nie udało się odczytać wszystkiego');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 360]) {
    test(`is in order for axe and fits, ${colorScheme}, ${width} px`, async ({ shop }) => {
      test.slow();
      await shop.setUp();
      await monthOf(shop);
      const page = await openRoom(shop);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await button(page, 'Porównaj').click();
      await expect(table(page)).toBeVisible({ timeout: 30_000 });
      expect(await violationsOn(page)).toEqual([]);
      await page.screenshot({ path: `.output/month-end-${colorScheme}-${width}.png`, fullPage: true });
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang).toBeLessThanOrEqual(0);
    });
  }
}
