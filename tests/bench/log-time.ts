/** How long the log's first page takes with 100,000 entries, and one look through as many of them as a message looks at. */
import type { Page } from '@playwright/test';
import type { Commands, LogFilter } from '../../utils/messages/index.ts';
import type { Figure } from './figure.ts';
import type { Shop } from './shop.ts';

/** The browser's own API object, inside a page of the extension. */
declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

const ENTRIES = 100_000;
const BATCH = 5_000;
const TIMES = 10;
const REST_MS = 300;
const FIRST_PAGE = 50;
const ALL: LogFilter = { accountId: null, state: null, kind: null, from: null, to: null, text: '', codes: [] };

export async function logTime({ browser: { context, extensionId } }: Shop): Promise<Figure[]> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  await fill(page);
  const shown: number[] = [];
  const looked: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    shown.push(await shownMs(page, extensionId));
    looked.push(await answerMs(page, { filter: { ...ALL, text: 'nobody is called so' }, before: null, limit: 50 }));
  }
  await page.close();
  return [
    { what: 'log of 100,000 entries, first page shown', unit: 'ms', samples: shown, aim: null },
    { what: 'log, one message that finds nothing in 2,000 entries', unit: 'ms', samples: looked, aim: null },
  ];
}

/** Written by another hand than the worker's, within the year for which they are kept. */
function fill(page: Page): Promise<void> {
  return page.evaluate(
    async ({ entries, batch, from }) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('mostek');
        request.onsuccess = () => resolve(request.result);
      });
      for (let nth = 0; nth < entries; nth += batch) {
        const writing = database.transaction('log', 'readwrite');
        for (let each = nth; each < nth + batch; each += 1)
          writing.objectStore('log').add({
            event: 'step',
            at: from + each * 60_000,
            ms: 40 + (each % 400),
            step: 'issue',
            accountId: 'a1',
            panel: 'demo',
            key: `d${each}`,
            kind: 'invoice',
            state: 'done',
            documentNumber: `FV/${each}/11/2026`,
            number: `${each}/11/2026`,
            reason: null,
            findings: [],
          });
        await new Promise((resolve) => {
          writing.oncomplete = resolve;
        });
      }
      database.close();
    },
    { entries: ENTRIES, batch: BATCH, from: Date.now() - ENTRIES * 60_000 },
  );
}

/** From the start of the load until the rows are there and a frame with them was drawn. */
async function shownMs(page: Page, extensionId: string): Promise<number> {
  await page.goto('about:blank');
  await page.waitForTimeout(REST_MS);
  await page.goto(`chrome-extension://${extensionId}/options.html#log`, { waitUntil: 'commit' });
  return page.evaluate(
    (rows) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const isThere = document.querySelectorAll('main tbody tr').length >= rows;
          if (isThere) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
          else requestAnimationFrame(look);
        };
        look();
      }),
    FIRST_PAGE,
  );
}

function answerMs(page: Page, ask: Commands['log.page']['ask']): Promise<number> {
  return page.evaluate(async (asked) => {
    const began = performance.now();
    await chrome.runtime.sendMessage({ type: 'log.page', ...asked });
    return performance.now() - began;
  }, ask);
}
