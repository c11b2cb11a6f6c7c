// The fixtures of the browser tests. `import { test, expect } from '../harness/test.ts'`:
//
//   server      the real binary on a new database: stop, kill, restart, run a command
//   mailbox     its mail server: wait for a mail, refuse, delay, drop
//   database    its database (`connection.cut()` interrupts PostgreSQL)
//   organiser   a signed-in organiser over HTTP, without a browser
//   signedIn    a page of a signed-in organiser
//   visitor     a page of another person, in another browser
//   accessible  checks a page with axe, in light and dark
//
// `test.use({ data: 'demo' })` starts with the demo data. Tags: `@nojs` runs a test also without JavaScript,
// `@both` also on PostgreSQL, `@postgres` only there. `@long` tests run in `make nightly`. playwright.config.ts combines them.
//
// A test also fails on browser errors (harness/browserErrors.ts).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { axeViolations } from './accessibility.ts';
import { BrowserErrors } from './browserErrors.ts';
import { freshDatabase, type Database, type Engine } from './database.ts';
import { Organiser } from './httpOrganiser.ts';
import { Mailbox } from './mailbox.ts';
import { Server } from './server.ts';
import { leipzigOrganiser, signInAs } from './signIn.ts';

export interface Options {
  engine: Engine;
  data: 'empty' | 'demo';
  /** Kept: without a mail server, mails are only shown. */
  delivery: 'sent' | 'kept';
  /** Further settings of the server, by their environment variables. */
  environment: Record<string, string>;
  /** The command that executes the server, such as `prlimit --nofile=1024`. */
  launcher: string[];
}

export interface Fixtures {
  database: Database;
  mailbox: Mailbox;
  server: Server;
  organiser: Organiser;
  signedIn: Page;
  visitor: Page;
  browserErrors: BrowserErrors;
  /** Fails on a serious or critical violation on the page, which is by default the test's own. */
  accessible: (page?: Page) => Promise<void>;
}

export const test = base.extend<Fixtures & Options>({
  engine: ['sqlite', { option: true }],
  data: ['empty', { option: true }],
  delivery: ['sent', { option: true }],
  environment: [{}, { option: true }],
  launcher: [[], { option: true }],

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

  server: async ({ database, mailbox, data, delivery, environment, launcher }, use, info) => {
    const server = await Server.start({
      databaseUrl: database.url,
      smtpUrl: delivery === 'sent' ? mailbox.url : undefined,
      command: data === 'demo' ? 'demo' : 'serve',
      environment,
      launcher,
    });
    await use(server);
    await server.stop();
    if (info.status !== info.expectedStatus) await info.attach('server.log', { body: server.log, contentType: 'text/plain' });
  },

  baseURL: async ({ server }, use) => use(server.url),

  browserErrors: [
    async ({ context, server }, use) => {
      const errors = new BrowserErrors(context, server.url);
      await use(errors);
      expect(errors.unexpected, 'browser errors').toEqual([]);
    },
    { auto: true },
  ],

  organiser: async ({ server }, use) => {
    const organiser = await Organiser.signIn(server);
    await use(organiser);
    organiser.close();
  },

  signedIn: async ({ page, server }, use) => {
    await signInAs(page, server, leipzigOrganiser);
    await use(page);
  },

  visitor: async ({ browser, server }, use) => {
    const context = await browser.newContext({ baseURL: server.url });
    const errors = new BrowserErrors(context, server.url);
    await use(await context.newPage());
    await context.close();
    expect(errors.unexpected, 'errors of the visitor’s browser').toEqual([]);
  },

  accessible: async ({ page, javaScriptEnabled }, use) => {
    await use(async (checked = page) => {
      if (!javaScriptEnabled) return; // axe is a script; the other run checks the same markup
      expect(await axeViolations(checked), `axe on ${checked.url()}`).toEqual([]);
    });
  },
});

export { expect };
