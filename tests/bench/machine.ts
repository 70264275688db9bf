import { cpus, loadavg, platform, totalmem } from 'node:os';

/** How many processes wanted a processor in the minute before; the measuring itself is one or two, what is above that was measured, too. */
export const loadNow = (): number => loadavg()[0] ?? 0;

/** What the figures were measured on: without it they say little. */
export function machine(chromiumVersion: string, loadBefore: number, loadAfter: number): string {
  const processors = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, ${gibibytes} GiB`,
    platform(),
    `Chromium ${chromiumVersion}, headless`,
    `Node ${process.versions.node}`,
    `load ${loadBefore.toFixed(1)} before, ${loadAfter.toFixed(1)} after`,
  ].join(' · ');
}
