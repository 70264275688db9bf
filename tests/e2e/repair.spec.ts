/** What is wrong is typed right where it stands, by a person and by nobody else; then one invoice is booked with it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { focused } from '../browser/tab-stops.ts';
import type { OrderInput } from '../sim/sellasist/index.ts';
import { bookedForOrder, POST } from './bookings.ts';
import { expect, type Order, type Shop, test } from './fixtures.ts';

/** The buyer is nobody from nowhere, a line has no rate that an invoice knows, and nobody has mapped the payment. */
const WRONG: OrderInput = {
  buyer: { company_name: '', name: '', surname: '', postcode: '0000', city: '', company_nip: '1234567890' },
  lines: [{ name: 'Voucher', rate: 'np' }],
  payment: { id: '8' },
};

const NIP = '1111111111';

const input = ({ region }: Order, name: string): Locator => region.getByRole('textbox', { name, exact: true });
const select = ({ region }: Order, name: string): Locator => region.getByRole('combobox', { name, exact: true });
const radio = ({ region }: Order, group: RegExp, name: string): Locator =>
  region.getByRole('group', { name: group }).getByRole('radio', { name, exact: true });

/** As a person does it without a mouse: events of `selectOption` are a script's, and do not count. */
async function choose(chosen: Locator, label: string): Promise<void> {
  await chosen.focus();
  await chosen.page().keyboard.type(label);
}

/** Opens the order's card and has it refused. */
async function stopped(shop: Shop, order: OrderInput, query = ''): Promise<Order & { readonly id: string }> {
  const { id } = shop.standIns.sellasist.addOrder(order);
  const card = await shop.openOrder(id, query);
  await card.button('Wystaw w iFirma').click();
  await expect(card.status).toContainText('Wymaga uzupełnienia');
  return { ...card, id };
}

async function typeBuyer(order: Order): Promise<void> {
  await input(order, 'Nabywca').fill('Testowa Sp. z o.o.');
  await input(order, 'Kod pocztowy').fill('30001');
  await input(order, 'Miejscowość').fill('Kraków');
  await input(order, 'NIP').fill('111-111-11-11');
}

const bodyOf = (shop: Shop, id: string): Record<string, unknown> => {
  const [booked, ...more] = bookedForOrder(shop, id);
  if (booked === undefined || more.length > 0) throw new Error(`${more.length + (booked ? 1 : 0)} invoices of ${id}`);
  return booked.body as Record<string, unknown>;
};

test('everything that is wrong is typed at once, and one invoice is booked with it', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const order = await stopped(shop, WRONG);
  await expect(order.region.getByRole('alert').getByRole('listitem')).toHaveCount(6);
  for (const name of ['Nabywca', 'Kod pocztowy', 'Miejscowość', 'NIP'])
    await expect(input(order, name)).toHaveAttribute('aria-invalid', 'true');
  for (const name of ['Stawka VAT – Voucher', 'Metoda płatności'])
    await expect(select(order, name)).toHaveAttribute('aria-invalid', 'true');
  await expect(order.button('Wyślij ponownie')).toHaveCount(1);
  await expect(input(order, 'NIP')).toHaveValue('1234567890');

  await typeBuyer(order);
  await expect(input(order, 'Kod pocztowy')).toHaveValue('30-001');
  await choose(select(order, 'Stawka VAT – Voucher'), '8');
  await choose(select(order, 'Metoda płatności'), 'Prz');
  await expect(order.region.locator('[aria-invalid]')).toHaveCount(0);
  expect(bookedForOrder(shop, order.id)).toEqual([]);

  await order.button('Wyślij ponownie').click();
  await expect(order.status).toContainText('Wysłano');
  await expect(order.status).toBeFocused();
  expect(bodyOf(shop, order.id)).toMatchObject({
    SposobZaplaty: 'PRZ',
    Kontrahent: { Nazwa: 'Testowa Sp. z o.o.', NIP, KodPocztowy: '30-001', Miejscowosc: 'Kraków' },
    Pozycje: [{ NazwaPelna: 'Voucher', StawkaVat: 0.08 }, {}],
  });
  // The panel says what it said: nothing was to be saved there.
  expect(shop.standIns.sellasist.panel('demo').orders.get(order.id)?.billAddress.city).toBe('');
});

