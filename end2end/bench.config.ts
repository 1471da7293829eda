import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';
import type { Options } from './support/test.ts';

/** `make bench`: the browser's figures of docs/figures.md. No test, and no part of `make test`. */
export default defineConfig<Options>({
  ...tests,
  testDir: 'bench',
  testMatch: '*.bench.ts',
  // One after the other: nothing else runs while something is measured.
  workers: 1,
  fullyParallel: false,
  projects: [{ name: 'bench', use: { js: true } }],
});
