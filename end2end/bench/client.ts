// Asks over HTTP, on connections that stay open, and costs little: the server has the same processors.
import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export class Client {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
    /** Sent with every request. */
    private readonly always: Record<string, string> = {},
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('GET', path, headers);
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams(form).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) };
    return this.ask('POST', path, { ...headers, ...type }, body);
  }

  close(): void {
    this.agent.destroy();
  }

  private ask(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.url}${path}`, { method, agent: this.agent, headers: { ...this.always, ...headers } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

/** What a proxy in front says about its client: another one for every number. */
export function client(number: number): Record<string, string> {
  return { 'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` };
}
