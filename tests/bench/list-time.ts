/** What the bar and the states cost a list of 300 rows: put up, and after the panel has drawn its rows anew. */
import type { Page } from '@playwright/test';
import type { Figure, Unit } from './figure.ts';
import { PANEL, type Shop } from './shop.ts';
import { type TraceEvent, trace } from './trace.ts';

const SCRIPT = 'content-scripts/list.js';
export const LIST = `${PANEL}orders/edit`;
const ROWS = 300;
const LOADS = 10;
const AIM_MS = 10;
/** The panel's look at what changed is throttled to 250 ms; the answer of the background comes after it. */
const SETTLE_MS = 900;

const BAR = 'bench: the bar is in the DOM';
const STATES = 'bench: every row has its state';

interface Cost {
  readonly mountMs: number;
  readonly statesMs: number;
  readonly forcedLayouts: number;
  readonly forcedStyles: number;
  readonly shift: number;
}

export async function listTime(shop: Shop): Promise<Figure[]> {
  const panel = shop.standIns.sellasist.panel('demo');
  const { rowsPerPage } = panel.switches;
  panel.switches.rowsPerPage = ROWS;
  while (panel.orders.size < ROWS) panel.addOrder();
  const page = await shop.browser.context.newPage();
  await page.addInitScript(watchPage, { bar: BAR, states: STATES, rows: ROWS });
  await costOf(page, () => page.goto(LIST));
  const put: Cost[] = [];
  const again: Cost[] = [];
  for (let load = 0; load < LOADS; load++) {
    put.push(await costOf(page, () => page.goto(LIST)));
    again.push(await costOf(page, () => page.evaluate(drawAnew)));
  }
  await page.close();
  panel.switches.rowsPerPage = rowsPerPage;

  const figure = (what: string, unit: Unit, costs: readonly Cost[], of: keyof Cost, aim: number | null): Figure => ({
    what: `list of 300 rows, ${what}`,
    unit,
    samples: costs.map((cost) => cost[of]),
    aim,
  });
  return [
    figure('mounting: script, CPU', 'ms', put, 'mountMs', AIM_MS),
    figure('states of all rows: script, CPU', 'ms', put, 'statesMs', null),
    figure('mounting and states: forced layouts', 'times', put, 'forcedLayouts', 0),
    figure('mounting and states: forced style calculations', 'times', put, 'forcedStyles', 0),
    figure('mounting and states: layout shift', 'score', put, 'shift', 0),
    figure('all rows drawn anew: script, CPU', 'ms', again, 'statesMs', AIM_MS),
    figure('all rows drawn anew: forced layouts', 'times', again, 'forcedLayouts', 0),
    figure('all rows drawn anew: layout shift', 'score', again, 'shift', 0),
  ];
}

/** As the panel's paging does it: the table gets another body, with no trace of ours in it. */
export function drawAnew(): void {
  const body = document.querySelector('#editor_list tbody');
  const fresh = body?.cloneNode(true) as HTMLElement | undefined;
  for (const badge of fresh?.querySelectorAll('mostek-badge') ?? []) badge.remove();
  if (fresh) body?.replaceWith(fresh);
}

const CATEGORIES = '-*,devtools.timeline,blink.user_timing,toplevel';

async function costOf(page: Page, act: () => Promise<unknown>): Promise<Cost> {
  const events = await trace(
    page,
    async () => {
      await act();
      await page.waitForTimeout(SETTLE_MS);
    },
    CATEGORIES,
  );
  const shift = await page.evaluate(() => (window as unknown as { shift: () => number }).shift());
  const script = events.find(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(SCRIPT));
  // The list's script runs in no page of its own process but this.
  const thread = script ?? events.find(({ args }) => args?.data?.url?.endsWith(SCRIPT));
  const bar = events.find(({ name }) => name === BAR);
  const states = events.find(({ name }) => name === STATES);
  if (thread === undefined || states === undefined) throw new Error('the rows got no states');
  const began = script?.ts ?? 0;
  // What follows an answer of the background runs as microtasks, which the trace gives to nobody: of the page there are none.
  const runs = outermost(
    events.filter(
      ({ name, ts, pid, tid, args }) =>
        pid === thread.pid &&
        tid === thread.tid &&
        ts >= began &&
        ((name === 'EvaluateScript' && args?.data?.url?.endsWith(SCRIPT)) ||
          (name === 'FunctionCall' && args?.data?.url?.endsWith(SCRIPT)) ||
          name === 'BlinkScheduler_PerformMicrotaskCheckpoint'),
    ),
  );
  const ms = (some: readonly TraceEvent[]): number =>
    some.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000;
  const forced = (name: string): number =>
    events.filter((event) => event.name === name && runs.some((run) => isWithin(event, run))).length;
  const until = script === undefined ? 0 : (bar?.ts ?? 0);
  return {
    mountMs: ms(runs.filter(({ ts }) => ts <= until)),
    statesMs: ms(runs.filter(({ ts }) => ts > until && ts <= states.ts)),
    forcedLayouts: forced('Layout'),
    forcedStyles: forced('UpdateLayoutTree'),
    shift,
  };
}

function isWithin(one: TraceEvent, other: TraceEvent): boolean {
  const isSame = one.pid === other.pid && one.tid === other.tid;
  return isSame && one.ts >= other.ts && one.ts + (one.dur ?? 0) <= other.ts + (other.dur ?? 0);
}

function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  return events.filter((event) => !events.some((other) => other !== event && isWithin(event, other)));
}

/** Runs in the page, before anything of it does. */
function watchPage(marks: { readonly bar: string; readonly states: string; readonly rows: number }): void {
  let shift = 0;
  new PerformanceObserver((list) => {
    // A table that is still on its way moves by itself; ours is what moves once the bar is there.
    const from = performance.getEntriesByName(marks.bar)[0]?.startTime ?? Number.POSITIVE_INFINITY;
    for (const entry of list.getEntries())
      if (entry.startTime >= from) shift += (entry as unknown as { readonly value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  Object.assign(window, {
    shift: () => {
      const sum = shift;
      shift = 0;
      return sum;
    },
  });
  let hasBar = false;
  let hasStates = false;
  const look = (): void => {
    const isUp = document.querySelector('mostek-panel') !== null;
    if (isUp && !hasBar) performance.mark(marks.bar);
    hasBar = isUp;
    const isFull = document.getElementsByTagName('mostek-badge').length === marks.rows;
    if (isFull && !hasStates) performance.mark(marks.states);
    hasStates = isFull;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
