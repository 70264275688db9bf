/** Chromium's network service is a process of its own: when it crashes, every request is cut, and another one takes its place. */
import { readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';

export interface NetworkService {
  /** Looks whether it is still the same process. */
  look(): Promise<void>;
  /** null where the system does not tell which process it is. */
  crashes(): number | null;
}

export async function watchNetworkService(context: BrowserContext): Promise<NetworkService> {
  let pid = await pidOf(context);
  let crashes = pid === null ? null : 0;
  return {
    async look() {
      const now = await pidOf(context);
      if (now !== pid && now !== null && crashes !== null) crashes += 1;
      pid = now ?? pid;
    },
    crashes: () => crashes,
  };
}

async function pidOf(context: BrowserContext): Promise<number | null> {
  const browser = context.browser();
  if (process.platform !== 'linux' || browser === null) return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.find(({ id }) => isNetworkService(id))?.id ?? null;
}

function isNetworkService(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--utility-sub-type=network.mojom.NetworkService');
  } catch {
    return false;
  }
}
