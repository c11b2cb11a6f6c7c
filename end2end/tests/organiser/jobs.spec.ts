// Work that outlives a click: its page shows how far it has come, stops it and lets it go on.
import { draftEvent, importTable } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

const PEOPLE = 3_000;

const table = ['Vorname;Nachname;E-Mail', ...Array.from({ length: PEOPLE }, (_, number) => `Person;Nummer ${number};person${number}@partner.example`)].join('\n');

test('publishing for many people shows how far it has come, and can be stopped and continued', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }, { project }) => {
  test.setTimeout(300_000);
  const event = await draftEvent(page);
  await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.goto(`${event}/publish`);
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/\/jobs\/[0-9a-f-]{36}\?saved=published/);

  const progress = page.locator('.job progress');
  const line = page.locator('.job [data-text]');
  await expect(line).toHaveText(new RegExp(`^\\d+ von ${PEOPLE} Personen angeschrieben$`));
  const far = async () => Number(await progress.getAttribute('value'));
  const before = await far();
  if (project.use.javaScriptEnabled !== false) {
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
    await expect.poll(far).toBeGreaterThan(before);
    await expect(page.locator('[data-same-page]')).toHaveCount(1);
  } else {
    await expect(page.getByText('Die Seite lädt alle drei Sekunden neu.')).toBeVisible();
    await page.getByRole('link', { name: 'Nicht mehr neu laden' }).click();
    await expect(page.locator('meta[http-equiv=refresh]')).toHaveCount(0);
  }
  await accessible();

  await page.getByRole('button', { name: 'Anhalten' }).click();
  await expect.poll(async () => (await page.reload(), page.locator('main .head .tag').textContent())).toBe('Angehalten');
  await expect(page.locator('.job')).toContainText(/\d+ angeschrieben, \d+ Personen noch nicht/);
  await page.goto(event);
  await expect(page.locator('main')).toContainText('Personen noch nicht');
  await page.locator('main').getByRole('link', { name: 'Ansehen', exact: true }).click();

  await page.getByRole('button', { name: 'Fortfahren' }).click();
  await expect(page.locator('.job')).toContainText(`${PEOPLE} Personen wurden angeschrieben`, { timeout: 180_000 });
  await expect(page.locator('main .head .tag')).toHaveText('Fertig');
});
