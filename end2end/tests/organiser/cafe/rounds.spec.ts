// The day of a café: who is there in some rounds only.
import { beginNow, comesToday, publishedCafe, type Person } from '../../../harness/cafe.ts';
import { expect, test } from '../../../harness/test.ts';

const people: Person[] = [
  { family: 'Öztürk', given: 'Lukas', tables: [2, 5, 10] },
  { family: 'Nguyen', given: 'Fatima', tables: [9, 6, 2] },
  { family: 'Ahmadi', given: 'Hana', tables: [1, 4, 12] },
];

test('somebody leaves before a chosen round, comes back, and the repair seats them only where they are there', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, database, accessible }) => {
  const cafe = await publishedCafe(page, database, people);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${cafe.event}/cafe/day`);
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  const choose = async (name: string, rounds: Record<string, string>) => {
    await page.getByRole('link', { name: `Andere Runden … ${name}` }).click();
    for (const [label, option] of Object.entries(rounds)) await row(name).getByLabel(label).selectOption({ label: option });
    await row(name).getByRole('button', { name: 'Eintragen' }).click();
  };

  await choose('Fatima Nguyen', { 'Geht vor': 'Runde 2', 'Wieder da ab': 'Runde 3' });
  await expect(page.getByRole('status').filter({ hasText: 'Fatima Nguyen' })).toContainText('Fatima Nguyen ist in den Runden 1, 3 da');
  await expect(row('Fatima Nguyen')).toContainText('geht vor Runde 2');
  await expect(row('Fatima Nguyen')).toContainText('wieder da ab Runde 3');
  await expect(page.getByText('niemand fehlt', { exact: true })).toBeVisible();
  await accessible();

  // What cannot be is refused beside the field, and stays.
  await choose('Lukas Öztürk', { 'Kommt zu': 'Runde 3', 'Geht vor': 'Runde 2' });
  await expect(page.locator('[data-error-for=leaves]')).toContainText('Bitte eine Runde nach Runde 3 wählen.');
  await expect(row('Lukas Öztürk').getByLabel('Kommt zu')).toHaveValue('3');
  await row('Lukas Öztürk').getByLabel('Kommt zu').selectOption({ label: 'Runde 2' });
  await row('Lukas Öztürk').getByLabel('Geht vor').selectOption({ label: 'Runde 3' });
  await row('Lukas Öztürk').getByRole('button', { name: 'Eintragen' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Lukas Öztürk' })).toContainText('ist in Runde 2 da');
  await expect(page.locator('aside')).toContainText('2 Personen sind nur in einem Teil der Runden da.');

  // Cards have the tables of the rounds in which somebody is there.
  const stops = (name: string) => page.locator('.rotation').filter({ hasText: name }).locator('.stops b');
  await page.goto(`${cafe.event}/cafe/paper/cards`);
  await expect(stops('Fatima Nguyen')).toHaveText(['9', '–', '2']);
  await expect(stops('Lukas Öztürk')).toHaveText(['–', '5', '–']);

  await page.goto(`${cafe.event}/cafe/day`);
  await page.getByRole('link', { name: 'Plan reparieren …' }).click();
  await page.getByRole('button', { name: 'Nur übernehmen' }).first().click();
  await expect(page.getByText('Der neue Plan ist eine Fassung der Einteilung')).toBeVisible();

  // Somebody was here until the first round is over; that is said in the second one.
  await comesToday(cafe, database);
  await page.goto(cafe.remote);
  await beginNow(page);
  for (const button of ['Runde beenden, zum Wechsel', 'Runde 2 beginnen']) await page.getByRole('button', { name: button }).click();
  await expect(page.getByText('Runde 2 von 3')).toBeVisible();
  await page.goto(`${cafe.event}/cafe/day`);
  await choose('Hana Ahmadi', { 'Geht vor': 'Runde 2' });
  await expect(page.getByRole('status').filter({ hasText: 'Hana Ahmadi' })).toContainText('ist in Runde 1 da');
  await expect(page.getByText('2 fehlen')).toBeVisible();
});

test('whoever does not come has no card, and stands in no list', { tag: '@nojs' }, async ({ signedIn: page, database }) => {
  const cafe = await publishedCafe(page, database, people);
  await page.goto(`${cafe.event}/cafe/day`);
  await page.getByRole('button', { name: 'Fehlt Fatima Nguyen' }).click();
  await expect(page.getByText('Fatima Nguyen fehlt', { exact: true })).toBeVisible();
  await page.goto(`${cafe.event}/cafe/paper`);
  await expect(page.locator('.paper-parts')).toContainText('2');
  for (const part of ['cards', 'tables', 'names']) {
    await page.goto(`${cafe.event}/cafe/paper/${part}`);
    await expect(page.locator('main')).toContainText('Öztürk');
    await expect(page.locator('main')).not.toContainText('Nguyen');
  }
});
