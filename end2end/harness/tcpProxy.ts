// A TCP relay, so that a test can take away what the server is connected to, and give it back.
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

export class Relay {
  private readonly open = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly listener: Server,
    readonly port: number,
  ) {}

  /** Listens on a free port of 127.0.0.1 and passes everything on to `host:port`. */
  static async to(host: string, port: number): Promise<Relay> {
    const listener = createServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const relay = new Relay(listener, (listener.address() as AddressInfo).port);
    listener.on('connection', (near) => relay.connect(near, createConnection({ host, port })));
    return relay;
  }

  private connect(near: Socket, far: Socket): void {
    for (const [from, to] of [[near, far], [far, near]] as const) {
      this.open.add(from);
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
    if (this.isCut) near.resetAndDestroy();
  }

  /** Breaks every connection and refuses new ones. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.open) socket.destroy();
  }

  restore(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.listener.close();
    await once(this.listener, 'close');
  }
}
