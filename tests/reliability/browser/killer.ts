/** Kills the extension's worker at a moment, and counts how often the browser started it again. */
import type { Launched } from '../../browser/launch.ts';

export interface Killer {
  /** At once: the line to the browser is open already. */
  kill(): Promise<void>;
  kills(): number;
  /** Starts of the worker since this was opened. */
  wakes(): number;
  /** Resolves at the next start of the worker, or after so many milliseconds without one. */
  woken(ms: number): Promise<void>;
}

export async function openKiller({ context, extensionId }: Launched): Promise<Killer> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let kills = 0;
  let wakes = 0;
  let isRunning = true;
  let waiting: (() => void)[] = [];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const own = versions.findLast(({ scriptURL }) => scriptURL.startsWith(`chrome-extension://${extensionId}/`));
    if (own === undefined || isRunning === (own.runningStatus === 'running')) return;
    isRunning = !isRunning;
    if (!isRunning) return;
    wakes += 1;
    for (const tell of waiting) tell();
    waiting = [];
  });
  await session.send('ServiceWorker.enable');
  return {
    async kill() {
      kills += 1;
      await session.send('ServiceWorker.stopAllWorkers');
    },
    kills: () => kills,
    wakes: () => wakes,
    woken: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}
