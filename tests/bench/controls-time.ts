/** What the controls cost an order card, and how long a merchant waits for them. */
import type { Page } from '@playwright/test';
import type { Figure } from './figure.ts';
import { orderCard, type Shop } from './shop.ts';
import { type ScriptRun, scriptRun, trace } from './trace.ts';

/** Each load reads a new order with three or four requests: together they stay below the product's limit of 60 a minute. */
const NEW_TABS = 3;
const LOADS = 6;
const AIM_MS = 5;

const REGION = 'bench: the region is in the DOM';
const STATE = 'bench: the region shows the state';

/** Milliseconds; `region` and `state` from the injection on. */
interface Load {
  readonly run: ScriptRun;
  readonly region: number;
  readonly state: number;
}

export async function controlsTime(shop: Shop): Promise<Figure[]> {
  const first: Load[] = [];
  for (let tab = 0; tab < NEW_TABS; tab++) {
    const page = await openTab(shop);
    first.push(await oneLoad(page, shop.addOrder()));
    await page.close();
  }
  const page = await openTab(shop);
  await oneLoad(page, shop.addOrder());
  const next: Load[] = [];
  for (let load = 0; load < LOADS; load++) next.push(await oneLoad(page, shop.addOrder()));
  await page.close();
  const ms = (what: string, loads: readonly Load[], of: (load: Load) => number, aim: number | null = null): Figure => ({
    what,
    unit: 'ms',
    samples: loads.map(of),
    aim,
  });
  return [
    ms('controls on an order card: run time, CPU', next, ({ run }) => run.cpuMs, AIM_MS),
    ms('controls on an order card: run time, wall clock', next, ({ run }) => run.wallMs, AIM_MS),
    ms('controls: injection → region in the DOM', next, ({ region }) => region),
    ms('controls: injection → state shown', next, ({ state }) => state),
    ms('controls, first order of a new tab: run time, CPU', first, ({ run }) => run.cpuMs),
    ms('controls, first order of a new tab: injection → region in the DOM', first, ({ region }) => region),
    ms('controls, first order of a new tab: injection → state shown', first, ({ state }) => state),
  ];
}

async function openTab({ browser: { context } }: Shop): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(markWhatAppears, { region: REGION, state: STATE });
  return page;
}

async function oneLoad(page: Page, orderId: string): Promise<Load> {
  const events = await trace(page, async () => {
    await page.goto(orderCard(orderId));
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, STATE);
  });
  const run = scriptRun(events, 'content-scripts/order.js');
  const until = (mark: string): number => {
    const marked = events.find(({ name }) => name === mark);
    if (marked === undefined) throw new Error(`not in the trace: ${mark}`);
    return (marked.ts - run.began) / 1000;
  };
  return { run, region: until(REGION), state: until(STATE) };
}

/** Runs in the page, before anything of it does. */
function markWhatAppears(marks: { readonly region: string; readonly state: string }): void {
  const watch = (target: Node, mark: string, find: () => Element | null | undefined, then: () => void): void => {
    const observer = new MutationObserver(look);
    function look(): void {
      if (!find()) return;
      observer.disconnect();
      performance.mark(mark);
      then();
    }
    observer.observe(target, { childList: true, subtree: true });
    look();
  };
  const root = (): ShadowRoot | null | undefined => document.querySelector('mostek-panel')?.shadowRoot;
  watch(
    document,
    marks.region,
    () => root()?.querySelector('[aria-label="iFirma"]'),
    () => {
      const found = root();
      if (found)
        watch(
          found,
          marks.state,
          () => found.querySelector('[role="status"] .state'),
          () => undefined,
        );
    },
  );
}
