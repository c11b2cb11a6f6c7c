// An organiser over HTTP, for the data of a benchmark.
import { expect } from '@playwright/test';
import { meetingDay } from '../harness/organiser.ts';
import type { Server } from '../harness/server.ts';
import { addMember, leipzigOrganiser } from '../harness/signIn.ts';
import { Client, type Answer } from './client.ts';

export interface PlannedEvent {
  id: string;
  /** The slug, once it is published. */
  slug: string;
}

export class Organiser {
  private constructor(private readonly client: Client) {}

  static async signIn(server: Server): Promise<Organiser> {
    const link = await addMember(server, leipzigOrganiser);
    const visitor = new Client(server.url, 1);
    const token = link.split('/sign-in/')[1]!.split('?')[0]!;
    const answer = await visitor.post('/do/sign-in?at=/', { token });
    visitor.close();
    expect(answer.status).toBe(303);
    const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
    return new Organiser(new Client(server.url, 4, { cookie }));
  }

  close(): void {
    this.client.close();
  }

  async page(path: string): Promise<string> {
    const { status, body } = await this.client.get(path);
    expect(status, path).toBe(200);
    return body.toString();
  }

  /** Creates a draft. Returns its id. */
  async draft(title: string, capacity?: number): Promise<string> {
    const network = /name="network"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="network"/.exec(
      await this.page('/organise/events/new'),
    );
    const answer = await this.client.post('/do/create-event?at=/', {
      network: network?.[1] ?? network?.[2] ?? '',
      kind: 'network meeting',
      title,
      language: 'de',
      time_zone: 'Europe/Berlin',
      starts_date: meetingDay,
      starts_time: '09:30',
      ends_time: '16:00',
      capacity: capacity ? String(capacity) : '',
      visibility: 'public',
    });
    return (await location(answer)).split('/').pop()!.split('?')[0]!;
  }

  async publish(id: string): Promise<PlannedEvent> {
    await location(await this.client.post('/do/publish-event?at=/', { event: id }));
    const slug = /href="(?!\/organise)[^"]*\/events\/([\w-]+)"/.exec(await this.page(`/organise/events/${id}`))?.[1];
    if (!slug) throw new Error('a published event without a public page');
    return { id, slug };
  }

  /** Imports `count` people, numbered from `first`. */
  async importPeople(event: string, first: number, count: number): Promise<void> {
    const rows = Array.from({ length: count }, (_, n) => `Vorname${first + n},Nachname${first + n},person${first + n}@partner.example`);
    const form = { event, text: ['Vorname,Nachname,E-Mail', ...rows].join('\n') };
    const at = encodeURIComponent(`/organise/events/${event}/registrations/import`);
    const preview = (await this.client.post(`/do/import-people?at=${at}`, { ...form, do: 'check' })).body.toString();
    const seen = /name="seen"[^>]*value="([0-9a-f]+)"|value="([0-9a-f]+)"[^>]*name="seen"/.exec(preview);
    await location(await this.client.post(`/do/import-people?at=${at}`, { ...form, seen: seen?.[1] ?? seen?.[2] ?? '', do: 'import' }));
  }

  /** The number of registrations in a state. */
  async count(event: string, state: 'pending' | 'confirmed' | 'waitlisted'): Promise<number> {
    const list = await this.page(`/organise/events/${event}/registrations/export.csv?state=${state}`);
    return list.trim().split('\n').length - 1;
  }
}

/** The target of the redirect of an accepted form. */
async function location({ status, headers, body }: Answer): Promise<string> {
  expect(status, body.toString().slice(0, 2_000)).toBe(303);
  return headers.location ?? '';
}
