/** What an empty content script costs in the sentinel's place: Chromium's own price, below which no sentinel can get. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD, launch } from '../browser/launch.ts';
import { startStandIns } from '../sim/start.ts';
import type { Figure } from './figure.ts';
import { loads, SENTINEL } from './sentinel-time.ts';

export async function emptyScriptTime(): Promise<Figure[]> {
  const build = mkdtempSync(join(tmpdir(), 'mostek-empty-'));
  cpSync(BUILD, build, { recursive: true });
  writeFileSync(join(build, SENTINEL), '(() => {})();');
  const standIns = await startStandIns();
  try {
    // The last of equal switches counts.
    const extraArguments = [`--disable-extensions-except=${build}`, `--load-extension=${build}`];
    const browser = await launch({ port: standIns.port, extraArguments });
    try {
      const samples = (await loads(browser.context)).map(({ cpuMs }) => cpuMs);
      return [{ what: 'an empty script in the sentinel’s place: run time, CPU', unit: 'ms', samples, aim: null }];
    } finally {
      await browser.close();
    }
  } finally {
    await standIns.close();
    rmSync(build, { recursive: true, force: true });
  }
}
