/** The production build as it is published, and its zip. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** `wxt zip` is `wxt build` and then the zip of what it built. */
export function build(): void {
  const wxt = resolve(import.meta.dirname, '../../node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'zip'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the production build failed\n${stdout}${stderr}`);
}
