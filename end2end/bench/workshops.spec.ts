// Workshops: the demo's congress of 500 people, 37 workshops and three slots. Its assignment, the page of it, and
// participants of the next congress, of the same size, who open their wishes and save one.
import { Organiser } from '../harness/httpOrganiser.ts';
import { Client, forwardedFor } from '../harness/httpClient.ts';
import { expect, test } from './bench.ts';
import { percentile, runConcurrently } from './load.ts';

/** How often the page is asked for. */
const LOOKS = 20;
/** Participants, and how often each opens the page and saves a wish. */
const PARTICIPANTS = 300;
const TIMES = 4;

test.use({ data: 'demo' });

test('workshops', async ({ server, mailServer, recordMetric }) => {
  const organiser = await Organiser.signInToDemo(server);
  const event = /href="\/organise\/events\/([0-9a-f-]+)"[^>]*>[^<]*Ankommen im Beruf/.exec(await organiser.page('/organise'))?.[1];
  expect(event, 'the demo has its congress').toBeTruthy();
  const plan = `/organise/events/${event}/workshops/assignment`;
  const from = performance.now();
  expect((await organiser.post('/do/assign-workshops?at=/', { event: event! })).status).toBe(303);
  while ((await organiser.page(plan)).includes('class="job-progress"')) await new Promise((resolve) => setTimeout(resolve, 100));
  recordMetric('assignCongress', (performance.now() - from) / 1_000);
  recordMetric('assignMemory', (await server.memory()) / 1_000_000);
  // All three fairnesses, each beside the others.
  const proven = (await organiser.page(plan)).match(/bestmöglich, bewiesen/g) ?? [];
  expect(proven.length, 'each of the three fairnesses is proven').toBeGreaterThanOrEqual(3);
  // One is chosen already: it stays beside the one that was found.
  const chooses = /name="version" value="(\d+)"[^]*?name="seen" value="(\d+)"/.exec((await organiser.page(plan)).replace(/^[^]*choose-assignment/, ''));
  expect(chooses, 'an assignment was found').toBeTruthy();
  const [, version, current] = chooses!;
  const chosen = await organiser.post('/do/choose-assignment?at=/', { event: event!, version: version!, seen: current!, alternative: '' });
  expect(chosen.status).toBe(303);
  const looks: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const began = performance.now();
    await organiser.page(plan);
    looks.push(performance.now() - began);
  }
  recordMetric('assignmentPage', percentile(looks.sort((one, other) => one - other), 50));
  organiser.close();

  const visitor = new Client(server.url, 16);
  const slug = /href="\/events\/([\w-]+)"[^>]*>[^<]*Sprache im Beruf/.exec((await visitor.get('/events')).body.toString())?.[1];
  const people = Array.from({ length: PARTICIPANTS }, (_, number) => number);
  await runConcurrently(people, 16, async (person) => {
    const form = { event: slug!, given_name: 'Anna', family_name: 'Muster', address: `wish${person}@partner.example`, language: 'de', consent: 'on', privacy_version: '1', nothing: '' };
    expect((await visitor.post('/do/register?at=/', form, forwardedFor(person))).status).toBe(303);
  });
  let tokens: string[] = [];
  await expect.poll(async () => (tokens = await mailServer.confirmationTokens()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(PARTICIPANTS);
  await runConcurrently(tokens, 16, async (token, person) => {
    expect((await visitor.post('/do/confirm-address?at=/', { token }, forwardedFor(person))).status).toBe(303);
  });
  recordMetric('wishPage', (await visitor.get(`/registration/${tokens[0]}/wishes`, forwardedFor(0))).body.length / 1_000);
  const visits = tokens.flatMap((token, person) => Array.from({ length: TIMES }, (_, time) => ({ token, person, time })));
  const rate = await runConcurrently(visits, 16, async ({ token, person, time }) => {
    const page = await visitor.get(`/registration/${token}/wishes`, forwardedFor(person));
    expect(page.status).toBe(200);
    const offered = [...page.body.toString().matchAll(/name="add" value="([0-9a-f-]{36})"/g)].map((found) => found[1]!);
    const add = offered[(person + time) % offered.length]!;
    const saved = await visitor.post('/do/change-wishes?at=/', { token, add }, forwardedFor(person));
    expect(saved.status).toBe(303);
  });
  visitor.close();
  recordMetric('wishes', rate * 60);
});
