// A world café whose plan is published, written past the pages that make one.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { executeBehindTheServer, type Database } from './database.ts';
import { draftEvent, importTable } from './organiser.ts';

export interface Person {
  family: string;
  given: string;
  /** The table in each round, from 1. */
  tables: number[];
}

export interface Cafe {
  /** The path of the event's page. */
  event: string;
  /** The path of the remote control. */
  remote: string;
  plan: string;
}

const TABLES = 12;

/** Begins the first round on the remote control, which is open: on the day of the café, or ahead of it as a rehearsal. */
export async function beginNow(remote: Page): Promise<void> {
  const early = remote.getByText('Runde 1 beginnen …');
  const button = remote.getByRole('button', { name: 'Runde 1 beginnen', exact: true });
  await early.or(button).waitFor();
  if (await early.isVisible()) {
    await early.click();
    await remote.getByRole('button', { name: 'Jetzt beginnen' }).click();
  } else {
    await button.click();
  }
  // With a script, the page stays and shows the next buttons.
  await remote.getByRole('button', { name: /^Runde beenden/ }).waitFor();
}

/** Moves the event of a café to today: it begins in some minutes. */
export async function comesToday(cafe: Cafe, database: Database): Promise<void> {
  const begins = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 4 * 60_000);
  const ends = new Date(begins.getTime() + 6 * 3_600_000);
  const local = (at: Date) => at.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).replace(' ', 'T').slice(0, 16);
  const times = Object.entries({ starts: begins, ends }).map(([name, at]) => `${name}_local = '${local(at)}', ${name}_at = ${at.getTime() * 1_000}`);
  const id = cafe.event.split('/').pop()!;
  const isSqlite = database.direct.startsWith('sqlite:');
  await executeBehindTheServer(database, `UPDATE events SET ${times.join(', ')} WHERE id = ${isSqlite ? `x'${id.replaceAll('-', '')}'` : `'${id}'::uuid`};`);
}

/** A café of three rounds of 20 minutes with changes of 5, at 9:30 on a future day. */
export async function publishedCafe(page: Page, database: Database, people: Person[]): Promise<Cafe> {
  const event = await draftEvent(page, { title: 'World-Café Leipzig' });
  const lines = people.map(({ family, given }, number) => `${given};${family};person${number}@partner.example`);
  const table = ['Vorname;Nachname;E-Mail', ...lines].join('\n');
  await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.goto(`${event}/registrations?page=all`);
  const ids = new Map<string, string>();
  for (const link of await page.locator('tbody a[href*="/registrations/"]').all()) {
    const id = (await link.getAttribute('href'))?.match(/registrations\/([0-9a-f-]{36})/)?.[1];
    const name = (await link.textContent())?.trim();
    if (id && name) ids.set(name, id);
  }
  const idOf = ({ family, given }: Person) => {
    const id = ids.get(`${given} ${family}`) ?? ids.get(`${family}, ${given}`);
    if (!id) throw new Error(`${given} ${family} is not among ${[...ids.keys()].join('; ')}`);
    return id;
  };
  const plan = randomUUID();
  const setUp = {
    topics: [{ number: 1, name: 'Sprache' }],
    tables: Array.from({ length: TABLES }, (_, index) => ({
      number: index + 1,
      topic: 1,
      name: String(index + 1),
      room: index < 8 ? 'Aula' : 'Foyer',
      least: 0,
      most: 100,
      step_free: true,
      language: null,
      host: null,
    })),
    rounds: { begins: null, count: 3, minutes: 20, change_minutes: 5 },
    goals: ['topics'],
    rules: [],
    answer_needs: [],
    shows_names: false,
    expected: null,
  };
  const seating = { people: people.map(idOf), rounds: [0, 1, 2].map((round) => people.map(({ tables }) => tables[round] ?? null)) };
  const quality = Object.fromEntries(
    'movers topics_min topics_min_bound topics_sum topics_sum_bound meetings meetings_bound repeats fewest_met most_met mix mix_bound old_faces old_faces_bound unseated'
      .split(' ')
      .map((name) => [name, 0]),
  );
  const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;
  const isSqlite = database.direct.startsWith('sqlite:');
  const uuid = (id: string) => (isSqlite ? `x'${id.replaceAll('-', '')}'` : `'${id}'::uuid`);
  const eventId = event.split('/').pop()!;
  await executeBehindTheServer(
    database,
    `UPDATE events SET kind = 'world café' WHERE id = ${uuid(eventId)};
     INSERT INTO plans (id, event_id, kind, set_up, current_version, newest_version, published_version, published_at, created_at)
       VALUES (${uuid(plan)}, ${uuid(eventId)}, 'café', 1, 1, 1, 1, 1, 1);
     INSERT INTO plan_set_ups (plan_id, revision, set_up, saved_at) VALUES (${uuid(plan)}, 1, ${json(setUp)}, 1);
     INSERT INTO plan_versions (plan_id, number, cause, set_up, seating, locks, broken, quality, made_at)
       VALUES (${uuid(plan)}, 1, 'empty', 1, ${json(seating)}, '[]', '[]', ${json({ ...quality, proven: [] })}, 1);
     INSERT INTO plan_publications (plan_id, version, published_at) VALUES (${uuid(plan)}, 1, 1);`,
  );
  return { event, remote: `${event}/cafe/live`, plan };
}
