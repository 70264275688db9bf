/**
 * `npm run reliability`: the long trials of what may never happen, one after another, and one table at the end. The exit code is not 0
 * when one did not hold.
 *
 *   --share         what `npm test` keeps, some minutes
 *   --only NAME     the browser trials whose names begin so; another name: the in-process trials of files with such a path
 *   --count N       instead of a trial's own count
 *   --seed N        the same dice as in another run (in its table)
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../bench/table.ts';
import { BUILD } from '../browser/launch.ts';
import { database } from './browser/database.ts';
import { kills } from './browser/kills.ts';
import { logRows } from './browser/log-rows.ts';
import { resetsPost } from './browser/resets-post.ts';
import { resetsPut } from './browser/resets-put.ts';
import { slowAnswers } from './browser/slow-answers.ts';
import { twoProfiles } from './browser/two-profiles.ts';
import { forgetRecorded, RESULTS, type Row, record, recorded } from './record.ts';
import type { Trial } from './trial.ts';

const TRIALS: readonly Trial[] = [kills, ...resetsPost, ...resetsPut, slowAnswers, twoProfiles, database, logRows];

/** Many times as long as the longest trial takes: what hangs did not hold. */
const LONGEST_MS = 3_600_000;
/** Random walks through the model (`model/walks.test.ts`). */
const WALKS = { full: 20_000, share: 300 };

const ROOT = resolve(import.meta.dirname, '../..');
const bin = (path: string): string => join(ROOT, 'node_modules', path);

const { values } = parseArgs({
  options: {
    share: { type: 'boolean', default: false },
    only: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string' },
  },
});
const { share, only } = values;
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));

forgetRecorded();
for (const old of ['traces', 'build']) rmSync(join(RESULTS, old), { recursive: true, force: true });
const chosen = TRIALS.filter(({ name }) => only === undefined || name.startsWith(only));
if (only === undefined || chosen.length === 0) inProcess();
if (chosen.length > 0) await inBrowser();
const rows = recorded();
print(rows);
// What a failed trial has left open does not keep the program.
process.exit(rows.length > 0 && rows.every(({ failures }) => failures.length === 0) ? 0 : 1);

function inProcess(): void {
  console.error('\n── in-process trials ──');
  const started = Date.now();
  const walks = values.count ?? String(share ? WALKS.share : WALKS.full);
  const own = { MOSTEK_WALKS: walks, MOSTEK_SHARDS: String(availableParallelism()), MOSTEK_SEED: String(seed) };
  const parameters = ['run', '--config', join(import.meta.dirname, 'vitest.config.ts')];
  // The share is what may happen to one document; how many go through in an hour is told by the whole run.
  const filter = only ?? (share ? 'reliability/model' : null);
  const vitest = [bin('vitest/vitest.mjs'), ...parameters, ...(filter === null ? [] : [filter])];
  const { status } = spawnSync(process.execPath, vitest, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...own },
  });
  const isTold = recorded().some(({ failures }) => failures.length > 0);
  if (status !== 0 && !isTold) fail('in-process trials', 'vitest says that something failed', Date.now() - started);
}

async function inBrowser(): Promise<void> {
  console.error('\n── production build ──');
  const { status } = spawnSync(process.execPath, [bin('wxt/bin/wxt.mjs'), 'build'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('the production build failed');
  // A copy, so that a long run tries one build whatever is built meanwhile.
  const build = join(RESULTS, 'build');
  cpSync(BUILD, build, { recursive: true });
  for (const trial of chosen) {
    const count = values.count === undefined ? (share ? trial.share : trial.full) : Number(values.count);
    if (count > 0) await tryOne(trial, count, build);
  }
}

async function tryOne({ name, run }: Trial, count: number, build: string): Promise<void> {
  console.error(`\n── ${name}, ${count} ──`);
  const started = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const hangs = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it hangs')), LONGEST_MS);
  });
  try {
    const row = await Promise.race([run(count, { build, seed }), hangs]);
    record(row);
    console.error(`${row.failures.length === 0 ? 'held' : 'FAILED'} after ${row.seconds.toFixed(0)} s`);
  } catch (error) {
    fail(name, error instanceof Error ? (error.stack ?? error.message) : String(error), Date.now() - started);
  } finally {
    clearTimeout(timer);
  }
}

function fail(trial: string, why: string, ms: number): void {
  record({ trial, tried: '–', lost: null, doubled: null, figures: [], failures: [why], seconds: ms / 1000 });
}

function print(all: readonly Row[]): void {
  const head = ['trial', 'tried', 'lost', 'doubled', 'figures', 'seconds', ''];
  const lines = all.map(({ trial, tried, lost, doubled, figures, seconds, failures }) => [
    trial,
    tried,
    lost === null ? '–' : String(lost),
    doubled === null ? '–' : String(doubled),
    figures.join('; '),
    seconds.toFixed(0),
    failures.length === 0 ? 'held' : 'FAILED',
  ]);
  console.log(`\n${table([head, ...lines])}`);
  for (const { trial, failures } of all) for (const failure of failures) console.log(`\n${trial}: ${failure}`);
}
