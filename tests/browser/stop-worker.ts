import type { Launched } from './launch.ts';

/** Kills the extension's worker as the browser does when it needs the memory: at once, in the middle of whatever it does. */
export async function stopWorker({ context }: Launched): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.close();
}
