/** What is left in the memory of a tab after a merchant has paged through a list for a morning. */
import type { CDPSession } from '@playwright/test';
import type { Figure } from './figure.ts';
import { drawAnew, LIST } from './list-time.ts';
import type { Shop } from './shop.ts';

const ROWS = 50;
const WARM_UP = 20;
const CHANGES = 200;
/** The look at what changed is throttled to 250 ms. */
const EACH_MS = 300;

interface Memory {
  readonly heapKb: number;
  /** Those of the page and those that scripts hold without it. */
  readonly nodes: number;
  readonly listeners: number;
}

export async function pageChanges(shop: Shop): Promise<Figure[]> {
  const panel = shop.standIns.sellasist.panel('demo');
  const { rowsPerPage } = panel.switches;
  panel.switches.rowsPerPage = ROWS;
  while (panel.orders.size < ROWS) panel.addOrder();
  const page = await shop.browser.context.newPage();
  await page.goto(LIST);
  const session = await page.context().newCDPSession(page);
  const change = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time++) {
      await page.evaluate(drawAnew);
      await page.waitForTimeout(EACH_MS);
    }
    const badges = await page.evaluate(() => document.getElementsByTagName('mostek-badge').length);
    if (badges !== ROWS) throw new Error(`${badges} states on ${ROWS} rows`);
  };
  await page.waitForTimeout(1_000);
  await change(WARM_UP);
  const before = await memoryOf(session);
  await change(CHANGES);
  const after = await memoryOf(session);
  await page.close();
  panel.switches.rowsPerPage = rowsPerPage;

  const what = `list of ${ROWS} rows, ${CHANGES} page changes`;
  return [
    { what: `${what}: heap afterwards`, unit: 'kB', samples: [after.heapKb], aim: null },
    { what: `${what}: heap growth a change`, unit: 'kB', samples: [(after.heapKb - before.heapKb) / CHANGES], aim: 1 },
    { what: `${what}: DOM nodes more than before`, unit: 'nodes', samples: [after.nodes - before.nodes], aim: 0 },
    {
      what: `${what}: listeners more than before`,
      unit: 'listeners',
      samples: [after.listeners - before.listeners],
      aim: 0,
    },
  ];
}

/** After everything that can be let go has been. */
async function memoryOf(session: CDPSession): Promise<Memory> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heapKb: usedSize / 1000, nodes, listeners: jsEventListeners };
}
