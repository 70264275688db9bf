/** `Log synchronizacji` and `Diagnostyka`: what was done, found again, told as a story, taken along as a file, and pruned; and how Mostek stands. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openBarePage } from '../browser/database.ts';
import { stopWorker } from '../browser/stop-worker.ts';
import { exampleEntry } from '../unit/store/examples.ts';
import { violationsOn } from './axe.ts';
import { expect, type Shop, test } from './fixtures.ts';
import { openRoom, saveButton, savedStatus } from './options-form.ts';

const DAY = 86_400_000;
const table = (page: Page) => page.getByRole('table', { name: 'Log synchronizacji', exact: true });
const rows = (page: Page) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('button') });
const searchbox = (page: Page) => page.getByRole('searchbox', { name: 'Szukaj' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openOptions(shop: Shop, room: string): Promise<Page> {
  const page = await shop.openExtensionPage('options.html');
  await openRoom(page, room);
  return page;
}

async function send(shop: Shop): Promise<string> {
  const panel = shop.standIns.sellasist.panel('demo');
  const { id } = panel.addOrder();
  const { number } = panel.addDocument({ orderId: id });
  const order = await shop.openOrder(id);
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText('Wysłano', { timeout: 20_000 });
  await order.page.close();
  return number;
}

/** As if they had been written by Mostek long ago; when the log was last looked through is forgotten. */
async function seed(bare: Page, count: number, at: number): Promise<void> {
  const { id: _id, ...entry } = { id: 0, ...exampleEntry({ panel: 'demo', documentNumber: 'FV/STARY/2025' }) };
  await bare.evaluate(
    async ({ entry, count, at }) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('mostek');
        request.onsuccess = () => resolve(request.result);
      });
      const writing = database.transaction(['log', 'facts'], 'readwrite');
      for (let nth = 0; nth < count; nth += 1) writing.objectStore('log').add({ ...entry, at: at + nth });
      writing.objectStore('facts').delete('log-pruned');
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      database.close();
    },
    { entry, count, at },
  );
}

const countOf = (bare: Page): Promise<number> =>
  bare.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const database = await done(indexedDB.open('mostek'));
    const count = await done(database.transaction('log').objectStore('log').count());
    database.close();
    return count;
  });

