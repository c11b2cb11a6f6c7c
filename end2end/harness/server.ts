// The server process, on a port of its own.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { binary } from './binary.ts';

export interface ServerOptions {
  databaseUrl: string;
  /** Unset: mails are only shown on the page "Outgoing mail". */
  smtpUrl?: string;
  /** `demo` fills an empty database with demo data first. */
  command?: 'serve' | 'demo';
  /** The command that executes the binary, such as `prlimit --nofile=1024`. */
  launcher?: string[];
  /** Further settings, by their environment variables. */
  environment?: Record<string, string>;
}

const START_TIMEOUT_MS = 20_000;

/** USER_HZ, which is 100 on every architecture that Node runs on (proc(5)). */
const TICKS_PER_SECOND = 100;

export class Server {
  /** The output of the server, across restarts. */
  log = '';
  private process?: ChildProcess;

  private constructor(
    readonly url: string,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly launcher: string[],
  ) {}

  /** Starts the server and waits until it is ready. */
  static async start(settings: ServerOptions): Promise<Server> {
    const listen = `127.0.0.1:${await freePort()}`;
    const url = `http://${listen}`;
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('TREFFPUNKT_'));
    const environment = {
      ...Object.fromEntries(inherited),
      TREFFPUNKT_LISTEN: listen,
      TREFFPUNKT_PUBLIC_URL: url,
      TREFFPUNKT_DATABASE_URL: settings.databaseUrl,
      ...(settings.smtpUrl && { TREFFPUNKT_SMTP_URL: settings.smtpUrl }),
      ...settings.environment,
    };
    const server = new Server(url, environment, settings.launcher ?? []);
    await server.restart(settings.command);
    return server;
  }

  /** Changes settings, by their environment variables, for the next start. */
  configure(settings: Record<string, string>): void {
    Object.assign(this.environment, settings);
  }

  /** Restarts the server on the same database and address, after `stop` or `kill`. */
  async restart(command: ServerOptions['command'] = 'serve'): Promise<void> {
    const [program = binary, ...arguments_] = [...this.launcher, binary, command];
    const child = spawn(program, arguments_, { env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    const write = (text: string) => (this.log += text);
    child.stdout.setEncoding('utf8').on('data', write);
    child.stderr.setEncoding('utf8').on('data', write);

    const until = Date.now() + START_TIMEOUT_MS;
    while (!(await this.isReady())) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server stopped at once:\n${this.log}`);
      if (Date.now() > until) {
        await this.kill();
        throw new Error(`the server is not ready after ${START_TIMEOUT_MS} ms:\n${this.log}`);
      }
      await sleep(20);
    }
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.url}/readyz`).then((answer) => answer.ok, () => false);
  }

  /** Sends SIGTERM. Returns exit code and duration. */
  async stop(): Promise<{ code: number | null; milliseconds: number }> {
    const from = Date.now();
    const code = await this.end('SIGTERM');
    return { code, milliseconds: Date.now() - from };
  }

  /** Sends SIGKILL. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.process;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    }
    this.process = undefined;
    return child.exitCode;
  }

  /** Runs another command on the same database. Returns its output. */
  async run(...command: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(binary, command, { env: this.environment });
    return stdout;
  }

  get pid(): number {
    if (!this.process?.pid) throw new Error('the server does not run');
    return this.process.pid;
  }

  /** Resident memory in bytes. */
  memory(): Promise<number> {
    return this.memoryStatus('VmRSS');
  }

  /** The highest resident memory since the start, in bytes. */
  peakMemory(): Promise<number> {
    return this.memoryStatus('VmHWM');
  }

  private async memoryStatus(field: 'VmRSS' | 'VmHWM'): Promise<number> {
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
  }

  /** The processor time of the process, in seconds. */
  async cpuSeconds(): Promise<number> {
    const stat = await readFile(`/proc/${this.pid}/stat`, 'utf8');
    // The fields after the name in parentheses begin with the third; 14 and 15 are user and system ticks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
