// A café on paper: cards, signs and lists as print pages, and all of it as a PDF.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { beginNow, publishedCafe, type Person } from '../../../harness/cafe.ts';
import { expect, test } from '../../../harness/test.ts';

const people: Person[] = [
  { family: 'Öztürk', given: 'Lukas', tables: [2, 5, 10] },
  { family: 'Nguyen', given: 'Fatima', tables: [9, 6, 2] },
  { family: 'Ahmadi', given: 'Hana', tables: [1, 4, 12] },
  { family: 'Pohl', given: 'Dirk', tables: [3, 11, 7] },
  { family: 'Żółć', given: 'Łukasz', tables: [11, 7, 4] },
];

const sheets = (page: Page) => page.locator('.sheet');

test('cards are four on a sheet of A4, and a cut pile is in the order of names', { tag: '@both' }, async ({ signedIn: page, database, accessible, javaScriptEnabled }) => {
  const cafe = await publishedCafe(page, database, people);
  await page.goto(`${cafe.event}/cafe/paper`);
  await expect(page.getByText('Gedruckt wird Fassung 1. Das ist die, die Teilnehmende sehen.')).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: /Druckseite öffnen.*Laufkarten/ }).click();
  await expect(sheets(page)).toHaveCount(2);
  // Two sheets: the first pile is Ahmadi and Nguyen, the second Öztürk and Pohl, the third Żółć.
  const names = await sheets(page).evaluateAll((all) => all.map((sheet) => [...sheet.querySelectorAll('h2')].map((name) => name.textContent)));
  const pile = [0, 1, 2, 3].flatMap((place) => names.map((sheet) => sheet[place])).filter(Boolean);
  expect(new Set(pile)).toEqual(new Set(people.map(({ given, family }) => `${given} ${family}`)));
  expect(pile[0]).toBe('Hana Ahmadi');
  const card = page.locator('.rotation').filter({ hasText: 'Fatima Nguyen' });
  await expect(card.locator('.stops b')).toHaveText(['9', '6', '2']);
  await expect(card).toContainText('Foyer');
  if (javaScriptEnabled !== false) await expect(page.getByRole('button', { name: 'Drucken' })).toBeVisible();
  await accessible(page);
});

test('signs, lists by table and the list by name say the same', { tag: '@nojs' }, async ({ signedIn: page, database, accessible }) => {
  const cafe = await publishedCafe(page, database, people);
  await page.goto(`${cafe.event}/cafe/paper/signs`);
  await expect(sheets(page)).toHaveCount(12);
  await expect(sheets(page).nth(8)).toContainText(/Tisch\s*9\s*Sprache\s*Foyer/);
  await expect(page.locator('.qr')).toHaveCount(0);
  await accessible(page);

  await page.goto(`${cafe.event}/cafe/paper/tables`);
  const second = sheets(page).nth(1).locator('.rounds > section');
  await expect(second.nth(0)).toContainText('Lukas Öztürk');
  await expect(second.nth(2)).toContainText('Fatima Nguyen');

  await page.goto(`${cafe.event}/cafe/paper/names`);
  await expect(page.getByRole('row', { name: /Ahmadi, Hana/ }).getByRole('cell')).toHaveText(['', '1', '4', '12']);
  await accessible(page);
});

test('signs have the codes of the links of their tables', { tag: '@nojs' }, async ({ signedIn: page, database }) => {
  const cafe = await publishedCafe(page, database, people);
  await page.goto(`${cafe.event}/cafe/paper`);
  await page.getByRole('link', { name: 'Links der Tische' }).click();
  await page.getByRole('button', { name: 'Neue Links für alle Tische' }).click();
  await page.getByRole('link', { name: 'Tischschilder mit diesen Codes drucken' }).click();
  await expect(page.locator('.sign .qr')).toHaveCount(12);
});

test('everything is one PDF, and parts of it', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, database }) => {
  const cafe = await publishedCafe(page, database, people);
  const pages = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PDF herunterladen' }).click()]);
    const file = await readFile(await download.path());
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    return Number(file.toString('latin1').match(/\/Count (\d+)/)?.[1]);
  };
  await page.goto(`${cafe.event}/cafe/paper`);
  // Two sheets of cards, twelve signs, twelve lists of tables, one list by name.
  expect(await pages()).toBe(27);
  await expect(page.locator('[data-writing]').first()).toHaveText('');
  for (const part of ['Tischschilder', 'Listen je Tisch', 'Liste nach Namen']) await page.getByLabel(part).uncheck();
  expect(await pages()).toBe(2);
});

test('whoever may not see the registrations gets no paper', { tag: '@nojs' }, async ({ signedIn: page, database, browser }) => {
  const cafe = await publishedCafe(page, database, people);
  const stranger = await (await browser.newContext()).newPage();
  for (const path of ['paper/cards', 'paper/names']) {
    const answer = await stranger.goto(`${cafe.event}/cafe/${path}`);
    expect(await answer?.text()).not.toContain('Nguyen');
    expect(new URL(stranger.url()).pathname).toBe('/sign-in');
  }
  const file = await stranger.request.get(`${cafe.event}/cafe/paper.pdf`, { maxRedirects: 0 });
  expect(file.status()).not.toBe(200);
  expect(await file.text()).not.toContain('Nguyen');
  await stranger.context().close();
});

test('a name of 200 letters scrolls no page sideways', async ({ signedIn: page, database, visitor }) => {
  const long = 'Donaudampfschifffahrt'.repeat(10).slice(0, 200);
  const cafe = await publishedCafe(page, database, [...people, { family: long, given: long, tables: [2, 5, 10] }]);
  await page.goto(cafe.remote);
  await page.getByRole('button', { name: /Adresse anlegen$/ }).click();
  const screen = await page.locator('#screen-link').inputValue();
  await beginNow(page);
  await page.getByRole('button', { name: 'Runde beenden, zum Wechsel', exact: true }).click();
  const noneScrolls = async (at: Page, path: string) => {
    await at.goto(path);
    await expect(at.locator('body')).toContainText(long);
    for (const width of [1280, 320]) {
      await at.setViewportSize({ width, height: 800 });
      expect(await at.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
  };
  for (const part of ['plan', 'day', 'paper/cards', 'paper/tables', 'paper/names']) await noneScrolls(page, `${cafe.event}/cafe/${part}`);
  await noneScrolls(visitor, screen);
});
