/** A Chromium that nobody debugs: a debugger keeps an extension's worker alive, and hides what kills it in real life. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ensureChromium } from './find-chromium.ts';
import { chromiumArguments } from './launch.ts';

export interface PlainChromium {
  close(): Promise<void>;
}

/** Starts with a profile that a launched browser has left behind, and the address it opens. */
export function startPlainChromium(port: number, profile: string, address: string, build?: string): PlainChromium {
  const child: ChildProcess = spawn(
    ensureChromium(),
    ['--headless=new', '--disable-gpu', ...chromiumArguments(port, build), `--user-data-dir=${profile}`, address],
    { stdio: 'ignore' },
  );
  return {
    async close() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
