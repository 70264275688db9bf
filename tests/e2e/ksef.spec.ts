/** KSeF on the order card: by itself and by a click, its number, a rejection, a correction that waits for its invoice. */
import type { KsefMode } from '../../utils/invoice/ksef.ts';
import type { SeriesSettings } from '../../utils/invoice/series.ts';
import { SERIES } from '../browser/set-up.ts';
import { expect, type Shop, test } from './fixtures.ts';

const NUMBER = /\d{10}-\d{8}-[\dA-F]{12}-[\dA-F]{2}/;
/** The first looks are after 5 and 15 seconds. */
const SOON = { timeout: 30_000 };

const seriesOf = (ksef: KsefMode, more: Partial<SeriesSettings> = {}): SeriesSettings => ({ ...SERIES, ksef, ...more });
const sentToKsef = ({ standIns }: Shop) =>
  standIns.requests({ host: 'www.ifirma.pl', method: 'POST', path: /ksef\/send/ }).length;

test('an invoice for a company goes to KSeF by itself; its number is shown, copied and written into the order', async ({
  shop,
}, info) => {
  await shop.setUp({ series: { '1': seriesOf('companies') }, settings: { ksefFieldId: '13', ksefPdf: true } });
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText(/^Wysłano/);
  await expect(order.region.getByText('KSeF: wysłano, czeka na numer')).toBeVisible();
  await info.attach('sent', { body: await order.region.screenshot(), contentType: 'image/png' });
  await expect(order.region.getByText('KSeF: przyjęto')).toBeVisible(SOON);
  await expect(order.status).toContainText(NUMBER);
  const number = shop.standIns.ifirma.booked()[0]?.ksefNumber ?? '';
  await expect(order.status).toContainText(number);

  await shop.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await order.button('Kopiuj numer KSeF').click();
  await expect(order.region.getByRole('status').filter({ hasText: 'Skopiowano' })).toBeVisible();
  expect(await order.page.evaluate(() => navigator.clipboard.readText())).toBe(number);
  await info.attach('accepted', { body: await order.region.screenshot(), contentType: 'image/png' });

  const panel = shop.standIns.sellasist.panel('demo');
  await expect.poll(() => panel.text('1001', '13'), SOON).toBe(number);
  await expect.poll(() => panel.files('1001', '12').at(-1)?.bytes.toString('latin1'), SOON).toContain(number);
  expect(panel.files('1001', '12')).toHaveLength(1);
  expect(sentToKsef(shop)).toBe(1);
});

test('by hand: an account that is not connected is told the way, and the next click sends', async ({ shop }, info) => {
  shop.standIns.ifirma.turn({ ksefConnected: false });
  await shop.setUp({ series: { '1': seriesOf('manual') } });
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText(/^Wysłano/);
  await order.button('Wyślij do KSeF').click();
  const alert = order.region.getByRole('alert').getByRole('listitem');
  await expect(alert).toContainText('Konfiguracja → Rozszerzenia i integracje → KSeF');
  await expect(alert).toContainText('Faktura jest w iFirma.');
  await info.attach('not connected', { body: await order.region.screenshot(), contentType: 'image/png' });
  shop.standIns.ifirma.turn({ ksefConnected: true });
  await order.button('Wyślij do KSeF').click();
  await expect(order.status).toContainText(NUMBER, SOON);
  await expect(order.button('Wyślij do KSeF')).toHaveCount(0);
  expect(sentToKsef(shop)).toBe(2);
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});

test('rejected: the reason in iFirma’s words, on the card and in the popup, and a second sending once it is mended', async ({
  shop,
}, info) => {
  shop.standIns.ifirma.turn({ ksef: { outcome: 'rejected', reads: 0 } });
  await shop.setUp({ series: { '1': seriesOf('all') } });
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  const alert = order.region.getByRole('alert').getByRole('listitem');
  await expect(alert).toContainText('KSeF odrzucił ten dokument: „Błąd walidacji: niepoprawny NIP nabywcy”.', SOON);
  await expect(alert).toContainText('Nie wystawiaj drugiej faktury.');
  await info.attach('rejected', { body: await order.region.screenshot(), contentType: 'image/png' });

  const popup = await shop.openExtensionPage('popup.html');
  const row = popup.getByRole('listitem').filter({ hasText: 'KSeF: odrzucono' });
  await expect(row.getByRole('button', { name: 'Wyślij do KSeF' })).toBeVisible();
  await info.attach('rejected in the popup', { body: await popup.screenshot(), contentType: 'image/png' });

  await order.button('Wyślij do KSeF').click();
  await expect(order.region.getByText('KSeF: wysłano, czeka na numer')).toBeVisible();
  shop.standIns.ifirma.turn({ ksef: { outcome: 'accepted' } });
  await expect(order.status).toContainText(NUMBER, SOON);
  await expect(order.region.getByRole('alert')).toHaveCount(0);
  expect(sentToKsef(shop)).toBe(2);
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});

test('a correction waits until its invoice has its number', async ({ shop }, info) => {
  test.setTimeout(240_000);
  shop.standIns.ifirma.turn({ ksef: { outcome: 'pending' } });
  await shop.setUp({ series: { '1': seriesOf('all'), '3': seriesOf('all', { kind: 'correction' }) } });
  const order = await shop.openOrder('1001');
  await order.button('Wyślij do iFirma').click();
  await expect(order.status).toContainText(/^Wysłano/);
  await order.button('Utwórz korektę').click();
  const dialog = order.page.getByRole('dialog', { name: 'Korekta faktury 1/11/2026' });
  await dialog.getByRole('textbox', { name: 'Wraca – Kubek ceramiczny' }).fill('1');
  await dialog.getByRole('button', { name: 'Wystaw korektę' }).click();
  const correction = order.region.getByRole('group', { name: 'Korekta do 1/11/2026' });
  await expect(correction.getByText('czeka, aż faktura 1/11/2026 dostanie numer KSeF')).toBeVisible(SOON);
  await info.attach('a correction waits', { body: await order.region.screenshot(), contentType: 'image/png' });
  expect(sentToKsef(shop)).toBe(1);
  shop.standIns.ifirma.turn({ ksef: { outcome: 'accepted' } });
  await expect(correction.getByRole('status').first()).toContainText(NUMBER, { timeout: 200_000 });
  expect(sentToKsef(shop)).toBe(2);
});
