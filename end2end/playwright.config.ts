// The browser suite. Each test starts a server with a database of its own (harness/test.ts), so tests run
// in parallel and in any order.
//
//   js        all tests, with JavaScript, on SQLite
//   no-js     tests tagged @nojs, without JavaScript
//   postgres  tests tagged @both and @postgres; the latter run only there
//
// Tests tagged @long take minutes. They run where TREFFPUNKT_LONG_TESTS is set, as `make nightly` does.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import type { Options } from './harness/test.ts';

// If none exists, Playwright uses its own browser.
const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const executablePath = browsers.find((path) => path && existsSync(path));

const long = process.env.TREFFPUNKT_LONG_TESTS ? [] : [/@long/];

const withPostgres = process.env.TREFFPUNKT_TEST_POSTGRES
  ? [{ name: 'postgres', grep: /@both|@postgres/, grepInvert: long, use: { engine: 'postgres' as const } }]
  : [];

export default defineConfig<Options>({
  testDir: 'tests',
  outputDir: 'results',
  reporter: [['list'], ['html', { outputFolder: 'report', open: 'never' }]],
  globalSetup: './harness/binary.ts',
  fullyParallel: true,
  workers: 2,
  // A flaky test is a bug, so it fails where somebody sees it. Continuous integration runs it once more and names it at the end.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'js', grepInvert: [/@postgres/, ...long] },
    { name: 'no-js', grep: /@nojs/, grepInvert: long, use: { javaScriptEnabled: false } },
    ...withPostgres,
  ],
});
