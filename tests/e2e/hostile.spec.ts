/** The panel's page and the texts in it are not trusted (design 8): nothing that they do books, and nothing that they say is markup. */
import type { Page } from '@playwright/test';
import { sayFrom } from '../browser/content-world.ts';
import { HOSTILE_TEXTS, hostileOrder } from '../sim/sellasist/index.ts';
import { expect, type Shop, test } from './fixtures.ts';

const deedsOf = (page: Page): Promise<{ rounds: number; clicks: number; inputs: number; moves: number }> =>
  page.evaluate(() => {
    const { hostileRounds, hostileClicks, hostileInputs, hostileMoves } = document.documentElement.dataset;
    return {
      rounds: Number(hostileRounds ?? 0),
      clicks: Number(hostileClicks ?? 0),
      inputs: Number(hostileInputs ?? 0),
      moves: Number(hostileMoves ?? 0),
    };
  });

const bookings = (shop: Shop) => [
  ...shop.standIns.requests({ host: 'www.ifirma.pl' }),
  ...shop.standIns.sellasist.panel('demo').journal.writes,
];

/** Markup that came to life would have said so, in the page or in one of ours. */
const isBroken = (page: Page): Promise<boolean> => page.evaluate(() => document.body.dataset.broken !== undefined);

test.describe('a page that was taken over', () => {
  test('presses every button, moves and copies the controls: nothing is sent, one host is left, and a person’s click still works', async ({
    shop,
  }) => {
    await shop.setUp();
    const { page, button, status } = await shop.openOrder('1001', '?variant=hostile');
    await expect(button('Wyślij do iFirma')).toBeVisible();
    await expect.poll(async () => (await deedsOf(page)).clicks).toBeGreaterThan(20);
    expect((await deedsOf(page)).moves).toBeGreaterThan(2);
    await expect(status).toContainText('Nie wysłano');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('mostek-panel')).toHaveCount(1);
    expect(bookings(shop)).toEqual([]);

    await button('Wyślij do iFirma').click();
    await expect(status).toContainText('Wysłano');
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
  });

  test('fills in and confirms a dialog that a person has opened: nothing of it counts', async ({ shop }) => {
    await shop.setUp();
    const { page, button, status } = await shop.openOrder('1001', '?variant=hostile');
    await button('Powiąż z iFirma').click();
    const dialog = page.getByRole('dialog', { name: 'Powiąż z iFirma' });
    await expect(dialog).toBeVisible();
    await expect.poll(async () => (await deedsOf(page)).inputs).toBeGreaterThan(5);
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Powiąż', exact: true })).toBeDisabled();
    await expect(status).toContainText('Nie wysłano');
    expect(bookings(shop)).toEqual([]);
  });

  test('confirms the question whether to issue all the same: the question stays', async ({ shop }) => {
    await shop.setUp();
    const { page, button } = await shop.openOrder('1003', '?variant=hostile');
    // Below the invoice stands the order's correction, with buttons of its own.
    await button('Wyślij do iFirma').first().click();
    const question = page.getByRole('alertdialog', { name: 'Ten dokument może już być w iFirma' });
    await expect(question).toBeVisible();
    const before = (await deedsOf(page)).clicks;
    await expect.poll(async () => (await deedsOf(page)).clicks).toBeGreaterThan(before + 20);
    await expect(question).toBeVisible();
    expect(shop.standIns.ifirma.booked()).toEqual([]);
  });

  test('writes another order’s id onto the host: the order of the address is sent', async ({ shop }) => {
    await shop.setUp();
    const { page, button, status } = await shop.openOrder('1001');
    await expect(button('Wyślij do iFirma')).toBeVisible();
    await page.locator('mostek-panel').evaluate((host) => host.setAttribute('data-order-id', '1004'));
    await button('Wyślij do iFirma').click();
    await expect(status).toContainText('Wysłano');
    expect(shop.standIns.ifirma.booked().map(({ gross }) => gross)).toEqual([13598]);
  });

  test('puts the controls into its own form: they do not stay there', async ({ shop }) => {
    await shop.setUp();
    const { page, button } = await shop.openOrder('1001');
    await expect(button('Wyślij do iFirma')).toBeVisible();
    await page.evaluate(() => {
      const host = document.querySelector('mostek-panel');
      if (host) document.querySelector('form.FAKE-fields')?.append(host);
    });
    await expect(page.locator('form mostek-panel')).toHaveCount(0);
    await expect(page.locator('mostek-panel')).toHaveCount(1);
    await expect(button('Wyślij do iFirma')).toBeVisible();
  });

  test('throws the controls out again and again: they give up quietly, and the page goes on', async ({ shop }) => {
    await shop.setUp();
    const { page, button } = await shop.openOrder('1001');
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await expect(button('Wyślij do iFirma')).toBeVisible();
    const thrownOut = await page.evaluate(async () => {
      let count = 0;
      const until = Date.now() + 4_000;
      while (Date.now() < until) {
        const host = document.querySelector('mostek-panel');
        if (host) count += 1;
        host?.remove();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return count;
    });
    expect(thrownOut).toBeGreaterThan(4);
    expect(thrownOut).toBeLessThan(10);
    await expect(page.locator('mostek-panel')).toHaveCount(0);
    expect(errors).toEqual([]);
  });
});

