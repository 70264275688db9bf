/** One shop, one browser, nobody else: each test has its own stand-ins and its own profile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { SeriesSettings } from '../../utils/invoice/series.ts';
import type { AccountSettings } from '../../utils/invoice/settings.ts';
import { type Launched, launch } from '../browser/launch.ts';
import { setUpAccount } from '../browser/set-up.ts';
import { DEMO_KEY } from '../sim/sellasist/index.ts';
import { type StandIns, startStandIns } from '../sim/start.ts';

export interface Shop {
  readonly standIns: StandIns;
  /** Another one after `restart`. */
  readonly browser: Launched;
  /** Opens an order card and gives its region. */
  openOrder(orderId: string, query?: string, panel?: string): Promise<Order>;
  openExtensionPage(path: 'options.html' | 'popup.html'): Promise<Page>;
  /** An account as a merchant would have it after the first minutes; only what is named differs. */
  setUp(differences?: {
    readonly settings?: Partial<AccountSettings>;
    readonly erplink?: boolean | null;
    readonly key?: string;
    /** By series id. */
    readonly series?: Readonly<Record<string, SeriesSettings>>;
  }): Promise<string>;
  /** Closes the browser and starts it again with what it has on the disk. */
  restart(): Promise<void>;
}

export interface Order {
  readonly page: Page;
  readonly region: Locator;
  readonly status: Locator;
  button(name: string): Locator;
}

/** Dates of the shop's fixtures count from the day after tomorrow, so that what happened "two days ago" happened today: the accounting month is then always the right one. */
export function shopToday(now = Date.now()): string {
  return new Date(now + 2 * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });
}

export const test = base.extend<{ shop: Shop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern.
  shop: async ({}, use) => {
    const standIns = await startStandIns({ sellasist: { today: shopToday() } });
    const profile = mkdtempSync(join(tmpdir(), 'mostek-'));
    let browser = await launch({ port: standIns.port, profile });
    await use({
      standIns,
      get browser() {
        return browser;
      },
      async openOrder(orderId, query = '', panel = 'demo') {
        const page = await browser.context.newPage();
        await page.goto(`https://${panel}.sellasist.pl/admin/orders/edit/${orderId}${query}`);
        return orderOn(page);
      },
      async openExtensionPage(path) {
        const page = await browser.context.newPage();
        await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
        return page;
      },
      async setUp({ settings = {}, erplink = false, key = DEMO_KEY, series } = {}) {
        const id = await setUpAccount(browser, {
          settings,
          erplink,
          panelKey: key,
          ...(series === undefined ? {} : { series }),
        });
        // The page that the installation opened would go on reading from the panel with each change that it hears of.
        const ours = browser.context.pages().filter((page) => page.url().endsWith('/options.html'));
        await Promise.all(ours.map((page) => page.close()));
        return id;
      },
      async restart() {
        await browser.close();
        browser = await launch({ port: standIns.port, profile });
      },
    });
    await browser.close();
    await standIns.close();
    rmSync(profile, { recursive: true, force: true });
  },
});

export function orderOn(page: Page): Order {
  const region = page.getByRole('region', { name: 'iFirma', exact: true });
  return {
    page,
    region,
    status: region.getByRole('status').first(),
    button: (name) => region.getByRole('button', { name, exact: true }),
  };
}

export { expect };
