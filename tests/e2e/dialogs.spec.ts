/** What a merchant is asked and shown on the order card, by the names of design 6. */
import { readFileSync } from 'node:fs';
import { samplePdf } from '../sim/sellasist/index.ts';
import { byHand } from './by-hand.ts';
import { expect, type Shop, test } from './fixtures.ts';

const posts = (shop: Shop) => shop.standIns.requests({ host: 'www.ifirma.pl', method: 'POST' });

test('Podgląd: the lines and both sums, and nothing is sent', async ({ shop }) => {
  await shop.setUp();
  const { page, button } = await shop.openOrder('1001');
  await button('Podgląd').click();
  const dialog = page.getByRole('dialog', { name: 'Podgląd dokumentu' });
  const lines = dialog.getByRole('table', { name: 'Pozycje' });
  await expect(lines.getByRole('row')).toHaveCount(4);
  await expect(lines.getByRole('row', { name: /Kubek ceramiczny 2 szt\..* 49,00 zł 23% 98,00 zł/ })).toBeVisible();
  await expect(lines.getByRole('row', { name: /Książka kucharska 1 szt\..* 21,99 zł 5% 21,99 zł/ })).toBeVisible();
  await expect(lines.getByRole('row', { name: /Kurier 1 szt\..* 15,99 zł 23% 15,99 zł/ })).toBeVisible();
  await expect(dialog).toContainText(/Suma w iFirma\s*135,98\szł/);
  await expect(dialog).toContainText(/Suma zamówienia\s*135,98\szł/);
  await expect(dialog).toContainText('Testowa Sp. z o.o.');
  await expect(dialog).toContainText('Sellasist demo/o1001/d77');
  await dialog.getByRole('button', { name: 'Zamknij' }).click();
  await expect(dialog).toHaveCount(0);
  expect(shop.standIns.requests({ host: 'www.ifirma.pl' })).toEqual([]);
});

test('Podgląd of a document that cannot be sent yet names everything to mend at once', async ({ shop }) => {
  await shop.setUp();
  const { id } = shop.standIns.sellasist.addOrder({ buyer: { postcode: '', city: '' }, payment: { id: '8' } });
  const { page, button } = await shop.openOrder(id);
  await button('Podgląd').click();
  const alert = page.getByRole('dialog', { name: 'Podgląd dokumentu' }).getByRole('alert');
  await expect(alert.getByRole('listitem')).toHaveCount(3);
  await expect(alert).toContainText('kodu pocztowego');
  await expect(alert).toContainText('miejscowości');
  await expect(alert).toContainText('PayPal');
});

