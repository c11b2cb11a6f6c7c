// A new database per test.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { TcpProxy } from './tcpProxy.ts';

export type Engine = 'sqlite' | 'postgres';

export interface Database {
  /** The value of --database-url. */
  readonly url: string;
  /** The URL without the proxy, which costs time. */
  readonly direct: string;
  /** The proxy to PostgreSQL: cut and restore. */
  readonly connection?: TcpProxy;
  discard(): Promise<void>;
}

/** Creates an empty database. A SQLite file is in `folder`, which the caller removes. */
export async function freshDatabase(engine: Engine, folder: string): Promise<Database> {
  if (engine === 'sqlite') {
    const url = `sqlite:${join(folder, 'treffpunkt.sqlite')}`;
    return { url, direct: url, discard: async () => {} };
  }

  const server = process.env.TREFFPUNKT_TEST_POSTGRES;
  if (!server) throw new Error('TREFFPUNKT_TEST_POSTGRES is not set: run this by scripts/with-postgres');
  const name = `treffpunkt_${randomBytes(8).toString('hex')}`;
  await execute(server, `CREATE DATABASE ${name}`);

  const url = new URL(server);
  url.pathname = name;
  const direct = url.toString();
  const connection = await TcpProxy.to(url.hostname, Number(url.port || 5432));
  url.host = `127.0.0.1:${connection.port}`;
  return {
    url: url.toString(),
    direct,
    connection,
    async discard() {
      await connection.close();
      await execute(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Executes statements past the server, such as those that damage a row. */
export async function executeBehindTheServer(database: Database, statements: string): Promise<void> {
  if (database.direct.startsWith('sqlite:')) {
    await promisify(execFile)('sqlite3', ['-cmd', '.timeout 5000', database.direct.replace('sqlite:', ''), statements]);
  } else {
    await execute(database.direct, statements);
  }
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
