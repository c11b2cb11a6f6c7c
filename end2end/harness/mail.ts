// A received mail, parsed from its bytes.
import PostalMime, { type Email } from 'postal-mime';

export interface CalendarPart {
  /** `text/calendar` in the body, `application/ics` as the attachment. */
  mimeType: string;
  /** The MIME parameter, upper case. */
  method?: string;
  disposition: string | null;
  text: string;
}

export class Mail {
  private constructor(
    readonly raw: Buffer,
    /** The recipients of the envelope. */
    readonly recipients: string[],
    readonly sender: string,
    private readonly parsed: Email,
  ) {}

  static async parse(raw: Buffer, sender: string, recipients: string[]): Promise<Mail> {
    return new Mail(raw, recipients, sender, await PostalMime.parse(raw));
  }

  get subject(): string {
    return this.parsed.subject ?? '';
  }

  get messageId(): string {
    return this.parsed.messageId ?? '';
  }

  get text(): string {
    return this.parsed.text ?? '';
  }

  get html(): string {
    return this.parsed.html ?? '';
  }

  /** The addresses of the To: header. */
  get to(): string[] {
    return (this.parsed.to ?? []).flatMap((entry) => (entry.group ? entry.group : [entry])).map((entry) => entry.address ?? '');
  }

  /** The names of the To: header. */
  get toNames(): string[] {
    return (this.parsed.to ?? []).map(({ name }) => name);
  }

  /** The names of the attached files, calendar entries left out. */
  get files(): string[] {
    return this.parsed.attachments.filter(({ mimeType }) => !/calendar|ics/.test(mimeType)).map(({ filename }) => filename ?? '');
  }

  get from(): { name: string; address: string } {
    return { name: this.parsed.from?.name ?? '', address: this.parsed.from?.address ?? '' };
  }

  /** Every value of a header, in order; the name in any case. */
  header(name: string): string[] {
    return this.parsed.headers.filter((header) => header.key === name.toLowerCase()).map((header) => header.value);
  }

  /** The text has LF line ends; `raw` has the bytes. */
  get calendars(): CalendarPart[] {
    return this.parsed.attachments
      .filter(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
      .map(({ mimeType, method, disposition, content }) => ({
        mimeType,
        method,
        disposition,
        text: typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8'),
      }));
  }

  get links(): string[] {
    return [...this.text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link);
  }

  /** The only link that matches. Throws if there are none or several. */
  link(pattern: RegExp): string {
    const matches = [...new Set(this.links.filter((link) => pattern.test(link)))];
    if (matches.length !== 1) throw new Error(`${matches.length} links match ${pattern} in “${this.subject}”: ${this.links.join(' ')}`);
    return matches[0]!;
  }
}
