// An organiser over HTTP, without a browser.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { meetingDay } from './organiser.ts';
import type { Server } from './server.ts';
import { addMember, leipzigOrganiser } from './signIn.ts';
import { Client, type Answer } from './httpClient.ts';

export interface PlannedEvent {
  id: string;
  /** The slug, once it is published. */
  slug: string;
}

export class Organiser {
  private constructor(
    private readonly url: string,
    private readonly client: Client,
    /** The header of the login session. */
    readonly cookie: string,
  ) {}

  static async signIn(server: Server): Promise<Organiser> {
    return Organiser.follow(server, await addMember(server, leipzigOrganiser));
  }

  private static async follow(server: Server, link: string): Promise<Organiser> {
    const visitor = new Client(server.url, 1);
    const token = link.split('/sign-in/')[1]!.split('?')[0]!;
    const answer = await visitor.post('/do/sign-in?at=/', { token });
    visitor.close();
    expect(answer.status).toBe(303);
    const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
    return Organiser.at(server, cookie);
  }

  /** The demo's organiser, with the link that the server printed. */
  static async signInToDemo(server: Server): Promise<Organiser> {
    return Organiser.follow(server, /https?:\/\/\S+\/sign-in\/\S+/.exec(server.log)![0]);
  }

  /** The same login session at another server of the same database. */
  static at(server: Server, cookie: string): Organiser {
    return new Organiser(server.url, new Client(server.url, 4, { cookie }), cookie);
  }

  /** Gives a browser the same login session. */
  async signInBrowser(page: Page): Promise<void> {
    const cookies = this.cookie.split('; ').map((cookie) => {
      const [name = '', value = ''] = cookie.split('=');
      return { name, value, url: this.url };
    });
    await page.context().addCookies(cookies);
  }

  close(): void {
    this.client.close();
  }

  async page(path: string): Promise<string> {
    const { status, body } = await this.client.get(path);
    expect(status, path).toBe(200);
    return body.toString();
  }

  /** Creates a draft, with further fields by their names. Returns its id. */
  async draft(title: string, capacity?: number, fields: Record<string, string> = {}): Promise<string> {
    const answer = await this.client.post('/do/create-event?at=/', { ...(await this.draftForm(title, capacity)), ...fields });
    return (await location(answer)).split('/').pop()!.split('?')[0]!;
  }

  /** The filled form of a new draft, with its hidden fields. */
  async draftForm(title: string, capacity?: number): Promise<Record<string, string>> {
    return {
      ...hiddenFields(await this.page('/organise/events/new'), '/do/create-event'),
      kind: 'network meeting',
      title,
      language: 'de',
      time_zone: 'Europe/Berlin',
      starts_date: meetingDay,
      starts_time: '09:30',
      ends_time: '16:00',
      capacity: capacity ? String(capacity) : '',
      visibility: 'public',
      admission: 'open',
    };
  }

  post(path: string, form: Record<string, string>): Promise<Answer> {
    return this.client.post(path, form);
  }

  /** Publishes a draft, and waits until that is done. */
  async publish(id: string): Promise<PlannedEvent> {
    await this.waitForJob(await this.beginPublishing(id));
    const slug = /href="(?!\/organise)[^"]*\/events\/([\w-]+)"/.exec(await this.page(`/organise/events/${id}`))?.[1];
    if (!slug) throw new Error('a published event without a public page');
    return { id, slug };
  }

  /** Publishes a draft. Returns the page of the job that writes to its people, or of the event if that is done already. */
  async beginPublishing(id: string): Promise<string> {
    return location(await this.client.post('/do/publish-event?at=/', { event: id }));
  }

  /** Imports `count` people, numbered from `first`, of so many organisations, and waits until that is done. */
  async importPeople(event: string, first: number, count: number, organisations = 0): Promise<void> {
    await this.waitForJob(await this.beginImport(event, first, count, organisations));
  }

  /** Begins an import. Returns the page of its job, or of the list if that is done already. */
  async beginImport(event: string, first: number, count: number, organisations = 0): Promise<string> {
    const row = (n: number) => `Vorname${n},Nachname${n},person${n}@partner.example,${organisations ? `Träger ${n % organisations}` : ''}`;
    const text = ['Vorname,Nachname,E-Mail,Organisation', ...Array.from({ length: count }, (_, n) => row(first + n))].join('\n');
    const preview = (await this.checkTable(event, text)).body.toString();
    const { seen = '' } = hiddenFields(preview, '/do/import-people');
    return location(await this.sendTable(event, { text, seen, do: 'import' }));
  }

  /** Waits until an event has a job. Returns the page of the latest one. */
  async jobOf(event: string): Promise<string> {
    for (;;) {
      const job = /href="(\/organise\/events\/[0-9a-f-]+\/jobs\/[0-9a-f-]+)"/.exec(await this.page(`/organise/events/${event}`))?.[1];
      if (job) return job;
      await sleep(20);
    }
  }

  /** Waits until the job of a page is over. Other pages have none. */
  async waitForJob(page: string): Promise<void> {
    if (!page.includes('/jobs/')) return;
    // With `?follow` the page of a search leads to its plan in the end.
    const [path] = page.split('?');
    while ((await this.page(path!)).includes('class="job-progress"')) await sleep(100);
  }

  /** The preview of an import. */
  checkTable(event: string, text: string): Promise<Answer> {
    return this.sendTable(event, { text, do: 'check' });
  }

  private sendTable(event: string, fields: Record<string, string>): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ event, ...fields })) form.set(name, value);
    const at = encodeURIComponent(`/organise/events/${event}/registrations/import`);
    return this.client.upload(`/do/import-people?at=${at}`, form);
  }

  /** Writes to everybody of an event. */
  async sendMessage(event: string, subject: string, text: string): Promise<void> {
    const path = `/organise/events/${event}/messages/new`;
    const fields = { ...hiddenFields(await this.page(path), '/do/send-message'), subject, text, do: 'send' };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    await location(await this.client.upload(`/do/send-message?at=${encodeURIComponent(path)}`, form));
  }

  /** The number of registrations in a state. */
  async count(event: string, state: 'pending' | 'confirmed' | 'waitlisted'): Promise<number> {
    const list = await this.page(`/organise/events/${event}/registrations/export.csv?state=${state}`);
    return list.trim().split('\n').length - 1;
  }
}

/** The hidden fields of the form with this action. */
export function hiddenFields(page: string, action: string): Record<string, string> {
  const [form] = new RegExp(`<form[^>]*action="${action}.*?</form>`, 's').exec(page) ?? [];
  if (!form) throw new Error(`no form with the action ${action}`);
  const inputs = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    return [attribute('name'), attribute('value')] as const;
  });
  return Object.fromEntries(inputs);
}

/** The target of the redirect of an accepted form. */
async function location({ status, headers, body }: Answer): Promise<string> {
  expect(status, body.toString().slice(0, 2_000)).toBe(303);
  return headers.location ?? '';
}
