// A world café without a plan, past the pages that make its set-up.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { executeBehindTheServer, type Database } from './database.ts';
import { publishedEvent } from './organiser.ts';

export interface CafeToHarvest {
  /** The page of the event for organisers. */
  event: string;
  /** The public page of the event. */
  open: string;
}

const SET_UP = {
  topics: [
    { number: 1, name: 'Zielgruppe, Teilnehmende, Umsetzung' },
    { number: 2, name: 'Finanzierung' },
  ],
  tables: [
    [5, 1],
    [6, 2],
  ].map(([number, topic]) => ({
    number,
    topic,
    name: String(number),
    room: 'Aula',
    least: null,
    most: 8,
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

/** Publishes an event that is a café with two topics at a table each, tables 5 and 6, and three rounds. */
export async function cafeToHarvest(page: Page, database: Database): Promise<CafeToHarvest> {
  const { event, open } = await publishedEvent(page, { title: 'World-Café Leipzig' });
  const literal = (id: string) => (database.direct.startsWith('sqlite:') ? `X'${id.replaceAll('-', '')}'` : `'${id}'`);
  const [plan, of] = [literal(randomUUID()), literal(event.split('/').at(-1)!)];
  await executeBehindTheServer(
    database,
    `UPDATE events SET kind = 'world café' WHERE id = ${of};
     INSERT INTO plans (id, event_id, kind, set_up, created_at) VALUES (${plan}, ${of}, 'café', 1, 0);
     INSERT INTO plan_set_ups (plan_id, revision, set_up, saved_at) VALUES (${plan}, 1, '${JSON.stringify(SET_UP)}', 0);`,
  );
  return { event, open };
}
