// The fixtures of the benchmarks: the server, behind a proxy that names its clients, so that the limits per
// client do not apply to the whole load.
//
//   database       a new one
//   server         on the database, without the TCP proxy of the tests
//   mailServer     accepts every mail, in a process of its own
//   organiser      an organiser, over HTTP
//   recordMetric   adds a value to the table
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { freshDatabase, type Database, type Engine } from '../harness/database.ts';
import { Server } from '../harness/server.ts';
import { MailServer } from './mailServer.ts';
import type { Metric } from './targets.ts';
import { Organiser } from '../harness/httpOrganiser.ts';

export interface Options {
  engine: Engine;
  data: 'empty' | 'demo';
  /** The number of concurrent mails; undefined for the default. */
  mailConnections?: number;
}

export interface Fixtures {
  database: Database;
  mailServer: MailServer;
  server: Server;
  organiser: Organiser;
  recordMetric: (what: Metric, value: number) => void;
}

export const test = base.extend<Fixtures & Options>({
  engine: ['sqlite', { option: true }],
  data: ['empty', { option: true }],
  mailConnections: [undefined, { option: true }],

  mailServer: async ({}, use) => {
    const mailServer = await MailServer.start();
    await use(mailServer);
    mailServer.stop();
  },

  database: async ({ engine }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'treffpunkt-'));
    const database = await freshDatabase(engine, folder);
    await use(database);
    await database.discard();
    await rm(folder, { recursive: true });
  },

  server: async ({ database, data, mailConnections, mailServer }, use) => {
    const server = await Server.start({
      databaseUrl: database.direct,
      smtpUrl: mailServer.url,
      command: data === 'demo' ? 'demo' : 'serve',
      environment: {
        TREFFPUNKT_TRUSTED_PROXIES: '127.0.0.1',
        ...(mailConnections && { TREFFPUNKT_MAIL_CONNECTIONS: String(mailConnections) }),
      },
    });
    await use(server);
    const { code } = await server.stop();
    expect(code).toBe(0);
    expect(server.log.split('\n').filter((line) => /panicked|"ERROR"/.test(line)).slice(0, 5)).toEqual([]);
  },

  organiser: async ({ server }, use) => {
    const organiser = await Organiser.signIn(server);
    await use(organiser);
    organiser.close();
  },

  recordMetric: async ({}, use, info) => {
    await use((what, value) => {
      info.annotations.push({ type: 'measured', description: JSON.stringify({ what, value }) });
    });
  },
});

export { expect };
