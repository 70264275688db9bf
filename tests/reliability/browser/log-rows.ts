/**
 * A popup over a ledger of years: 100,000 entries of the log and 5,000 transfers of which 200 wait for a person, for four causes. The first list is
 * there within 100 ms, and to show it nobody reads the whole of either table.
 */
import type { Page, Worker } from '@playwright/test';
import { loadNow } from '../../bench/machine.ts';
import { openBarePage } from '../../browser/database.ts';
import type { Launched } from '../../browser/launch.ts';
import { stopWorker } from '../../browser/stop-worker.ts';
import type { Trial } from '../trial.ts';
import { CAUSES, type Ledger, logEntries, transferRows } from './big-ledger.ts';
import { startComputer } from './computer.ts';
import { withShops } from './shops.ts';

const ENTRIES = 100_000;
const TRANSFERS = 5_000;
const WAITING = 200;
const AIM_MS = 100;
const BATCH = 5_000;
/** Of the popup's first view: five of each cause. */
const ROWS = 5 * CAUSES.length;
/** A page of the log. */
const PAGE = 20;
const REST_MS = 300;

export const logRows: Trial = {
  name: 'log-rows',
  full: 20,
  // The wall clock of a machine that does other things as well says little.
  share: 0,
  run: (count, { build, seed }) =>
    withShops({ shops: 1 }, async (shops) => {
      const started = Date.now();
      const computer = await startComputer(shops, { build });
      const bare = await openBarePage(computer);
      const awake = async (): Promise<void> => undefined;
      const empty = await firstLists(computer, count, 0, awake);
      await fill(bare, shops.all[0].panel);
      const failures: string[] = [];

      const wholeReads = await countWholeReads(computer.worker);
      const warm = await firstLists(computer, count, ROWS, awake);
      const read = await wholeReads();
      for (const table of ['log', 'transfers'])
        if (read[table]) failures.push(`all of ${table} was asked for ${read[table]} times`);
      const cold = await firstLists(computer, count, ROWS, () => stopWorker(computer));
      const scan = await scanLog(bare);

      const median = percentile(warm, 50);
      if (!(median <= AIM_MS)) failures.push(`the first list took ${median.toFixed(0)} ms, more than ${AIM_MS}`);
      return {
        trial: 'log-rows',
        tried: `${count} popups over ${ENTRIES} entries and ${TRANSFERS} transfers`,
        lost: null,
        doubled: null,
        figures: [
          `first list: median ${timed(warm, 50)}, p95 ${timed(warm, 95)}`,
          `over an empty ledger: median ${timed(empty, 50)}, p95 ${timed(empty, 95)}`,
          `of a sleeping worker: median ${timed(cold, 50)}, p95 ${timed(cold, 95)}`,
          `getAll on log ${read.log ?? 0}, on transfers ${read.transfers ?? 0}, on accounts ${read.accounts ?? 0}`,
          `by cursor the newest ${PAGE} of the log ${scan.newest.toFixed(1)} ms, a filter over all of it ${scan.all.toFixed(0)} ms`,
          `load of the machine ${loadNow().toFixed(1)}`,
          `seed ${seed}`,
        ],
        failures,
        seconds: (Date.now() - started) / 1000,
      };
    }),
};

async function fill(bare: Page, panel: string): Promise<void> {
  const accountId = await bare.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('mostek');
      request.onsuccess = () => resolve(request.result);
    });
    const accounts = database.transaction('accounts').objectStore('accounts').getAllKeys();
    await new Promise((resolve) => {
      accounts.onsuccess = resolve;
    });
    database.close();
    return String(accounts.result[0]);
  });
  const sizes = { transfers: TRANSFERS, waiting: WAITING, entries: ENTRIES };
  const ledger: Ledger = { panel, accountId, ...sizes, until: Date.now() - 60_000 };
  await write(bare, 'transfers', transferRows(ledger));
  await write(bare, 'log', logEntries(ledger));
}

