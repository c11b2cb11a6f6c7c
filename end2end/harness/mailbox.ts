// A mail server for tests. It keeps what it receives, and can refuse, delay and disconnect.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { Mail } from './mail.ts';

export interface WaitOptions {
  subject?: RegExp;
  /** The nth match, from 1. */
  nth?: number;
  /** Milliseconds. */
  within?: number;
}

/** When the connection breaks: before the mail is received, or after it and before the reply. */
export type Drop = 'before the mail' | 'before the answer';

export class Mailbox {
  /** All received mails in order, with duplicates. */
  readonly mails: Mail[] = [];
  /** The number of connections so far. */
  connections = 0;
  /** The recipients of all attempts in order, refused ones too. */
  readonly attempted: string[] = [];

  private server!: SMTPServer;
  private port = 0;
  private readonly refused = new Map<string, number>();
  private readonly drops: Drop[] = [];
  private delay = 0;

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await mailbox.reopen();
    return mailbox;
  }

  /** The value of --smtp-url. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** The mails to an address. */
  to(address: string): Mail[] {
    return this.mails.filter((mail) => mail.recipients.some((recipient) => equalsIgnoringCase(recipient, address)));
  }

  /** Waits for a mail to an address. */
  async waitFor(address: string, { subject = /(?:)/, nth = 1, within = 15_000 }: WaitOptions = {}): Promise<Mail> {
    const until = Date.now() + within;
    for (;;) {
      const match = this.to(address).filter((mail) => subject.test(mail.subject))[nth - 1];
      if (match) return match;
      if (Date.now() > until) break;
      await sleep(20);
    }
    const arrived = this.mails.map((mail) => `${mail.recipients.join(',')} “${mail.subject}”`).join('; ') || 'nothing';
    throw new Error(`no mail number ${nth} to ${address} with the subject ${subject} in ${within} ms; arrived: ${arrived}`);
  }

  /** The mails by Message-ID. A Message-ID with several was sent several times. */
  byMessageId(): Map<string, Mail[]> {
    const mails = new Map<string, Mail[]>();
    for (const mail of this.mails) mails.set(mail.messageId, [...(mails.get(mail.messageId) ?? []), mail]);
    return mails;
  }

  /** Refuses a recipient from now on: 550 permanently, 450 transiently. */
  refuse(address: string, code = 550): void {
    this.refused.set(address.toLowerCase(), code);
  }

  acceptAgain(address: string): void {
    this.refused.delete(address.toLowerCase());
  }

  /** Delays the reply to each mail. */
  answerAfter(milliseconds: number): void {
    this.delay = milliseconds;
  }

  /** Breaks the connection of each of the next `times` mails. */
  drop(when: Drop, times = 1): void {
    this.drops.push(...Array<Drop>(times).fill(when));
  }

  /** Stops listening and breaks all connections. Keeps the mails. */
  async close(): Promise<void> {
    for (const connection of this.server.connections) connection._socket.destroy();
    await new Promise<void>((closed) => this.server.close(closed));
  }

  /** Listens again, at the same address. */
  async reopen(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onAuth: (auth, _session, answer) => answer(null, { user: auth.username }),
      onConnect: (_session, answer) => {
        this.connections += 1;
        answer();
      },
      onRcptTo: ({ address }, _session, answer) => {
        this.attempted.push(address.toLowerCase());
        const code = this.refused.get(address.toLowerCase());
        answer(code ? smtpError(code, `${address} is not here`) : null);
      },
      onData: (stream, session, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.keep(Buffer.concat(chunks), session).then(() => answer(null), answer);
        });
      },
    });
    // A disconnecting client is not an error of the test.
    this.server.on('error', () => {});
    const listener = this.server.listen(this.port, '127.0.0.1');
    await once(listener, 'listening');
    this.port = (listener.address() as AddressInfo).port;
  }

  private async keep(raw: Buffer, session: SMTPServerSession): Promise<void> {
    const drop = this.drops.shift();
    if (drop === 'before the mail') return this.breakOff(session);
    const { mailFrom, rcptTo } = session.envelope;
    const mail = await Mail.parse(raw, mailFrom ? mailFrom.address : '', rcptTo.map(({ address }) => address));
    this.mails.push(mail);
    if (drop === 'before the answer') return this.breakOff(session);
    if (this.delay > 0) await sleep(this.delay);
  }

  private breakOff(session: SMTPServerSession): void {
    for (const connection of this.server.connections) {
      if (connection.id === session.id) connection._socket.destroy();
    }
  }
}

function equalsIgnoringCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
