/** What Chromium itself says it did: one trace around something that a page does. */
import type { Page } from '@playwright/test';

/** Times in microseconds on one clock for all processes; `tdur` is the part of `dur` that the thread was on a processor. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const CATEGORIES = '-*,devtools.timeline,blink.user_timing';

export async function trace(page: Page, run: () => Promise<unknown>, categories = CATEGORIES): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories });
  await run();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return events;
}

export interface ScriptRun {
  /** On the trace's clock. */
  readonly began: number;
  readonly wallMs: number;
  /** What a page on an idle machine would feel: on a busy one the wall clock counts what others do, too. */
  readonly cpuMs: number;
}

/** The one run of a script of the extension in that trace: compiling it and running it to the end of its first turn. */
export function scriptRun(events: readonly TraceEvent[], file: string): ScriptRun {
  const runs = events.filter(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(`/${file}`) === true,
  );
  const [run, ...others] = runs;
  if (run?.dur === undefined || others.length > 0) throw new Error(`${file} ran ${runs.length} times, not once`);
  return { began: run.ts, wallMs: run.dur / 1000, cpuMs: (run.tdur ?? run.dur) / 1000 };
}
