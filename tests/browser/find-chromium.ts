/**
 * A Chromium that loads unpacked extensions: the one named by MOSTEK_CHROMIUM, an installed Chromium, Playwright's own, Chrome
 * for Testing, or Edge. Branded Chrome does not load them any more. Where none is, one is installed; where that fails, the
 * message says exactly what to do.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = [
  'chromium',
  'chromium-browser',
  'chrome-for-testing',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const ADVICE = `No Chromium that loads unpacked extensions was found. Do one of these, then try again:
  npx playwright install chromium          (any system)
  sudo apt-get install chromium            (Debian, Ubuntu)
  MOSTEK_CHROMIUM=/path/to/chromium …      (one you have)`;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function installedChromium(): string | null {
  const named = process.env.MOSTEK_CHROMIUM;
  if (named) return isExecutable(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (
    [...onPath, chromium.executablePath(), ...PLACES].find((path) => existsSync(path) && isExecutable(path)) ?? null
  );
}

/** The path of a Chromium, installed now if there was none. Throws the advice when there is no way. */
export function ensureChromium(): string {
  const found = installedChromium();
  if (found) return found;
  console.log('No Chromium found; installing one …');
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ['npx', ['playwright', 'install', 'chromium']],
    ...(process.getuid?.() === 0
      ? ([
          ['apt-get', ['update', '-qq']],
          ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']],
        ] as const)
      : []),
  ];
  for (const [command, parameters] of ways) {
    spawnSync(command, [...parameters], { stdio: 'inherit', timeout: 600_000 });
    const now = installedChromium();
    if (now) return now;
  }
  throw new Error(ADVICE);
}
