// The browser suite. Each test starts a server with a database of its own (harness/test.ts), so tests run
// in parallel and in any order.
//
//   js              all tests, with JavaScript, on SQLite
//   no-js           tests tagged @nojs, without JavaScript, on SQLite
//   no-js-postgres  tests tagged @nojs and @both
//   postgres        tests tagged @both that need JavaScript, and @postgres, which run only there
//
// With PostgreSQL there, a test with both tags runs without JavaScript on that engine alone: two runs show both engines
// and both ways. `make nightly` sets TREFFPUNKT_LONG_TESTS, which adds the other two, and the tests tagged @long.
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { launchOptions } from './harness/chromium.ts';
import type { Options } from './harness/test.ts';

const nightly = Boolean(process.env.TREFFPUNKT_LONG_TESTS);
const long = nightly ? [] : [/@long/];

const withPostgres: PlaywrightTestConfig<Options>['projects'] = [
  {
    name: 'no-js-postgres',
    grep: /@nojs.*@both|@both.*@nojs/,
    grepInvert: long,
    use: { engine: 'postgres', javaScriptEnabled: false },
  },
  {
    name: 'postgres',
    grep: /@both|@postgres/,
    grepInvert: [...long, ...(nightly ? [] : [/@nojs/])],
    use: { engine: 'postgres' },
  },
];
const postgresIsThere = Boolean(process.env.TREFFPUNKT_TEST_POSTGRES);

export default defineConfig<Options>({
  testDir: 'tests',
  outputDir: 'results',
  reporter: [['list'], ['html', { outputFolder: 'report', open: 'never' }]],
  globalSetup: './harness/binary.ts',
  fullyParallel: true,
  // A test waits about half of its time: for mails, for a second browser, for the clock.
  workers: 3,
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
    launchOptions,
  },
  projects: [
    { name: 'js', grepInvert: [/@postgres/, ...long] },
    {
      name: 'no-js',
      grep: /@nojs/,
      grepInvert: [...long, ...(postgresIsThere && !nightly ? [/@both/] : [])],
      use: { javaScriptEnabled: false },
    },
    ...(postgresIsThere ? withPostgres : []),
  ],
});
