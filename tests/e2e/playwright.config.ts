import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.output/test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // On a machine that others use as well a page may be late; such a test gets one more chance and is named as flaky. Tests of
  // what may never happen twice have none: `test.describe.configure({ retries: 0 })`.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  fullyParallel: true,
  reporter: [['list'], ['json', { outputFile: '../../.output/test-results/e2e.json' }]],
});
