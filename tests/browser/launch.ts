/** A real Chromium with the production build, whose only network is the stand-ins at the services' real host names. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { ensureChromium } from './find-chromium.ts';

export const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

export interface Launched {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly worker: Worker;
  /** The profile's folder: what is on the disk. */
  readonly profile: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Port of the stand-ins on loopback. */
  readonly port: number;
  /** The extension's folder; default: what was built last. */
  readonly build?: string | undefined;
  readonly headless?: boolean;
  readonly profile?: string;
  readonly extraArguments?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

/** Everything that would make a browser talk to anybody else, switched off. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-default-apps',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--metrics-recording-only',
];

export function chromiumArguments(port: number, build = BUILD): string[] {
  return [
    ...QUIET,
    `--disable-extensions-except=${build}`,
    `--load-extension=${build}`,
    // The two services at their real names; everything else leads nowhere.
    `--host-resolver-rules=MAP *.sellasist.pl:443 127.0.0.1:${port}, MAP www.ifirma.pl:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    '--ignore-certificate-errors',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/** As with anybody who loads an unpacked extension: without it Chromium switches one off that loads itself anew. */
function allowUnpacked(profile: string): void {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

/** Installing opens the options in the first empty tab that there is, which must not be one that a test has just opened. */
async function optionsOpened(context: BrowserContext): Promise<void> {
  const until = Date.now() + 5_000;
  while (!context.pages().some((page) => page.url().endsWith('/options.html')) && Date.now() < until) await wait(20);
}

export async function launch(options: LaunchOptions): Promise<Launched> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'mostek-'));
  allowUnpacked(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: options.headless ?? true,
    acceptDownloads: true,
    locale: 'en-US',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 900 },
    ignoreHTTPSErrors: true,
    // People have it; a page that comes out of it holds a line to a worker that is long gone.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [...chromiumArguments(options.port, options.build), ...(options.extraArguments ?? [])],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }));
  await optionsOpened(context);
  return {
    context,
    worker,
    profile,
    extensionId: new URL(worker.url()).host,
    async close() {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}