test('what is left wrong keeps everything from being sent, and has the focus', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const order = await stopped(shop, { buyer: { postcode: '0000', city: '' } });
  await input(order, 'Miejscowość').fill('Kraków');
  await order.button('Wyślij ponownie').click();
  await expect(input(order, 'Kod pocztowy')).toBeFocused();
  await expect(order.status).toContainText('Wymaga uzupełnienia');
  await expect(input(order, 'Miejscowość')).toHaveValue('Kraków');
  expect(bookedForOrder(shop, order.id)).toEqual([]);
});

for (const addressWrites of ['merge', 'replace'] as const) {
  test(`\`Zapisz w zamówieniu\` writes the buyer into the order where the panel will ${addressWrites} what it is sent`, async ({
    shop,
  }) => {
    await shop.setUp({ settings: { savePdf: false } });
    const panel = shop.standIns.sellasist.panel('demo');
    panel.switches.addressWrites = addressWrites;
    const order = await stopped(shop, { buyer: { postcode: '0000', city: '' } });
    const before = panel.orders.get(order.id)?.billAddress;
    await input(order, 'Kod pocztowy').fill('30-001');
    await input(order, 'Miejscowość').fill('Kraków');
    await radio(order, /nabywcy/, 'Zapisz w zamówieniu').check();
    await order.button('Wyślij ponownie').click();
    await expect(order.status).toContainText('Wysłano');
    expect(panel.orders.get(order.id)?.billAddress).toEqual({ ...before, postcode: '30-001', city: 'Kraków' });
    expect(bodyOf(shop, order.id)).toMatchObject({ Kontrahent: { KodPocztowy: '30-001', Miejscowosc: 'Kraków' } });
  });
}

test('`Zapamiętaj jako regułę` answers for the next order as well, until it is taken back in the settings', async ({
  shop,
}) => {
  test.slow();
  await shop.setUp({ settings: { savePdf: false } });
  const order = await stopped(shop, { lines: [{ name: 'Voucher', rate: 'np' }], payment: { id: '8' } });
  await choose(select(order, 'Stawka VAT – Voucher'), '23');
  await choose(select(order, 'Metoda płatności'), 'PayP');
  await radio(order, /stawka/, 'Zapamiętaj jako regułę').check();
  await radio(order, /metoda płatności/, 'Zapamiętaj jako regułę').check();
  await order.button('Wyślij ponownie').click();
  await expect(order.status).toContainText('Wysłano');
  await order.page.close();

  const { id } = shop.standIns.sellasist.addOrder({ lines: [{ name: 'Kubek', rate: 'NP' }], payment: { id: '8' } });
  const next = await shop.openOrder(id);
  await next.button('Wystaw w iFirma').click();
  await expect(next.status).toContainText('Wysłano');
  expect(bodyOf(shop, id)).toMatchObject({ SposobZaplaty: 'PAL', Pozycje: [{ StawkaVat: 0.23 }, {}] });
  await next.page.close();

  const options = await shop.openExtensionPage('options.html');
  await options.getByRole('link', { name: 'Podstawowa konfiguracja' }).click();
  const rules = options.getByRole('list', { name: 'Nieznane stawki VAT z Sellasist' });
  await expect(rules.getByRole('listitem')).toHaveText([/„np” → 23%/]);
  await rules.getByRole('button', { name: 'Usuń' }).click();
  await options.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await expect(options.getByRole('status').filter({ hasText: 'Zapisano' })).toBeVisible();
  const again = await stopped(shop, { lines: [{ name: 'Voucher', rate: 'np' }] });
  await expect(select(again, 'Stawka VAT – Voucher')).toBeVisible();
});

