// What every browser test stands on. `import { test, expect } from '../harness/test.ts'`, and a test that
// names a fixture gets it:
//
//   server      the real binary on an empty database of its own; stop, kill, restart, run a command
//   mailbox     the mail server it sends to; wait for a mail, refuse, delay, drop
//   database    what it stores in (`connection.cut()` takes PostgreSQL away)
//   signedIn    a page of an organiser who is signed in
//   visitor     a page of somebody else, in a browser of their own
//   accessible  asks axe about a page, light and dark
//
// `test.use({ data: 'demo' })` starts with the network meeting in the database. Tags choose where a test
// runs: `@nojs` also without JavaScript, `@both` also on PostgreSQL.
//
// A test fails, too, when the browser complains meanwhile (harness/browserFaults.ts).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { findings } from './accessible.ts';
import { BrowserFaults } from './browserFaults.ts';
import { freshDatabase, type Database, type Engine } from './database.ts';
import { Mailbox } from './mailbox.ts';
import { Server } from './server.ts';
import { leipzigOrganiser, signInAs } from './signIn.ts';

export interface Options {
  engine: Engine;
  data: 'empty' | 'demo';
  /** Kept: the server has no mail server, and shows what it would send. */
  delivery: 'sent' | 'kept';
  /** Further settings of the server, by their environment variables. */
  environment: Record<string, string>;
}

export interface Fixtures {
  database: Database;
  mailbox: Mailbox;
  server: Server;
  signedIn: Page;
  visitor: Page;
  browserFaults: BrowserFaults;
  /** Fails on any serious or critical finding, on the page given or else the test's own. */
  accessible: (page?: Page) => Promise<void>;
}

export const test = base.extend<Fixtures & Options>({
  engine: ['sqlite', { option: true }],
  data: ['empty', { option: true }],
  delivery: ['sent', { option: true }],
  environment: [{}, { option: true }],

  database: async ({ engine }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'treffpunkt-'));
    const database = await freshDatabase(engine, folder);
    await use(database);
    await database.discard();
    await rm(folder, { recursive: true });
  },

  mailbox: async ({}, use) => {
    const mailbox = await Mailbox.open();
    await use(mailbox);
    await mailbox.close();
  },

  server: async ({ database, mailbox, data, delivery, environment }, use, info) => {
    const server = await Server.start({
      databaseUrl: database.url,
      smtpUrl: delivery === 'sent' ? mailbox.url : undefined,
      command: data === 'demo' ? 'demo' : 'serve',
      environment,
    });
    await use(server);
    await server.stop();
    if (info.status !== info.expectedStatus) await info.attach('server.log', { body: server.log, contentType: 'text/plain' });
  },

  baseURL: async ({ server }, use) => use(server.url),

  browserFaults: [
    async ({ context, server }, use) => {
      const faults = new BrowserFaults(context, server.url);
      await use(faults);
      expect(faults.unexpected, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],

  signedIn: async ({ page, server }, use) => {
    await signInAs(page, server, leipzigOrganiser);
    await use(page);
  },

  visitor: async ({ browser, server }, use) => {
    const context = await browser.newContext({ baseURL: server.url });
    const faults = new BrowserFaults(context, server.url);
    await use(await context.newPage());
    await context.close();
    expect(faults.unexpected, 'what the visitor’s browser complained about').toEqual([]);
  },

  accessible: async ({ page, javaScriptEnabled }, use) => {
    await use(async (asked = page) => {
      if (!javaScriptEnabled) return; // axe is a script; the markup is the one it sees in the other run
      expect(await findings(asked), `axe on ${asked.url()}`).toEqual([]);
    });
  },
});

export { expect };
