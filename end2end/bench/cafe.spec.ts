// Plans of cafés: the Leipzig meeting, and 500 people at 60 tables in four rounds.
import type { Page } from '@playwright/test';
import { Client } from '../harness/httpClient.ts';
import { expect, test } from './bench.ts';
import { beginSearch, boardOf, newCafe, UNPROVEN, type CafeSize } from '../harness/httpCafe.ts';
import { percentile, runAtRate } from './load.ts';
import type { Metric } from './targets.ts';

const CAFES = [
  { people: 62, organisations: 13, tables: 12, topics: 3, rounds: 3, seats: 6, metric: 'solveLeipzig' },
  { people: 500, organisations: 40, tables: 60, topics: 4, rounds: 4, seats: 10, metric: 'solveLarge' },
] satisfies (CafeSize & { metric: Metric })[];

/** Readers of a public page beside a search: how many a second, for how many seconds. */
const READERS = { rate: 100, seconds: 3 };

/** How often the places for somebody are asked for. */
const LOOKS = 20;

/** People marked as missing before the plan is repaired. */
const MISSING = 5;

/** Takes somebody up on the board by Enter, and waits until costs stand at the places. How long, and how many. */
async function takeUp(page: Page, seat: string): Promise<{ ms: number; places: number }> {
  const chip = page.locator(`a.seat[href*="seat=${seat}"]`);
  await chip.focus();
  const ms = await chip.evaluate(
    (chip) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        const bar = document.querySelector<HTMLElement>('#held-bar')!;
        const look = () => (bar.checkVisibility() ? resolve(performance.now() - from) : requestAnimationFrame(look));
        chip.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        look();
      }),
  );
  const places = await page.locator('[data-cost]').count();
  await page.keyboard.press('Escape');
  return { ms, places };
}

test('cafés', async ({ server, organiser, page, recordMetric }) => {
  let board = '';
  for (const cafe of CAFES) {
    const event = await newCafe(organiser, cafe);
    const from = performance.now();
    await organiser.waitForJob(await beginSearch(organiser, event));
    recordMetric(cafe.metric, (performance.now() - from) / 1_000);
    board = boardOf(event);
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

  await organiser.signInBrowser(page);
  await page.goto(`${server.url}${board}`);
  await page.waitForLoadState('networkidle');
  const taken = [];
  for (let look = 0; look < LOOKS; look += 1) taken.push(await takeUp(page, seat!));
  expect(Math.min(...taken.map(({ places }) => places)), 'every place of the round has a cost').toBeGreaterThan(500);
  recordMetric('takenUp', percentile(taken.map(({ ms }) => ms).sort((one, other) => one - other), 50));
  recordMetric('moveEvaluated', percentile(taken.map(({ ms, places }) => ms / places).sort((one, other) => one - other), 50));

  const event = board.split('/')[3]!;
  const people = [...new Set([...(await organiser.page(board)).matchAll(/seat=1\.([0-9a-f-]{36})/g)].map((found) => found[1]!))];
  for (let missing = 0; missing < MISSING; missing += 1) {
    const person = people[missing * 97]!;
    expect((await organiser.post('/do/mark-missing?at=/', { event, item: '', person, round: '1', search: '' })).status).toBe(303);
  }
  const from = performance.now();
  const repairs = await organiser.page(`/organise/events/${event}/cafe/repair`);
  recordMetric('repair500', (performance.now() - from) / 1_000);
  expect(repairs, 'there is something to repair').toContain('class="repairs"');
});

test('a public page beside a search', async ({ server, organiser, recordMetric }) => {
  const { slug } = await organiser.publish(await organiser.draft('Fachtag'));
  const event = await newCafe(organiser, UNPROVEN);
  const job = await beginSearch(organiser, event);
  const reader = new Client(server.url, 32, { 'accept-encoding': 'gzip, deflate, br' });
  const waits = await runAtRate(READERS.rate, READERS.seconds, async () => {
    const { status } = await reader.get(`/events/${slug}`);
    if (status !== 200) throw new Error(`the page was answered ${status}`);
  });
  reader.close();
  expect(await organiser.page(job), 'the search was over before').toContain('class="job-progress"');
  recordMetric('besideSolving', percentile(waits, 99));
  await organiser.waitForJob(job);
});
