/** Everything can be reached and done with the keyboard, is read out, is legible in light and dark, and fits where it is narrow (design 6, 10). */
import type { Page } from '@playwright/test';
import { faintTexts } from '../browser/contrast.ts';
import { focused, tabStops } from '../browser/tab-stops.ts';
import { expect, type Shop, test } from './fixtures.ts';
import { field } from './options-form.ts';

const HOST = 'mostek-panel';
const ROOMS = [
  'start',
  'accounts',
  'payments',
  'settings',
  'series',
  'rules',
  'log',
  'security',
  'diagnostics',
] as const;

/** Everything in sight that a person can use, except the further radios of a group, which the arrows reach. */
const controlsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input:not([type=radio]), select, textarea')]
      .filter((element) => element.checkVisibility() && !element.matches(':disabled, [tabindex="-1"]'))
      .map((element) => {
        const { labels = null } = element as HTMLInputElement;
        const name = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent;
        return name.replace(/\s+/g, ' ').trim();
      }),
  );

/** By how much the widest part of the region reaches beyond the host that it stands in. */
const overhangOf = (page: Page): Promise<number> =>
  page.locator(HOST).evaluate((host) => {
    const { right } = host.getBoundingClientRect();
    const parts = [...(host.shadowRoot?.querySelectorAll('*') ?? [])];
    return Math.max(0, ...parts.map((part) => part.getBoundingClientRect().right - right));
  });

async function failing(shop: Shop): Promise<string> {
  const { id } = shop.standIns.sellasist.addOrder({ buyer: { postcode: '', city: '' }, payment: { id: '8' } });
  return id;
}

