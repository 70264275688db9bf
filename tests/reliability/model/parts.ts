/** Several processes walk at the same time; what each has found becomes one row of the table. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESULTS, record } from '../record.ts';
import { type Tally, together } from './tally.ts';

export interface Part {
  readonly seed: number;
  readonly size: number;
  readonly walked: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly tally: Tally;
  /** What was wrong, and the shortened walk; null: it held. */
  readonly failure: string | null;
}

const PARTS = join(RESULTS, 'walks');

export function forgetParts(): void {
  rmSync(PARTS, { recursive: true, force: true });
}

export function recordPart(shard: number, part: Part): void {
  mkdirSync(PARTS, { recursive: true });
  writeFileSync(join(PARTS, `${shard}.json`), JSON.stringify(part));
}

/** Nothing where nobody walked. */
export function recordWhole(): void {
  mkdirSync(PARTS, { recursive: true });
  const parts = readdirSync(PARTS).map((name) => JSON.parse(readFileSync(join(PARTS, name), 'utf8')) as Part);
  const [first] = parts;
  if (first === undefined) return;
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const walked = sum(({ walked }) => walked);
  const failures = parts.flatMap(({ failure }) => failure ?? []);
  const found = (...kinds: readonly string[]): number =>
    failures.filter((failure) => kinds.some((kind) => failure.startsWith(kind))).length;
  const { invoices, unclear, recovered, again } = together(parts.map(({ tally }) => tally));
  record({
    trial: 'Random walks in a model',
    tried: `${walked} walks of up to ${first.size} parts`,
    lost: found('lost', 'stuck', 'asleep', 'untrue'),
    doubled: found('twice'),
    figures: [
      `${(walked / sum(({ cpuSeconds }) => cpuSeconds)).toFixed(0)} walks a second of one core`,
      `${invoices} invoices booked`,
      `${unclear} POSTs with an unclear end`,
      `${recovered} transfers left by a dead worker`,
      `${again} sent again after proven absence`,
      `seeds ${parts.map(({ seed }) => seed).join(', ')}`,
    ],
    failures,
    seconds: Math.max(...parts.map(({ seconds }) => seconds)),
  });
}
