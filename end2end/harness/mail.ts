// A mail as its receiver sees it: parsed again from the bytes that came over the wire.
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
    /** To whom the envelope said it goes; the header may differ. */
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

  get from(): { name: string; address: string } {
    return { name: this.parsed.from?.name ?? '', address: this.parsed.from?.address ?? '' };
  }

  /** Every value of a header, in order; the name in any case. */
  header(name: string): string[] {
    return this.parsed.headers.filter((header) => header.key === name.toLowerCase()).map((header) => header.value);
  }

  /** Line ends are LF here; `raw` has the bytes. */
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

  /** The one link whose address matches; a mail with none or several is a fault. */
  link(pattern: RegExp): string {
    const found = [...new Set(this.links.filter((link) => pattern.test(link)))];
    if (found.length !== 1) throw new Error(`${found.length} links match ${pattern} in “${this.subject}”: ${this.links.join(' ')}`);
    return found[0]!;
  }
}
