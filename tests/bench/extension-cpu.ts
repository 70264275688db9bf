/** The CPU time that the extension's own process has used so far: its worker, and its pages where some are open. */
import { readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';

/** `USER_HZ`: what Linux counts CPU time in, 10 ms, on every architecture that Chromium runs on. */
const TICK_MS = 10;

/** Milliseconds; null where the system does not tell which process is the extension's. */
export async function extensionCpuMs(context: BrowserContext): Promise<number | null> {
  const browser = context.browser();
  if (process.platform !== 'linux' || browser === null) return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const ours = processInfo.filter(({ type, id }) => type === 'renderer' && isExtensionProcess(id));
  if (ours.length === 0) throw new Error('no process with --extension-process');
  return ours.reduce((sum, { id }) => sum + ticksOf(id) * TICK_MS, 0);
}

function isExtensionProcess(pid: number): boolean {
  try {
    return /--extension-process(\0| |$)/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

/** User and system time: fields 14 and 15, counted after the name, which may hold blanks (`proc(5)`). */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, user, system] = /\) \S(?: -?\d+){10} (\d+) (\d+)/.exec(stat) ?? [];
  if (user === undefined || system === undefined) throw new Error(`/proc/${pid}/stat is not as expected`);
  return Number(user) + Number(system);
}
