/** Where a trial leaves its figures for the table. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const RESULTS = resolve(import.meta.dirname, '../../.output/reliability');

export interface Row {
  readonly trial: string;
  /** How often it was tried, and of what: `200 kills`. */
  readonly tried: string;
  readonly lost: number | null;
  readonly doubled: number | null;
  /** What else was measured: `p95 12 ms`. */
  readonly figures: readonly string[];
  /** What went wrong, one sentence each; empty: it held. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

export function record(row: Row): void {
  mkdirSync(RESULTS, { recursive: true });
  const name = row.trial.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  writeFileSync(join(RESULTS, `${name}.json`), JSON.stringify(row, null, 2));
}

function rowFiles(): string[] {
  if (!existsSync(RESULTS)) return [];
  return readdirSync(RESULTS).flatMap((name) => (name.endsWith('.json') ? join(RESULTS, name) : []));
}

/** What the last run has recorded. */
export function recorded(): readonly Row[] {
  return rowFiles().map((path) => JSON.parse(readFileSync(path, 'utf8')) as Row);
}

/** At the beginning of a run: what is in the table is of this one. */
export function forgetRecorded(): void {
  mkdirSync(RESULTS, { recursive: true });
  for (const path of rowFiles()) rmSync(path);
}
