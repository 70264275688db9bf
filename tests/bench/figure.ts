/** One line of the table: what was measured, how often, and what it should be. */

export type Unit = 'kB' | 'ms' | 'µs' | 'requests' | 'times' | 'score' | 'nodes' | 'listeners';

export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  /** Every single measurement, in the unit; empty where this machine cannot tell. */
  readonly samples: readonly number[];
  /** At most this; null: no aim. */
  readonly aim: number | null;
}

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spreadOf(samples: readonly number[]): Spread | null {
  const sorted = [...samples].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (min === undefined || max === undefined || low === undefined || high === undefined) return null;
  return { median: (low + high) / 2, min, max };
}

/** Three digits that mean something. */
const written = (value: number): string =>
  value.toFixed(Number.isInteger(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2);

const HEAD = ['what', 'measured: median (min–max)', 'times', 'aim', 'measured ÷ aim'] as const;

export function rowsOf(figures: readonly Figure[]): string[][] {
  return [HEAD.slice(), ...figures.map(rowOf)];
}

function rowOf({ what, unit, samples, aim }: Figure): string[] {
  const spread = spreadOf(samples);
  const wanted = aim === null ? '–' : `≤ ${aim} ${unit}`;
  if (spread === null) return [what, 'n/a', '0', wanted, '–'];
  const { median, min, max } = spread;
  const range = samples.length === 1 ? '' : ` (${written(min)}–${written(max)})`;
  const part = aim === null || aim === 0 ? '–' : (median / aim).toFixed(2);
  const ratio = aim !== null && median > aim ? `${part} – missed` : part;
  return [what, `${written(median)} ${unit}${range}`, String(samples.length), wanted, ratio];
}
