/** The extension is updated or removed under open pages: the content scripts of the old one stay, with their line to it cut. */
import type { Page, Worker } from '@playwright/test';
import type { Browser } from 'wxt/browser';
import type { Launched } from './launch.ts';

/** The browser's own API object, in the worker. */
declare const chrome: typeof Browser;

/** Returns the new worker. */
export async function reloadExtension({ context, worker }: Launched): Promise<Worker> {
  const restarted = context.waitForEvent('serviceworker');
  // The answer never comes: whoever would give it is gone.
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  return restarted;
}

export async function removeExtension({ worker }: Launched): Promise<void> {
  await worker.evaluate(() => chrome.management.uninstallSelf()).catch(() => undefined);
}

/** Puts the controls into a page once more, as the new extension does when a page of the panel asks for them. */
export async function injectControls(worker: Worker, page: Page): Promise<void> {
  await worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files: ['/content-scripts/order.js'] });
  }, page.url());
}