test.describe('with the keyboard alone', () => {
  test('the region: Tab reaches each button in order, Enter and Space press them, and the focus comes back after a dialog', async ({
    shop,
  }) => {
    await shop.setUp();
    const { page, button, status } = await shop.openOrder('1001');
    await expect(button('Wyślij do iFirma')).toBeVisible();
    const stops = await tabStops(page, HOST);
    expect(stops.map(({ name }) => name)).toEqual(['Wyślij do iFirma', 'Podgląd', 'Powiąż z iFirma']);
    expect(stops.every(({ seen }) => seen)).toBe(true);

    await button('Podgląd').focus();
    await page.keyboard.press('Enter');
    const preview = page.getByRole('dialog', { name: 'Podgląd dokumentu' });
    await expect(preview.getByRole('table', { name: 'Pozycje' })).toBeVisible();
    await expect(preview.getByRole('button', { name: 'Zamknij' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(preview.getByRole('button', { name: 'Zamknij' })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(preview).toHaveCount(0);
    await expect(button('Podgląd')).toBeFocused();

    await button('Powiąż z iFirma').focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('textbox', { name: 'Numer w iFirma' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(button('Powiąż z iFirma')).toBeFocused();

    await button('Wyślij do iFirma').focus();
    await page.keyboard.press('Space');
    await expect(status).toContainText('Wysłano');
    // The button is gone; whoever pressed it is not thrown out to the top of the page.
    expect((await focused(page, HOST)).inside).toBe(true);
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await focused(page, HOST)).name).toMatch(/Odśwież stronę|Pobierz PDF/);
  });

  test('the question before a possible second invoice: the safe answer has the focus, Escape is that answer', async ({
    shop,
  }) => {
    await shop.setUp();
    const { page, button } = await shop.openOrder('1003');
    // Below the invoice stands the order's correction, with buttons of its own.
    await button('Wyślij do iFirma').first().focus();
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: 'Ten dokument może już być w iFirma' });
    await expect(question.getByRole('button', { name: 'Anuluj' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    expect((await focused(page, HOST)).inside).toBe(true);
    expect(shop.standIns.ifirma.booked()).toEqual([]);
  });

  test('the floating button opens with Enter, and Escape gives it the focus back', async ({ shop }) => {
    await shop.setUp();
    const { page, region } = await shop.openOrder('1001', '?variant=stripped');
    const floating = page.getByRole('button', { name: 'iFirma', exact: true });
    await floating.focus();
    await page.keyboard.press('Enter');
    await expect(region.getByRole('button', { name: 'Podgląd' })).toBeVisible();
    await region.getByRole('button', { name: 'Podgląd' }).focus();
    await page.keyboard.press('Escape');
    await expect(region).toHaveCount(0);
    await expect(floating).toBeFocused();
  });

  test('the options: Tab reaches every control of every room', async ({ shop }) => {
    await shop.setUp({ erplink: null });
    const page = await shop.openExtensionPage('options.html');
    for (const room of ['Metody płatności', 'Podstawowa konfiguracja', 'Serie dokumentów', 'Konta']) {
      await page.getByRole('link', { name: room, exact: true }).click();
      await expect(page.getByRole('heading', { name: room, level: 1 })).toBeFocused();
      await expect(page.getByRole('button', { name: 'Zapisz', exact: true })).toBeVisible();
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.mouse.click(2, 2);
      const reached = await tabStops(page, 'body');
      for (const name of await controlsOf(page))
        expect(
          reached.map((stop) => stop.name),
          room,
        ).toContain(name);
      expect(reached.filter(({ seen }) => !seen).map((stop) => stop.name)).toEqual([]);
    }
  });

  test('the options: boxes, radios, selects and questions work by keys, and the focus comes back', async ({ shop }) => {
    await shop.setUp({ erplink: null });
    const page = await shop.openExtensionPage('options.html');
    await page.getByRole('checkbox', { name: 'KOR', exact: true }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: 'KOR', exact: true })).toBeChecked();
    await field(page, 'name').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Zapisano' })).toBeVisible();

    await page.getByRole('radio', { name: 'Tak' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Nie' })).toBeChecked();

    await page.getByRole('button', { name: 'Zmień Klucz API', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(field(page, 'faktura')).toBeFocused();
    await page.getByRole('button', { name: 'Zostaw zapisany' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Zmień Klucz API', exact: true })).toBeFocused();

    await page.getByRole('button', { name: 'Usuń konto' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Anuluj' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Usuń konto' })).toBeFocused();
  });

  test('the popup: arrows between the tabs, Tab to every button, and the focus stays in the list when a row goes away', async ({
    shop,
  }) => {
    await shop.setUp();
    for (const id of [await failing(shop), await failing(shop)]) {
      const { button, status } = await shop.openOrder(id);
      await button('Wystaw w iFirma').click();
      await expect(status).toContainText('Wymaga uzupełnienia');
    }
    const page = await shop.openExtensionPage('popup.html');
    await expect(page.getByRole('listitem')).toHaveCount(2);
    await expect(page.getByText('Limity')).toBeVisible();
    const reached = await tabStops(page, 'body');
    expect(reached.map(({ name }) => name)).toEqual([
      'Ustawienia',
      'Numer zamówienia',
      'Znajdź',
      'Błędy',
      ...['Wyślij ponownie wszystkie (2)', 'Pomiń wszystkie (2)…'].map(
        (name) => `${name}: metoda płatności bez odpowiednika w iFirma`,
      ),
      ...['Napraw', 'Wyślij ponownie', 'Pomiń'],
      ...['Napraw', 'Wyślij ponownie', 'Pomiń'],
      'Limity',
    ]);
    expect(reached.every(({ seen }) => seen)).toBe(true);

    await page.getByRole('tab', { name: 'Błędy' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Kolejka' })).toBeFocused();
    await expect(page.getByRole('tabpanel', { name: 'Kolejka' })).toContainText('Nic nie czeka');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Ostatnie' })).toBeFocused();
    await expect(page.getByRole('list', { name: 'Ostatnie' })).toBeVisible();
    await page.keyboard.press('Home');

    const skip = page.getByRole('button', { name: 'Pomiń', exact: true }).first();
    await skip.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(skip).toBeFocused();
    await page.keyboard.press('Space');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Powód' }).fill('Anulowane');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem')).toHaveCount(1);
    await expect.poll(async () => (await focused(page, 'main')).inside).toBe(true);
  });
});

test.describe('what is read out', () => {
  test('the state is announced by one status that stays; findings are an alert', async ({ shop }) => {
    await shop.setUp();
    const id = await failing(shop);
    const { status, button, region } = await shop.openOrder(id);
    await expect(status).toHaveText('Nie wysłano');
    await status.evaluate((element) => element.setAttribute('data-test-same', ''));
    await button('Wystaw w iFirma').click();
    await expect(status).toHaveText('Wymaga uzupełnienia');
    await expect(status).toHaveAttribute('data-test-same');
    await expect(region.getByRole('alert').getByRole('listitem')).toHaveCount(3);
    await expect(region.getByRole('alert')).toContainText('3 sprawy do wyjaśnienia');
  });

  test('saving is announced by a status that was there before', async ({ shop }) => {
    await shop.setUp();
    const page = await shop.openExtensionPage('options.html');
    const status = page.locator('form').getByRole('status');
    await expect(status).toHaveText('');
    await status.evaluate((element) => element.setAttribute('data-test-same', ''));
    await field(page, 'name').fill('Inna nazwa');
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
    await expect(status).toHaveText('Zapisano');
    await expect(status).toHaveAttribute('data-test-same');
  });

  test('several documents of one order: each is a group of its own number with its own status and buttons', async ({
    shop,
  }) => {
    await shop.setUp();
    const second = shop.standIns.sellasist.addDocument({ orderId: '1001', numberInOrder: false });
    const { region } = await shop.openOrder('1001');
    const first = [...shop.standIns.sellasist.panel('demo').documents.values()].find(({ id }) => id === '77');
    for (const number of [first?.number ?? '?', second.number]) {
      const group = region.getByRole('group', { name: number, exact: true });
      await expect(group.getByRole('status')).toContainText('Nie wysłano');
      for (const name of ['Wyślij do iFirma', 'Podgląd', 'Powiąż z iFirma'])
        await expect(group.getByRole('button', { name, exact: true })).toBeVisible();
    }
  });
});

/** A panel that its user, or some other extension, has made dark. */
const DARK_PANEL = `addEventListener('DOMContentLoaded', () => {
  const style = document.createElement('style');
  style.textContent = 'body, .FAKE-box { background: #14181d !important; color: #dfe5ea !important }';
  document.head.append(style);
});`;

for (const scheme of ['light', 'dark'] as const) {
  test(`every text is legible (AA): ${scheme}`, async ({ shop }) => {
    await shop.setUp();
    const id = await failing(shop);
    const legible = async (page: Page, host: string, at: string): Promise<void> => {
      const { looked, smallest, faint } = await faintTexts(page, host);
      expect(looked, at).toBeGreaterThan(4);
      expect(faint, at).toEqual([]);
      // In the panel the type is the panel's.
      if (host === 'body') expect(smallest, at).toBeGreaterThanOrEqual(12);
    };
    const card = await shop.browser.context.newPage();
    if (scheme === 'dark') await card.addInitScript(DARK_PANEL);
    const region = card.getByRole('region', { name: 'iFirma', exact: true });
    await card.goto(`https://demo.sellasist.pl/admin/orders/edit/${id}`);
    await region.getByRole('button', { name: 'Podgląd' }).click();
    await expect(card.getByRole('table', { name: 'Pozycje' })).toBeVisible();
    await legible(card, HOST, 'preview');
    await card.keyboard.press('Escape');
    await region.getByRole('button', { name: 'Wystaw w iFirma' }).click();
    await expect(region.getByRole('alert')).toBeVisible();
    await legible(card, HOST, 'incomplete');
    await card.goto('https://demo.sellasist.pl/admin/orders/edit/1001');
    await region.getByRole('button', { name: 'Wyślij do iFirma' }).click();
    await expect(region.getByRole('status')).toContainText('Wysłano');
    await legible(card, HOST, 'done');

    for (const path of [...ROOMS.map((room) => `options.html#${room}`), 'popup.html']) {
      const page = await shop.browser.context.newPage();
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`chrome-extension://${shop.browser.extensionId}/${path}`);
      // The diagnostics have a single button.
      await expect(page.getByRole('button').nth(path.endsWith('diagnostics') ? 0 : 1)).toBeVisible();
      await legible(page, 'body', path);
    }
  });
}

test('a region of 320 px: nothing is cut off and nothing has to be scrolled sideways, in any dialog either', async ({
  shop,
}) => {
  await shop.setUp();
  const id = await failing(shop);
  const { page, button, region } = await shop.openOrder(id);
  await page.setViewportSize({ width: 368, height: 700 });
  await page.evaluate(() => document.querySelector('mostek-panel')?.parentElement?.style.setProperty('width', '320px'));
  await button('Wystaw w iFirma').click();
  await expect(region.getByRole('alert')).toBeVisible();
  expect(await overhangOf(page)).toBeLessThanOrEqual(0);
  for (const [name, role] of [
    ['Podgląd', 'dialog'],
    ['Powiąż z iFirma', 'dialog'],
    ['Pomiń', 'dialog'],
  ] as const) {
    await page.setViewportSize({ width: 320, height: 600 });
    await button(name).click();
    const dialog = page.getByRole(role);
    await expect(dialog).toBeVisible();
    if (name === 'Podgląd') await expect(dialog.getByText('Suma zamówienia')).toBeVisible();
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth), name).toBe(0);
    await page.keyboard.press('Escape');
  }
});

test('the options at 320 px: no sideways scrolling in any room', async ({ shop }) => {
  await shop.setUp();
  const page = await shop.openExtensionPage('options.html');
  await page.setViewportSize({ width: 320, height: 700 });
  for (const room of [
    'Pierwsze kroki',
    'Metody płatności',
    'Podstawowa konfiguracja',
    'Serie dokumentów',
    'Automatyzacje',
    'Zamknięcie miesiąca',
    'Bezpieczeństwo',
    'Konta',
  ]) {
    await page.getByRole('link', { name: room, exact: true }).click();
    await expect(page.getByRole('heading', { name: room, level: 1 })).toBeVisible();
    await expect(page.getByRole('button').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), room).toBeLessThanOrEqual(0);
  }
});
