// World cafés that are set up over HTTP and have no plan yet.
import { expect } from '@playwright/test';
import type { Organiser } from './httpOrganiser.ts';

export interface CafeSize {
  people: number;
  organisations: number;
  tables: number;
  topics: number;
  rounds: number;
  /** The most people at a table. */
  seats: number;
  /** The fewest people at a table. Without it, tables get equally many. */
  fewest?: number;
  /** The goals, the most important first. */
  goals?: string[];
}

/** No plan reaches the bounds, so a search lasts as long as it may: 18 ms for each person. */
export const UNPROVEN: CafeSize = { people: 300, organisations: 23, tables: 21, topics: 3, rounds: 8, seats: 16 };

/** An event that is a café, with people and a set-up. Returns its id. */
export async function newCafe(organiser: Organiser, size: CafeSize): Promise<string> {
  const event = await organiser.draft('World-Café', undefined, { kind: 'world café' });
  await organiser.importPeople(event, 0, size.people, size.organisations);
  expect((await organiser.post('/do/save-cafe-set-up?at=/', setUpForm(event, size))).status).toBe(303);
  return event;
}

/**
 * Asks for a plan. Returns the page of the search, or of the plan if that is there already. With `?follow`, as the browser
 * opens it, the page of the search would lead to its plan in the end.
 */
export async function beginSearch(organiser: Organiser, event: string): Promise<string> {
  const answer = await organiser.post('/do/solve-plan?at=/', { event });
  expect(answer.status).toBe(303);
  return String(answer.headers.location).split('?')[0]!;
}

/** The board of the plan. */
export const boardOf = (event: string) => `/organise/events/${event}/cafe/plan`;

function setUpForm(event: string, size: CafeSize): Record<string, string> {
  const form: Record<string, string> = { event, item: '', revision: '0', rounds: String(size.rounds), minutes: '20', change_minutes: '5', reckon_with: 'registered' };
  (size.goals ?? ['topics', 'meetings', 'mix']).forEach((goal, index) => (form[`goals[${index}]`] = goal));
  const perTopic = size.tables / size.topics;
  for (let topic = 0; topic < size.topics; topic += 1) {
    form[`topics[${topic}][name]`] = `Thema ${topic + 1}`;
    for (let table = 0; table < perTopic; table += 1) {
      form[`topics[${topic}][tables][${table}][name]`] = String(topic * perTopic + table + 1);
      form[`topics[${topic}][tables][${table}][least]`] = String(size.fewest ?? '');
      form[`topics[${topic}][tables][${table}][most]`] = String(size.seats);
    }
  }
  return form;
}
