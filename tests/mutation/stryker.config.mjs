/** Mutants of what an invoice says and how it is signed and sent, against the unit tests of those two folders. docs/mutation.md */

/** @param {string} area its tests are those of `{area}.vitest.ts`. @param {readonly string[]} mutate */
export const mutationOf = (area, mutate) => ({
  packageManager: 'npm',
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  // In threads a test cannot change the time zone (dates.test.ts).
  vitest: { configFile: `tests/mutation/${area}.vitest.ts`, related: false, pool: 'forks' },
  coverageAnalysis: 'perTest',
  // What each test covers of a whole engine takes more than the default heap.
  testRunnerNodeArgs: ['--max-old-space-size=8192'],
  mutate: [...mutate],
  // Stryker would rewrite tsconfig.json by a function that TypeScript 7 does not have; a name that is no file keeps it from that.
  tsconfigFile: 'none',
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
  // Endless loops are counted, not timed: so a busy machine makes no mutant a time-out, which would count as found.
  timeoutMS: Number(process.env.MUTATION_TIMEOUT ?? 60_000),
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `.output/mutation/${area}.json` },
  incrementalFile: `.output/mutation/${area}.incremental.json`,
  tempDirName: '.output/mutation/sandbox',
  ignorePatterns: ['.output', 'docs'],
});

export default mutationOf('invoice', [
  'utils/ifirma/*.ts',
  'utils/invoice/*.ts',
  'utils/invoice/correction/*.ts',
  'utils/invoice/rules/**/*.ts',
  // Its tests are the worlds of tests/unit/sync.
  '!utils/invoice/numbers-after.ts',
]);