async function write(bare: Page, table: string, rows: Iterable<object>): Promise<void> {
  let batch: object[] = [];
  const flush = (): Promise<void> =>
    bare.evaluate(
      ([name, some]) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('mostek');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const transaction = request.result.transaction(name, 'readwrite');
            for (const row of some) transaction.objectStore(name).add(row);
            transaction.onabort = () => reject(transaction.error);
            transaction.oncomplete = () => {
              request.result.close();
              resolve();
            };
          };
        }),
      [table, batch] as const,
    );
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    await flush();
    batch = [];
  }
  await flush();
}

/** What the worker asks for whole from here on, by table; answers with the counts. */
async function countWholeReads(worker: Worker): Promise<() => Promise<Record<string, number>>> {
  await worker.evaluate(() => {
    const counts: Record<string, number> = {};
    Reflect.set(self, 'wholeReads', counts);
    const tableOf = (source: IDBObjectStore | IDBIndex): string =>
      source instanceof IDBIndex ? source.objectStore.name : source.name;
    for (const { prototype } of [IDBObjectStore, IDBIndex]) {
      for (const method of ['getAll', 'getAllKeys', 'getAllRecords']) {
        const original: unknown = Reflect.get(prototype, method);
        if (typeof original !== 'function') continue;
        Reflect.set(prototype, method, function counted(this: IDBObjectStore | IDBIndex, ...asked: unknown[]) {
          counts[tableOf(this)] = (counts[tableOf(this)] ?? 0) + 1;
          return Reflect.apply(original, this, asked);
        });
      }
    }
  });
  return () => worker.evaluate(() => Reflect.get(self, 'wholeReads'));
}

/** From the start of the load until the rows, or the words that there are none, are in the page; milliseconds. */
async function firstLists(
  { context, extensionId }: Launched,
  count: number,
  wanted: number,
  before: () => Promise<unknown>,
): Promise<number[]> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 400, height: 580 });
  await page.addInitScript(noteList);
  const times: number[] = [];
  for (let time = 0; time < count; time += 1) {
    await page.goto('about:blank');
    await before();
    // The page before is put away meanwhile, which is not what is measured.
    await page.waitForTimeout(REST_MS);
    await page.goto(`chrome-extension://${extensionId}/popup.html`, { waitUntil: 'commit' });
    const list = await page.waitForFunction(() => (window as Noting).firstList);
    const { at, rows } = await list.evaluate((found) => found ?? { at: Number.NaN, rows: 0 });
    if (rows !== wanted) throw new Error(`${rows} rows instead of ${wanted}`);
    times.push(at);
  }
  await page.close();
  return times;
}

interface Noting extends Window {
  firstList?: { readonly at: number; readonly rows: number };
}

/** Runs in the page before anything of its own. */
function noteList(): void {
  const observer = new MutationObserver(() => {
    const rows = document.querySelectorAll('[aria-label="Błędy synchronizacji"] li').length;
    if (rows === 0 && document.querySelector('.popup-empty') === null) return;
    observer.disconnect();
    (window as Noting).firstList = { at: performance.now(), rows };
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** What reading the log by cursor takes: its newest rows, and every row for a filter that keeps one of a thousand. */
function scanLog(bare: Page): Promise<{ readonly newest: number; readonly all: number }> {
  return bare.evaluate(async (rows) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('mostek');
      request.onsuccess = () => resolve(request.result);
    });
    const scan = (most: number, keeps: (number: string) => boolean): Promise<number> =>
      new Promise((resolve) => {
        const began = performance.now();
        let kept = 0;
        const request = database.transaction('log').objectStore('log').openCursor(null, 'prev');
        request.onsuccess = () => {
          const cursor = request.result;
          if (cursor === null || kept === most) {
            resolve(performance.now() - began);
            return;
          }
          if (keeps(String(cursor.value.documentNumber))) kept += 1;
          cursor.continue();
        };
      });
    const newest = await scan(rows, () => true);
    const all = await scan(Number.POSITIVE_INFINITY, (number) => number.includes('000/'));
    database.close();
    return { newest, all };
  }, PAGE);
}

function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

const timed = (times: readonly number[], percent: number): string => `${percentile(times, percent).toFixed(0)} ms`;