test('shows each step, finds a document again, and tells its story to whoever has only a keyboard', async ({
  shop,
}) => {
  await shop.setUp();
  const first = await send(shop);
  const second = await send(shop);
  const page = await openOptions(shop, 'Log synchronizacji');
  await expect(rows(page).first()).toContainText(second);
  await expect(rows(page).filter({ hasText: first }).first()).toContainText('Wysłano');
  await expect(rows(page).filter({ hasText: 'Wystawienie' })).toHaveCount(2);

  await searchbox(page).fill(first);
  await expect(rows(page).filter({ hasText: second })).toHaveCount(0);
  await expect(rows(page).filter({ hasText: first })).toHaveCount(7);
  await searchbox(page).fill('Pobranie PDF');
  await expect(rows(page)).toHaveCount(2);
  await button(page, 'Wyczyść filtry').click();
  await page.getByRole('combobox', { name: 'Stan' }).selectOption({ label: 'Błąd' });
  await expect(page.getByText('Żaden wpis nie pasuje do filtrów.')).toBeVisible();
  await button(page, 'Wyczyść filtry').click();

  const opener = rows(page).filter({ hasText: first }).first().getByRole('button');
  await opener.focus();
  await page.keyboard.press('Enter');
  const story = page.getByRole('dialog', { name: `Historia: ${first}` });
  const steps = story.getByRole('listitem');
  await expect(steps).toHaveCount(7);
  await expect(steps.first()).toContainText('Osoba kazała wysłać dokument.');
  await expect(steps.nth(3)).toContainText('iFirma przyjęła dokument.');
  await expect(steps.last()).toContainText('Wysłano');
  await expect(story.getByRole('link', { name: /^Zamówienie \d+ w panelu$/ })).toHaveAttribute(
    'href',
    /^https:\/\/demo\.sellasist\.pl\/admin\/orders\/edit\/\d+$/,
  );
  await expect(story.getByRole('button', { name: 'Zamknij' })).toBeFocused();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(story).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('saves what the filter shows as a file that a spreadsheet opens', async ({ shop }) => {
  await shop.setUp();
  const number = await send(shop);
  await send(shop);
  const page = await openOptions(shop, 'Log synchronizacji');
  await searchbox(page).fill(number);
  await expect(rows(page)).toHaveCount(7);
  const saving = page.waitForEvent('download');
  await button(page, 'Eksportuj CSV').click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^mostek-log-\d{4}-\d{2}-\d{2}\.csv$/);
  const bytes = readFileSync(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').slice(1).split('\r\n');
  expect(lines[0]).toMatch(/^"Data";"Godzina";"Konto";/);
  // A heading, seven entries, and the end of the last line.
  expect(lines).toHaveLength(9);
  expect(lines.slice(1, 8).every((line) => line.includes(`"${number}"`))).toBe(true);
  await expect(page.getByRole('status').filter({ hasText: 'Zapisano plik' })).toContainText('7 wpisów');
});

test('reads a long log page by page, and says how far a search has come that finds nothing', async ({ shop }) => {
  await shop.setUp();
  const bare = await openBarePage(shop.browser);
  await seed(bare, 9_000, Date.now() - 30 * DAY);
  const page = await openOptions(shop, 'Log synchronizacji');
  await expect(rows(page)).toHaveCount(50);
  await button(page, 'Pokaż starsze').click();
  await expect(rows(page)).toHaveCount(100);

  await page.evaluate(() => {
    const said = new Set<string>();
    Object.assign(window, { said });
    new MutationObserver(() => {
      for (const busy of document.querySelectorAll('[aria-busy=true]')) said.add(busy.textContent ?? '');
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await searchbox(page).fill('tego tu nie ma');
  await expect(page.getByText('Żaden wpis nie pasuje do filtrów.')).toBeVisible();
  const said = await page.evaluate(() => [...(window as unknown as { said: Set<string> }).said]);
  const counts = said.map((text) => Number(/Przeszukano ([\d\s]+)/.exec(text)?.[1]?.replace(/\s/g, '')));
  expect(counts).toEqual(expect.arrayContaining([2_000, 4_000, 6_000, 8_000]));
});

test('takes away what is too old while a document is sent, which is booked once and no later for it', async ({
  shop,
}) => {
  await shop.setUp();
  const bare = await openBarePage(shop.browser);
  await seed(bare, 4_000, Date.now() - 400 * DAY);
  await seed(bare, 20, Date.now() - 300 * DAY);
  await stopWorker(shop.browser);
  const counts = new Set<number>();
  const sending = send(shop);
  await expect
    .poll(
      async () => {
        const count = await countOf(bare);
        counts.add(count);
        return count;
      },
      { intervals: [20], timeout: 20_000 },
    )
    .toBeLessThan(40);
  await sending;
  expect(await countOf(bare)).toBe(27);
  // A few at a time.
  expect(counts.size).toBeGreaterThan(2);
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});

test('keeps what was chosen, and no more of the log', async ({ shop }) => {
  await shop.setUp();
  const bare = await openBarePage(shop.browser);
  await seed(bare, 300, Date.now() - 100 * DAY);
  const page = await openOptions(shop, 'Log synchronizacji');
  await expect(page.getByText('Teraz w logu: 300 wpisów.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Najwyżej przez' }).selectOption({ label: '90 dni' });
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await expect.poll(() => countOf(bare)).toBe(0);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Najwyżej przez' })).toHaveValue('90');
  await expect(page.getByText('Log jest pusty')).toBeVisible();
});

test('the diagnostics say how Mostek stands, and nothing of the shop', async ({ shop }) => {
  await shop.setUp();
  const number = await send(shop);
  const page = await openOptions(shop, 'Diagnostyka');
  await expect(page.getByRole('region', { name: 'Wersje' })).toContainText(/Chrom\w+ \d+/);
  await expect(page.getByRole('region', { name: 'Dokumenty według stanu' })).toContainText('Wysłano1');
  const access = page.getByRole('region', { name: 'Dostęp' });
  await expect(access).toContainText('Sellasistjest');
  await expect(access).toContainText('iFirmajest');
  await shop.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, 'Kopiuj diagnostykę').click();
  await expect(page.getByRole('status').filter({ hasText: 'Skopiowano' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Wysłano: 1');
  for (const word of [number, 'demo.', '@', 'Sklep testowy', shop.standIns.ifirma.booked()[0]?.number ?? '?'])
    expect(text).not.toContain(word);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`both rooms are in order for axe, and fit 360 px, ${colorScheme}`, async ({ shop }) => {
    await shop.setUp();
    await send(shop);
    const page = await openOptions(shop, 'Log synchronizacji');
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 1024, 360]) {
      await page.setViewportSize({ width, height: 700 });
      for (const room of ['Log synchronizacji', 'Diagnostyka']) {
        await openRoom(page, room);
        await expect(page.getByText(/^Wczytuję/)).toHaveCount(0);
        if (room === 'Log synchronizacji') await expect(rows(page)).toHaveCount(7);
        expect(await violationsOn(page), `${room}, ${width} px`).toEqual([]);
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overhang, `${room}, ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  });
}
