/**
 * `npm run bench`: how big and how fast the production build is, as one table against what it should be. It never judges: the exit
 * code is 0 whatever the figures, and not 0 only when something could not be measured. How to read it: docs/benchmarks.md.
 */
import { build } from './build.ts';
import { coldStart } from './cold-start.ts';
import { controlsTime } from './controls-time.ts';
import { emptyScriptTime } from './empty-script-time.ts';
import { type Figure, rowsOf } from './figure.ts';
import { listTime } from './list-time.ts';
import { logTime } from './log-time.ts';
import { loadNow, machine } from './machine.ts';
import { optionsTime } from './options-time.ts';
import { pageChanges } from './page-changes.ts';
import { polling } from './polling.ts';
import { type Rounds, sendDocuments } from './rounds.ts';
import { requestRows, requestSums, sending } from './sending.ts';
import { sentinelTime } from './sentinel-time.ts';
import { type Shop, withShop } from './shop.ts';
import { signature } from './signature.ts';
import { sizes } from './sizes.ts';
import { table } from './table.ts';

/** Many times as long as it takes: what hangs is not measured either. */
const LONGEST_MS = 600_000;
setTimeout(() => {
  console.error('Not measured: the measurements hang');
  process.exit(1);
}, LONGEST_MS).unref();

const loadBefore = loadNow();
const figures: Figure[] = [];
const failures: string[] = [];

async function measure(what: string, run: () => Figure[] | Promise<Figure[]>): Promise<void> {
  console.error(`measuring: ${what} …`);
  try {
    figures.push(...(await run()));
  } catch (error) {
    failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const IN_ONE_SHOP: readonly (readonly [string, (shop: Shop) => Promise<Figure[]>])[] = [
  ['run time of the sentinel', sentinelTime],
  ['run time of the controls', controlsTime],
  ['a list of 300 rows', listTime],
  ['200 page changes of a list', pageChanges],
  ['a signature', signature],
  ['cold start of the worker', coldStart],
  ['the log with 100,000 entries', logTime],
  // Last: it fills the shop with accounts and locks it.
  ['the options page and unlocking', optionsTime],
];

let chromiumVersion = 'not started';
let sent: Rounds | null = null;

console.error('building …');
build();
await measure('sizes', sizes);
await measure('run time of an empty script', emptyScriptTime);
await measure('one shop', () =>
  withShop(async (shop) => {
    chromiumVersion = shop.browser.context.browser()?.version() ?? 'of unknown version';
    for (const [what, run] of IN_ONE_SHOP) await measure(what, () => run(shop));
    return [];
  }),
);
await measure('looking by itself', polling);
await measure('documents on their way', async () => {
  sent = await sendDocuments();
  return sending(sent);
});

console.log(`\n${machine(chromiumVersion, loadBefore, loadNow())}\n\n${table(rowsOf(figures))}`);
const last = (sent as Rounds | null)?.rounds.at(-1);
if (last) {
  console.log(`\nThe requests of one document:\n\n${table(requestRows(last))}\n\n${table(requestSums(last))}`);
}
if (failures.length > 0) console.error(`\nNot measured:\n${failures.map((failure) => `- ${failure}`).join('\n')}`);
process.exitCode = failures.length === 0 ? 0 : 1;
