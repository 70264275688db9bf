/** `npm test`: everything a change must pass, in the order in which it fails fastest, and one line of figures at the end. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './browser/find-chromium.ts';
import { recorded } from './reliability/record.ts';

const RESULTS = '.output/test-results';
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Part {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly count?: () => Count | null;
}

const parts: readonly Part[] = [
  { name: 'lint', command: ['biome', 'check', '.'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  {
    name: 'unit and stand-in tests',
    command: [
      'vitest',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${RESULTS}/unit.json`,
    ],
    count: () => {
      const result = read(`${RESULTS}/unit.json`) as { numPassedTests: number; numFailedTests: number } | null;
      return result && { passed: result.numPassedTests, failed: result.numFailedTests };
    },
  },
  { name: 'production build', command: ['wxt', 'build'] },
  {
    name: 'end-to-end tests',
    command: ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
    count: () => {
      const result = read(`${RESULTS}/e2e.json`) as {
        stats: { expected: number; flaky: number; unexpected: number };
      } | null;
      if (result !== null && result.stats.flaky > 0)
        console.log(`flaky, passed at the second try: ${result.stats.flaky}`);
      return result && { passed: result.stats.expected + result.stats.flaky, failed: result.stats.unexpected };
    },
  },
  {
    name: 'a share of the reliability trials',
    command: ['node', 'tests/reliability/reliability.ts', '--share'],
    count: () => {
      const failed = recorded().filter(({ failures }) => failures.length > 0).length;
      return { passed: recorded().length - failed, failed };
    },
  },
];

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

ensureChromium();
let passed = 0;
let failed = 0;
for (const part of parts) {
  console.log(`\n── ${part.name} ${'─'.repeat(Math.max(0, 60 - part.name.length))}`);
  const [command, ...parameters] = part.command;
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
  const count = part.count?.() ?? null;
  passed += count?.passed ?? (status === 0 ? 1 : 0);
  // A part that fails without a failed test of its own (it crashed, or counted nothing) is one failure.
  failed += Math.max(count?.failed ?? 0, status === 0 ? 0 : 1);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