test('Pobierz PDF saves the invoice under its number', async ({ shop }) => {
  await shop.setUp();
  const { page, button, status } = await shop.openOrder('1001');
  await button('Wyślij do iFirma').click();
  await expect(status).toContainText('Wysłano');
  const [invoice] = shop.standIns.ifirma.booked();
  const downloading = page.waitForEvent('download');
  await button('Pobierz PDF').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${invoice?.number.replaceAll('/', '_')}.pdf`);
  expect(
    readFileSync(await download.path())
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF');
});

test.describe('Ten dokument może już być w iFirma', () => {
  test('asked for an order whose field holds a file already; Anuluj books nothing', async ({ shop }) => {
    await shop.setUp();
    const { page, button, status } = await shop.openOrder('1003');
    // Below the invoice stands the order's correction, with buttons of its own.
    await button('Wyślij do iFirma').first().click();
    const question = page.getByRole('alertdialog', { name: 'Ten dokument może już być w iFirma' });
    await expect(question).toContainText('jest już wypełnione');
    await question.getByRole('button', { name: 'Anuluj' }).click();
    await expect(question).toHaveCount(0);
    await expect(status).toContainText('Wymaga uzupełnienia');
    expect(shop.standIns.ifirma.booked()).toEqual([]);
  });

  test('asked again by Wyślij ponownie; Wystaw mimo to books one invoice', async ({ shop }) => {
    await shop.setUp();
    const { sellasist } = shop.standIns;
    const order = sellasist.addOrder({ fields: { '12': samplePdf('wystawiona ręcznie') } });
    const document = sellasist.addDocument({ orderId: order.id });
    const { page, button, status, region } = await shop.openOrder(order.id);
    await expect(region).toContainText(document.number);
    await button('Wyślij do iFirma').click();
    const question = page.getByRole('alertdialog', { name: 'Ten dokument może już być w iFirma' });
    // The person is told what becomes of the file before saying yes to it.
    await expect(question).toContainText('może zastąpić to, co tam jest');
    await question.getByRole('button', { name: 'Anuluj' }).click();
    await button('Wyślij ponownie').click();
    await question.getByRole('button', { name: 'Wystaw mimo to' }).click();
    await expect(status).toContainText(/Wysłano|Wystawiono/);
    await expect.poll(() => shop.standIns.ifirma.booked().length).toBe(1);
    await expect(button('Pobierz PDF')).toBeVisible();
  });
});

test.describe('Powiąż z iFirma', () => {
  test('an invoice made by hand in iFirma is tied to the document; nothing is booked', async ({ shop }) => {
    await shop.setUp();
    const invoice = byHand(shop, { gross: '135.98' });
    const { page, button, status } = await shop.openOrder('1001');
    await button('Powiąż z iFirma').click();
    const dialog = page.getByRole('dialog', { name: 'Powiąż z iFirma' });
    await dialog.getByRole('textbox', { name: 'Numer w iFirma' }).fill(` ${invoice.number} `);
    await dialog.getByRole('button', { name: 'Powiąż', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(status).toContainText('Wysłano');
    await expect(status).toContainText(invoice.number);
    expect(posts(shop)).toEqual([]);
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
    expect(shop.standIns.sellasist.panel('demo').files('1001', '12')).toHaveLength(1);
  });

  test('a number that iFirma does not have, and one of another sum, are said in the dialog, which stays open', async ({
    shop,
  }) => {
    await shop.setUp();
    const other = byHand(shop, { gross: '99.00' });
    const { page, button, status } = await shop.openOrder('1001');
    await button('Powiąż z iFirma').click();
    const dialog = page.getByRole('dialog', { name: 'Powiąż z iFirma' });
    const number = dialog.getByRole('textbox', { name: 'Numer w iFirma' });
    await number.fill('999/1/2020');
    await number.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('nie ma faktury o numerze 999/1/2020');
    await number.fill(other.number);
    await number.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText(/135,98\szł.*99,00\szł/);
    await dialog.getByRole('button', { name: 'Anuluj' }).click();
    await expect(status).toContainText('Nie wysłano');
    expect(posts(shop)).toEqual([]);
  });
});

test('Sprawdź w iFirma finds an invoice whose outcome was unclear, once iFirma shows it', async ({ shop }) => {
  await shop.setUp();
  const { ifirma, faults } = shop.standIns;
  const { button, status, region } = await shop.openOrder('1001');
  faults.add({ host: 'www.ifirma.pl', match: { method: 'POST', times: 1 }, do: { kind: 'drop', when: 'after' } });
  ifirma.turn({ listLag: { ms: 600_000 } });
  await button('Wyślij do iFirma').click();
  await expect(status).toContainText('Do sprawdzenia');
  await expect(button('Wyślij ponownie')).toHaveCount(0);
  await button('Sprawdź w iFirma').click();
  await expect(region).toContainText('nowe faktury bywają tam widoczne z opóźnieniem');
  await expect(button('Wyślij ponownie')).toHaveCount(0);
  ifirma.turn({ listLag: null });
  await button('Sprawdź w iFirma').click();
  await expect(status).toContainText('Wysłano');
  await expect(status).toContainText(ifirma.booked()[0]?.number ?? '?');
  expect(posts(shop)).toHaveLength(1);
  expect(ifirma.booked()).toHaveLength(1);
});

test('Pomiń asks for a reason, keeps it, and lets the document be sent after all', async ({ shop }) => {
  await shop.setUp();
  const order = shop.standIns.sellasist.addOrder({ buyer: { postcode: '' } });
  const { page, button, status, region } = await shop.openOrder(order.id);
  await button('Wystaw w iFirma').click();
  await expect(region.getByRole('alert').getByRole('listitem')).toHaveCount(1);
  await button('Pomiń').click();
  const dialog = page.getByRole('dialog', { name: 'Pomiń dokument' });
  await expect(dialog.getByRole('button', { name: 'Pomiń', exact: true })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Powód' }).fill('Klient zrezygnował');
  await dialog.getByRole('button', { name: 'Pomiń', exact: true }).click();
  await expect(status).toContainText('Pominięto');
  await expect(region).toContainText('Klient zrezygnował');
  await expect(region.getByRole('alert')).toHaveCount(0);

  order.billAddress.postcode = '00-950';
  await button('Wystaw w iFirma').click();
  await expect(status).toContainText('Wysłano');
  expect(shop.standIns.ifirma.booked()).toHaveLength(1);
});
