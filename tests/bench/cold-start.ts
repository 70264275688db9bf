/** How much longer the first message to a sleeping worker takes than to one that is awake. */
import type { CDPSession } from '@playwright/test';
import { type Figure, spreadOf } from './figure.ts';
import type { Shop } from './shop.ts';

/** The browser's own API object, inside a page of the extension. */
declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

const STARTS = 10;
const WARM = 5;

export async function coldStart({ browser: { context, extensionId } }: Shop): Promise<Figure[]> {
  const page = await context.newPage();
  // A place of the extension that runs nothing of its own: a real page of it would wake the worker by itself.
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  const message = (): Promise<number> =>
    page.evaluate(async () => {
      const began = performance.now();
      await chrome.runtime.sendMessage({ type: 'language' });
      return performance.now() - began;
    });

  const samples: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    await message();
    await stopAll(session);
    const cold = await message();
    const warm: number[] = [];
    while (warm.length < WARM) warm.push(await message());
    samples.push(cold - (spreadOf(warm)?.median ?? 0));
  }
  await page.close();
  return [{ what: 'cold start of the worker', unit: 'ms', samples, aim: null }];
}

async function stopAll(session: CDPSession): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', function hear({ versions }) {
      if (!versions.some(({ runningStatus }) => runningStatus === 'stopped')) return;
      session.off('ServiceWorker.workerVersionUpdated', hear);
      resolve();
    });
  });
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
}