test('a field that iFirma itself refuses is typed where its words stand', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const text = "Pole 'Kontrahent.Miejscowosc' ma niepoprawną wartość";
  shop.standIns.faults.add({ match: { ...POST, times: 1 }, do: { kind: 'kod', kod: 201, text, when: 'before' } });
  const order = await stopped(shop, {});
  await expect(input(order, 'Miejscowość')).toHaveAccessibleDescription(/Tego iFirma nie przyjęła/);
  await input(order, 'Miejscowość').fill('Kraków');
  await order.page.keyboard.press('Enter');
  await expect(order.status).toContainText('Wysłano');
  expect(bodyOf(shop, order.id)).toMatchObject({ Kontrahent: { Miejscowosc: 'Kraków' } });
});

test('words that nobody knows come with what was sent, to be copied', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const text = 'Coś poszło nie tak';
  shop.standIns.faults.add({ match: POST, do: { kind: 'kod', kod: 201, text, when: 'before' } });
  const order = await stopped(shop, {});
  await order.page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
  });
  await order.button('Kopiuj żądanie i odpowiedź').click();
  await expect(
    order.region.getByRole('status').filter({ hasText: /Skopiowano|nie pozwoliła skopiować/ }),
  ).toBeVisible();
  await expect(order.region.getByRole('group', { name: 'Popraw tutaj' })).toHaveCount(0);
});

test('with the keyboard alone a document is mended and sent', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const order = await stopped(shop, { buyer: { postcode: '0000', city: '' }, payment: { id: '8' } });
  const { keyboard } = order.page;
  await expect(input(order, 'Kod pocztowy')).toBeVisible();
  await order.region.focus();
  const names: string[] = [];
  const next = async (): Promise<void> => {
    await keyboard.press('Tab');
    const { name, seen } = await focused(order.page);
    expect(seen, name).toBe(true);
    names.push(name);
  };
  await next();
  await keyboard.press('Control+A');
  await keyboard.type('30001');
  await next();
  await keyboard.type('Kraków');
  await next();
  await keyboard.press('ArrowDown');
  await next();
  await keyboard.type('PayP');
  await next();
  await keyboard.press('ArrowRight');
  await next();
  expect(names).toEqual([
    'Kod pocztowy',
    'Miejscowość',
    'Tylko ten dokument',
    'Metoda płatności',
    'Tylko ten dokument',
    'Wyślij ponownie',
  ]);
  await expect(radio(order, /nabywcy/, 'Zapisz w zamówieniu')).toBeChecked();
  await expect(radio(order, /płatności/, 'Zapamiętaj jako regułę')).toBeChecked();
  await keyboard.press('Enter');
  await expect(order.status).toContainText('Wysłano');
  await expect(order.status).toBeFocused();
  expect(bodyOf(shop, order.id)).toMatchObject({ SposobZaplaty: 'PAL', Kontrahent: { Miejscowosc: 'Kraków' } });
  expect(shop.standIns.sellasist.panel('demo').orders.get(order.id)?.billAddress.city).toBe('Kraków');
});

test('in the popup `Napraw` opens the form in the row', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const { id, page } = await stopped(shop, { buyer: { postcode: '', city: '' } });
  await page.close();
  const popup = await shop.openExtensionPage('popup.html');
  await popup.setViewportSize({ width: 400, height: 580 });
  const row = popup.getByRole('list', { name: 'Błędy synchronizacji' }).getByRole('listitem').first();
  await row.getByRole('button', { name: 'Napraw' }).click();
  await expect(row.getByRole('textbox', { name: 'Kod pocztowy' })).toBeFocused();
  await row.getByRole('textbox', { name: 'Kod pocztowy' }).fill('30-001');
  await row.getByRole('textbox', { name: 'Miejscowość' }).fill('Kraków');
  await expect(row.getByRole('button', { name: 'Wyślij ponownie' })).toHaveCount(1);
  await row.getByRole('button', { name: 'Wyślij ponownie' }).click();
  await expect(popup.getByRole('tabpanel', { name: 'Błędy' })).toContainText('Nic nie wymaga uwagi');
  await expect.poll(() => bookedForOrder(shop, id).length).toBe(1);
  expect(bodyOf(shop, id)).toMatchObject({ Kontrahent: { KodPocztowy: '30-001', Miejscowosc: 'Kraków' } });
});