test.describe('texts that would like to be markup', () => {
  test('of the shop’s customers: the preview shows them as text, and iFirma gets them as they are', async ({
    shop,
  }) => {
    await shop.setUp();
    const order = shop.standIns.sellasist.addOrder(hostileOrder());
    const { page, button, status } = await shop.openOrder(order.id, '?variant=csp');
    await button('Podgląd').click();
    const dialog = page.getByRole('dialog', { name: 'Podgląd dokumentu' });
    await expect(dialog.getByRole('table', { name: 'Pozycje' })).toContainText(HOSTILE_TEXTS.product);
    await expect(dialog).toContainText('<script>document.body.dataset.broken=1</script>');
    await expect(dialog.locator('script, img, mostek-panel, b')).toHaveCount(0);
    // A mark that turns the direction of the text around is not shown at all.
    await expect(dialog).not.toContainText('\u202e');
    await dialog.getByRole('button', { name: 'Zamknij' }).click();
    await button('Wystaw w iFirma').click();
    await expect(status).toContainText('Wysłano');
    expect(JSON.stringify(shop.standIns.ifirma.booked()[0]?.body.Pozycje)).toContain('DROP TABLE');
    expect(await isBroken(page)).toBe(false);
  });

  test('of iFirma’s refusal: they stand in the alert of the card and in the popup as text', async ({ shop }) => {
    await shop.setUp();
    const text = '<img src=x onerror="document.body.dataset.broken=1">Kontrahent.KodPocztowy <b>zły</b>';
    shop.standIns.faults.add({ match: { method: 'POST' }, do: { kind: 'kod', kod: 201, text, when: 'before' } });
    const { page, button, region } = await shop.openOrder('1001');
    await button('Wyślij do iFirma').click();
    await expect(region.getByRole('alert').getByRole('listitem')).toContainText(text);
    const popup = await shop.openExtensionPage('popup.html');
    const row = popup.getByRole('list', { name: 'Błędy synchronizacji' }).getByRole('listitem');
    await expect(row).toContainText(text);
    await expect(row.locator('img, b')).toHaveCount(0);
    expect(await isBroken(page)).toBe(false);
    expect(await isBroken(popup)).toBe(false);
  });

  test('of the panel’s lists: the options show them as text', async ({ shop }) => {
    const name = '<img src=x onerror="document.body.dataset.broken=1"><option selected>';
    for (const path of ['payments', 'statuses', 'series'])
      shop.standIns.faults.add({
        host: 'demo.sellasist.pl',
        match: { path: `^/api/v1/.*${path}` },
        do: {
          kind: 'status',
          status: 200,
          contentType: 'application/json',
          body: JSON.stringify([{ id: '1', name, type: 'invoice', subtype: 'sale' }]),
        },
      });
    await shop.setUp();
    const page = await shop.openExtensionPage('options.html');
    await expect(page.getByRole('group', { name: 'Serie dokumentów' })).toContainText(name);
    await page.getByRole('link', { name: 'Metody płatności' }).click();
    await expect(page.getByRole('combobox', { name, exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Podstawowa konfiguracja' }).click();
    await expect(page.getByRole('combobox', { name: 'Status błędu' })).toContainText(name);
    expect(await isBroken(page)).toBe(false);
  });
});

test.describe('messages from where nobody of ours speaks', () => {
  const STATE = { type: 'state', orderId: '1001', key: null, fresh: false };
  const STRANGER = { ok: false, reason: { code: 'internal', params: { detail: 'stranger' } } };

  test('an inner frame of the very same panel is refused', async ({ shop }) => {
    await shop.setUp();
    const { page, button } = await shop.openOrder('1004');
    await expect(button('Wyślij do iFirma')).toBeVisible();
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = '/admin/orders/edit/1001';
          frame.addEventListener('load', resolve);
          document.body.append(frame);
        }),
    );
    await expect(page.frameLocator('iframe').locator('mostek-panel')).toHaveCount(0);
    expect(await sayFrom(shop.browser, page, STATE)).toMatchObject({ ok: true });
    expect(await sayFrom(shop.browser, page, STATE, true)).toEqual(STRANGER);
    expect(await sayFrom(shop.browser, page, { type: 'send', orderId: '1001', key: 'd77', confirm: [] }, true)).toEqual(
      STRANGER,
    );
    expect(bookings(shop)).toEqual([]);
  });

  test('a page of iFirma and hosts of the vendor that are nobody’s panel are refused', async ({ shop }) => {
    await shop.setUp();
    const page = await shop.browser.context.newPage();
    for (const address of [
      'https://www.ifirma.pl/',
      'https://api.sellasist.pl/admin',
      'https://www.sellasist.pl/admin',
    ]) {
      await page.goto(address);
      expect(await sayFrom(shop.browser, page, STATE), address).toEqual(STRANGER);
    }
  });

  test('the panel itself has its closed list: nothing of the options, of other panels or of another form', async ({
    shop,
  }) => {
    const accountId = await shop.setUp();
    const { page, button } = await shop.openOrder('1001');
    await expect(button('Wyślij do iFirma')).toBeVisible();
    const refused = { ok: false, reason: { code: 'internal', params: { detail: 'command' } } };
    for (const message of [
      { type: 'account.list' },
      { type: 'account.remove', id: accountId },
      { type: 'account.test', id: accountId },
      { type: 'dictionaries', accountId, fresh: false },
      { type: 'erplink.set', panel: 'demo', on: true },
      { type: 'errors', before: null },
      { type: 'recent', before: null },
      { type: 'send.row', panel: 'demo', key: 'd77', confirm: [] },
      { type: 'panel.series', panel: 'demo', key: 'x' },
    ])
      expect(await sayFrom(shop.browser, page, message), message.type).toEqual(refused);
    for (const message of [
      { type: 'send', orderId: '1001/../1004', key: 'd77', confirm: [] },
      { type: 'send', orderId: '1001', key: 'https://evil.example', confirm: [] },
      { type: 'link', orderId: '1001', key: 'd77', number: 'x'.repeat(101) },
      { type: 'repair', orderId: '1001', key: 'd77' },
      { type: 'toString' },
      {},
    ])
      expect(await sayFrom(shop.browser, page, message), JSON.stringify(message)).toBeNull();
    // A document of another order is not this order's, whoever says so.
    expect(await sayFrom(shop.browser, page, { type: 'send', orderId: '1001', key: 'd78', confirm: [] })).toMatchObject(
      { ok: false, reason: { code: 'sellasist-order-missing' } },
    );
    expect(bookings(shop)).toEqual([]);
  });

  test('a panel that nobody has set up gets no more than that it is not', async ({ shop }) => {
    await shop.setUp();
    const order = await shop.openOrder('1001', '', 'drugi');
    await expect(order.region).toBeVisible();
    expect(await sayFrom(shop.browser, order.page, STATE)).toMatchObject({
      ok: true,
      value: { mode: 'setup', documents: [] },
    });
    const ref = { orderId: '1001', key: 'd77' };
    for (const message of [
      { type: 'send', ...ref, confirm: [] },
      { type: 'preview', ...ref },
      { type: 'pdf', ...ref },
      { type: 'link', ...ref, number: '1/11/2026' },
    ])
      expect(await sayFrom(shop.browser, order.page, message), message.type).toMatchObject({ ok: false });
    expect(bookings(shop)).toEqual([]);
  });

  test('the page’s own scripts have no line to the extension at all', async ({ shop }) => {
    await shop.setUp();
    const { page, button } = await shop.openOrder('1001');
    await expect(button('Wyślij do iFirma')).toBeVisible();
    const id = shop.browser.extensionId;
    const reached = await page.evaluate(async (id) => {
      const { chrome } = globalThis as { chrome?: { runtime?: unknown } };
      const file = await fetch(`chrome-extension://${id}/options.html`).then(
        () => 'read',
        () => 'refused',
      );
      return { runtime: chrome?.runtime === undefined, file };
    }, id);
    expect(reached).toEqual({ runtime: true, file: 'refused' });
  });
});
