/** What the sentinel costs a page of the panel that is none of its business. */
import type { BrowserContext, Page } from '@playwright/test';
import type { Figure } from './figure.ts';
import { PANEL, type Shop } from './shop.ts';
import { type ScriptRun, scriptRun, trace } from './trace.ts';

export const SENTINEL = 'content-scripts/panel.js';

const NEW_TABS = 5;
const LOADS = 15;
const AIM_MS = 1;

export async function sentinelTime({ browser: { context } }: Shop): Promise<Figure[]> {
  const first: ScriptRun[] = [];
  for (let tab = 0; tab < NEW_TABS; tab++) {
    const page = await context.newPage();
    first.push(await oneLoad(page));
    await page.close();
  }
  const next = await loads(context);
  return [
    {
      what: 'sentinel on an unrelated page: run time, CPU',
      unit: 'ms',
      samples: next.map(({ cpuMs }) => cpuMs),
      aim: AIM_MS,
    },
    {
      what: 'sentinel on an unrelated page: run time, wall clock',
      unit: 'ms',
      samples: next.map(({ wallMs }) => wallMs),
      aim: AIM_MS,
    },
    {
      what: 'sentinel, first page of a new tab: run time, CPU',
      unit: 'ms',
      samples: first.map(({ cpuMs }) => cpuMs),
      aim: null,
    },
  ];
}

/** One tab that goes on from page to page. */
export async function loads(context: BrowserContext): Promise<ScriptRun[]> {
  const page = await context.newPage();
  await oneLoad(page);
  const runs: ScriptRun[] = [];
  while (runs.length < LOADS) runs.push(await oneLoad(page));
  await page.close();
  return runs;
}

/** The script runs once the document is idle, which may be just after `load`. */
async function oneLoad(page: Page): Promise<ScriptRun> {
  const events = await trace(page, async () => {
    await page.goto(PANEL, { waitUntil: 'load' });
    await page.waitForTimeout(50);
  });
  return scriptRun(events, SENTINEL);
}
