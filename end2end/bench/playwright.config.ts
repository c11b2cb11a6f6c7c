// The benchmarks of `make bench`, on SQLite and on PostgreSQL, one after the other so that they do not disturb
// each other. tableReporter.ts prints the table at the end.
//
// A missed target fails nothing. An invalid measurement fails: a wrong response, an error, one seat too many.
import { defineConfig } from '@playwright/test';
import { launchOptions } from '../harness/chromium.ts';
import type { Options } from './bench.ts';

export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../results',
  reporter: [['list'], ['./tableReporter.ts']],
  globalSetup: '../harness/binary.ts',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  use: { browserName: 'chromium', launchOptions },
  projects: [
    { name: 'sqlite', use: { engine: 'sqlite' } },
    { name: 'postgres', use: { engine: 'postgres' } },
  ],
});
