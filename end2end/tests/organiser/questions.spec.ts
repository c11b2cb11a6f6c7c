// The questions of an event: form, answers, list and export.
import type { Page } from '@playwright/test';
import { addPerson, addQuestion, tallViewport, drag, draftEvent, publish, type Question } from '../../harness/organiser.ts';
import { confirm, newParticipant } from '../../harness/participant.ts';
import { readCsv } from '../../harness/spreadsheet.ts';
import { expect, test } from '../../harness/test.ts';

const questions: Question[] = [
  { label: 'Was essen Sie?', kind: 'one of', options: ['vegetarisch', 'vegan', 'halal'], required: true },
  { label: 'Woran möchten Sie teilnehmen?', kind: 'several of', options: ['World-Café', 'Führung', 'Abendessen'] },
  { label: 'Ihre Funktion', kind: 'text', required: true, help: 'Steht auf dem Namensschild.' },
  { label: 'Was brauchen Sie, um gut teilnehmen zu können?', kind: 'long text' },
  { label: 'Ich bin mit Fotos einverstanden', kind: 'yes/no' },
];

function labels(page: Page) {
  return page.locator('.plan .item .name b');
}

test('questions are added, changed, put in another order and removed', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  const event = await draftEvent(page);
  await page.goto(`${event}/questions`);
  await page.locator('.editor [name=label]').fill('Was essen Sie?');
  await page.locator('.editor [name=kind][value="one of"]').check();
  await page.locator('.editor [name=options]').fill('vegan');
  await page.locator('.editor button.first').click();
  await expect(page.locator('[data-error-for=options]')).toContainText('mindestens 2 Antworten');
  await expect(page.locator('.editor [name=label]')).toHaveValue('Was essen Sie?');

  for (const question of questions.slice(0, 3)) await addQuestion(page, event, question);
  await expect(labels(page)).toHaveText(['Was essen Sie?', 'Woran möchten Sie teilnehmen?', 'Ihre Funktion']);
  await accessible();
  await page.getByRole('button', { name: 'Ihre Funktion: nach oben' }).click();
  await expect(labels(page)).toHaveText(['Was essen Sie?', 'Ihre Funktion', 'Woran möchten Sie teilnehmen?']);
  await page.getByRole('button', { name: 'Was essen Sie?: nach unten' }).click();
  await expect(labels(page)).toHaveText(['Ihre Funktion', 'Was essen Sie?', 'Woran möchten Sie teilnehmen?']);

  await page.getByRole('link', { name: 'Ändern Ihre Funktion' }).click();
  await page.locator('[name=label]').fill('Ihre Aufgabe');
  await page.locator('[name=required]').uncheck();
  await page.locator('main form button.first').click();
  await expect(page.locator('.item.changed')).toContainText('freiwillig');
  await expect(labels(page)).toHaveText(['Ihre Aufgabe', 'Was essen Sie?', 'Woran möchten Sie teilnehmen?']);

  await page.getByRole('link', { name: 'Entfernen Was essen Sie?' }).click();
  await page.locator('main form button.harm').click();
  await expect(page.locator('main')).toContainText('Die Frage ist entfernt.');
  await expect(labels(page)).toHaveText(['Ihre Aufgabe', 'Woran möchten Sie teilnehmen?']);
});

test('questions are put in another order by dragging', async ({ signedIn: page }) => {
  await page.setViewportSize(tallViewport);
  const event = await draftEvent(page);
  for (const question of questions.slice(0, 3)) await addQuestion(page, event, question);
  await page.goto(`${event}/questions`);
  const items = page.locator('.plan .item');
  await drag(items.nth(2), 'before', items.nth(0));
  await expect(labels(page)).toHaveText(['Ihre Funktion', 'Was essen Sie?', 'Woran möchten Sie teilnehmen?']);
});

test('all five kinds are answered; a required one is missed and nothing typed is lost', { tag: ['@nojs', '@both'] }, async ({ signedIn, visitor, mailbox, accessible }) => {
  test.setTimeout(120_000);
  const event = await draftEvent(signedIn);
  for (const question of questions) await addQuestion(signedIn, event, question);
  const open = await publish(signedIn, event);

  const anna = newParticipant('Anna');
  await visitor.goto(`${open}/register`);
  await visitor.locator('[name=given_name]').fill(anna.given);
  await visitor.locator('[name=family_name]').fill(anna.family);
  await visitor.locator('[name=address]').fill(anna.address);
  await visitor.getByLabel('World-Café').check();
  await visitor.getByLabel('Abendessen').check();
  await visitor.getByLabel(/^Was brauchen Sie/).fill('Eine Rampe,\nbitte.');
  await visitor.getByLabel('Ich bin mit Fotos einverstanden').check();
  await visitor.locator('[name=consent]').check();
  await visitor.locator('main form button.first').click();

  const faults = visitor.locator('[data-error-for]:not([hidden])');
  await expect(faults).toHaveCount(2);
  await expect(visitor.locator('[data-refusal=form]').getByRole('link')).toHaveText([/Was essen Sie/, /Ihre Funktion/]);
  await expect(visitor.getByLabel('World-Café')).toBeChecked();
  await expect(visitor.getByLabel('Führung')).not.toBeChecked();
  await expect(visitor.getByLabel(/^Was brauchen Sie/)).toHaveValue('Eine Rampe,\nbitte.');
  await expect(visitor.getByLabel('Ich bin mit Fotos einverstanden')).toBeChecked();
  await accessible(visitor);

  await visitor.getByLabel('halal').check();
  await visitor.getByLabel('Ihre Funktion').fill('=Leitung');
  await visitor.locator('main form button.first').click();
  await expect(visitor).toHaveURL(/\/registered/);
  await confirm(visitor, mailbox, anna);
  await expect(visitor.locator('main')).toContainText('World-Café, Abendessen');

  await signedIn.goto(`${event}/registrations`);
  const row = signedIn.getByRole('row', { name: /Muster, Anna/ });
  await expect(row).toContainText('halal');
  await expect(row).toContainText('World-Café, Abendessen');
  const answer = await signedIn.request.get(`${event}/registrations/export.csv`);
  const [headings, cells] = readCsv(await answer.text());
  expect(headings!.slice(7)).toEqual(questions.map(({ label }) => label));
  expect(cells!.slice(7)).toEqual(['halal', 'World-Café, Abendessen', "'=Leitung", 'Eine Rampe,\nbitte.', '✓']);
  await row.getByRole('link').first().click();
  await expect(signedIn.locator('main')).toContainText('Eine Rampe,');
});

test('an answer that an organiser enters is refused beside its question', { tag: '@nojs' }, async ({ signedIn: page }) => {
  const event = await draftEvent(page);
  for (const question of questions) await addQuestion(page, event, question);
  const person = await addPerson(page, event, newParticipant('Anna'));
  for (const form of [`${person}/correct`, `${event}/registrations/new`]) {
    await page.goto(form);
    await page.getByLabel('Ihre Funktion').fill('x'.repeat(501));
    await page.locator('main form button.first').click();
    await expect(page.locator('[data-refusal=form]').getByRole('link', { name: 'Ihre Funktion' })).toBeVisible();
    await expect(page.getByLabel('Ihre Funktion')).toHaveAttribute('aria-invalid', 'true');
  }
});
