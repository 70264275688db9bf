/** The database does not open, or the disk is full: the card says so, nothing is booked that is not recorded, and it goes on. */
import { test as base } from '@playwright/test';
import type { Browser } from 'wxt/browser';
import { openBarePage, raiseVersion, rebuildDatabase, releaseDatabase } from '../browser/database.ts';
import { NEWEST_VERSION, shapeOfVersion } from '../browser/database-shape.ts';
import { type Launched, launch } from '../browser/launch.ts';
import { setUpAccount } from '../browser/set-up.ts';
import { makeSmallDisk, type SmallDisk } from '../browser/small-disk.ts';
import { stopWorker } from '../browser/stop-worker.ts';
import { DEMO_KEY } from '../sim/sellasist/index.ts';
import { type StandIns, startStandIns } from '../sim/start.ts';
import { IFIRMA, POST } from './bookings.ts';
import { expect, type Order, orderOn, shopToday, test } from './fixtures.ts';

/** The browser's own API object, in the worker and in the extension's pages. */
declare const chrome: typeof Browser;

const NEWER = 'Bazę danych Mostka zapisała jego nowsza wersja';
const CLOSED = 'Mostek nie może otworzyć swojej bazy danych';
const FULL = 'Na dysku brakuje miejsca';

const badgeOf = ({ worker }: Launched): Promise<string> => worker.evaluate(() => chrome.action.getBadgeText({}));
const posts = (standIns: StandIns) => standIns.requests({ host: IFIRMA, method: 'POST' });

test.describe('a database', () => {
  test('of a newer version: the card and the popup say so, nothing is booked; back in its own version it goes on', async ({
    shop,
  }) => {
    await shop.setUp();
    const { button, region, status } = await shop.openOrder('1001');
    await expect(button('Wyślij do iFirma')).toBeVisible();
    const bare = await openBarePage(shop.browser);
    const version = await raiseVersion(bare);
    expect(version).toBe(NEWEST_VERSION);

    await button('Wyślij do iFirma').click();
    await expect(region.getByRole('alert')).toContainText(NEWER);
    const popup = await shop.openExtensionPage('popup.html');
    await expect(popup.getByRole('alert')).toContainText(NEWER);
    expect(await badgeOf(shop.browser)).toBe('STOP');
    expect(posts(shop.standIns)).toEqual([]);

    await rebuildDatabase(bare, { version, shape: null, hold: false });
    await button('Wyślij do iFirma').click();
    await expect(status).toContainText('Wysłano');
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
    await popup.getByRole('button', { name: 'Spróbuj ponownie' }).click();
    await expect(popup.getByRole('tab', { name: 'Błędy', exact: true })).toBeVisible();
    expect(await badgeOf(shop.browser)).toBe('');
  });

  test('that an older version in another place keeps from opening: the card says so, and it opens when that one is gone', async ({
    shop,
  }) => {
    await shop.setUp();
    const { button, region, status } = await shop.openOrder('1001');
    await expect(button('Wyślij do iFirma')).toBeVisible();
    const bare = await openBarePage(shop.browser);
    const version = NEWEST_VERSION - 1;
    await rebuildDatabase(bare, { version, shape: await shapeOfVersion(version), hold: true });

    await button('Wyślij do iFirma').click();
    await expect(region.getByRole('alert')).toContainText(CLOSED, { timeout: 20_000 });
    expect(await badgeOf(shop.browser)).toBe('STOP');
    expect(posts(shop.standIns)).toEqual([]);

    await releaseDatabase(bare);
    await button('Wyślij do iFirma').click();
    await expect(status).toContainText('Wysłano');
    expect(shop.standIns.ifirma.booked()).toHaveLength(1);
    expect(await badgeOf(shop.browser)).toBe('');
  });
});

interface SmallShop {
  readonly disk: SmallDisk;
  /** Until nothing of the extension fits any more: in the last block of a file there is room for a while. */
  fill(): Promise<void>;
  readonly standIns: StandIns;
  readonly browser: Launched;
  openOrder(orderId: string): Promise<Order>;
}

const onSmallDisk = base.extend<{ shop: SmallShop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern.
  shop: async ({}, use, info) => {
    const disk = makeSmallDisk();
    info.skip(disk === null, 'only root can mount a disk that may be filled');
    if (disk === null) return;
    const standIns = await startStandIns({ sellasist: { today: shopToday() } });
    const browser = await launch({ port: standIns.port, profile: disk.folder });
    await setUpAccount(browser, { settings: {}, erplink: false, panelKey: DEMO_KEY });
    const ours = browser.context.pages().filter((page) => page.url().startsWith('chrome-extension://'));
    await Promise.all(ours.map((page) => page.close()));
    const bare = await openBarePage(browser);
    await use({
      disk,
      standIns,
      browser,
      async fill() {
        disk.fill();
        const write = () => bare.evaluate(() => chrome.runtime.sendMessage({ type: 'language.set', language: 'pl' }));
        await expect.poll(write).toEqual({ ok: false, reason: { code: 'storage-full', params: {} } });
      },
      async openOrder(orderId) {
        const page = await browser.context.newPage();
        await page.goto(`https://demo.sellasist.pl/admin/orders/edit/${orderId}`);
        return orderOn(page);
      },
    });
    await browser.close();
    await standIns.close();
    disk.remove();
  },
});

onSmallDisk.describe('a disk that is full', () => {
  onSmallDisk(
    'the card says so and nothing is booked; with room again the same button books once',
    async ({ shop }) => {
      const { button, region, status } = await shop.openOrder('1001');
      await expect(button('Wyślij do iFirma')).toBeVisible();
      await shop.fill();
      await button('Wyślij do iFirma').click();
      await expect(region.getByRole('alert')).toContainText(FULL);
      expect(posts(shop.standIns)).toEqual([]);
      // A worker that knows nothing of the one before.
      await stopWorker(shop.browser);
      await button('Wyślij do iFirma').click();
      // The alert stands there from before: with room while this press is still under way, it would be the one that books.
      await expect(button('Wyślij do iFirma')).not.toHaveAttribute('aria-busy', 'true');
      await expect(region.getByRole('alert')).toContainText(FULL);
      expect(posts(shop.standIns)).toEqual([]);
      expect(shop.standIns.ifirma.booked()).toEqual([]);

      shop.disk.free();
      await button('Wyślij do iFirma').click();
      await expect(status).toContainText('Wysłano');
      expect(shop.standIns.ifirma.booked()).toHaveLength(1);
    },
  );

  onSmallDisk(
    'full between the POST and its answer: nothing is posted again, and with room it is found',
    async ({ shop }) => {
      const { button, region, status } = await shop.openOrder('1001');
      const held = shop.standIns.faults.add({
        host: IFIRMA,
        match: { ...POST, times: 1 },
        do: { kind: 'hold', when: 'after' },
      });
      await button('Wyślij do iFirma').click();
      await held.whenFired();
      await shop.fill();
      held.remove();
      await expect(region.getByRole('alert')).toContainText(FULL);
      expect(shop.standIns.ifirma.booked()).toHaveLength(1);

      shop.disk.free();
      await button('Spróbuj ponownie').click();
      await expect(status).toContainText('Wysłano', { timeout: 30_000 });
      await expect(status).toContainText(shop.standIns.ifirma.booked()[0]?.number ?? '?');
      expect(posts(shop.standIns)).toHaveLength(1);
      expect(shop.standIns.sellasist.panel('demo').files('1001', '12')).toHaveLength(1);
    },
  );
});
