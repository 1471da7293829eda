import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';
import type { Options } from './support/test.ts';

/** `make screenshots`: pictures of the main pages, to be looked at. No test, and no part of `make test`. */
export default defineConfig<Options>({
  ...tests,
  testDir: 'shots',
  testMatch: '*.shots.ts',
  projects: [{ name: 'screenshots', use: { js: true } }],
});
