/** Long trials that need no browser. Random walks go in several processes: MOSTEK_SHARDS, 1 unless said otherwise. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shards = Number(process.env.MOSTEK_SHARDS ?? 1);

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    setupFiles: ['tests/setup-words.ts'],
    // The shards walk side by side.
    maxWorkers: availableParallelism(),
    globalSetup: ['tests/reliability/model/whole.ts'],
    // Worlds come and go: with more room for what is young, less time goes into sweeping.
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      {
        extends: true,
        test: {
          name: 'trials',
          include: ['tests/reliability/**/*.test.ts'],
          exclude: ['tests/reliability/model/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'every fault',
          include: ['tests/unit/sync/every-fault/**/*.test.ts'],
          // All pairs of a request and a fault, and so many of two faults; `npm test` keeps some of them.
          env: { MOSTEK_PAIRS: '3000' },
        },
      },
      ...Array.from({ length: shards }, (_, shard) => ({
        extends: true as const,
        test: {
          name: `walks ${shard + 1}`,
          include: ['tests/reliability/model/**/*.test.ts'],
          env: { MOSTEK_SHARD: `${shard}/${shards}` },
        },
      })),
    ],
  },
});
