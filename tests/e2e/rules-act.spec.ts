/** A rule from its first click to what it does by itself: a document that the panel issues is booked, e-mailed and noted, each once. */
import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, type Shop, test } from './fixtures.ts';
import { saveButton, savedStatus } from './options-form.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function sendFirst(shop: Shop): Promise<void> {
  const { button: press, status, page } = await shop.openOrder('1001');
  await press('Wyślij do iFirma').click();
  await expect(status).toContainText('Wysłano', { timeout: 30_000 });
  await page.close();
}

async function addEffect(page: Page, kind: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Działanie', exact: true }).selectOption(kind);
  await button(page, 'Dodaj działanie').click();
}

/** Two documents with the pause of their claims, on a machine that others use as well. */
test.setTimeout(150_000);

test('what a rule says is done for a document that the panel issues, once, and the room and the log tell of it', async ({
  shop,
}) => {
  await shop.setUp({ settings: { stateFieldId: '13', savePdf: false } });
  await sendFirst(shop);
  const page = await shop.openExtensionPage('options.html');
  await page.getByRole('link', { name: 'Automatyzacje', exact: true }).click();
  await button(page, 'Dodaj regułę').click();
  await page.getByRole('textbox', { name: 'Nazwa reguły' }).fill('Faktury');
  await page.getByRole('combobox', { name: 'Gdy', exact: true }).selectOption('document');
  await page.getByRole('combobox', { name: 'Seria', exact: true }).selectOption('1');
  await addEffect(page, 'issue');
  await addEffect(page, 'email');
  await addEffect(page, 'note');
  await page.getByRole('textbox', { name: 'Treść notatki' }).fill('iFirma: {numer_ifirma}');
  await button(page, 'Gotowe').click();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  // The first look only learns what is there already.
  const panel = shop.standIns.sellasist.panel('demo');
  const lists = () => panel.journal.requests.filter(({ target }) => target.includes('type=correct')).length;
  await expect.poll(lists, { timeout: 30_000 }).toBeGreaterThan(0);
  await page.waitForTimeout(2_000);

  const order = panel.addOrder();
  const document = panel.addDocument({ orderId: order.id });
  // The page of the panel shows it; nobody presses anything there.
  const list = await shop.browser.context.newPage();
  await list.goto('https://demo.sellasist.pl/admin/operationdocuments/edit');
  const notes = () => panel.notes.filter(({ orderId }) => orderId === order.id).map(({ text }) => text);
  await expect.poll(notes, { timeout: 90_000, intervals: [500] }).toHaveLength(1);
  const booked = shop.standIns.ifirma.booked().filter(({ body }) => String(body.Uwagi).includes(`/d${document.id}`));
  expect(booked).toHaveLength(1);
  expect(notes()).toEqual([`iFirma: ${booked[0]?.number}`]);
  expect(booked[0]?.emails).toBe(1);

  const runs = page.getByRole('list', { name: 'Ostatnie działania' });
  await expect(runs).toContainText('Faktury', { timeout: 30_000 });
  await expect(runs.getByText('zrobione')).toHaveCount(3, { timeout: 30_000 });
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Log synchronizacji', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Log synchronizacji' })).toContainText('Reguła „Faktury” zadziałała.');
});
