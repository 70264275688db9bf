import { setTimeout as wait } from 'node:timers/promises';

/** Waits until it is so, or so many milliseconds; whoever has to know looks again. */
export async function until(isSo: () => boolean, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (!isSo() && Date.now() < end) await wait(50);
}
