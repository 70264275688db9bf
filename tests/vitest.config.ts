import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // The views are written with Preact's JSX (tsconfig.json says the same to the type checker).
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/setup-words.ts'],
    sequence: { shuffle: true },
    // One less than there are cores, which is the default, is one of two.
    maxWorkers: availableParallelism(),
    // Whole worlds on a machine that does other things as well: what hangs is told from what is slow.
    testTimeout: 30_000,
  },
});
