import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/browser.ts';
import type { Options } from './support/test.ts';

/** Every journey runs twice: in a browser that runs the portal's scripts, and in one that runs none. */
export default defineConfig<Options>({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    // A trace of every step costs a third of the time: PORTICO_TRACE=1 where a failure is looked into.
    trace: process.env.PORTICO_TRACE ? 'retain-on-failure' : 'off',
  },
  projects: [
    { name: 'js', use: { js: true }, grepInvert: /@nojs/ },
    { name: 'nojs', use: { js: false, javaScriptEnabled: false }, grepInvert: /@js/ },
  ],
});
