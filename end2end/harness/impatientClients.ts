// Clients that hang up inside their requests.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from './server.ts';

/** The longest time until a client hangs up, and until it calls again. */
const HANG_UP_MS = 25;
const CALL_AGAIN_MS = 100;

export class ImpatientClients {
  private isOver = false;
  private readonly clients: Promise<void>[];

  /** Starts this many clients, which ask for the paths in turn. */
  constructor(
    private readonly server: Server,
    count: number,
    private readonly paths: string[],
    private readonly cookie: string,
  ) {
    this.clients = Array.from({ length: count }, (_, number) => this.run(number));
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
  }

  private async run(number: number): Promise<void> {
    const { hostname, port, host } = new URL(this.server.url);
    for (let time = number; !this.isOver; time += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      // Between a kill and a restart nobody listens.
      if (!(await once(socket, 'connect').then(() => true, () => false))) {
        await sleep(CALL_AGAIN_MS);
        continue;
      }
      socket.write(`GET ${this.paths[time % this.paths.length]} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${this.cookie}\r\n\r\n`);
      await sleep(Math.random() * HANG_UP_MS);
      socket.resetAndDestroy();
      await sleep(Math.random() * CALL_AGAIN_MS);
    }
  }
}
