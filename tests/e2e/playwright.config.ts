import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.output/test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A retry would hide a race, and races are what this product is about.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  fullyParallel: true,
  reporter: [['list'], ['json', { outputFile: '../../.output/test-results/e2e.json' }]],
});