/** By how much something in the region reaches beyond it. */
const overhangOf = (page: Page): Promise<number> =>
  page.locator('mostek-panel').evaluate((host) => {
    const { right } = host.getBoundingClientRect();
    const parts = [...(host.shadowRoot?.querySelectorAll('*') ?? [])];
    return Math.max(0, ...parts.map((part) => part.getBoundingClientRect().right - right));
  });

/** A panel that its user, or some other extension, has made dark. */
const DARK_PANEL = `addEventListener('DOMContentLoaded', () => {
  const style = document.createElement('style');
  style.textContent = 'body, .FAKE-box { background: #14181d !important; color: #dfe5ea !important }';
  document.head.append(style);
});`;

test('axe finds nothing in the open form, light and dark, and it fits where it is narrow', async ({ shop }) => {
  test.slow();
  await shop.setUp({ settings: { savePdf: false } });
  const violationsIn = async (page: Page, part: string): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page }).include(part).setLegacyMode(true).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ failureSummary }) => `${id}: ${failureSummary}`));
  };
  for (const dark of [false, true]) {
    const order = await stopped(shop, WRONG);
    if (dark) {
      await order.page.addInitScript(DARK_PANEL);
      await order.page.reload();
    }
    await expect(input(order, 'Nabywca')).toBeVisible();
    expect(await violationsIn(order.page, 'mostek-panel'), `card, dark: ${dark}`).toEqual([]);
    await input(order, 'Nabywca').fill('x'.repeat(312));
    await input(order, 'NIP').focus();
    await order.page.setViewportSize({ width: 360, height: 800 });
    await expect(order.region.getByText('312 z 300 znaków')).toBeVisible();
    expect(await overhangOf(order.page)).toBeLessThanOrEqual(0);
    await order.page.close();
  }
  const popup = await shop.openExtensionPage('popup.html');
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme });
    await popup.reload();
    await popup.setViewportSize({ width: 360, height: 580 });
    await popup.getByRole('button', { name: 'Napraw' }).first().click();
    await expect(popup.getByRole('textbox', { name: 'Nabywca' })).toBeVisible();
    expect(await violationsIn(popup, '.row'), `popup, ${colorScheme}`).toEqual([]);
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});

