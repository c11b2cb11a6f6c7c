// The ways to a plan: computed, stopped early, chosen among alternatives, drawn, made by hand, taken from a table.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { binary } from '../../../harness/binary.ts';
import { boardOf, newCafe, UNPROVEN, type CafeSize } from '../../../harness/httpCafe.ts';
import { expect, test } from '../../../harness/test.ts';

const SMALL: CafeSize = { people: 24, organisations: 6, tables: 6, topics: 3, rounds: 3, seats: 5 };

/** Who sits with many houses first meets the same people again, or misses a topic. */
const CONFLICT: CafeSize = { people: 20, organisations: 3, tables: 6, topics: 2, rounds: 4, fewest: 2, seats: 8, goals: ['mix', 'meetings', 'topics'] };

const unseated = (page: Page) => page.locator('.unseated .seat');
const version = (page: Page) => page.locator('main .head .kind');
const moreWays = (page: Page) => page.locator('details.menu', { hasText: 'Auslosen' });

/** The answer of the command line to a problem, as JSON. */
async function rotate(problem: string): Promise<{ plan: unknown; quality: Record<string, unknown> }> {
  const solver = spawn(binary, ['groups', 'rotate']);
  solver.stdin.end(problem);
  const [answer, faults, [code]] = await Promise.all([text(solver.stdout), text(solver.stderr), once(solver, 'exit')]);
  expect(faults).toBe('');
  expect(code).toBe(0);
  return JSON.parse(answer);
}

async function download(page: Page, link: string): Promise<string> {
  const path = await page.getByRole('link', { name: link }).getAttribute('href');
  const answer = await page.request.get(path!);
  expect(answer.status()).toBe(200);
  return answer.text();
}

test('a search is watched and stopped, and its best plan is kept', { tag: ['@nojs', '@both'] }, async ({ page, organiser, accessible }) => {
  await organiser.signInBrowser(page);
  const event = await newCafe(organiser, UNPROVEN);
  await page.goto(boardOf(event));
  await page.getByRole('button', { name: 'Berechnen' }).click();
  await expect(page.locator('main')).toContainText(/\d+ von höchstens \d+ Begegnungen/);
  await page.getByRole('button', { name: 'Anhalten' }).click();
  await expect(page.locator('main')).toContainText('Angehalten');
  await accessible();
  await page.goto(boardOf(event));
  await expect(version(page)).toContainText('Fassung 1');
  await expect(unseated(page)).toHaveCount(0);
  await expect(page.locator('.cafe-board [data-round="8"] .seat')).toHaveCount(UNPROVEN.people);
});

test('goals that conflict give alternatives, and one click takes one of them', { tag: ['@nojs', '@both'] }, async ({ page, organiser, accessible }) => {
  await organiser.signInBrowser(page);
  const event = await newCafe(organiser, CONFLICT);
  await page.goto(boardOf(event));
  await page.getByRole('button', { name: 'Berechnen' }).click();
  await expect(page.locator('#board')).toBeVisible({ timeout: 30_000 });
  const alternatives = page.locator('#alternatives > ul > li');
  expect(await alternatives.count()).toBeGreaterThan(1);
  const chosen = await alternatives.nth(1).locator('dl').innerText();
  await accessible();
  await alternatives.nth(1).getByRole('button').click();
  await expect(version(page)).toContainText('Fassung 2');
  await page.locator('.versions summary').click();
  await expect(page.locator('.versions')).toContainText('andere Möglichkeit gewählt');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(version(page)).toContainText('Fassung 1');
  expect(await alternatives.nth(1).locator('dl').innerText()).toBe(chosen);
});

test('a plan is drawn, emptied and filled from its own table; anybody can check it', { tag: ['@nojs', '@both'] }, async ({ page, organiser, accessible }) => {
  await organiser.signInBrowser(page);
  const event = await newCafe(organiser, SMALL);
  await page.goto(boardOf(event));
  const draw = async (seed: string) => {
    if (await moreWays(page).count()) await moreWays(page).locator('summary').click();
    await page.getByLabel('Startzahl').fill(seed);
    await page.getByRole('button', { name: 'Auslosen', exact: true }).click();
  };
  await draw('viele');
  await expect(page.locator('[data-error-for=seed]')).toContainText('ganze Zahl');
  await draw('42');
  await expect(version(page)).toContainText('Fassung 1');
  await expect(unseated(page)).toHaveCount(0);
  const seats = await page.locator('.cafe-board').innerText();
  await page.locator('.versions summary').click();
  await expect(page.locator('.versions')).toContainText('Startzahl 42');
  const table = await download(page, 'Person, Runde und Tisch');
  expect(table.trim().split('\n')).toHaveLength(1 + SMALL.people * SMALL.rounds);

  // A third party computes the same values, and finds no names in what it got.
  const problem = await download(page, 'zum Nachprüfen');
  expect(problem).not.toContain('@');
  const { plan } = JSON.parse(await download(page, 'Einteilung des Rechenprogramms'));
  const checked = await rotate(problem);
  expect(checked.plan).toEqual(plan);

  await moreWays(page).locator('summary').click();
  await moreWays(page).getByRole('button', { name: /Leer/ }).click();
  await expect(version(page)).toContainText('Fassung 2');
  await expect(unseated(page)).toHaveCount(SMALL.people * SMALL.rounds);
  await accessible();

  await moreWays(page).locator('summary').click();
  await moreWays(page).getByRole('link', { name: /Tabelle|einlesen/i }).click();
  const lines = table.trim().split('\r\n');
  const wrong = [...lines.slice(0, 3), lines[2]!, 'Niemand;Muster;niemand@partner.example;;9;77'];
  await page.getByLabel('Oder die Tabelle hier einfügen').fill(wrong.join('\n'));
  await page.getByRole('button', { name: 'Einlesen' }).click();
  const refusal = page.getByRole('alert').locator('..');
  await expect(refusal).toContainText('Die Tabelle wurde nicht übernommen.');
  await expect(refusal).toContainText('Zeile 4');
  await expect(refusal).toContainText('Zeile 5');
  await expect(page.getByLabel('Oder die Tabelle hier einfügen')).toHaveValue(wrong.join('\n'));
  await accessible();

  await page.getByLabel('Oder die Tabelle hier einfügen').fill(table);
  await page.getByRole('button', { name: 'Einlesen' }).click();
  await expect(version(page)).toContainText('Fassung 3');
  await expect(unseated(page)).toHaveCount(0);
  expect(await page.locator('.cafe-board').innerText()).toBe(seats);

  // The same number draws the same plan again.
  await draw('7');
  await expect(version(page)).toContainText('Fassung 4');
  expect(await page.locator('.cafe-board').innerText()).not.toBe(seats);
  await draw('42');
  await expect(version(page)).toContainText('Fassung 5');
  expect(await page.locator('.cafe-board').innerText()).toBe(seats);

  // A drawn plan can be made better by moving nobody, some people, or most: side by side, with what each brings.
  await page.goto(boardOf(event).replace(/plan$/, 'repair'));
  const repairs = page.locator('.repairs > section');
  await expect(repairs.getByRole('heading')).toHaveText(['Niemand wechselt den Tisch', /^[2-9] Personen wechseln den Tisch$/, /^\d\d Personen wechseln den Tisch$/]);
  await expect(repairs.nth(1)).toContainText('Einige mehr wechseln, dafür wird der Plan besser.');
  await accessible();
});
