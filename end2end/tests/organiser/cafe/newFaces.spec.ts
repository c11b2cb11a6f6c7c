// People who sat together at an earlier event come together last: asked for, computed, counted, and priced.
import { comesToday, publishedCafe } from '../../../harness/cafe.ts';
import { draftEvent, importTable } from '../../../harness/organiser.ts';
import { expect, test } from '../../../harness/test.ts';

const PEOPLE = 8;
/** The table at the earlier event: two tables of four. */
const earlierTable = (person: number) => (person < 4 ? 1 : 2);
const numbers = Array.from({ length: PEOPLE }, (_, number) => number);

test('who sat together before comes together last; the page says how often it happens, and what that means for privacy', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, database, javaScriptEnabled, accessible }) => {
  test.setTimeout(120_000);
  const people = numbers.map((number) => ({ family: 'Muster', given: `P${number}`, tables: [earlierTable(number)] }));
  await comesToday(await publishedCafe(page, database, people), database);
  const event = await draftEvent(page, { kind: 'world café' });
  const lines = numbers.map((number) => `P${number};Muster;person${number}@partner.example;Haus ${number}`);
  await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(['Vorname;Nachname;E-Mail;Organisation', ...lines].join('\n')) });
  await page.goto(`${event}/cafe`);
  await page.getByRole('button', { name: 'Übernehmen' }).first().click();
  await page.waitForLoadState();

  // Off by default; the privacy notice has to name it.
  const wish = page.getByRole('checkbox', { name: 'Auf neue Gesichter achten' });
  await expect(wish).not.toBeChecked();
  const goals = page.locator('#goals');
  await expect(goals).toContainText('vergleichen wir die E-Mail-Adressen mit den veröffentlichten Einteilungen früherer Veranstaltungen');
  await expect(goals).toContainText('Niemand sieht, wer wann mit wem zusammensaß. Weisen Sie in Ihren Datenschutzhinweisen darauf hin.');
  await wish.check();
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.waitForLoadState();
  await expect(page.locator('#goals li').filter({ hasText: 'Neue Gesichter' })).toBeVisible();

  await page.goto(`${event}/cafe/plan`);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await expect(page.locator('.quality')).toBeVisible({ timeout: 30_000 });
  const tables = await page.locator('td[data-round]').evaluateAll((cells) => cells.map((cell) => [...cell.querySelectorAll('a.seat span:first-child')].map((name) => Number(/P(\d)/.exec(name.textContent ?? '')?.[1]))));
  expect(tables.flat()).not.toContain(Number.NaN);
  const pairs = tables.flatMap((at) => at.flatMap((one) => at.filter((other) => one < other && earlierTable(one) === earlierTable(other))));
  const tile = page.locator('.quality > li').filter({ hasText: 'Neue Gesichter' });
  await expect(tile).toContainText(new RegExp(`(^|\\D)${pairs.length} ?frühere Begegnung`));
  await accessible();
  if (javaScriptEnabled === false) return;

  // The browser names the price, before anything is sent.
  await page.waitForLoadState('networkidle');
  await page.locator('td[data-round="1"] a.seat').first().focus();
  await page.keyboard.press('Enter');
  const bar = page.locator('#held-bar');
  await expect(bar).toBeVisible();
  const prices = [];
  for (let stop = 0; stop < PEOPLE; stop += 1) {
    await page.keyboard.press('ArrowDown');
    prices.push(await bar.innerText());
  }
  expect(prices.join('\n')).toMatch(/\d frühere Begegnung/);
});