test('a script of the page types, chooses and clicks in the form: nothing of it counts', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const order = await stopped(shop, { buyer: { postcode: '0000', city: '' }, payment: { id: '8' } });
  await input(order, 'Miejscowość').fill('Kraków');
  const asked = shop.standIns.requests({ host: 'www.ifirma.pl' }).length;
  const left = await order.page.evaluate(async () => {
    const root = document.querySelector('mostek-panel')?.shadowRoot;
    if (!root) throw new Error('no region');
    const all = { bubbles: true, composed: true, cancelable: true };
    for (const field of root.querySelectorAll<HTMLInputElement>('.repair input[type=text]')) {
      field.focus();
      document.execCommand('selectAll');
      document.execCommand('insertText', false, 'Podróbka');
      field.value = 'Podróbka';
      field.dispatchEvent(new InputEvent('beforeinput', all));
      field.dispatchEvent(new InputEvent('input', all));
      field.dispatchEvent(new Event('change', all));
      field.dispatchEvent(new KeyboardEvent('keydown', { ...all, key: 'Enter' }));
    }
    for (const field of root.querySelectorAll<HTMLSelectElement>('.repair select')) {
      field.selectedIndex = 1;
      field.dispatchEvent(new Event('input', all));
      field.dispatchEvent(new Event('change', all));
    }
    for (const field of root.querySelectorAll<HTMLInputElement>('.repair input[type=radio]')) {
      field.click();
      field.closest('label')?.click();
      field.dispatchEvent(new MouseEvent('click', all));
    }
    for (const button of root.querySelectorAll('button')) {
      const label = document.createElement('label');
      button.id ||= 'taken-over';
      label.htmlFor = button.id;
      root.append(label);
      label.click();
      label.remove();
      button.click();
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return {
      texts: [...root.querySelectorAll<HTMLInputElement>('.repair :is(input[type=text], select)')].map(
        (one) => one.value,
      ),
      chosen: [...root.querySelectorAll<HTMLInputElement>('.repair input[type=radio]')].map(({ checked }) => checked),
    };
  });
  expect(left).toEqual({ texts: ['0000', 'Kraków', ''], chosen: [true, false, true, false] });
  await expect(order.page.getByRole('dialog')).toHaveCount(0);
  await expect(order.status).toContainText('Wymaga uzupełnienia');
  expect(shop.standIns.requests({ host: 'www.ifirma.pl' })).toHaveLength(asked);
  expect(shop.standIns.sellasist.panel('demo').journal.writes).toEqual([]);

  await input(order, 'Kod pocztowy').fill('30-001');
  await choose(select(order, 'Metoda płatności'), 'Prz');
  await order.button('Wyślij ponownie').click();
  await expect(order.status).toContainText('Wysłano');
  expect(bodyOf(shop, order.id)).toMatchObject({
    SposobZaplaty: 'PRZ',
    Kontrahent: { KodPocztowy: '30-001', Miejscowosc: 'Kraków' },
  });
});

test('the panel’s own shortcuts do not hear what is typed', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const order = await stopped(shop, { buyer: { city: '' } });
  await order.page.evaluate(() => {
    for (const type of ['keydown', 'keypress', 'keyup', 'input', 'change'])
      document.addEventListener(type, () => {
        document.body.dataset.heard = type;
      });
  });
  await input(order, 'Miejscowość').click();
  await order.page.keyboard.type('Gdynia');
  expect(await order.page.evaluate(() => document.body.dataset.heard)).toBeUndefined();
});

test('hostile texts as refused values and names of lines are text', async ({ shop }) => {
  await shop.setUp({ settings: { savePdf: false } });
  const evil = '<img src=x onerror="document.body.dataset.broken=1">\u202e\u0000';
  const order = await stopped(shop, {
    buyer: { company_name: `${evil}${'x'.repeat(10_000)}`, postcode: evil, city: '', company_nip: `${evil}1` },
    lines: [{ name: `${evil}${'y'.repeat(10_000)}`, rate: evil }],
  });
  await expect(input(order, 'Kod pocztowy')).toHaveValue(/^<img src=x/);
  await expect(order.region.locator('img')).toHaveCount(0);
  await expect(order.region).not.toContainText('\u202e');
  expect(await order.page.evaluate(() => document.body.dataset.broken)).toBeUndefined();
  expect(await overhangOf(order.page)).toBeLessThanOrEqual(0);
  await typeBuyer(order);
  const rate = order.region.getByRole('combobox', { name: /^Stawka VAT – <img src=x/ });
  await choose(rate, '23');
  await order.button('Wyślij ponownie').click();
  await expect(order.status).toContainText(/Wysłano|Wymaga/);
  await expect(order.status).toContainText('Wysłano');
  expect(bodyOf(shop, order.id)).toMatchObject({ Kontrahent: { Nazwa: 'Testowa Sp. z o.o.' } });
});
