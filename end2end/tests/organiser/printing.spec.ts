// Lists on paper: everybody, also where the screen shows pages.
import type { Page } from '@playwright/test';
import { addQuestion, draftEvent, followJob, importTable, publishedEvent } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

/** One more than a page of a list has. */
const PEOPLE = 101;

/** What is on paper of the page: so many rows of a table, and nothing to click. */
async function expectOnPaper(page: Page, table: string, rows: number): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const printed = page.getByRole('table', { name: table }).locator('tbody tr');
  await expect(printed).toHaveCount(rows);
  await expect(printed.last()).toBeVisible();
  await expect(page.locator('nav:visible, form:visible, .button:visible')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
}

/** Follows the link to print, which opens the dialog of the browser. */
async function print(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Drucken' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-dialog', 'print');
}

test('paper has everybody of a list with several pages', async ({ signedIn: page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => (window.print = () => (document.documentElement.dataset.dialog = 'print')));
  const event = await draftEvent(page, { title: 'Jahrestreffen' });
  await addQuestion(page, event, { label: 'Verpflegung', kind: 'one of', options: ['vegan', 'halal'] });
  const people = Array.from({ length: PEOPLE }, (_, place) => `Gast;Muster ${place};gast${place}@partner.example;vegan`);
  const table = ['Vorname;Nachname;E-Mail;Verpflegung', ...people].join('\n');
  await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });

  await page.goto(`${event}/registrations`);
  await print(page);
  await expectOnPaper(page, 'Angemeldete', PEOPLE);

  await page.goto(`${event}/registrations/answers`);
  await print(page);
  await expectOnPaper(page, 'Verpflegung', 2);
  await expect(page.getByRole('row', { name: /^vegan/ }).getByRole('link')).toHaveCount(PEOPLE);

  // The boxes beside the contacts belong to a form that paper does not have. The contacts do not.
  await page.goto('/organise/lists/new');
  await page.locator('[name=name]').fill('Beirat');
  await page.locator('[name=kind][value=fixed]').check();
  await page.locator('main form button.first').click();
  await expect(page.locator('h1')).toHaveText('Beirat');
  for (const number of [2, 1]) {
    await page.goto(`/organise/contacts?page=${number}`);
    const boxes = page.locator('[name="contacts[]"]');
    await expect(boxes).toHaveCount(number === 1 ? PEOPLE - 1 : 1);
    await boxes.evaluateAll((all) => all.forEach((box) => ((box as HTMLInputElement).checked = true)));
    await page.locator('main form.form [name=list]').selectOption('Beirat');
    await page.getByRole('button', { name: 'Auf den Verteiler setzen' }).click();
    await expect(page.locator('h1')).toHaveText('Beirat');
  }
  await expect(page.getByLabel(/auswählen/)).toHaveCount(PEOPLE - 1);
  await expectOnPaper(page, 'Kontakte', PEOPLE - 1);
  await print(page);
  await expectOnPaper(page, 'Kontakte', PEOPLE);
  await page.goto('/organise/contacts?search=muster');
  await expectOnPaper(page, 'Kontakte', PEOPLE - 1);
  await print(page);
  await expect(page).toHaveURL(/search=muster.*rows=all/);
  await expectOnPaper(page, 'Kontakte', PEOPLE);

  const { event: next } = await publishedEvent(page, { title: 'Nächstes Treffen' });
  await page.goto(`${next}/invitations/new`);
  await page.getByLabel(/Beirat/).check();
  await page.getByRole('button', { name: 'Auswahl übernehmen' }).click();
  // On the screen, the first sixty have a name.
  await page.locator('#result summary').first().click();
  await expect(page.locator('#result li')).toHaveCount(61);
  await expect(page.locator('#result li').last()).toHaveText('und 41 weitere');
  await page.getByRole('button', { name: /senden …/ }).click();
  await page.locator('button[value=send]').click();
  await followJob(page, `${next}/invitations`);
  await page.goto(`${next}/invitations`);
  await print(page);
  await expectOnPaper(page, 'Eingeladene', PEOPLE);
});
