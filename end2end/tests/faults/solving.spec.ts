// The search for a plan: its server is killed, two servers are asked for it, the database is away when it ends.
import { setTimeout as sleep } from 'node:timers/promises';
import { beginSearch, boardOf, newCafe, UNPROVEN } from '../../harness/httpCafe.ts';
import { Organiser } from '../../harness/httpOrganiser.ts';
import { Server } from '../../harness/server.ts';
import { expect, test } from '../../harness/test.ts';

/** The longest that a search, a lease of a killed worker and a search again take. */
const TIMEOUT = 90_000;

/** What the page of a search says of the best plan so far. */
const FOUND = /\d+ von höchstens \d+ Begegnungen/;

/** How many versions the plan has. Everybody has a seat in the one that is shown. */
async function versions(organiser: Organiser, event: string): Promise<number> {
  const page = await organiser.page(boardOf(event));
  expect(page).not.toContain('class="unseated"');
  expect(page.match(/data-person="0"/g)).toHaveLength(UNPROVEN.rounds);
  return Number(/(\d+) Fassung/.exec(page)?.[1]);
}

test('kill -9 during a search: after the restart its best plan is there, and it goes on', { tag: '@both' }, async ({ server, organiser }) => {
  test.setTimeout(2 * TIMEOUT);
  const event = await newCafe(organiser, UNPROVEN);
  const job = await beginSearch(organiser, event);
  await expect.poll(() => organiser.page(job), { intervals: [100] }).toMatch(FOUND);
  await server.kill();
  await server.restart();
  const after = await organiser.page(job);
  expect(after).toContain('class="job-progress"');
  expect(after).toMatch(FOUND);
  await organiser.waitForJob(job);
  expect(await versions(organiser, event)).toBe(1);
  expect(server.log).not.toContain('panicked');
});

test('two servers that are asked for the same plan search once', { tag: '@postgres' }, async ({ database, server, organiser, mailbox }) => {
  test.setTimeout(TIMEOUT);
  const other = await Server.start({ databaseUrl: database.url, smtpUrl: mailbox.url });
  const second = Organiser.at(other, organiser.cookie);
  try {
    const event = await newCafe(organiser, UNPROVEN);
    const jobs = await Promise.all([beginSearch(organiser, event), beginSearch(second, event), beginSearch(second, event)]);
    expect(jobs[0]).toContain('/jobs/');
    expect(new Set(jobs).size).toBe(1);
    await second.waitForJob(jobs[0]);
    expect(await versions(organiser, event)).toBe(1);
    for (const { log } of [server, other]) expect(log).not.toContain('panicked');
  } finally {
    second.close();
    await other.stop();
  }
});

test('a plan that is found while the database is away is stored when it is back', { tag: '@postgres' }, async ({ database, server, organiser }) => {
  test.setTimeout(2 * TIMEOUT);
  const event = await newCafe(organiser, UNPROVEN);
  const job = await beginSearch(organiser, event);
  expect(await organiser.page(job)).toContain('class="job-progress"');
  database.connection!.cut();
  // The search ends meanwhile.
  await sleep(UNPROVEN.people * 18);
  database.connection!.restore();
  const again = async () => (await organiser.page(job)).includes('class="job-progress"');
  await expect.poll(() => again().catch(() => true), { timeout: TIMEOUT }).toBe(false);
  expect(await versions(organiser, event)).toBe(1);
  expect(server.log).not.toContain('panicked');
});

test.describe('the congress of the demo', () => {
  test.use({ data: 'demo' });

  test('kill -9 during an assignment: what it has found is there after the restart, and stopping keeps it', { tag: '@both' }, async ({ server }) => {
    test.setTimeout(2 * TIMEOUT);
    const organiser = await Organiser.signInToDemo(server);
    const event = /href="\/organise\/events\/([0-9a-f-]+)"[^>]*>[^<]*Ankommen im Beruf/.exec(await organiser.page('/organise'))![1]!;
    const board = `/organise/events/${event}/workshops/assignment`;
    const numbers = async () => /(\d+) Fassung/.exec(await organiser.page(board))![1];
    const before = await numbers();
    expect((await organiser.post('/do/assign-workshops?at=/', { event })).status).toBe(303);
    // It is seen while it is searched.
    await expect.poll(() => organiser.page(board), { intervals: [200], timeout: TIMEOUT }).toContain('class="ways');
    expect(await organiser.page(board)).toContain('class="job-progress"');
    await server.kill();
    await server.restart();
    const after = await organiser.page(board);
    expect(after).toContain('class="job-progress"');
    expect(after).toContain('class="ways');
    const job = /name="job" value="([0-9a-f-]+)"/.exec(after)![1]!;
    expect((await organiser.post('/do/stop-job?at=/', { event, job })).status).toBe(303);
    await organiser.waitForJob(`/organise/events/${event}/jobs/${job}`);
    expect(await organiser.page(`/organise/events/${event}/jobs/${job}`)).toContain('Angehalten');
    // What it had found is a version, which nobody has chosen.
    expect(Number(await numbers())).toBe(Number(before) + 1);
    expect(await organiser.page(board)).toContain('Stattdessen nehmen');
    expect(server.log).not.toContain('panicked');
    organiser.close();
  });
});
