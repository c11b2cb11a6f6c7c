// The mail server of the benchmarks, which runs in mailServerProcess.js.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export class MailServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly port: number,
  ) {}

  static async start(): Promise<MailServer> {
    const process = fork(join(import.meta.dirname, 'mailServerProcess.js'), { execArgv: [] });
    const [{ port }] = (await once(process, 'message')) as [{ port: number }];
    return new MailServer(process, port);
  }

  /** The value of --smtp-url. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Leaves mails without a reply, so that a queue grows, until `release`. */
  hold(): void {
    this.process.send({ hold: true });
  }

  release(): void {
    this.process.send({ release: true });
  }

  /** Waits for this number of mails since the start. Returns the time of the last one, as of Date.now(). */
  async waitForMails(count: number): Promise<number> {
    this.process.send({ tellAt: count });
    const [{ at }] = (await once(this.process, 'message')) as [{ at: number }];
    return at;
  }

  /** The tokens of all confirmation links, in the order of the mails. */
  async confirmationTokens(): Promise<string[]> {
    this.process.send({ tokens: true });
    const [{ tokens }] = (await once(this.process, 'message')) as [{ tokens: string[] }];
    return tokens;
  }

  stop(): void {
    this.process.kill();
  }
}
