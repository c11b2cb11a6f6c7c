// What `make bench` runs: every measurement on SQLite and on PostgreSQL, one after the other, so that
// nothing else of ours is busy meanwhile. The table comes at the end (table.ts).
//
// A number that is missed fails nothing. A measurement that is not valid does: a wrong answer, an error,
// one seat too many.
import { defineConfig } from '@playwright/test';
import type { Options } from './bench.ts';

export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../results',
  reporter: [['list'], ['./table.ts']],
  globalSetup: '../harness/binary.ts',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  projects: [
    { name: 'sqlite', use: { engine: 'sqlite' } },
    { name: 'postgres', use: { engine: 'postgres' } },
  ],
});
