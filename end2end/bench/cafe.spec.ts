// Plans of cafés: the Leipzig meeting, and 500 people at 60 tables in four rounds.
import { Client } from '../harness/httpClient.ts';
import { expect, test } from './bench.ts';
import { percentile } from './load.ts';

const CAFES = [
  { people: 62, tables: 12, topics: 3, rounds: 3, seats: 6, metric: 'solveLeipzig' },
  { people: 500, tables: 60, topics: 4, rounds: 4, seats: 10, metric: 'solveLarge' },
] as const;

/** How often the places for somebody are asked for. */
const LOOKS = 20;

/** The form of a set-up, with tables of topics. */
function setUpForm(event: string, cafe: (typeof CAFES)[number]): Record<string, string> {
  const form: Record<string, string> = { event, item: '', revision: '0', rounds: String(cafe.rounds), minutes: '20', change_minutes: '5', reckon_with: 'registered' };
  ['topics', 'meetings', 'mix'].forEach((goal, index) => (form[`goals[${index}]`] = goal));
  const perTopic = cafe.tables / cafe.topics;
  for (let topic = 0; topic < cafe.topics; topic += 1) {
    form[`topics[${topic}][name]`] = `Thema ${topic + 1}`;
    for (let table = 0; table < perTopic; table += 1) {
      form[`topics[${topic}][tables][${table}][name]`] = String(topic * perTopic + table + 1);
      form[`topics[${topic}][tables][${table}][most]`] = String(cafe.seats);
    }
  }
  return form;
}

test('cafés', async ({ server, organiser, recordMetric }) => {
  let board = '';
  for (const cafe of CAFES) {
    const event = await organiser.draft('World-Café', undefined, { kind: 'world café' });
    await organiser.importPeople(event, 0, cafe.people);
    expect((await organiser.post('/do/save-cafe-set-up?at=/', setUpForm(event, cafe))).status).toBe(303);
    const from = performance.now();
    const answer = await organiser.post('/do/solve-plan?at=/', { event });
    expect(answer.status).toBe(303);
    await organiser.waitForJob(String(answer.headers.location));
    recordMetric(cafe.metric, (performance.now() - from) / 1_000);
    board = `/organise/events/${event}/cafe/plan`;
  }
  const browser = new Client(server.url, 1, { cookie: organiser.cookie, 'accept-encoding': 'gzip, deflate, br' });
  const views: number[] = [];
  let size = 0;
  for (let look = 0; look < LOOKS; look += 1) {
    const from = performance.now();
    const { status, body } = await browser.get(board);
    views.push(performance.now() - from);
    expect(status).toBe(200);
    size = body.length;
  }
  browser.close();
  recordMetric('boardSize', size / 1_000);
  recordMetric('board', percentile(views.sort((one, other) => one - other), 50));
  const seat = /seat=(1\.[0-9a-f-]{36})/.exec(await organiser.page(board))?.[1];
  expect(seat).toBeTruthy();
  const looks: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const from = performance.now();
    await organiser.page(`${board}?seat=${seat}`);
    looks.push(performance.now() - from);
  }
  recordMetric('placesOffered', percentile(looks.sort((one, other) => one - other), 50));
});
